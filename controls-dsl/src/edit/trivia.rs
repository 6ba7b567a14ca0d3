//! What is between tokens: white space and comments, and whose they are.

use std::ops::Range;

/// The lines of a stretch between two tokens, each with its line end; the last one has none, and may be empty. A block
/// comment doesn't end a line, however many it fills.
fn lines(text: &str, gap: &Range<usize>) -> Vec<Range<usize>> {
    let bytes = text.get(gap.clone()).unwrap_or_default().as_bytes();
    let mut lines = Vec::new();
    let (mut start, mut at, mut depth, mut in_line_comment) = (0, 0, 0_usize, false);
    while let Some(byte) = bytes.get(at) {
        let next = bytes.get(at + 1);
        match (byte, next) {
            (b'\n', _) if depth == 0 => {
                in_line_comment = false;
                lines.push(gap.start + start..gap.start + at + 1);
                start = at + 1;
            }
            (b'/', Some(b'/')) if depth == 0 => in_line_comment = true,
            (b'/', Some(b'*')) if !in_line_comment => {
                depth += 1;
                at += 1;
            }
            (b'*', Some(b'/')) if depth > 0 => {
                depth -= 1;
                at += 1;
            }
            _ => {}
        }
        at += 1;
    }
    lines.push(gap.start + start..gap.end.max(gap.start + start));
    lines
}

/// The parts of what is before an item.
pub(super) struct Before {
    /// The rest of the line on which the item before it ends, or on which the bracket around them opens.
    pub(super) rest: Range<usize>,
    /// Whole lines that are nobody's: blank ones, and comments with a blank line below them.
    pub(super) free: Range<usize>,
    /// The item's own: the comments directly above it and its indentation, or what is left of it on its line.
    pub(super) lead: Range<usize>,
}

/// Divides what is before an item.
pub(super) fn before(text: &str, gap: Range<usize>) -> Before {
    let lines = lines(text, &gap);
    let [first, above @ .., _] = &lines[..] else {
        return Before {
            rest: gap.start..gap.start,
            free: gap.start..gap.start,
            lead: gap,
        };
    };
    let own = above
        .iter()
        .rev()
        .take_while(|line| !is_blank(text, line))
        .last();
    let start = own.or(lines.last()).map_or(gap.end, |line| line.start);
    Before {
        rest: first.clone(),
        free: first.end..start,
        lead: start..gap.end,
    }
}

/// The parts of what is between the last item and the bracket that closes around all.
pub(super) struct After {
    /// The rest of the line on which the last item ends.
    pub(super) rest: Range<usize>,
    /// Whole lines of comments, and blank ones.
    pub(super) free: Range<usize>,
    /// What is before the bracket on its line.
    pub(super) tail: Range<usize>,
}

/// Divides what is before a closing bracket.
pub(super) fn after(text: &str, gap: Range<usize>) -> After {
    let lines = lines(text, &gap);
    let [first, .., last] = &lines[..] else {
        let comment = text.get(gap.clone()).unwrap_or_default().trim_end().len();
        let end = gap.start + comment;
        return After {
            rest: gap.start..end,
            free: end..end,
            tail: end..gap.end,
        };
    };
    After {
        rest: first.clone(),
        free: first.end..last.start,
        tail: last.clone(),
    }
}

/// Whether there's nothing but white space.
pub(super) fn is_blank(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone())
        .unwrap_or_default()
        .trim()
        .is_empty()
}

/// The white space at the beginning of the line of a position.
pub(super) fn indentation(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let line = text
        .get(before.rfind('\n').map_or(0, |end| end + 1)..)
        .unwrap_or_default();
    line.get(..line.len() - line.trim_start_matches([' ', '\t']).len())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_directly_above_are_the_items_own() {
        for (gap, rest, free, lead) in [
            ("", "", "", ""),
            (" /* x */ ", "", "", " /* x */ "),
            ("\n    ", "\n", "", "    "),
            (" // a\n    ", " // a\n", "", "    "),
            (
                "\n  // a\n\n  // b\n  // c\n  ",
                "\n",
                "  // a\n\n",
                "  // b\n  // c\n  ",
            ),
            ("\n\n  ", "\n", "\n", "  "),
            ("\r\n  // a\r\n  ", "\r\n", "", "  // a\r\n  "),
            (
                " /* a\n\nb */\n // c /*\n // */\n",
                " /* a\n\nb */\n",
                "",
                " // c /*\n // */\n",
            ),
            ("\n/* /* \n */ \n\n */ ", "\n", "", "/* /* \n */ \n\n */ "),
        ] {
            let parts = before(gap, 0..gap.len());
            assert_eq!(
                (&gap[parts.rest], &gap[parts.free], &gap[parts.lead]),
                (rest, free, lead),
                "{gap:?}"
            );
        }
    }

    #[test]
    fn what_is_left_before_the_bracket_is_nobodys() {
        for (gap, rest, free, tail) in [
            ("", "", "", ""),
            (" ", "", "", " "),
            (" /* x */ ", " /* x */", "", " "),
            (" // a\n  // b\n\n", " // a\n", "  // b\n\n", ""),
            ("\n    ", "\n", "", "    "),
        ] {
            let parts = after(gap, 0..gap.len());
            assert_eq!(
                (&gap[parts.rest], &gap[parts.free], &gap[parts.tail]),
                (rest, free, tail),
                "{gap:?}"
            );
        }
    }
}
