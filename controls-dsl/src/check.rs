//! What a definition must be beyond its grammar.

mod binding;

use std::collections::HashMap;

use controls_document::{MOST_CONTROLS, folded, is_absolute};

use proc_macro2::Span;
use syn::Ident;

use crate::{Definition, Diagnostics, Row, Section, StringLiteral, ast::plain_name, names};

/// Checks a definition. A row whose variant is there already is taken out; the rows of a section whose variant is there
/// already go to the first of the two.
pub fn check(definition: &mut Definition, diagnostics: &mut Diagnostics) {
    unique_variants(definition, diagnostics);
    size(definition, diagnostics);
    attributes(definition, diagnostics);
    binding::binding(definition, diagnostics);
    titles(definition, diagnostics);
    ids(definition, diagnostics);
    answers(definition, diagnostics);
}

fn unique_variants(definition: &mut Definition, diagnostics: &mut Diagnostics) {
    let mut sections = Variants::default();
    let mut rows = Variants::default();
    let mut kept: Vec<Section> = Vec::with_capacity(definition.sections.len());
    for mut section in std::mem::take(&mut definition.sections) {
        let is_new = sections.insert(&section.name, "section", diagnostics);
        section
            .rows
            .retain(|row| rows.insert(&row.name, "control", diagnostics));
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

/// The variants that there are already, by their names.
#[derive(Default)]
struct Variants(HashMap<String, Span>);

impl Variants {
    /// Adds one, or says that it's there already.
    fn insert(&mut self, name: &Ident, what: &str, diagnostics: &mut Diagnostics) -> bool {
        let text = plain_name(name);
        if let Some(first) = self.0.get(&text) {
            diagnostics.clash(
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

fn size(definition: &Definition, diagnostics: &mut Diagnostics) {
    let (name, count) = (&definition.name, definition.count());
    if count == 0 && diagnostics.is_empty() {
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
        diagnostics.mistake(
            name.span(),
            format!("catalog `{name}` is empty: write a section with a row, `Network = \"Network\" {{ Firewall = \"Firewall support\" => No }}`{import}"),
        );
    }
    if count > MOST_CONTROLS {
        diagnostics.mistake(
            name.span(),
            format!("catalog `{name}` has {count} rows, and can have {MOST_CONTROLS}: split it"),
        );
    }
}

fn attributes(definition: &Definition, diagnostics: &mut Diagnostics) {
    if let (None, Some(heading)) = (&definition.document, &definition.heading) {
        diagnostics.mistake(
            heading.span(),
            "`#[heading]` narrows a document, and this catalog has none: add `#[document = \"…\"]`, or remove the heading",
        );
    }
    for group in definition.sections.iter().filter_map(Section::group) {
        if definition.document.is_none() {
            diagnostics.mistake(
                group.span(),
                "`#[group]` names a heading of a document, and this catalog has none: add `#[document = \"…\"]`, or remove the group",
            );
        } else if folded(&group.value).is_empty() {
            diagnostics.mistake(
                group.span(),
                "the group is empty: write the heading that the document has above this section, or remove `#[group]`",
            );
        }
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
        diagnostics.mistake(
            published.span(),
            format!("{what}: expected one such as `https://learn.example/service`"),
        );
    }
}

fn titles(definition: &Definition, diagnostics: &mut Diagnostics) {
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
            diagnostics,
        );
        for row in &section.rows {
            if !row.broken {
                // What has a number of its own may share its title.
                let unique = unique && row.label().is_none();
                title(&row.title, "row", &mut seen, unique, diagnostics);
            }
        }
    }
}

fn title(
    title: &StringLiteral,
    what: &str,
    seen: &mut HashMap<String, Span>,
    unique: bool,
    diagnostics: &mut Diagnostics,
) {
    let text = &*title.value;
    if text.is_empty() {
        diagnostics.mistake(
            title.span(),
            format!("the title of this {what} is empty: write what the document calls it"),
        );
    } else if unique {
        if let Some(first) = seen.get(text) {
            diagnostics.clash(
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
fn ids(definition: &Definition, diagnostics: &mut Diagnostics) {
    let mut current: HashMap<&str, &Row> = HashMap::with_capacity(definition.count());
    for row in definition.rows() {
        let id = row.id();
        if let Some(given) = row
            .given_id()
            .filter(|given| !names::is_kebab_case(&given.value))
        {
            not_kebab_case(given, row, diagnostics);
            continue;
        }
        if let Some(first) = current.get(id) {
            diagnostics.clash(
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
    former(definition, &current, diagnostics);
}

fn former(definition: &Definition, current: &HashMap<&str, &Row>, diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for row in definition.rows() {
        for text in row.formerly() {
            let value = text.value.as_str();
            if value.trim().is_empty() {
                diagnostics.mistake(
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
                diagnostics.clash(
                    text.span(),
                    message,
                    id_span(other),
                    format!("the control with the id `{value}` is here"),
                );
            } else if let Some(first) = seen.insert(value, text.span()) {
                diagnostics.clash(
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

fn not_kebab_case(given: &StringLiteral, row: &Row, diagnostics: &mut Diagnostics) {
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
    diagnostics.mistake(given.span(), format!("{what}: write `\"{proposed}\"`"));
}

/// Where the id comes from.
fn id_span(row: &Row) -> Span {
    row.given_id()
        .map_or_else(|| row.name.span(), StringLiteral::span)
}

/// Either all rows have an answer or none has.
fn answers(definition: &Definition, diagnostics: &mut Diagnostics) {
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
        diagnostics.mistake(
            span,
            format!("{message}: either all rows of a catalog have one or none has"),
        );
    }
}
