//! The differences between a definition and its document, as errors that say what to do.

mod help;
mod wording;

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use controls_document::{Change, Control, Document, Kind, Place, compare, folded};

use crate::{
    Definition, Finding, Findings, Row, Section, Source, Text, names, print, tokens::Span,
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
    let changes = compare(&definition.outline(), &document.outline());
    if changes.is_empty() {
        return Vec::new();
    }
    let sides = Sides::new(definition, document, &changes);
    changes
        .iter()
        .filter_map(|change| wording::drift(change, &sides))
        .collect()
}

/// Adds a finding for each difference, but not for more than a person would read.
pub fn report(drifts: &[Drift], definition: &Definition, source: &Source, findings: &mut Findings) {
    for drift in drifts.iter().take(MOST) {
        findings.document(drift.span, drift.text(source));
    }
    if let (Some(more), Some(document)) = (drifts.len().checked_sub(MOST + 1), &definition.document)
    {
        findings.document(
            document.span(),
            format!(
                "{} between `{}` and its document {}: `cargo controls check` shows all of them",
                if more == 0 {
                    "1 more difference".to_owned()
                } else {
                    format!("{} more differences", more + 1)
                },
                definition.name.plain(),
                source.path
            ),
        );
    }
}

impl Drift {
    /// The whole text of the error: what has happened, where in the document, and what to do.
    #[must_use]
    pub fn text(&self, source: &Source) -> String {
        let gutter = " ".repeat(self.place.line.to_string().len());
        let excerpt = source.excerpt(self.place, &self.label);
        // Behind a row to paste, the other way has a line of its own. Further lines of help begin below its first word.
        let separator = if self.help.contains('\n') { "\n" } else { ", " };
        let help = format!("{}{separator}or run `cargo controls fix`", self.help);
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

    /// The finding that reports it.
    #[must_use]
    pub fn finding(&self, source: &Source) -> Finding {
        Finding {
            span: self.span,
            message: self.text(source),
            about_document: true,
        }
    }
}

/// Both sides, by the indices of their outlines.
struct Sides<'s> {
    definition: &'s Definition,
    document: &'s Document<'s>,
    rows: Vec<(&'s Section, &'s Row)>,
    controls: Vec<(&'s controls_document::Section<'s>, &'s Control<'s>)>,
    /// Sections that have another heading now.
    renamed: Vec<(&'s Section, &'s controls_document::Section<'s>)>,
    row_names: HashMap<usize, String>,
    section_names: HashMap<String, String>,
}

impl<'s> Sides<'s> {
    fn new(definition: &'s Definition, document: &'s Document<'s>, changes: &[Change]) -> Self {
        let rows = definition
            .sections
            .iter()
            .flat_map(|section| section.rows.iter().map(move |row| (section, row)));
        let renamed = changes.iter().filter_map(|change| match change {
            Change::SectionRenamed {
                old_section,
                new_section,
            } => Some((
                definition.sections.get(*old_section)?,
                document.sections.get(*new_section)?,
            )),
            _ => None,
        });
        Sides {
            definition,
            document,
            rows: rows.collect(),
            controls: document.controls().collect(),
            renamed: renamed.collect(),
            row_names: row_names(definition, document, changes),
            section_names: section_names(definition, document),
        }
    }

    /// The section of the definition that goes by a heading, or would if it weren't for its new one.
    fn section_named(&self, title: &str) -> Option<&'s Section> {
        let wanted = folded(title);
        let renamed = || {
            self.renamed
                .iter()
                .find(|(_, new)| folded(&new.title) == wanted)
                .map(|(old, _)| *old)
        };
        let same = self
            .definition
            .sections
            .iter()
            .find(|section| folded(&section.title.value) == wanted);
        same.or_else(renamed)
    }

    /// The section of the document that a section of the definition is.
    fn heading_of(&self, section: &Section) -> Option<&'s controls_document::Section<'s>> {
        let renamed = self
            .renamed
            .iter()
            .find(|(old, _)| std::ptr::eq(*old, section))
            .map(|(_, new)| *new);
        let title = folded(&section.title.value);
        renamed.or_else(|| {
            self.document
                .sections
                .iter()
                .find(|of| folded(&of.title) == title)
        })
    }

    /// The row of the definition that goes by a title, the section's first.
    fn row_named(&self, title: &str, section: &str) -> Option<&'s Row> {
        let (wanted, section) = (folded(title), folded(section));
        let named = || {
            self.rows
                .iter()
                .filter(|(_, row)| folded(&row.title.value) == wanted)
        };
        named()
            .find(|(of, _)| folded(&of.title.value) == section)
            .or_else(|| named().next())
            .map(|(_, row)| *row)
    }

    /// The row of the document before another one in its section.
    fn before(&self, new: usize) -> Option<&'s Control<'s>> {
        let (section, _) = self.controls.get(new)?;
        let (before, control) = self.controls.get(new.checked_sub(1)?)?;
        std::ptr::eq(*before, *section).then_some(*control)
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
            .map_or_else(|| self.definition.name.span(), Text::span)
    }

    /// A row of the document as one to paste.
    fn new_row(&self, new: usize, control: &Control<'_>) -> String {
        let has_answers =
            self.rows.is_empty() || self.rows.iter().any(|(_, row)| row.answer.is_some());
        let name = self.row_names.get(&new).map_or("Control", String::as_str);
        print::row(name, control, has_answers)
    }

    /// The name proposed for a section that only the document has.
    fn new_section(&self, title: &str) -> &str {
        self.section_names
            .get(title)
            .map_or("Section", String::as_str)
    }
}

/// Names for the rows of the document that the definition may need, by their indices.
fn row_names(
    definition: &Definition,
    document: &Document<'_>,
    changes: &[Change],
) -> HashMap<usize, String> {
    let controls: Vec<_> = document.controls().collect();
    let wanted: Vec<usize> = changes
        .iter()
        .filter_map(|change| match change {
            Change::Added { new }
            | Change::Retitled {
                new,
                certain: false,
                ..
            } => Some(*new),
            _ => None,
        })
        .collect();
    let titles: Vec<(&str, &str)> = wanted
        .iter()
        .filter_map(|new| controls.get(*new))
        .map(|(section, control)| (&*section.title, &*control.title.text))
        .collect();
    // Nor does an id ever come to name another control.
    let taken = definition.rows().flat_map(|row| {
        let former = row.formerly.iter().map(|former| former.value.clone());
        former.chain([row.name.plain().to_owned(), row.id().to_owned()])
    });
    let names = names::propose(&titles, &taken.collect());
    wanted.into_iter().zip(names).collect()
}

/// Names for the sections that only the document has, by their headings.
fn section_names(definition: &Definition, document: &Document<'_>) -> HashMap<String, String> {
    let known: HashSet<_> = definition
        .sections
        .iter()
        .map(|section| folded(&section.title.value))
        .collect();
    let mut titles: Vec<_> = document
        .sections
        .iter()
        .map(|section| folded(&section.title))
        .filter(|title| !known.contains(title))
        .collect();
    titles.dedup();
    let pairs: Vec<(&str, &str)> = titles.iter().map(|title| ("", &**title)).collect();
    let taken = definition
        .sections
        .iter()
        .map(|section| section.name.plain().to_owned())
        .collect();
    let names = names::propose(&pairs, &taken);
    titles.into_iter().map(Cow::into_owned).zip(names).collect()
}
