//! What the reader makes of a control document.

use std::{ops::Range, sync::Arc};

use crate::{
    Above, Answer, Cell, Given, Group, Outline, OutlineSection, Place, Remark, Row, Text,
    UnreadHeading,
    answer::{Said, Word},
};

/// A control document as a person reads it: its sections with their controls, and where everything is.
///
/// Every text in it, of a title, a heading or a cell, is [`folded`](crate::folded).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document<'a> {
    /// The title in the front matter, or else the first heading.
    pub title: Option<Text<'a>>,
    /// `ms.date` of the front matter, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// All headings, in order.
    pub headings: Vec<Heading<'a>>,
    /// The sections that have controls, in order.
    pub sections: Vec<Section<'a>>,
    /// All tables, those that were left alone as well, in order.
    pub tables: Vec<Table>,
    /// What was read leniently, or left alone, in order.
    pub remarks: Vec<Remark>,
    /// The headings that may be controls, and aren't read as such, in order.
    pub unread: Vec<UnreadHeading>,
    /// Whether everybody calls the controls by their labels: in OSCAL each has a code, such as `AC-2(1)`, and the titles of
    /// enhancements say little without it.
    pub is_known_by_labels: bool,
    /// The lines under the heading that it has been narrowed to.
    pub(crate) narrowed: Option<Range<u32>>,
}

/// A table, read or left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The header row, or the first row of a table that has none.
    pub header: Place,
    /// The headings with ` | ` between them, shortened where there are very many; empty if there are none.
    pub headings: String,
    /// The last line.
    pub last: u32,
    /// How many rows it has.
    pub rows: usize,
    /// Whether its rows are among the controls.
    pub is_read: bool,
    /// Which of the columns that a binding names it lacks: their indices in `NoControls::columns`.
    pub missing: Vec<usize>,
}

/// A heading, or a paragraph that is bold as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<'a> {
    /// Its text, without markup: the text of a link, no anchors.
    pub title: Text<'a>,
    /// 1 to 6; 7 for a bold paragraph; from 8 on for a row of a table that heads others.
    pub level: u8,
    /// Where its text is.
    pub place: Place,
    /// Whether a control table is under it, before the next heading.
    pub has_controls: bool,
}

/// A heading with its control table, or tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The text of the heading.
    pub title: Text<'a>,
    /// The headings that it is under, outermost first: indices into [`Document::headings`].
    pub groups: Arc<[usize]>,
    /// Where the heading is.
    pub place: Place,
    /// The name of its variant: of a catalog that has been exported.
    pub name: Option<String>,
    /// The rows, in order.
    pub controls: Vec<Control<'a>>,
    /// The headings that it is under, in words.
    pub(crate) above: Above,
}

impl Section<'_> {
    /// Returns what tells it from the other sections of its document.
    ///
    /// ```
    /// let text = "# P\n\n## Vault\n\n### Keys\n\n|C|Yes/No|\n|--|--|\n|A|No|\n\n## Disks\n\n### Keys\n\n|C|Yes/No|\n|--|--|\n|A|Yes|\n";
    /// let document = controls_document::read(text)?;
    /// assert_eq!(document.sections[1].above().telling(), Some("Disks"));
    /// # Ok::<(), controls_document::ReadError>(())
    /// ```
    #[must_use]
    pub fn above(&self) -> &Above {
        &self.above
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control<'a> {
    /// The document's own number or code of the control, as plain text.
    pub label: Option<Cell<'a>>,
    /// What the row is about.
    pub title: Cell<'a>,
    /// The answer as written; empty in a document that is read without answers.
    pub answer: Cell<'a>,
    /// The notes, as Markdown.
    pub notes: Cell<'a>,
    /// The documentation, as Markdown.
    pub documentation: Cell<'a>,
    /// What the columns say that are bound besides, in the order of the binding.
    pub properties: Vec<Property<'a>>,
    /// What the document gives it besides, if that's OSCAL.
    pub given: Option<Box<Given>>,
    /// What the answer means.
    pub(crate) said: Said,
}

/// What a further column says of a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property<'a> {
    /// The heading of the column, as it is bound.
    pub name: Arc<str>,
    /// The cell.
    pub cell: Cell<'a>,
}

impl Control<'_> {
    /// Returns where its label is, or its title if it has none.
    #[must_use]
    pub fn label_place(&self) -> Place {
        self.label.as_ref().unwrap_or(&self.title).place()
    }

    /// Returns where what a further column says is, or the title if there is no such column.
    #[must_use]
    pub fn property_place(&self, heading: &str) -> Place {
        let mut all = self.properties.iter();
        let found = all.find(|property| &*property.name == heading);
        found.map_or(&self.title, |property| &property.cell).place()
    }

    /// A control of which nothing is known but where its row ends.
    pub(crate) fn empty(end: Place) -> Self {
        Control {
            label: None,
            title: Cell::empty(end),
            answer: Cell::empty(end),
            notes: Cell::empty(end),
            documentation: Cell::empty(end),
            properties: Vec::new(),
            given: None,
            said: Said::Nothing,
        }
    }

    /// Returns what the row answers, by the heading of its column or by the words of the binding; nothing if the document
    /// is read without answers.
    #[must_use]
    pub fn answer(&self) -> Option<Answer<'_>> {
        Some(match self.said {
            Said::Nothing => return None,
            Said::Word(Word::Yes) => Answer::Yes,
            Said::Word(Word::No) => Answer::No,
            Said::Word(Word::NotApplicable) => Answer::NotApplicable,
            Said::Word(Word::Unanswered) => Answer::Unanswered,
            Said::Text => Answer::Qualified(&self.answer.text),
        })
    }
}

impl<'a> Document<'a> {
    /// Returns whether it's about a line of its text: about all of them, unless it has been narrowed to a heading.
    #[must_use]
    pub fn is_about(&self, line: u32) -> bool {
        self.narrowed
            .as_ref()
            .is_none_or(|lines| lines.contains(&line))
    }

    /// How many controls there are in all sections.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sections
            .iter()
            .map(|section| section.controls.len())
            .sum()
    }

    /// All controls, in order, each with its section.
    pub fn controls(&self) -> impl Iterator<Item = (&Section<'a>, &Control<'a>)> {
        self.sections.iter().flat_map(|section| {
            section
                .controls
                .iter()
                .map(move |control| (section, control))
        })
    }

    /// What [`compare`](crate::compare) needs of it. Rows have the order, and so the indices, of
    /// [`controls`](Self::controls).
    #[must_use]
    pub fn outline(&self) -> Outline<'_> {
        let mut rows = Vec::with_capacity(self.count());
        for (section, of) in self.sections.iter().enumerate() {
            rows.extend(of.controls.iter().map(|control| {
                Row {
                    section,
                    label: control.label.as_ref().map_or("", |label| &label.text),
                    title: &control.title.text,
                    answer: control.answer(),
                    notes: &control.notes.text,
                    documentation: &control.documentation.text,
                    properties: control
                        .properties
                        .iter()
                        .filter(|property| !property.cell.text.is_empty())
                        .map(|property| (&*property.name, &*property.cell.text))
                        .collect(),
                    former: Vec::new(),
                    given: control.given.as_deref(),
                    id: control
                        .given
                        .as_ref()
                        .and_then(|given| given.id.as_deref())
                        .unwrap_or_default(),
                }
            }));
        }
        Outline {
            sections: self
                .sections
                .iter()
                .map(|section| OutlineSection {
                    title: &section.title,
                    group: Group::Read(&section.above),
                })
                .collect(),
            rows,
        }
    }
}
