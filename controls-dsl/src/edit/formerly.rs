//! What becomes of former titles.

use std::collections::{HashMap, HashSet};

use controls_document::{Change, Comparison};

use super::row::Former;
use crate::{Row, Section, names, print};

/// For each retitled row of a definition, what becomes of its `formerly`.
///
/// Its old title is added, and its new one taken out if it is there. A text in `formerly` means one control only, and
/// none that is the id of one: an old title that is known elsewhere isn't added.
pub(super) fn changes(
    comparison: &Comparison<'_>,
    rows: &[(&Section, &Row)],
    titles: &[&str],
    new_names: &[Option<String>],
) -> HashMap<usize, Former> {
    let mut known: HashSet<String> = new_names
        .iter()
        .flatten()
        .map(|name| names::kebab_case(name))
        .collect();
    let stays = |(old, _): &(usize, _)| comparison.new_row(*old).is_some();
    for (_, (_, row)) in rows.iter().enumerate().filter(stays) {
        known.insert(row.id().to_owned());
        known.extend(row.formerly().map(|text| text.value.clone()));
    }
    let mut all = HashMap::new();
    for change in comparison.changes() {
        let Change::Retitled { old, new, .. } = *change else {
            continue;
        };
        let (Some((_, row)), Some(title)) = (rows.get(old), titles.get(new)) else {
            continue;
        };
        let kept: Vec<usize> = row
            .formerly()
            .enumerate()
            .filter(|(_, text)| text.value != *title)
            .map(|(at, _)| at)
            .collect();
        let was = &row.title.value;
        let added = if known.insert(was.clone()) {
            vec![print::literal(was)]
        } else {
            Vec::new()
        };
        if !added.is_empty() || kept.len() < row.formerly().count() {
            all.insert(old, Former { kept, added });
        }
    }
    all
}
