//! A trace for programs. The keys, and their order, are stable.

use serde::Serialize;

use super::{
    model::{Claimed, Review, Trace, TracedCatalog, TracedControl, TracedWaiver},
    results::TestRun,
};
use crate::{
    file::SourceSpan,
    show::json::pretty,
    sources::{CargoTarget, CodeItem, Idle},
};

/// All catalogs.
pub(super) fn trace(trace: &Trace<'_>) -> String {
    pretty(&TraceJson {
        today: trace.today.to_string(),
        catalogs: trace.catalogs.iter().map(CatalogJson::of).collect(),
    })
}

#[derive(Serialize)]
struct TraceJson<'a> {
    today: String,
    catalogs: Vec<CatalogJson<'a>>,
}

#[derive(Serialize)]
struct CatalogJson<'a> {
    name: &'a str,
    #[serde(rename = "crate")]
    crate_name: &'a str,
    definition: PositionJson<'a>,
    counts: CountsJson,
    controls: Vec<ControlJson<'a>>,
}

/// Those that are satisfied may be verified, and the other way round.
#[derive(Serialize)]
struct CountsJson {
    controls: usize,
    satisfied: usize,
    verified: usize,
    waived: usize,
    open: usize,
}

#[derive(Serialize)]
struct ControlJson<'a> {
    variant: &'a str,
    id: &'a str,
    section: &'a str,
    label: Option<&'a str>,
    title: &'a str,
    answer: Option<String>,
    fingerprint: &'a str,
    definition: PositionJson<'a>,
    state: &'static str,
    satisfied_by: Vec<ClaimJson<'a>>,
    verified_by: Vec<ClaimJson<'a>>,
    waivers: Vec<WaiverJson<'a>>,
}

#[derive(Serialize)]
struct ClaimJson<'a> {
    #[serde(flatten)]
    item: ItemJson<'a>,
    reviewed: Option<ReviewJson<'a>>,
    /// How it ended as a test, where results are given.
    run: Option<&'static str>,
}

#[derive(Serialize)]
struct ReviewJson<'a> {
    fingerprint: &'a str,
    current: bool,
}

#[derive(Serialize)]
struct WaiverJson<'a> {
    reason: &'a str,
    until: &'a str,
    valid: bool,
    #[serde(flatten)]
    item: ItemJson<'a>,
}

#[derive(Serialize)]
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
struct TargetJson<'a> {
    package: &'a str,
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct PositionJson<'a> {
    path: &'a str,
    line: usize,
    column: usize,
}

impl<'a> CatalogJson<'a> {
    fn of(catalog: &'a TracedCatalog<'_>) -> Self {
        let counts = catalog.counts();
        let sections = catalog.sections.iter();
        CatalogJson {
            name: catalog.name,
            crate_name: catalog.crate_name,
            definition: PositionJson::of(&catalog.place),
            counts: CountsJson {
                controls: counts.controls,
                satisfied: counts.satisfied,
                verified: counts.verified,
                waived: counts.waived,
                open: counts.open,
            },
            controls: sections
                .flat_map(|section| {
                    let controls = section.controls.iter();
                    controls.map(|control| ControlJson::of(section.title, control))
                })
                .collect(),
        }
    }
}

impl<'a> ControlJson<'a> {
    fn of(section: &'a str, control: &'a TracedControl<'_>) -> Self {
        ControlJson {
            variant: &control.variant,
            id: control.id,
            section,
            label: Some(control.label).filter(|label| !label.is_empty()),
            title: control.title,
            answer: control.answer.map(|answer| answer.to_string()),
            fingerprint: &control.fingerprint,
            definition: PositionJson::of(&control.place),
            state: control.state().name(),
            satisfied_by: control.satisfied_by.iter().map(ClaimJson::of).collect(),
            verified_by: control.verified_by.iter().map(ClaimJson::of).collect(),
            waivers: control.waivers.iter().map(WaiverJson::of).collect(),
        }
    }
}

impl<'a> ClaimJson<'a> {
    fn of(claim: &'a Claimed<'_>) -> Self {
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
    fn of(TracedWaiver { waiver, is_valid }: &'a TracedWaiver<'_>) -> Self {
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
            idle: item.idle.map(Idle::name),
        }
    }
}

impl<'a> PositionJson<'a> {
    fn of(place: &'a SourceSpan) -> Self {
        let (line, column) = place.file.position(place.range.start);
        PositionJson {
            path: &place.file.shown,
            line,
            column,
        }
    }
}
