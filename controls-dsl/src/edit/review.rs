//! What a person must look at before an edit is accepted.

use controls_document::{Change, Comparison, IndexedDocument, Kind, Subject};

use super::proposed::Proposed;
use crate::{Row, Section, ast::plain_name};

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// What has happened.
    pub kind: Kind,
    /// The variant of the row or section, the proposed one if it's new.
    pub name: String,
    /// The title of the row as the document has it, or as the definition had it; `None` for a section as a whole.
    pub title: Option<String>,
    /// What the definition said.
    pub old: Option<String>,
    /// What the document says.
    pub new: Option<String>,
    /// The line in the document; 0 for what it has no more.
    pub line: u32,
    /// Whether the row is the same one by a guess.
    pub guess: bool,
}

/// What the changes ask to be looked at, in the order of the document, as `check` tells of them. `proposed` are names for what is
/// new in the document.
pub(super) fn reviews(
    comparison: &Comparison<'_>,
    document: &IndexedDocument<'_>,
    (sections, rows): (&[Section], &[(&Section, &Row)]),
    proposed: &Proposed,
) -> Vec<Review> {
    let name = |change: &Change| match (change.old_subject(), change.new_subject()) {
        (Some(Subject::Row(old)), _) => Some(plain_name(&rows.get(old)?.1.name)),
        (Some(Subject::Section(old)), _) => Some(plain_name(&sections.get(old)?.name)),
        (None, Some(Subject::Row(new))) => proposed.rows.get(new)?.clone(),
        (None, Some(Subject::Section(new))) => proposed.sections.get(new)?.clone(),
        (None, None) => None,
    };
    let review = |change: &Change| {
        let facts = comparison.facts(change)?;
        let place = document.new_place(change);
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Some(Review {
            kind: change.kind(),
            name: name(change)?,
            title: owned(facts.title),
            old: owned(facts.old),
            new: owned(facts.new),
            line: place.map_or(0, |place| place.line),
            guess: matches!(change, Change::Retitled { certain: false, .. }),
        })
    };
    comparison.changes().iter().filter_map(review).collect()
}
