//! Which column of a table has which role.

use std::cmp::Reverse;

use controls_document::{Column, Columns, Document, Words};

use super::{
    answers::{Answers, BLANK},
    bound::WhyNot,
    column::Profile,
    words::{ANSWERS, CONTROLS, DOCUMENTATION, LABELS, NOTES, is_level, is_named, is_of_titles},
};

/// The headings of a table, and what each may be.
pub(super) struct Roles<'h> {
    headings: &'h [&'h str],
    title: usize,
    label: Option<usize>,
    answer: Option<usize>,
    notes: Option<usize>,
    documentation: Option<usize>,
    /// Columns that look like answers, and why none of them is proposed, if none is.
    pub(super) not_answers: Vec<(String, WhyNot)>,
}

impl<'h> Roles<'h> {
    /// The roles that fit best. `document` has all columns: that of `titles` as the title, the others as properties. `answers`
    /// reads the document by a binding.
    pub(super) fn of(
        headings: &'h [&'h str],
        titles: usize,
        document: &Document<'_>,
        answers: impl Fn(Columns) -> Option<Answers>,
    ) -> Option<Roles<'h>> {
        let mut properties = 0..;
        let profiles: Vec<Profile> = (0..headings.len())
            .map(|at| {
                // What is below one of several headings that are alike isn't a property.
                let is_property = at != titles && is_alone(headings, at);
                let property = is_property.then(|| properties.next());
                let cells = document.controls().map(|(_, control)| match property {
                    _ if at == titles => &*control.title.text,
                    Some(Some(at)) => control.properties.get(at).map_or("", |of| &*of.cell.text),
                    _ => "",
                });
                Profile::of(cells)
            })
            .collect();
        // Fields with their values are about one control.
        let is_field = headings.len() == 2 && !is_named(headings[0], &CONTROLS);
        if is_field && profiles[0].is_repeated() {
            return None;
        }
        let mut open: Vec<usize> = (0..headings.len()).collect();
        let mut take = |at: Option<usize>| {
            open.retain(|open| Some(*open) != at);
            at
        };
        // A number after what is counted, such as a version, is no label.
        let mut label = (0..headings.len()).find(|at| {
            let may_be = *at == 0 || is_named(headings[*at], &LABELS);
            may_be && profiles[*at].has_labels() && headings.len() > 1
        });
        let titles = || {
            let all = 0..headings.len();
            all.filter(|at| Some(*at) != label && profiles[*at].has_titles())
        };
        let title = titles().find(|at| is_of_titles(headings[*at])).or_else(|| {
            let is_other =
                |at: &usize| is_named(headings[*at], &NOTES) || is_named(headings[*at], &ANSWERS);
            // A text says what a control is, before a number or a word of a column that has another name.
            let has_words = |at: &usize| profiles[*at].has_words();
            let text = titles().find(|at| !is_other(at) && has_words(at));
            let text = text.or_else(|| titles().find(|at| profiles[*at].has_sentences()));
            text.or_else(|| titles().find(|at| !is_other(at)))
        });
        let title = match (title, label) {
            (Some(title), _) => title,
            // If nothing else tells one from another, what would be its label is all that a control has.
            (None, Some(_)) => {
                let mut others = (0..headings.len()).filter(|at| {
                    let heading = headings[*at];
                    let is_other = is_named(heading, &NOTES) || is_named(heading, &ANSWERS);
                    Some(*at) != label && !is_other && profiles[*at].tells_apart()
                });
                match others.next() {
                    Some(title) => title,
                    None => label.take()?,
                }
            }
            (None, None) => {
                let likely = |at: &usize| {
                    let is_answer = is_named(headings[*at], &ANSWERS);
                    let is_control = is_named(headings[*at], &CONTROLS) && !is_answer;
                    let distinct = profiles[*at].distinct();
                    (is_control, !is_answer, distinct, Reverse(*at))
                };
                (0..headings.len()).max_by_key(likely)?
            }
        };
        take(label);
        take(Some(title));
        let mut roles = Roles {
            headings,
            title,
            label,
            answer: None,
            notes: None,
            documentation: None,
            not_answers: Vec::new(),
        };
        roles.find_answer(&open, &profiles, answers);
        open.retain(|at| Some(*at) != roles.answer);
        let named = |words: &[&str]| {
            open.iter()
                .copied()
                .find(|at| is_named(headings[*at], words))
        };
        roles.notes = named(&NOTES);
        roles.documentation = named(&DOCUMENTATION).filter(|at| Some(*at) != roles.notes);
        Some(roles)
    }

    /// Finds which of the columns that are still without a role has the answers. `answers` reads the document by a binding.
    fn find_answer(
        &mut self,
        open: &[usize],
        profiles: &[Profile],
        answers: impl Fn(Columns) -> Option<Answers>,
    ) {
        let mut others = Vec::new();
        let headings = self.headings;
        let named = open.iter().filter(|at| !headings[**at].is_empty());
        let scored = named.filter_map(|at| {
            let columns = Roles {
                answer: Some(*at),
                not_answers: Vec::new(),
                ..*self
            }
            .alone();
            let answers = answers(columns)?;
            let is_named = is_named(headings[*at], &ANSWERS);
            // A word such as `none` in notes answers nothing.
            if !is_named && self::is_named(headings[*at], &NOTES) {
                return None;
            }
            let profile = &profiles[*at];
            let has_words = profile.is_short() && !profile.has_labels();
            let is_one = if is_named {
                answers.known > 0 || has_words || profile.begins_with_signs()
            } else {
                answers.known > 0 && answers.known * 3 >= answers.filled
            };
            let why = if is_level(headings[*at]) && !is_named && is_one {
                Some(WhyNot::IsLevel)
            } else if is_named && !is_one {
                Some(WhyNot::HasTexts)
            } else {
                None
            };
            if let Some(why) = why {
                others.push((headings[*at].to_owned(), why));
                return None;
            }
            is_one.then_some((answers.known * if is_named { 4 } else { 1 }, *at))
        });
        let scored: Vec<(usize, usize)> = scored.collect();
        let most = scored.iter().map(|(score, _)| *score).max().unwrap_or(0);
        // Of several that say about as much, the first one.
        let mut likely = scored.iter().filter(|(score, _)| score * 2 >= most);
        self.answer = likely.next().map(|(_, at)| *at);
        if self.answer.is_none() {
            self.not_answers = others;
        }
    }

    /// Whether the heading of the titles says that they're those of controls.
    pub(super) fn has_named_titles(&self) -> bool {
        is_named(self.headings[self.title], &CONTROLS)
    }

    /// The column of the titles.
    pub(super) fn title(&self) -> usize {
        self.title
    }

    /// The heading of the answers.
    pub(super) fn answer(&self) -> Option<&'h str> {
        self.answer.map(|at| self.headings[at])
    }

    /// The columns, those without a role among the properties.
    pub(super) fn columns(&self) -> Columns {
        let taken = [
            Some(self.title),
            self.label,
            self.answer,
            self.notes,
            self.documentation,
        ];
        let others = (0..self.headings.len()).filter(|at| !taken.contains(&Some(*at)));
        let others = others.filter(|at| is_alone(self.headings, *at));
        Columns {
            also: others.map(|at| self.headings[at].to_owned()).collect(),
            ..self.alone()
        }
    }

    /// The columns that have a role.
    fn alone(&self) -> Columns {
        let column = |at: Option<usize>| at.map(|at| column(self.headings, at));
        let has_answers = self.answer.is_some();
        Columns {
            label: column(self.label),
            answer: column(self.answer),
            notes: column(self.notes),
            documentation: column(self.documentation),
            words: Words {
                blank: has_answers.then_some(BLANK),
                ..Words::default()
            },
            ..Columns::new(self::column(self.headings, self.title))
        }
    }
}

/// Whether a column is known by its heading: there's one, and no other column has it.
pub(super) fn is_alone(headings: &[&str], at: usize) -> bool {
    let alike = headings.iter().filter(|heading| **heading == headings[at]);
    !headings[at].is_empty() && alike.count() == 1
}

/// A column by its heading, or by its position where that says more.
pub(super) fn column(headings: &[&str], at: usize) -> Column {
    if is_alone(headings, at) {
        Column::named(headings[at])
    } else {
        Column::At(at + 1)
    }
}
