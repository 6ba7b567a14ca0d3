//! Which controls somebody means.

use std::{borrow::Cow, collections::HashSet};

use controls_document::{folded, plain_text};
use controls_dsl::plain_name as plain;

use super::entry::{Entry, entries};
use crate::{nearest::nearest, sources::SourceCatalog};

/// How many ids are listed where none is near.
const MOST_IDS: usize = 20;

/// What is asked for, in lower case, and so are the texts that it's compared with.
struct Query {
    text: String,
    words: Vec<String>,
}

/// The ways in which a control can be named, the most definite first.
const WAYS: [fn(&Entry<'_>, &Query) -> bool; 8] = [
    |entry, query| is(entry.row.id(), query),
    |entry, query| {
        let variant = plain(&entry.row.name);
        is(&variant, query) || is(&format!("{}::{variant}", entry.catalog.name), query)
    },
    |entry, query| {
        entry
            .row
            .label()
            .is_some_and(|label| is(&label.value, query))
    },
    |entry, query| is(&entry.row.title.value, query),
    |entry, query| entry.row.formerly().any(|text| is(&text.value, query)),
    |entry, query| entry.row.alias().any(|text| is(&text.value, query)),
    |entry, query| {
        let texts = texts(entry);
        let words: Vec<&str> = words(&texts).collect();
        !query.words.is_empty() && query.words.iter().all(|word| words.contains(&&**word))
    },
    // Beginnings of words, and languages that have no spaces between theirs.
    |entry, query| {
        let texts = texts(entry);
        let begins = |wanted: &str| words(&texts).any(|word| word.starts_with(wanted));
        let occurs = |word: &String| begins(word) || (!word.is_ascii() && texts.contains(&**word));
        !query.words.is_empty() && query.words.iter().all(occurs)
    },
];

/// The controls that are named in the most definite way in which any is, in the order of their catalogs.
pub(super) fn search<'c>(wanted: &str, catalogs: &'c [SourceCatalog]) -> Vec<Entry<'c>> {
    let text = lower(wanted);
    let query = Query {
        words: words(&text).map(str::to_owned).collect(),
        text,
    };
    let in_way = |way: &fn(&Entry<'_>, &Query) -> bool| -> Vec<Entry<'c>> {
        entries(catalogs)
            .filter(|entry| way(entry, &query))
            .collect()
    };
    WAYS.iter()
        .map(in_way)
        .find(|entries| !entries.is_empty())
        .unwrap_or_default()
}

/// Says that there is no such control, and which one may have been meant.
pub(super) fn unknown(wanted: &str, catalogs: &[SourceCatalog]) -> String {
    let entries: Vec<Entry<'_>> = entries(catalogs).collect();
    let near = near(wanted, &entries);
    let help = if let Some(id) = near {
        format!("did you mean `{id}`?")
    } else {
        let mut seen = HashSet::new();
        let mut ids = entries
            .iter()
            .map(|entry| entry.row.id())
            .filter(|id| seen.insert(*id));
        let shown: Vec<_> = ids
            .by_ref()
            .take(MOST_IDS)
            .map(|id| format!("`{id}`"))
            .collect();
        let more = if ids.next().is_some() { ", …" } else { "" };
        format!("the ids are {}{more}", shown.join(", "))
    };
    let mut names: Vec<_> = catalogs
        .iter()
        .map(|catalog| format!("`{}`", catalog.name))
        .collect();
    names.dedup();
    format!(
        "no control of {} goes by `{}`\n  = help: {help}",
        names.join(", "),
        folded(wanted)
    )
}

/// The id of the control whose id, title, alias, earlier id or title, or variant is nearest to a text; failing that, one
/// that has a word near to it in its title.
fn near<'e>(wanted: &str, entries: &[Entry<'e>]) -> Option<&'e str> {
    let wanted = lower(wanted);
    // What is longer than any name is no misspelt one, and comparing it would take long.
    if wanted.chars().count() > 200 {
        return None;
    }
    let hyphenated: String = wanted
        .chars()
        .map(|c| if matches!(c, ' ' | '_') { '-' } else { c })
        .collect();
    let ids = entries.iter().map(|entry| (lower(entry.row.id()), entry));
    let named = entries.iter().flat_map(|entry| {
        let texts = [&entry.row.title]
            .into_iter()
            .chain(entry.row.alias())
            .chain(entry.row.formerly());
        let texts = texts.map(|text| lower(&text.value));
        texts
            .chain([plain(&entry.row.name).to_lowercase()])
            .map(move |name| (name, entry))
    });
    // One word of a title, misspelt. Short ones are near to nearly everything.
    let worded = entries.iter().flat_map(|entry| {
        let title = lower(&entry.row.title.value);
        let words = words(&title).filter(|word| word.chars().count() >= 5);
        let words: Vec<String> = words.map(str::to_owned).collect();
        words.into_iter().map(move |word| (word, entry))
    });
    nearest(&hyphenated, ids)
        .or_else(|| nearest(&wanted, named))
        .or_else(|| nearest(&wanted, worded))
        .map(|entry| entry.row.id())
}

fn is(text: &str, query: &Query) -> bool {
    !query.text.is_empty() && lower(text) == query.text
}

fn lower(text: &str) -> String {
    folded(text).to_lowercase()
}

/// Title, aliases and notes of a control, without the addresses of links.
fn texts(entry: &Entry<'_>) -> String {
    let row = entry.row;
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
