//! Whatever a catalog says, its article and its table are read with the same rows.

use controls_core::Fingerprint;
use controls_document::{Column, Columns, Document, folded};
use controls_oscal::{Format, OwnedAnswer, OwnedCatalog, OwnedRecord, OwnedSection};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::everything::Everything;

/// What means something in Markdown, or to a reader of tables.
const MARKS: [&str; 34] = [
    "a", "b ", " ", "|", "\\", "`", "``", "<!--", "-->", "[", "]", "](", "(", ")", "<", ">", "\"",
    "#", " #", "*", "**", "_", "~", "{#a}", "!", "&amp;", "---", ":", "<br>", "=", "+", "'", "/",
    ",",
];

/// The same for headings, of which links, anchors and bold are no part.
const OF_HEADINGS: [&str; 16] = [
    "a", "b ", " ", "|", "\\", "`", "``", "<!--", "-->", "#", " #", "~", "{#a}", "&amp;", "---",
    "/",
];

fn text(marks: &'static [&'static str]) -> impl Strategy<Value = String> {
    vec(select(marks), 1..7).prop_map(|marks| folded(&marks.concat()).into_owned())
}

/// A text that says something.
fn said(marks: &'static [&'static str]) -> impl Strategy<Value = String> {
    text(marks).prop_map(|text| {
        if text.contains(['a', 'b']) {
            text
        } else {
            text + "a"
        }
    })
}

fn records() -> impl Strategy<Value = Vec<OwnedRecord>> {
    let texts = (said(&MARKS), said(&MARKS), text(&MARKS), text(&MARKS));
    vec(texts, 1..4).prop_map(|rows| {
        let rows = rows.into_iter().enumerate();
        rows.map(|(at, (title, answer, notes, documentation))| OwnedRecord {
            id: format!("row-{at}"),
            name: format!("Row{at}"),
            title,
            answer: Some(OwnedAnswer::Qualified(answer)),
            notes: Some(notes).filter(|text| !text.is_empty()),
            documentation: Some(documentation).filter(|text| !text.is_empty()),
            label: None,
            properties: Vec::new(),
            links: Vec::new(),
            formerly: Vec::new(),
            alias: Vec::new(),
            position: None,
            withdrawn: false,
            fingerprint: Fingerprint::parse("0256b9902e63ba6c2dc01af0ca38ab79").unwrap(),
            evidence: Vec::new(),
        })
        .collect()
    })
}

fn catalog() -> impl Strategy<Value = OwnedCatalog> {
    let section = (said(&OF_HEADINGS), records());
    vec(section, 1..3).prop_map(|sections| OwnedCatalog {
        published: None,
        sections: sections
            .into_iter()
            .map(|(title, records)| OwnedSection {
                name: "Section".to_owned(),
                group: Vec::new(),
                title,
                records,
            })
            .collect(),
        ..OwnedCatalog::from(Everything::CATALOG)
    })
}

/// The text without the backslashes of escapes.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match rest.next_if(|next| c == '\\' && next.is_ascii_punctuation()) {
            Some(escaped) => out.push(escaped),
            None => out.push(c),
        }
    }
    out
}

type Row = (String, [String; 4]);

fn expected(catalog: &OwnedCatalog) -> Vec<Row> {
    let sections = catalog.sections.iter();
    let rows = sections.flat_map(|section| {
        let records = section.records.iter();
        records.map(|record| {
            let cells = [
                &*record.title,
                record.answer.as_ref().map_or("", OwnedAnswer::text),
                record.notes.as_deref().unwrap_or_default(),
                record.documentation.as_deref().unwrap_or_default(),
            ];
            (unescaped(&section.title), cells.map(unescaped))
        })
    });
    rows.collect()
}

fn read(document: &Document<'_>, original: impl Fn(&str) -> String) -> Vec<Row> {
    let sections = document.sections.iter();
    let rows = sections.flat_map(|section| {
        let controls = section.controls.iter();
        controls.map(|control| {
            let cells = [
                &control.title,
                &control.answer,
                &control.notes,
                &control.documentation,
            ];
            (
                unescaped(&original(&section.title)),
                cells.map(|cell| unescaped(&original(&cell.text))),
            )
        })
    });
    rows.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn an_article_has_the_same_rows(catalog in catalog()) {
        let article = catalog.export(Format::Markdown).unwrap();
        let document = controls_document::read(&article);
        let document = document.map_err(|error| TestCaseError::fail(format!("{error}\n{article}")))?;
        prop_assert_eq!(read(&document, str::to_owned), expected(&catalog), "{}", article);
    }

    #[test]
    fn a_table_has_the_same_rows(mut catalog in catalog()) {
        // What it says in a cell about sections is read as plain text.
        for (at, section) in catalog.sections.iter_mut().enumerate() {
            section.title = format!("Section {at}");
        }
        let table = catalog.export(Format::Csv).unwrap();
        let columns = Columns {
            section: Some(Column::named("section")),
            answer: Some(Column::named("answer")),
            notes: Some(Column::named("notes")),
            documentation: Some(Column::named("documentation")),
            ..Columns::new(Column::named("title"))
        };
        let document = controls_document::read_csv(&table, &columns);
        let document = document.map_err(|error| TestCaseError::fail(format!("{error}\n{table}")))?;
        let original = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
        prop_assert_eq!(read(&document, original), expected(&catalog), "{}", table);
    }
}
