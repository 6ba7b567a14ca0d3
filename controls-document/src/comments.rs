//! Comments, which are taken out of their lines.

use std::borrow::Cow;

use crate::spans::{code_spans, is_escaped};

/// What has been taken out of a line: so many characters, before the byte `at` of what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) at: usize,
    pub(crate) characters: u32,
}

/// A line without its comments.
#[derive(Debug)]
pub(crate) struct Uncommented<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) cuts: Box<[Cut]>,
    /// Why a comment that begins in it is text, if one is.
    pub(crate) no_comment: Option<&'static str>,
}

/// Takes comments out of the lines of a document, which are given in order.
#[derive(Debug)]
pub(crate) struct Comments<'a> {
    document: &'a str,
    is_open: bool,
    /// Where the next `-->` of the document is, or its end.
    end: Next,
    /// Where the next blank line of the document is, or its end.
    blank: Next,
    /// Where the next pipe of the document is that may split a row, or its end.
    pipe: Next,
}

/// Where something comes next, which is looked for again once that is passed: no part of the document twice.
#[derive(Debug, Default)]
struct Next(Option<usize>);

impl Next {
    /// The first place from a byte on. Bytes are asked for in order.
    fn from(&mut self, at: usize, find: impl FnOnce() -> usize) -> usize {
        match self.0 {
            Some(next) if next >= at => next,
            _ => *self.0.insert(find()),
        }
    }
}

/// The first blank line that begins at a byte or later.
fn blank_line(document: &str, at: usize) -> usize {
    let mut from = at;
    while let Some(end) = document[from..].find('\n') {
        let next = from + end + 1;
        let rest = document[next..].trim_start_matches([' ', '\t', '\r', '>']);
        if rest.is_empty() || rest.starts_with('\n') {
            return next;
        }
        from = next;
    }
    document.len()
}

impl<'a> Comments<'a> {
    pub(crate) fn new(document: &'a str) -> Self {
        Comments {
            document,
            is_open: false,
            end: Next::default(),
            blank: Next::default(),
            pipe: Next::default(),
        }
    }

    /// Whether the next line begins within a comment.
    pub(crate) fn is_open(&self) -> bool {
        self.is_open
    }

    /// Why what begins at a byte of the document is no comment, if it's none: it never ends, or it began within a row or a
    /// paragraph and doesn't end there.
    fn refusal(
        &mut self,
        start: usize,
        before: &str,
        line_end: usize,
        pipes: &Pipes,
        is_first: bool,
    ) -> Option<&'static str> {
        let document = self.document;
        let line = start - before.len();
        let len = document.len();
        let from = start + 4;
        let end = self.end.from(from, || {
            document[from..].find("-->").map_or(len, |end| from + end)
        });
        if end == len {
            return Some("this comment never ends, so it's read as text");
        }
        let begins_line = || {
            is_of_containers(before, true)
                && (is_of_containers(before, false) || is_after_blank(document, line))
        };
        if end < line_end {
            let pipe = self.pipe.from(from, || split_pipe(document, from));
            let is_row = pipes.is_before(start - line) || pipes.is_after(end - line);
            return (pipe < end && is_row && !(is_first && begins_line()))
                .then_some("the comment goes over cells of this row, so it's read as text");
        }
        if is_first && begins_line() {
            return None;
        }
        if pipes.is_before(start - line) {
            return Some(
                "the comment that begins in this row doesn't end in it, so it's read as text",
            );
        }
        let blank = self.blank.from(start, || blank_line(document, start));
        (blank < end).then_some(
            "the comment that begins in this paragraph doesn't end in it, so it's read as text",
        )
    }

    /// Takes the comments out of a text, which begins at the byte `offset` of the document.
    pub(crate) fn taken_out(&mut self, text: &'a str, offset: usize) -> Uncommented<'a> {
        let mut out = Uncommented {
            text: Cow::Borrowed(text),
            cuts: Box::default(),
            no_comment: None,
        };
        let first = text.find("<!--");
        if !self.is_open && first.is_none() {
            return out;
        }
        let pipes = Pipes::of(text);
        let spans = if self.is_open {
            Vec::new()
        } else {
            code_spans(text)
        };
        let mut spans = spans.into_iter().peekable();
        let (mut left, mut cuts) = (String::with_capacity(text.len()), Vec::new());
        let mut at = 0;
        while at < text.len() {
            if self.is_open {
                let end = text[at..].find("-->").map(|end| at + end + 3);
                self.is_open = end.is_none();
                let end = end.unwrap_or(text.len());
                let characters = text[at..end].chars().count();
                cuts.push(Cut {
                    at: left.len(),
                    characters: u32::try_from(characters).unwrap_or(u32::MAX),
                });
                at = end;
                continue;
            }
            let Some(start) = text[at..].find("<!--").map(|start| at + start) else {
                break;
            };
            left.push_str(&text[at..start]);
            at = start;
            while spans.next_if(|span| span.end <= start).is_some() {}
            if let Some(span) = spans.next_if(|span| span.start < start) {
                left.push_str(&text[start..span.end]);
                at = span.end;
            } else if is_escaped(text.as_bytes(), start) {
                left.push_str("<!--");
                at += 4;
            } else if let Some(why) = self.refusal(
                offset + start,
                &text[..start],
                offset + text.len(),
                &pipes,
                first == Some(start),
            ) {
                out.no_comment.get_or_insert(why);
                left.push_str("<!--");
                at += 4;
            } else {
                self.is_open = true;
            }
        }
        if !cuts.is_empty() {
            left.push_str(&text[at..]);
            out.text = Cow::Owned(left);
            out.cuts = cuts.into_boxed_slice();
        }
        out
    }
}

/// The first pipe of a line that splits it, and the last one.
struct Pipes(Option<(usize, usize)>);

impl Pipes {
    fn of(text: &str) -> Pipes {
        let splits = |(at, _): &(usize, &str)| !is_escaped(text.as_bytes(), *at);
        let first = text.match_indices('|').find(splits);
        let last = text.rmatch_indices('|').find(splits);
        Pipes(first.zip(last).map(|((first, _), (last, _))| (first, last)))
    }

    /// Whether one is before a byte.
    fn is_before(&self, start: usize) -> bool {
        self.0.is_some_and(|(first, _)| first < start)
    }

    /// Whether one is after a byte.
    fn is_after(&self, end: usize) -> bool {
        self.0.is_some_and(|(_, last)| last > end)
    }
}

/// The first pipe that isn't escaped, from a byte on, or the end of the document.
fn split_pipe(document: &str, from: usize) -> usize {
    let mut pipes = document[from..].match_indices('|');
    let pipe = pipes.find(|(at, _)| !is_escaped(document.as_bytes(), from + at));
    pipe.map_or(document.len(), |(at, _)| from + at)
}

/// Whether the line before the one that begins at a byte is blank.
fn is_after_blank(document: &str, at: usize) -> bool {
    let above = document[..at].strip_suffix('\n').unwrap_or(&document[..at]);
    let above = &above[above.rfind('\n').map_or(0, |end| end + 1)..];
    above.chars().all(|c| c.is_whitespace() || c == '>')
}

/// Whether nothing is before what begins a line but white space, and the marks of quotations and list items. Where a
/// paragraph may go on, a mark that is indented as code or counts on from another one is text.
fn is_of_containers(before: &str, after_blank: bool) -> bool {
    let mut rest = before;
    loop {
        let text = rest.trim_start_matches([' ', '\t']);
        let indentation = &rest[..rest.len() - text.len()];
        if !after_blank && (indentation.len() > 3 || indentation.contains('\t')) {
            return false;
        }
        if text.is_empty() {
            return true;
        }
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, mark) = text.split_at(digits);
        let is_number = after_blank || number == "1";
        let marked = match digits {
            0 => mark.strip_prefix(['-', '*', '+']),
            1..=9 => mark.strip_prefix(['.', ')']).filter(|_| is_number),
            _ => None,
        };
        let marked = marked.filter(|rest| rest.starts_with([' ', '\t']));
        match text.strip_prefix('>').or(marked) {
            // The space that is part of the mark doesn't count as indentation.
            Some(after) => rest = after.strip_prefix(' ').unwrap_or(after),
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_before_a_comment_that_begins_its_line() {
        for (before, after_blank, expected) in [
            ("", false, true),
            ("   ", false, true),
            ("> ", false, true),
            (">> - ", false, true),
            ("1. ", false, true),
            ("* 1) ", false, true),
            ("2. ", false, false),
            ("2. ", true, true),
            ("      ", false, false),
            ("      ", true, true),
            ("5 ", true, false),
            ("**", true, false),
            ("-", true, false),
            ("\u{a0}", true, false),
            ("a ", true, false),
        ] {
            assert_eq!(
                is_of_containers(before, after_blank),
                expected,
                "{before:?}"
            );
        }
    }
}
