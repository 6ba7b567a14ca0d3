//! Whether the rows have what the document is bound to give, and no more.

use controls_document::Binding;

use crate::{Definition, Diagnostics, Row, ast::plain_name, kind::Kind, names::meant};

/// Checks the rows of a definition against its binding.
pub(super) fn binding(definition: &Definition, diagnostics: &mut Diagnostics) {
    let Some(document) = &definition.document else {
        // Without a document, rows may have what they like.
        if let Some(bound) = definition.bound {
            diagnostics.mistake(
                bound,
                "`#[columns]`, `#[answers]` and `#[headings]` say how the document is read, and this catalog has none: add `#[document = \"…\"]`, or remove them",
            );
        }
        return;
    };
    if Kind::of(&document.value) == Kind::Oscal {
        // It says itself what is what, and reading it says so where something is bound.
        return;
    }
    if let Some(binding) = &definition.binding {
        labels(definition, binding, diagnostics);
        properties(definition, binding, diagnostics);
        answers(definition, binding, diagnostics);
    }
}

fn labels(definition: &Definition, binding: &Binding, diagnostics: &mut Diagnostics) {
    let help = match binding {
        Binding::Columns(columns) if columns.label.is_none() => {
            "add `label = \"…\"` with its heading to `#[columns]`"
        }
        Binding::Slash => "bind its columns, `#[columns(label = \"…\", title = \"…\")]`",
        Binding::Columns(_) | Binding::Headings(_) => return,
    };
    // What is wrong with one is wrong with all.
    if let Some(label) = definition.rows().find_map(Row::label) {
        diagnostics.mistake(
            label.span(),
            format!("no column of the document is bound to have labels: {help}, or remove `label`"),
        );
    }
}

fn properties(definition: &Definition, binding: &Binding, diagnostics: &mut Diagnostics) {
    let attribute = attribute(binding);
    let also: &[String] = match binding {
        Binding::Slash => &[],
        Binding::Columns(columns) => &columns.also,
        Binding::Headings(headings) => &headings.also,
    };
    for (name, _) in definition.rows().flat_map(Row::properties) {
        if also.contains(&name.value) {
            continue;
        }
        let known: Vec<&str> = also.iter().map(String::as_str).collect();
        let near = meant(&name.value, &known);
        let message = format!(
            "`{}` isn't bound: add it to `also = [\"…\"]` in `#[{attribute}]`, or remove this field{near}",
            name.value
        );
        diagnostics.mistake(name.span(), message);
    }
}

fn answers(definition: &Definition, binding: &Binding, diagnostics: &mut Diagnostics) {
    if binding.has_answers() {
        return;
    }
    let attribute = attribute(binding);
    let answered = |row: &Row| Some((plain_name(&row.name), row.answer.as_ref()?.span));
    if let Some((name, span)) = definition.rows().find_map(answered) {
        diagnostics.mistake(
            span,
            format!(
                "row `{name}` has an answer, and `#[{attribute}]` doesn't say where the document has it: add `answer = \"…\"` to it, or remove the answers of all rows"
            ),
        );
    }
}

/// The attribute to which an argument would be added.
fn attribute(binding: &Binding) -> &'static str {
    match binding {
        Binding::Headings(_) => "headings",
        Binding::Columns(_) | Binding::Slash => "columns",
    }
}
