//! Which controls somebody means.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use controls_document::{folded, plain_text};
use controls_dsl::{Row, plain_name as plain};

use crate::nearest::nearest;

/// How many ids are listed where none is near.
const MOST_IDS: usize = 20;

/// A control that may be meant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate<'c> {
    /// The name of its catalog.
    pub(crate) catalog: &'c str,
    /// Its row.
    pub(crate) row: &'c Row,
}

/// What is asked for, in lower case, and so are the texts that it's compared with.
struct Query {
    text: String,
    words: Vec<String>,
}

impl Query {
    fn of(wanted: &str) -> Query {
        let text = lower(wanted);
        Query {
            words: words(&text).map(str::to_owned).collect(),
            text,
        }
    }
}

/// The ways in which a control can be named, the most definite first.
const WAYS: [fn(&Candidate<'_>, &Query) -> bool; 8] = [
    |candidate, query| is(candidate.row.id(), query),
    |candidate, query| {
        let variant = plain(&candidate.row.name);
        is(&variant, query) || is(&format!("{}::{variant}", candidate.catalog), query)
    },
    |candidate, query| {
        candidate
            .row
            .label()
            .is_some_and(|label| is(&label.value, query))
    },
    |candidate, query| is(&candidate.row.title.value, query),
    |candidate, query| candidate.row.formerly().any(|text| is(&text.value, query)),
    |candidate, query| candidate.row.alias().any(|text| is(&text.value, query)),
    |candidate, query| {
        let texts = texts(candidate);
        let words: Vec<&str> = words(&texts).collect();
        !query.words.is_empty() && query.words.iter().all(|word| words.contains(&&**word))
    },
    // Beginnings of words, and languages that have no spaces between theirs.
    |candidate, query| {
        let texts = texts(candidate);
        let begins = |wanted: &str| words(&texts).any(|word| word.starts_with(wanted));
        let occurs = |word: &String| begins(word) || (!word.is_ascii() && texts.contains(&**word));
        !query.words.is_empty() && query.words.iter().all(occurs)
    },
];

/// Which of the controls are named in the most definite way in which any is.
pub(crate) fn search(wanted: &str, among: &[Candidate<'_>]) -> Vec<usize> {
    let query = Query::of(wanted);
    let in_way = |way: &fn(&Candidate<'_>, &Query) -> bool| -> Vec<usize> {
        let named = among.iter().enumerate();
        named
            .filter(|(_, candidate)| way(candidate, &query))
            .map(|(at, _)| at)
            .collect()
    };
    WAYS.iter()
        .map(in_way)
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Which of the controls are named in the most definite way in which any of their catalog is. Beginnings of words count only where
/// nothing in any catalog is named otherwise.
pub(crate) fn search_each(wanted: &str, among: &[Candidate<'_>]) -> Vec<usize> {
    let query = Query::of(wanted);
    let way = |candidate: &Candidate<'_>| WAYS.iter().position(|way| way(candidate, &query));
    let ways: Vec<Option<usize>> = among.iter().map(way).collect();
    let mut best: HashMap<&str, usize> = HashMap::new();
    for (candidate, way) in among.iter().zip(&ways) {
        if let Some(way) = way {
            let best = best.entry(candidate.catalog).or_insert(*way);
            *best = (*best).min(*way);
        }
    }
    let beginnings = WAYS.len() - 1;
    let is_last = best.values().all(|way| *way == beginnings);
    let is_meant = |candidate: &Candidate<'_>, way: Option<usize>| {
        way.is_some_and(|way| {
            best.get(candidate.catalog) == Some(&way) && (is_last || way < beginnings)
        })
    };
    let ways = among.iter().zip(ways).enumerate();
    ways.filter(|(_, (candidate, way))| is_meant(candidate, *way))
        .map(|(at, _)| at)
        .collect()
}

/// Says that none of the catalogs has such a control, and which one may have been meant.
pub(crate) fn unknown<'c>(
    wanted: &str,
    catalogs: impl Iterator<Item = &'c str>,
    among: &[Candidate<'c>],
) -> String {
    let near = near(wanted, among);
    let help = if let Some(id) = near {
        format!("did you mean `{id}`?")
    } else {
        let mut seen = HashSet::new();
        let mut ids = among
            .iter()
            .map(|candidate| candidate.row.id())
            .filter(|id| seen.insert(*id));
        let shown: Vec<_> = ids
            .by_ref()
            .take(MOST_IDS)
            .map(|id| format!("`{id}`"))
            .collect();
        let more = if ids.next().is_some() { ", …" } else { "" };
        format!("the ids are {}{more}", shown.join(", "))
    };
    let mut names: Vec<_> = catalogs.map(|name| format!("`{name}`")).collect();
    names.dedup();
    format!(
        "no control of {} goes by `{}`\n  = help: {help}",
        names.join(", "),
        folded(wanted)
    )
}

/// The id of the control whose id, title, alias, earlier id or title, or variant is nearest to a text; failing that, one
/// that has a word near to it in its title.
fn near<'e>(wanted: &str, among: &[Candidate<'e>]) -> Option<&'e str> {
    let wanted = lower(wanted);
    // What is longer than any name is no misspelt one, and comparing it would take long.
    if wanted.chars().count() > 200 {
        return None;
    }
    let hyphenated: String = wanted
        .chars()
        .map(|c| if matches!(c, ' ' | '_') { '-' } else { c })
        .collect();
    let ids = among
        .iter()
        .map(|candidate| (lower(candidate.row.id()), candidate));
    let named = among.iter().flat_map(|candidate| {
        let texts = [&candidate.row.title]
            .into_iter()
            .chain(candidate.row.alias())
            .chain(candidate.row.formerly());
        let texts = texts.map(|text| lower(&text.value));
        texts
            .chain([plain(&candidate.row.name).to_lowercase()])
            .map(move |name| (name, candidate))
    });
    // One word of a title, misspelt. Short ones are near to nearly everything.
    let worded = among.iter().flat_map(|candidate| {
        let title = lower(&candidate.row.title.value);
        let words = words(&title).filter(|word| word.chars().count() >= 5);
        let words: Vec<String> = words.map(str::to_owned).collect();
        words.into_iter().map(move |word| (word, candidate))
    });
    nearest(&hyphenated, ids)
        .or_else(|| nearest(&wanted, named))
        .or_else(|| nearest(&wanted, worded))
        .map(|candidate| candidate.row.id())
}

fn is(text: &str, query: &Query) -> bool {
    !query.text.is_empty() && lower(text) == query.text
}

fn lower(text: &str) -> String {
    folded(text).to_lowercase()
}

/// Title, aliases and notes of a control, without the addresses of links.
fn texts(candidate: &Candidate<'_>) -> String {
    let row = candidate.row;
    let texts = [&row.title]
        .into_iter()
        .chain(row.alias())
        .chain(row.notes());
    let texts: Vec<Cow<'_, str>> = texts.map(|text| plain_text(&text.value)).collect();
    lower(&texts.join("\n"))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
