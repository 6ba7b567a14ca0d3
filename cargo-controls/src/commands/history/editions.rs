//! What editions are called.

use std::{collections::HashSet, hash::Hash};

use controls_document::Document;

use crate::sources::Edition;

/// An edition.
pub(crate) struct EditionLabel {
    /// Its path.
    pub(crate) path: String,
    /// The date that it gives itself.
    pub(crate) date: Option<String>,
    /// Its title.
    pub(crate) title: Option<String>,
    /// What it's called among the others: its date, or its file if a date is missing or two are the same.
    pub(crate) name: String,
    /// The date, where it isn't the name.
    pub(crate) also: Option<String>,
}

/// A label for each edition. Dates often repeat: an author who edits an article doesn't always touch its date.
pub(super) fn labels(editions: &[Edition], documents: &[Document<'_>]) -> Vec<EditionLabel> {
    let dates: Vec<Option<&str>> = documents
        .iter()
        .map(|document| document.date.as_deref())
        .collect();
    let is_dated = dates.iter().all(Option::is_some) && are_distinct(&dates);
    let file = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let files: Vec<String> = editions
        .iter()
        .map(|edition| file(&edition.source.path))
        .collect();
    let has_files = are_distinct(&files);
    editions
        .iter()
        .zip(documents)
        .zip(files)
        .map(|((edition, document), file)| {
            let (path, date) = (edition.source.path.clone(), document.date.clone());
            let title = document.title.as_ref().map(ToString::to_string);
            let (name, also) = match &date {
                Some(date) if is_dated => (date.clone(), None),
                _ => (if has_files { file } else { path.clone() }, date.clone()),
            };
            EditionLabel {
                path,
                date,
                title,
                name,
                also,
            }
        })
        .collect()
}

/// An edition as the table calls it: counted from 1.
pub(super) fn number(edition: usize) -> String {
    (edition + 1).to_string()
}

fn are_distinct<T: Eq + Hash>(all: &[T]) -> bool {
    all.iter().collect::<HashSet<_>>().len() == all.len()
}
