//! Where a byte of a JSON text is.

use crate::{LineIndex, Place};

/// The places of a text.
pub(super) struct Places<'a> {
    text: &'a str,
    index: LineIndex,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Places {
            text,
            index: LineIndex::new(text),
        }
    }

    /// The place of what is between two bytes, or of the part of it in its first line.
    pub(super) fn of(&self, start: usize, end: usize) -> Place {
        self.index.place(self.text, start..end)
    }
}
