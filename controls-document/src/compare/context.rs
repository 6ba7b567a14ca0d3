//! Both outlines, and what is worked out about them when a stage first asks for it.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use super::likeness::Likeness;
use super::same::{same_answer, same_rest, same_text};
use super::title::{Lexicon, Title};
use crate::{Group, Outline, Row, folded};

/// One outline with its titles folded.
pub(super) struct Side<'a> {
    outline: &'a Outline<'a>,
    titles: Vec<Cow<'a, str>>,
    rows_in: Vec<Vec<usize>>,
    words: Vec<OnceCell<Title>>,
    former_words: Vec<OnceCell<Vec<Title>>>,
    texts: OnceCell<HashMap<Cow<'a, str>, usize>>,
    labels: OnceCell<HashMap<Cow<'a, str>, Option<usize>>>,
}

impl<'a> Side<'a> {
    fn new(outline: &'a Outline<'a>) -> Self {
        let mut rows_in = vec![Vec::new(); outline.sections.len() + 1];
        let nowhere = outline.sections.len();
        for (index, row) in outline.rows.iter().enumerate() {
            if let Some(rows) = rows_in.get_mut(row.section.min(nowhere)) {
                rows.push(index);
            }
        }
        Self {
            outline,
            titles: outline.rows.iter().map(|row| folded(row.title)).collect(),
            rows_in,
            words: vec![OnceCell::new(); outline.rows.len()],
            former_words: vec![OnceCell::new(); outline.rows.len()],
            texts: OnceCell::new(),
            labels: OnceCell::new(),
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.outline.rows.len()
    }

    /// A section that no outline names: rows whose section is out of range are taken to be in it.
    pub(super) fn nowhere(&self) -> usize {
        self.outline.sections.len()
    }

    /// The section of a row.
    pub(super) fn section(&self, row: usize) -> usize {
        self.outline
            .rows
            .get(row)
            .map_or(self.nowhere(), |row| row.section.min(self.nowhere()))
    }

    /// The rows of a section, in order.
    pub(super) fn rows_in(&self, section: usize) -> &[usize] {
        self.rows_in.get(section).map_or(&[], Vec::as_slice)
    }

    /// The title of a section, folded.
    pub(super) fn section_title(&self, section: usize) -> Option<Cow<'a, str>> {
        self.outline
            .sections
            .get(section)
            .map(|section| folded(section.title))
    }

    /// What is known of the headings above a section.
    pub(super) fn group(&self, section: usize) -> Group<'a> {
        let section = self.outline.sections.get(section);
        section.map_or(Group::Unsaid, |section| section.group)
    }

    /// The title of a row, folded.
    pub(super) fn title(&self, row: usize) -> Option<&str> {
        self.titles.get(row).map(AsRef::as_ref)
    }

    /// The label of a row, folded, if it has one.
    pub(super) fn label(&self, row: usize) -> Option<Cow<'a, str>> {
        let label = folded(self.row(row)?.label);
        Some(label).filter(|label| !label.is_empty())
    }

    /// The id of a row, if it's known.
    pub(super) fn id(&self, row: usize) -> Option<&'a str> {
        let id = self.row(row)?.id;
        Some(id).filter(|id| !id.is_empty())
    }

    /// The row with a label, if there is one only.
    pub(super) fn labelled(&self, label: &str) -> Option<usize> {
        let rows = self.labels.get_or_init(|| {
            let mut rows: HashMap<Cow<'a, str>, Option<usize>> = HashMap::new();
            for row in 0..self.len() {
                if let Some(label) = self.label(row) {
                    let of = rows.entry(label);
                    of.and_modify(|row| *row = None).or_insert(Some(row));
                }
            }
            rows
        });
        rows.get(label).copied().flatten()
    }

    /// The title of a row, folded and in lower case.
    pub(super) fn lower(&self, row: usize) -> Option<String> {
        self.title(row).map(str::to_lowercase)
    }

    /// A row.
    pub(super) fn row(&self, row: usize) -> Option<&'a Row<'a>> {
        self.outline.rows.get(row)
    }

    /// What a row was called before.
    pub(super) fn former(&self, row: usize) -> &[&'a str] {
        self.row(row).map_or(&[], |row| &row.former)
    }

    /// In how many rows a text is found as notes or documentation.
    fn occurrences(&self, text: &str) -> usize {
        let texts = self.texts.get_or_init(|| {
            let mut texts = HashMap::new();
            for text in self
                .outline
                .rows
                .iter()
                .flat_map(|row| [row.notes, row.documentation])
            {
                *texts.entry(folded(text)).or_default() += 1;
            }
            texts
        });
        texts.get(text).copied().unwrap_or_default()
    }
}

/// How far two rows agree in what isn't their title or section.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// The answer, the notes or the documentation differ.
    Differs,
    /// Nothing differs, but there isn't much to differ.
    Same,
    /// Nothing differs, and they share a text that no other row has.
    Telling,
}

/// Both outlines.
pub(super) struct Context<'a> {
    /// What was.
    pub(super) old: Side<'a>,
    /// What is.
    pub(super) new: Side<'a>,
    lexicon: OnceCell<Lexicon>,
    /// How alike titles are, of an old row and a new one each, as far as it has been asked.
    likenesses: RefCell<HashMap<(usize, usize), Likeness>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(old: &'a Outline<'a>, new: &'a Outline<'a>) -> Self {
        Self {
            old: Side::new(old),
            new: Side::new(new),
            lexicon: OnceCell::new(),
            likenesses: RefCell::default(),
        }
    }

    /// What the words of the titles weigh.
    pub(super) fn lexicon(&self) -> &Lexicon {
        self.lexicon
            .get_or_init(|| Lexicon::new(&self.old.titles, &self.new.titles))
    }

    /// The words of the title of an old row.
    pub(super) fn old_words(&self, row: usize) -> Option<&Title> {
        self.words(&self.old, row)
    }

    /// The words of the title of a new row.
    pub(super) fn new_words(&self, row: usize) -> Option<&Title> {
        self.words(&self.new, row)
    }

    /// How alike the titles of two rows are.
    pub(super) fn likeness(&self, old: usize, new: usize) -> Option<Likeness> {
        if let Some(&known) = self.likenesses.borrow().get(&(old, new)) {
            return Some(known);
        }
        let likeness = Likeness::of(self.old_words(old)?, self.new_words(new)?);
        self.likenesses.borrow_mut().insert((old, new), likeness);
        Some(likeness)
    }

    /// The words of what an old row was called before.
    pub(super) fn former_words(&self, row: usize) -> &[Title] {
        let words = || -> Vec<Title> {
            let former = self.old.former(row).iter();
            former.map(|title| self.lexicon().title(title)).collect()
        };
        let slot = self.old.former_words.get(row);
        slot.map_or(&[], |slot| slot.get_or_init(words))
    }

    fn words<'s>(&self, side: &'s Side<'a>, row: usize) -> Option<&'s Title> {
        let title = side.title(row)?;
        Some(
            side.words
                .get(row)?
                .get_or_init(|| self.lexicon().title(title)),
        )
    }

    /// How far two rows agree in what isn't their title or section.
    pub(super) fn rest(&self, old: usize, new: usize) -> Rest {
        match (self.old.row(old), self.new.row(new)) {
            (Some(one), Some(other)) if same_rest(one, other) => {
                let telling = self.is_telling(one.notes) || self.is_telling(one.documentation);
                if telling { Rest::Telling } else { Rest::Same }
            }
            _ => Rest::Differs,
        }
    }

    /// Whether both rows have the same answer.
    pub(super) fn same_answer(&self, old: usize, new: usize) -> bool {
        match (self.old.row(old), self.new.row(new)) {
            (Some(one), Some(other)) => same_answer(one.answer, other.answer),
            _ => false,
        }
    }

    /// Whether both rows have the same notes, and some.
    pub(super) fn same_notes(&self, old: usize, new: usize) -> bool {
        match (self.old.row(old), self.new.row(new)) {
            (Some(one), Some(other)) => {
                same_text(one.notes, other.notes) && !one.notes.trim().is_empty()
            }
            _ => false,
        }
    }

    /// A text that several rows have ("Using HTTPS.") doesn't tell one row from another.
    fn is_telling(&self, text: &str) -> bool {
        let text = folded(text);
        !text.is_empty() && self.old.occurrences(&text) <= 1 && self.new.occurrences(&text) <= 1
    }
}
