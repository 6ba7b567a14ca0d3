//! What lines begin with, as do rows of two cells, and tables of one row have as headings: names of what is said of a control.

use controls_document::{folded, plain_text};

/// A name is short.
const MOST_WORDS: usize = 10;
/// In characters as well.
const MOST_LETTERS: usize = 80;

/// The names in a document, each with its line, which begins from 1. Whether the reader takes them for names, it's asked.
pub(super) fn names(text: &str) -> Vec<(u32, String)> {
    let mut names = Vec::new();
    let mut fence: Option<&str> = None;
    let lines: Vec<&str> = text.lines().collect();
    for (at, (number, line)) in (1..).zip(&lines).enumerate() {
        let trimmed = line.trim_start();
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| trimmed.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, None) => {
                let below = lines.get(at + 1).copied().unwrap_or_default();
                let above = at.checked_sub(1).map_or("", |above| lines[above]);
                let found = if is_delimiter(below) {
                    cells(line)
                } else if let Some(field) = field(line).filter(|_| above.contains('|')) {
                    name(field).into_iter().collect()
                } else if let Some(comment) = comment(line) {
                    comment
                } else {
                    label(trimmed).into_iter().collect()
                };
                names.extend(found.into_iter().map(|name| (number, name)));
            }
            _ => {}
        }
    }
    names
}

fn is_delimiter(line: &str) -> bool {
    line.contains("--") && line.contains('|') && line.chars().all(|c| " \t|:-".contains(c))
}

/// The first of two cells of a row.
fn field(line: &str) -> Option<&str> {
    let line = line.trim();
    let row = line.strip_prefix('|').unwrap_or(line);
    let (first, rest) = row.split_once('|')?;
    let is_last = !rest.strip_suffix('|').unwrap_or(rest).contains('|');
    (is_last && !is_delimiter(line)).then_some(first)
}

/// The headings in a header row.
fn cells(line: &str) -> Vec<String> {
    line.split('|').filter_map(name).collect()
}

/// The names in a comment such as `<!-- Policy: A1; Criticality: SHALL -->`.
fn comment(line: &str) -> Option<Vec<String>> {
    let (_, rest) = line.split_once("<!--")?;
    let (inner, _) = rest.split_once("-->")?;
    let parts = inner.split(';').filter_map(|part| part.split_once(':'));
    Some(parts.filter_map(|(before, _)| name(before)).collect())
}

/// The name that a line begins with: `**Result:** PASS`, `- _Rationale:_ …`.
fn label(line: &str) -> Option<String> {
    let item = line.strip_prefix(['-', '*', '+']);
    let mut line = item
        .filter(|rest| rest.starts_with(' '))
        .unwrap_or(line)
        .trim_start();
    while let Some(rest) = line.strip_prefix('<') {
        line = &rest[rest.find('>')? + 1..];
    }
    let (before, after) = line.split_once([':', '：'])?;
    let before = before.trim_matches(['*', '_', '`']);
    let is_text = after.starts_with("//") || before.contains(['[', '|', '.', '#', ',', '`']);
    name(before).filter(|_| !is_text)
}

fn name(text: &str) -> Option<String> {
    let name = folded(&plain_text(text)).into_owned();
    let is_short = name.split(' ').count() <= MOST_WORDS && name.len() <= MOST_LETTERS;
    (is_short && name.starts_with(char::is_alphabetic)).then_some(name)
}
