//! The changes, in the order of the new document.

use std::collections::HashMap;

use super::context::Context;
use super::displaced::Displaced;
use super::pairing::Pairing;
use super::rows::Rows;
use super::same::{other_properties, same_answer, same_text};
use super::successors::successors;
use crate::{Change, Row};

/// All changes between two outlines of which the sections and rows are paired.
pub(super) fn changes(
    context: &Context<'_>,
    sections: &Pairing,
    rows: &Rows,
    displaced: &Displaced,
) -> Vec<Change> {
    let mut report = Report {
        context,
        sections,
        rows,
        displaced,
        changes: Vec::new(),
    };
    report.sections();
    report.removed_sections();
    report.rows();
    report.removed_rows();
    report.changes.sort_by_key(|&(position, _)| position);
    report
        .changes
        .into_iter()
        .map(|(_, change)| change)
        .collect()
}

/// Where a change belongs: among the new rows, then, between two of them, what was removed after the first, what
/// concerns the section that begins there, what was removed from its start. Last, the old position.
type Position = (usize, Rank, usize);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    RemovedBefore,
    Section,
    RemovedAtStart,
    Row,
}

struct Report<'r, 'a> {
    context: &'r Context<'a>,
    sections: &'r Pairing,
    rows: &'r Rows,
    displaced: &'r Displaced,
    changes: Vec<(Position, Change)>,
}

impl Report<'_, '_> {
    fn push(&mut self, position: Position, change: Change) {
        self.changes.push((position, change));
    }

    /// The sections that have another name or position, or are under other headings.
    fn sections(&mut self) {
        let (old, new) = (&self.context.old, &self.context.new);
        let starts = section_starts(self.context);
        for new_section in 0..new.nowhere() {
            let position = (
                starts.get(new_section).copied().unwrap_or(new.len()),
                Rank::Section,
                new_section,
            );
            let Some(old_section) = self.sections.of_new(new_section) else {
                // Of a section with new rows, these tell.
                let rows = new.rows_in(new_section);
                let was = |row: &usize| self.rows.pairing.of_new(*row).is_some();
                if !rows.is_empty() && rows.iter().all(was) {
                    self.push(position, Change::SectionAdded { new_section });
                }
                continue;
            };
            if old.section_title(old_section) != new.section_title(new_section) {
                self.push(
                    position,
                    Change::SectionRenamed {
                        old_section,
                        new_section,
                    },
                );
            }
            if !old.group(old_section).fits(new.group(new_section)) {
                self.push(
                    position,
                    Change::SectionMoved {
                        old_section,
                        new_section,
                    },
                );
            }
            if self.displaced.section(new_section) {
                self.push(
                    position,
                    Change::SectionOrder {
                        old_section,
                        new_section,
                    },
                );
            }
        }
    }

    /// The sections that were removed, and none of whose rows was. Of others, the rows tell.
    fn removed_sections(&mut self) {
        let old = &self.context.old;
        let (mut rows, mut last) = (0, None);
        for old_section in 0..old.nowhere() {
            let mut has_lost = false;
            for &row in old.rows_in(old_section) {
                rows += 1;
                let is = self.rows.pairing.of_old(row);
                has_lost |= is.is_none();
                last = is.or(last);
            }
            if !has_lost && self.sections.of_old(old_section).is_none() {
                let position = (last.map_or(0, |row| row + 1), Rank::RemovedBefore, rows);
                self.push(position, Change::SectionRemoved { old_section });
            }
        }
    }

    /// What was added, and what changed about the rows that stayed.
    fn rows(&mut self) {
        for new in 0..self.context.new.len() {
            let position = (new, Rank::Row, 0);
            if let Some(old) = self.had_label_of(new) {
                let moved = self.rows.pairing.of_old(old);
                self.push(position, Change::Recycled { old, new, moved });
            }
            match self.rows.pairing.of_new(new) {
                Some(old) => self.row(position, old, new),
                None => self.push(position, Change::Added { new }),
            }
        }
    }

    /// The row that had the label of a new one, if it's another row.
    fn had_label_of(&self, new: usize) -> Option<usize> {
        let label = self.context.new.label(new)?;
        // Of rows with one label, none can be told to be another's.
        let is_unique = self.context.new.labelled(&label) == Some(new);
        let old = self.context.old.labelled(&label).filter(|_| is_unique)?;
        (self.rows.pairing.of_new(new) != Some(old)).then_some(old)
    }

    /// Whether the label that an old row had names another row now.
    fn is_recycled(&self, old: usize) -> bool {
        let label = self.context.old.label(old);
        let new = label.and_then(|label| self.context.new.labelled(&label));
        new.is_some_and(|new| self.had_label_of(new) == Some(old))
    }

    fn row(&mut self, position: Position, old: usize, new: usize) {
        let (Some(was), Some(is)) = (self.context.old.row(old), self.context.new.row(new)) else {
            return;
        };
        if self.context.old.title(old) != self.context.new.title(new) {
            self.push(
                position,
                Change::Retitled {
                    old,
                    new,
                    certain: self.rows.is_certain(old),
                },
            );
        }
        if self.context.old.label(old) != self.context.new.label(new) && !self.is_recycled(old) {
            self.push(position, Change::Label { old, new });
        }
        if self.displaced.has_moved(new) {
            self.push(position, Change::Moved { old, new });
        }
        for change in cell_changes(was, is, old, new) {
            self.push(position, change);
        }
        if self.displaced.is_reordered(new) {
            self.push(position, Change::Order { old, new });
        }
    }

    /// What was removed.
    fn removed_rows(&mut self) {
        let removed = self.rows.pairing.free_old();
        if removed.is_empty() {
            return;
        }
        let mut successors = successors(self.context, self.sections, &self.rows.pairing);
        let starts = section_starts(self.context);
        let mut last = None;
        let mut last_in: HashMap<usize, usize> = HashMap::new();
        for old in 0..self.context.old.len() {
            let old_section = self.context.old.section(old);
            if let Some(new) = self.rows.pairing.of_old(old) {
                last = Some(new);
                if !self.displaced.has_moved(new) {
                    last_in.insert(old_section, new);
                }
                continue;
            }
            let after = last_in.get(&old_section).copied();
            let start = self
                .sections
                .of_old(old_section)
                .and_then(|section| starts.get(section));
            let position = match (after, start) {
                (Some(after), _) => (after + 1, Rank::RemovedBefore, old),
                (None, Some(&start)) => (start, Rank::RemovedAtStart, old),
                (None, None) => (last.map_or(0, |row| row + 1), Rank::RemovedBefore, old),
            };
            let successors = successors.remove(&old).unwrap_or_default();
            self.push(
                position,
                Change::Removed {
                    old,
                    after,
                    successors,
                },
            );
        }
    }
}

fn cell_changes<'a>(
    was: &Row<'a>,
    is: &Row<'a>,
    old: usize,
    new: usize,
) -> impl Iterator<Item = Change> + use<'a> {
    let answer = (!same_answer(was.answer, is.answer)).then_some(Change::Answer { old, new });
    let notes = (!same_text(was.notes, is.notes)).then_some(Change::Notes { old, new });
    let documentation = (!same_text(was.documentation, is.documentation))
        .then_some(Change::Documentation { old, new });
    let properties = other_properties(was, is).into_iter();
    let properties = properties.map(move |name| Change::Property {
        old,
        new,
        name: name.to_owned(),
    });
    let cells = [answer, notes, documentation].into_iter().flatten();
    cells.chain(properties)
}

/// Before which new row each new section begins. One without rows begins where the next one does.
fn section_starts(context: &Context<'_>) -> Vec<usize> {
    let mut next = context.new.len();
    let mut starts: Vec<usize> = (0..=context.new.nowhere())
        .rev()
        .map(|section| {
            next = context
                .new
                .rows_in(section)
                .first()
                .copied()
                .unwrap_or(next);
            next
        })
        .collect();
    starts.reverse();
    starts
}
