//! The answer of a row.

use proc_macro2::{Delimiter, Span};
use syn::{Ident, Token, parse::ParseStream, token};

use super::recover::{at_equals, at_item, brackets, drain, found, literal, name, skip, span};
use crate::{
    Diagnostics, StringLiteral,
    ast::{AnswerKind, HalfTyped, RowAnswer, plain_name},
    names::meant,
};

const ANSWERS: [&str; 4] = ["Yes", "No", "NotApplicable", "Unanswered"];
const ALLOWED: &str =
    "`Yes`, `No`, `NotApplicable`, `Unanswered`, or the words of the document as a string";

/// Takes what people write in place of `=>`.
pub(super) fn other_arrow(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> bool {
    let at = span(input);
    let arrow = if at_equals(input) {
        "="
    } else if input.peek(Token![->]) {
        "->"
    } else if input.peek(Token![:]) && !input.peek(Token![::]) {
        ":"
    } else {
        return false;
    };
    for _ in arrow.chars() {
        skip(input);
    }
    diagnostics.mistake(
        at,
        format!("expected `=>` before the answer, found `{arrow}`"),
    );
    true
}

/// Takes an answer.
pub(super) fn answer(
    input: ParseStream<'_>,
    row: &Ident,
    half_typed: &mut Vec<HalfTyped>,
    diagnostics: &mut Diagnostics,
) -> Option<RowAnswer> {
    // The next row, or nothing: the answer isn't written yet.
    if input.is_empty() || input.peek(Token![,]) || at_item(input) {
        diagnostics.mistake(
            row.span(),
            format!(
                "row `{}` has `=>` without an answer: expected {ALLOWED}",
                plain_name(row)
            ),
        );
        return None;
    }
    let (at, what) = (span(input), found(input));
    if let Some(text) = literal(input) {
        let kind = AnswerKind::Qualified(StringLiteral::folded(&text).value);
        return Some(RowAnswer::new(kind, at));
    }
    let Some(word) = name(input) else {
        diagnostics.mistake(
            at,
            format!("expected an answer, found {what}: it's one of {ALLOWED}"),
        );
        if !input.peek(token::Brace) {
            skip(input);
        }
        return None;
    };
    let kind = match &*word.to_string() {
        "Yes" => AnswerKind::Yes,
        "No" => AnswerKind::No,
        "NotApplicable" => AnswerKind::NotApplicable,
        "Unanswered" => AnswerKind::Unanswered,
        other => {
            unknown(input, other, at, diagnostics);
            half_typed.push(HalfTyped::Answer(word));
            return None;
        }
    };
    Some(RowAnswer::new(kind, at))
}

/// Says that an answer is none, and what may have been meant.
fn unknown(input: ParseStream<'_>, word: &str, at: Span, diagnostics: &mut Diagnostics) {
    if matches!(word, "N" | "n") && input.peek(Token![/]) {
        skip(input);
        name(input);
        diagnostics.mistake(at, "unknown answer `N/A`: write `NotApplicable`");
        return;
    }
    let (mut path, mut last) = (word.to_owned(), word.to_owned());
    while input.peek(Token![::]) {
        skip(input);
        skip(input);
        last = name(input).map_or_else(String::new, |name| name.to_string());
        path = format!("{path}::{last}");
    }
    let arguments = (last == "Qualified").then(|| brackets(input, Delimiter::Parenthesis));
    let help = if let Some((_, inside)) = arguments.flatten() {
        drain(&inside);
        "write the words of the document alone, as a string".to_owned()
    } else if path != last && ANSWERS.contains(&&*last) {
        format!("write `{last}` alone")
    } else {
        format!("it's one of {ALLOWED}{}", meant(word, &ANSWERS))
    };
    diagnostics.mistake(at, format!("unknown answer `{path}`: {help}"));
}
