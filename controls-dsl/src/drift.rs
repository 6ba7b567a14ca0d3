//! The differences between a definition and its document, as errors that say what to do.

mod help;
mod wording;

use std::{cell::RefCell, collections::HashMap};

use controls_document::{Comparison, Control, Document, Kind, Place, compare};

use proc_macro2::Span;

use crate::{
    Definition, Diagnostics, Row, Section, Source, StringLiteral, ast::plain_name,
    new_names::NewNames, print,
};

/// How many are reported one by one; a line counts the rest.
const MOST: usize = 20;

/// One difference.
#[derive(Clone, Debug)]
pub struct Drift {
    /// What sort of difference it is.
    pub kind: Kind,
    /// The title of the row; `None` for a section as a whole.
    pub title: Option<String>,
    /// The section that it is in, in the document if it's there and else in the definition.
    pub section: String,
    /// What the definition says of what has changed.
    pub old: Option<String>,
    /// What the document says.
    pub new: Option<String>,
    /// Where in the document.
    pub place: Place,
    /// The token of the definition that disagrees.
    pub span: Span,
    /// What has happened, in one line.
    pub message: String,
    label: String,
    help: String,
}

/// All differences, in the order of the document.
#[must_use]
pub fn drifts(definition: &Definition, document: &Document<'_>) -> Vec<Drift> {
    worded(definition, document, |drifts, _| drifts.collect())
}

/// Adds a diagnostic for each difference, but not for more than a person would read: only these are put into words.
pub(crate) fn report(
    definition: &Definition,
    document: &Document<'_>,
    source: &Source,
    diagnostics: &mut Diagnostics,
) {
    let more = worded(definition, document, |drifts, count| {
        for drift in drifts.take(MOST) {
            diagnostics.document(drift.span, drift.text(source));
        }
        count.saturating_sub(MOST)
    });
    let differences = match more {
        0 => return,
        1 => "1 more difference".to_owned(),
        more => format!("{more} more differences"),
    };
    if let Some(document) = &definition.document {
        diagnostics.document(
            document.span(),
            format!(
                "{differences} between `{}` and its document {}: `cargo controls check` shows all of them",
                plain_name(&definition.name),
                source.path
            ),
        );
    }
}

/// What is made of the differences, each of which is put into words when it's asked for, and of how many there are.
fn worded<T: Default>(
    definition: &Definition,
    document: &Document<'_>,
    of: impl FnOnce(&mut dyn Iterator<Item = Drift>, usize) -> T,
) -> T {
    let comparison = compare(definition.outline(), document.outline());
    let changes = comparison.changes();
    if changes.is_empty() {
        return T::default();
    }
    let sides = Sides::new(definition, document, &comparison);
    let mut drifts = changes
        .iter()
        .filter_map(|change| wording::drift(change, &sides));
    of(&mut drifts, changes.len())
}

impl Drift {
    /// The whole text of the error: what has happened, where in the document, and what to do.
    #[must_use]
    pub fn text(&self, source: &Source) -> String {
        self.text_with(source, "run `cargo controls fix`")
    }

    /// The same, with another way to have it done for one.
    #[must_use]
    pub fn text_with(&self, source: &Source, way: &str) -> String {
        let gutter = " ".repeat(self.place.line.to_string().len());
        let excerpt = source.excerpt(self.place, &self.label);
        // After a row to paste, the other way has a line of its own. Further lines of help begin below its first word.
        let separator = if self.help.contains('\n') { "\n" } else { ", " };
        let help = format!("{}{separator}or {way}", self.help);
        let help = help.replace('\n', &format!("\n{gutter}         "));
        format!("{}\n{excerpt}\n{gutter} = help: {help}", self.message)
    }

    /// What is said at the place in the document.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }
}

/// Both sides, by the indices of their outlines.
struct Sides<'s> {
    definition: &'s Definition,
    document: &'s Document<'s>,
    comparison: &'s Comparison<'s>,
    rows: Vec<(&'s Section, &'s Row)>,
    /// Whether new rows have answers.
    has_answers: bool,
    controls: Vec<(&'s controls_document::Section<'s>, &'s Control<'s>)>,
    names: RefCell<NewNames<'s>>,
    /// For each row of the document the one before it in its section that has the same title.
    twins: Vec<Option<usize>>,
}

impl<'s> Sides<'s> {
    fn new(
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
    fn section_of(&self, new: usize) -> Option<&'s Section> {
        let section = self.comparison.new_outline().rows.get(new)?.section;
        let old = self.comparison.old_section(section)?;
        self.definition.sections.get(old)
    }

    /// The section of the document in which the definition has a row, if the document has it.
    fn heading_of(&self, old: usize) -> Option<&'s controls_document::Section<'s>> {
        let section = self.comparison.old_outline().rows.get(old)?.section;
        let new = self.comparison.new_section(section)?;
        self.document.sections.get(new)
    }

    /// The row of the document before another one in its section, and which row of the definition it is.
    fn before(&self, new: usize) -> Option<(&'s Control<'s>, Option<&'s Row>)> {
        let (section, _) = self.controls.get(new)?;
        let at = new.checked_sub(1)?;
        let (before, control) = self.controls.get(at)?;
        let row = || Some(self.rows.get(self.comparison.old_row(at)?)?.1);
        std::ptr::eq(*before, *section).then(|| (*control, row()))
    }

    /// The row of the document that is above another one in its section and has the same title.
    fn twin(&self, new: usize) -> Option<&'s Control<'s>> {
        let (_, control) = self.controls.get((*self.twins.get(new)?)?)?;
        Some(*control)
    }

    /// The label of a row of the document.
    fn label(&self, new: usize) -> &'s str {
        let rows = &self.comparison.new_outline().rows;
        rows.get(new).map_or("", |row| row.label)
    }

    /// What a further column of the document says of a row.
    fn property(&self, new: usize, name: &str) -> &'s str {
        let rows = &self.comparison.new_outline().rows;
        rows.get(new).map_or("", |row| row.property(name))
    }

    /// Where the sections of the document begin.
    fn first_place(&self) -> Place {
        self.document
            .sections
            .first()
            .map(|section| section.place)
            .unwrap_or_default()
    }

    /// Where something that the definition lacks is reported.
    fn document_span(&self) -> Span {
        self.definition
            .document
            .as_ref()
            .map_or_else(|| self.definition.name.span(), StringLiteral::span)
    }

    /// A row of the document as one to paste.
    fn new_row(&self, new: usize) -> String {
        let mut names = self.names.borrow_mut();
        let rows = &self.comparison.new_outline().rows;
        let row = |row| print::row(names.row(new), row, self.has_answers);
        rows.get(new).map(row).unwrap_or_default()
    }

    /// The name proposed for the section in which the document has a row, if the definition lacks it.
    fn new_section(&self, new: usize) -> String {
        let outline = self.comparison.new_outline();
        let section = outline.rows.get(new).map_or(0, |row| row.section);
        self.names.borrow_mut().section(section).to_owned()
    }
}
