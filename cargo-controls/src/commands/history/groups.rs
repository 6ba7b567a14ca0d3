//! Controls by section.

use std::collections::HashMap;

use controls_document::{Document, Kind};

use super::follow::Track;

/// The controls that were last in one section.
pub(crate) struct Group {
    /// The heading, with the one above where several sections have the same.
    pub(crate) title: String,
    /// What the heading was before, the latest last.
    pub(crate) formerly: Vec<String>,
    /// The last edition that has the section, if it isn't the last one of all.
    pub(crate) until: Option<usize>,
    /// The tracks, by their indices: first those that the last edition has.
    pub(crate) tracks: Vec<usize>,
}

/// A section, in whichever edition: its heading, and which of those that have this heading.
type Key = (String, usize);

/// All tracks by section: the sections of the last edition in their order, then those that have gone.
pub(super) fn groups(documents: &[Document<'_>], tracks: &[Track<'_>]) -> Vec<Group> {
    let mut order: HashMap<Key, (usize, usize)> = HashMap::new();
    let mut keys: Vec<Vec<Key>> = Vec::new();
    for (edition, document) in documents.iter().enumerate() {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut of_edition = Vec::new();
        for (at, section) in document.sections.iter().enumerate() {
            let title = section.title.to_string();
            let count = seen.entry(title.clone()).or_default();
            let key = (title, *count);
            *count += 1;
            // Later editions overwrite earlier ones.
            order.insert(key.clone(), (edition, at));
            of_edition.push(key);
        }
        keys.push(of_edition);
    }
    let mut found: HashMap<&Key, Vec<usize>> = HashMap::new();
    for (at, track) in tracks.iter().enumerate() {
        let (edition, section, _) = track.last;
        if let Some(key) = keys.get(edition).and_then(|keys| keys.get(section)) {
            found.entry(key).or_default().push(at);
        }
    }
    let last = documents.len().saturating_sub(1);
    let mut sections: Vec<(&Key, Vec<usize>)> = found.into_iter().collect();
    let place = |key: &Key| order.get(key).copied().unwrap_or_default();
    sections.sort_by_key(|(key, _)| {
        let (edition, at) = place(key);
        (last - edition, at)
    });
    sections
        .into_iter()
        .map(|(key, mut members)| {
            members.sort_by_key(|at| {
                let (edition, _, row) = tracks[*at].last;
                (last - edition, row)
            });
            let (edition, at) = place(key);
            Group {
                title: title(key, &documents[edition], at),
                formerly: formerly(key, &members, tracks),
                until: Some(edition).filter(|edition| *edition != last),
                tracks: members,
            }
        })
        .collect()
}

fn title(key: &Key, document: &Document<'_>, at: usize) -> String {
    let twin = |section: &controls_document::Section<'_>| *section.title == *key.0;
    let is_alone = document
        .sections
        .iter()
        .filter(|section| twin(section))
        .count()
        < 2;
    let outer = document
        .sections
        .get(at)
        .and_then(|section| section.groups.last());
    match outer.and_then(|outer| document.headings.get(*outer)) {
        Some(outer) if !is_alone => format!("{} > {}", outer.title, key.0),
        _ => key.0.clone(),
    }
}

/// The headings that the section had before, as far as its controls were under them.
fn formerly(key: &Key, members: &[usize], tracks: &[Track<'_>]) -> Vec<String> {
    let events = members.iter().flat_map(|at| &tracks[*at].events);
    let mut renames: Vec<(usize, &str)> = events
        .filter(|event| event.kind == Kind::Section && event.is_rename)
        .filter_map(|event| Some((event.edition, event.old?)))
        .collect();
    renames.sort_unstable();
    let mut titles: Vec<String> = Vec::new();
    for (_, title) in renames {
        if title != key.0 && !titles.iter().any(|known| known == title) {
            titles.push(title.to_owned());
        }
    }
    titles
}
