//! What a tool has found for every control of a catalog.

mod report;
#[cfg(feature = "serde")]
mod serde;

use alloc::{string::String, vec::Vec};
use core::{fmt, marker::PhantomData};

use crate::{Control, Date};

pub use report::{Counts, Report};

/// What a tool has found for every control of a catalog: each has one finding, for it can only be made of a function, or
/// a total map, over all of them.
///
/// A control that hasn't been assessed is never counted as a pass.
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

/// A finding, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    /// The finding.
    pub finding: Finding,
    /// What it rests on, for a reader; empty if nothing.
    pub evidence: String,
}

/// Whether a control is satisfied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It is.
    Satisfied,
    /// It isn't.
    NotSatisfied,
    /// The control doesn't apply to what was assessed.
    NotApplicable,
    /// It isn't, and somebody has accepted that for a time.
    Waived {
        /// Why.
        reason: String,
        /// The last day on which that is so.
        until: Date,
    },
    /// Nobody has looked. Never counted as a pass.
    NotAssessed,
}

impl Assessed {
    /// A finding with what it rests on.
    #[must_use]
    pub fn new(finding: Finding, evidence: impl Into<String>) -> Self {
        Assessed {
            finding,
            evidence: evidence.into(),
        }
    }
}

impl Finding {
    /// Whether it's something to be done: not satisfied, or not assessed.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        matches!(self, Finding::NotSatisfied | Finding::NotAssessed)
    }
}

impl fmt::Display for Finding {
    /// `satisfied`, `not satisfied`, `not applicable`, `waived until …`, or `not assessed`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::Satisfied => f.pad("satisfied"),
            Finding::NotSatisfied => f.pad("not satisfied"),
            Finding::NotApplicable => f.pad("not applicable"),
            Finding::Waived { until, .. } => f.pad(&alloc::format!("waived until {until}")),
            Finding::NotAssessed => f.pad("not assessed"),
        }
    }
}

impl<C: Control> Assessment<C> {
    /// Assesses each control, in order.
    pub fn from_fn(assess: impl FnMut(C) -> Assessed) -> Self {
        Assessment {
            assessed: C::all().map(assess).collect(),
            catalog: PhantomData,
        }
    }

    /// What was found for a control.
    #[must_use]
    pub fn get(&self, control: C) -> &Assessed {
        &self.assessed[control.index()]
    }

    /// Puts another finding in place of the one for a control, which it returns.
    pub fn replace(&mut self, control: C, assessed: Assessed) -> Assessed {
        core::mem::replace(&mut self.assessed[control.index()], assessed)
    }

    /// All controls with what was found, in order.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (C, &Assessed)> + ExactSizeIterator {
        C::all().zip(&self.assessed)
    }

    /// The controls for which something is to be done, in order: those that aren't satisfied, and those that nobody has
    /// assessed.
    #[must_use]
    pub fn gaps(&self) -> impl DoubleEndedIterator<Item = (C, &Assessed)> {
        self.iter()
            .filter(|(_, assessed)| assessed.finding.is_gap())
    }

    /// The controls whose waiver has run out on a given day.
    #[must_use]
    pub fn expired(&self, today: Date) -> impl DoubleEndedIterator<Item = (C, &Assessed)> {
        self.iter()
            .filter(move |(_, assessed)| matches!(assessed.finding, Finding::Waived { until, .. } if until < today))
    }

    /// Whether there are no gaps. Waivers count as long as somebody lets them: see [`expired`](Self::expired).
    #[must_use]
    pub fn passes(&self) -> bool {
        self.gaps().next().is_none()
    }

    /// How many there are of each finding.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(self.assessed.iter())
    }

    /// The assessment for a reader: by section, with counts, as a table.
    #[must_use]
    pub fn report(&self) -> Report<'_, C> {
        Report::new(self)
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
