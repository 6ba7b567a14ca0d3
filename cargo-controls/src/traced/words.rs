//! What is said of a control, in the words that all views share.

use std::borrow::Cow;

use super::{
    model::{Claimed, Review, Standing, TracedCatalog, TracedControl, TracedWaiver},
    run::TestRun,
};
use crate::{
    show::text::counted,
    sources::{CodeItem, Idle, Untested},
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
    pub(crate) note: Cow<'static, str>,
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
        (Standing::Idle(idle), _) => return of_idle(idle, claim.item),
        (Standing::Counts, Review::Current(_)) => (label, "reviewed"),
        (Standing::Counts, _) => (label, ""),
    };
    Said {
        label,
        item: claim.item,
        waiver: None,
        note: note.into(),
    }
}

fn of_idle<'s>(idle: &Idle, item: &'s CodeItem) -> Said<'s> {
    let (label, note): (_, Cow<'static, str>) = match idle {
        Idle::NoTest => ("no test", "nothing is seen that makes it one".into()),
        Idle::UnknownAttribute(path) => (
            "no test",
            format!("`#[{path}]` isn't known to make it one").into(),
        ),
        Idle::Inner => ("no test", "it's within an item, where none is found".into()),
        Idle::Unfit => (
            "no test",
            "it's async, unsafe or generic, or takes arguments, which `#[test]` refuses".into(),
        ),
        Idle::Ignored => ("ignored", "".into()),
        Idle::NeverBuilt => ("off", "".into()),
        Idle::OfTarget(Untested::Off) => ("not run", "its target has `test = false`".into()),
        Idle::OfTarget(Untested::NoHarness) => {
            ("not run", "its target has `harness = false`".into())
        }
    };
    Said {
        label,
        item,
        waiver: None,
        note,
    }
}

fn of_waiver<'s>(TracedWaiver { waiver, is_valid }: &TracedWaiver<'s>) -> Said<'s> {
    let (label, until) = match &waiver.item.idle {
        Some(_) => ("off", "until"),
        None if *is_valid => ("waived", "until"),
        None => ("expired", "ended on"),
    };
    // It may have lines of its own, which would look like others of the trace.
    let reason = waiver.reason.split_whitespace().collect::<Vec<_>>();
    let reason = reason.join(" ");
    Said {
        label,
        item: &waiver.item,
        waiver: Some(format!("{until} {}: {}", waiver.until, reason)),
        note: "".into(),
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
