//! Real documents, where they are beside the checkout: other services, earlier editions, translations.

mod support;

use std::path::{Path, PathBuf};

use controls_document::{Document, compare, read};
use support::corpus;

/// The articles of 2019 and 2020, in which a column is headed `Yes/No`.
fn articles() -> impl Iterator<Item = (PathBuf, String)> {
    let is_other = |path: &Path| {
        path.components()
            .any(|part| part.as_os_str() == "other-families")
    };
    corpus()
        .into_iter()
        .filter(move |(path, _)| !is_other(path))
}

/// What each row says, with the answer as the document's own words mean it.
fn answers(document: &Document<'_>) -> Vec<&'static str> {
    document
        .controls()
        .map(|(_, control)| control.answer().unwrap().verdict())
        .collect()
}

#[test]
fn each_row_of_each_document_is_read() {
    for (path, text) in articles() {
        let document = read(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        // Each row of these documents stands on one line that begins so.
        let rows: Vec<(usize, &str)> = (1..)
            .zip(text.lines())
            .filter(|(_, line)| is_row(line))
            .collect();
        assert_eq!(document.count(), rows.len(), "{}", path.display());
        assert!((14..=16).contains(&rows.len()), "{}", path.display());
        for ((_, control), (line, row)) in document.controls().zip(rows) {
            assert_eq!(usize::try_from(control.title.place().line), Ok(line));
            // None has a pipe within a cell. White space is folded.
            let cells: Vec<String> = row
                .trim()
                .trim_matches('|')
                .split('|')
                .map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "))
                .collect();
            let read = [
                &control.title,
                &control.answer,
                &control.notes,
                &control.documentation,
            ];
            let read: Vec<&str> = read.iter().map(|cell| &*cell.text).collect();
            assert_eq!(read[..cells.len()], cells, "{}:{line}", path.display());
            assert!(read[cells.len()..].iter().all(|cell| cell.is_empty()));
        }
    }
}

fn is_row(line: &str) -> bool {
    line.starts_with("| ")
        && !line.contains("es/No ")
        && !line.contains("es/no ")
        && !line.contains("/N")
        && !line.contains("/いいえ")
        || line.contains("| N/A ")
}

#[test]
fn translations_give_the_same_answers_by_their_own_words() {
    let Some((_, original)) =
        articles().find(|(path, _)| path.ends_with("azure-backup/edition-7.md"))
    else {
        return;
    };
    let original = answers(&read(&original).unwrap());
    for (path, text) in
        articles().filter(|(path, _)| path.parent().unwrap().ends_with("azure-backup-translated"))
    {
        let document = read(&text).unwrap();
        assert_eq!(answers(&document), original, "{}", path.display());
        assert!(
            document.remarks.is_empty(),
            "{}: {:?}",
            path.display(),
            document.remarks
        );
    }
}

#[test]
fn editions_differ_from_each_other_and_not_from_themselves() {
    let editions: Vec<_> = articles()
        .filter(|(path, _)| path.parent().unwrap().ends_with("azure-backup"))
        .collect();
    for (one, old) in &editions {
        for (other, new) in &editions {
            let (old, new) = (read(old).unwrap(), read(new).unwrap());
            let comparison = compare(old.outline(), new.outline());
            assert_eq!(comparison.changes().is_empty(), one == other);
        }
    }
}
