//! The traits over all catalogs, for code that is generic.

use core::{fmt, hash::Hash, iter::Copied, slice, str::FromStr};

use crate::{Catalog, Fingerprint, Link, Position, Record, Section, UnknownControl};

/// A catalog's enum. Implemented by [`controls!`](crate::controls!), which also gives the enum `const fn`s of the same
/// names.
///
/// ```
/// use controls_core::Control;
///
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No }
///     }
/// }
///
/// fn ids<C: Control>() -> Vec<&'static str> {
///     C::ALL.iter().map(|control| control.id()).collect()
/// }
///
/// assert_eq!(ids::<Service>(), ["firewall", "tunnel"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a catalog of controls",
    label = "not a catalog",
    note = "`controls_core::controls!` makes one, and implements `Control` for it"
)]
pub trait Control:
    Copy
    + Ord
    + Hash
    + fmt::Debug
    + fmt::Display
    + FromStr<Err = UnknownControl>
    + Send
    + Sync
    + Unpin
    + 'static
{
    /// The enum of the sections.
    type Section: ControlSection<Control = Self>;

    /// All controls, in the order of the definition.
    const ALL: &'static [Self];

    /// How many controls there are.
    const COUNT: usize = Self::ALL.len();

    /// The catalog as data.
    const CATALOG: &'static Catalog;

    #[doc(hidden)]
    type Bits: Copy + fmt::Debug + AsRef<[u64]> + AsMut<[u64]> + Send + Sync + Unpin + 'static;
    #[doc(hidden)]
    const NO_BITS: Self::Bits;
    #[doc(hidden)]
    const ALL_BITS: Self::Bits;

    /// Returns an iterator over all controls, in order.
    fn all() -> Copied<slice::Iter<'static, Self>> {
        Self::ALL.iter().copied()
    }

    /// Returns the index of the control in `ALL`, and in the records of the catalog.
    fn index(self) -> usize;

    /// Returns the data of the control.
    fn record(self) -> &'static Record {
        &Self::CATALOG.records[self.index()]
    }

    /// Returns the stable key of the control in data.
    fn id(self) -> &'static str {
        self.record().id
    }

    /// Returns the document's own number or code of the control; `None` where it has none.
    fn label(self) -> Option<&'static str> {
        self.record().label
    }

    /// Returns what the row is about, word for word.
    fn title(self) -> &'static str {
        self.record().title
    }

    /// Returns the section that contains the row.
    fn section(self) -> Self::Section;

    /// Returns the notes, as Markdown; `None` where the cell is empty.
    fn notes(self) -> Option<&'static str> {
        self.record().notes
    }

    /// Returns the documentation, as Markdown; `None` where the cell is empty.
    fn documentation(self) -> Option<&'static str> {
        self.record().documentation
    }

    /// Returns the links in the notes, then those in the documentation.
    fn links(self) -> &'static [Link] {
        self.record().links
    }

    /// Returns where the row's title is in the document; `None` in a catalog without a document.
    fn position(self) -> Option<Position> {
        self.record().position
    }

    /// Returns a digest of what the row says.
    fn fingerprint(self) -> Fingerprint {
        self.record().fingerprint
    }

    /// Asserts that the row says what it said when it was reviewed, by its fingerprint.
    ///
    /// # Panics
    ///
    /// When it says something else; the message has the fingerprint to write after a review.
    #[track_caller]
    fn assert_fingerprint(self, reviewed: &str) {
        Self::CATALOG.assert_record(self.index(), reviewed);
    }

    /// Returns the control with this id, letter for letter.
    #[must_use]
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.get(Self::CATALOG.index_of(id)?).copied()
    }
}

/// A catalog's enum of sections. Implemented by [`controls!`](crate::controls!).
///
/// ```
/// use controls_core::{Control, ControlSection};
///
/// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall", Tunnel = "Tunnel" } } }
/// fn sizes<C: Control>() -> Vec<(&'static str, usize)> {
///     C::Section::ALL.iter().map(|section| (section.title(), section.controls().len())).collect()
/// }
///
/// assert_eq!(sizes::<Service>(), [("Network", 2)]);
/// ```
pub trait ControlSection:
    Copy + Ord + Hash + fmt::Debug + fmt::Display + Send + Sync + Unpin + 'static
{
    /// The enum of the controls.
    type Control: Control<Section = Self>;

    /// All sections, in the order of the definition.
    const ALL: &'static [Self];

    /// Returns an iterator over all sections, in order.
    fn all() -> Copied<slice::Iter<'static, Self>> {
        Self::ALL.iter().copied()
    }

    /// Returns the index of the section in `ALL`, and in the sections of the catalog.
    fn index(self) -> usize;

    /// Returns the data of the section.
    fn section(self) -> &'static Section {
        &Self::Control::CATALOG.sections[self.index()]
    }

    /// Returns the heading, word for word.
    fn title(self) -> &'static str {
        self.section().title
    }

    /// Returns the headings above the section, outermost first, as far as the definition names them.
    fn group(self) -> &'static [&'static str] {
        self.section().group
    }

    /// Returns the controls of the section, in order.
    fn controls(self) -> &'static [Self::Control] {
        let section = self.section();
        Self::Control::ALL
            .get(section.first..section.first + section.records.len())
            .unwrap_or_default()
    }
}
