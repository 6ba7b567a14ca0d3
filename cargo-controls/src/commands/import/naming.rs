//! Names for the sections and rows of a document, alike for the documents of one page.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use controls_document::{Document, Section, folded};
use controls_dsl::{
    Names, Unnumbered, are_named_after_labels, gist, is_name, label_name, propose, unnumbered,
};
use unicode_normalization::UnicodeNormalization;

use super::names_in_scope::NamesInScope;
use crate::title::normal;

/// What the documents that have been named so far call things.
#[derive(Debug)]
pub(crate) struct Naming {
    given: NamesInScope,
    sections: HashMap<String, String>,
    rows: HashMap<String, String>,
}

impl Naming {
    /// Nothing has been named yet but by the catalogs in scope.
    pub(crate) fn new(given: NamesInScope) -> Naming {
        Naming {
            given,
            sections: HashMap::new(),
            rows: HashMap::new(),
        }
    }

    /// Names for all sections and rows of a document.
    pub(crate) fn names(&mut self, document: &Document<'_>) -> Names {
        let mut headings: HashMap<Cow<'_, str>, usize> = HashMap::new();
        for section in &document.sections {
            *headings.entry(folded(&section.title)).or_default() += 1;
        }
        let is_twin = |section: &Section<'_>| {
            headings
                .get(&folded(&section.title))
                .is_some_and(|count| *count > 1)
        };
        let titles: Vec<String> = document
            .sections
            .iter()
            .map(|section| normal(&section.title))
            .collect();
        let titles: Vec<&str> = titles.iter().map(|title| &**title).collect();
        let section_titles = unnumbered(&titles);
        let row_titles: Vec<String> = document
            .controls()
            .map(|(_, control)| normal(&control.title.text))
            .collect();
        let of_rows: Vec<&str> = row_titles.iter().map(|title| &**title).collect();
        let mut row_stems = unnumbered(&of_rows).into_iter();
        let mut row_names = Vec::with_capacity(document.count());
        let mut sections = Vec::with_capacity(document.sections.len());
        let mut rows = Vec::with_capacity(document.count());
        for (section, Unnumbered { title, .. }) in document.sections.iter().zip(&section_titles) {
            let group = section
                .groups
                .last()
                .and_then(|at| document.headings.get(*at));
            let group = group
                .map(|heading| normal(&heading.title))
                .unwrap_or_default();
            let title = title.to_string();
            let around = if is_twin(section) {
                format!("{group} {title}")
            } else {
                title.clone()
            };
            for Unnumbered { title, name } in row_stems.by_ref().take(section.controls.len()) {
                rows.push((around.clone(), title.into_owned()));
                row_names.push(name);
            }
            sections.push((group, title));
        }
        let sections = alike(sections, &mut self.sections);
        let of_sections = document.sections.iter().zip(&sections).zip(section_titles);
        let of_sections = of_sections.map(|((section, (_, title)), subject)| {
            let own = section.name.as_deref().filter(|name| is_name(name));
            let given = own.or_else(|| self.given.section(&section.title));
            let given = given.or_else(|| self.given.section(title));
            given.map(str::to_owned).or(subject.name)
        });
        let of_sections = of_sections.collect();
        let rows = alike(rows, &mut self.rows);
        let after_labels = are_named_after_labels(document);
        let of_rows = document.controls().zip(&row_titles).zip(&rows);
        let of_rows = of_rows.zip(row_names);
        let of_rows = of_rows.map(|((((_, control), title), (_, stem)), name)| {
            let label = control.label.as_ref().filter(|_| after_labels);
            let own = control
                .given
                .as_ref()
                .and_then(|given| given.name.as_deref());
            let own = own.filter(|name| is_name(name));
            let given = own.or_else(|| self.given.row(title));
            let given = given.or_else(|| self.given.row(stem));
            let given = given.map(str::to_owned);
            given.or_else(|| label_name(&label?.text)).or(name)
        });
        let of_rows = of_rows.collect();
        Names {
            sections: named(&sections, of_sections),
            rows: named(&rows, of_rows),
        }
    }
}

/// Names for headings that are to be types.
pub(super) fn type_names(titles: &[String]) -> Vec<String> {
    let titles = titles.iter().map(|title| (String::new(), normal(title)));
    let titles: Vec<(String, String)> = titles.collect();
    named(&titles, vec![None; titles.len()])
}

/// Gives titles that say the same in another order of words the words of the first of them, so that they get one name.
/// Titles that one document tells apart stay apart.
fn alike(
    mut titles: Vec<(String, String)>,
    known: &mut HashMap<String, String>,
) -> Vec<(String, String)> {
    let gists: Vec<String> = titles.iter().map(|(_, title)| gist(title)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for gist in &gists {
        *counts.entry(gist).or_default() += 1;
    }
    for ((_, title), gist) in titles.iter_mut().zip(&gists) {
        if counts.get(&**gist) == Some(&1) {
            title.clone_from(known.entry(gist.clone()).or_insert_with(|| title.clone()));
        }
    }
    titles
}

/// The names of titles, as the compiler stores them: it normalizes names, so that two of them may turn out to be one. A
/// title has the name that is given to it, unless another one of these has that name too.
fn named(titles: &[(String, String)], given: Vec<Option<String>>) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for name in given.iter().flatten() {
        *counts.entry(name.to_lowercase()).or_default() += 1;
    }
    let given = given
        .into_iter()
        .map(|name| name.filter(|name| counts.get(&name.to_lowercase()) == Some(&1)));
    let given: Vec<Option<String>> = given.collect();
    let mut taken: HashSet<String> = given.iter().flatten().cloned().collect();
    let mut stored: HashSet<String> = taken.iter().map(|name| name.to_lowercase()).collect();
    let open: Vec<(&str, &str)> = titles
        .iter()
        .zip(&given)
        .filter(|(_, given)| given.is_none())
        .map(|((around, title), _)| (&**around, &**title))
        .collect();
    let proposed = propose(&open, &taken);
    taken.extend(proposed.iter().cloned());
    let mut proposed = proposed.into_iter().zip(open);
    let mut names = Vec::with_capacity(titles.len());
    for given in given {
        if let Some(name) = given {
            names.push(name);
            continue;
        }
        let Some((name, pair)) = proposed.next() else {
            break;
        };
        let mut name: String = name.nfc().collect();
        // Each turn takes one more name, so this ends.
        while !stored.insert(name.to_lowercase()) {
            taken.insert(name);
            let other = propose(&[pair], &taken).remove(0);
            name = other.nfc().collect();
            taken.insert(other);
        }
        names.push(name);
    }
    names
}
