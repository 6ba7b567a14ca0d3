//! What a person is asked.

use controls_document::{Control, folded};

use crate::{Row, ast::plain_name};

/// A row that may be the same one under another title, or may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The variant.
    pub name: String,
    /// The title in the definition.
    pub old: String,
    /// The title in the document.
    pub new: String,
    /// The section in the document.
    pub section: String,
    /// The line in the document.
    pub line: u32,
}

impl Guess {
    pub(super) fn new(
        row: &Row,
        section: &controls_document::Section<'_>,
        control: &Control<'_>,
    ) -> Self {
        Guess {
            name: plain_name(&row.name),
            old: folded(&row.title.value).into_owned(),
            new: folded(&control.title.text).into_owned(),
            section: folded(&section.title).into_owned(),
            line: control.title.place().line,
        }
    }
}
