//! What is required and missing, as alerts.

use super::{arguments::Requirement, gaps::Gap};
use crate::show::alert::{Alert, Location};

/// The gaps, each at the row of the control.
pub(super) fn alerts(gaps: &[Gap<'_, '_>]) -> Vec<Alert> {
    gaps.iter()
        .map(|gap| Alert {
            rule: match gap.lacking {
                Requirement::Satisfied => "unsatisfied",
                Requirement::Verified => "unverified",
            },
            release: None,
            title: gap.control.path(),
            message: gap.message(),
            help: Some(gap.help()),
            at: Location::in_source(&gap.control.place),
            other: None,
        })
        .collect()
}
