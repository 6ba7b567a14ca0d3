//! What a finding amounts to on a given day.

use controls_core::{Date, Finding};

/// What a finding amounts to, in the order in which it's to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    NotAssessed,
    NotSatisfied,
    /// It was waived until a day that is over.
    RanOut,
    Waived,
    Satisfied,
    NotApplicable,
}

impl State {
    pub(super) const ALL: [State; 6] = [
        State::NotAssessed,
        State::NotSatisfied,
        State::RanOut,
        State::Waived,
        State::Satisfied,
        State::NotApplicable,
    ];

    /// Without a day, no waiver has run out.
    pub(super) fn of(finding: &Finding, today: Option<Date>) -> Self {
        match finding {
            Finding::Satisfied => State::Satisfied,
            Finding::NotSatisfied => State::NotSatisfied,
            Finding::NotApplicable => State::NotApplicable,
            Finding::Waived { until, .. } if today.is_some_and(|today| *until < today) => {
                State::RanOut
            }
            Finding::Waived { .. } => State::Waived,
            Finding::NotAssessed => State::NotAssessed,
        }
    }

    /// Whether something is to be done.
    pub(super) fn is_gap(self) -> bool {
        self <= State::RanOut
    }

    /// A name for programs.
    pub(super) fn name(self) -> &'static str {
        match self {
            State::NotAssessed => "not-assessed",
            State::NotSatisfied => "not-satisfied",
            State::RanOut => "waiver-ran-out",
            State::Waived => "waived",
            State::Satisfied => "satisfied",
            State::NotApplicable => "not-applicable",
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            State::NotAssessed => "not assessed",
            State::NotSatisfied => "not satisfied",
            State::RanOut => "waiver ran out",
            State::Waived => "waived",
            State::Satisfied => "satisfied",
            State::NotApplicable => "not applicable",
        }
    }
}
