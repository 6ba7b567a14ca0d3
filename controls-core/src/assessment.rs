//! What a tool has found for every control of a catalog.

pub(crate) mod counts;
pub(crate) mod finding;
pub(crate) mod report;
#[cfg(feature = "serde")]
mod serde;
pub(crate) mod stored;

use alloc::vec::Vec;
use core::{fmt, marker::PhantomData};

use crate::{Control, Date};
use counts::Counts;
use finding::{Assessed, Finding};

/// What a tool has found for every control of a catalog: each has one finding, for it can only be made of a function, or
/// a total map, over all of them.
///
/// A control that hasn't been assessed is never counted as a pass. One that was stored with another edition of the catalog is
/// read as a [`StoredAssessment`](crate::StoredAssessment).
///
/// ```
/// use controls_core::{Assessed, Assessment, Finding};
///
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No }
///     }
/// }
///
/// let assessment = Assessment::from_fn(|control| match control {
///     Service::Firewall => Assessed::new(Finding::Satisfied, "rules of 2027-01-01"),
///     Service::Tunnel => Assessed::new(Finding::NotAssessed, ""),
/// });
/// assert_eq!(assessment.counts().satisfied, 1);
/// assert!(!assessment.passes());
/// assert_eq!(assessment.gaps().map(|(control, _)| control).collect::<Vec<_>>(), [Service::Tunnel]);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Assessment<C> {
    /// One for each control, in the order of the catalog.
    assessed: Vec<Assessed>,
    catalog: PhantomData<C>,
}

impl<C: Control> Assessment<C> {
    /// Makes an assessment by assessing each control, in order.
    pub fn from_fn(assess: impl FnMut(C) -> Assessed) -> Self {
        Assessment {
            assessed: C::all().map(assess).collect(),
            catalog: PhantomData,
        }
    }

    /// Returns what was found for a control.
    #[must_use]
    pub fn get(&self, control: C) -> &Assessed {
        &self.assessed[control.index()]
    }

    /// Replaces the finding for a control. Returns the one that it had.
    pub fn replace(&mut self, control: C, assessed: Assessed) -> Assessed {
        core::mem::replace(&mut self.assessed[control.index()], assessed)
    }

    /// Returns an iterator over all controls with what was found, in order.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (C, &Assessed)> + ExactSizeIterator {
        C::all().zip(&self.assessed)
    }

    /// Returns an iterator over the controls for which something is to be done, in order: those that aren't satisfied, and those that nobody has
    /// assessed.
    #[must_use]
    pub fn gaps(&self) -> impl DoubleEndedIterator<Item = (C, &Assessed)> {
        self.iter()
            .filter(|(_, assessed)| assessed.finding.is_gap())
    }

    /// Returns an iterator over the controls whose waiver has run out on a given day.
    #[must_use]
    pub fn expired(&self, today: Date) -> impl DoubleEndedIterator<Item = (C, &Assessed)> {
        self.iter()
            .filter(move |(_, assessed)| matches!(assessed.finding, Finding::Waived { until, .. } if until < today))
    }

    /// Returns whether there are no gaps. Waivers count as long as somebody lets them: see [`expired`](Self::expired).
    #[must_use]
    pub fn passes(&self) -> bool {
        self.gaps().next().is_none()
    }

    /// Returns how many there are of each finding.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(self.assessed.iter())
    }
}

impl<C: Control> fmt::Debug for Assessment<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(feature = "enum-map")]
impl<C: Control + enum_map::EnumArray<Assessed>> From<enum_map::EnumMap<C, Assessed>>
    for Assessment<C>
{
    fn from(mut map: enum_map::EnumMap<C, Assessed>) -> Self {
        let nothing = || Assessed::new(Finding::NotAssessed, "");
        Self::from_fn(|control| core::mem::replace(&mut map[control], nothing()))
    }
}
