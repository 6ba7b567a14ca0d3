//! What a definition must be beyond its grammar.

mod binding;

use std::collections::HashMap;

use controls_document::is_absolute;

use proc_macro2::Span;
use syn::Ident;

use crate::{Definition, Findings, Row, Section, Text, ast::plain_name, names};

/// How many rows a catalog holds: its enum is `#[repr(u16)]`.
pub(crate) const MOST_ROWS: usize = u16::MAX as usize;

/// Checks a definition. A row whose variant is there already is taken out; the rows of a section whose variant is there
/// already go to the first of the two.
pub fn check(definition: &mut Definition, findings: &mut Findings) {
    unique_variants(definition, findings);
    size(definition, findings);
    attributes(definition, findings);
    binding::binding(definition, findings);
    titles(definition, findings);
    ids(definition, findings);
    answers(definition, findings);
}

fn unique_variants(definition: &mut Definition, findings: &mut Findings) {
    let mut sections = Names::default();
    let mut rows = Names::default();
    let mut kept: Vec<Section> = Vec::with_capacity(definition.sections.len());
    for mut section in std::mem::take(&mut definition.sections) {
        let is_new = sections.insert(&section.name, "section", findings);
        section
            .rows
            .retain(|row| rows.insert(&row.name, "control", findings));
        let name = plain_name(&section.name);
        match kept
            .iter_mut()
            .find(|first| !is_new && plain_name(&first.name) == name)
        {
            // Code that names these rows gives no second error.
            Some(first) => first.rows.append(&mut section.rows),
            None => kept.push(section),
        }
    }
    definition.sections = kept;
}

/// Names that have been given.
#[derive(Default)]
struct Names(HashMap<String, Span>);

impl Names {
    /// Adds one, or says that it's there already.
    fn insert(&mut self, name: &Ident, what: &str, findings: &mut Findings) -> bool {
        let text = plain_name(name);
        if let Some(first) = self.0.get(&text) {
            findings.clash(
                name.span(),
                format!("{what} `{text}` is defined twice: give one of the two another name, or remove it"),
                *first,
                format!("the first `{text}` is here"),
            );
            return false;
        }
        self.0.insert(text, name.span());
        true
    }
}

fn size(definition: &Definition, findings: &mut Findings) {
    let (name, count) = (&definition.name, definition.count());
    if count == 0 && findings.is_empty() {
        let import = definition
            .document
            .as_ref()
            .map_or_else(String::new, |document| {
                format!(
                    ", or paste what `cargo controls import {} --name {}` prints",
                    document.value,
                    plain_name(name)
                )
            });
        findings.mistake(
            name.span(),
            format!("catalog `{name}` is empty: write a section with a row, `Network = \"Network\" {{ Firewall = \"Firewall support\" => No }}`{import}"),
        );
    }
    if count > MOST_ROWS {
        findings.mistake(
            name.span(),
            format!("catalog `{name}` has {count} rows, and can have {MOST_ROWS}: split it"),
        );
    }
}

fn attributes(definition: &Definition, findings: &mut Findings) {
    if let (None, Some(heading)) = (&definition.document, &definition.heading) {
        findings.mistake(
            heading.span(),
            "`#[heading]` narrows a document, and this catalog has none: add `#[document = \"…\"]`, or remove the heading",
        );
    }
    if let Some(published) = definition
        .published
        .as_ref()
        .filter(|published| !is_absolute(&published.value))
    {
        let what = match &*published.value {
            "" => "the address is empty".to_owned(),
            address => format!("`{address}` isn't an absolute address"),
        };
        findings.mistake(
            published.span(),
            format!("{what}: expected one such as `https://learn.example/service`"),
        );
    }
}

fn titles(definition: &Definition, findings: &mut Findings) {
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut seen_sections: HashMap<String, Span> = HashMap::new();
    // A document may have two rows of one title; without a document, it's a slip.
    let unique = definition.document.is_none();
    for section in &definition.sections {
        title(
            &section.title,
            "section",
            &mut seen_sections,
            unique,
            findings,
        );
        for row in &section.rows {
            if !row.broken {
                // What has a number of its own may share its title.
                let unique = unique && row.label().is_none();
                title(&row.title, "row", &mut seen, unique, findings);
            }
        }
    }
}

fn title(
    title: &Text,
    what: &str,
    seen: &mut HashMap<String, Span>,
    unique: bool,
    findings: &mut Findings,
) {
    let text = &*title.value;
    if text.is_empty() {
        findings.mistake(
            title.span(),
            format!("the title of this {what} is empty: write what the document calls it"),
        );
    } else if unique {
        if let Some(first) = seen.get(text) {
            findings.clash(
                title.span(),
                format!("two {what}s have the title `{text}`: change one of the two, or remove it"),
                *first,
                format!("the first `{text}` is here"),
            );
        } else {
            seen.insert(text.to_owned(), title.span());
        }
    }
}

/// Ids are unique, and so are the former ones: an id that comes to name another control misleads whoever has stored it.
fn ids(definition: &Definition, findings: &mut Findings) {
    let mut current: HashMap<&str, &Row> = HashMap::with_capacity(definition.count());
    for row in definition.rows() {
        let id = row.id();
        if let Some(given) = row
            .given_id()
            .filter(|given| !names::is_kebab_case(&given.value))
        {
            not_kebab_case(given, row, findings);
            continue;
        }
        if let Some(first) = current.get(id) {
            findings.clash(
                id_span(row),
                format!(
                    "two controls have the id `{id}`, `{}` and `{}`: give one of them another, `id: \"…\"`",
                    plain_name(&first.name),
                    plain_name(&row.name)
                ),
                id_span(first),
                format!("the first `{id}` is here"),
            );
        } else {
            current.insert(id, row);
        }
    }
    former(definition, &current, findings);
}

fn former(definition: &Definition, current: &HashMap<&str, &Row>, findings: &mut Findings) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for row in definition.rows() {
        for text in row.formerly() {
            let value = text.value.as_str();
            if value.trim().is_empty() {
                findings.mistake(
                    text.span(),
                    "an earlier id or title isn't empty: remove this text",
                );
            } else if let Some(other) = current.get(value) {
                let message = if std::ptr::eq(*other, row) {
                    format!(
                        "`{value}` is still the id of `{}`: remove it from `formerly`",
                        plain_name(&row.name)
                    )
                } else {
                    format!(
                        "`{value}` was the id of `{}` and is now that of `{other}`: an id is never used again for another control, so give `{other}` another, `id: \"…\"`",
                        plain_name(&row.name),
                        other = plain_name(&other.name)
                    )
                };
                findings.clash(
                    text.span(),
                    message,
                    id_span(other),
                    format!("the control with the id `{value}` is here"),
                );
            } else if let Some(first) = seen.insert(value, text.span()) {
                findings.clash(
                    text.span(),
                    format!(
                        "`{value}` appears twice in `formerly`, and can mean one control only: remove one of the two"
                    ),
                    first,
                    format!("the first `{value}` is here"),
                );
            }
        }
    }
}

fn not_kebab_case(given: &Text, row: &Row, findings: &mut Findings) {
    let kebab: Vec<String> = given
        .value
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(names::kebab_case)
        .collect();
    let proposed = if kebab.is_empty() {
        names::kebab_case(&plain_name(&row.name))
    } else {
        kebab.join("-")
    };
    let what = match &*given.value {
        "" => "the id is empty".to_owned(),
        id => format!("the id `{id}` isn't in kebab-case"),
    };
    findings.mistake(given.span(), format!("{what}: write `\"{proposed}\"`"));
}

/// Where the id comes from.
fn id_span(row: &Row) -> Span {
    row.given_id().map_or_else(|| row.name.span(), Text::span)
}

/// Either all rows have an answer or none has.
fn answers(definition: &Definition, findings: &mut Findings) {
    let (with, without): (Vec<&Row>, Vec<&Row>) = definition
        .rows()
        .filter(|row| !row.broken)
        .partition(|row| row.answer.is_some());
    if with.is_empty() || without.is_empty() {
        return;
    }
    let (odd, other, has) = if with.len() < without.len() {
        (with, &without, true)
    } else {
        (without, &with, false)
    };
    let example = other
        .first()
        .map(|row| plain_name(&row.name))
        .unwrap_or_default();
    for row in odd {
        let name = plain_name(&row.name);
        let (span, message) = match &row.answer {
            Some(answer) if has => (
                answer.span,
                format!("row `{name}` has an answer, and others, such as `{example}`, have none"),
            ),
            _ => (
                row.name.span(),
                format!("row `{name}` has no answer, and others, such as `{example}`, have one"),
            ),
        };
        findings.mistake(
            span,
            format!("{message}: either all rows of a catalog have one or none has"),
        );
    }
}
