//! Names for the sections and rows of a document, alike for the documents of one page.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use controls_document::{Document, Section, folded};
use controls_dsl::{Names, gist, propose};
use unicode_normalization::UnicodeNormalization;

/// What the documents that have been named so far call things.
#[derive(Debug, Default)]
pub(super) struct Naming {
    sections: HashMap<String, String>,
    rows: HashMap<String, String>,
}

impl Naming {
    /// Names for all sections and rows of a document.
    pub(super) fn names(&mut self, document: &Document<'_>) -> Names {
        let mut headings: HashMap<Cow<'_, str>, usize> = HashMap::new();
        for section in &document.sections {
            *headings.entry(folded(&section.title)).or_default() += 1;
        }
        let is_twin = |section: &Section<'_>| {
            headings
                .get(&folded(&section.title))
                .is_some_and(|count| *count > 1)
        };
        let mut sections = Vec::with_capacity(document.sections.len());
        let mut rows = Vec::with_capacity(document.count());
        for section in &document.sections {
            let group = section
                .groups
                .last()
                .and_then(|at| document.headings.get(*at));
            let group = group
                .map(|heading| normal(&heading.title))
                .unwrap_or_default();
            let title = normal(&section.title);
            let around = if is_twin(section) {
                format!("{group} {title}")
            } else {
                title.clone()
            };
            rows.extend(
                section
                    .controls
                    .iter()
                    .map(|control| (around.clone(), normal(&control.title.text))),
            );
            sections.push((group, title));
        }
        Names {
            sections: named(&alike(sections, &mut self.sections)),
            rows: named(&alike(rows, &mut self.rows)),
        }
    }
}

/// Names for headings that are to be types.
pub(super) fn type_names(titles: &[String]) -> Vec<String> {
    named(
        &titles
            .iter()
            .map(|title| (String::new(), normal(title)))
            .collect::<Vec<_>>(),
    )
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

/// The names of titles, as the compiler stores them: it normalizes names, so that two of them may turn out to be one.
fn named(titles: &[(String, String)]) -> Vec<String> {
    let pairs: Vec<(&str, &str)> = titles
        .iter()
        .map(|(around, title)| (&**around, &**title))
        .collect();
    let proposed = propose(&pairs, &HashSet::new());
    let mut taken: HashSet<String> = proposed.iter().cloned().collect();
    let mut stored = HashSet::with_capacity(proposed.len());
    let mut names = Vec::with_capacity(proposed.len());
    for (name, pair) in proposed.into_iter().zip(pairs) {
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

/// A title without differences that nobody sees: half-width letters, ligatures, accents as characters of their own.
fn normal(title: &str) -> String {
    const SARA_AM: [char; 2] = ['\u{e33}', '\u{eb3}'];
    let mut out = String::with_capacity(title.len());
    // What hides between a letter and its accent would keep the two apart, and trademark signs would become letters.
    let visible: String = title
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{34f}' | '\u{200c}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}'))
        .map(|c| if matches!(c, '™' | '℠') { ' ' } else { c })
        .collect();
    // These two are written as one character, by people and on keyboards.
    for piece in visible.split_inclusive(SARA_AM) {
        let last = piece.chars().next_back().filter(|c| SARA_AM.contains(c));
        out.extend(
            last.map_or(piece, |last| &piece[..piece.len() - last.len_utf8()])
                .nfkc(),
        );
        out.extend(last);
    }
    out
}
