//! Which rows of a block are the same under another title.

use std::collections::{HashMap, HashSet};

use super::context::{Context, Rest};
use super::spot::Spot;
use super::{likeness::Likeness, title::Title};

/// Up to this many pairs of rows, each pair is compared.
const PAIRS_COMPARED: usize = 900;

/// Beyond that, a row is compared with so many others, those with which it shares its rarest words …
const ROWS_COMPARED: usize = 16;

/// … and a word that more rows have is not looked up.
const ROWS_OF_A_WORD: usize = 24;

/// How alike the titles of rows with one label are at least, if the rows are the same, …
const SAME_LABEL: f64 = 0.35;

/// … and how alike, if they are the same whatever other titles there are.
const SAME_LABEL_FOR_SURE: f64 = 0.85;

/// An old row and a new one that may be the same.
pub(super) struct Edge {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) likeness: Likeness,
    pub(super) rest: Rest,
    /// Whether what the old row was called before is nearer than its title.
    is_former: bool,
    /// Whether both have the same answer.
    same_answer: bool,
}

impl Edge {
    pub(super) fn new(context: &Context<'_>, old: usize, new: usize) -> Option<Self> {
        let words = context.new_words(new)?;
        let mut likeness = context.likeness(old, new)?;
        let mut is_former = false;
        for former in context.former_words(old) {
            let of_former = Likeness::of(former, words);
            if of_former.score > likeness.score {
                (likeness, is_former) = (of_former, true);
            }
        }
        Some(Self {
            old,
            new,
            likeness,
            rest: context.rest(old, new),
            is_former,
            same_answer: context.same_answer(old, new),
        })
    }

    /// Nearly identical: the same row without doubt.
    pub(super) fn is_near(&self) -> bool {
        !self.is_former
            && match self.rest {
                Rest::Differs => self.likeness.is_very_near(),
                Rest::Same | Rest::Telling => self.likeness.is_near(),
            }
    }

    /// Evidently the same row, although its title differs. That it was called so before is evidence enough.
    pub(super) fn is_alike(&self) -> bool {
        self.is_former && self.likeness.is_near()
            || match self.rest {
                Rest::Differs => false,
                Rest::Same => self.likeness.is_alike(),
                Rest::Telling => self.likeness.is_alike_with_evidence() || self.likeness.is_alike(),
            }
    }

    /// Evidently the same row, if it has the same label and either is very like the other one or no other row is nearer.
    pub(super) fn is_alike_by_label(&self, has_no_rival: impl FnOnce() -> bool) -> bool {
        let score = self.likeness.score;
        let is_telling = self.rest == Rest::Telling && self.likeness.is_alike_with_evidence();
        score >= SAME_LABEL_FOR_SURE || (score >= SAME_LABEL || is_telling) && has_no_rival()
    }

    /// Evidently the same row, as it's in the same spot.
    pub(super) fn is_alike_at(&self, spot: Spot) -> bool {
        self.same_answer
            && match spot {
                Spot::Alone => self.likeness.is_alike_alone(),
                Spot::Between => self.likeness.is_alike_between(),
            }
    }
}

/// The pairs of rows that are worth a look: those of which the titles have something in common, or the notes.
pub(super) fn edges(context: &Context<'_>, old: &[usize], new: &[usize]) -> Vec<Edge> {
    if old.len().saturating_mul(new.len()) <= PAIRS_COMPARED {
        let pairs = old
            .iter()
            .flat_map(|&old| new.iter().map(move |&new| (old, new)));
        return pairs
            .filter_map(|(old, new)| Edge::new(context, old, new))
            .collect();
    }
    let index = Index::of_new(context, new);
    let candidates = old.iter().flat_map(|&old| {
        candidates(context, &index, old)
            .into_iter()
            .map(move |new| (old, new))
    });
    candidates
        .filter_map(|(old, new)| Edge::new(context, old, new))
        .collect()
}

/// What a row can be looked up by.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Word(&'a [char]),
    /// Two words that are neighbours in the alphabet: where each word is common, two of them may not be.
    Words(&'a [char], &'a [char]),
    /// For words with a slip in their second half,
    Start(&'a [char]),
    /// or in their first one.
    End(&'a [char]),
    Notes(&'a str),
}

fn keys<'a>(title: &'a Title, notes: &'a str) -> impl Iterator<Item = Key<'a>> {
    let words = title.words().flat_map(|word| {
        let start = word.get(..4).map(Key::Start);
        let end = word
            .len()
            .checked_sub(4)
            .and_then(|at| word.get(at..))
            .map(Key::End);
        [Some(Key::Word(word)), start, end].into_iter().flatten()
    });
    let pairs = title
        .words()
        .zip(title.words().skip(1))
        .map(|(one, next)| Key::Words(one, next));
    words
        .chain(pairs)
        .chain((!notes.is_empty()).then_some(Key::Notes(notes)))
}

/// Rows of one outline, by what they can be looked up by.
struct Index<'a>(HashMap<Key<'a>, Vec<usize>>);

impl<'a> Index<'a> {
    fn new(rows: &[usize], of: impl Fn(usize) -> Option<(&'a Title, &'a str)>) -> Self {
        let mut index: HashMap<Key<'a>, Vec<usize>> = HashMap::new();
        for &row in rows {
            let Some((title, notes)) = of(row) else {
                continue;
            };
            for key in keys(title, notes) {
                let rows = index.entry(key).or_default();
                if rows.last() != Some(&row) && rows.len() <= ROWS_OF_A_WORD {
                    rows.push(row);
                }
            }
        }
        Index(index)
    }

    fn of_new(context: &'a Context<'_>, rows: &[usize]) -> Self {
        Index::new(rows, |row| {
            Some((context.new_words(row)?, context.new.row(row)?.notes))
        })
    }

    fn of_old(context: &'a Context<'_>, rows: &[usize]) -> Self {
        Index::new(rows, |row| {
            Some((context.old_words(row)?, context.old.row(row)?.notes))
        })
    }

    /// The rows that share the most telling keys.
    fn candidates<'k>(&self, keys: impl Iterator<Item = Key<'k>>) -> Vec<usize>
    where
        'a: 'k,
    {
        let mut lists: Vec<&Vec<usize>> = keys.filter_map(|key| self.0.get(&key)).collect();
        lists.retain(|rows| rows.len() <= ROWS_OF_A_WORD);
        lists.sort_by_key(|rows| rows.len());
        let mut seen = HashSet::new();
        lists
            .into_iter()
            .flatten()
            .copied()
            .filter(|&row| seen.insert(row))
            .take(ROWS_COMPARED)
            .collect()
    }
}

fn candidates(context: &Context<'_>, index: &Index<'_>, old: usize) -> Vec<usize> {
    let (Some(title), Some(cells)) = (context.old_words(old), context.old.row(old)) else {
        return Vec::new();
    };
    let former = context.former_words(old);
    let former = former.iter().flat_map(|title| keys(title, ""));
    index.candidates(keys(title, cells.notes).chain(former))
}

/// All rows, those that have a partner as well: what a title has in common with others says how much it says.
pub(super) struct Rivals<'a> {
    old: Index<'a>,
    new: Index<'a>,
}

impl<'a> Rivals<'a> {
    pub(super) fn new(context: &'a Context<'_>) -> Self {
        let all = |count: usize| (0..count).collect::<Vec<_>>();
        Rivals {
            old: Index::of_old(context, &all(context.old.len())),
            new: Index::of_new(context, &all(context.new.len())),
        }
    }

    /// Whether no other row is nearer to one of the two than they are to each other.
    pub(super) fn has_none(&self, context: &Context<'_>, edge: &Edge) -> bool {
        let Some(title) = context.new_words(edge.new) else {
            return false;
        };
        let is_nearer = |old: usize, new: usize| {
            let likeness = context.likeness(old, new);
            likeness.is_some_and(|likeness| likeness.score > edge.likeness.score)
        };
        let of_old = candidates(context, &self.new, edge.old);
        let of_new = self.old.candidates(keys(title, ""));
        !of_old.into_iter().any(|rival| is_nearer(edge.old, rival))
            && !of_new.into_iter().any(|rival| is_nearer(rival, edge.new))
    }
}

/// Takes the pairs whose titles are nearly identical out of the edges.
pub(super) fn near_pairs(edges: &mut Vec<Edge>) -> Vec<Edge> {
    // Half an edit: of two titles that are as near, the one of the row that is otherwise the same is meant.
    let distance = |edge: &Edge| {
        let rest = if edge.rest == Rest::Differs { 0.5 } else { 0.0 };
        edge.is_near()
            .then(|| f64::from(u32::try_from(edge.likeness.slips).unwrap_or(u32::MAX)) + rest)
    };
    clear_pairs(edges, distance, |_| true, 1.0)
}

/// Takes the pairs that are evidently the same, although their titles differ, out of the edges: those that are accepted.
///
/// Any other row with a title that is nearly as close is a rival, whatever its notes say. So a row that was split in
/// two is neither of the two, also if one of them inherited its notes.
pub(super) fn alike_pairs(edges: &mut Vec<Edge>, accepts: impl Fn(&Edge) -> bool) -> Vec<Edge> {
    let distance = |edge: &Edge| Some(1.0 - edge.likeness.score);
    clear_pairs(edges, distance, accepts, 1.5)
}

/// The pairs that are the best ones for both of their rows, with every other one further away by more than `margin`.
fn clear_pairs(
    edges: &mut Vec<Edge>,
    distance: impl Fn(&Edge) -> Option<f64>,
    accepts: impl Fn(&Edge) -> bool,
    margin: f64,
) -> Vec<Edge> {
    let mut pairs = Vec::new();
    // A row that found its pair is no rival to others any more: so more than one round. Each finds a pair or is the last.
    for _ in 0..8 {
        let mut nearest: [HashMap<usize, Nearest>; 2] = [HashMap::new(), HashMap::new()];
        let [of_old, of_new] = &mut nearest;
        for (at, edge) in edges.iter().enumerate() {
            if let Some(distance) = distance(edge) {
                of_old
                    .entry(edge.old)
                    .or_insert(Nearest::NONE)
                    .consider(at, distance);
                of_new
                    .entry(edge.new)
                    .or_insert(Nearest::NONE)
                    .consider(at, distance);
            }
        }
        let is_clear = |nearest: Option<&Nearest>, at| {
            nearest.is_some_and(|nearest| nearest.is_clear(at, margin))
        };
        let mut at = 0..;
        let found = edges.extract_if(.., |edge| {
            let at = at.next();
            is_clear(of_old.get(&edge.old), at)
                && is_clear(of_new.get(&edge.new), at)
                && accepts(edge)
        });
        let found: Vec<Edge> = found.collect();
        if found.is_empty() {
            break;
        }
        let old: HashSet<usize> = found.iter().map(|edge| edge.old).collect();
        let new: HashSet<usize> = found.iter().map(|edge| edge.new).collect();
        edges.retain(|edge| !old.contains(&edge.old) && !new.contains(&edge.new));
        pairs.extend(found);
    }
    pairs
}

/// The nearest pair of one row, and how far away the next one is.
struct Nearest {
    at: Option<usize>,
    distance: f64,
    next: f64,
}

impl Nearest {
    const NONE: Self = Self {
        at: None,
        distance: f64::INFINITY,
        next: f64::INFINITY,
    };

    fn consider(&mut self, at: usize, distance: f64) {
        if distance < self.distance {
            (self.at, self.next, self.distance) = (Some(at), self.distance, distance);
        } else {
            self.next = self.next.min(distance);
        }
    }

    fn is_clear(&self, at: Option<usize>, margin: f64) -> bool {
        at.is_some() && self.at == at && self.next > self.distance * margin
    }
}
