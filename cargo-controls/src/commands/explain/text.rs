//! Controls for people.

use annotate_snippets::normalize_untrusted_str;
use controls_document::{excerpt, folded};
use unicode_width::UnicodeWidthStr;

use super::{
    position::Position,
    record::{Link, Record},
};
use crate::show::{
    message::rendered,
    text::{STRONG, counted, text},
};

/// How wide the names of fields are, with the space after them.
const LABEL: usize = 15;

/// One control, with everything about it.
pub(super) fn one(record: &Record<'_>) -> String {
    let mut lines = vec![
        format!("{STRONG}{}{STRONG:#}", path(record)),
        shown(record.title),
        String::new(),
    ];
    let Position { file, line, column } = &record.definition;
    let fields = [
        ("id", record.id.to_owned()),
        ("label", shown(record.label)),
        ("section", shown(record.section)),
        (
            "answer",
            record
                .answer
                .map(|answer| shown(&answer.to_string()))
                .unwrap_or_default(),
        ),
        ("notes", shown(record.notes)),
        ("documentation", shown(record.documentation)),
        ("properties", properties(record)),
        (
            "links",
            below_each_other(&record.links.iter().map(link).collect::<Vec<_>>()),
        ),
        ("formerly", list(&record.formerly)),
        ("alias", list(&record.alias)),
        ("fingerprint", record.fingerprint.clone()),
        ("defined", format!("{}:{line}:{column}", file.shown)),
        ("document", state(record)),
    ];
    lines.extend(
        fields
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("  {name:<LABEL$}{value}")),
    );
    lines.extend(place(record));
    if let Some(held) = &record.catalog.held {
        for drift in &record.drifts {
            let message = record.catalog.message(drift, held);
            lines.extend([String::new(), rendered(&message)]);
        }
    }
    lines.extend([String::new(), counted(record.uses.len(), "use")]);
    for used in record.uses {
        let Position { file, line, column } = &used.position;
        lines.extend([
            format!("  {}:{line}:{column}", file.shown),
            format!("    {}", shown(&used.source)),
        ]);
    }
    text(&lines)
}

fn properties(record: &Record<'_>) -> String {
    let properties = record.properties.iter();
    let properties = properties.map(|(name, text)| format!("{}: {}", shown(name), shown(text)));
    below_each_other(&properties.collect::<Vec<_>>())
}

/// Values of one field, each on a line.
fn below_each_other(values: &[String]) -> String {
    values.join(&format!("\n{:1$}", "", LABEL + 2))
}

/// Several controls, each on a line.
pub(super) fn several(wanted: &str, records: &[Record<'_>]) -> String {
    let mut lines = vec![
        format!(
            "{} for `{}`",
            counted(records.len(), "control"),
            shown(wanted)
        ),
        String::new(),
    ];
    let paths: Vec<String> = records.iter().map(path).collect();
    let width = paths.iter().map(|path| path.width()).max().unwrap_or(0);
    let ids = records
        .iter()
        .map(|record| record.id.width())
        .max()
        .unwrap_or(0);
    for (record, path) in records.iter().zip(&paths) {
        let (id, title) = (record.id, shown(record.title));
        let [after_path, after_id] =
            [width - path.width(), ids - id.width()].map(|missing| " ".repeat(missing + 2));
        lines.push(format!(
            "  {STRONG}{path}{STRONG:#}{after_path}{id}{after_id}{title}"
        ));
    }
    text(&lines)
}

/// The variant with its catalog, as in code.
fn path(record: &Record<'_>) -> String {
    format!("{}::{}", record.catalog.name, record.variant)
}

fn link(link: &Link<'_>) -> String {
    let target = link.url.as_deref().unwrap_or(link.target);
    if link.text == target {
        shown(target)
    } else {
        format!("{}: {}", shown(link.text), shown(target))
    }
}

fn list(texts: &[&str]) -> String {
    texts
        .iter()
        .map(|text| shown(text))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The line of the document, unless a difference shows it.
fn place(record: &Record<'_>) -> Option<String> {
    let (source, place) = record.document.as_ref()?;
    if record
        .drifts
        .iter()
        .any(|drift| drift.place.line == place.line)
    {
        return None;
    }
    let lines = excerpt(&source.path, &source.text, *place, "");
    let lines: Vec<String> = lines.lines().map(normalize_untrusted_str).collect();
    Some(format!("\n{}", lines.join("\n")))
}

/// Whether the row and the document agree.
fn state(record: &Record<'_>) -> String {
    let Some(held) = &record.catalog.held else {
        let reason = if record.catalog.definition.document.is_some() {
            "couldn't be compared"
        } else {
            "none"
        };
        return reason.to_owned();
    };
    match record.drifts.len() {
        0 => format!("in step with {}", held.source.path),
        count => format!("{} from {}", counted(count, "difference"), held.source.path),
    }
}

/// A text on one line, without what a terminal would take as an order.
fn shown(text: &str) -> String {
    normalize_untrusted_str(&folded(text))
}
