//! Rows that are where another one was: alone in its section, or between the same neighbours.

use std::collections::HashMap;

use super::context::Context;
use super::pairing::Pairing;

/// What two rows have in common that are in the same spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// Each is the only row of its section.
    Alone,
    /// Each is between the same two rows, or between the same row and an end of the section.
    Between,
}

/// The old rows without a partner, each with the new one, without a partner as well, that is in its spot.
pub(super) fn same_spots(
    context: &Context<'_>,
    sections: &Pairing,
    rows: &Pairing,
) -> HashMap<(usize, usize), Spot> {
    let mut found = HashMap::new();
    for section in 0..=context.new.nowhere() {
        let Some(old_section) = sections.of_new(section) else {
            continue;
        };
        let (old, new) = (
            context.old.rows_in(old_section),
            context.new.rows_in(section),
        );
        // Among the rows of a section, a row's neighbours are its own; at the ends, none is a neighbour as well.
        let neighbours = |at: usize, rows: &[usize]| {
            let before = at.checked_sub(1).and_then(|at| rows.get(at).copied());
            (before, rows.get(at + 1).copied())
        };
        let mut at_old = 0;
        for (at, &row) in new.iter().enumerate() {
            if let Some(partner) = rows.of_new(row) {
                // What follows here is held against what follows there.
                if let Ok(found) = old.binary_search(&partner) {
                    at_old = found + 1;
                }
                continue;
            }
            let Some(&candidate) = old.get(at_old) else {
                continue;
            };
            let ((old_before, old_after), (new_before, new_after)) =
                (neighbours(at_old, old), neighbours(at, new));
            let is_same = |old: Option<usize>, new: Option<usize>| match (old, new) {
                (None, None) => true,
                (Some(old), Some(new)) => rows.of_old(old) == Some(new),
                _ => false,
            };
            if rows.of_old(candidate).is_none()
                && is_same(old_before, new_before)
                && is_same(old_after, new_after)
            {
                let is_alone = old.len() == 1 && new.len() == 1;
                let spot = if is_alone { Spot::Alone } else { Spot::Between };
                found.insert((candidate, row), spot);
            }
        }
    }
    found
}
