//! Names for what is new.

use controls_document::{Comparison, Document};

use crate::{Definition, new_names::NewNames};

/// The names that are proposed for what is new in a document.
pub(super) struct Proposed {
    /// For each of its sections.
    pub(super) sections: Vec<Option<String>>,
    /// For each of its rows.
    pub(super) rows: Vec<Option<String>>,
}

impl Proposed {
    pub(super) fn of(
        definition: &Definition,
        document: &Document<'_>,
        comparison: &Comparison<'_>,
    ) -> Proposed {
        let mut names = NewNames::new(definition, document);
        let sections = (0..document.sections.len()).map(|section| {
            let is_new = comparison.old_section(section).is_none();
            is_new.then(|| names.section(section).to_owned())
        });
        let sections = sections.collect();
        let rows = (0..document.count()).map(|row| {
            let is_new = comparison.old_row(row).is_none();
            is_new.then(|| names.row(row).to_owned())
        });
        let rows = rows.collect();
        Proposed { sections, rows }
    }
}
