//! Crosswalks: which controls of one catalog have to do with which of another.

use core::fmt;

use crate::Control;

/// What a control of one catalog is to a control of another.
///
/// The relations are those of OSCAL's mappings. Where there's none, there's no mapping.
///
/// ```
/// use controls_core::Relation;
///
/// assert_eq!(Relation::SubsetOf.converse(), Relation::SupersetOf);
/// assert_eq!(Relation::SubsetOf.to_string(), "subset-of");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Relation {
    /// Both ask for the same in the same words.
    EqualTo,
    /// Both ask for the same in other words.
    EquivalentTo,
    /// The second asks for all that the first asks for, and for more.
    SubsetOf,
    /// The first asks for all that the second asks for, and for more.
    SupersetOf,
    /// They have something in common, and each asks for more.
    IntersectsWith,
}

impl Relation {
    /// Returns what the second control is to the first.
    #[must_use]
    pub const fn converse(self) -> Self {
        match self {
            Relation::SubsetOf => Relation::SupersetOf,
            Relation::SupersetOf => Relation::SubsetOf,
            same => same,
        }
    }

    /// Returns what OSCAL calls it, for example `subset-of`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Relation::EqualTo => "equal-to",
            Relation::EquivalentTo => "equivalent-to",
            Relation::SubsetOf => "subset-of",
            Relation::SupersetOf => "superset-of",
            Relation::IntersectsWith => "intersects-with",
        }
    }
}

impl fmt::Display for Relation {
    /// Writes what OSCAL calls it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What a control of one catalog has to do with a control of another. Made by [`crosswalk!`](crate::crosswalk!).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Mapping<S, T> {
    /// The control of the first catalog.
    pub source: S,
    /// What it is to the other one.
    pub relation: Relation,
    /// The control of the second catalog.
    pub target: T,
}

/// Which controls of one catalog have to do with which of another, as data. Made by [`crosswalk!`](crate::crosswalk!).
///
/// ```
/// # controls_core::controls! { pub enum Service { Network = "Network" { Firewall = "Firewall", Tunnel = "Tunnel" } } }
/// # controls_core::controls! { pub enum Framework { Protection = "Protection" { Boundary = "Boundary protection" } } }
/// use controls_core::{Control, Crosswalk};
///
/// controls_core::crosswalk! {
///     struct ServiceToFramework: Service => Framework {
///         Firewall => [SubsetOf(Boundary)],
///         Tunnel => [],
///     }
/// }
///
/// fn lines<S: Control, T: Control>(crosswalk: &Crosswalk<S, T>) -> Vec<String> {
///     let mappings = crosswalk.mappings().iter();
///     mappings.map(|mapping| format!("{} {} {}", mapping.source.id(), mapping.relation, mapping.target.id())).collect()
/// }
///
/// assert_eq!(lines(ServiceToFramework::CROSSWALK), ["firewall subset-of boundary"]);
/// ```
pub struct Crosswalk<S: 'static, T: 'static> {
    pub(crate) by_source: Sorted<S, T>,
    pub(crate) by_target: Sorted<S, T>,
}

/// Mappings in the order of the controls on one side.
pub(crate) struct Sorted<S: 'static, T: 'static> {
    pub(crate) mappings: &'static [Mapping<S, T>],
    /// For each control of that side the index of its first mapping, and at the end the number of mappings.
    pub(crate) starts: &'static [usize],
}

impl<S, T> Sorted<S, T> {
    pub(crate) const fn at(&self, index: usize) -> &'static [Mapping<S, T>] {
        let (start, end) = (self.starts[index], self.starts[index + 1]);
        self.mappings.split_at(end).0.split_at(start).1
    }
}

impl<S: Control, T: Control> Crosswalk<S, T> {
    /// Returns all mappings, in the order of the first catalog, and of the row of each control.
    #[must_use]
    pub fn mappings(&self) -> &'static [Mapping<S, T>] {
        self.by_source.mappings
    }

    /// Returns the mappings of a control of the first catalog, in the order of its row.
    #[must_use]
    pub fn of(&self, source: S) -> &'static [Mapping<S, T>] {
        self.by_source.at(source.index())
    }

    /// Returns the mappings to a control of the second catalog, in the order of the first.
    #[must_use]
    pub fn to(&self, target: T) -> &'static [Mapping<S, T>] {
        self.by_target.at(target.index())
    }

    /// Returns an iterator over all controls of the first catalog with their mappings, in order.
    #[must_use]
    pub fn by_source(
        &self,
    ) -> impl DoubleEndedIterator<Item = (S, &'static [Mapping<S, T>])> + ExactSizeIterator {
        S::all().map(|source| (source, self.of(source)))
    }

    /// Returns an iterator over all controls of the second catalog with the mappings to them, in order.
    #[must_use]
    pub fn by_target(
        &self,
    ) -> impl DoubleEndedIterator<Item = (T, &'static [Mapping<S, T>])> + ExactSizeIterator {
        T::all().map(|target| (target, self.to(target)))
    }
}

impl<S: Control, T: Control> fmt::Debug for Crosswalk<S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.mappings()).finish()
    }
}

#[cfg(feature = "serde")]
impl<S: Control + serde::Serialize, T: Control + serde::Serialize> serde::Serialize
    for Crosswalk<S, T>
{
    fn serialize<Z: serde::Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_seq(self.mappings())
    }
}
