//! A definition and its document, by the indices of their outlines.

use std::{cell::RefCell, collections::HashMap};

use controls_document::{
    Change, Comparison, Control, Document, Facts, IndexedDocument, Near, Place, Unread,
};
use proc_macro2::Span;

use crate::{
    Definition, Row, Section, StringLiteral, ast::plain_name, groups::NewGroups,
    new_names::NewNames, print, withdrawal::Withdrawal,
};

/// Both sides, and what the comparison of them says.
pub(super) struct Sides<'s> {
    pub(super) definition: &'s Definition,
    pub(super) document: IndexedDocument<'s>,
    pub(super) comparison: &'s Comparison<'s>,
    rows: Vec<(&'s Section, &'s Row)>,
    /// Whether new rows have answers.
    has_answers: bool,
    names: RefCell<NewNames<'s>>,
    groups: NewGroups,
    /// For each row that has been removed, what is said of that.
    pub(super) removed: HashMap<usize, &'s Change>,
    /// For each row of the document the one before it in its section that has the same title.
    twins: Vec<Option<usize>>,
}

impl<'s> Sides<'s> {
    pub(super) fn new(
        definition: &'s Definition,
        document: &'s Document<'s>,
        comparison: &'s Comparison<'s>,
    ) -> Self {
        let rows = definition
            .sections
            .iter()
            .flat_map(|section| section.rows.iter().map(move |row| (section, row)));
        let mut last: HashMap<(usize, &str), usize> = HashMap::new();
        let all = comparison.new_outline().rows.iter().enumerate();
        let twins = all.map(|(at, row)| last.insert((row.section, row.title), at));
        let removed = comparison
            .changes()
            .iter()
            .filter_map(|change| match change {
                Change::Removed { old, .. } => Some((*old, change)),
                _ => None,
            });
        Sides {
            definition,
            document: IndexedDocument::new(document),
            comparison,
            rows: rows.collect(),
            has_answers: definition.count() == 0 || definition.has_answers(),
            names: RefCell::new(NewNames::new(definition, document)),
            groups: NewGroups::new(definition),
            removed: removed.collect(),
            twins: twins.collect(),
        }
    }

    /// Whether a change may be two: a row that may have become another one, or may not.
    pub(super) fn is_asked(&self, change: &Change) -> bool {
        match change {
            Change::Retitled { certain, .. } => !certain,
            Change::Removed { successors, .. } => !successors.is_empty(),
            Change::Recycled { old, .. } => {
                let removed = self.removed.get(old);
                removed.is_some_and(|removed| self.is_asked(removed))
            }
            _ => false,
        }
    }

    /// What a change is about, and what has become of it.
    pub(super) fn facts(&self, change: &Change) -> Option<Facts<'s>> {
        self.comparison.facts(change)
    }

    /// What has happened to a row that both sides have, in words that speak of a document as of a definition.
    pub(super) fn sentence(&self, change: &Change, row: &Row) -> Option<String> {
        self.comparison.sentence(change, &plain_name(&row.name))
    }

    /// A row of the definition.
    pub(super) fn row(&self, old: usize) -> Option<&'s Row> {
        Some(self.rows.get(old)?.1)
    }

    /// A row of the document.
    pub(super) fn control(&self, new: usize) -> Option<&'s Control<'s>> {
        Some(self.document.row(new)?.1)
    }

    /// Where in the document a difference is shown: where what has changed is, or would be.
    pub(super) fn place(&self, change: &Change) -> Place {
        if let Some(unread) = self.unread(change) {
            return unread.place();
        }
        let near = || match self.document.near(change, self.comparison)? {
            Near::Row(place) | Near::Section(place) => Some(place),
        };
        let place = self.document.new_place(change).or_else(near);
        place.unwrap_or_else(|| self.document.start())
    }

    /// Why a row may only seem to have been removed.
    pub(super) fn unread(&self, change: &Change) -> Option<Unread<'s>> {
        self.document.unread(change, self.comparison)
    }

    /// The section of the definition that a row was removed from.
    pub(super) fn old_section(&self, change: &Change) -> Option<&'s Section> {
        let Change::Removed { old, .. } = *change else {
            return None;
        };
        Some(self.rows.get(old)?.0)
    }

    /// The section of the definition in which the document has a row, if the definition has it.
    pub(super) fn section_of(&self, new: usize) -> Option<&'s Section> {
        let section = self.comparison.new_outline().rows.get(new)?.section;
        let old = self.comparison.old_section(section)?;
        self.definition.sections.get(old)
    }

    /// The section of the definition that the document has before another one of its sections.
    pub(super) fn section_before(&self, new: usize) -> Option<&'s Section> {
        let old = self.comparison.old_section(new.checked_sub(1)?)?;
        self.definition.sections.get(old)
    }

    /// The row of the document before another one in its section, and which row of the definition it is.
    pub(super) fn before(&self, new: usize) -> Option<(&'s Control<'s>, Option<&'s Row>)> {
        let control = self.document.row_before(new)?;
        let old = self.comparison.old_row(new.checked_sub(1)?);
        Some((control, old.and_then(|old| self.row(old))))
    }

    /// The row of the document that is above another one in its section and has the same title.
    pub(super) fn twin(&self, new: usize) -> Option<&'s Control<'s>> {
        self.control((*self.twins.get(new)?)?)
    }

    /// The label of a row of the document.
    pub(super) fn label(&self, new: usize) -> &'s str {
        let rows = &self.comparison.new_outline().rows;
        rows.get(new).map_or("", |row| row.label)
    }

    /// Where something that the definition lacks is reported.
    pub(super) fn document_span(&self) -> Span {
        self.definition
            .document
            .as_ref()
            .map_or_else(|| self.definition.name.span(), StringLiteral::span)
    }

    /// What becomes of the `#[deprecated]` of a row.
    pub(super) fn withdrawal(&self, row: &Row, new: usize) -> Option<Withdrawal> {
        Withdrawal::of(row, self.comparison.new_outline().rows.get(new)?)
    }

    /// A row of the document as one to paste.
    pub(super) fn new_row(&self, new: usize) -> String {
        let mut names = self.names.borrow_mut();
        let rows = &self.comparison.new_outline().rows;
        let row = |row| print::row(names.row(new), row, self.has_answers);
        rows.get(new).map(row).unwrap_or_default()
    }

    /// The name proposed for the section in which the document has a row, if the definition lacks it.
    pub(super) fn new_section(&self, new: usize) -> String {
        let outline = self.comparison.new_outline();
        let section = outline.rows.get(new).map_or(0, |row| row.section);
        self.names.borrow_mut().section(section).to_owned()
    }

    /// The line above such a section, if it says what the section is under.
    pub(super) fn new_group(&self, new: usize) -> String {
        let section = self.document.row(new).map(|(section, _)| section);
        let group = section.and_then(|section| self.groups.of(section));
        group.map_or_else(String::new, |group| format!("{}\n", print::group(group)))
    }
}
