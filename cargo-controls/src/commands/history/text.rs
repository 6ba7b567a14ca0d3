//! The history of a document for people: the editions, a table, and below it what happened in each edition.

mod changes;
mod table;

use super::{
    editions::{EditionLabel, number},
    model::History,
};
use crate::show::{
    text::{STRONG, counted, plain, text},
    wrap::wrapped,
};

/// The editions with their numbers, the table, and each change in words, on lines of so many columns.
pub(super) fn history(history: &History<'_>, width: Option<usize>) -> String {
    let (controls, editions) = (history.tracks.len(), history.editions.len());
    let count = format!(
        "{} in {}",
        counted(controls, "control"),
        counted(editions, "edition")
    );
    let mut lines = wrapped(&count, width, 2);
    lines.push(String::new());
    let numbers = number(editions.saturating_sub(1)).len();
    let names = history.editions.iter().map(|label| plain(&label.name));
    let names: Vec<String> = names.collect();
    for (at, (label, name)) in history.editions.iter().zip(&names).enumerate() {
        let line = format!("  {:>numbers$}  {}", number(at), named(label, name));
        lines.extend(wrapped(&line, width, numbers + 4));
    }
    lines.extend(table::table(history, width));
    for (at, name) in names.iter().enumerate().skip(1) {
        let happened: Vec<String> = changes::in_words(history, at).collect();
        if !happened.is_empty() {
            let heading = format!("{STRONG}{}  {name}{STRONG:#}", number(at));
            lines.push(String::new());
            lines.extend(wrapped(&heading, width, 2));
            lines.extend(
                happened
                    .iter()
                    .flat_map(|line| wrapped(line, width, changes::INDENT)),
            );
        }
    }
    text(&lines)
}

fn named(label: &EditionLabel, name: &str) -> String {
    let also = label.also.as_deref().map(plain);
    also.map_or_else(|| name.to_owned(), |date| format!("{name} ({date})"))
}
