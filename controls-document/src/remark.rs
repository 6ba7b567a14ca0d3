//! What the reader has to say about a document.

use crate::Place;

/// Something that was read leniently, or left alone.
///
/// ```
/// let document = controls_document::read("## Network\n\n|Control|Yes/No|\n|--|--|--|\n|Firewall|No|\n")?;
/// assert_eq!(
///     document.remarks[0].message,
///     "the delimiter row has 3 cells, its header row 2 cells: a Markdown renderer shows no table here",
/// );
/// # Ok::<(), controls_document::ReadError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where.
    pub place: Place,
    /// What: lower case, no final stop.
    pub message: String,
}
