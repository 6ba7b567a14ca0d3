//! Controls for programs. The keys, and their order, are stable.

use serde::Serialize;

use super::{
    explanation::{Explanation, ResolvedLink},
    position::SourcePosition,
    uses::Use,
};
use crate::{
    show::json::{InOrder, PositionJson, Properties, Schema, results},
    traced::json::{ClaimJson, WaiverJson},
};

/// All controls that are meant.
pub(super) fn matches(explanations: &[Explanation<'_>]) -> String {
    results(
        Schema::Explain,
        &MatchesJson {
            matches: explanations.iter().map(MatchJson::of).collect(),
        },
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct MatchesJson<'a> {
    matches: Vec<MatchJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct MatchJson<'a> {
    catalog: &'a str,
    variant: &'a str,
    id: &'a str,
    group: &'a [&'a str],
    section: &'a str,
    label: Option<&'a str>,
    title: &'a str,
    answer: Option<String>,
    verdict: Option<&'static str>,
    notes: &'a str,
    documentation: &'a str,
    properties: Properties<'a>,
    links: Vec<LinkJson<'a>>,
    formerly: &'a [&'a str],
    alias: &'a [&'a str],
    fingerprint: &'a str,
    definition: PositionJson<'a>,
    document: Option<PositionJson<'a>>,
    drifts: Vec<&'a str>,
    uses: Vec<PositionJson<'a>>,
    state: &'static str,
    satisfied_by: Vec<ClaimJson<'a>>,
    verified_by: Vec<ClaimJson<'a>>,
    waivers: Vec<WaiverJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct LinkJson<'a> {
    text: &'a str,
    target: &'a str,
    url: Option<&'a str>,
}

impl<'a> MatchJson<'a> {
    fn of(explanation: &'a Explanation<'a>) -> Self {
        let traced = explanation.traced;
        MatchJson {
            catalog: &explanation.catalog.name,
            variant: &explanation.variant,
            id: explanation.id,
            group: &explanation.group,
            section: explanation.section,
            label: Some(explanation.label).filter(|label| !label.is_empty()),
            title: explanation.title,
            answer: explanation.answer.map(|answer| answer.to_string()),
            verdict: explanation.answer.map(controls_document::Answer::verdict),
            notes: explanation.notes,
            documentation: explanation.documentation,
            properties: InOrder(explanation.properties.clone()),
            links: explanation.links.iter().map(LinkJson::of).collect(),
            formerly: &explanation.formerly,
            alias: &explanation.alias,
            fingerprint: &traced.fingerprint,
            definition: position_json(&explanation.definition),
            document: explanation
                .document
                .as_ref()
                .map(|(source, place)| PositionJson {
                    path: &source.path,
                    line: place.line.try_into().unwrap_or(usize::MAX),
                    column: place.column.try_into().unwrap_or(usize::MAX),
                }),
            drifts: explanation
                .drifts
                .iter()
                .map(|drift| &*drift.message)
                .collect(),
            uses: explanation
                .uses
                .iter()
                .map(|Use { position, .. }| position_json(position))
                .collect(),
            state: traced.state().name(),
            satisfied_by: traced.satisfied_by.iter().map(ClaimJson::of).collect(),
            verified_by: traced.verified_by.iter().map(ClaimJson::of).collect(),
            waivers: traced.waivers.iter().map(WaiverJson::of).collect(),
        }
    }
}

impl<'a> LinkJson<'a> {
    fn of(link: &'a ResolvedLink<'a>) -> Self {
        LinkJson {
            text: link.text,
            target: link.target,
            url: link.url.as_deref(),
        }
    }
}

fn position_json(position: &SourcePosition) -> PositionJson<'_> {
    PositionJson {
        path: &position.file.shown,
        line: position.line,
        column: position.column,
    }
}

#[cfg(test)]
mod tests {
    use super::{MatchesJson, Schema};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::Explain.assert_is_of::<MatchesJson<'_>>();
    }
}
