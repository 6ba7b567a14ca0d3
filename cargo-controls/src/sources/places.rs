//! Where the rows of a definition are in its document.

use controls_document::{Document, Place, compare};
use controls_dsl::Definition;

/// The place of each row's title in the document; `None` for a row that isn't there.
pub(super) fn places(definition: &Definition, document: &Document<'_>) -> Vec<Option<Place>> {
    let comparison = compare(definition.outline(), document.outline());
    let titles: Vec<Place> = document
        .controls()
        .map(|(_, control)| control.title.place())
        .collect();
    (0..definition.count())
        .map(|row| titles.get(comparison.new_row(row)?).copied())
        .collect()
}
