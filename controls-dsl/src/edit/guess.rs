//! What a person is asked.

use std::ops::Range;

use controls_document::{Comparison, IndexedDocument};

use super::layout::{List, SectionLayout};
use crate::{Row, Section, ast::plain_name};

/// A row that may be the same one under another title, or may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The variant.
    pub name: String,
    /// The title in the definition.
    pub old: String,
    /// The bytes of the row in the text of the definition.
    pub range: Range<usize>,
    /// The title in the document.
    pub new: String,
    /// The section in the document.
    pub section: String,
    /// The line in the document.
    pub line: u32,
    /// Whether the two are taken for one control unless somebody says otherwise.
    pub is_likely: bool,
}

/// A row that the document has no more, whose id is dropped with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The variant.
    pub name: String,
    /// The id.
    pub id: String,
    /// The title in the definition.
    pub title: String,
    /// The bytes of the row in the text of the definition.
    pub range: Range<usize>,
    /// What it may have become: titles in the document, each with its line.
    pub successors: Vec<(String, u32)>,
}

/// The rows of both sides, by their indices.
pub(super) struct Rows<'r> {
    pub(super) old: &'r [(&'r Section, &'r Row)],
    pub(super) new: &'r IndexedDocument<'r>,
    /// Where the old ones are.
    pub(super) list: &'r List<SectionLayout>,
}

impl Rows<'_> {
    /// Where the old rows are in the text of the definition.
    fn ranges(&self) -> Vec<Range<usize>> {
        let sections = self.list.items.iter();
        let rows = sections.flat_map(|section| &section.of.rows.items);
        rows.map(|row| row.slot.core.clone()).collect()
    }

    /// The comparison in which a person has decided what is the same.
    pub(super) fn decided<'a>(
        &self,
        comparison: Comparison<'a>,
        is_same: &mut dyn FnMut(&Guess) -> bool,
    ) -> Comparison<'a> {
        let ranges = self.ranges();
        let likely: Vec<(usize, usize)> = comparison.guesses().collect();
        let mut likely = likely.into_iter().peekable();
        comparison.decided(|old, new| {
            let is_likely = likely.next_if_eq(&(old, new)).is_some();
            let (Some((_, row)), Some((section, control)), Some(range)) =
                (self.old.get(old), self.new.row(new), ranges.get(old))
            else {
                return false;
            };
            is_same(&Guess {
                name: plain_name(&row.name),
                old: row.title.value.clone(),
                range: range.clone(),
                new: control.title.text.to_string(),
                section: section.title.to_string(),
                line: control.title.place().line,
                is_likely,
            })
        })
    }

    /// The rows that go.
    pub(super) fn dropped(&self, comparison: &Comparison<'_>) -> Vec<Dropped> {
        let ranges = self.ranges();
        let removed = comparison.removed();
        let dropped = removed.filter_map(|(old, successors)| {
            let (_, row) = self.old.get(old)?;
            let successors = successors.iter().filter_map(|new| {
                let (_, control) = self.new.row(*new)?;
                let title = control.title.text.to_string();
                Some((title, control.title.place().line))
            });
            Some(Dropped {
                name: plain_name(&row.name),
                id: row.id().to_owned(),
                title: row.title.value.clone(),
                range: ranges.get(old)?.clone(),
                successors: successors.collect(),
            })
        });
        dropped.collect()
    }
}
