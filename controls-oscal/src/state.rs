//! What a finding amounts to on a given day, and how that is said.

use controls_core::{Date, Finding};

/// What a finding amounts to, in the order in which it's to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    NotAssessed,
    NotSatisfied,
    /// It was waived until a day that is over.
    Ended,
    Waived,
    Satisfied,
    NotApplicable,
}

impl State {
    pub(crate) const ALL: [State; 6] = [
        State::NotAssessed,
        State::NotSatisfied,
        State::Ended,
        State::Waived,
        State::Satisfied,
        State::NotApplicable,
    ];

    /// Without a day, no waiver has ended.
    pub(crate) fn of(finding: &Finding, today: Option<Date>) -> Self {
        match finding {
            Finding::Satisfied => State::Satisfied,
            Finding::NotSatisfied => State::NotSatisfied,
            Finding::NotApplicable => State::NotApplicable,
            Finding::Waived { until, .. } if today.is_some_and(|today| *until < today) => {
                State::Ended
            }
            Finding::Waived { .. } => State::Waived,
            Finding::NotAssessed => State::NotAssessed,
        }
    }

    /// Whether something is to be done.
    pub(crate) fn is_gap(self) -> bool {
        self <= State::Ended
    }

    /// A name for programs.
    pub(crate) fn name(self) -> &'static str {
        match self {
            State::NotAssessed => "not-assessed",
            State::NotSatisfied => "not-satisfied",
            State::Ended => "waiver-ended",
            State::Waived => "waived",
            State::Satisfied => "satisfied",
            State::NotApplicable => "not-applicable",
        }
    }

    pub(crate) fn words(self) -> &'static str {
        match self {
            State::NotAssessed => "not assessed",
            State::NotSatisfied => "not satisfied",
            State::Ended => "waiver ended",
            State::Waived => "waived",
            State::Satisfied => "satisfied",
            State::NotApplicable => "not applicable",
        }
    }

    /// What was found, in words: `waived until 2027-03-31: the pilot`.
    pub(crate) fn found(self, finding: &Finding) -> String {
        match finding {
            Finding::Waived { reason, until } => match self {
                State::Ended => format!("waiver ended on {until}: {reason}"),
                _ => format!("waived until {until}: {reason}"),
            },
            finding => finding.to_string(),
        }
    }
}
