//! What was found for one control.

use alloc::string::String;
use core::fmt;

use crate::Date;

/// A finding, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(::serde::Serialize, ::serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Assessed {
    /// The finding.
    pub finding: Finding,
    /// What it rests on, for a reader; empty if nothing.
    pub evidence: String,
}

/// Whether a control is satisfied.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(::serde::Serialize, ::serde::Deserialize),
    serde(deny_unknown_fields)
)]
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
