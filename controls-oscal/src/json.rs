//! A catalog as JSON, with the keys that `serde` gives a compiled one, after one that names their schema.

use controls_core::Fingerprint;
use serde::Serialize;

use crate::catalog::{
    OwnedAnswer, OwnedCatalog, OwnedLink, OwnedPosition, OwnedProperty, OwnedRecord, OwnedSection,
};

/// Which schema it has: that in `schemas/catalog.json`. The number changes when a key goes, or comes to mean something else.
const SCHEMA: &str = "urn:controls-oscal:catalog:1";

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
        schema: SCHEMA,
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CatalogJson<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    /// The name of its enum.
    name: &'a str,
    /// The path of the document, from the file with the definition.
    document: Option<&'a str>,
    /// The heading under which the document has the controls.
    heading: Option<&'a str>,
    /// Where the document is published: a URL.
    published: Option<&'a str>,
    /// The date of the document's edition, as `YYYY-MM-DD`.
    date: Option<&'a str>,
    /// Of all that the catalog says: 32 hexadecimal digits.
    #[cfg_attr(test, schemars(with = "String"))]
    fingerprint: Fingerprint,
    sections: Vec<SectionJson<'a>>,
    /// In the order of the document.
    controls: Vec<RecordJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SectionJson<'a> {
    /// The name of its variant.
    name: &'a str,
    /// The headings that it's under, outermost first.
    group: &'a [String],
    title: &'a str,
    /// The index of its first control among `controls`.
    first: usize,
    /// How many controls it has.
    count: usize,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RecordJson<'a> {
    id: &'a str,
    /// The name of its variant.
    name: &'a str,
    /// The number or code that the document gives it.
    label: Option<&'a str>,
    title: &'a str,
    /// The headings that its section is under, outermost first.
    group: &'a [String],
    /// The title of its section.
    section: &'a str,
    /// `null` in a catalog without answers.
    answer: Option<&'a OwnedAnswer>,
    /// Markdown.
    notes: Option<&'a str>,
    /// Markdown.
    documentation: Option<&'a str>,
    /// What further columns say.
    properties: &'a [OwnedProperty],
    /// The links in the notes and the documentation.
    links: &'a [OwnedLink],
    /// Its earlier ids and titles.
    formerly: &'a [String],
    /// What else people search for.
    alias: &'a [String],
    /// Where its row begins in the document.
    position: Option<OwnedPosition>,
    /// Of what the control says: 32 hexadecimal digits.
    #[cfg_attr(test, schemars(with = "String"))]
    fingerprint: Fingerprint,
    /// Whether the document has withdrawn it.
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

#[cfg(test)]
mod tests {
    use std::{env, fs, path::Path};

    use super::{CatalogJson, SCHEMA};

    #[test]
    fn the_schema_is_that_of_the_type() {
        let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
        let schema = settings
            .into_generator()
            .into_root_schema_for::<CatalogJson<'_>>();
        let mut schema = schema.to_value();
        schema["$id"] = SCHEMA.into();
        schema["title"] = "A catalog of controls".into();
        schema["properties"]["$schema"] = serde_json::json!({ "const": SCHEMA });
        let expected = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/catalog.json");
        if env::var_os("BLESS").is_some() {
            fs::write(&path, expected).unwrap();
            return;
        }
        let found = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == expected,
            "{} isn't the schema of what is written: `BLESS=1 cargo test -p controls-oscal --lib` writes it",
            path.display()
        );
    }
}
