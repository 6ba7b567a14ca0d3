//! What is written says what the catalog does: each format is read back by somebody else.

mod everything;
mod oscal;
mod page;
mod read_back;
mod round_trip;

use controls_azure_backup::AzureBackup;
use controls_core::Catalog;
use controls_document::{Document, Remark};
use controls_oscal::{Format, OwnedAnswer, OwnedCatalog, OwnedRecord};

use serde_json::Value;

use everything::{Everything, Framework, Grouped};

fn export(catalog: &Catalog, format: Format) -> String {
    OwnedCatalog::from(catalog).export(format).unwrap()
}

#[test]
fn json_is_what_serde_makes_of_the_catalog() {
    let schema = include_str!("../../schemas/catalog.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for catalog in [
        AzureBackup::CATALOG,
        Everything::CATALOG,
        Framework::CATALOG,
        Grouped::CATALOG,
    ] {
        let text = export(catalog, Format::Json);
        let expected = serde_json::to_string_pretty(catalog).unwrap() + "\n";
        let named = format!("{{\n  \"$schema\": {},", schema["$id"]);
        assert_eq!(text, expected.replacen('{', &named, 1));
        let written: Value = serde_json::from_str(&text).unwrap();
        validator.validate(&written).unwrap();
        for key in written.as_object().unwrap().keys() {
            let mut without = written.clone();
            without.as_object_mut().unwrap().remove(key);
            assert!(!validator.is_valid(&without), "without {key}");
        }
    }
}

#[test]
fn csv_is_read_back_cell_by_cell() {
    for catalog in [AzureBackup::CATALOG, Everything::CATALOG] {
        let text = export(catalog, Format::Csv);
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        let lines = text.matches('\n').count();
        assert_eq!(text.matches("\r\n").count(), lines);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), catalog.records.len());
        for (row, record) in rows.iter().zip(OwnedCatalog::from(catalog).records()) {
            let cell = |heading: &str| {
                let at = headings.iter().position(|of| of == heading)?;
                let cell = &row[at];
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
                Some(cell.strip_prefix('\'').unwrap_or(cell).to_owned())
            };
            let text = |text: Option<&str>| Some(text.unwrap_or_default().to_owned());
            assert_eq!(cell("id").as_ref(), Some(&record.id));
            assert_eq!(cell("title").as_ref(), Some(&record.title));
            assert_eq!(
                cell("answer"),
                text(record.answer.as_ref().map(OwnedAnswer::text))
            );
            assert_eq!(cell("notes"), text(record.notes.as_deref()));
            assert_eq!(cell("documentation"), text(record.documentation.as_deref()));
            assert_eq!(
                cell("label").unwrap_or_default(),
                record.label.clone().unwrap_or_default()
            );
            assert_eq!(
                cell("Level").unwrap_or_default(),
                record.property("Level").unwrap_or_default()
            );
        }
    }
}

#[test]
fn markdown_is_read_back_as_a_control_document() {
    for catalog in [AzureBackup::CATALOG, Everything::CATALOG] {
        let text = export(catalog, Format::Markdown);
        let document: Document<'_> = controls_document::read(&text).unwrap();
        // Nothing is odd but the columns that only a binding reads.
        let odd = document
            .remarks
            .iter()
            .filter(|remark| !remark.message.contains(" read: the headings are "));
        assert_eq!(odd.collect::<Vec<_>>(), Vec::<&Remark>::new(), "{text}");
        let owned = OwnedCatalog::from(catalog);
        let sections: Vec<&str> = document.sections.iter().map(|of| &*of.title).collect();
        let titles: Vec<&str> = owned.sections.iter().map(|of| &*of.title).collect();
        assert_eq!(sections, titles);
        let read = document
            .sections
            .iter()
            .flat_map(|section| &section.controls);
        for (read, record) in read.zip(owned.records()) {
            let OwnedRecord { title, answer, .. } = record;
            assert_eq!(read.title.text, **title);
            let answer = answer.as_ref().map(OwnedAnswer::text);
            assert_eq!(&*read.answer.text, answer.unwrap_or_default());
        }
        assert_eq!(
            document
                .sections
                .iter()
                .map(|of| of.controls.len())
                .sum::<usize>(),
            catalog.records.len()
        );
    }
}

#[test]
fn sections_of_one_title_are_told_apart_by_what_they_are_under() {
    let csv = export(Grouped::CATALOG, Format::Csv);
    assert!(csv.starts_with("\u{feff}group,section,id,"), "{csv}");
    let row = "Cloud > Storage,Network,storage-firewall,Firewall,No,,";
    assert!(csv.contains(row), "{csv}");
    let html = export(Grouped::CATALOG, Format::Html);
    assert!(
        html.contains("Cloud &#62; Storage &#62; Network</th>"),
        "{html}"
    );
    let text = export(Grouped::CATALOG, Format::Markdown);
    let document: Document<'_> = controls_document::read(&text).unwrap();
    let read = document
        .sections
        .iter()
        .map(|section| section.above().gathering());
    // As deep as there are headings, each group is one.
    let expected = Grouped::CATALOG
        .sections
        .iter()
        .map(|section| section.group.join(" > "));
    assert!(read.eq(expected), "{text}");
    assert_eq!(text.matches("## Cloud\n").count(), 1, "{text}");
}

#[test]
fn links_lead_from_anywhere() {
    let text = export(Everything::CATALOG, Format::Markdown);
    assert!(
        text.contains("By [rules](<https://example.com/service/rules>)."),
        "{text}"
    );
    assert!(text.contains("One \\| or `other\\|third`"), "{text}");
}

#[test]
fn columns_that_would_be_empty_are_left_out() {
    let csv = export(AzureBackup::CATALOG, Format::Csv);
    let headings = csv.trim_start_matches('\u{feff}').lines().next().unwrap();
    assert_eq!(headings, "section,id,title,answer,notes,documentation");
}
