//! Rows as a definition has them.

use controls_document::Row;

use super::literal::{answer, literal};
use crate::names::{is_kebab_case, kebab_case};

/// A row of the document under a given name; without its answer in a catalog without answers.
pub(crate) fn row(name: &str, row: &Row<'_>, has_answers: bool) -> String {
    let mut out = deprecated(row).map_or_else(String::new, |attribute| format!("{attribute} "));
    out.push_str(&head(name, row, has_answers));
    let fields: Vec<String> = fields(name, row).collect();
    if !fields.is_empty() {
        out.push_str(" { ");
        out.push_str(&fields.join(", "));
        out.push_str(" }");
    }
    out.push(',');
    out
}

/// The attribute of a row that the document has withdrawn.
pub(crate) fn deprecated(row: &Row<'_>) -> Option<String> {
    Some(deprecation(row.given?.withdrawn.as_deref()?))
}

/// The attribute that says what has become of a control.
pub(crate) fn deprecation(what: &str) -> String {
    match what {
        "" => "#[deprecated]".to_owned(),
        what => format!("#[deprecated = {}]", literal(what)),
    }
}

/// What is before the braces of a row.
pub(crate) fn head(name: &str, row: &Row<'_>, has_answers: bool) -> String {
    let mut out = format!("{name} = {}", literal(row.title));
    if let Some(of) = row.answer.filter(|_| has_answers) {
        out.push_str(" => ");
        out.push_str(&answer(of));
    }
    out
}

/// The fields of a row under a given name.
pub(crate) fn fields(name: &str, row: &Row<'_>) -> impl Iterator<Item = String> {
    let given = row.given;
    let id = given.and_then(|given| given.id.as_deref());
    let id = id.filter(|id| *id != kebab_case(name));
    // What can't be an id is still what others call the control.
    let (id, other_id) = match id {
        Some(id) if is_kebab_case(id) => (id, None),
        id => ("", id),
    };
    let words = [
        ("id", id),
        ("label", row.label),
        ("notes", row.notes),
        ("documentation", row.documentation),
    ];
    let words = words
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(field, text)| format!("{field}: {}", literal(text)));
    let headings = row
        .properties
        .iter()
        .map(|(name, text)| format!("{}: {}", literal(name), literal(text)));
    let lists = given.into_iter().flat_map(move |given| {
        let alias = other_id
            .into_iter()
            .chain(given.alias.iter().map(|of| &**of));
        let formerly = given.formerly.iter().map(|of| &**of);
        let lists = [list("formerly", formerly), list("alias", alias)];
        lists.into_iter().flatten()
    });
    words.chain(headings).chain(lists)
}

fn list<'t>(field: &str, texts: impl Iterator<Item = &'t str>) -> Option<String> {
    let literals: Vec<String> = texts.map(literal).collect();
    (!literals.is_empty()).then(|| format!("{field}: [{}]", literals.join(", ")))
}
