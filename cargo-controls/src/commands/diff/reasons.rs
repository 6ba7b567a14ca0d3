//! Why differences call for the release that they call for.

use controls_document::Kind;

use super::{difference::Difference, model::Diff};

/// `2 controls added and 1 answer changed`: what there is of the kinds that call for the most.
pub(super) fn because(diff: &Diff) -> String {
    match diff.level() {
        Some(level) => {
            let decisive: Vec<&Difference> = diff
                .to_tell()
                .filter(|difference| difference.level == Some(level))
                .collect();
            counts(&decisive)
        }
        None => "both say the same".to_owned(),
    }
}

/// What there is of each kind, in words.
pub(super) fn counts(differences: &[&Difference]) -> String {
    let phrases: Vec<String> = Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let count = differences
                .iter()
                .filter(|difference| difference.kind == kind.name())
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
    let (one, more, what) = match kind {
        Kind::Added => ("control", "controls", "added"),
        Kind::Removed => ("control", "controls", "removed"),
        Kind::Answer => ("answer", "answers", "changed"),
        Kind::Recycled => ("label", "labels", "recycled"),
        Kind::Retitled => ("title", "titles", "changed"),
        Kind::Label => ("label", "labels", "changed"),
        Kind::Property => ("further cell", "further cells", "changed"),
        Kind::Regrouped => ("section", "sections", "added or removed"),
        Kind::Section => ("row or section", "rows or sections", "moved or renamed"),
        Kind::Notes => ("cell of notes", "cells of notes", "changed"),
        Kind::Documentation => ("cell of documentation", "cells of documentation", "changed"),
        Kind::Order => ("row or section", "rows or sections", "reordered"),
    };
    format!("{count} {} {what}", if count == 1 { one } else { more })
}
