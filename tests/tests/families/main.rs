//! Documents of other families than that of 2019, each with the binding that a person would write for it: all of their rows
//! are read, and what they say is what is written in the document.
//!
//! The documents are read where they are beside the checkout. Rows and cells are found a second time here, by a few lines
//! that know nothing of the reader.

mod catalogs;
mod editions;
mod headings;
mod tables;

use std::collections::HashSet;

use controls_document::{Answer, Binding, Document, read, read_bound};
use controls_dsl::binding_attributes;
use controls_tests::corpus;

use headings::HEADING_CASES;
use tables::{CASES, bare};

/// Documents of which no catalog can be made.
const UNREADABLE: &[&str] = &[
    "azure-regulatory/aks-security-controls-policy.md",
    "azure-secure-your/secure-key-vault.md",
];

fn kinds(document: &Document<'_>) -> [usize; 5] {
    let mut kinds = [0; 5];
    for (_, control) in document.controls() {
        let kind = match control.answer().map(Answer::verdict) {
            Some("Yes") => 0,
            Some("No") => 1,
            Some("NotApplicable") => 2,
            Some("Unanswered") => 3,
            Some(_) => 4,
            None => continue,
        };
        kinds[kind] += 1;
    }
    kinds
}

/// Prints what was read of a document, as a row of a table.
fn tell(file: &str, binding: &Binding, document: &Document<'_>) {
    let [yes, no, not_applicable, unanswered, qualified] = kinds(document);
    println!(
        "| {file} | {} | {} | {} | {yes} | {no} | {not_applicable} | {unanswered} | {qualified} | {} |",
        binding_attributes(binding).join(" "),
        document.sections.len(),
        document.count(),
        document.remarks.len()
    );
}

#[test]
fn each_row_of_each_family_is_read() {
    let corpus = corpus();
    if corpus.is_empty() {
        println!("there are no real documents beside this checkout: nothing is read");
        return;
    }
    let mut lost = Vec::new();
    for case in CASES {
        let (_, text) = corpus
            .iter()
            .find(|(path, _)| path.ends_with(case.file))
            .expect(case.file);
        let document = match read_bound(text, &case.binding()) {
            Ok(document) => document,
            Err(error) => {
                lost.push(format!("{}: {error}", case.file));
                continue;
            }
        };
        let mut cells = case.cells(text);
        assert_eq!(
            cells.len(),
            case.rows,
            "{}: this test counts wrongly",
            case.file
        );
        let mut read: Vec<(String, String)> = document
            .controls()
            .map(|(_, control)| {
                let answer = if case.answer.is_some() {
                    bare(&control.answer.text)
                } else {
                    String::new()
                };
                (bare(&control.title.text), answer)
            })
            .collect();
        let counted = kinds(&document);
        tell(case.file, &case.binding(), &document);
        // A section that goes on after one within it is one section.
        read.sort();
        cells.sort();
        if read != cells {
            let at = read
                .iter()
                .zip(&cells)
                .take_while(|(one, other)| one == other)
                .count();
            lost.push(format!(
                "{}: {} rows of {}, from row {at} on: {:?} for {:?}",
                case.file,
                read.len(),
                cells.len(),
                read.get(at),
                cells.get(at)
            ));
        } else if case.answer.is_some() && counted != case.kinds {
            lost.push(format!(
                "{}: answers {counted:?} for {:?}",
                case.file, case.kinds
            ));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn each_control_that_is_a_heading_is_read() {
    let corpus = corpus();
    for case in HEADING_CASES {
        let Some((_, text)) = corpus.iter().find(|(path, _)| path.ends_with(case.file)) else {
            println!("{} isn't beside this checkout: it isn't read", case.file);
            continue;
        };
        let file = case.file;
        let document =
            read_bound(text, &case.binding()).unwrap_or_else(|error| panic!("{file}: {error}"));
        let counted = kinds(&document);
        tell(file, &case.binding(), &document);
        assert_eq!(counted, case.kinds, "{file}");
        assert_eq!(document.count(), case.rows, "{file}");
        let lines = document.controls();
        let lines = lines.map(|(_, control)| control.label_place().line);
        assert_eq!(lines.collect::<Vec<_>>(), case.lines(text), "{file}");
    }
}

#[test]
fn each_document_of_another_family_is_read_or_refused() {
    let known: HashSet<&str> = CASES
        .iter()
        .map(|case| case.file)
        .chain(HEADING_CASES.iter().map(|case| case.file))
        .chain(UNREADABLE.iter().copied())
        .collect();
    for (path, text) in corpus() {
        let Some((_, file)) = path
            .to_str()
            .and_then(|path| path.split_once("other-families/"))
        else {
            continue;
        };
        assert!(known.contains(file), "{file} is in none of the tables");
        if UNREADABLE.contains(&file) {
            let error = read(&text).unwrap_err().to_string();
            assert!(
                error.contains("has no tables, only text"),
                "{file}: {error}"
            );
        }
    }
}
