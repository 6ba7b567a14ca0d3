//! What the reader has to say about a document.

use std::{borrow::Cow, fmt};

use crate::Place;

/// Something that was read leniently, or left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where.
    pub place: Place,
    /// What.
    pub message: Message,
}

/// What a remark says, as text: lower case, no final stop. Put into words when it's shown, for most are never shown.
///
/// ```
/// let document = controls_document::read("## Network\n\n|Control|Yes/No|\n|--|--|--|\n|Firewall|No|\n")?;
/// assert_eq!(
///     document.remarks[0].message.to_string(),
///     "the delimiter row has 3 cells, its header row 2 cells: a Markdown renderer shows no table here",
/// );
/// # Ok::<(), controls_document::NoControls>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Text(Box<Cow<'static, str>>),
    Columns {
        delimiters: u32,
        headings: u32,
        empty: u32,
    },
}

impl Message {
    /// A delimiter row that has other columns than its header row, of which some may be empty.
    pub(crate) fn columns(delimiters: usize, headings: usize, empty: usize) -> Self {
        let count = |count| u32::try_from(count).unwrap_or(u32::MAX);
        Message(Kind::Columns {
            delimiters: count(delimiters),
            headings: count(headings),
            empty: count(empty),
        })
    }
}

impl From<&'static str> for Message {
    fn from(text: &'static str) -> Self {
        Message(Kind::Text(Box::new(Cow::Borrowed(text))))
    }
}

impl From<String> for Message {
    fn from(text: String) -> Self {
        Message(Kind::Text(Box::new(Cow::Owned(text))))
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Text(text) => f.pad(text),
            Kind::Columns {
                delimiters,
                headings,
                empty,
            } => {
                let (delimiters, headings) = (Count(*delimiters), Count(*headings));
                write!(
                    f,
                    "the delimiter row has {delimiters}, its header row {headings}"
                )?;
                match empty {
                    0 => {}
                    1 => f.write_str(" (one of them empty)")?,
                    empty => write!(f, " ({empty} of them empty)")?,
                }
                f.write_str(": a Markdown renderer shows no table here")
            }
        }
    }
}

/// A number of cells.
struct Count(u32);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1 => f.write_str("1 cell"),
            count => write!(f, "{count} cells"),
        }
    }
}
