//! What is said of a control, in the words that all views share.

use super::{
    model::{Claimed, Review, Standing, TracedCatalog, TracedControl, TracedWaiver},
    run::TestRun,
};
use crate::{
    show::text::counted,
    sources::{CodeItem, Idle},
};

/// One thing that is said of a control.
pub(crate) struct Said<'s> {
    /// What it does for the control: `satisfied`, `verified`, `waived`, or why it counts for nothing.
    pub(crate) label: &'static str,
    /// The item; of a waiver where it's written.
    pub(crate) item: &'s CodeItem,
    /// The reason of a waiver, and until when it is valid.
    pub(crate) waiver: Option<String>,
    /// What else is to be known.
    pub(crate) note: &'static str,
}

/// All that is said of a control.
pub(crate) fn said<'s>(control: &TracedControl<'s>) -> Vec<Said<'s>> {
    let satisfied = control
        .satisfied_by
        .iter()
        .map(|claim| of_claim("satisfied", claim));
    let verified = control
        .verified_by
        .iter()
        .map(|claim| of_claim("verified", claim));
    let waivers = control.waivers.iter().map(of_waiver);
    satisfied.chain(verified).chain(waivers).collect()
}

fn of_claim<'s>(label: &'static str, claim: &Claimed<'s>) -> Said<'s> {
    let (label, note) = match (claim.standing(), claim.review) {
        (Standing::Outdated, _) => ("outdated", "reviewed when the control said something else"),
        (Standing::Run(TestRun::Failed), _) => ("failed", ""),
        (Standing::Run(TestRun::Skipped), _) => ("skipped", ""),
        (Standing::Run(_), _) => ("never ran", ""),
        (Standing::Idle(Idle::NoTest), _) => ("no test", "nothing is seen that makes it one"),
        (Standing::Idle(Idle::Ignored), _) => ("ignored", ""),
        (Standing::Idle(Idle::NeverBuilt), _) => ("off", ""),
        (Standing::Counts, Review::Current(_)) => (label, "reviewed"),
        (Standing::Counts, _) => (label, ""),
    };
    Said {
        label,
        item: claim.item,
        waiver: None,
        note,
    }
}

fn of_waiver<'s>(TracedWaiver { waiver, is_valid }: &TracedWaiver<'s>) -> Said<'s> {
    let (label, until) = match waiver.item.idle {
        Some(_) => ("off", "until"),
        None if *is_valid => ("waived", "until"),
        None => ("expired", "ended on"),
    };
    Said {
        label,
        item: &waiver.item,
        waiver: Some(format!("{until} {}: {}", waiver.until, waiver.reason)),
        note: "",
    }
}

/// How many controls there are, and of which states.
pub(crate) fn total(catalog: &TracedCatalog<'_>) -> String {
    let counts = catalog.counts();
    format!(
        "{} in {}: {} satisfied, {} verified, {} waived, {} with nothing",
        counted(counts.controls, "control"),
        catalog.name,
        counts.satisfied,
        counts.verified,
        counts.waived,
        counts.open
    )
}
