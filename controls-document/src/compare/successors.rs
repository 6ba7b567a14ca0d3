//! Which added rows may have taken the place of a removed one.

use std::collections::HashMap;

use super::context::Context;
use super::pairing::Pairing;
use super::retitle::{Edge, edges};

/// How many are named.
const SUCCESSORS: usize = 3;

/// How alike the titles must be in the same section, …
const SAME_SECTION: f64 = 0.2;

/// … and elsewhere, where more rows would be alike by chance.
const ELSEWHERE: f64 = 0.4;

/// How much the same notes add to the likeness of two titles, and the same section.
const SAME_NOTES: f64 = 0.3;

/// For each removed row that has any, its likely successors, the likeliest first.
pub(super) fn successors(
    context: &Context<'_>,
    sections: &Pairing,
    rows: &Pairing,
) -> HashMap<usize, Vec<usize>> {
    let mut found: HashMap<usize, Vec<(f64, usize)>> = HashMap::new();
    for edge in edges(context, &rows.free_old(), &rows.free_new()) {
        if let Some(likelihood) = likelihood(context, sections, &edge) {
            found
                .entry(edge.old)
                .or_default()
                .push((likelihood, edge.new));
        }
    }
    found
        .into_iter()
        .map(|(old, found)| (old, likeliest(found)))
        .collect()
}

fn likelihood(context: &Context<'_>, sections: &Pairing, edge: &Edge) -> Option<f64> {
    let is_near =
        sections.of_old(context.old.section(edge.old)) == Some(context.new.section(edge.new));
    let notes = if context.same_notes(edge.old, edge.new) {
        SAME_NOTES
    } else {
        0.0
    };
    let (enough, place) = if is_near {
        (SAME_SECTION, ELSEWHERE - SAME_SECTION)
    } else {
        (ELSEWHERE, 0.0)
    };
    let likeness = edge.likeness.score;
    (likeness >= enough || notes > 0.0).then_some(likeness + notes + place)
}

fn likeliest(mut found: Vec<(f64, usize)>) -> Vec<usize> {
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    found
        .into_iter()
        .take(SUCCESSORS)
        .map(|(_, row)| row)
        .collect()
}
