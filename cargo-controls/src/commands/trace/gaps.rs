//! The controls that lack what is required.

use super::arguments::Requirement;
use crate::{
    sources::{Idle, Untested},
    traced::{
        model::{Claimed, Standing, Trace, TracedControl, TracedWaiver},
        run::TestRun,
    },
};

/// What controls lack of what is required, one gap for each control. A waiver that is valid stands in
/// for everything.
pub(super) fn gaps<'t, 's>(trace: &'t Trace<'s>, required: &[Requirement]) -> Vec<Gap<'t, 's>> {
    let is_required = |requirement| required.contains(&requirement);
    let open = trace
        .controls()
        .filter(|control| !control.is_waived() && !control.is_withdrawn);
    let gap = |control: &'t TracedControl<'s>| {
        let unsatisfied = is_required(Requirement::Satisfied) && !control.is_satisfied();
        let unverified = is_required(Requirement::Verified) && !control.is_verified();
        let lacking = match (unsatisfied, unverified) {
            (true, true) => Lacking::Both,
            (true, false) => Lacking::Code,
            (false, true) => Lacking::Test,
            (false, false) => return None,
        };
        Some(Gap { control, lacking })
    };
    open.filter_map(gap).collect()
}

/// A control that lacks what is required.
pub(super) struct Gap<'t, 's> {
    pub(super) control: &'t TracedControl<'s>,
    pub(super) lacking: Lacking,
}

/// What a control lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lacking {
    /// Code that satisfies it.
    Code,
    /// A test that verifies it.
    Test,
    Both,
}

impl Gap<'_, '_> {
    /// What is missing.
    pub(super) fn message(&self) -> String {
        let path = self.control.path();
        match self.lacking {
            Lacking::Code => format!("nothing satisfies `{path}`, and no waiver says why"),
            Lacking::Test => format!("no test verifies `{path}`, and no waiver says why"),
            Lacking::Both => {
                format!("nothing satisfies `{path}`, no test verifies it, and no waiver says why")
            }
        }
    }

    /// What there is that doesn't count, or what to write.
    pub(super) fn help(&self) -> String {
        let control = self.control;
        let path = control.path();
        let code = self.idle(&control.satisfied_by);
        let test = self.idle(&control.verified_by);
        let has_reason = match self.lacking {
            Lacking::Code => code.is_some(),
            Lacking::Test => test.is_some(),
            Lacking::Both => code.is_some() || test.is_some(),
        };
        let expired = control.waivers.iter().find(|of| !of.is_valid);
        if let (false, Some(TracedWaiver { waiver, .. })) = (has_reason, expired) {
            if waiver.item.idle.is_some() {
                return "its waiver has a `cfg` that is never on".to_owned();
            }
            return format!(
                "its waiver ended on {}: \"{}\"",
                waiver.until, waiver.reason
            );
        }
        let satisfies = format!("write `#[satisfies({path})]` where that is done");
        let verifies = format!("`#[verifies({path})]` on the test that shows it");
        let waived = format!(", or `waived!({path}, reason = \"…\", until = \"YYYY-MM-DD\")`");
        match (self.lacking, code, test) {
            (Lacking::Code, Some(code), _) => code,
            (Lacking::Code, None, _) => format!("{satisfies}{waived}"),
            (Lacking::Test, _, Some(test)) => test,
            (Lacking::Test, _, None) => format!("write {verifies}{waived}"),
            (Lacking::Both, Some(code), Some(test)) => format!("{code}; {test}"),
            (Lacking::Both, Some(code), None) => format!("{code}; write {verifies}"),
            (Lacking::Both, None, Some(test)) => format!("{test}; {satisfies}"),
            (Lacking::Both, None, None) => format!("{satisfies}, and {verifies}{waived}"),
        }
    }

    /// Why what there is of one kind doesn't count, of several items the one that matters most: that failed or is outdated.
    fn idle(&self, claims: &[Claimed<'_>]) -> Option<String> {
        let claim = claims
            .iter()
            .max_by_key(|claim| (claim.run, claim.standing() == Standing::Outdated))?;
        let item = &claim.item.path;
        let reason = match claim.standing() {
            Standing::Counts => return None,
            Standing::Outdated => format!(
                "`{item}` was reviewed when the control said something else: review it, then write `reviewed = \"{}\"`",
                self.control.fingerprint
            ),
            Standing::Run(TestRun::Failed) => format!("`{item}` failed"),
            Standing::Run(TestRun::Skipped) => format!("`{item}` was skipped"),
            Standing::Run(_) => format!("`{item}` isn't among the results"),
            Standing::Idle(idle) => of_idle(idle, item),
        };
        Some(reason)
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
        Idle::Unfit => format!(
            "`{item}` is async, unsafe or generic, or takes arguments, so `#[test]` refuses it"
        ),
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
