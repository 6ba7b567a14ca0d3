//! Two documents, by the indices of their outlines.

use controls_document::{Answer, Control, Document, IndexedDocument};

/// Both documents.
pub(super) struct Documents<'d> {
    pub(super) old: IndexedDocument<'d>,
    pub(super) new: IndexedDocument<'d>,
}

impl<'d> Documents<'d> {
    pub(super) fn new(old: &'d Document<'d>, new: &'d Document<'d>) -> Self {
        Documents {
            old: IndexedDocument::new(old),
            new: IndexedDocument::new(new),
        }
    }
}

/// What a row answers, as it's shown; nothing in a document that is read without answers.
pub(super) fn answer<'c>(control: &'c Control<'_>) -> &'c str {
    control.answer().map_or("", Answer::text)
}

/// A label that says what a row answers, if anything.
pub(super) fn answered(control: &Control<'_>) -> String {
    control
        .answer()
        .map(|answer| format!("answered `{answer}`"))
        .unwrap_or_default()
}
