//! Documentation for what is generated: the page on which somebody decides whether a service meets a requirement.

use std::fmt::Write as _;

use controls_document::{Answer, Document, Place, folded, located_links, resolve};

use crate::{Definition, Row, RowAnswer, Section, ast::plain_name};

/// What the enum's documentation says after the author's own words: where the catalog comes from, and a table of it.
pub(super) fn of_catalog(definition: &Definition, document: Option<&Document<'_>>) -> String {
    let mut doc = format!(
        "\n\n{} in {}, each a variant.",
        counted(definition.count(), "control"),
        counted(definition.sections.len(), "section")
    );
    if let Some(file) = file_name(definition) {
        let _ = write!(doc, " Held at compile time against the document `{file}`");
        if let Some(date) = document.and_then(|document| document.date.as_ref()) {
            let _ = write!(doc, " of {date}");
        }
        doc.push('.');
    }
    if let Some(published) = &definition.published {
        let _ = write!(doc, " Published at <{}>.", published.value);
    }
    table(&mut doc, definition);
    doc
}

/// All controls by section, each with a link to its variant; in a catalog with answers, with these and what qualifies them.
fn table(doc: &mut String, definition: &Definition) {
    let answered = definition.has_answers();
    let labelled = definition.rows().any(|row| row.label().is_some());
    let columns = [
        ("Section", true),
        ("Label", labelled),
        ("Control", true),
        ("Answer", answered),
        ("Notes", answered),
    ];
    let columns: Vec<&str> = columns
        .into_iter()
        .filter_map(|(column, is_there)| is_there.then_some(column))
        .collect();
    let _ = write!(doc, "\n\n| {} |\n|", columns.join(" | "));
    doc.push_str(&"---|".repeat(columns.len()));
    for section in &definition.sections {
        for row in &section.rows {
            let name = plain_name(&row.name);
            doc.push_str("\n| ");
            headings(doc, section);
            doc.push_str(" | ");
            if labelled {
                escape(doc, row.label().map_or("", |label| &label.value));
                doc.push_str(" | ");
            }
            doc.push('[');
            escape(doc, &row.title.value);
            let _ = write!(doc, "](#variant.{name}) |");
            if answered {
                doc.push(' ');
                answer(doc, row.answer.as_ref());
                doc.push_str(" |");
                for text in row.notes().into_iter().chain(row.documentation()) {
                    doc.push(' ');
                    markdown(doc, definition, &text.value);
                }
                doc.push_str(" |");
            }
        }
    }
}

/// The documentation of the enum of sections.
pub(super) fn of_sections(definition: &Definition) -> String {
    format!("The sections of [`{}`].", plain_name(&definition.name))
}

/// The documentation of a section's variant.
pub(super) fn of_section(definition: &Definition, section: &Section) -> String {
    let mut doc = String::from("\n\n");
    headings(&mut doc, section);
    let _ = writeln!(doc, ": {}.", counted(section.rows.len(), "control"));
    let catalog = plain_name(&definition.name);
    for row in &section.rows {
        let name = plain_name(&row.name);
        let _ = write!(doc, "\n- [`{name}`]({catalog}::{}): ", row.name);
        escape(&mut doc, &row.title.value);
    }
    doc
}

/// What a variant's documentation says after the author's own words: all that the row says, and where.
pub(super) fn of_row(
    definition: &Definition,
    section: &Section,
    row: &Row,
    place: Option<Place>,
) -> String {
    let mut doc = String::from("\n\n");
    if let Some(label) = row.label() {
        escape(&mut doc, &label.value);
        doc.push(' ');
    }
    escape(&mut doc, &row.title.value);
    if row.answer.is_some() {
        doc.push_str(": ");
        answer(&mut doc, row.answer.as_ref());
    }
    for text in [&row.notes(), &row.documentation()].into_iter().flatten() {
        doc.push_str("\n\n");
        markdown(&mut doc, definition, &text.value);
    }
    for (name, text) in row.properties() {
        doc.push_str("\n\n");
        escape(&mut doc, &name.value);
        doc.push_str(": ");
        markdown(&mut doc, definition, &text.value);
    }
    doc.push_str("\n\nSection: ");
    headings(&mut doc, section);
    for part in [". Id: `", row.id(), "`."] {
        doc.push_str(part);
    }
    if let (Some(file), Some(place)) = (file_name(definition), place) {
        for part in [" Row: `", file, "`, line ", &place.line.to_string(), "."] {
            doc.push_str(part);
        }
    }
    doc
}

/// What a variant is found by in rustdoc's search: its title, its id, its label, and what people type. Without what rustdoc
/// doesn't allow in such a name.
pub(super) fn aliases(row: &Row) -> Vec<String> {
    let mut aliases: Vec<String> = Vec::new();
    let given = row.label().into_iter().chain(row.alias());
    let given = given.map(|alias| &*alias.value);
    for text in [&*row.title.value, row.id()].into_iter().chain(given) {
        let alias = folded(&text.replace(['"', '\''], "")).into_owned();
        if !alias.is_empty() && alias != plain_name(&row.name) && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    }
    aliases
}

/// The heading of a section, after those that it's said to be under.
fn headings(doc: &mut String, section: &Section) {
    if let Some(group) = section.group() {
        escape(doc, &group.value);
        doc.push_str(" > ");
    }
    escape(doc, &section.title.value);
}

fn file_name(definition: &Definition) -> Option<&str> {
    definition.document.as_ref()?.value.rsplit('/').next()
}

fn answer(doc: &mut String, answer: Option<&RowAnswer>) {
    match answer.map(RowAnswer::answer) {
        None => {}
        Some(Answer::Qualified(text)) => escape(doc, text),
        Some(word) => {
            let _ = write!(doc, "**{word}**");
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 {
        format!("1 {what}")
    } else {
        format!("{count} {what}s")
    }
}

/// A cell as Markdown that rustdoc reads without complaint: links lead where they do from the published document, and
/// everything else is text.
fn markdown(out: &mut String, definition: &Definition, text: &str) {
    let base = definition
        .published
        .as_ref()
        .map_or("", |published| &published.value);
    let mut at = 0;
    for (range, link) in located_links(text) {
        escape(out, &text[at..range.start]);
        at = range.end;
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

/// Text without any meaning to Markdown or HTML.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        // Of punctuation, these mean nothing within a line.
        if c.is_ascii_punctuation() && !",.'\"/?;()%".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
}
