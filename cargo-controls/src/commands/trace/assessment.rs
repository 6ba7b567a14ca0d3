//! A catalog as the `Assessment` that `controls-core` reads.

use serde::Serialize;

use crate::{
    show::json::{InOrder, Schema, results},
    traced::model::{Claimed, State, TracedCatalog, TracedControl},
};

/// A finding for each control, by its id.
pub(super) fn assessment(catalog: &TracedCatalog<'_>) -> String {
    let controls = catalog.controls();
    results(
        Schema::Assessment,
        &InOrder(
            controls
                .map(|control| (control.id, AssessedJson::of(control)))
                .collect(),
        ),
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct AssessedJson<'a> {
    finding: FindingJson<'a>,
    /// What it rests on, in words; empty if nothing.
    evidence: String,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
enum FindingJson<'a> {
    Satisfied,
    NotSatisfied,
    NotApplicable,
    /// Somebody has accepted that the control isn't satisfied.
    Waived {
        reason: &'a str,
        /// The last day on which that is so, as `YYYY-MM-DD`.
        until: &'a str,
    },
    NotAssessed,
}

impl<'a> AssessedJson<'a> {
    fn of(control: &'a TracedControl<'_>) -> Self {
        if let Some(failed) = control.failed() {
            return AssessedJson {
                finding: FindingJson::NotSatisfied,
                evidence: format!("the test {} failed", failed.item.path),
            };
        }
        // Of several the one that is valid for longest. Whoever reads an assessment compares the day with that of the reading,
        // so one that has ended is there too.
        let built = control.waivers.iter().map(|of| of.waiver);
        let built = built.filter(|waiver| waiver.item.idle.is_none());
        let waiver = built.max_by_key(|waiver| &waiver.until);
        match (control.state(), waiver) {
            (State::Verified | State::Satisfied, _) => AssessedJson {
                finding: FindingJson::Satisfied,
                evidence: evidence(control),
            },
            (_, Some(waiver)) => AssessedJson {
                finding: FindingJson::Waived {
                    reason: &waiver.reason,
                    until: &waiver.until,
                },
                evidence: evidence(control),
            },
            (State::Withdrawn, None) => AssessedJson {
                finding: FindingJson::NotApplicable,
                evidence: "withdrawn".to_owned(),
            },
            (_, None) => AssessedJson {
                finding: FindingJson::NotAssessed,
                evidence: evidence(control),
            },
        }
    }
}

/// What counts for a control, in words.
fn evidence(control: &TracedControl<'_>) -> String {
    let list = |verb: &str, claims: &[Claimed<'_>]| {
        let items = claims.iter().filter(|claim| claim.counts());
        let items: Vec<&str> = items.map(|claim| &*claim.item.path).collect();
        (!items.is_empty()).then(|| format!("{verb} by {}", items.join(", ")))
    };
    let parts = [
        list("satisfied", &control.satisfied_by),
        list("verified", &control.verified_by),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::{AssessedJson, InOrder, Schema};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::Assessment.assert_is_of::<InOrder<'_, AssessedJson<'_>>>();
    }
}
