//! Rows as text of the definition language, to be pasted.

use controls_document::{Answer, Control, folded};

/// An answer as it's written behind `=>`.
pub(crate) fn answer(answer: Answer<'_>) -> String {
    match answer {
        Answer::Qualified(text) => literal(text),
        word => word.verdict().to_owned(),
    }
}

/// A text as a string literal.
pub(crate) fn literal(text: &str) -> String {
    format!("{:?}", folded(text))
}

/// A row of the document under a given name; without its answer in a catalog without answers.
pub(crate) fn row(name: &str, control: &Control<'_>, has_answers: bool) -> String {
    let mut out = format!("{name} = {}", literal(&control.title.text));
    if has_answers {
        out.push_str(" => ");
        out.push_str(&answer(control.answer()));
    }
    let fields: Vec<String> = [("notes", &control.notes), ("documentation", &control.documentation)]
        .into_iter()
        .filter(|(_, cell)| !cell.text.is_empty())
        .map(|(field, cell)| format!("{field}: {}", literal(&cell.text)))
        .collect();
    if !fields.is_empty() {
        out.push_str(" { ");
        out.push_str(&fields.join(", "));
        out.push_str(" }");
    }
    out.push(',');
    out
}
