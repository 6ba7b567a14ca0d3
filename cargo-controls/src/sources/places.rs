//! Where the rows of a definition are in its document.

use std::collections::{HashMap, VecDeque};

use controls_document::{Change, Document, Place, compare, folded};
use controls_dsl::Definition;

/// The place of each row's title in the document; `None` for a row that isn't there.
pub(super) fn places(definition: &Definition, document: &Document<'_>) -> Vec<Option<Place>> {
    let changes = compare(&definition.outline(), &document.outline());
    let controls: Vec<_> = document.controls().collect();
    let mut pairs = vec![Pair::Unchanged; definition.count()];
    let mut taken = vec![false; controls.len()];
    for change in &changes {
        match *change {
            Change::Added { new } => take(&mut taken, new),
            Change::Removed { old, .. } => set(&mut pairs, old, Pair::Gone),
            Change::Answer { old, new }
            | Change::Retitled { old, new, .. }
            | Change::Moved { old, new }
            | Change::Notes { old, new }
            | Change::Documentation { old, new }
            | Change::Order { old, new } => {
                set(&mut pairs, old, Pair::With(new));
                take(&mut taken, new);
            }
            Change::SectionRenamed { .. }
            | Change::SectionRemoved { .. }
            | Change::SectionOrder { .. } => {}
        }
    }
    // Rows that nothing is said of have their title in the document. Where it stands there twice, the section tells
    // them apart, and else the order.
    let mut untaken: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (new, (_, control)) in controls.iter().enumerate().filter(|(new, _)| !taken[*new]) {
        untaken
            .entry(folded(&control.title.text).into_owned())
            .or_default()
            .push_back(new);
    }
    let mut same = |section: &str, title: &str| {
        let candidates = untaken.get_mut(&*folded(title))?;
        let section = folded(section);
        let at = candidates
            .iter()
            .position(|new| folded(&controls[*new].0.title) == section);
        candidates.remove(at.unwrap_or(0))
    };
    let rows = definition
        .sections
        .iter()
        .flat_map(|section| section.rows.iter().map(move |row| (section, row)));
    rows.zip(pairs)
        .map(|((section, row), pair)| {
            let new = match pair {
                Pair::Gone => None,
                Pair::With(new) => Some(new),
                Pair::Unchanged => same(&section.title.value, &row.title.value),
            };
            controls.get(new?).map(|(_, control)| control.title.place())
        })
        .collect()
}

/// What a row has come to in the document.
#[derive(Clone, Copy)]
enum Pair {
    Unchanged,
    With(usize),
    Gone,
}

fn set(pairs: &mut [Pair], old: usize, pair: Pair) {
    if let Some(slot) = pairs.get_mut(old) {
        *slot = pair;
    }
}

fn take(taken: &mut [bool], new: usize) {
    if let Some(slot) = taken.get_mut(new) {
        *slot = true;
    }
}
