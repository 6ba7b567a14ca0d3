//! The changes, in the order of the new document.

use std::collections::{HashMap, HashSet};

use super::context::{Context, Side};
use super::order::{Weight, out_of_order};
use super::pairing::Pairing;
use super::rows::Rows;
use super::successors::successors;
use super::{same_answer, same_text};
use crate::{Change, Row};

/// All changes between two outlines of which the sections and rows are paired.
pub(super) fn changes(context: &Context<'_>, sections: &Pairing, rows: &Rows) -> Vec<Change> {
    let mut report = Report {
        context,
        sections,
        rows,
        changes: Vec::new(),
    };
    report.sections();
    report.removed_sections();
    report.rows();
    report.removed_rows();
    report.changes.sort_by_key(|&(place, _)| place);
    report
        .changes
        .into_iter()
        .map(|(_, change)| change)
        .collect()
}

/// Where a change stands: among the new rows, then, between two of them, what was removed after the first, what
/// concerns the section that begins there, what was removed from its start. Last, the old position.
type Place = (usize, Rank, usize);

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
    changes: Vec<(Place, Change)>,
}

impl Report<'_, '_> {
    fn push(&mut self, place: Place, change: Change) {
        self.changes.push((place, change));
    }

    /// The sections that have another name or place.
    fn sections(&mut self) {
        let (old, new) = (&self.context.old, &self.context.new);
        let pairs: Vec<(usize, usize)> = (0..new.nowhere())
            .filter_map(|section| Some((self.sections.of_new(section)?, section)))
            .collect();
        let sequence: Vec<usize> = pairs.iter().map(|&(old, _)| old).collect();
        let weight = |at: usize| {
            let titles = pairs
                .get(at)
                .map(|&(one, other)| (old.section_title(one), new.section_title(other)));
            let (one, other) = titles.unwrap_or_default();
            Weight::of(&one.unwrap_or_default(), &other.unwrap_or_default())
        };
        let moved: HashSet<usize> = out_of_order(&sequence, weight).into_iter().collect();
        let starts = section_starts(self.context);
        for (at, (old_section, new_section)) in pairs.into_iter().enumerate() {
            let place = (
                starts.get(new_section).copied().unwrap_or(new.len()),
                Rank::Section,
                new_section,
            );
            if old.section_title(old_section) != new.section_title(new_section) {
                self.push(
                    place,
                    Change::SectionRenamed {
                        old_section,
                        new_section,
                    },
                );
            }
            if moved.contains(&at) {
                self.push(
                    place,
                    Change::SectionOrder {
                        old_section,
                        new_section,
                    },
                );
            }
        }
    }

    /// The sections without rows that are gone. Of others that are gone, the rows tell.
    fn removed_sections(&mut self) {
        let old = &self.context.old;
        let (mut rows, mut last) = (0, None);
        for old_section in 0..old.nowhere() {
            for &row in old.rows_in(old_section) {
                rows += 1;
                last = self.rows.pairing.of_old(row).or(last);
            }
            if old.rows_in(old_section).is_empty() && self.sections.of_old(old_section).is_none() {
                let place = (last.map_or(0, |row| row + 1), Rank::RemovedBefore, rows);
                self.push(place, Change::SectionRemoved { old_section });
            }
        }
    }

    /// What came, and what changed about the rows that stayed.
    fn rows(&mut self) {
        let moved = self.rows_out_of_order();
        for new in 0..self.context.new.len() {
            let place = (new, Rank::Row, 0);
            match self.rows.pairing.of_new(new) {
                Some(old) => self.row(place, old, new, moved.contains(&new)),
                None => self.push(place, Change::Added { new }),
            }
        }
    }

    fn row(&mut self, place: Place, old: usize, new: usize, is_moved: bool) {
        let (Some(&was), Some(&is)) = (self.context.old.row(old), self.context.new.row(new)) else {
            return;
        };
        if self.context.old.title(old) != self.context.new.title(new) {
            self.push(
                place,
                Change::Retitled {
                    old,
                    new,
                    certain: self.rows.is_certain(old),
                },
            );
        }
        if !self.stays_in_section(old, new) {
            self.push(place, Change::Moved { old, new });
        }
        for change in cell_changes(&was, &is, old, new) {
            self.push(place, change);
        }
        if is_moved {
            self.push(place, Change::Order { old, new });
        }
    }

    fn stays_in_section(&self, old: usize, new: usize) -> bool {
        self.sections.of_old(self.context.old.section(old)) == Some(self.context.new.section(new))
    }

    /// The new rows that stand before or after other rows of their section than they did.
    fn rows_out_of_order(&self) -> HashSet<usize> {
        let mut out = HashSet::new();
        for section in 0..=self.context.new.nowhere() {
            let stayed = self.context.new.rows_in(section).iter().filter_map(|&new| {
                let old = self.rows.pairing.of_new(new)?;
                self.stays_in_section(old, new).then_some((old, new))
            });
            let (sequence, rows): (Vec<usize>, Vec<usize>) = stayed.unzip();
            let weight = |at: usize| {
                let title = |side: &Side<'_>, rows: &[usize]| {
                    rows.get(at)
                        .and_then(|&row| side.title(row))
                        .unwrap_or_default()
                        .to_owned()
                };
                Weight::of(
                    &title(&self.context.old, &sequence),
                    &title(&self.context.new, &rows),
                )
            };
            out.extend(
                out_of_order(&sequence, weight)
                    .into_iter()
                    .filter_map(|at| rows.get(at).copied()),
            );
        }
        out
    }

    /// What went.
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
                if self.stays_in_section(old, new) {
                    last_in.insert(old_section, new);
                }
                continue;
            }
            let after = last_in.get(&old_section).copied();
            let start = self
                .sections
                .of_old(old_section)
                .and_then(|section| starts.get(section));
            let place = match (after, start) {
                (Some(after), _) => (after + 1, Rank::RemovedBefore, old),
                (None, Some(&start)) => (start, Rank::RemovedAtStart, old),
                (None, None) => (last.map_or(0, |row| row + 1), Rank::RemovedBefore, old),
            };
            let successors = successors.remove(&old).unwrap_or_default();
            self.push(
                place,
                Change::Removed {
                    old,
                    after,
                    successors,
                },
            );
        }
    }
}

fn cell_changes(
    was: &Row<'_>,
    is: &Row<'_>,
    old: usize,
    new: usize,
) -> impl Iterator<Item = Change> {
    let answer = (!same_answer(was.answer, is.answer)).then_some(Change::Answer { old, new });
    let notes = (!same_text(was.notes, is.notes)).then_some(Change::Notes { old, new });
    let documentation = (!same_text(was.documentation, is.documentation))
        .then_some(Change::Documentation { old, new });
    [answer, notes, documentation].into_iter().flatten()
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
