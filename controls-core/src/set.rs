//! A set of controls, as bits.

use core::{
    fmt,
    hash::{Hash, Hasher},
    iter::FusedIterator,
    ops::{BitAnd, BitOr, BitXor, Not, Sub},
};

use crate::Control;

/// A set of controls of one catalog: a bit for each, no allocation, `Copy`.
///
/// A set in a constant is made by the function `set` of the catalog's enum. Sets are united, intersected and so on by
/// `|`, `&`, `-`, `^` and `!`.
///
/// ```
/// use controls_core::ControlSet;
///
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" { Firewall = "Firewall", Tunnel = "Tunneling", Endpoint = "Endpoint" }
///     }
/// }
///
/// const OURS: ControlSet<Service> = Service::set(&[Service::Endpoint, Service::Firewall]);
/// assert!(OURS.contains(Service::Firewall));
/// assert_eq!((!OURS).iter().collect::<Vec<_>>(), [Service::Tunnel]);
/// assert_eq!(OURS | ControlSet::from_iter([Service::Tunnel]), ControlSet::ALL);
/// ```
#[derive(Clone, Copy)]
pub struct ControlSet<C: Control> {
    bits: C::Bits,
}

impl<C: Control> ControlSet<C> {
    /// The set without controls.
    pub const EMPTY: Self = ControlSet { bits: C::NO_BITS };

    /// The set of all controls of the catalog.
    pub const ALL: Self = ControlSet { bits: C::ALL_BITS };

    #[doc(hidden)]
    #[must_use]
    pub const fn __of(bits: C::Bits) -> Self {
        ControlSet { bits }
    }

    /// Whether the control is in it.
    #[must_use]
    pub fn contains(&self, control: C) -> bool {
        let (word, bit) = place(control.index());
        self.bits
            .as_ref()
            .get(word)
            .is_some_and(|word| word & bit != 0)
    }

    /// Adds a control. Returns whether it's new.
    pub fn insert(&mut self, control: C) -> bool {
        let is_new = !self.contains(control);
        let (word, bit) = place(control.index());
        if let Some(word) = self.bits.as_mut().get_mut(word) {
            *word |= bit;
        }
        is_new
    }

    /// Takes a control out. Returns whether it was in it.
    pub fn remove(&mut self, control: C) -> bool {
        let was_there = self.contains(control);
        let (word, bit) = place(control.index());
        if let Some(word) = self.bits.as_mut().get_mut(word) {
            *word &= !bit;
        }
        was_there
    }

    /// How many controls are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bits
            .as_ref()
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// Whether there are none in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bits.as_ref().iter().all(|word| *word == 0)
    }

    /// Whether all of its controls are in the other set.
    #[must_use]
    pub fn is_subset(&self, other: &Self) -> bool {
        (*self - *other).is_empty()
    }

    /// Whether no control is in both sets.
    #[must_use]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        (*self & *other).is_empty()
    }

    /// The controls, in the order of the catalog.
    #[must_use]
    pub fn iter(&self) -> ControlSetIter<C> {
        ControlSetIter { set: *self }
    }

    fn zip(mut self, other: Self, combine: impl Fn(u64, u64) -> u64) -> Self {
        for (word, other) in self.bits.as_mut().iter_mut().zip(other.bits.as_ref()) {
            *word = combine(*word, *other);
        }
        self
    }
}

/// The word and the bit of a control.
const fn place(index: usize) -> (usize, u64) {
    (index / 64, 1 << (index % 64))
}

impl<C: Control> BitOr for ControlSet<C> {
    type Output = Self;

    /// The union.
    fn bitor(self, other: Self) -> Self {
        self.zip(other, |one, other| one | other)
    }
}

impl<C: Control> BitAnd for ControlSet<C> {
    type Output = Self;

    /// The intersection.
    fn bitand(self, other: Self) -> Self {
        self.zip(other, |one, other| one & other)
    }
}

impl<C: Control> BitXor for ControlSet<C> {
    type Output = Self;

    /// What is in one of both only.
    fn bitxor(self, other: Self) -> Self {
        self.zip(other, |one, other| one ^ other)
    }
}

impl<C: Control> Sub for ControlSet<C> {
    type Output = Self;

    /// What is in the first and not in the second.
    fn sub(self, other: Self) -> Self {
        self.zip(other, |one, other| one & !other)
    }
}

impl<C: Control> Not for ControlSet<C> {
    type Output = Self;

    /// All other controls of the catalog.
    fn not(self) -> Self {
        Self::ALL - self
    }
}

impl<C: Control> Default for ControlSet<C> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<C: Control> PartialEq for ControlSet<C> {
    fn eq(&self, other: &Self) -> bool {
        self.bits.as_ref() == other.bits.as_ref()
    }
}

impl<C: Control> Eq for ControlSet<C> {}

impl<C: Control> Hash for ControlSet<C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.as_ref().hash(state);
    }
}

impl<C: Control> fmt::Debug for ControlSet<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<C: Control> FromIterator<C> for ControlSet<C> {
    fn from_iter<I: IntoIterator<Item = C>>(controls: I) -> Self {
        let mut set = Self::EMPTY;
        set.extend(controls);
        set
    }
}

impl<C: Control> Extend<C> for ControlSet<C> {
    fn extend<I: IntoIterator<Item = C>>(&mut self, controls: I) {
        for control in controls {
            self.insert(control);
        }
    }
}

impl<C: Control> IntoIterator for ControlSet<C> {
    type Item = C;
    type IntoIter = ControlSetIter<C>;

    fn into_iter(self) -> ControlSetIter<C> {
        self.iter()
    }
}

impl<C: Control> IntoIterator for &ControlSet<C> {
    type Item = C;
    type IntoIter = ControlSetIter<C>;

    fn into_iter(self) -> ControlSetIter<C> {
        self.iter()
    }
}

/// The controls of a set, in the order of the catalog.
#[derive(Clone, Debug)]
pub struct ControlSetIter<C: Control> {
    set: ControlSet<C>,
}

impl<C: Control> ControlSetIter<C> {
    fn take(&mut self, index: Option<usize>) -> Option<C> {
        let control = C::ALL.get(index?).copied()?;
        self.set.remove(control);
        Some(control)
    }
}

impl<C: Control> Iterator for ControlSetIter<C> {
    type Item = C;

    fn next(&mut self) -> Option<C> {
        let mut words = self.set.bits.as_ref().iter().enumerate();
        let first = words
            .find(|(_, word)| **word != 0)
            .map(|(at, word)| at * 64 + word.trailing_zeros() as usize);
        self.take(first)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.set.len(), Some(self.set.len()))
    }
}

impl<C: Control> DoubleEndedIterator for ControlSetIter<C> {
    fn next_back(&mut self) -> Option<C> {
        let mut words = self.set.bits.as_ref().iter().enumerate();
        let last = words
            .rfind(|(_, word)| **word != 0)
            .map(|(at, word)| at * 64 + 63 - word.leading_zeros() as usize);
        self.take(last)
    }
}

impl<C: Control> ExactSizeIterator for ControlSetIter<C> {}

impl<C: Control> FusedIterator for ControlSetIter<C> {}
