//! A definition and its document, by the indices of their outlines.

use std::{cell::RefCell, collections::HashMap};

use controls_document::{Comparison, Control, Document, Place};
use proc_macro2::Span;

use crate::{Definition, Row, Section, StringLiteral, new_names::NewNames, print};

/// Both sides, by the indices of their outlines.
pub(super) struct Sides<'s> {
    pub(super) definition: &'s Definition,
    pub(super) document: &'s Document<'s>,
    comparison: &'s Comparison<'s>,
    pub(super) rows: Vec<(&'s Section, &'s Row)>,
    /// Whether new rows have answers.
    has_answers: bool,
    pub(super) controls: Vec<(&'s controls_document::Section<'s>, &'s Control<'s>)>,
    names: RefCell<NewNames<'s>>,
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
        let controls: Vec<_> = document.controls().collect();
        let mut last: HashMap<(*const controls_document::Section<'_>, &str), usize> =
            HashMap::new();
        let twins = controls.iter().enumerate().map(|(at, (section, control))| {
            last.insert((std::ptr::from_ref(*section), &*control.title.text), at)
        });
        Sides {
            definition,
            document,
            comparison,
            rows: rows.collect(),
            has_answers: definition.count() == 0 || definition.has_answers(),
            twins: twins.collect(),
            controls,
            names: RefCell::new(NewNames::new(definition, document)),
        }
    }

    /// The section of the definition in which the document has a row, if the definition has it.
    pub(super) fn section_of(&self, new: usize) -> Option<&'s Section> {
        let section = self.comparison.new_outline().rows.get(new)?.section;
        let old = self.comparison.old_section(section)?;
        self.definition.sections.get(old)
    }

    /// The section of the document in which the definition has a row, if the document has it.
    pub(super) fn heading_of(&self, old: usize) -> Option<&'s controls_document::Section<'s>> {
        let section = self.comparison.old_outline().rows.get(old)?.section;
        let new = self.comparison.new_section(section)?;
        self.document.sections.get(new)
    }

    /// The row of the document before another one in its section, and which row of the definition it is.
    pub(super) fn before(&self, new: usize) -> Option<(&'s Control<'s>, Option<&'s Row>)> {
        let (section, _) = self.controls.get(new)?;
        let at = new.checked_sub(1)?;
        let (before, control) = self.controls.get(at)?;
        let row = || Some(self.rows.get(self.comparison.old_row(at)?)?.1);
        std::ptr::eq(*before, *section).then(|| (*control, row()))
    }

    /// The row of the document that is above another one in its section and has the same title.
    pub(super) fn twin(&self, new: usize) -> Option<&'s Control<'s>> {
        let (_, control) = self.controls.get((*self.twins.get(new)?)?)?;
        Some(*control)
    }

    /// The label of a row of the document.
    pub(super) fn label(&self, new: usize) -> &'s str {
        let rows = &self.comparison.new_outline().rows;
        rows.get(new).map_or("", |row| row.label)
    }

    /// What a further column of the document says of a row.
    pub(super) fn property(&self, new: usize, name: &str) -> &'s str {
        let rows = &self.comparison.new_outline().rows;
        rows.get(new).map_or("", |row| row.property(name))
    }

    /// Where the sections of the document begin.
    pub(super) fn first_place(&self) -> Place {
        self.document
            .sections
            .first()
            .map(|section| section.place)
            .unwrap_or_default()
    }

    /// Where something that the definition lacks is reported.
    pub(super) fn document_span(&self) -> Span {
        self.definition
            .document
            .as_ref()
            .map_or_else(|| self.definition.name.span(), StringLiteral::span)
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
}
