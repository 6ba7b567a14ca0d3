//! Which old row is which new one.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::context::Context;
use super::pairing::Pairing;
use super::retitle::{Edge, Rivals, alike_pairs, edges, near_pairs};
use super::spot::same_spots;
use crate::folded;

/// The rows that are the same.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    /// Old rows and new ones.
    pub(super) pairing: Pairing,
    /// The old rows of which the partner is a guess.
    guesses: HashSet<usize>,
}

impl Rows {
    /// Whether there's no doubt that an old row is the new row it's paired with.
    pub(super) fn is_certain(&self, old: usize) -> bool {
        !self.guesses.contains(&old)
    }

    /// Pairs two rows that have no partner, which remains a guess.
    pub(super) fn guess(&mut self, old: usize, new: usize) {
        self.guesses.insert(old);
        self.pairing.join(old, new);
    }

    /// Takes a pair apart.
    pub(super) fn part(&mut self, old: usize) {
        self.guesses.remove(&old);
        self.pairing.part(old);
    }
}

/// Pairs the rows: by their ids, where both sides have them, by label and title, by title in paired sections, by title anywhere,
/// by title in any letter case, by what they were called before, by label where the titles are near, and last by the words of
/// the title.
pub(super) fn paired(context: &Context<'_>, sections: &Pairing) -> Rows {
    let mut pairing = Pairing::new(context.old.len(), context.new.len());
    by_id(context, &mut pairing);
    by_label_and_title(context, sections, &mut pairing);
    by_title(context, sections, &mut pairing);
    by_lower_title(context, sections, &mut pairing);
    by_former_title(context, &mut pairing);
    let guesses = by_words(context, sections, &mut pairing);
    Rows { pairing, guesses }
}

/// An id means one control in all editions, whatever it's called.
fn by_id(context: &Context<'_>, pairing: &mut Pairing) {
    pairing.join_by(|row| context.old.id(row), |row| context.new.id(row));
}

/// Titles may be there more than once where labels tell rows apart, and both where sections do.
fn by_label_and_title(context: &Context<'_>, sections: &Pairing, pairing: &mut Pairing) {
    let (old, new) = (&context.old, &context.new);
    pairing.join_by(
        |row| {
            let section = sections.of_old(old.section(row))?;
            Some((section, old.label(row)?, old.title(row)?))
        },
        |row| Some((new.section(row), new.label(row)?, new.title(row)?)),
    );
    pairing.join_by(
        |row| Some((old.label(row)?, old.title(row)?)),
        |row| Some((new.label(row)?, new.title(row)?)),
    );
    pairing.join_by(
        |row| Some((old.label(row)?, old.lower(row)?)),
        |row| Some((new.label(row)?, new.lower(row)?)),
    );
}

/// Pairs what has the same label, if that's accepted. A label alone says nothing: documents give it to another control.
fn by_label(
    context: &Context<'_>,
    pairing: &mut Pairing,
    accepts: impl Fn(&Edge) -> bool,
) -> Vec<usize> {
    let mut found = Vec::new();
    for old in pairing.free_old() {
        let label = context.old.label(old);
        let Some(label) = label.filter(|label| context.old.labelled(label) == Some(old)) else {
            continue;
        };
        let new = context.new.labelled(&label);
        let new = new.filter(|new| pairing.of_new(*new).is_none());
        let edge = new.and_then(|new| Edge::new(context, old, new));
        if let Some(edge) = edge.filter(&accepts) {
            pairing.join(old, edge.new);
            found.push(old);
        }
    }
    found
}

fn by_title(context: &Context<'_>, sections: &Pairing, pairing: &mut Pairing) {
    let (old, new) = (&context.old, &context.new);
    pairing.join_by(
        |row| Some((sections.of_old(old.section(row))?, old.title(row)?)),
        |row| Some((new.section(row), new.title(row)?)),
    );
    // Elsewhere the title may be there more than once: the row that hasn't changed otherwise is meant.
    pairing.join_by(
        |row| {
            old.row(row).and_then(|cells| {
                Some((
                    old.title(row)?,
                    folded(cells.notes),
                    folded(cells.documentation),
                ))
            })
        },
        |row| {
            new.row(row).and_then(|cells| {
                Some((
                    new.title(row)?,
                    folded(cells.notes),
                    folded(cells.documentation),
                ))
            })
        },
    );
    pairing.join_by(|row| old.title(row), |row| new.title(row));
}

fn by_lower_title(context: &Context<'_>, sections: &Pairing, pairing: &mut Pairing) {
    let (old, new) = (&context.old, &context.new);
    pairing.join_by(
        |row| Some((sections.of_old(old.section(row))?, old.lower(row)?)),
        |row| Some((new.section(row), new.lower(row)?)),
    );
    pairing.join_by(|row| old.lower(row), |row| new.lower(row));
}

/// Pairs a row that has a title again which it had before. There's no doubt about it, because a person has written so.
fn by_former_title(context: &Context<'_>, pairing: &mut Pairing) {
    let mut former: HashMap<_, usize> = HashMap::new();
    for row in pairing.free_old() {
        for title in context.old.former(row) {
            former.entry(folded(title)).or_insert(row);
        }
    }
    if former.is_empty() {
        return;
    }
    for row in pairing.free_new() {
        let old = context.new.title(row).and_then(|title| former.get(title));
        if let Some(&old) = old {
            pairing.join(old, row);
        }
    }
}

/// Pairs what has similar titles, and says which of the pairs are guesses.
fn by_words(context: &Context<'_>, sections: &Pairing, pairing: &mut Pairing) -> HashSet<usize> {
    by_label(context, pairing, Edge::is_near);
    let mut blocks = blocks(context, sections, pairing);
    for edges in &mut blocks {
        join(pairing, &near_pairs(edges));
    }
    let mut elsewhere = edges(context, &pairing.free_old(), &pairing.free_new());
    join(pairing, &near_pairs(&mut elsewhere));
    let mut guesses = HashSet::new();
    let rivals = OnceCell::new();
    guesses.extend(by_label(context, pairing, |edge| {
        edge.is_alike_by_label(|| {
            let rivals = rivals.get_or_init(|| Rivals::new(context));
            rivals.has_none(context, edge)
        })
    }));
    guess(&mut blocks, pairing, &mut guesses, Edge::is_alike);
    // Once those have been found, more rows are known to be between the same neighbours.
    let spots = same_spots(context, sections, pairing);
    guess(&mut blocks, pairing, &mut guesses, |edge| {
        let spot = spots.get(&(edge.old, edge.new));
        edge.is_alike() || spot.is_some_and(|spot| edge.is_alike_at(*spot))
    });
    guesses
}

fn guess(
    blocks: &mut [Vec<Edge>],
    pairing: &mut Pairing,
    guesses: &mut HashSet<usize>,
    accepts: impl Fn(&Edge) -> bool,
) {
    for edges in blocks {
        edges.retain(|edge| {
            pairing.of_old(edge.old).is_none() && pairing.of_new(edge.new).is_none()
        });
        let pairs = alike_pairs(edges, &accepts);
        join(pairing, &pairs);
        guesses.extend(pairs.iter().map(|edge| edge.old));
    }
}

/// For each pair of sections, what its free rows have to do with each other.
fn blocks(context: &Context<'_>, sections: &Pairing, pairing: &Pairing) -> Vec<Vec<Edge>> {
    let mut free: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for row in pairing.free_old() {
        if let Some(section) = sections.of_old(context.old.section(row)) {
            free.entry(section).or_default().0.push(row);
        }
    }
    for row in pairing.free_new() {
        free.entry(context.new.section(row))
            .or_default()
            .1
            .push(row);
    }
    free.values()
        .map(|(old, new)| edges(context, old, new))
        .collect()
}

fn join(pairing: &mut Pairing, pairs: &[Edge]) {
    for edge in pairs {
        pairing.join(edge.old, edge.new);
    }
}
