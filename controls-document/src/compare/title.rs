//! Titles as words, and what these weigh.

use std::collections::{HashMap, HashSet};

use super::words::{Ends, Word, outside, plain, slips, words};

/// Of how many titles of each outline the words are counted. More would cost time and change no weight by much.
const TITLES_COUNTED: usize = 4096;

/// What words weigh: the fewer titles have a word, the more it says about a title.
pub(super) struct Lexicon {
    titles: HashMap<Word, usize>,
    total: usize,
}

impl Lexicon {
    /// Counts in how many titles of both sides each word is.
    pub(super) fn new<T: AsRef<str>>(old: &[T], new: &[T]) -> Self {
        let mut lexicon = Self {
            titles: HashMap::new(),
            total: 0,
        };
        for side in [old, new] {
            for title in side.iter().step_by(side.len() / TITLES_COUNTED + 1) {
                lexicon.total += 1;
                let distinct: HashSet<Word> = words(&plain(title.as_ref())).into_iter().collect();
                for word in distinct {
                    *lexicon.titles.entry(word).or_default() += 1;
                }
            }
        }
        lexicon
    }

    fn weight(&self, word: &[char]) -> f64 {
        let titles = self.titles.get(word).copied().unwrap_or(1);
        (float(self.total) / float(titles)).ln_1p()
    }

    /// The words of one title with their weights.
    pub(super) fn title(&self, title: &str) -> Title {
        let pieces = title
            .split(|c: char| c == '/' || c.is_whitespace())
            .map(plain)
            .filter(|piece| !piece.is_empty())
            .collect();
        let main = plain(&outside(title));
        let plain = plain(title);
        let in_order = words(&plain);
        let mut words: Vec<Weighted> = in_order
            .iter()
            .map(|word| Weighted {
                weight: self.weight(word),
                ends: Ends::of(word),
                word: word.clone(),
            })
            .collect();
        words.sort_by(|one, other| one.word.cmp(&other.word));
        Title {
            weight: words.iter().map(|word| word.weight).sum(),
            words,
            in_order,
            plain,
            main,
            pieces,
        }
    }
}

/// A title as words.
#[derive(Clone)]
pub(super) struct Title {
    /// All words, sorted; a word that is repeated is there as often.
    pub(super) words: Vec<Weighted>,
    /// All words, as the title has them.
    pub(super) in_order: Vec<Word>,
    pub(super) weight: f64,
    pub(super) plain: Vec<char>,
    /// The plain text of what is outside of parentheses.
    pub(super) main: Vec<char>,
    /// What is between spaces: `server-side` is two words but one piece. A slash separates two things.
    pub(super) pieces: Vec<Vec<char>>,
}

#[derive(Clone)]
pub(super) struct Weighted {
    pub(super) word: Word,
    pub(super) weight: f64,
    ends: Option<Ends>,
}

impl Weighted {
    /// The number of edits if one of two words is the other, mistyped.
    pub(super) fn slips(&self, other: &Self) -> Option<usize> {
        self.ends?
            .may_be(other.ends?)
            .then(|| slips(&self.word, &other.word))?
    }
}

impl Title {
    /// The words, sorted.
    pub(super) fn words(&self) -> impl Iterator<Item = &[char]> {
        self.words.iter().map(|word| word.word.as_slice())
    }
}

/// A count as a number to divide by.
pub(super) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
