//! The controls that lack what is required.

use super::arguments::Requirement;
use crate::{
    sources::{Idle, Untested},
    traced::{
        model::{Standing, Trace, TracedControl, TracedWaiver},
        run::TestRun,
    },
};

/// What controls lack of what is required, one gap for each. A waiver that is valid stands in
/// for everything.
pub(super) fn gaps<'t, 's>(trace: &'t Trace<'s>, required: &[Requirement]) -> Vec<Gap<'t, 's>> {
    let lacks = |control: &TracedControl<'s>, requirement: Requirement| match requirement {
        Requirement::Satisfied => !control.is_satisfied(),
        Requirement::Verified => !control.is_verified(),
    };
    let mut required = required.to_vec();
    required.sort_unstable();
    required.dedup();
    trace
        .controls()
        .filter(|control| !control.is_waived())
        .flat_map(|control| {
            let lacking = required.iter().filter(move |of| lacks(control, **of));
            lacking.map(move |lacking| Gap {
                control,
                lacking: *lacking,
            })
        })
        .collect()
}

/// A control that lacks what is required.
pub(super) struct Gap<'t, 's> {
    pub(super) control: &'t TracedControl<'s>,
    pub(super) lacking: Requirement,
}

impl Gap<'_, '_> {
    /// What is missing.
    pub(super) fn message(&self) -> String {
        let path = self.control.path();
        match self.lacking {
            Requirement::Satisfied => format!("nothing satisfies `{path}`, and no waiver says why"),
            Requirement::Verified => format!("no test verifies `{path}`, and no waiver says why"),
        }
    }

    /// What there is that doesn't count, or what to write.
    pub(super) fn help(&self) -> String {
        let control = self.control;
        let path = control.path();
        let expired = control.waivers.iter().find(|of| !of.is_valid);
        let (claims, attribute) = match self.lacking {
            Requirement::Satisfied => (&control.satisfied_by, "satisfies"),
            Requirement::Verified => (&control.verified_by, "verifies"),
        };
        // One that failed matters most.
        let claim = claims
            .iter()
            .max_by_key(|claim| (claim.run, claim.standing() == Standing::Outdated));
        let reason = claim.and_then(|claim| {
            let item = &claim.item.path;
            let reason = match claim.standing() {
                Standing::Counts => return None,
                Standing::Outdated => format!(
                    "`{item}` was reviewed when the control said something else: review it, then write `reviewed = \"{}\"`",
                    control.fingerprint
                ),
                Standing::Run(TestRun::Failed) => format!("`{item}` failed"),
                Standing::Run(TestRun::Skipped) => format!("`{item}` was skipped"),
                Standing::Run(_) => format!("`{item}` isn't among the results"),
                Standing::Idle(idle) => of_idle(idle, item),
            };
            Some(reason)
        });
        if let Some(reason) = reason {
            reason
        } else if let Some(TracedWaiver { waiver, .. }) = expired {
            if waiver.item.idle.is_some() {
                return "its waiver has a `cfg` that is never on".to_owned();
            }
            format!(
                "its waiver ended on {}: \"{}\"",
                waiver.until, waiver.reason
            )
        } else {
            format!("write `#[{attribute}({path})]` where that is done, or `waived!({path}, …)`")
        }
    }
}

/// Why an item does nothing, and what to write.
fn of_idle(idle: &Idle, item: &str) -> String {
    match idle {
        Idle::NoTest => {
            format!("`{item}` has no attribute that makes it a test, so it isn't known to run")
        }
        Idle::UnknownAttribute(path) => format!(
            "`#[{path}]` isn't known to make a test of `{item}`: `--results` shows whether it runs"
        ),
        Idle::Inner => {
            format!("`{item}` is within an item, where no test is found: move it out")
        }
        Idle::Ignored => format!("`{item}` is ignored, so nothing shows that it passes"),
        Idle::NeverBuilt => format!("`{item}` has a `cfg` that is never on"),
        Idle::OfTarget(Untested::Off) => format!(
            "`{item}` is of a target with `test = false`, so `cargo test` leaves it out: `--results` shows whether it runs"
        ),
        Idle::OfTarget(Untested::NoHarness) => {
            format!("`{item}` is of a target with `harness = false`, which finds no `#[test]`")
        }
    }
}
