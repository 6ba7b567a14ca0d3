//! What a column answers.

use std::{cmp::Reverse, collections::BTreeMap};

use controls_document::{Answer, Blank, Control, Document, Words};

use super::guesses::guesses;

/// What a column answers.
#[derive(Default)]
pub(super) struct Answers {
    /// What each answer means, how it's written, and how often.
    pub(super) words: Vec<(&'static str, String, usize)>,
    /// How many are words whose meaning is known, or can be guessed.
    pub(super) known: usize,
    /// How many aren't blank.
    pub(super) filled: usize,
    /// What the words are to mean, where that's a guess.
    pub(super) guesses: Words,
    /// How many are blank.
    pub(super) blanks: usize,
}

impl Answers {
    /// The answers of a document in which a blank one is unanswered.
    pub(super) fn of(document: &Document<'_>) -> Answers {
        let mut counts: BTreeMap<(&'static str, &str), usize> = BTreeMap::new();
        let mut answers = Answers::default();
        for (_, control) in document.controls() {
            match meaning(control) {
                None => {}
                Some("Unanswered") if control.answer.text.is_empty() => answers.blanks += 1,
                Some(meaning) => {
                    answers.filled += 1;
                    answers.known += usize::from(meaning != QUALIFIED);
                    *counts.entry((meaning, &*control.answer.text)).or_default() += 1;
                }
            }
        }
        let words = counts.into_iter();
        answers.words = words
            .map(|((meaning, text), count)| (meaning, text.to_owned(), count))
            .collect();
        answers.words.sort_by_key(|(_, _, count)| Reverse(*count));
        let (guessed, words) = guesses(&answers.words);
        answers.known += guessed;
        answers.guesses = words;
        answers
    }
}

/// What an answer is that has no meaning yet.
const QUALIFIED: &str = "Qualified";

fn meaning(control: &Control<'_>) -> Option<&'static str> {
    control.answer().map(Answer::verdict)
}

/// What a blank answer is taken for until a person says what it is.
pub(super) const BLANK: Blank = Blank::Unanswered;
