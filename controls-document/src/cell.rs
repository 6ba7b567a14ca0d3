//! A cell of a table: its text, and where it stands.

use std::{borrow::Cow, fmt, ops::Deref};

use crate::Place;

/// The text of one cell, trimmed, with `\|` as `|`. Empty where the cell is, or where the row has none.
///
/// Much of what a document takes in memory is cells, so they are kept small.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The text.
    pub text: Text<'a>,
    line: u32,
    column: u32,
}

impl<'a> Cell<'a> {
    pub(crate) fn new(text: Cow<'a, str>, place: Place) -> Self {
        let text = match text {
            Cow::Borrowed(text) => Text(Kind::Borrowed(text)),
            Cow::Owned(text) => Text(Kind::Owned(Box::new((text, place.width)))),
        };
        Cell {
            text,
            line: place.line,
            column: place.column,
        }
    }

    pub(crate) fn empty(place: Place) -> Self {
        Cell::new(Cow::Borrowed(""), place)
    }

    /// Where it stands; for an empty cell, where it would. Of a cell that a row broken in two has in two lines, the part
    /// in the first.
    #[must_use]
    pub fn place(&self) -> Place {
        let width = match &self.text.0 {
            // It stands in the document as it is.
            Kind::Borrowed(text) => u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
            Kind::Owned(text) => text.1,
        };
        Place {
            line: self.line,
            column: self.column,
            width,
        }
    }
}

/// A text that stands in a document in one piece, or a copy of it where it doesn't. Use it as a `&str`.
///
/// ```
/// let document = controls_document::read("## Network\n\n|Control|Yes/No|\n|--|--|\n|Fire\\|wall|No|\n")?;
/// let title: &str = &document.sections[0].controls[0].title.text;
/// assert_eq!(title, "Fire|wall");
/// # Ok::<(), controls_document::NoControls>(())
/// ```
#[derive(Clone)]
pub struct Text<'a>(Kind<'a>);

#[derive(Clone)]
enum Kind<'a> {
    Borrowed(&'a str),
    /// With its width in the document. Behind a single pointer, the whole takes no more room than a `&str`.
    Owned(Box<(String, u32)>),
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Kind::Borrowed(text) => text,
            Kind::Owned(text) => &text.0,
        }
    }
}

impl Default for Text<'_> {
    fn default() -> Self {
        Text(Kind::Borrowed(""))
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_small() {
        assert_eq!(size_of::<Cell<'_>>(), 24);
    }
}
