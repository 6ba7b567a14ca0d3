//! Documentation for what is generated.

use std::fmt::Write as _;

use controls_document::{Answer, Document, folded, located_links, resolve};

use crate::{Definition, Row, RowAnswer, Section, names};

/// What the enum's documentation says after the author's own words.
pub(super) fn of_catalog(definition: &Definition, document: Option<&Document<'_>>) -> String {
    let mut doc = format!(
        "\n\n{} in {}, each a variant.",
        counted(definition.count(), "control"),
        counted(definition.sections.len(), "section")
    );
    if let Some(path) = &definition.document {
        let file = path.value.rsplit(['/', '\\']).next().unwrap_or(&path.value);
        let _ = write!(doc, " Held at compile time against the document `{file}`");
        if let Some(date) = document.and_then(|document| document.date.as_ref()) {
            let _ = write!(doc, " of {date}");
        }
        doc.push('.');
    }
    if let Some(published) = &definition.published {
        let _ = write!(doc, " Published at <{}>.", published.value);
    }
    doc
}

/// The documentation of the enum of sections.
pub(super) fn of_sections(definition: &Definition) -> String {
    format!("The sections of [`{}`].", names::plain(&definition.name))
}

/// The documentation of a section's variant.
pub(super) fn of_section(section: &Section) -> String {
    let mut doc = plain(&section.title.value);
    let _ = write!(doc, ": {}.", counted(section.rows.len(), "control"));
    doc
}

/// What a variant's documentation says after the author's own words.
pub(super) fn of_row(definition: &Definition, section: &Section, row: &Row) -> String {
    let mut doc = String::from("\n\n");
    markdown(&mut doc, definition, &row.title.value);
    if let Some(answer) = row.answer.as_ref().map(RowAnswer::answer) {
        doc.push_str(": ");
        match answer {
            Answer::NotApplicable => doc.push_str("**N/A**"),
            Answer::Qualified(text) => markdown(&mut doc, definition, text),
            word => {
                let _ = write!(doc, "**{word}**");
            }
        }
    }
    for text in [&row.notes, &row.documentation].into_iter().flatten() {
        doc.push_str("\n\n");
        markdown(&mut doc, definition, &text.value);
    }
    let _ = write!(doc, "\n\nSection: {}. Id: `{}`.", plain(&section.title.value), row.id());
    doc
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// A cell as Markdown that rustdoc reads without complaint: links lead where they do from the published document, and
/// everything else is text.
fn markdown(out: &mut String, definition: &Definition, text: &str) {
    let text = &folded(text);
    let mut at = 0;
    for (range, link) in located_links(text) {
        escape(out, &text[at..range.start]);
        at = range.end;
        let base = definition.published.as_ref().map_or("", |published| &published.value);
        match resolve(base, link.target) {
            Some(url) => {
                out.push('[');
                escape(out, link.text);
                let _ = write!(out, "](<{url}>)");
            }
            None => escape(out, link.text),
        }
    }
    escape(out, &text[at..]);
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, &folded(text));
    out
}

/// Text without any meaning to Markdown or HTML.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_ascii_punctuation() && !matches!(c, ',' | '.' | '\'' | '"' | '/' | '?' | ';' | '(' | ')' | '%') {
            out.push('\\');
        }
        out.push(c);
    }
}
