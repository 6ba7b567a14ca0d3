//! Two outlines, which row of the one is which of the other, and what has changed.

use std::collections::HashSet;

use super::context::Context;
use super::pairing::Pairing;
use super::rows::{self, Rows};
use super::{displaced::Displaced, report, same, sections};
use crate::{Change, Outline};

/// What [`compare`](super::compare) gives: which sections and rows are the same ones, and the changes.
///
/// Whoever needs to know which row is which asks here, so that no two answers differ. Sections and rows are named by
/// their indices in the outlines.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    old: Outline<'a>,
    new: Outline<'a>,
    /// `None` where both say the same.
    paired: Option<Box<Paired>>,
}

/// What there is to say of two outlines that differ.
#[derive(Clone, Debug)]
struct Paired {
    sections: Pairing,
    rows: Rows,
    /// The sections and rows of the new outline that are before or after others than they were.
    displaced: Displaced,
    changes: Vec<Change>,
}

impl Paired {
    fn new(context: &Context<'_>, sections: Pairing, rows: Rows) -> Self {
        let displaced = Displaced::new(context, &sections, &rows.pairing);
        let changes = report::changes(context, &sections, &rows, &displaced);
        Self {
            sections,
            rows,
            displaced,
            changes,
        }
    }
}

impl<'a> Comparison<'a> {
    pub(super) fn new(old: Outline<'a>, new: Outline<'a>) -> Self {
        let paired = (!same::is_same(&old, &new)).then(|| {
            let context = Context::new(&old, &new);
            let sections = sections::paired(&context);
            let rows = rows::paired(&context, &sections);
            Box::new(Paired::new(&context, sections, rows))
        });
        Self { old, new, paired }
    }

    /// Returns the comparison with its guesses decided: `is_same` is asked of each row that may be another one under a new
    /// title, by its old index and its new one, in the order of the new outline. Then it's asked of the rows that have
    /// been removed, of each with its successors, until one is the same.
    ///
    /// A guess that's right remains a guess; one that isn't is a row removed and a row added.
    ///
    /// ```
    /// use controls_document::{Kind, Outline, Row, compare};
    ///
    /// let outline = |title| Outline { sections: vec!["Network".into()], rows: vec![Row { title, ..Row::default() }] };
    /// let comparison = compare(outline("Forced tunneling support"), outline("Support for forced tunneling"));
    /// assert_eq!(comparison.guesses().collect::<Vec<_>>(), [(0, 0)]);
    ///
    /// let comparison = comparison.decided(|_, _| false);
    /// assert_eq!(comparison.old_row(0), None);
    /// let kinds: Vec<Kind> = comparison.changes().iter().map(|change| change.kind()).collect();
    /// assert_eq!(kinds, [Kind::Removed, Kind::Added]);
    /// ```
    #[must_use]
    pub fn decided(mut self, mut is_same: impl FnMut(usize, usize) -> bool) -> Self {
        let guesses: HashSet<(usize, usize)> = self.guesses().collect();
        let refused: Vec<usize> = self
            .guesses()
            .filter(|&(old, new)| !is_same(old, new))
            .map(|(old, _)| old)
            .collect();
        self.repair(refused.is_empty(), |rows| {
            for old in refused {
                rows.part(old);
            }
        });
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut taken = HashSet::new();
        for (old, successors) in self.removed() {
            let successor = successors.iter().find(|&&new| {
                !guesses.contains(&(old, new)) && !taken.contains(&new) && is_same(old, new)
            });
            if let Some(&new) = successor {
                taken.insert(new);
                found.push((old, new));
            }
        }
        self.repair(found.is_empty(), |rows| {
            for (old, new) in found {
                rows.guess(old, new);
            }
        });
        self
    }

    /// Pairs rows otherwise, and finds the changes anew.
    fn repair(&mut self, is_done: bool, pair: impl FnOnce(&mut Rows)) {
        if let Some(paired) = self.paired.take_if(|_| !is_done) {
            let Paired {
                sections, mut rows, ..
            } = *paired;
            pair(&mut rows);
            let context = Context::new(&self.old, &self.new);
            self.paired = Some(Box::new(Paired::new(&context, sections, rows)));
        }
    }

    /// Returns the changes, in the order of the new outline: what concerns a section comes before what concerns its rows,
    /// and a removed row where it would be.
    ///
    /// There are none if both outlines say the same; letter case, punctuation and Markdown are content. Answers are
    /// compared only where both rows have one. A new section without rows is no change: there is nothing in it that a
    /// catalog could lack.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        self.paired.as_ref().map_or(&[], |paired| &paired.changes)
    }

    /// Returns the rows of the old outline that have been removed, each with the added rows that may have taken its place,
    /// the likeliest first.
    pub fn removed(&self) -> impl Iterator<Item = (usize, &[usize])> {
        self.changes().iter().filter_map(|change| match change {
            Change::Removed {
                old, successors, ..
            } => Some((*old, &**successors)),
            _ => None,
        })
    }

    /// Returns the row of the old outline that a row of the new one was.
    #[must_use]
    pub fn old_row(&self, new: usize) -> Option<usize> {
        match &self.paired {
            None => Some(new).filter(|&row| row < self.old.rows.len()),
            Some(paired) => paired.rows.pairing.of_new(new),
        }
    }

    /// Returns the row of the new outline that a row of the old one has become.
    #[must_use]
    pub fn new_row(&self, old: usize) -> Option<usize> {
        match &self.paired {
            None => Some(old).filter(|&row| row < self.new.rows.len()),
            Some(paired) => paired.rows.pairing.of_old(old),
        }
    }

    /// Returns the section of the old outline that a section of the new one was.
    #[must_use]
    pub fn old_section(&self, new: usize) -> Option<usize> {
        let old = match &self.paired {
            None => Some(new),
            Some(paired) => paired.sections.of_new(new),
        };
        old.filter(|&section| section < self.old.sections.len())
    }

    /// Returns the section of the new outline that a section of the old one has become.
    #[must_use]
    pub fn new_section(&self, old: usize) -> Option<usize> {
        let new = match &self.paired {
            None => Some(old),
            Some(paired) => paired.sections.of_old(old),
        };
        new.filter(|&section| section < self.new.sections.len())
    }

    /// Returns the rows of which it's a guess that they are the same one, each by its old index and its new one, in the
    /// order of the new outline.
    pub fn guesses(&self) -> impl Iterator<Item = (usize, usize)> {
        self.paired.iter().flat_map(|paired| {
            (0..self.new.rows.len()).filter_map(|new| {
                let old = paired.rows.pairing.of_new(new)?;
                (!paired.rows.is_certain(old)).then_some((old, new))
            })
        })
    }

    /// Returns whether a row of the new outline is in the section that it was in, and keeps its place among the others
    /// there that do.
    #[must_use]
    pub fn row_keeps_place(&self, new: usize) -> bool {
        self.old_row(new).is_some()
            && self.paired.as_ref().is_none_or(|paired| {
                !paired.displaced.has_moved(new) && !paired.displaced.is_reordered(new)
            })
    }

    /// Returns whether a section of the new outline keeps its place among the others that do.
    #[must_use]
    pub fn section_keeps_place(&self, new: usize) -> bool {
        self.old_section(new).is_some()
            && self
                .paired
                .as_ref()
                .is_none_or(|paired| !paired.displaced.section(new))
    }

    /// Returns the first outline, a definition or an older document.
    #[must_use]
    pub fn old_outline(&self) -> &Outline<'a> {
        &self.old
    }

    /// Returns the second outline, a document.
    #[must_use]
    pub fn new_outline(&self) -> &Outline<'a> {
        &self.new
    }
}
