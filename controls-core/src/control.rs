//! The traits over all catalogs, for code that is generic.

use core::{fmt, hash::Hash};

use crate::{Answer, Catalog, Link, Position, Record};

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
pub trait Control: Copy + Ord + Hash + fmt::Debug + fmt::Display + Send + Sync + Unpin + 'static {
    /// The enum of the sections.
    type Section: ControlSection<Control = Self>;

    /// All controls, in the order of the definition.
    const ALL: &'static [Self];

    /// The catalog as data.
    const CATALOG: &'static Catalog;

    /// The index of the control in [`ALL`](Self::ALL) and in [`Catalog::records`].
    fn index(self) -> usize;

    /// The data of the control.
    fn record(self) -> &'static Record {
        &Self::CATALOG.records[self.index()]
    }

    /// The stable key in data.
    fn id(self) -> &'static str {
        self.record().id
    }

    /// What the row is about.
    fn title(self) -> &'static str {
        self.record().title
    }

    /// The section that it stands in.
    fn section(self) -> Self::Section;

    /// The notes, as Markdown.
    fn notes(self) -> Option<&'static str> {
        self.record().notes
    }

    /// The documentation, as Markdown.
    fn documentation(self) -> Option<&'static str> {
        self.record().documentation
    }

    /// The links in the notes and the documentation.
    fn links(self) -> &'static [Link] {
        self.record().links
    }

    /// Where the row stands in the document, if the catalog has one.
    fn position(self) -> Option<Position> {
        self.record().position
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
pub trait ControlSection: Copy + Ord + Hash + fmt::Debug + fmt::Display + Send + Sync + Unpin + 'static {
    /// The enum of the controls.
    type Control: Control<Section = Self>;

    /// All sections, in the order of the definition.
    const ALL: &'static [Self];

    /// The index of the section in [`ALL`](Self::ALL) and in [`Catalog::sections`].
    fn index(self) -> usize;

    /// The heading.
    fn title(self) -> &'static str {
        Self::Control::CATALOG.sections[self.index()].title
    }

    /// The controls of the section, in order.
    fn controls(self) -> &'static [Self::Control] {
        let section = &Self::Control::CATALOG.sections[self.index()];
        Self::Control::ALL.get(section.first..section.first + section.count).unwrap_or_default()
    }
}
