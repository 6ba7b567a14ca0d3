//! A place in a document, as rustc shows a place in a source.

use unicode_width::UnicodeWidthChar;

use crate::{
    LineIndex, Place,
    unseen::{is_shown_by_number, number},
};

/// How many columns of a line are shown. Rows are long; what counts is what is around the caret.
const COLUMNS: usize = 120;
/// How many of them before the caret, where the line doesn't fit.
const BEFORE: usize = 40;
/// How many characters before the place and after it are looked at: some documents are one line. More than columns are
/// shown, since some characters take none.
const REACH: usize = 3 * COLUMNS;

/// Shows a place in the form of rustc's errors: the path with line and column, the line, and carets under the place
/// with a label after them. Tabs are shown as four spaces, wide characters take two columns, and what nobody
/// would see is shown by its number.
///
/// ```
/// use controls_document::{Place, excerpt};
///
/// let place = Place { line: 2, column: 5, width: 3 };
/// assert_eq!(
///     excerpt("doc.md", "|A|Yes/No|\n| B|Yes|\n", place, "the document says `Yes`"),
///     concat!(
///         " --> doc.md:2:5\n",
///         "  |\n",
///         "2 | | B|Yes|\n",
///         "  |     ^^^ the document says `Yes`",
///     ),
/// );
/// ```
#[must_use]
pub fn excerpt(path: &str, text: &str, place: Place, label: &str) -> String {
    excerpt_by(&LineIndex::new(text), path, text, place, label)
}

/// Shows a place as [`excerpt`] does, given the index of the text: for whoever shows many.
#[must_use]
pub fn excerpt_by(index: &LineIndex, path: &str, text: &str, place: Place, label: &str) -> String {
    let Place { line, column, .. } = place;
    let number = line.to_string();
    let gutter = " ".repeat(number.len());
    let Window {
        shown,
        before,
        carets,
    } = Window::new(&Around::new(index, text, place), place);
    let carets = format!("{}{} {label}", " ".repeat(before), "^".repeat(carets));
    format!(
        "{gutter}--> {path}:{line}:{column}\n{gutter} |\n{number} | {shown}\n{gutter} | {}",
        carets.trim_end()
    )
}

/// What is around a place in its line.
struct Around<'t> {
    before: &'t str,
    after: &'t str,
    /// Whether the line begins with what is before.
    begins: bool,
    /// Whether the line ends with what is after.
    ends: bool,
}

impl<'t> Around<'t> {
    fn new(index: &LineIndex, text: &'t str, place: Place) -> Self {
        let first = index.offset(text, 1, 1).unwrap_or_default();
        let at = index.offset(text, place.line, place.column);
        let (before, after) = at
            .and_then(|at| Some((text.get(first..at)?, text.get(at..)?)))
            .unwrap_or_default();
        let is_of_line = |c: &char| *c != '\n';
        let reach = before.chars().rev().take_while(is_of_line).take(REACH);
        let (above, before) =
            before.split_at(before.len() - reach.map(char::len_utf8).sum::<usize>());
        let reach = after.chars().take_while(is_of_line).take(REACH);
        let (after, below) = after.split_at(reach.map(char::len_utf8).sum());
        let ends = below.is_empty() || below.starts_with('\n');
        Around {
            before,
            after: after.strip_suffix('\r').filter(|_| ends).unwrap_or(after),
            begins: above.is_empty() || above.ends_with('\n'),
            ends,
        }
    }
}

/// What is shown of a line.
struct Window {
    shown: String,
    /// How many columns are before the carets.
    before: usize,
    /// How many carets there are.
    carets: usize,
}

impl Window {
    fn new(around: &Around<'_>, place: Place) -> Self {
        let count = usize::try_from(place.width).unwrap_or(usize::MAX);
        let before: usize = around.before.chars().map(columns).sum();
        let after: usize = around.after.chars().map(columns).sum();
        let carets: usize = around.after.chars().take(count).map(columns).sum();
        let fits = around.begins && around.ends && before + after <= COLUMNS;
        let start = if fits {
            0
        } else {
            before.saturating_sub(BEFORE)
        };
        let mut shown = String::new();
        let (mut at, mut skipped, mut cut) = (0, 0, !around.ends);
        for c in around.before.chars().chain(around.after.chars()) {
            let wide = columns(c);
            if at < start {
                skipped += wide;
            } else if at + wide > start + COLUMNS {
                cut = true;
                break;
            } else if c == '\t' {
                shown.push_str("    ");
            } else if is_shown_by_number(c) {
                shown.extend(["<", &number(c), ">"]);
            } else {
                // What moves the cursor would break the picture.
                shown.push(if c.is_control() { '\u{fffd}' } else { c });
            }
            at += wide;
        }
        let lead = if start > 0 || !around.begins {
            "..."
        } else {
            ""
        };
        let tail = if cut { "..." } else { "" };
        let visible = (at - skipped).saturating_sub(before - skipped).max(1);
        Window {
            shown: format!("{lead}{}{tail}", shown.trim_end()),
            before: before - skipped + lead.len(),
            carets: carets.clamp(1, visible),
        }
    }
}

/// How many columns of a terminal a character takes, as it's shown.
fn columns(c: char) -> usize {
    if c == '\t' {
        4
    } else if is_shown_by_number(c) {
        number(c).len() + 2
    } else {
        c.width().unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carets_stand_under_the_cell() {
        for (line, column, width, expected) in [
            ("| a | Yes |", 7, 3, "1 | | a | Yes |\n  |       ^^^ x"),
            (
                "|\ta\t|Yes|",
                6,
                3,
                "1 | |    a    |Yes|\n  |            ^^^ x",
            ),
            (
                "| 列の暗号化 | はい |",
                11,
                2,
                "1 | | 列の暗号化 | はい |\n  |                ^^^^ x",
            ),
            (
                "| \u{feff}a | Y\u{200b}es |",
                8,
                4,
                "1 | | <U+FEFF>a | Y<U+200B>es |\n  |               ^^^^^^^^^^^ x",
            ),
            (
                "| a | \u{202e}seY\u{7} |",
                7,
                5,
                "1 | | a | <U+202E>seY<U+0007> |\n  |       ^^^^^^^^^^^^^^^^^^^ x",
            ),
            ("| a |  |", 8, 0, "1 | | a |  |\n  |        ^ x"),
            ("| a", 40, 3, "1 | | a\n  |    ^ x"),
        ] {
            let shown = excerpt(
                "d",
                line,
                Place {
                    line: 1,
                    column,
                    width,
                },
                "x",
            );
            assert_eq!(shown.split_once("  |\n").unwrap().1, expected, "{line}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_cell() {
        let line = format!("| {} | Yes | {} |", "a".repeat(100), "b".repeat(100));
        let shown = excerpt(
            "d",
            &line,
            Place {
                line: 1,
                column: 106,
                width: 3,
            },
            "x",
        );
        let lines: Vec<_> = shown.lines().collect();
        assert!(
            lines[2].starts_with("1 | ...aaa") && lines[2].ends_with("bbb..."),
            "{shown}"
        );
        assert_eq!(lines[2].find("Yes"), lines[3].find("^^^"), "{shown}");
    }

    #[test]
    fn places_that_do_not_exist_are_shown_as_empty_lines() {
        assert_eq!(
            excerpt(
                "d",
                "",
                Place {
                    line: 9,
                    column: 9,
                    width: 9
                },
                ""
            ),
            " --> d:9:9\n  |\n9 | \n  | ^"
        );
    }
}
