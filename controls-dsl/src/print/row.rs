//! Rows as a definition has them.

use controls_document::Row;

use super::literal::{answer, literal};

/// A row of the document under a given name; without its answer in a catalog without answers.
pub(crate) fn row(name: &str, row: &Row<'_>, has_answers: bool) -> String {
    let mut out = head(name, row, has_answers);
    let fields: Vec<String> = fields(row).collect();
    if !fields.is_empty() {
        out.push_str(" { ");
        out.push_str(&fields.join(", "));
        out.push_str(" }");
    }
    out.push(',');
    out
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

/// The fields of a row.
pub(crate) fn fields(row: &Row<'_>) -> impl Iterator<Item = String> {
    let words = [
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
    words.chain(headings)
}
