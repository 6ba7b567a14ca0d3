//! The traits over all catalogs, for code that is generic.

use core::{fmt, hash::Hash, iter::Copied, slice, str::FromStr};

use crate::{
    Answer, Catalog, Fingerprint, Links, Position, Record, Section, UnknownControl, WithAnswer,
};

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

    /// The catalog as data.
    const CATALOG: &'static Catalog;

    #[doc(hidden)]
    type Bits: Copy + fmt::Debug + AsRef<[u64]> + AsMut<[u64]> + Send + Sync + Unpin + 'static;
    #[doc(hidden)]
    const NO_BITS: Self::Bits;
    #[doc(hidden)]
    const ALL_BITS: Self::Bits;

    /// All controls, one by one, forwards or backwards.
    fn all() -> Copied<slice::Iter<'static, Self>> {
        Self::ALL.iter().copied()
    }

    /// The index of the control in `ALL`, and among the records of the catalog.
    fn index(self) -> usize;

    /// The data of the control.
    fn record(self) -> Record {
        Self::CATALOG.__at(self.index())
    }

    /// The stable key in data.
    fn id(self) -> &'static str {
        Self::CATALOG.ids[self.index()]
    }

    /// What the row is about.
    fn title(self) -> &'static str {
        Self::CATALOG.__table.title(self.index())
    }

    /// The section that it stands in.
    fn section(self) -> Self::Section;

    /// The notes, as Markdown.
    fn notes(self) -> Option<&'static str> {
        Self::CATALOG.__table.notes(self.index())
    }

    /// The documentation, as Markdown.
    fn documentation(self) -> Option<&'static str> {
        Self::CATALOG.__table.documentation(self.index())
    }

    /// The links in the notes and the documentation.
    fn links(self) -> Links {
        Self::CATALOG.__table.links(self.index())
    }

    /// Where the row stands in the document, if the catalog has one.
    fn position(self) -> Option<Position> {
        Self::CATALOG.__table.position(self.index())
    }

    /// A digest of what the row says.
    fn fingerprint(self) -> Fingerprint {
        Self::CATALOG.__table.fingerprint(self.index())
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

    /// The control with this id.
    #[must_use]
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.get(Self::CATALOG.index_of(id)?).copied()
    }
}

/// A catalog whose rows have answers. A catalog without answers, such as a framework's, doesn't implement it.
///
/// ```
/// use controls_core::{Answered, Answer};
///
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No }
///     }
/// }
///
/// fn gaps<C: Answered>() -> impl Iterator<Item = &'static C> {
///     C::ALL.iter().filter(|control| control.answer() == Answer::No)
/// }
///
/// assert_eq!(gaps::<Service>().collect::<Vec<_>>(), [&Service::Tunnel]);
/// ```
#[diagnostic::on_unimplemented(
    message = "the rows of `{Self}` have no answers",
    note = "a catalog is `Answered` if its definition answers each row: `Firewall = \"Firewall support\" => Yes`"
)]
pub trait Answered: Control {
    /// What the row answers.
    fn answer(self) -> Answer;

    /// Asserts that the answer is still the one that was reviewed.
    ///
    /// # Panics
    ///
    /// When the answer is another one; the message says which, and where in the document.
    #[track_caller]
    fn assert_answer(self, reviewed: Answer) {
        Self::CATALOG.assert_answer(self.index(), reviewed);
    }

    /// The controls with this answer, in order, forwards or backwards, with their number known beforehand.
    #[must_use]
    fn with_answer(answer: Answer) -> WithAnswer<Self> {
        WithAnswer::new(answer)
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

    /// All sections, one by one, forwards or backwards.
    fn all() -> Copied<slice::Iter<'static, Self>> {
        Self::ALL.iter().copied()
    }

    /// The index of the section in `ALL`, and among the sections of the catalog.
    fn index(self) -> usize;

    /// The data of the section.
    fn section(self) -> &'static Section {
        &Self::Control::CATALOG.sections[self.index()]
    }

    /// The heading.
    fn title(self) -> &'static str {
        self.section().title
    }

    /// The controls of the section, in order.
    fn controls(self) -> &'static [Self::Control] {
        let section = self.section();
        Self::Control::ALL
            .get(section.first..section.first + section.count)
            .unwrap_or_default()
    }
}
