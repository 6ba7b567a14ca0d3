//! Why differences ask for the release that they ask for.

use controls_document::Kind;

use super::{comparison::Comparison, drift::Drift};

/// All kinds, in the order in which they are spoken of.
pub(super) const KINDS: [Kind; 8] = [
    Kind::Added,
    Kind::Removed,
    Kind::Answer,
    Kind::Retitled,
    Kind::Section,
    Kind::Notes,
    Kind::Documentation,
    Kind::Order,
];

/// `, for 1 control is new and 2 controls have gone`: what there is of the kinds that ask for the most.
pub(super) fn because(comparison: &Comparison) -> String {
    match comparison.level() {
        Some(level) => {
            let decisive: Vec<&Drift> = comparison
                .drifts
                .iter()
                .filter(|drift| drift.level == Some(level))
                .collect();
            format!(", for {}", counts(&decisive))
        }
        None => ", for both say the same".to_owned(),
    }
}

/// What there is of each kind, in words.
pub(super) fn counts(drifts: &[&Drift]) -> String {
    let phrases: Vec<String> = KINDS
        .into_iter()
        .filter_map(|kind| {
            let count = drifts
                .iter()
                .filter(|drift| drift.kind == kind.name())
                .count();
            (count > 0).then(|| phrase(kind, count))
        })
        .collect();
    match &phrases[..] {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn phrase(kind: Kind, count: usize) -> String {
    let is_one = count == 1;
    let (one, more, has, have) = match kind {
        Kind::Added => ("control", "controls", "is new", "are new"),
        Kind::Removed => ("control", "controls", "has gone", "have gone"),
        Kind::Answer => ("answer", "answers", "has changed", "have changed"),
        Kind::Retitled => ("title", "titles", "has changed", "have changed"),
        Kind::Section => (
            "row or section",
            "rows or sections",
            "has moved or been renamed",
            "have moved or been renamed",
        ),
        Kind::Notes => (
            "cell of notes",
            "cells of notes",
            "has changed",
            "have changed",
        ),
        Kind::Documentation => (
            "cell of documentation",
            "cells of documentation",
            "has changed",
            "have changed",
        ),
        Kind::Order => (
            "row or section",
            "rows or sections",
            "stands elsewhere",
            "stand elsewhere",
        ),
    };
    if is_one {
        format!("1 {one} {has}")
    } else {
        format!("{count} {more} {have}")
    }
}
