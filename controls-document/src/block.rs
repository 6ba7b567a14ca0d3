//! Blocks of what is no Markdown, and whether one is closed further down.

use crate::{Place, containers::Cursor, verbatim::Verbatim};

/// A block of what is no Markdown, which is open.
pub(crate) struct Block {
    pub(crate) what: Verbatim,
    /// How many quotations and list items it's in.
    pub(crate) depth: usize,
    /// How many of them are quotations.
    pub(crate) quotations: usize,
    /// By how many columns its first line is indented.
    pub(crate) indent: usize,
    pub(crate) place: Place,
}

/// What follows in the text, of which no more than all of it is looked at in all.
pub(crate) struct Ahead<'a> {
    text: &'a str,
    left: usize,
}

impl<'a> Ahead<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let left = text.len();
        Ahead { text, left }
    }

    /// Whether the lines after the byte `end` are indented as a block is, up to one that closes it.
    pub(crate) fn is_closed(&mut self, block: &Block, end: usize) -> bool {
        for line in self.text[end..].split('\n').skip(1) {
            self.left = self.left.saturating_sub(line.len());
            let mut cursor = Cursor::new(line);
            let is_quoted = (0..block.quotations).all(|_| cursor.quotation());
            if !is_quoted || self.left == 0 {
                return false;
            }
            if cursor.is_blank() {
                continue;
            }
            let indent = line.len() - cursor.rest().len() + cursor.indent();
            if indent < block.indent || block.what.is_closed_by(cursor.rest()) {
                return indent >= block.indent;
            }
        }
        false
    }

    /// Whether the last of the fences after the byte `end` would open a block that never ends, if none is open there.
    pub(crate) fn ends_in_code(&mut self, block: &Block, end: usize) -> bool {
        let mut is_open = false;
        for line in self.text[end..].split('\n').skip(1) {
            self.left = self.left.saturating_sub(line.len());
            if self.left == 0 {
                return false;
            }
            let mut cursor = Cursor::new(line);
            for _ in 0..block.quotations {
                cursor.quotation();
            }
            is_open = if is_open {
                !block.what.is_closed_by(cursor.rest())
            } else {
                block.what.is_opened_by(cursor.rest())
            };
        }
        is_open
    }
}
