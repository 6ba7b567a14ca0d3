//! A cell of a table: its text, and where it is.

use crate::{Place, Text};

/// One cell of a row, with `\|` as `|`. Empty where the cell is, or where the row has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The text.
    pub text: Text<'a>,
    place: Place,
}

impl<'a> Cell<'a> {
    pub(crate) fn new(text: Text<'a>, place: Place) -> Self {
        Cell { text, place }
    }

    pub(crate) fn empty(place: Place) -> Self {
        Cell::new(Text::default(), place)
    }

    /// Returns where it is; of an empty cell, where it would be, and of one that goes on in another line, the part in the
    /// first line.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }
}
