//! A catalog as JSON, with the keys that `serde` gives a compiled one.

use controls_core::Fingerprint;
use serde::Serialize;

use crate::catalog::{
    OwnedAnswer, OwnedCatalog, OwnedLink, OwnedPosition, OwnedProperty, OwnedRecord, OwnedSection,
};

/// The catalog as JSON.
pub(crate) fn json(catalog: &OwnedCatalog) -> String {
    let mut first = 0;
    let sections = catalog.sections.iter().map(|section| {
        let count = section.records.len();
        first += count;
        SectionJson {
            name: &section.name,
            group: &section.group,
            title: &section.title,
            first: first - count,
            count,
        }
    });
    pretty(&CatalogJson {
        name: &catalog.name,
        document: catalog.document.as_deref(),
        heading: catalog.heading.as_deref(),
        published: catalog.published.as_deref(),
        date: catalog.date.as_deref(),
        fingerprint: catalog.fingerprint,
        sections: sections.collect(),
        controls: catalog
            .sections
            .iter()
            .flat_map(|section| {
                let records = section.records.iter();
                records.map(|record| RecordJson::of(record, section))
            })
            .collect(),
    })
}

/// The value, and the end of its last line.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    // Fails only for keys that aren't text, and ours are the names of fields.
    serde_json::to_string_pretty(value).unwrap_or_else(|_| "null".to_owned()) + "\n"
}

#[derive(Serialize)]
struct CatalogJson<'a> {
    name: &'a str,
    document: Option<&'a str>,
    heading: Option<&'a str>,
    published: Option<&'a str>,
    date: Option<&'a str>,
    fingerprint: Fingerprint,
    sections: Vec<SectionJson<'a>>,
    controls: Vec<RecordJson<'a>>,
}

#[derive(Serialize)]
struct SectionJson<'a> {
    name: &'a str,
    group: &'a [String],
    title: &'a str,
    first: usize,
    count: usize,
}

#[derive(Serialize)]
struct RecordJson<'a> {
    id: &'a str,
    name: &'a str,
    label: Option<&'a str>,
    title: &'a str,
    group: &'a [String],
    section: &'a str,
    answer: Option<&'a OwnedAnswer>,
    notes: Option<&'a str>,
    documentation: Option<&'a str>,
    properties: &'a [OwnedProperty],
    links: &'a [OwnedLink],
    formerly: &'a [String],
    alias: &'a [String],
    position: Option<OwnedPosition>,
    fingerprint: Fingerprint,
    withdrawn: bool,
}

impl<'a> RecordJson<'a> {
    fn of(record: &'a OwnedRecord, section: &'a OwnedSection) -> Self {
        RecordJson {
            id: &record.id,
            name: &record.name,
            label: record.label.as_deref(),
            title: &record.title,
            group: &section.group,
            section: &section.title,
            answer: record.answer.as_ref(),
            notes: record.notes.as_deref(),
            documentation: record.documentation.as_deref(),
            properties: &record.properties,
            links: &record.links,
            formerly: &record.formerly,
            alias: &record.alias,
            position: record.position,
            fingerprint: record.fingerprint,
            withdrawn: record.withdrawn,
        }
    }
}
