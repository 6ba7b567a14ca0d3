//! Two documents, by the indices of their outlines.

use controls_document::{Control, Document, Outline, Section, folded};

/// Both documents.
pub(super) struct Sides<'d> {
    pub(super) old: Side<'d>,
    pub(super) new: Side<'d>,
}

/// One of them.
pub(super) struct Side<'d> {
    pub(super) sections: &'d [Section<'d>],
    rows: Vec<Row<'d>>,
    outline: Outline<'d>,
}

/// A row with its section.
#[derive(Clone, Copy)]
pub(super) struct Row<'d> {
    pub(super) section: &'d Section<'d>,
    pub(super) control: &'d Control<'d>,
    /// The row before it in its section.
    pub(super) before: Option<&'d Control<'d>>,
}

impl<'d> Sides<'d> {
    pub(super) fn new(old: &'d Document<'d>, new: &'d Document<'d>) -> Self {
        Sides {
            old: Side::new(old),
            new: Side::new(new),
        }
    }
}

impl<'d> Side<'d> {
    fn new(document: &'d Document<'d>) -> Self {
        let mut rows = Vec::with_capacity(document.count());
        for section in &document.sections {
            let mut before = None;
            for control in &section.controls {
                rows.push(Row {
                    section,
                    control,
                    before,
                });
                before = Some(control);
            }
        }
        Side {
            sections: &document.sections,
            rows,
            outline: document.outline(),
        }
    }

    /// The label of a row.
    pub(super) fn label(&self, at: usize) -> &'d str {
        self.outline.rows.get(at).map_or("", |row| row.label)
    }

    /// What a further column says of a row.
    pub(super) fn property(&self, at: usize, heading: &str) -> &'d str {
        let row = self.outline.rows.get(at);
        row.map_or("", |row| row.property(heading))
    }

    pub(super) fn row(&self, at: usize) -> Option<Row<'d>> {
        self.rows.get(at).copied()
    }
}

impl Row<'_> {
    pub(super) fn title(&self) -> String {
        fold(&self.control.title.text)
    }

    pub(super) fn section(&self) -> String {
        fold(&self.section.title)
    }
}

/// What a row answers, as it's shown; nothing in a document that is read without answers.
pub(super) fn answer(control: &Control<'_>) -> String {
    let answer = control.answer().map(|answer| answer.to_string());
    fold(&answer.unwrap_or_default())
}

/// A label that says what a row answers, if anything.
pub(super) fn answered(control: &Control<'_>) -> String {
    if control.answer().is_none() {
        return String::new();
    }
    format!("answered `{}`", answer(control))
}

/// The text with its white space folded.
pub(super) fn fold(text: &str) -> String {
    folded(text).into_owned()
}
