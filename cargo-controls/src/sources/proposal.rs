//! How a document might be read in which no column is headed by a slash: by its header rows, and by what is below them, or by
//! what its headings have in common.

mod answers;
mod bound;
mod column;
mod guesses;
mod headings;
mod labelled;
mod roles;
#[cfg(test)]
mod tests;
mod words;

use std::{cmp::Reverse, collections::HashMap};

use controls_document::{
    Binding, Column, Columns, Document, ReadError, Table, Words, folded, plain_text, read,
    read_bound,
};

use answers::Answers;
use roles::{Roles, column, is_alone};

pub(crate) use bound::{Bound, WhyNot};
pub(crate) use headings::HeadingLevel;

/// What is known of a document that isn't read without a binding.
pub(crate) struct Proposal {
    /// Its header rows, first those that most likely head controls.
    pub(crate) headers: Vec<Header>,
    /// The levels of its headings, if there's something under them that can be bound; first those with most headings.
    pub(crate) levels: Vec<HeadingLevel>,
    /// How it may be read.
    pub(crate) best: Option<Bound>,
}

/// A header row, however many tables have it.
pub(crate) struct Header {
    /// The headings with ` | ` between them.
    pub(crate) headings: String,
    /// The line of the first one.
    pub(crate) line: u32,
    pub(crate) tables: usize,
    pub(crate) rows: usize,
}

/// Header rows that are tried. A page has a handful.
const MOST_HEADERS: usize = 12;
/// Columns that are tried as titles where not all rows have one.
const MOST_TITLES: usize = 8;
/// Columns that are looked at. No table that people read has as many.
const MOST_COLUMNS: usize = 64;

impl Proposal {
    /// How a document might be read; `None` if it's read without that, or if nothing in it can be bound.
    pub(crate) fn of(text: &str) -> Option<Proposal> {
        let Err(ReadError::NoControls(reason)) = read(text) else {
            return None;
        };
        let headers = headers(&reason.tables);
        let first = headers.iter().take(MOST_HEADERS);
        let written: Vec<Vec<String>> = first.map(|header| written(text, header)).collect();
        let tried = headers.into_iter().take(MOST_HEADERS).enumerate();
        let mut tried: Vec<(u32, Header, Option<Bound>)> = tried
            .map(|(at, header)| {
                let (score, bound) = bound(text, &header, &written, at).unzip();
                (score.unwrap_or(0), header, bound)
            })
            .collect();
        tried.sort_by_key(|(score, header, _)| Reverse((*score, header.rows)));
        let of_table = tried
            .first_mut()
            .and_then(|(score, _, bound)| Some((*score, bound.take()?)));
        let levels = headings::levels(text).into_iter();
        let levels = levels.filter_map(|level| Some((headings::bound(text, &level)?, level)));
        let (of_levels, levels): (Vec<(u32, Bound)>, Vec<HeadingLevel>) = levels.unzip();
        // Of several that are as likely, the first: tables before headings.
        let all: Vec<(u32, Bound)> = of_table.into_iter().chain(of_levels).collect();
        let all = all.into_iter().rev();
        let best = all.max_by_key(|(score, _)| *score).map(|(_, bound)| bound);
        let headers: Vec<Header> = tried.into_iter().map(|(_, header, _)| header).collect();
        let is_empty = headers.is_empty() && levels.is_empty();
        (!is_empty).then_some(Proposal {
            headers,
            levels,
            best,
        })
    }
}

/// The header rows that there are, those with most rows first.
fn headers(tables: &[Table]) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for table in tables.iter().filter(|table| !table.headings.is_empty()) {
        let at = *known.entry(&table.headings).or_insert(headers.len());
        if at == headers.len() {
            headers.push(Header {
                headings: table.headings.clone(),
                line: table.header.line,
                tables: 0,
                rows: 0,
            });
        }
        headers[at].tables += 1;
        headers[at].rows += table.rows;
    }
    headers.sort_by_key(|header| Reverse(header.rows));
    headers
}

/// The headings of a header row, also those that are empty. Where the line itself isn't like what is shown of it, because it's in
/// a quotation for example, it's what is shown.
fn written(text: &str, header: &Header) -> Vec<String> {
    let cells = cells(text, header).map(|cell| folded(&plain_text(cell)).into_owned());
    let cells: Vec<String> = cells.collect();
    let named = cells.iter().filter(|cell| !cell.is_empty());
    let named: Vec<&str> = named.map(String::as_str).collect();
    let shown = header.headings.trim_end_matches('…');
    let headings = if named.join(" | ").starts_with(shown) {
        cells
    } else {
        shown.split(" | ").map(str::to_owned).collect()
    };
    headings.into_iter().take(MOST_COLUMNS).collect()
}

/// The cells of a header row as they're written.
fn cells<'t>(text: &'t str, header: &Header) -> impl Iterator<Item = &'t str> {
    let line = usize::try_from(header.line).ok();
    let line = line.and_then(|line| text.lines().nth(line.checked_sub(1)?));
    let line = line.unwrap_or_default().trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    line.strip_suffix('|').unwrap_or(line).split('|')
}

/// A document with all columns under these headings: one as the title, the others that are alone of their name as properties.
fn whole<'t>(text: &'t str, headings: &[&str], title: usize) -> Option<Document<'t>> {
    let others = (0..headings.len()).filter(|at| *at != title && is_alone(headings, *at));
    let everything = Columns {
        also: others.map(|at| headings[at].to_owned()).collect(),
        ..Columns::new(column(headings, title))
    };
    read_bound(text, &Binding::Columns(everything)).ok()
}

/// What may be bound below a header row, which is one of several, and how likely it is to be what somebody wants.
fn bound(text: &str, header: &Header, all: &[Vec<String>], at: usize) -> Option<(u32, Bound)> {
    let headings: Vec<&str> = all[at].iter().map(|heading| &**heading).collect();
    let mut titles = 0;
    let mut all_of_it = whole(text, &headings, titles)?;
    // A row without a title goes on with the one above: where some have none, another column has more of them.
    if all_of_it.count() < header.rows {
        for at in 1..headings.len().min(MOST_TITLES) {
            if let Some(other) = whole(text, &headings, at)
                && other.count() > all_of_it.count()
            {
                (titles, all_of_it) = (at, other);
            }
        }
    }
    let roles = Roles::of(&headings, titles, &all_of_it, |columns| {
        let document = read_bound(text, &Binding::Columns(columns)).ok()?;
        Some(Answers::of(&document))
    })?;
    let mut columns = roles.columns();
    let others = alike(all, at, &roles);
    let mut headers = 1;
    if let Column::Named(spellings) = &mut columns.title {
        headers += others.len();
        spellings.extend(others);
    }
    let document = read_bound(text, &Binding::Columns(columns.clone())).ok()?;
    let answers = Answers::of(&document);
    columns.words = Words {
        blank: columns.words.blank.filter(|_| answers.blanks > 0),
        ..answers.guesses
    };
    // What is guessed counts as what it means.
    let document = read_bound(text, &Binding::Columns(columns.clone())).ok()?;
    // Rows that are answered in words that are known say most clearly that these are controls.
    let known = u32::try_from(answers.known).unwrap_or(u32::MAX);
    let are_controls = columns.label.is_some() || roles.has_named_titles();
    let rows = u32::try_from(document.count()).unwrap_or(u32::MAX);
    let score = known
        .saturating_mul(4)
        .saturating_add(rows.saturating_mul(1 + u32::from(are_controls)));
    // Tables of one row each are about what is above them, unless the rows have labels or titles of their own.
    let is_alone = header.tables > 1 && header.rows <= header.tables && !are_controls;
    let score = if is_alone { 0 } else { score };
    Some((
        score,
        Bound {
            answer: roles.answer().map(str::to_owned),
            answers: Answers::of(&document).words,
            blanks: answers.blanks,
            binding: Binding::Columns(columns),
            not_answers: roles.not_answers,
            controls: document.count(),
            is_weight: false,
            titles: None,
            headers,
        },
    ))
}

/// How other header rows call the titles, where all of their other columns are the same, and that's more than a chance.
fn alike(all: &[Vec<String>], at: usize, roles: &Roles<'_>) -> Vec<String> {
    let title = roles.title();
    let of = &all[at];
    let is_chance = of.len() < 3 && roles.answer().is_none();
    let mut spellings = Vec::new();
    for other in all.iter().filter(|other| other.len() == of.len()) {
        let mut columns = other.iter().zip(of).enumerate();
        let is_same = columns.all(|(column, (one, other))| (column == title) != (one == other));
        let is_alone = |heading: &&String| !heading.is_empty() && !spellings.contains(*heading);
        if is_same && !is_chance {
            spellings.extend(other.get(title).filter(is_alone).cloned());
        }
    }
    spellings
}
