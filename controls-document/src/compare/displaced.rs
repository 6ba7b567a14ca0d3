//! What is in another place than it was.

use std::collections::HashSet;

use super::context::{Context, Side};
use super::order::{Weight, out_of_order};
use super::pairing::Pairing;

/// The rows and sections of the new outline that aren't where they were.
#[derive(Clone, Debug)]
pub(super) struct Displaced {
    /// The sections that are before or after others than they were.
    sections: HashSet<usize>,
    /// The rows that are in another section.
    moved: HashSet<usize>,
    /// The rows that are before or after other rows of their section than they were.
    reordered: HashSet<usize>,
}

impl Displaced {
    /// Finds the least that has moved.
    pub(super) fn new(context: &Context<'_>, sections: &Pairing, rows: &Pairing) -> Self {
        let (moved, reordered) = displaced_rows(context, sections, rows);
        Self {
            sections: displaced_sections(context, sections),
            moved,
            reordered,
        }
    }

    /// Whether a section is before or after others than it was.
    pub(super) fn section(&self, new: usize) -> bool {
        self.sections.contains(&new)
    }

    /// Whether a row is in another section.
    pub(super) fn has_moved(&self, new: usize) -> bool {
        self.moved.contains(&new)
    }

    /// Whether a row is before or after other rows of its section than it was.
    pub(super) fn is_reordered(&self, new: usize) -> bool {
        self.reordered.contains(&new)
    }
}

fn displaced_sections(context: &Context<'_>, sections: &Pairing) -> HashSet<usize> {
    let (old, new) = (&context.old, &context.new);
    let (sequence, is): (Vec<usize>, Vec<usize>) = (0..new.nowhere())
        .filter_map(|section| Some((sections.of_new(section)?, section)))
        .unzip();
    let title = |section: Option<&usize>, side: &Side<'_>| {
        let title = section.and_then(|&section| side.section_title(section));
        title.unwrap_or_default().into_owned()
    };
    let weight = |at| Weight::of(&title(sequence.get(at), old), &title(is.get(at), new));
    at(&is, &out_of_order(&sequence, weight)).collect()
}

fn displaced_rows(
    context: &Context<'_>,
    sections: &Pairing,
    rows: &Pairing,
) -> (HashSet<usize>, HashSet<usize>) {
    let (mut moved, mut reordered) = (HashSet::new(), HashSet::new());
    for section in 0..=context.new.nowhere() {
        let (mut sequence, mut is) = (Vec::new(), Vec::new());
        for &new in context.new.rows_in(section) {
            let Some(old) = rows.of_new(new) else {
                continue;
            };
            if sections.of_old(context.old.section(old)) == Some(section) {
                sequence.push(old);
                is.push(new);
            } else {
                moved.insert(new);
            }
        }
        let title = |row: Option<&usize>, side: &Side<'_>| {
            let title = row.and_then(|&row| side.title(row));
            title.unwrap_or_default().to_owned()
        };
        let (of_old, of_new) = (&context.old, &context.new);
        let weight = |at| Weight::of(&title(sequence.get(at), of_old), &title(is.get(at), of_new));
        reordered.extend(at(&is, &out_of_order(&sequence, weight)));
    }
    (moved, reordered)
}

/// What is at some positions.
fn at(all: &[usize], positions: &[usize]) -> impl Iterator<Item = usize> {
    positions.iter().filter_map(|&at| all.get(at).copied())
}
