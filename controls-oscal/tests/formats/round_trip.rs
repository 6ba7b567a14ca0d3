//! A catalog that has been exported as OSCAL is read as the catalog that it was.

use controls_azure_backup::AzureBackup;
use controls_core::{Catalog, Fingerprint};
use controls_document::{Answer, Control, folded, links, plain_text, read_oscal};
use controls_oscal::{Format, OwnedAnswer, OwnedCatalog, OwnedProperty, OwnedRecord, OwnedSection};
use proptest::{option, prelude::*};

use crate::everything::{Everything, Framework, Grouped};

/// Checks that reading the export of a catalog gives the catalog: names, ids, and all that rows say. Links are absolute in an
/// export, and lead to where they did.
fn assert_same(catalog: &OwnedCatalog) {
    let text = catalog.export(Format::OscalCatalog).unwrap();
    let document = read_oscal(&text).unwrap();
    assert_eq!(document.date, catalog.date);
    assert_eq!(document.sections.len(), catalog.sections.len());
    for (read, section) in document.sections.iter().zip(&catalog.sections) {
        assert_eq!(read.title, *folded(&section.title));
        assert_eq!(read.name.as_ref(), Some(&section.name));
        let above = read
            .groups
            .iter()
            .map(|at| document.headings[*at].title.to_string());
        assert_eq!(above.collect::<Vec<_>>(), section.group);
        assert_eq!(read.controls.len(), section.records.len());
        for (control, record) in read.controls.iter().zip(&section.records) {
            assert_same_row(control, record);
        }
    }
}

fn assert_same_row(control: &Control<'_>, record: &OwnedRecord) {
    let given = control.given.as_deref().unwrap();
    assert_eq!(given.id.as_ref(), Some(&record.id));
    assert_eq!(given.name.as_ref(), Some(&record.name));
    assert_eq!(given.withdrawn.is_some(), record.withdrawn);
    assert_eq!(given.formerly, record.formerly);
    assert_eq!(given.alias, record.alias);
    assert_eq!(control.title.text, *folded(&record.title));
    let label = control.label.as_ref().map(|label| label.text.to_string());
    assert_eq!(
        label,
        record
            .label
            .as_deref()
            .map(|label| folded(label).into_owned())
    );
    let answer = control.answer().map(|answer| match answer {
        Answer::Yes => OwnedAnswer::Yes,
        Answer::No => OwnedAnswer::No,
        Answer::NotApplicable => OwnedAnswer::NotApplicable,
        Answer::Unanswered => OwnedAnswer::Unanswered,
        Answer::Qualified(text) => OwnedAnswer::Qualified(text.to_owned()),
    });
    assert_eq!(answer, record.answer);
    let cells = [
        (&control.notes, &record.notes),
        (&control.documentation, &record.documentation),
    ];
    for (cell, text) in cells {
        let text = folded(text.as_deref().unwrap_or_default()).into_owned();
        assert_eq!(plain_text(&cell.text), plain_text(&text));
        if record.links.is_empty() {
            assert_eq!(*cell.text, *text);
        }
    }
    let targets = [&control.notes.text, &control.documentation.text];
    let targets = targets.into_iter().flat_map(|text| links(text));
    let targets: Vec<&str> = targets
        .map(|link| link.target.trim_matches(['<', '>']))
        .collect();
    let urls = record
        .links
        .iter()
        .map(|link| link.url.as_ref().unwrap_or(&link.target));
    assert_eq!(targets, urls.collect::<Vec<_>>());
    let properties = control.properties.iter().map(|of| OwnedProperty {
        name: of.name.to_string(),
        value: of.cell.text.to_string(),
    });
    assert_eq!(properties.collect::<Vec<_>>(), record.properties);
}

#[test]
fn real_catalogs_are_read_as_they_were() {
    let all: [&Catalog; 4] = [
        AzureBackup::CATALOG,
        Everything::CATALOG,
        Framework::CATALOG,
        Grouped::CATALOG,
    ];
    for catalog in all {
        assert_same(&OwnedCatalog::from(catalog));
    }
}

/// A text of a cell, as a definition has it: with something in it, and folded.
fn text() -> impl Strategy<Value = String> {
    let letters = "[a-cA-Zäß{}<>\\\\\"'|*_.:;,#= -]{0,9}";
    (letters, "[a-z0-9é—)]").prop_map(|(text, last)| folded(&format!("{text}{last}")).into_owned())
}

fn answer() -> impl Strategy<Value = OwnedAnswer> {
    prop_oneof![
        Just(OwnedAnswer::Yes),
        Just(OwnedAnswer::No),
        Just(OwnedAnswer::NotApplicable),
        Just(OwnedAnswer::Unanswered),
        text().prop_map(OwnedAnswer::Qualified),
    ]
}

fn record(number: usize) -> impl Strategy<Value = OwnedRecord> {
    let said = (
        option::of(text()),
        text(),
        answer(),
        option::of(text()),
        option::of(text()),
    );
    let further = prop::collection::vec((text(), text()), 0..3);
    let named = (
        prop::collection::vec(text(), 0..3),
        prop::collection::vec(text(), 0..3),
    );
    (said, further, named, any::<bool>()).prop_map(
        move |(said, further, (formerly, alias), is_own)| {
            let (label, title, answer, notes, documentation) = said;
            // The title again is what notes may say too.
            let notes = if is_own { notes } else { Some(title.clone()) };
            OwnedRecord {
                id: if is_own {
                    format!("ö-{number}")
                } else {
                    format!("row-{number}")
                },
                name: format!("Row{number}"),
                label,
                title,
                answer: Some(answer),
                notes,
                documentation,
                properties: further
                    .into_iter()
                    .map(|(name, value)| OwnedProperty { name, value })
                    .collect(),
                links: Vec::new(),
                formerly,
                alias,
                position: None,
                withdrawn: number == 2,
                fingerprint: Fingerprint::parse("0256b9902e63ba6c2dc01af0ca38ab79").unwrap(),
                evidence: Vec::new(),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn any_catalog_is_read_as_it_was(
        (one, two, three) in (record(1), record(2), record(3)),
        titles in (text(), text()),
        has_answers: bool,
    ) {
        let section = |name: &str, group: &[&str], title: &str, records: Vec<OwnedRecord>| OwnedSection {
            name: name.to_owned(),
            group: group.iter().map(|&of| of.to_owned()).collect(),
            title: title.to_owned(),
            records: records
                .into_iter()
                .map(|record| OwnedRecord { answer: record.answer.clone().filter(|_| has_answers), ..record })
                .collect(),
        };
        let catalog = OwnedCatalog {
            published: None,
            sections: vec![
                section("One", &["a", "b"], &titles.0, vec![one, two]),
                section("Two", &["a"], &titles.1, vec![three]),
            ],
            ..OwnedCatalog::from(Everything::CATALOG)
        };
        assert_same(&catalog);
    }
}
