//! The data of one control.

use core::fmt;

use crate::{Answer, Fingerprint, Links};

/// What a row says, as data. Made by [`controls!`](crate::controls!) only; the text is that of the definition, which
/// the macro has held against the document.
///
/// ```
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" { Firewall = "Firewall support" => Yes { notes: "By rules." } }
///     }
/// }
///
/// let record: controls_core::Record = Service::Firewall.record();
/// assert_eq!((record.id, record.title, record.notes), ("firewall", "Firewall support", Some("By rules.")));
/// assert_eq!(record.section, "Network");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Record {
    /// The stable key of the control in data, in kebab-case. Never a number or a position, never used again for
    /// another control.
    pub id: &'static str,
    /// What the row is about.
    pub title: &'static str,
    /// The heading of the section that the row stands in.
    pub section: &'static str,
    /// The answer; `None` throughout a catalog without answers.
    pub answer: Option<Answer>,
    /// The notes, as Markdown.
    pub notes: Option<&'static str>,
    /// The documentation, as Markdown.
    pub documentation: Option<&'static str>,
    /// The links in the notes, then those in the documentation.
    pub links: Links,
    /// Earlier ids and titles of the control.
    pub formerly: &'static [&'static str],
    /// A digest of what the row says.
    pub fingerprint: Fingerprint,
    /// The index of the section in [`Catalog::sections`](crate::Catalog::sections).
    pub section_index: usize,
    /// Where the row's title stands in the document; `None` in a catalog without a document.
    pub position: Option<Position>,
}

/// A place in a document.
///
/// ```
/// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall" } } }
/// // A catalog without a document has no positions.
/// assert_eq!(Service::Firewall.position(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl fmt::Display for Position {
    /// `line:column`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}
