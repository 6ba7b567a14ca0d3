//! What is written of what is new besides what the document says: names, and what sections are under.

use controls_document::{Comparison, Document};

use crate::{Definition, groups::NewGroups, new_names::NewNames};

/// What is proposed for what is new in a document.
pub(super) struct Proposed {
    /// The name of each of its sections.
    pub(super) sections: Vec<Option<String>>,
    /// What is said of the headings above each of its sections.
    pub(super) groups: Vec<Option<String>>,
    /// The name of each of its rows.
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
        let new_groups = NewGroups::new(definition);
        let groups = document.sections.iter().enumerate().map(|(at, section)| {
            let is_new = comparison.old_section(at).is_none();
            let group = new_groups.of(section).filter(|_| is_new);
            group.map(str::to_owned)
        });
        let groups = groups.collect();
        let rows = (0..document.count()).map(|row| {
            let is_new = comparison.old_row(row).is_none();
            is_new.then(|| names.row(row).to_owned())
        });
        let rows = rows.collect();
        Proposed {
            sections,
            groups,
            rows,
        }
    }
}
