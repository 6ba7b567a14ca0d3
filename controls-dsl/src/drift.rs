//! The differences between a definition and its document, as errors that say what to do.

mod error;
mod help;
mod sides;
mod wording;

use std::collections::HashSet;

use controls_document::{Change, Document, Told, Unread, compare};

use crate::{Definition, Diagnostics, Source, ast::plain_name};
use sides::Sides;

pub use error::Drift;

/// How many are reported one by one; a line counts the rest.
const MOST: usize = 20;

/// All differences, in the order of the document.
#[must_use]
pub fn drifts(definition: &Definition, document: &Document<'_>) -> Vec<Drift> {
    worded(definition, document, |drifts, _| drifts.collect())
}

/// Adds a diagnostic for each difference that no other one tells of, but not for more than a person would read: only these are
/// put into words.
pub(crate) fn report(
    definition: &Definition,
    document: &Document<'_>,
    source: &Source,
    diagnostics: &mut Diagnostics,
) {
    let more = worded(definition, document, |drifts, count| {
        for drift in drifts.filter(|drift| !drift.is_told).take(MOST) {
            diagnostics.document(drift.span, drift.text(source));
        }
        count.saturating_sub(MOST)
    });
    let differences = match more {
        0 => return,
        1 => "1 more difference".to_owned(),
        more => format!("{more} more differences"),
    };
    if let Some(document) = &definition.document {
        diagnostics.document(
            document.span(),
            format!(
                "{differences} between `{}` and its document {}: `cargo controls check` shows all of them",
                plain_name(&definition.name),
                source.path
            ),
        );
    }
}

/// What is made of the differences, each of which is put into words when it's asked for, and of how many there are that no
/// other one tells of.
fn worded<T: Default>(
    definition: &Definition,
    document: &Document<'_>,
    of: impl FnOnce(&mut dyn Iterator<Item = Drift>, usize) -> T,
) -> T {
    let comparison = compare(definition.outline(), document.outline());
    let changes = comparison.changes();
    if changes.is_empty() {
        return T::default();
    }
    let sides = Sides::new(definition, document, &comparison);
    let told = told(changes, &sides);
    let count = changes.iter().filter(|change| !told.has(change)).count();
    let mut drifts = changes.iter().filter_map(|change| {
        let drift = wording::drift(change, &sides)?;
        Some(Drift {
            is_told: told.has(change),
            ..drift
        })
    });
    of(&mut drifts, count)
}

/// What it's told of elsewhere: where labels are, or at the first row of a section of which nothing is read.
fn told(changes: &[Change], sides: &Sides<'_>) -> Told {
    let mut told = Told::of(changes);
    let mut sections = HashSet::new();
    for change in changes {
        let Change::Removed { old, .. } = change else {
            continue;
        };
        if told.has(change) {
            continue;
        }
        let unread = sides.unread(change).map(Unread::place);
        if unread.is_some_and(|place| !sections.insert(place)) {
            told.add_removed(*old);
        }
    }
    told
}
