//! The differences between two documents, for people.

use std::fmt::Write;

use annotate_snippets::{
    AnnotationKind, Element, Level as Severity, Origin, Padding, Renderer, Snippet,
    normalize_untrusted_str,
};
use anstyle::{AnsiColor, Style};
use controls_document::Place;

use super::{difference::Difference, model::Diff, reasons};
use crate::{
    level::Level,
    show::{
        text::{Detail, STRONG, counted, remark_counts, remarks, text},
        words::Piece,
    },
    sources::Edition,
};

/// Of a place only so much is pointed at: the renderer shows all of it, however long the line gets.
const POINTED_AT: u32 = 80;

/// How many characters before a place and after it are given to the renderer, which shows as many as fit.
const REACH: u32 = 300;
/// Of words that stay, so many are shown on each side of a change, …
const AROUND: usize = 60;
/// … unless there are hardly more of them.
const KEPT: usize = 2 * AROUND + 20;

const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();

/// What is compared and how much differs, then each difference with both places, then the release that is asked for.
pub(super) fn diff(diff: &Diff, detail: Detail) -> String {
    let Diff { old, new, .. } = diff;
    let differences: Vec<&Difference> = diff.to_tell().collect();
    let name = |edition: &Edition, date: &Option<String>| {
        let path = &edition.source.path;
        date.as_ref().map_or_else(
            || path.clone(),
            |date| format!("{path} ({})", normalize_untrusted_str(date)),
        )
    };
    let (from, to) = (name(old, &diff.old_date), name(new, &diff.new_date));
    let count = if differences.is_empty() {
        "no difference".to_owned()
    } else {
        counted(differences.len(), "difference")
    };
    let mut lines = vec![format!("{STRONG}{from} -> {to}{STRONG:#}: {count}")];
    lines.extend(remarked(diff, detail));
    lines.push(String::new());
    for difference in differences {
        lines.push(rendered(difference, old, new));
        lines.push(String::new());
    }
    if diff.is_translation {
        lines.pop();
    } else {
        let level = diff.level().map_or("none", Level::name);
        lines.push(format!(
            "release: {STRONG}{level}{STRONG:#} ({})",
            reasons::because(diff)
        ));
    }
    text(&lines)
}

/// The remarks about both documents, or how many there are.
fn remarked(diff: &Diff, detail: Detail) -> Vec<String> {
    let both = [
        (&*diff.old.source.path, &*diff.old_remarks),
        (&*diff.new.source.path, &*diff.new_remarks),
    ];
    match detail {
        Detail::None => Vec::new(),
        Detail::Counts => remark_counts("diff", &both).into_iter().collect(),
        Detail::All => both
            .iter()
            .flat_map(|(path, of)| remarks(path, of))
            .collect(),
    }
}

fn rendered(difference: &Difference, old: &Edition, new: &Edition) -> String {
    let severity = match difference.level {
        Some(Level::Major) => Severity::ERROR.with_name("major"),
        Some(Level::Minor) => Severity::WARNING.with_name("minor"),
        Some(Level::Patch) => Severity::NOTE.with_name("patch"),
        None => Severity::ERROR,
    };
    let title = severity.primary_title(&*difference.message);
    let near = difference
        .near
        .as_ref()
        .map(|near| (near.place, &*near.label));
    let new_place = difference
        .new_place
        .map(|place| (place, &*difference.new_label));
    let mut width = 1;
    // The first snippet is the primary one: the later document, or what only the earlier one has.
    let snippets = match (
        new_place,
        difference
            .old_place
            .map(|place| (place, &*difference.old_label)),
    ) {
        (Some(is), was) => [Some((new, is)), was.map(|was| (old, was))],
        (None, was) => [was.map(|was| (old, was)), near.map(|near| (new, near))],
    };
    let mut kind = AnnotationKind::Primary;
    let mut shown = Vec::new();
    for (document, (place, label)) in snippets.into_iter().flatten() {
        width = width.max(place.line.to_string().len());
        shown.extend(at_place(document, place, label, kind));
        kind = AnnotationKind::Context;
    }
    let mut out = Renderer::styled().render(&[title.elements(shown)]);
    let gutter = " ".repeat(width);
    if !difference.pieces.is_empty() {
        // What a `String` can't take is nothing.
        let _ = write!(
            out,
            "\n{gutter} = {STRONG}words{STRONG:#}: {}",
            marked(&difference.pieces)
        );
    }
    if let Some(help) = &difference.help {
        let _ = write!(
            out,
            "\n{gutter} = {STRONG}help{STRONG:#}: {}",
            normalize_untrusted_str(help)
        );
    }
    out
}

/// A place in a document, with its line or what is around it there.
fn at_place<'a>(
    document: &'a Edition,
    place: Place,
    label: &'a str,
    kind: AnnotationKind,
) -> Vec<Element<'a>> {
    let (text, range) = document.around(place, POINTED_AT, REACH);
    let annotation = kind.span(range);
    let annotation = if label.is_empty() {
        annotation
    } else {
        annotation.label(normalize_untrusted_str(label))
    };
    let [line, column] =
        [place.line, place.column].map(|number| usize::try_from(number).unwrap_or(usize::MAX));
    let snippet = Snippet::source(text)
        .line_start(line)
        .annotation(annotation);
    let path = &*document.source.path;
    if place.column <= REACH {
        return vec![snippet.path(path).into()];
    }
    // The renderer would count the columns from where the line is cut.
    let origin = Origin::path(path).line(line).char_column(column);
    let apart = (kind == AnnotationKind::Context).then_some(Padding.into());
    let place = [origin.into(), snippet.into()];
    apart.into_iter().chain(place).collect()
}

/// A text with the words that changed marked as `git diff --word-diff` does, and coloured.
fn marked(pieces: &[Piece]) -> String {
    let last = pieces.len() - 1;
    let piece = |(at, piece): (usize, &Piece)| match piece {
        Piece::Same(text) => shortened(&normalize_untrusted_str(text), at == 0, at == last),
        Piece::Old(text) => format!("{OLD}[-{}-]{OLD:#}", normalize_untrusted_str(text)),
        Piece::New(text) => format!("{NEW}{{+{}+}}{NEW:#}", normalize_untrusted_str(text)),
    };
    pieces.iter().enumerate().map(piece).collect()
}

/// The text without its middle, or at the ends of the whole without what is far from a change.
fn shortened(text: &str, is_first: bool, is_last: bool) -> String {
    let count = text.chars().count();
    if count <= KEPT || (is_first && is_last) {
        return text.to_owned();
    }
    let start: String = text
        .chars()
        .take(if is_first { 0 } else { AROUND })
        .collect();
    let end: String = text
        .chars()
        .skip(if is_last { count } else { count - AROUND })
        .collect();
    format!("{start}…{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_far_from_a_change_are_left_out() {
        let long = "é".repeat(KEPT + 1);
        let around = "é".repeat(AROUND);
        assert_eq!(shortened(&long, true, false), format!("…{around}"));
        assert_eq!(shortened(&long, false, true), format!("{around}…"));
        assert_eq!(shortened(&long, false, false), format!("{around}…{around}"));
        assert_eq!(shortened("short", false, false), "short");
    }
}
