//! Which column of a table has which role.

use controls_document::{Column, Columns, Document, Words};

use super::{
    answers::{Answers, BLANK},
    column::Profile,
};

/// The headings of a table, and what each may be.
pub(super) struct Roles<'h> {
    headings: &'h [&'h str],
    title: usize,
    label: Option<usize>,
    answer: Option<usize>,
    notes: Option<usize>,
    documentation: Option<usize>,
}

/// Words of headings that say what the column is for.
const TITLES: [&str; 9] = [
    "name",
    "title",
    "control",
    "recommendation",
    "requirement",
    "feature",
    "description",
    "capability",
    "criterion",
];
pub(super) const ANSWERS: [&str; 16] = [
    "status",
    "answer",
    "result",
    "supported",
    "support",
    "implemented",
    "compliant",
    "compliance",
    "coverage",
    "state",
    "met",
    "outcome",
    "done",
    "completed",
    "satisfied",
    "fulfilled",
];
pub(super) const NOTES: [&str; 10] = [
    "notes",
    "note",
    "reason",
    "comment",
    "comments",
    "rationale",
    "justification",
    "remarks",
    "evidence",
    "details",
];
pub(super) const DOCUMENTATION: [&str; 5] =
    ["documentation", "docs", "reference", "references", "link"];

impl<'h> Roles<'h> {
    /// The roles that fit best. `document` has all columns: the first as the title, the others as properties. `answers`
    /// reads the document by a binding.
    pub(super) fn of(
        headings: &'h [&'h str],
        document: &Document<'_>,
        answers: impl Fn(Columns) -> Option<Answers>,
    ) -> Option<Roles<'h>> {
        let profiles: Vec<Profile> = (0..headings.len())
            .map(|at| {
                let cells = document
                    .controls()
                    .map(|(_, control)| match at.checked_sub(1) {
                        None => &*control.title.text,
                        Some(at) => control.properties.get(at).map_or("", |of| &*of.cell.text),
                    });
                Profile::of(cells)
            })
            .collect();
        // Fields with their values are about one control.
        if headings.len() == 2 && profiles[0].is_repeated() {
            return None;
        }
        let mut open: Vec<usize> = (0..headings.len()).collect();
        let mut take = |at: Option<usize>| {
            open.retain(|open| Some(*open) != at);
            at
        };
        let label =
            take((0..headings.len()).find(|at| profiles[*at].has_labels() && headings.len() > 1));
        let titles = || {
            let all = 0..headings.len();
            all.filter(|at| Some(*at) != label && profiles[*at].has_titles())
        };
        let title = titles()
            .find(|at| is_named(headings[*at], &TITLES))
            .or_else(|| titles().find(|at| !is_named(headings[*at], &NOTES)))
            .or_else(|| (0..headings.len()).find(|at| Some(*at) != label))?;
        take(Some(title));
        let mut roles = Roles {
            headings,
            title,
            label,
            answer: None,
            notes: None,
            documentation: None,
        };
        let scored = open.iter().filter_map(|at| {
            let columns = Roles {
                answer: Some(*at),
                ..roles
            }
            .alone();
            let answers = answers(columns)?;
            let is_named = is_named(headings[*at], &ANSWERS);
            let is_one = answers.known > 0 || (is_named && profiles[*at].has_few_words());
            is_one.then_some((answers.known * if is_named { 4 } else { 1 }, *at))
        });
        roles.answer = scored
            .max_by_key(|(score, at)| (*score, std::cmp::Reverse(*at)))
            .map(|(_, at)| at);
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
        Columns {
            also: others.map(|at| self.headings[at].to_owned()).collect(),
            ..self.alone()
        }
    }

    /// The columns that have a role.
    fn alone(&self) -> Columns {
        let column = |at: Option<usize>| at.map(|at| Column::named(self.headings[at]));
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
            ..Columns::new(Column::named(self.headings[self.title]))
        }
    }
}

/// Whether a heading has one of these words.
pub(super) fn is_named(heading: &str, words: &[&str]) -> bool {
    let heading = heading.to_lowercase();
    let mut found = heading.split(|c: char| !c.is_alphanumeric());
    found.any(|word| words.contains(&word))
}
