//! What the changes leave unsaid: which rows and sections are the same without any change.

use std::collections::{HashMap, HashSet};

use controls_document::{Change, Outline, folded};

/// The partners of the rows and sections of a document, and which of them stay where they are.
pub(super) struct Pairs {
    /// For each section of the document, the one of the definition.
    pub(super) sections: Vec<Option<usize>>,
    /// For each row of the document, the one of the definition.
    pub(super) rows: Vec<Option<usize>>,
    /// The sections of the document that stay among the others.
    pub(super) staying_sections: HashSet<usize>,
    /// The rows of the document that stay among the others of their section.
    pub(super) staying_rows: HashSet<usize>,
}

impl Pairs {
    /// Draws the conclusions. A row or section that no change names stands on both sides, under the same title and
    /// among the same others; of several with one title, the first is the first.
    pub(super) fn new(changes: &[Change], old: &Outline<'_>, new: &Outline<'_>) -> Pairs {
        let sections = sections(changes, old, new);
        let rows = rows(changes, old, new, &sections);
        let placed = |new_row: usize| {
            let old_row = rows.get(new_row).copied().flatten()?;
            let section = new.rows.get(new_row)?.section;
            let stays =
                sections.get(section).copied().flatten() == Some(old.rows.get(old_row)?.section);
            stays.then_some((section, old_row))
        };
        let mut of_section: Vec<Vec<(usize, usize)>> = vec![Vec::new(); new.sections.len()];
        for row in 0..new.rows.len() {
            if let Some((section, old_row)) = placed(row)
                && let Some(of_section) = of_section.get_mut(section)
            {
                of_section.push((old_row, row));
            }
        }
        let staying_rows = of_section
            .iter()
            .flat_map(|pairs| in_order(pairs))
            .collect();
        let of_sections: Vec<(usize, usize)> = sections
            .iter()
            .enumerate()
            .filter_map(|(new, old)| Some(((*old)?, new)))
            .collect();
        let staying_sections = in_order(&of_sections);
        Pairs {
            sections,
            rows,
            staying_sections,
            staying_rows,
        }
    }
}

fn sections(changes: &[Change], old: &Outline<'_>, new: &Outline<'_>) -> Vec<Option<usize>> {
    let mut of_title: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, title) in old.sections.iter().enumerate().rev() {
        of_title
            .entry(folded(title).into_owned())
            .or_default()
            .push(at);
    }
    let mut sections: Vec<Option<usize>> = new
        .sections
        .iter()
        .map(|title| of_title.get_mut(&*folded(title)).and_then(Vec::pop))
        .collect();
    for change in changes {
        if let Change::SectionRenamed {
            old_section,
            new_section,
        } = *change
            && let Some(slot) = sections.get_mut(new_section)
        {
            *slot = Some(old_section);
        }
    }
    sections
}

fn rows(
    changes: &[Change],
    old: &Outline<'_>,
    new: &Outline<'_>,
    sections: &[Option<usize>],
) -> Vec<Option<usize>> {
    let mut rows: Vec<Option<usize>> = vec![None; new.rows.len()];
    // Rows of which it's known who they are, or that they're alone.
    let (mut known_old, mut known_new) = (HashSet::new(), HashSet::new());
    for change in changes {
        match *change {
            Change::Added { new } => {
                known_new.insert(new);
            }
            Change::Removed { old, .. } => {
                known_old.insert(old);
            }
            Change::Answer { old, new }
            | Change::Retitled { old, new, .. }
            | Change::Moved { old, new }
            | Change::Notes { old, new }
            | Change::Documentation { old, new }
            | Change::Order { old, new } => {
                known_old.insert(old);
                known_new.insert(new);
                if let Some(slot) = rows.get_mut(new) {
                    *slot = Some(old);
                }
            }
            Change::SectionRenamed { .. }
            | Change::SectionRemoved { .. }
            | Change::SectionOrder { .. } => {}
        }
    }
    let mut left: HashMap<(usize, String), Vec<usize>> = HashMap::new();
    for (at, row) in old
        .rows
        .iter()
        .enumerate()
        .rev()
        .filter(|(at, _)| !known_old.contains(at))
    {
        left.entry((row.section, folded(row.title).into_owned()))
            .or_default()
            .push(at);
    }
    for (at, row) in new
        .rows
        .iter()
        .enumerate()
        .filter(|(at, _)| !known_new.contains(at))
    {
        let Some(section) = sections.get(row.section).copied().flatten() else {
            continue;
        };
        let partner = left
            .get_mut(&(section, folded(row.title).into_owned()))
            .and_then(Vec::pop);
        if let Some(slot) = rows.get_mut(at) {
            *slot = partner;
        }
    }
    rows
}

/// Of pairs of an old position and a new one, with the new ones ascending, the most that are in order: the new ones of
/// a longest increasing subsequence.
fn in_order(pairs: &[(usize, usize)]) -> HashSet<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let old_of = |at: usize| pairs.get(at).map_or(0, |(old, _)| *old);
    for (at, &(old, _)) in pairs.iter().enumerate() {
        let length = tails.partition_point(|&tail| old_of(tail) < old);
        before.push(
            length
                .checked_sub(1)
                .and_then(|shorter| tails.get(shorter).copied()),
        );
        match tails.get_mut(length) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut staying = HashSet::new();
    let mut at = tails.last().copied();
    while let Some(position) = at {
        staying.extend(pairs.get(position).map(|(_, new)| *new));
        at = before.get(position).copied().flatten();
    }
    staying
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_as_can_stay() {
        for (old, expected) in [
            (&[0, 1, 2][..], &[0, 1, 2][..]),
            (&[2, 0, 1], &[1, 2]),
            (&[0, 3, 1, 2, 4], &[0, 2, 3, 4]),
            (&[], &[]),
        ] {
            let pairs: Vec<_> = old.iter().copied().zip(0..).collect();
            assert_eq!(
                in_order(&pairs),
                expected.iter().copied().collect(),
                "{old:?}"
            );
        }
    }
}
