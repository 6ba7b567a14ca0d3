//! The data of one control.

use core::fmt;

use crate::{Answer, Fingerprint, Link, const_string::ConstString};

/// What a row says, as data.
///
/// Made by [`controls!`](crate::controls!) only. The texts are those of the definition, with white space folded, which
/// the macro has held against the document.
///
/// ```
/// use controls_core::Record;
///
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" { Firewall = "Firewall support" => Yes { notes: "By rules." } }
///     }
/// }
///
/// let record: &'static Record = Service::Firewall.record();
/// assert_eq!((record.id, record.title, record.notes), ("firewall", "Firewall support", Some("By rules.")));
/// assert_eq!((record.name, record.section), ("Firewall", "Network"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Record {
    /// The stable key of the control in data, in kebab-case. Never a number or a position, never used again for
    /// another control.
    pub id: &'static str,
    /// The name of the variant.
    pub name: &'static str,
    /// The document's own number or code of the control, such as `1.2.1`. Documents renumber, so it's no key.
    pub label: Option<&'static str>,
    /// What the row is about.
    pub title: &'static str,
    /// The headings above its section, outermost first, as far as the definition names them with `#[group]`.
    pub group: &'static [&'static str],
    /// The heading of the section that contains the row.
    pub section: &'static str,
    /// The index of that section in [`Catalog::sections`](crate::Catalog::sections).
    #[cfg_attr(feature = "serde", serde(skip))]
    pub section_index: usize,
    /// The answer; `None` throughout a catalog without answers.
    pub answer: Option<Answer>,
    /// The notes, as Markdown; `None` where the cell is empty.
    pub notes: Option<&'static str>,
    /// The documentation, as Markdown; `None` where the cell is empty.
    pub documentation: Option<&'static str>,
    /// What further columns of the document say, those that `#[columns(also = […])]` binds. Empty cells are left out.
    pub properties: &'static [Property],
    /// The links in the notes, then those in the documentation.
    pub links: &'static [Link],
    /// Earlier ids and titles of the control.
    pub formerly: &'static [&'static str],
    /// What people search for.
    pub alias: &'static [&'static str],
    /// Where the row's title is in the document; `None` in a catalog without a document.
    pub position: Option<Position>,
    /// A digest of what the row says.
    pub fingerprint: Fingerprint,
    /// Whether the document has withdrawn the control: whether its row is `#[deprecated]`.
    pub withdrawn: bool,
}

/// What a further column of the document says of a control.
///
/// ```
/// controls_core::controls! {
///     enum Benchmark {
///         Hosts = "Hosts" { Permissions = "Permissions of the configuration" { label: "4.1", "Level": "L1" } }
///     }
/// }
///
/// let record = Benchmark::Permissions.record();
/// assert_eq!(record.label, Some("4.1"));
/// assert_eq!((record.properties[0].name, record.properties[0].value), ("Level", "L1"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Property {
    /// The heading of the column.
    pub name: &'static str,
    /// The text of the cell, as Markdown.
    pub value: &'static str,
}

/// A place in a document.
///
/// ```
/// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall" } } }
/// // A catalog without a document has no positions.
/// assert_eq!(Service::Firewall.position(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl fmt::Display for Position {
    /// Writes `line:column`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = ConstString::new().number(self.line);
        f.pad(line.text(":").number(self.column).as_str())
    }
}
