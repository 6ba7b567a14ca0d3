//! What is said of a control, for programs. The keys, and their order, are stable.

use serde::Serialize;

use super::{
    model::{Claimed, Review, TracedWaiver},
    run::TestRun,
};
use crate::{
    show::json::PositionJson,
    sources::{CargoTarget, CodeItem, Idle},
};

/// An item that does something for a control.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ClaimJson<'a> {
    #[serde(flatten)]
    item: ItemJson<'a>,
    reviewed: Option<ReviewJson<'a>>,
    /// How it ended as a test, where results are given.
    run: Option<&'static str>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ReviewJson<'a> {
    fingerprint: &'a str,
    current: bool,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct WaiverJson<'a> {
    reason: &'a str,
    until: &'a str,
    valid: bool,
    #[serde(flatten)]
    item: ItemJson<'a>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ItemJson<'a> {
    item: &'a str,
    kind: &'static str,
    target: TargetJson<'a>,
    #[serde(flatten)]
    position: PositionJson<'a>,
    /// The name that it has as a test.
    test: Option<&'a str>,
    /// What may turn it off.
    cfgs: &'a [String],
    /// Why it does nothing.
    idle: Option<&'static str>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TargetJson<'a> {
    package: &'a str,
    kind: &'static str,
    name: &'a str,
}

impl<'a> ClaimJson<'a> {
    pub(crate) fn of(claim: &'a Claimed<'_>) -> Self {
        let review = |fingerprint, current| {
            Some(ReviewJson {
                fingerprint,
                current,
            })
        };
        ClaimJson {
            item: ItemJson::of(claim.item),
            reviewed: match claim.review {
                Review::None => None,
                Review::Current(fingerprint) => review(fingerprint, true),
                Review::Outdated(fingerprint) => review(fingerprint, false),
            },
            run: claim.run.map(TestRun::name),
        }
    }
}

impl<'a> WaiverJson<'a> {
    pub(crate) fn of(TracedWaiver { waiver, is_valid }: &'a TracedWaiver<'_>) -> Self {
        WaiverJson {
            reason: &waiver.reason,
            until: &waiver.until,
            valid: *is_valid,
            item: ItemJson::of(&waiver.item),
        }
    }
}

impl<'a> ItemJson<'a> {
    fn of(item: &'a CodeItem) -> Self {
        let CargoTarget {
            package,
            kind,
            name,
            untested: _,
        } = &*item.target;
        ItemJson {
            item: &item.path,
            kind: item.kind.name(),
            target: TargetJson {
                package,
                kind: kind.name(),
                name,
            },
            position: PositionJson::of(&item.place),
            test: item.test.as_deref(),
            cfgs: &item.cfgs,
            idle: item.idle.as_ref().map(Idle::name),
        }
    }
}
