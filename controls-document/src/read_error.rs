//! Why a document can't be read as controls.

use std::fmt;

use crate::{MOST_CONTROLS, NoControls, Place};

/// Why a document can't be read as controls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is nothing that a catalog could be held against.
    NoControls(Box<NoControls>),
    /// Two columns of a table have one role.
    TwoColumns {
        /// What both columns hold.
        role: String,
        /// The heading of the first one.
        first: Place,
        /// The heading of the second one.
        second: Place,
        /// All headings of the table.
        headings: String,
    },
    /// One column of a table has two roles.
    TwoRoles {
        /// What the column would hold.
        roles: [String; 2],
        /// Its heading.
        heading: String,
        /// Where that is.
        place: Place,
    },
    /// A row has a blank answer, and the binding doesn't say what that means.
    Blank {
        /// The title of the row.
        title: String,
        /// Where that is.
        place: Place,
    },
    /// Two rows of one section have the same label and the same title, so that nothing tells one from the other.
    Twins {
        /// The label.
        label: String,
        /// The title.
        title: String,
        /// The label of the first one.
        first: Place,
        /// The label of the second one.
        second: Place,
    },
    /// The text isn't what its kind of file is.
    Malformed {
        /// What is wrong.
        what: String,
        /// What to do about it.
        help: &'static str,
        /// Where.
        place: Place,
    },
    /// Two things in a catalog in OSCAL have one id.
    TwoIds {
        /// The id.
        id: String,
        /// The way to the second one in the JSON.
        path: String,
        /// Where the first one is.
        first: Place,
        /// Where the second one is.
        second: Place,
    },
    /// There are more controls than a catalog can have.
    TooMany {
        /// The first one that it can't.
        what: String,
        /// Where that is.
        place: Place,
    },
    /// A column is bound to say which section a row is in, and the document isn't CSV.
    SectionColumn,
    /// The heading of the answers names the word for no first.
    NoFirst {
        /// The heading.
        heading: String,
        /// Where it is.
        place: Place,
    },
}

impl ReadError {
    /// Returns the places in the document that it's about, in order.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        match self {
            ReadError::NoControls(reason) => reason.place().into_iter().collect(),
            ReadError::SectionColumn => Vec::new(),
            ReadError::TwoColumns { first, second, .. }
            | ReadError::TwoIds { first, second, .. }
            | ReadError::Twins { first, second, .. } => {
                vec![*first, *second]
            }
            ReadError::TwoRoles { place, .. }
            | ReadError::Blank { place, .. }
            | ReadError::Malformed { place, .. }
            | ReadError::TooMany { place, .. }
            | ReadError::NoFirst { place, .. } => vec![*place],
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::NoControls(reason) => reason.fmt(f),
            ReadError::TwoColumns { role, headings, .. } => write!(
                f,
                "two columns of one table hold {role}, and only one can be read: the headings are `{headings}`"
            ),
            ReadError::TwoRoles {
                roles: [one, other],
                heading,
                ..
            } => write!(
                f,
                "the column `{heading}` is bound twice: it can't hold both {one} and {other}"
            ),
            ReadError::TooMany { what, .. } => write!(
                f,
                "{what} is control {} of this catalog, and an enum can have {MOST_CONTROLS}",
                MOST_CONTROLS + 1
            ),
            ReadError::Blank { title, .. } => write!(
                f,
                "the row `{title}` has a blank answer, and nothing says what that means"
            ),
            ReadError::Twins { label, title, .. } => write!(
                f,
                "two rows of one section have the label `{label}` and the title `{title}`, and nothing else tells one from the other"
            ),
            ReadError::Malformed { what, .. } => f.write_str(what),
            ReadError::TwoIds { id, path, .. } => {
                write!(f, "the id `{id}` is in the catalog already: `{path}`")
            }
            ReadError::SectionColumn => f.write_str(
                "a column is bound to say which section a row is in, and in Markdown the heading above a table says that",
            ),
            ReadError::NoFirst { heading, .. } => write!(
                f,
                "the column headed `{heading}` would be read with `yes` and `no` exchanged: the first word of such a heading is the one for yes"
            ),
        }
    }
}

impl std::error::Error for ReadError {}
