//! What a document could be bound to: its header rows, ranked by what they hold.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::{
    Blank, Column, Columns, Words,
    cells::{Cells, is_delimiter, is_piped},
    front::front_matter,
    header::headings,
    lexicon::known,
    lines::{Line, lines},
    plain::plain,
    tables::{Block, Rule, blocks},
};

/// A header row of a document, and how it could be bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The columns, as they could be bound. A blank answer, where there is one, means that nobody has answered.
    pub columns: Columns,
    /// The headings, as plain text.
    pub headings: Vec<String>,
    /// How many tables have this header row.
    pub tables: usize,
    /// How many rows these have.
    pub rows: usize,
    /// The answers as they are written, with how often, the most frequent first.
    pub answers: Vec<(String, usize)>,
    /// How many rows have a blank answer, without those that head others.
    pub blanks: usize,
}

/// Returns what a document could be bound to, best first: its header rows that have a column of titles, each once.
///
/// ```
/// use controls_document::{Column, candidates};
///
/// let text = "# N\n\n|ID|Recommendation|Status|\n|--|--|--|\n|1.1|Use a firewall|Pass|\n|1.2|Use TLS|Fail|\n";
/// let best = &candidates(text)[0];
/// assert_eq!(best.columns.label, Some(Column::named("ID")));
/// assert_eq!(best.columns.title, Column::named("Recommendation"));
/// assert_eq!(best.columns.answer, Some(Column::named("Status")));
/// assert_eq!((best.rows, best.blanks), (2, 0));
/// ```
#[must_use]
pub fn candidates(text: &str) -> Vec<Candidate> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let front = front_matter(text);
    let first = front.lines.saturating_add(1);
    let (lines, _) = lines(front.rest, first);
    let index = |line: u32| usize::try_from(line.saturating_sub(first)).unwrap_or(usize::MAX);
    // By their headings, in the order in which they come.
    let mut all: BTreeMap<usize, Facts> = BTreeMap::new();
    let mut places: HashMap<Vec<String>, usize> = HashMap::new();
    for block in blocks(&lines, &Rule::None("")).all {
        let Block::Table(table) = block else { continue };
        if table.shown().is_none() {
            continue;
        }
        let header = index(table.header.line);
        let Some(of) = lines.get(header..=index(table.last)) else {
            continue;
        };
        let headings: Vec<String> = of
            .first()
            .map(headings)
            .into_iter()
            .flatten()
            .map(|of| of.text)
            .collect();
        let at = *places.entry(headings.clone()).or_insert(header);
        let facts = all.entry(at).or_insert_with(|| Facts::new(headings));
        facts.tables += 1;
        for row in of.iter().skip(1).filter(|line| is_row(line)) {
            facts.row(row);
        }
        facts.end();
    }
    let mut found: Vec<(usize, Candidate)> =
        all.into_values().filter_map(Facts::candidate).collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

fn is_row(line: &Line<'_>) -> bool {
    !line.code && is_piped(line) && !is_delimiter(&line.text)
}

/// What is below the headings of some tables.
struct Facts {
    headings: Vec<String>,
    tables: usize,
    rows: usize,
    columns: Vec<Fact>,
    /// For each row, which of its columns are blank.
    blanks: Vec<Columnwise>,
}

/// Something about the first 64 columns of a row, a bit each.
#[derive(Clone, Copy)]
struct Columnwise {
    blank: u64,
    bold: u64,
}

impl Columnwise {
    fn is_blank(self, at: usize) -> bool {
        at < 64 && self.blank & (1 << at) != 0
    }

    fn is_bold(self, at: usize) -> bool {
        at < 64 && self.bold & (1 << at) != 0
    }
}

/// What is below one heading.
#[derive(Default)]
struct Fact {
    /// Different texts, with how often; as many as answers may have.
    texts: HashMap<String, usize>,
    /// The different texts of the present table, and how many those of the others have.
    distinct: HashSet<String>,
    differing: usize,
    filled: usize,
    /// How many are words of the lexicon.
    known: usize,
    /// How many are a number or a code.
    codes: usize,
}

/// How many different texts a column of answers has at most that aren't in the lexicon.
const MOST_ANSWERS: usize = 12;

const NOTES: [&str; 8] = [
    "notes",
    "note",
    "reason",
    "comment",
    "comments",
    "remarks",
    "rationale",
    "explanation",
];
const DOCUMENTATION: [&str; 5] = [
    "documentation",
    "reference",
    "references",
    "links",
    "evidence",
];
const ANSWERS: [&str; 7] = [
    "status",
    "result",
    "supported",
    "answer",
    "compliant",
    "compliance",
    "coverage",
];

impl Facts {
    fn new(headings: Vec<String>) -> Self {
        Facts {
            columns: headings.iter().map(|_| Fact::default()).collect(),
            headings,
            tables: 0,
            rows: 0,
            blanks: Vec::new(),
        }
    }

    fn row(&mut self, line: &Line<'_>) {
        self.rows += 1;
        let mut of = Columnwise {
            blank: u64::MAX,
            bold: 0,
        };
        let cells = Cells::of(line).ranges;
        for (at, (fact, range)) in self.columns.iter_mut().zip(cells).enumerate() {
            let written = &line.text[range];
            let text = plain(written);
            if text.is_empty() {
                continue;
            }
            if at < 64 {
                of.blank &= !(1 << at);
                of.bold |= u64::from(written.starts_with("**")) << at;
            }
            fact.filled += 1;
            fact.known += usize::from(known(&text.to_lowercase()).is_some());
            fact.codes += usize::from(is_code(&text));
            if fact.texts.len() <= MOST_ANSWERS || fact.texts.contains_key(&*text) {
                *fact.texts.entry(text.to_string()).or_default() += 1;
            }
            fact.distinct.insert(text.into_owned());
        }
        self.blanks.push(of);
    }

    /// Ends a table: another one may have the same labels.
    fn end(&mut self) {
        for fact in &mut self.columns {
            fact.differing += fact.distinct.len();
            fact.distinct.clear();
        }
    }

    /// The column that fits best, of those that aren't taken.
    fn best(&self, taken: &[usize], fits: impl Fn(usize, &Fact) -> Option<usize>) -> Option<usize> {
        let free = self
            .columns
            .iter()
            .enumerate()
            .filter(|(at, _)| !taken.contains(at));
        let fitting = free.filter_map(|(at, fact)| Some((fits(at, fact)?, std::cmp::Reverse(at))));
        fitting.max().map(|(_, std::cmp::Reverse(at))| at)
    }

    fn is_headed(&self, at: usize, names: &[&str]) -> bool {
        names.contains(&&*self.headings[at].to_lowercase())
    }

    /// How well it can be bound, and how.
    fn candidate(self) -> Option<(usize, Candidate)> {
        let rows = self.rows;
        let answer = self.best(&[], |at, fact| {
            let named = self.is_headed(at, &ANSWERS);
            let few = fact.texts.len() <= MOST_ANSWERS && fact.texts.len() * 3 <= rows.max(6);
            let is_answer = fact.known * 3 >= fact.filled.max(1) || (named && few);
            is_answer.then_some(fact.known * 2 + if named { rows } else { 0 })
        });
        let mut taken: Vec<usize> = answer.into_iter().collect();
        let label = self.best(&taken, |_, fact| {
            let is_label = fact.filled > 0
                && fact.codes * 5 >= fact.filled * 4
                && fact.differing * 10 >= fact.filled * 8;
            is_label.then_some(fact.filled)
        });
        taken.extend(label);
        for names in [&NOTES[..], &DOCUMENTATION] {
            let is_named = |at: &usize| self.is_headed(*at, names);
            taken.extend((0..self.headings.len()).filter(is_named));
        }
        // The first column in which the rows differ, by words rather than by codes.
        let title = self
            .best(&taken, |_, fact| {
                (fact.differing * 10 >= rows.max(1) * 6)
                    .then_some(usize::from(fact.codes * 2 < fact.filled))
            })
            .or(label)?;
        let label = label.filter(|label| *label != title);
        let of_name = |names: &[&str]| {
            let at = (0..self.headings.len()).find(|at| self.is_headed(*at, names));
            at.filter(|at| Some(*at) != answer && *at != title && Some(*at) != label)
        };
        let column = |at: usize| {
            let heading = &self.headings[at];
            let is_clear = !heading.is_empty()
                && self
                    .headings
                    .iter()
                    .filter(|other| *other == heading)
                    .count()
                    == 1;
            if is_clear {
                Column::named(heading)
            } else {
                Column::At(at + 1)
            }
        };
        // A row that heads others has a label and a title, or a title in bold, and nothing else.
        let is_head = |of: Columnwise| {
            let is_named = of.is_bold(title) || label.is_some_and(|label| !of.is_blank(label));
            let mut others =
                (0..self.headings.len().min(64)).filter(|at| *at != title && Some(*at) != label);
            is_named && others.all(|at| of.is_blank(at))
        };
        let is_blank =
            |of: &&Columnwise| answer.is_some_and(|at| of.is_blank(at)) && !is_head(**of);
        let blanks = self.blanks.iter().filter(is_blank).count();
        let mut columns = Columns::new(column(title));
        columns.label = label.map(column);
        columns.answer = answer.map(column);
        columns.notes = of_name(&NOTES).map(column);
        columns.documentation = of_name(&DOCUMENTATION).map(column);
        columns.words = Words {
            blank: (blanks > 0).then_some(Blank::Unanswered),
            ..Words::default()
        };
        let answers = answer.map(|at| &self.columns[at].texts);
        let mut answers: Vec<(String, usize)> = answers
            .into_iter()
            .flatten()
            .map(|(text, count)| (text.clone(), *count))
            .collect();
        answers.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        let score = rows * (1 + 2 * usize::from(answer.is_some()) + usize::from(label.is_some()));
        let candidate = Candidate {
            columns,
            tables: self.tables,
            headings: self.headings.clone(),
            rows,
            answers,
            blanks,
        };
        Some((score, candidate))
    }
}

/// Whether a text is a number or a code, such as `1.2.1` or `AC-4(4)`.
fn is_code(text: &str) -> bool {
    text.len() <= 32
        && text.contains(|c: char| c.is_ascii_digit())
        && !text.contains(char::is_whitespace)
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '(' | ')' | '/'))
}
