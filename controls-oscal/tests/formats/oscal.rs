//! What OSCAL asks of every document, whatever the catalog says.

use std::collections::{BTreeMap, HashSet};

use controls_azure_backup::AzureBackup;
use controls_core::{Assessed, Date, Finding, Fingerprint};
use controls_oscal::{
    EvidenceKind, ExportError, Format, NS, OwnedAnswer, OwnedCatalog, OwnedEvidence, OwnedLink,
    OwnedProperty, OwnedRecord, OwnedSection, assessment_results,
};
use insta::assert_snapshot;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::everything::{Everything, Framework, Grouped};

fn document(catalog: &OwnedCatalog, format: Format) -> Value {
    serde_json::from_str(&catalog.export(format).unwrap()).unwrap()
}

/// All objects in a document.
fn objects<'v>(value: &'v Value, out: &mut Vec<&'v serde_json::Map<String, Value>>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| objects(value, out)),
        Value::Object(map) => {
            out.push(map);
            map.values().for_each(|value| objects(value, out));
        }
        _ => {}
    }
}

/// Whether a text is a token for all readers of OSCAL.
fn is_token(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
}

/// What the schema and NIST's constraints ask that a careless writer gets wrong.
fn assert_sound(document: &Value) {
    let mut all = Vec::new();
    objects(document, &mut all);
    let (mut ids, mut uuids) = (HashSet::new(), HashSet::new());
    for object in &all {
        for (key, value) in *object {
            match value {
                Value::String(text) => assert!(!text.trim().is_empty(), "{key}: {object:?}"),
                Value::Array(values) => assert!(!values.is_empty(), "{key}: {object:?}"),
                _ => {}
            }
        }
        let text = |key: &str| object.get(key).and_then(Value::as_str);
        for key in ["id", "name", "control-id"] {
            assert!(text(key).is_none_or(is_token), "{key}: {object:?}");
        }
        if let Some(id) = text("id") {
            assert!(ids.insert(id.to_owned()), "{id}");
        }
        if let Some(uuid) = text("uuid") {
            assert!(uuids.insert(uuid.to_owned()), "{uuid}");
            assert_eq!(&uuid[14..15], "5");
        }
        // One line, with nothing before and after it.
        for key in ["value", "title", "text"] {
            let is_line = |text: &str| text.trim() == text && !text.contains(['\n', '\r']);
            assert!(text(key).is_none_or(is_line), "{key}: {object:?}");
        }
        if object.contains_key("value") {
            let is_known = ["label", "sort-id", "status"].contains(&text("name").unwrap());
            assert_eq!(text("ns"), (!is_known).then_some(NS), "{object:?}");
        }
        if let Some(Value::Array(parts)) = object.get("parts") {
            assert_eq!(parts[0]["name"], "statement");
        }
        // What is named is there.
        if let Some(target) = text("href").and_then(|href| href.strip_prefix('#')) {
            let is_target = |of: &&serde_json::Map<String, Value>| {
                of.get("uuid").and_then(Value::as_str) == Some(target)
            };
            assert!(all.iter().any(is_target), "{target}");
        }
    }
}

#[test]
fn a_catalog_is_what_the_rows_say() {
    let catalog = OwnedCatalog::from(Everything::CATALOG);
    assert_snapshot!("catalog", catalog.export(Format::OscalCatalog).unwrap());
    let framework = OwnedCatalog::from(Framework::CATALOG);
    assert_snapshot!("framework", framework.export(Format::OscalCatalog).unwrap());
}

#[test]
fn sections_are_in_the_groups_that_they_are_under() {
    fn titles(groups: &Value) -> Vec<Value> {
        let groups = groups.as_array().into_iter().flatten();
        groups
            .map(|group| json!([group["title"], titles(&group["groups"])]))
            .collect()
    }
    let document = document(&OwnedCatalog::from(Grouped::CATALOG), Format::OscalCatalog);
    assert_sound(&document);
    let expected = json!([
        ["Home", []],
        [
            "Cloud",
            [
                ["Queue", [["Network", []], ["Identity", []]]],
                ["Storage", [["Network", []]]],
            ]
        ],
        ["Relay", [["A", [["B", [["C", [["Network", []]]]]]]]]],
    ]);
    assert_eq!(json!(titles(&document["catalog"]["groups"])), expected);
}

#[test]
fn a_component_definition_is_what_the_rows_answer() {
    let catalog = OwnedCatalog::from(Everything::CATALOG);
    let text = catalog.export(Format::OscalComponentDefinition).unwrap();
    assert_snapshot!("component", text);
}

#[test]
fn without_answers_there_is_no_component() {
    let framework = OwnedCatalog::from(Framework::CATALOG);
    let error = framework.export(Format::OscalComponentDefinition);
    let error = error.unwrap_err();
    assert!(matches!(error, ExportError::WithoutAnswers));
    assert_eq!(
        error.to_string(),
        "the controls of the catalog have no answers"
    );
}

#[test]
fn another_edition_has_another_id_and_the_same_controls() {
    let old = OwnedCatalog::from(AzureBackup::CATALOG);
    let mut new = old.clone();
    new.fingerprint = Fingerprint::parse("00000000000000000000000000000001").unwrap();
    new.date = Some("2020-01-01".to_owned());
    let ids = |catalog| {
        let document = document(catalog, Format::OscalComponentDefinition);
        let definition = &document["component-definition"];
        let component = &definition["components"][0];
        (
            definition["uuid"].clone(),
            definition["metadata"]["last-modified"].clone(),
            component["control-implementations"].clone(),
        )
    };
    let (old, new) = (ids(&old), ids(&new));
    assert_ne!(old.0, new.0);
    assert_eq!(new.1, "2020-01-01T00:00:00Z");
    assert_eq!(old.2, new.2);
}

#[test]
fn assessment_results_say_what_was_found_and_on_what_that_rests() {
    let until = Date::new(2027, 3, 31).unwrap();
    let waived = |until| Finding::Waived {
        reason: "pilot".to_owned(),
        until,
    };
    let found = [
        (
            "formula",
            Assessed::new(Finding::Satisfied, "rules\nof May"),
        ),
        ("apostrophe", Assessed::new(waived(until), "")),
        ("pipe", Assessed::new(Finding::NotApplicable, " ")),
        ("2fa", Assessed::new(Finding::NotSatisfied, "no token")),
        ("qualified", Assessed::new(Finding::NotAssessed, "")),
    ];
    let found: BTreeMap<String, Assessed> = found
        .into_iter()
        .map(|(id, found)| (id.to_owned(), found))
        .collect();
    let mut catalog = OwnedCatalog::from(Everything::CATALOG);
    catalog.sections[0].records[1].evidence = vec![
        OwnedEvidence {
            kind: EvidenceKind::Satisfies,
            item: "service::quote (src/lib.rs:7)".to_owned(),
            url: Some("https://example.com/src/lib.rs#L7".to_owned()),
        },
        OwnedEvidence {
            kind: EvidenceKind::Verifies,
            item: "tests::quotes".to_owned(),
            url: None,
        },
    ];
    let results = |day| assessment_results(&catalog, &found, day).unwrap();
    assert_snapshot!("results", results(Some(until)));
    let value = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    let (on_the_day, later) = (
        value(&results(Some(until))),
        value(&results(Date::new(2027, 4, 1))),
    );
    let risk = |of: &Value| of["assessment-results"]["results"][0]["risks"][0]["status"].clone();
    assert_eq!(
        [risk(&on_the_day), risk(&later)],
        ["deviation-approved", "open"]
    );
    for of in [&on_the_day, &later, &value(&results(None))] {
        assert_sound(of);
    }
    // The places in code are links of the component.
    let component = document(&catalog, Format::OscalComponentDefinition);
    assert_sound(&component);
    let component = &component["component-definition"]["components"][0];
    let requirement = &component["control-implementations"][0]["implemented-requirements"][1];
    assert_eq!(
        requirement["links"],
        json!([{
            "href": "https://example.com/src/lib.rs#L7",
            "rel": "satisfied-by",
            "text": "service::quote (src/lib.rs:7)",
        }])
    );

    let unknown = BTreeMap::from([("gone".to_owned(), Assessed::new(Finding::Satisfied, ""))]);
    let error = assessment_results(&catalog, &unknown, None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the catalog has no control `gone`, for which something was found"
    );
}

fn text() -> impl Strategy<Value = String> {
    "[ \\PCa-c\u{feff}\u{a0}\n|=#-]{0,6}"
}

fn record(number: usize) -> impl Strategy<Value = OwnedRecord> {
    let texts = (text(), text(), text(), text(), text(), text());
    texts.prop_map(
        move |(label, title, notes, documentation, value, name)| OwnedRecord {
            id: format!("{number}-{}", name.replace('_', "-")),
            name: format!("Row{number}"),
            label: Some(label.clone()),
            title,
            answer: Some(OwnedAnswer::Qualified(notes.clone())),
            notes: Some(notes).filter(|text| !text.trim().is_empty()),
            documentation: Some(documentation).filter(|text| !text.trim().is_empty()),
            properties: vec![OwnedProperty { name, value }],
            links: vec![OwnedLink {
                text: label.clone(),
                target: "a".to_owned(),
                url: Some("https://example.com/a".to_owned()),
            }],
            formerly: vec![label.clone()],
            alias: vec![label],
            position: None,
            withdrawn: false,
            fingerprint: Fingerprint::parse("0256b9902e63ba6c2dc01af0ca38ab79").unwrap(),
            evidence: Vec::new(),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_catalog_makes_sound_documents(
        records in (record(1), record(2), record(3)),
        title in text(),
    ) {
        let (one, two, three) = records;
        let section = |name: &str, group: &[&str], records| OwnedSection {
            name: name.to_owned(),
            group: group.iter().map(|&of| of.to_owned()).collect(),
            title: title.clone(),
            records,
        };
        let catalog = OwnedCatalog {
            sections: vec![
                section("One", &["", "a"], vec![one]),
                section("Two", &["", "a", "b", "c", "d"], vec![two]),
                section("Three", &["", "a", "b", "c"], vec![three]),
            ],
            ..OwnedCatalog::from(Everything::CATALOG)
        };
        for format in [Format::OscalCatalog, Format::OscalComponentDefinition] {
            assert_sound(&document(&catalog, format));
        }
    }
}

#[test]
fn real_catalogs_make_sound_documents() {
    for catalog in [AzureBackup::CATALOG, Everything::CATALOG] {
        let catalog = OwnedCatalog::from(catalog);
        let [catalog_document, component] =
            [Format::OscalCatalog, Format::OscalComponentDefinition]
                .map(|format| document(&catalog, format));
        assert_sound(&catalog_document);
        assert_sound(&component);
        // The component speaks of the controls of the catalog, each once, and of no others.
        let mut objects_of_both = (Vec::new(), Vec::new());
        objects(&catalog_document, &mut objects_of_both.0);
        objects(&component, &mut objects_of_both.1);
        let controls = objects_of_both
            .0
            .iter()
            .filter(|of| of.contains_key("parts"));
        let controls: Vec<&Value> = controls.map(|of| &of["id"]).collect();
        let named = objects_of_both
            .1
            .iter()
            .filter_map(|of| of.get("control-id"));
        assert_eq!(named.collect::<Vec<_>>(), controls);
    }
    assert_sound(&document(
        &OwnedCatalog::from(Framework::CATALOG),
        Format::OscalCatalog,
    ));
}
