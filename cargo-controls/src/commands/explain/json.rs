//! Controls for programs. The keys, and their order, are stable.

use serde::Serialize;

use super::{
    position::Position,
    record::{Link, Record},
    uses::Use,
};
use crate::show::json::{Properties, pretty};

/// All controls that are meant.
pub(super) fn matches(records: &[Record<'_>]) -> String {
    pretty(&MatchesJson {
        matches: records.iter().map(MatchJson::of).collect(),
    })
}

#[derive(Serialize)]
struct MatchesJson<'a> {
    matches: Vec<MatchJson<'a>>,
}

#[derive(Serialize)]
struct MatchJson<'a> {
    catalog: &'a str,
    variant: &'a str,
    id: &'a str,
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
}

#[derive(Serialize)]
struct LinkJson<'a> {
    text: &'a str,
    target: &'a str,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct PositionJson<'a> {
    path: &'a str,
    line: usize,
    column: usize,
}

impl<'a> MatchJson<'a> {
    fn of(record: &'a Record<'a>) -> Self {
        MatchJson {
            catalog: &record.catalog.name,
            variant: &record.variant,
            id: record.id,
            section: record.section,
            label: Some(record.label).filter(|label| !label.is_empty()),
            title: record.title,
            answer: record.answer.map(|answer| answer.to_string()),
            verdict: record.answer.map(controls_document::Answer::verdict),
            notes: record.notes,
            documentation: record.documentation,
            properties: Properties(record.properties.clone()),
            links: record.links.iter().map(LinkJson::of).collect(),
            formerly: &record.formerly,
            alias: &record.alias,
            fingerprint: &record.fingerprint,
            definition: PositionJson::of(&record.definition),
            document: record
                .document
                .as_ref()
                .map(|(source, place)| PositionJson {
                    path: &source.path,
                    line: place.line.try_into().unwrap_or(usize::MAX),
                    column: place.column.try_into().unwrap_or(usize::MAX),
                }),
            drifts: record.drifts.iter().map(|drift| &*drift.message).collect(),
            uses: record
                .uses
                .iter()
                .map(|Use { position, .. }| PositionJson::of(position))
                .collect(),
        }
    }
}

impl<'a> LinkJson<'a> {
    fn of(link: &'a Link<'a>) -> Self {
        LinkJson {
            text: link.text,
            target: link.target,
            url: link.url.as_deref(),
        }
    }
}

impl<'a> PositionJson<'a> {
    fn of(position: &'a Position) -> Self {
        PositionJson {
            path: &position.file.shown,
            line: position.line,
            column: position.column,
        }
    }
}
