//! Where something is in a document.

/// A stretch of one line of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The first character, counted in characters from 1.
    pub column: u32,
    /// How many characters.
    pub width: u32,
}

/// How many characters a text has.
pub(crate) fn width(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}
