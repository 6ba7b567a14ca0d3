//! A trace for programs. The keys, and their order, are stable.

use serde::Serialize;

use crate::{
    show::json::{PositionJson, Schema, results},
    traced::{
        json::{ClaimJson, WaiverJson},
        model::{Trace, TracedCatalog, TracedControl, TracedSection},
    },
};

/// All catalogs.
pub(super) fn trace(trace: &Trace<'_>) -> String {
    results(
        Schema::Trace,
        &TraceJson {
            today: trace.today.to_string(),
            catalogs: trace.catalogs.iter().map(CatalogJson::of).collect(),
        },
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TraceJson<'a> {
    today: String,
    catalogs: Vec<CatalogJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CountsJson {
    controls: usize,
    satisfied: usize,
    verified: usize,
    waived: usize,
    open: usize,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ControlJson<'a> {
    variant: &'a str,
    id: &'a str,
    group: &'a [&'a str],
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
                    controls.map(|control| ControlJson::of(section, control))
                })
                .collect(),
        }
    }
}

impl<'a> ControlJson<'a> {
    fn of(section: &'a TracedSection<'_>, control: &'a TracedControl<'_>) -> Self {
        ControlJson {
            variant: &control.variant,
            id: control.id,
            group: &section.group,
            section: section.title,
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

#[cfg(test)]
mod tests {
    use super::{Schema, TraceJson};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::Trace.assert_is_of::<TraceJson<'_>>();
    }
}
