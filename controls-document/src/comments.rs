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
    /// Whether a comment begins in it that never ends, and is text.
    pub(crate) has_endless: bool,
}

/// Takes comments out of the lines of a document, which are given in order.
#[derive(Debug)]
pub(crate) struct Comments<'a> {
    document: &'a str,
    is_open: bool,
    /// Where the last `-->` of the document is, or its beginning: a comment that begins later never ends. Looked for when
    /// the first comment begins.
    last_end: Option<usize>,
}

impl<'a> Comments<'a> {
    pub(crate) fn new(document: &'a str) -> Self {
        Comments {
            document,
            is_open: false,
            last_end: None,
        }
    }

    /// Whether the next line begins within a comment.
    pub(crate) fn is_open(&self) -> bool {
        self.is_open
    }

    fn ends(&mut self, from: usize) -> bool {
        let document = self.document;
        let last_end = || document.rfind("-->").unwrap_or(0);
        *self.last_end.get_or_insert_with(last_end) >= from
    }

    /// Takes the comments out of a text, which begins at the byte `offset` of the document.
    pub(crate) fn taken_out(&mut self, text: &'a str, offset: usize) -> Uncommented<'a> {
        let mut out = Uncommented {
            text: Cow::Borrowed(text),
            cuts: Box::default(),
            has_endless: false,
        };
        if !self.is_open && !text.contains("<!--") {
            return out;
        }
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
            } else if self.ends(offset + start + 4) {
                self.is_open = true;
            } else {
                out.has_endless = true;
                left.push_str("<!--");
                at += 4;
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
