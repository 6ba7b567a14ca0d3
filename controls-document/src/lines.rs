//! A document as lines, with what isn't text taken out: code, comments, marks of quotation.

use std::borrow::Cow;

use crate::{marks::Marks, spans::code_spans};

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    /// From 1.
    pub(crate) number: u32,
    /// How many characters of the line stand before [`text`](Self::text).
    pub(crate) skipped: u32,
    /// The text, without its end of line. Comments are blank; then it's a copy.
    pub(crate) text: Cow<'a, str>,
    /// What kinds of characters it has.
    pub(crate) marks: Marks,
    /// Whether it's code, or the fence around it.
    pub(crate) code: bool,
    /// What is odd about it.
    pub(crate) remark: Option<&'static str>,
}

impl Line<'_> {
    /// A line of text, the first one.
    #[cfg(test)]
    pub(crate) fn plain(text: &str) -> Line<'_> {
        let marks = Marks::of(text.as_bytes());
        Line {
            number: 1,
            skipped: 0,
            text: Cow::Borrowed(text),
            marks,
            code: false,
            remark: None,
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        !self.code && is_blank(&self.text)
    }
}

/// The lines of a document.
pub(crate) struct Lines<'a> {
    rest: &'a str,
    number: u32,
    fence: Option<Fence>,
    in_comment: bool,
    /// How much of the document is left after the last `-->`: a comment that begins later never ends. Looked for when the
    /// first comment begins.
    after_last_comment: Option<usize>,
    in_list: bool,
    after_blank: bool,
}

#[derive(Clone, Copy)]
struct Fence {
    mark: char,
    length: usize,
}

impl<'a> Lines<'a> {
    /// The lines of `text`, the first of which is line `number`.
    pub(crate) fn new(text: &'a str, number: u32) -> Self {
        Lines {
            rest: text,
            number,
            fence: None,
            in_comment: false,
            after_last_comment: None,
            in_list: false,
            after_blank: true,
        }
    }

    /// The next line as it stands there, and its marks.
    fn next_raw(&mut self) -> Option<(&'a str, Marks)> {
        if self.rest.is_empty() {
            return None;
        }
        let (marks, length) = Marks::of_line(self.rest.as_bytes());
        let line = &self.rest[..length];
        self.rest = self.rest.get(length + 1..).unwrap_or("");
        Some((line.strip_suffix('\r').unwrap_or(line), marks))
    }

    /// Whether the line belongs to a fenced block of code, its fences included.
    fn fenced(&mut self, text: &str, marks: Marks) -> bool {
        if self.fence.is_none() && !marks.has(Marks::CODE.and(Marks::TILDE)) {
            return false;
        }
        let text = text.trim();
        let mark = text.chars().next().filter(|mark| matches!(mark, '`' | '~'));
        let length = mark.map_or(0, |mark| text.chars().take_while(|c| *c == mark).count());
        match (self.fence, mark) {
            (Some(fence), Some(mark))
                if mark == fence.mark && length >= fence.length && length == text.len() =>
            {
                self.fence = None;
                true
            }
            (Some(_), _) => true,
            // A fence of backticks has no backtick behind them: that's a code span.
            (None, Some(mark)) if length >= 3 && !(mark == '`' && text[length..].contains('`')) => {
                self.fence = Some(Fence { mark, length });
                true
            }
            (None, _) => false,
        }
    }

    /// Whether the line is code for being indented by four spaces. In a list that's just how its items go on.
    fn indented(&mut self, text: &str) -> bool {
        if is_blank(text) {
            return false;
        }
        let spaces = text.bytes().take_while(|byte| matches!(byte, b' ' | b'\t'));
        let indent: usize = spaces.map(|byte| if byte == b'\t' { 4 } else { 1 }).sum();
        if indent < 4 {
            self.in_list =
                is_list_item(text) || (self.in_list && (indent > 1 || !self.after_blank));
        }
        indent >= 4 && self.after_blank && !self.in_list
    }

    /// Whether nothing ends a comment, given what is left of its line, its mark included, and how much is left of the
    /// document behind the mark.
    fn never_ends(&mut self, line: &str, left: usize) -> bool {
        let rest = self.rest;
        let after_last = *self.after_last_comment.get_or_insert_with(|| {
            let of_rest = rest.rfind("-->").map(|end| rest.len() - end - 3);
            of_rest
                .or_else(|| {
                    line.rfind("-->")
                        .map(|end| rest.len() + line.len() - end - 3)
                })
                .unwrap_or(usize::MAX)
        });
        after_last == usize::MAX || left < after_last
    }

    /// The line with its comments blank, character for character.
    fn without_comments(
        &mut self,
        text: &'a str,
        marks: Marks,
    ) -> (Cow<'a, str>, Option<&'static str>) {
        let begins = marks.has(Marks::ANGLE) && text.contains("<!--");
        if !self.in_comment && !begins {
            return (Cow::Borrowed(text), None);
        }
        let spans = if self.in_comment {
            Vec::new()
        } else {
            code_spans(text)
        };
        let mut spans = spans.into_iter().peekable();
        let (mut remark, mut masked) = (None, false);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while at < text.len() {
            if self.in_comment {
                let end = text[at..].find("-->").map(|end| at + end + 3);
                self.in_comment = end.is_none();
                let end = end.unwrap_or(text.len());
                out.extend(text[at..end].chars().map(|_| ' '));
                masked = true;
                at = end;
                continue;
            }
            let Some(start) = text[at..].find("<!--").map(|start| at + start) else {
                break;
            };
            out.push_str(&text[at..start]);
            at = start;
            // What is left of the document behind the opening mark, its line included.
            let left = self.rest.len() + (text.len() - start) - 4;
            while spans.next_if(|span| span.end <= start).is_some() {}
            if let Some(span) = spans.next_if(|span| span.start < start) {
                out.push_str(&text[start..span.end]);
                at = span.end;
            } else if self.never_ends(&text[start..], left) {
                remark = Some("this comment never ends, so it's read as text");
                out.push_str("<!--");
                at += 4;
            } else {
                self.in_comment = true;
            }
        }
        out.push_str(&text[at..]);
        (
            if masked {
                Cow::Owned(out)
            } else {
                Cow::Borrowed(text)
            },
            remark,
        )
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let (raw, mut marks) = self.next_raw()?;
        let (text, skipped) = unquoted(raw);
        let was_fenced = self.fence.is_some();
        let code = !self.in_comment && (self.fenced(text, marks) || self.indented(text));
        let (text, mut remark) = if code {
            (Cow::Borrowed(text), None)
        } else {
            self.without_comments(text, marks)
        };
        if let Cow::Owned(text) = &text {
            marks = Marks::of(text.as_bytes());
        }
        if self.fence.is_some() && !was_fenced && !closes_later(self.fence, self.rest) {
            remark = Some("this code block never ends, so all that follows is code");
        }
        self.after_blank = is_blank(&text) || (code && self.fence.is_none() && !was_fenced);
        let line = Line {
            number: self.number,
            skipped,
            text,
            marks,
            code,
            remark,
        };
        self.number = self.number.saturating_add(1);
        Some(line)
    }
}

/// Whether a fence that has just opened is closed by some later line. Looked at once for each block, and a block that
/// is closed is passed over by it, so all of them together look at the document once.
fn closes_later(fence: Option<Fence>, rest: &str) -> bool {
    let Some(Fence { mark, length }) = fence else {
        return true;
    };
    rest.lines().any(|line| {
        let line = unquoted(line).0.trim();
        line.len() >= length && line.chars().all(|c| c == mark)
    })
}

/// Whether a text is white space, if anything.
fn is_blank(text: &str) -> bool {
    // Most are found out by their first byte.
    !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && text.trim().is_empty()
}

/// The line without the marks of quotation before it, and how many characters these take.
fn unquoted(line: &str) -> (&str, u32) {
    if !matches!(line.as_bytes().first(), Some(b' ' | b'>')) {
        return (line, 0);
    }
    let mut text = line;
    while let Some(rest) = text.trim_start_matches(' ').strip_prefix('>') {
        text = rest.strip_prefix(' ').unwrap_or(rest);
    }
    let skipped = line.len() - text.len();
    (text, u32::try_from(skipped).unwrap_or(u32::MAX))
}

fn is_list_item(text: &str) -> bool {
    let text = text.trim_start();
    let after = text.strip_prefix(['-', '*', '+']).or_else(|| {
        text.trim_start_matches(|c: char| c.is_ascii_digit())
            .strip_prefix(['.', ')'])
            .filter(|_| text.starts_with(|c: char| c.is_ascii_digit()))
    });
    after.is_some_and(|after| after.starts_with([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text lines of a document, comments blank and code left out.
    fn text(document: &str) -> Vec<String> {
        Lines::new(document, 1)
            .filter(|line| !line.code)
            .map(|line| line.text.into_owned())
            .collect()
    }

    #[test]
    fn what_is_not_text_is_taken_out() {
        for (document, expected) in [
            ("a\r\nb\n", vec!["a", "b"]),
            ("a\n```\nb\n```\nc", vec!["a", "c"]),
            ("~~~ x\n```\nb\n~~~~\nc", vec!["c"]),
            ("```a``` b", vec!["```a``` b"]),
            ("a <!-- b --> c", vec!["a            c"]),
            ("a <!-- b\nc\nd --> e", vec!["a       ", " ", "      e"]),
            ("a `<!--` b\n-->", vec!["a `<!--` b", "-->"]),
            ("a <!-- b\nc", vec!["a <!-- b", "c"]),
            ("<!-- a --> b <!-- c", vec!["           b <!-- c"]),
            ("> a\n> > b", vec!["a", "b"]),
            ("a\n\n    code\n\nb", vec!["a", "", "", "b"]),
            ("- a\n\n    b", vec!["- a", "", "    b"]),
            (
                "1. a\n\n    b\n\nc\n\n    d",
                vec!["1. a", "", "    b", "", "c", ""],
            ),
            ("a\n    b", vec!["a", "    b"]),
        ] {
            assert_eq!(text(document), expected, "{document}");
        }
    }

    #[test]
    fn what_never_ends_is_remarked() {
        for (document, line) in [("a\n<!-- b\nc", 2), ("a\nb\n```\nc\n~~~", 3)] {
            let remarked: Vec<_> = Lines::new(document, 1)
                .filter(|line| line.remark.is_some())
                .map(|line| line.number)
                .collect();
            assert_eq!(remarked, [line], "{document}");
        }
        assert!(Lines::new("```\na\n```\n<!-- b -->", 1).all(|line| line.remark.is_none()));
    }
}
