//! What the reader makes of a control document.

use std::{borrow::Cow, sync::Arc};

use crate::{Answer, Cell, Outline, Remark, Row};

/// A control document as a person reads it: its sections with their controls, and where everything stands.
///
/// Text is borrowed from the document wherever it stands there in one piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document<'a> {
    /// The title in the front matter, or else the first heading.
    pub title: Option<Cow<'a, str>>,
    /// `ms.date` of the front matter, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// All headings, in order.
    pub headings: Vec<Heading<'a>>,
    /// The sections that have controls, in order.
    pub sections: Vec<Section<'a>>,
    /// What was read leniently, or left alone, in order.
    pub remarks: Vec<Remark>,
}

/// A heading, or a paragraph that is bold as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<'a> {
    /// Its text, without markup: the text of a link, no anchors.
    pub title: Cow<'a, str>,
    /// 1 to 6; 7 for a bold paragraph.
    pub level: u8,
    /// Where its text stands.
    pub place: Place,
    /// Whether a control table stands under it, before the next heading.
    pub has_controls: bool,
}

/// A heading with its control table, or tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The text of the heading.
    pub title: Cow<'a, str>,
    /// The headings that it stands under, outermost first: indices into [`Document::headings`].
    pub groups: Arc<[usize]>,
    /// Where the heading stands.
    pub place: Place,
    /// The rows, in order.
    pub controls: Vec<Control<'a>>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control<'a> {
    /// What the row is about.
    pub title: Cell<'a>,
    /// The answer as written.
    pub answer: Cell<'a>,
    /// What the answer means, by the heading of its column.
    pub verdict: Verdict,
    /// The notes, as Markdown.
    pub notes: Cell<'a>,
    /// The documentation, as Markdown.
    pub documentation: Cell<'a>,
}

/// What an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The first word in the heading of the answer column.
    Yes,
    /// The second word in the heading of the answer column.
    No,
    /// `N/A`.
    NotApplicable,
    /// Any other text.
    Qualified,
}

/// A stretch of one line of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The first character, counted in characters from 1.
    pub column: u32,
    /// How many characters.
    pub width: u32,
}

impl Control<'_> {
    /// What the row answers.
    #[must_use]
    pub fn answer(&self) -> Answer<'_> {
        match self.verdict {
            Verdict::Yes => Answer::Yes,
            Verdict::No => Answer::No,
            Verdict::NotApplicable => Answer::NotApplicable,
            Verdict::Qualified => Answer::Qualified(&self.answer.text),
        }
    }
}

impl<'a> Document<'a> {
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
            rows.extend(of.controls.iter().map(|control| Row {
                section,
                title: &control.title.text,
                answer: Some(control.answer()),
                notes: &control.notes.text,
                documentation: &control.documentation.text,
            }));
        }
        Outline {
            sections: self
                .sections
                .iter()
                .map(|section| &*section.title)
                .collect(),
            rows,
        }
    }
}
