//! What an edit would remove although the document still has it.
//!
//! A row that the reader didn't read isn't one that the document has no more. So a title is looked for in the whole text,
//! in comments and prose as well, and what is found isn't removed: that's left to a person.

use std::collections::{HashMap, HashSet};

use aho_corasick::{AhoCorasick, MatchKind};
use controls_document::{Comparison, Document, IndexedDocument, folded};

use crate::{Row, Section, ast::plain_name};

/// Why the edit that a comparison asks for isn't made, if it removes what the document still has.
pub(super) fn found(
    comparison: &Comparison<'_>,
    rows: &[(&Section, &Row)],
    sections: &[Section],
    document: &Document<'_>,
    text: &str,
) -> Option<String> {
    // In OSCAL nothing is a control that isn't read as one, and guidance names other controls by their titles.
    if document.is_known_by_labels {
        return None;
    }
    let indexed = IndexedDocument::new(document);
    let unread = comparison.removed().find_map(|(old, _)| {
        let row = rows.get(old)?.1;
        let label = row.label().map_or("", |label| &label.value);
        let heading = indexed.unread_heading(label, &row.title.value)?;
        let remedy = heading
            .remedy()
            .map_or_else(String::new, |remedy| format!("; {remedy}"));
        Some(format!(
            "`{}` isn't removed, because its heading is at line {} and isn't read as a control any more: {}{remedy}",
            plain_name(&row.name),
            heading.place.line,
            heading.why
        ))
    });
    if unread.is_some() {
        return unread;
    }
    let lines = Lines::new(document, text);
    let removed = comparison.removed();
    let removed: Vec<&Row> = removed
        .filter_map(|(old, _)| Some(rows.get(old)?.1))
        .collect();
    let titles = removed.iter().map(|row| &*row.title.value);
    if let Some((at, line)) = lines.first(titles, &read_titles(document)) {
        let row = removed.get(at)?;
        return Some(format!(
            "`{}` isn't removed, because its title is still in the document, at line {line}: if the control has gone, remove its row by hand",
            plain_name(&row.name)
        ));
    }
    let gone = (0..sections.len()).filter(|section| comparison.new_section(*section).is_none());
    let headings = lines.headings(document);
    gone.filter_map(|section| sections.get(section))
        .find_map(|section| {
            let line = headings.get(&*section.title.value)?;
            Some(format!(
                "section `{}` isn't removed, because its heading is still in the document, at line {line}: if its controls have gone or moved, remove it by hand",
                plain_name(&section.name)
            ))
        })
}

/// The lines of a document in which titles and headings have been read, and what they are: that one of them has another
/// title within it says nothing about that.
fn read_titles<'d>(document: &'d Document<'_>) -> HashMap<u32, Vec<&'d str>> {
    let mut titles: HashMap<u32, Vec<&str>> = HashMap::new();
    let headings = document.headings.iter().map(|of| (of.place, &*of.title));
    let rows = document.controls();
    let rows = rows.map(|(_, control)| (control.title.place(), &*control.title.text));
    for (place, title) in headings.chain(rows) {
        titles.entry(place.line).or_default().push(title);
    }
    titles
}

/// What a document is about, as a text with its white space folded, in which a place leads to its line.
struct Lines {
    text: String,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl Lines {
    fn new(document: &Document<'_>, text: &str) -> Self {
        let mut lines = Lines {
            text: String::with_capacity(text.len()),
            starts: Vec::new(),
        };
        for (line, number) in text.lines().zip(1..) {
            lines.starts.push(lines.text.len());
            if document.is_about(number) {
                lines.text.push_str(&folded(&line.replace("\\|", "|")));
                lines.text.push(' ');
            }
        }
        lines
    }

    /// The first of some titles that is in the text, by its index, and its line. A title that is part of a longer one that
    /// has been read isn't there.
    fn first<'t>(
        &self,
        titles: impl Iterator<Item = &'t str>,
        read: &HashMap<u32, Vec<&str>>,
    ) -> Option<(usize, u32)> {
        let titles: Vec<_> = titles.map(folded).collect();
        let searcher = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(titles.iter().map(|title| title.as_bytes()))
            .ok()?;
        let mut found = searcher.find_overlapping_iter(&self.text);
        found.find_map(|found| {
            let (start, end) = (found.start(), found.end());
            let title = self.text.get(start..end)?;
            if title.is_empty() || !self.is_whole(start, end) {
                return None;
            }
            let line = self.line(start);
            let is_part = |read: &&str| read.len() > title.len() && read.contains(title);
            let is_read = read
                .get(&line)
                .is_some_and(|titles| titles.iter().any(is_part));
            (!is_read).then(|| (found.pattern().as_usize(), line))
        })
    }

    /// Whether a stretch neither begins nor ends within a word.
    fn is_whole(&self, start: usize, end: usize) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let within = |at: usize| {
            let (before, after) = self.text.split_at(at);
            is_letter(before.chars().next_back()) && is_letter(after.chars().next())
        };
        !within(start) && !within(end)
    }

    fn line(&self, at: usize) -> u32 {
        let line = self.starts.partition_point(|start| *start <= at);
        u32::try_from(line).unwrap_or(u32::MAX)
    }

    /// The headings that have no controls, and lines that could be one, with their lines.
    fn headings<'l>(&'l self, document: &'l Document<'_>) -> HashMap<&'l str, u32> {
        let with_controls: HashSet<&str> = document
            .sections
            .iter()
            .map(|section| &*section.title)
            .collect();
        let ends = self.starts.iter().skip(1).copied();
        let ends = ends.chain([self.text.len()]);
        let lines = self.starts.iter().zip(ends).zip(1..);
        let lines = lines.filter_map(|((start, end), line)| {
            let marks = ['#', '*', '_', '=', '-', ' ', '|', '>', '\u{feff}'];
            Some((self.text.get(*start..end)?.trim_matches(marks), line))
        });
        let headings = document.headings.iter();
        let headings = headings
            .map(|heading| (&*heading.title, heading.place.line))
            .filter(|(_, line)| document.is_about(*line));
        let mut all = HashMap::new();
        for (title, line) in headings.chain(lines) {
            if !title.is_empty() && !with_controls.contains(title) {
                all.entry(title).or_insert(line);
            }
        }
        all
    }
}
