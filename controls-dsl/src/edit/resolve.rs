//! Which rows are the same ones, once guesses have been decided and former titles looked up.

use std::collections::{HashMap, HashSet};

use controls_document::{Change, Outline, folded};

use crate::{Row, Section, names};

/// A row that may be the same one under another title, or may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The variant.
    pub name: String,
    /// The title in the definition.
    pub old: String,
    /// The title in the document.
    pub new: String,
    /// The section in the document.
    pub section: String,
    /// The line in the document.
    pub line: u32,
}

/// Two outlines, and the rows of the old one.
pub(super) struct Sides<'s> {
    pub(super) old: &'s Outline<'s>,
    pub(super) new: &'s Outline<'s>,
    pub(super) rows: &'s [(&'s Section, &'s Row)],
}

impl Sides<'_> {
    fn title_of_new(&self, new: usize) -> String {
        self.new
            .rows
            .get(new)
            .map(|row| folded(row.title).into_owned())
            .unwrap_or_default()
    }
}

/// Puts the changes of the same rows in place of the removal and the addition of a control that comes back, then
/// decides guesses: `is_same` says whether a guess is right, and those that aren't are a removal and an addition.
///
/// A control comes back where the document has a row under a title that `formerly` of another row knows, and no longer
/// has that other row: then it's that row under its old title, without doubt, for a person has written so. Where
/// `formerly` knows the id that the title would get, it's a guess. A row that the document has besides the one which was
/// called so is a new control.
pub(super) fn resolved(
    changes: Vec<Change>,
    sides: &Sides<'_>,
    is_same: &mut dyn FnMut(usize, usize) -> bool,
) -> Vec<Change> {
    let changes = coming_back(changes, sides);
    let mut out = Vec::with_capacity(changes.len());
    let mut refused = HashSet::new();
    for change in changes {
        match change {
            Change::Retitled {
                old,
                new,
                certain: false,
            } if !is_same(old, new) => {
                refused.insert(old);
                out.extend([
                    Change::Removed {
                        old,
                        after: None,
                        successors: vec![new],
                    },
                    Change::Added { new },
                ]);
            }
            // What else has changed about it comes with its title or after it.
            Change::Answer { old, .. }
            | Change::Moved { old, .. }
            | Change::Notes { old, .. }
            | Change::Documentation { old, .. }
            | Change::Order { old, .. }
                if refused.contains(&old) => {}
            change => out.push(change),
        }
    }
    out
}

fn coming_back(changes: Vec<Change>, sides: &Sides<'_>) -> Vec<Change> {
    // The rows that are free to be others: old ones by what they were called, and new ones.
    let mut former: HashMap<String, usize> = HashMap::new();
    let mut free: Vec<usize> = Vec::new();
    for change in &changes {
        match *change {
            Change::Removed { old, .. } => know(old, &mut former, sides),
            Change::Added { new } => free.push(new),
            Change::Retitled {
                old,
                new,
                certain: false,
            } => {
                know(old, &mut former, sides);
                free.push(new);
            }
            _ => {}
        }
    }
    if former.is_empty() {
        return changes;
    }
    let mut back: Vec<(usize, usize, bool)> = Vec::new();
    for by_title in [true, false] {
        for &new in &free {
            let title = sides.title_of_new(new);
            let key = if by_title {
                title
            } else {
                names::kebab_case(&super::name::for_title(&title))
            };
            let Some(&old) = former.get(&key) else {
                continue;
            };
            if !back.iter().any(|&(was, is, _)| was == old || is == new) {
                back.push((old, new, by_title));
            }
        }
    }
    with_pairs(changes, &back, sides)
}

fn know(old: usize, former: &mut HashMap<String, usize>, sides: &Sides<'_>) {
    for text in sides
        .rows
        .get(old)
        .map(|(_, row)| &row.formerly[..])
        .unwrap_or_default()
    {
        former
            .entry(folded(&text.value).into_owned())
            .or_insert(old);
    }
}

/// The changes with some rows paired anew. Whoever was paired with one of them is alone now.
fn with_pairs(
    changes: Vec<Change>,
    back: &[(usize, usize, bool)],
    sides: &Sides<'_>,
) -> Vec<Change> {
    let has_old = |old: usize| back.iter().any(|&(was, ..)| was == old);
    let has_new = |new: usize| back.iter().any(|&(_, is, _)| is == new);
    let mut out = Vec::with_capacity(changes.len());
    for change in changes {
        match change {
            Change::Removed { old, .. } if has_old(old) => {}
            Change::Added { new } | Change::Retitled { new, .. } if has_new(new) => {
                if let Change::Retitled { old, .. } = change
                    && !has_old(old)
                {
                    out.push(Change::Removed {
                        old,
                        after: None,
                        successors: Vec::new(),
                    });
                }
                out.extend(
                    back.iter()
                        .filter(|(_, is, _)| *is == new)
                        .flat_map(|pair| changed(*pair, sides)),
                );
            }
            Change::Retitled { old, new, .. } if has_old(old) => out.push(Change::Added { new }),
            Change::Answer { old, new }
            | Change::Moved { old, new }
            | Change::Notes { old, new }
            | Change::Documentation { old, new }
            | Change::Order { old, new }
                if has_old(old) || has_new(new) => {}
            change => out.push(change),
        }
    }
    out
}

/// What has changed about a row. That it has moved is seen where rows are put in order.
fn changed((old, new, certain): (usize, usize, bool), sides: &Sides<'_>) -> Vec<Change> {
    let (Some(was), Some(is)) = (sides.old.rows.get(old), sides.new.rows.get(new)) else {
        return Vec::new();
    };
    let mut changes = vec![Change::Retitled { old, new, certain }];
    if let (Some(one), Some(other)) = (was.answer, is.answer)
        && !one.same(other)
    {
        changes.push(Change::Answer { old, new });
    }
    let differs = |one: &str, other: &str| folded(one) != folded(other);
    if differs(was.notes, is.notes) {
        changes.push(Change::Notes { old, new });
    }
    if differs(was.documentation, is.documentation) {
        changes.push(Change::Documentation { old, new });
    }
    changes
}
