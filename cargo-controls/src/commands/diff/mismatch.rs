//! What differs between a document and its translation, by place.

mod align;
mod untranslated;

use std::collections::HashMap;

use align::align;
use untranslated::Untranslated;

use controls_document::{Answer, Control, Document};

/// One difference between a document and its translation. The numbers are indices into
/// [`Document::controls`] of the one or the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mismatch {
    /// A row that the translation lacks.
    Missing {
        /// The row of the original.
        original: usize,
        /// The row of the translation that is before the place, if one does in the same section.
        after: Option<usize>,
    },
    /// A row that only the translation has.
    Extra {
        /// The row of the translation.
        translated: usize,
        /// Another row of the translation with its title, if there is one: then the row is doubled.
        doubles: Option<usize>,
    },
    /// A row that is in another place.
    Misplaced {
        /// The row of the original.
        original: usize,
        /// The row of the translation.
        translated: usize,
    },
    /// A row with another answer.
    Answer {
        /// The row of the original.
        original: usize,
        /// The row of the translation.
        translated: usize,
        /// False where one side says `N/A` and the other has words of its own, which may mean that.
        certain: bool,
    },
}

/// Above so many pairs of rows, rows are only counted off against each other within their sections.
const PAIRS: usize = 1_000_000;

/// What it costs to leave a row without a partner, where two rows that agree in all are worth 1.
const GAP: f64 = 0.35;

/// Holds a translation against its original: section by section and row by row, for titles and notes differ. Answers
/// are compared by what they mean, by the words that the heading of each table declares.
///
/// Where the two have different numbers of rows, the rows that best go together are paired: by answers, by which cells
/// are empty, and by what isn't translated, such as links, names and abbreviations. Of several rows that say as little,
/// any may be named as the one that is missing.
///
/// Mismatches come in the order of the translation.
pub(super) fn compare_translation(
    original: &Document<'_>,
    translated: &Document<'_>,
) -> Vec<Mismatch> {
    let (old, new) = (Side::new(original), Side::new(translated));
    let partners = if old.rows.len().saturating_mul(new.rows.len()) > PAIRS {
        counted_off(&old, &new)
    } else {
        by_likeness(&old, &new)
    };
    report(&old, &new, &partners)
}

/// A document as rows.
struct Side<'d> {
    rows: Vec<&'d Control<'d>>,
    /// The first row of each section, and at the end the number of rows.
    starts: Vec<usize>,
}

impl<'d> Side<'d> {
    fn new(document: &'d Document<'d>) -> Self {
        let mut starts = vec![0];
        for section in &document.sections {
            starts.push(starts.last().copied().unwrap_or(0) + section.controls.len());
        }
        Side {
            rows: document.controls().map(|(_, control)| control).collect(),
            starts,
        }
    }

    fn sections(&self) -> usize {
        self.starts.len() - 1
    }

    fn rows_of(&self, section: usize) -> std::ops::Range<usize> {
        self.starts[section]..self.starts[section + 1]
    }

    fn section_of(&self, row: usize) -> usize {
        self.starts.partition_point(|start| *start <= row) - 1
    }
}

/// Which row of the original is which of the translation.
struct Partners {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
    /// Those that don't stand where they should, by the row of the original.
    misplaced: Vec<bool>,
}

impl Partners {
    fn new(old: &Side<'_>, new: &Side<'_>) -> Self {
        Partners {
            of_old: vec![None; old.rows.len()],
            of_new: vec![None; new.rows.len()],
            misplaced: vec![false; old.rows.len()],
        }
    }

    fn join(&mut self, old: usize, new: usize) {
        self.of_old[old] = Some(new);
        self.of_new[new] = Some(old);
    }
}

fn counted_off(old: &Side<'_>, new: &Side<'_>) -> Partners {
    let mut partners = Partners::new(old, new);
    for section in 0..old.sections().min(new.sections()) {
        for (old, new) in old.rows_of(section).zip(new.rows_of(section)) {
            partners.join(old, new);
        }
    }
    partners
}

fn by_likeness(old: &Side<'_>, new: &Side<'_>) -> Partners {
    let untranslated = Untranslated::new(&old.rows, &new.rows);
    let is_alike = |i: usize, j: usize| likeness(old.rows[i], new.rows[j]) >= ALIKE;
    let known = untranslated.known_pairs(is_alike);
    let repeated = repeated(new);
    let worth = |i: usize, j: usize| match (known.of_old(i), known.of_new(j)) {
        (Some(partner), _) if partner == j => 2.0,
        // Of two rows with one title, at least one is too many, unless both are like rows of the original.
        (None, None) if repeated[j] && !is_alike(i, j) => -1.0,
        (None, None) => likeness(old.rows[i], new.rows[j]) + 0.4 * untranslated.of(i, j),
        _ => -1.0,
    };
    let rows_in = |one: usize, other: usize| {
        let (olds, news) = (old.rows_of(one), new.rows_of(other));
        let (from, to) = (olds.start, news.start);
        align(
            olds.len(),
            news.len(),
            |_| GAP,
            |_| GAP,
            |i, j| worth(from + i, to + j),
        )
    };
    let gap = |rows: std::ops::Range<usize>| {
        GAP * f64::from(u32::try_from(rows.len()).unwrap_or(u32::MAX))
    };
    let sections = align(
        old.sections(),
        new.sections(),
        |one| gap(old.rows_of(one)),
        |other| gap(new.rows_of(other)),
        |one, other| rows_in(one, other).worth,
    );
    let mut partners = Partners::new(old, new);
    for (one, other) in sections.pairs {
        for (i, j) in rows_in(one, other).pairs {
            partners.join(old.rows_of(one).start + i, new.rows_of(other).start + j);
        }
    }
    // What is known to belong together and has been left over is elsewhere.
    for i in 0..old.rows.len() {
        if let (None, Some(j)) = (partners.of_old[i], known.of_old(i))
            && partners.of_new[j].is_none()
        {
            partners.join(i, j);
            partners.misplaced[i] = true;
        }
    }
    partners
}

/// The rows whose title another row of their section has as well.
fn repeated(side: &Side<'_>) -> Vec<bool> {
    let key = |row: usize| (side.section_of(row), &side.rows[row].title.text);
    let mut counts: HashMap<_, usize> = HashMap::new();
    for row in 0..side.rows.len() {
        *counts.entry(key(row)).or_default() += 1;
    }
    (0..side.rows.len())
        .map(|row| counts.get(&key(row)).is_some_and(|count| *count > 1))
        .collect()
}

/// How far two rows agree that agree in all that [`likeness`] looks at, less what is lost in adding that up.
const ALIKE: f64 = 0.59;

/// How far two rows agree in what a translator leaves alone, up to 0.6.
fn likeness(old: &Control<'_>, new: &Control<'_>) -> f64 {
    let same = |is: bool, weight: f64| if is { weight } else { 0.0 };
    same(verdict(old) == verdict(new), 0.35)
        + same(old.notes.text.is_empty() == new.notes.text.is_empty(), 0.15)
        + same(
            old.documentation.text.is_empty() == new.documentation.text.is_empty(),
            0.1,
        )
}

fn report(old: &Side<'_>, new: &Side<'_>, partners: &Partners) -> Vec<Mismatch> {
    // The place in the translation, and there what is missing after what is there.
    let mut found: Vec<((usize, usize), Mismatch)> = Vec::new();
    let titles: Vec<_> = new.rows.iter().map(|row| &row.title.text).collect();
    // The rows whose titles stands for a row of the original already.
    let paired: HashMap<_, usize> = (0..new.rows.len())
        .rev()
        .filter(|row| partners.of_new[*row].is_some())
        .map(|row| (&titles[row], row))
        .collect();
    for (translated, title) in titles.iter().enumerate() {
        let Some(original) = partners.of_new[translated] else {
            let doubles = paired.get(title).copied();
            found.push((
                (translated, 0),
                Mismatch::Extra {
                    translated,
                    doubles,
                },
            ));
            continue;
        };
        if partners.misplaced[original] {
            found.push((
                (translated, 0),
                Mismatch::Misplaced {
                    original,
                    translated,
                },
            ));
        }
        if let Some(certain) = differs(old.rows[original], new.rows[translated]) {
            found.push((
                (translated, 1),
                Mismatch::Answer {
                    original,
                    translated,
                    certain,
                },
            ));
        }
    }
    let mut last: Option<(usize, usize)> = None;
    for original in 0..old.rows.len() {
        let section = old.section_of(original);
        match partners.of_old[original] {
            Some(translated) if !partners.misplaced[original] => last = Some((section, translated)),
            Some(_) => {}
            None => {
                let after = last
                    .filter(|(of, _)| *of == section)
                    .map(|(_, translated)| translated);
                let place = last.map_or((0, 0), |(_, translated)| (translated, 2 + original));
                found.push((place, Mismatch::Missing { original, after }));
            }
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, mismatch)| mismatch).collect()
}

/// Whether the answers differ, and then whether that's certain. Answers in words of their own are translated as well.
fn differs(old: &Control<'_>, new: &Control<'_>) -> Option<bool> {
    use Answer::{NotApplicable, Qualified};
    if verdict(old) == verdict(new) {
        return None;
    }
    match (old.answer(), new.answer()) {
        (Some(NotApplicable), Some(Qualified(_))) | (Some(Qualified(_)), Some(NotApplicable)) => {
            Some(false)
        }
        _ => Some(true),
    }
}

fn verdict(control: &Control<'_>) -> Option<&'static str> {
    control.answer().map(Answer::verdict)
}

#[cfg(test)]
mod tests;
