//! Controls for people.

use annotate_snippets::normalize_untrusted_str;
use controls_document::{excerpt, heading_path};
use unicode_width::UnicodeWidthStr;

use super::{
    explanation::{Explanation, ResolvedLink},
    position::SourcePosition,
};
use crate::{
    show::{
        message::rendered,
        text::{STRONG, counted, text},
    },
    traced::{
        text::{of_said, style},
        words::said,
    },
};

/// How wide the names of fields are, with the space after them.
const LABEL: usize = 15;

/// One control, with everything about it.
pub(super) fn one(explanation: &Explanation<'_>) -> String {
    let mut lines = vec![
        format!("{STRONG}{}{STRONG:#}", path(explanation)),
        shown(explanation.title),
        String::new(),
    ];
    let section = heading_path(explanation.group.iter().chain([&explanation.section]));
    let SourcePosition { file, line, column } = &explanation.definition;
    let fields = [
        ("id", explanation.id.to_owned()),
        ("label", shown(explanation.label)),
        ("section", shown(&section)),
        (
            "answer",
            explanation
                .answer
                .map(|answer| shown(&answer.to_string()))
                .unwrap_or_default(),
        ),
        ("notes", shown(explanation.notes)),
        ("documentation", shown(explanation.documentation)),
        ("properties", properties(explanation)),
        (
            "links",
            below_each_other(&explanation.links.iter().map(link).collect::<Vec<_>>()),
        ),
        ("formerly", list(&explanation.formerly)),
        ("alias", list(&explanation.alias)),
        ("fingerprint", explanation.traced.fingerprint.clone()),
        ("defined", format!("{}:{line}:{column}", file.shown)),
        ("document", state(explanation)),
    ];
    lines.extend(
        fields
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("  {name:<LABEL$}{value}")),
    );
    lines.extend(place(explanation));
    if let Some(held) = &explanation.catalog.held {
        for drift in &explanation.drifts {
            let message = explanation.catalog.message(drift, held);
            lines.extend([String::new(), rendered(&message)]);
        }
    }
    let state = explanation.traced.state();
    let style = style(state);
    lines.extend([
        String::new(),
        format!("evidence: {style}{}{style:#}", state.words()),
    ]);
    lines.extend(
        said(explanation.traced)
            .iter()
            .map(|said| format!("  {}", of_said(said))),
    );
    lines.extend([String::new(), counted(explanation.uses.len(), "use")]);
    for used in explanation.uses {
        let SourcePosition { file, line, column } = &used.position;
        lines.extend([
            format!("  {}:{line}:{column}", file.shown),
            format!("    {}", shown(&used.source)),
        ]);
    }
    text(&lines)
}

fn properties(explanation: &Explanation<'_>) -> String {
    let properties = explanation.properties.iter();
    let properties = properties.map(|(name, text)| format!("{}: {}", shown(name), shown(text)));
    below_each_other(&properties.collect::<Vec<_>>())
}

/// Values of one field, each on a line.
fn below_each_other(values: &[String]) -> String {
    values.join(&format!("\n{:1$}", "", LABEL + 2))
}

/// Several controls, each on a line.
pub(super) fn several(wanted: &str, explanations: &[Explanation<'_>]) -> String {
    let mut lines = vec![
        format!(
            "{} for `{}`",
            counted(explanations.len(), "control"),
            shown(wanted)
        ),
        String::new(),
    ];
    let paths: Vec<String> = explanations.iter().map(path).collect();
    let width = paths.iter().map(|path| path.width()).max().unwrap_or(0);
    let ids = explanations
        .iter()
        .map(|explanation| explanation.id.width())
        .max()
        .unwrap_or(0);
    for (explanation, path) in explanations.iter().zip(&paths) {
        let (id, title) = (explanation.id, shown(explanation.title));
        let [after_path, after_id] =
            [width - path.width(), ids - id.width()].map(|missing| " ".repeat(missing + 2));
        lines.push(format!(
            "  {STRONG}{path}{STRONG:#}{after_path}{id}{after_id}{title}"
        ));
    }
    text(&lines)
}

/// The variant with its catalog, as in code.
fn path(explanation: &Explanation<'_>) -> String {
    format!("{}::{}", explanation.catalog.name, explanation.variant)
}

fn link(link: &ResolvedLink<'_>) -> String {
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
fn place(explanation: &Explanation<'_>) -> Option<String> {
    let (source, place) = explanation.document.as_ref()?;
    if explanation
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
fn state(explanation: &Explanation<'_>) -> String {
    let Some(held) = &explanation.catalog.held else {
        let reason = if explanation.catalog.definition.document.is_some() {
            "couldn't be compared"
        } else {
            "none"
        };
        return reason.to_owned();
    };
    match explanation.drifts.len() {
        0 => format!("in step with {}", held.source.path),
        count => format!("{} from {}", counted(count, "difference"), held.source.path),
    }
}

/// A text on one line, without what a terminal would take as an order.
fn shown(text: &str) -> String {
    normalize_untrusted_str(text)
}
