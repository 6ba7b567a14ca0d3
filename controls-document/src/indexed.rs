//! A document by the indices of its outline: where in it what a change is about is.

use std::collections::HashMap;

use crate::{
    Change, Comparison, Control, Document, Place, Remark, Section, Subject, UnreadHeading,
};

/// A document whose rows and sections are found by their indices in its outline.
#[derive(Clone, Debug)]
pub struct IndexedDocument<'d> {
    document: &'d Document<'d>,
    rows: Vec<(&'d Section<'d>, &'d Control<'d>)>,
    /// For each heading under which nothing is read, the first remark there.
    unread: HashMap<&'d str, &'d Remark>,
    /// The headings that aren't read as controls, by their titles, or by their labels where they have nothing else.
    headings: HashMap<&'d str, Vec<&'d UnreadHeading>>,
}

/// Why a row may only seem to have been removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread<'d> {
    /// Nothing is read under the heading of its section, where a table was left alone, for example.
    Section(&'d Remark),
    /// It's a heading, which isn't read as a control.
    Heading(&'d UnreadHeading),
}

impl<'d> Unread<'d> {
    /// Returns where what isn't read is.
    #[must_use]
    pub fn place(self) -> Place {
        match self {
            Unread::Section(remark) => remark.place,
            Unread::Heading(heading) => heading.place,
        }
    }

    /// Returns why it isn't read.
    #[must_use]
    pub fn why(self) -> &'d str {
        match self {
            Unread::Section(remark) => &remark.message,
            Unread::Heading(heading) => &heading.why,
        }
    }
}

/// Where something that was removed would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// After the row here.
    Row(Place),
    /// In the section here.
    Section(Place),
}

impl<'d> IndexedDocument<'d> {
    /// Returns a document with its rows in order.
    #[must_use]
    pub fn new(document: &'d Document<'d>) -> Self {
        IndexedDocument {
            document,
            rows: document.controls().collect(),
            unread: unread(document),
            headings: headings(document),
        }
    }

    /// Returns a row with its section.
    #[must_use]
    pub fn row(&self, at: usize) -> Option<(&'d Section<'d>, &'d Control<'d>)> {
        self.rows.get(at).copied()
    }

    /// Returns the row before another one in its section.
    #[must_use]
    pub fn row_before(&self, at: usize) -> Option<&'d Control<'d>> {
        let (section, _) = self.row(at)?;
        let (of, before) = self.row(at.checked_sub(1)?)?;
        std::ptr::eq(of, section).then_some(before)
    }

    /// Returns a section.
    #[must_use]
    pub fn section(&self, at: usize) -> Option<&'d Section<'d>> {
        self.document.sections.get(at)
    }

    /// Returns where the first section is.
    #[must_use]
    pub fn start(&self) -> Place {
        self.section(0)
            .map(|section| section.place)
            .unwrap_or_default()
    }

    /// Returns where what has changed is, if this is the older one of two documents; `None` if only the newer one has it.
    #[must_use]
    pub fn old_place(&self, change: &Change) -> Option<Place> {
        self.place(change, change.old_subject()?)
    }

    /// Returns where what has changed is, if this is what a definition or an older document is held against; `None` if
    /// it's there no more.
    #[must_use]
    pub fn new_place(&self, change: &Change) -> Option<Place> {
        self.place(change, change.new_subject()?)
    }

    /// Where what has changed of a row is, or its title if that isn't one cell; or where a section is.
    fn place(&self, change: &Change, subject: Subject) -> Option<Place> {
        let control = match subject {
            Subject::Section(section) => return Some(self.section(section)?.place),
            Subject::Row(row) => self.row(row)?.1,
        };
        Some(match change {
            Change::Answer { .. } => control.answer.place(),
            Change::Label { .. } | Change::Recycled { .. } => control.label_place(),
            Change::Notes { .. } => control.notes.place(),
            Change::Documentation { .. } => control.documentation.place(),
            Change::Property { name, .. } => control.property_place(name),
            _ => control.title.place(),
        })
    }

    /// Returns where a row that was removed would be, if this is the document that it was removed from, and its section is
    /// there.
    #[must_use]
    pub fn near(&self, removed: &Change, comparison: &Comparison<'_>) -> Option<Near> {
        let Change::Removed { old, after, .. } = *removed else {
            return None;
        };
        if let Some((_, after)) = after.and_then(|after| self.row(after)) {
            return Some(Near::Row(after.title.place()));
        }
        let section = comparison.old_outline().rows.get(old)?.section;
        let section = self.section(comparison.new_section(section)?)?;
        Some(Near::Section(section.place))
    }

    /// Returns why a row may only seem to have been removed.
    #[must_use]
    pub fn unread(&self, removed: &Change, comparison: &Comparison<'_>) -> Option<Unread<'d>> {
        let Change::Removed { old, .. } = *removed else {
            return None;
        };
        let was = comparison.old_outline();
        let row = was.rows.get(old)?;
        if let Some(heading) = self.unread_heading(row.label, row.title) {
            return Some(Unread::Heading(heading));
        }
        if comparison.new_section(row.section).is_some() {
            return None;
        }
        let title = was.sections.get(row.section)?.title;
        self.unread.get(title).copied().map(Unread::Section)
    }

    /// Returns the heading that a row of an older document or of a definition may be, and that isn't read as a control.
    #[must_use]
    pub fn unread_heading(&self, label: &str, title: &str) -> Option<&'d UnreadHeading> {
        let found = [title, label].into_iter();
        let mut found = found.filter_map(|key| self.headings.get(key)).flatten();
        found.find(|heading| heading.may_be(label, title)).copied()
    }

    /// Returns what a row that was removed may have become, in words: `it may have become …`. `None` where there's nothing.
    #[must_use]
    pub fn heirs(&self, removed: &Change) -> Option<String> {
        let Change::Removed { successors, .. } = removed else {
            return None;
        };
        let rows = successors.iter().filter_map(|new| self.row(*new));
        let named: Vec<String> = rows
            .map(|(_, control)| {
                format!(
                    "`{}` (line {})",
                    control.title.text,
                    control.title.place().line
                )
            })
            .collect();
        (!named.is_empty()).then(|| format!("it may have become {}", named.join(" or ")))
    }
}

fn unread<'d>(document: &'d Document<'_>) -> HashMap<&'d str, &'d Remark> {
    let mut all = HashMap::new();
    let next = document.headings.iter().skip(1).map(|next| next.place.line);
    let ends = next.chain([u32::MAX]);
    for (heading, end) in document.headings.iter().zip(ends) {
        let line = heading.place.line;
        let remarks = &document.remarks;
        let first = remarks.partition_point(|remark| remark.place.line < line);
        let remark = remarks.get(first).filter(|remark| remark.place.line < end);
        if let Some(remark) = remark.filter(|_| !heading.has_controls && document.is_about(line)) {
            all.entry(&*heading.title).or_insert(remark);
        }
    }
    all
}

fn headings<'d>(document: &'d Document<'_>) -> HashMap<&'d str, Vec<&'d UnreadHeading>> {
    let mut all: HashMap<&str, Vec<&UnreadHeading>> = HashMap::new();
    let unread = document.unread.iter();
    for heading in unread.filter(|heading| document.is_about(heading.place.line)) {
        let key = match (&*heading.title, &heading.label) {
            ("", Some(label)) => label,
            (title, _) => title,
        };
        all.entry(key).or_default().push(heading);
    }
    all
}
