//! What is required and missing, as alerts.

use super::gaps::{Gap, Lacking};
use crate::show::alert::{Alert, Location};

/// The gaps, each at the row of the control.
pub(super) fn alerts(gaps: &[Gap<'_, '_>]) -> Vec<Alert> {
    gaps.iter()
        .map(|gap| Alert {
            rule: match gap.lacking {
                Lacking::Code | Lacking::Both => "unsatisfied",
                Lacking::Test => "unverified",
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
