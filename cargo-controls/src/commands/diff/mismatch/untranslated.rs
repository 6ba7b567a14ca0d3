//! What isn't translated: links, names, abbreviations, numbers. It tells which rows belong together.

use std::collections::{BTreeMap, BTreeSet};

use controls_document::{Control, links};

/// How alike two rows must be in this to be known to belong together, …
const ENOUGH: f64 = 0.5;

/// … and by how much more than either of them and any other row.
const MARGIN: f64 = 0.2;

/// How far rows have the same words, of those that are in both documents, the rare ones weighing more.
pub(super) struct Untranslated {
    old: usize,
    new: usize,
    /// For each row of the one, how alike it is to each row of the other, from 0 to 1.
    likeness: Vec<f64>,
}

/// The rows that belong together without doubt.
pub(super) struct KnownPairs {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl KnownPairs {
    pub(super) fn of_old(&self, old: usize) -> Option<usize> {
        self.of_old.get(old).copied().flatten()
    }

    pub(super) fn of_new(&self, new: usize) -> Option<usize> {
        self.of_new.get(new).copied().flatten()
    }
}

impl Untranslated {
    pub(super) fn new(old: &[&Control<'_>], new: &[&Control<'_>]) -> Self {
        let words = |rows: &[&Control<'_>]| -> Vec<BTreeSet<String>> {
            rows.iter().map(|row| words(row)).collect()
        };
        let (old, new) = (words(old), words(new));
        let counts = [counted(&old), counted(&new)];
        let rows = float(old.len() + new.len());
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let mut weights = Vec::new();
        for (word, count) in &counts[0] {
            if let Some(other) = counts[1].get(word) {
                numbers.insert(word, weights.len());
                weights.push((rows / float(count + other)).ln());
            }
        }
        let numbered = |rows: &[BTreeSet<String>]| -> Vec<BTreeSet<usize>> {
            rows.iter()
                .map(|words| {
                    words
                        .iter()
                        .filter_map(|word| numbers.get(&**word).copied())
                        .collect()
                })
                .collect()
        };
        let (ones, others) = (numbered(&old), numbered(&new));
        let likeness = ones
            .iter()
            .flat_map(|one| others.iter().map(|other| shared(one, other, &weights)))
            .collect();
        Untranslated {
            old: old.len(),
            new: new.len(),
            likeness,
        }
    }

    /// How much of what either row has is in both, from 0 to 1.
    pub(super) fn of(&self, old: usize, new: usize) -> f64 {
        self.likeness[old * self.new + new]
    }

    /// Each row with the one that it's far more alike than any other, if the two are `alike` in all else.
    pub(super) fn known_pairs(&self, alike: impl Fn(usize, usize) -> bool) -> KnownPairs {
        let (old, new) = (self.old, self.new);
        let best_of_old: Vec<Best> = (0..old)
            .map(|i| Best::of((0..new).map(|j| self.of(i, j))))
            .collect();
        let best_of_new: Vec<Best> = (0..new)
            .map(|j| Best::of((0..old).map(|i| self.of(i, j))))
            .collect();
        let mut known = KnownPairs {
            of_old: vec![None; old],
            of_new: vec![None; new],
        };
        for (i, best) in best_of_old.iter().enumerate() {
            let Some(j) = best.clear() else { continue };
            if best_of_new[j].clear() == Some(i) && alike(i, j) {
                known.of_old[i] = Some(j);
                known.of_new[j] = Some(i);
            }
        }
        known
    }
}

struct Best {
    at: usize,
    score: f64,
    next: f64,
}

impl Best {
    fn of(scores: impl Iterator<Item = f64>) -> Self {
        let mut best = Best {
            at: 0,
            score: 0.0,
            next: 0.0,
        };
        for (at, score) in scores.enumerate() {
            if score > best.score {
                best = Best {
                    at,
                    score,
                    next: best.score,
                };
            } else {
                best.next = best.next.max(score);
            }
        }
        best
    }

    fn clear(&self) -> Option<usize> {
        (self.score >= ENOUGH && self.score >= self.next + MARGIN).then_some(self.at)
    }
}

/// The words of a row in lower case, and the pages that it links to, by their last part: a mirror may have them
/// elsewhere.
fn words(row: &Control<'_>) -> BTreeSet<String> {
    let cells = [&row.title.text, &row.notes.text, &row.documentation.text];
    let mut words = BTreeSet::new();
    for text in cells {
        for link in links(text) {
            let path = link
                .target
                .split(['?', '#'])
                .next()
                .unwrap_or_default()
                .trim_end_matches('/');
            let page = path.rsplit('/').next().unwrap_or_default();
            let page = page.strip_suffix(".md").unwrap_or(page);
            words.insert(format!("/{page}"));
        }
        let letters = text.split(|c: char| !c.is_ascii_alphanumeric());
        words.extend(
            letters
                .filter(|word| word.len() > 1)
                .map(str::to_ascii_lowercase),
        );
    }
    words
}

/// The weight of the shared words against that of all.
fn shared(one: &BTreeSet<usize>, other: &BTreeSet<usize>, weights: &[f64]) -> f64 {
    let weight =
        |words: &mut dyn Iterator<Item = &usize>| words.map(|word| weights[*word]).sum::<f64>();
    let all = weight(&mut one.iter()) + weight(&mut other.iter());
    let shared = 2.0 * weight(&mut one.intersection(other));
    if all > 0.0 { shared / all } else { 0.0 }
}

fn counted(rows: &[BTreeSet<String>]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for word in rows.iter().flatten() {
        *counts.entry(&**word).or_default() += 1;
    }
    counts
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
