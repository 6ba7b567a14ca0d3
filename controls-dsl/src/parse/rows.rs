//! The rows of a section.

use proc_macro2::Delimiter;
use syn::{
    Token,
    parse::{ParseBuffer, ParseStream},
};

use super::{
    answers::{answer, other_arrow},
    attributes::{self, dangling},
    fields::fields,
    named::{self, Named, check_variant, named},
    recover::{
        at_equals, at_field, at_item, brackets, comma, found, name, next_name, span, to_next_item,
        until_end,
    },
};
use crate::{
    Diagnostics, Row, StringLiteral,
    ast::{Attribute, HalfTyped, Key, plain_name},
};

/// Takes all rows of a section.
pub(super) fn rows(
    input: ParseStream<'_>,
    half_typed: &mut Vec<HalfTyped>,
    diagnostics: &mut Diagnostics,
) -> Vec<Row> {
    let mut rows = Vec::new();
    until_end(input, |input| {
        let attributes = attributes::of_row(input, diagnostics);
        if input.is_empty() {
            dangling(attributes.last(), "row", diagnostics);
            return;
        }
        if let Some(comma) = comma(input) {
            diagnostics.mistake(comma, "unexpected `,`: expected a row before each comma");
            return;
        }
        let before = diagnostics.as_slice().len();
        let Some(named) = named(input, named::ROW, diagnostics) else {
            to_next_item(input);
            return;
        };
        if let Some(inside) = nested_section(input) {
            let plain = plain_name(&named.name);
            diagnostics.mistake(
                named.name.span(),
                format!(
                    "section `{plain}` is inside another one: move it after the `}}` of the one around it"
                ),
            );
            rows.extend(self::rows(&inside, half_typed, diagnostics));
            comma(input);
            return;
        }
        let row = row(input, attributes, named, half_typed, diagnostics);
        let is_wrong = diagnostics.as_slice().len() > before;
        let comma = comma(input);
        let ends = comma.is_some() || input.is_empty();
        if !ends {
            no_end(input, is_wrong, diagnostics);
        }
        if let Some(mut row) = row {
            // Without an end, it may have no answer because it's being typed.
            row.broken |= !ends && row.answer.is_none();
            row.comma = comma;
            rows.push(row);
        }
    });
    rows
}

/// The body of a section that is where a row belongs.
fn nested_section<'i>(input: &ParseBuffer<'i>) -> Option<ParseBuffer<'i>> {
    let (_, inside) = brackets(&input.fork(), Delimiter::Brace)?;
    let first = name(&inside)?;
    let is_row = at_equals(&inside) && Key::WORDS.iter().all(|(word, _)| first != word);
    if is_row {
        brackets(input, Delimiter::Brace).map(|(_, inside)| inside)
    } else {
        None
    }
}

/// Says that the comma after a row is missing, unless something else is wrong with the row, and steps over what is there
/// in its place.
fn no_end(input: ParseStream<'_>, is_wrong: bool, diagnostics: &mut Diagnostics) {
    let is_row = at_item(input);
    if !is_wrong {
        let message = if is_row {
            let next = next_name(input).map_or_else(
                || "the next row".to_owned(),
                |name| format!("`{}`", plain_name(&name)),
            );
            format!("a comma is missing before {next}: rows are separated by commas")
        } else {
            let help = instead_of_comma(input);
            format!("expected `,` after the row, found {}{help}", found(input))
        };
        diagnostics.mistake(span(input), message);
    }
    if !is_row {
        to_next_item(input);
    }
}

/// What is said of parentheses after a row.
fn instead_of_comma(input: ParseStream<'_>) -> &'static str {
    match brackets(&input.fork(), Delimiter::Parenthesis) {
        None => "",
        Some((_, inside)) if at_field(&inside) => {
            ": fields are written in braces, `{ notes: \"…\" }`"
        }
        Some(_) => ": an answer in other words is a string, `=> \"…\"`",
    }
}

/// Takes what follows the title of a row.
pub(super) fn row(
    input: ParseStream<'_>,
    attributes: Vec<Attribute>,
    Named { name, title }: Named,
    half_typed: &mut Vec<HalfTyped>,
    diagnostics: &mut Diagnostics,
) -> Option<Row> {
    let is_usable = check_variant(&name, named::ROW, diagnostics);
    let mut broken = title.is_none();
    let title = title.unwrap_or_else(|| StringLiteral::stand_in(&name));
    let mut row = Row::new(attributes, name, title);
    let arrow = input.peek(Token![=>]);
    if arrow {
        let _: Option<Token![=>]> = input.parse().ok();
    }
    if arrow || (!broken && other_arrow(input, diagnostics)) {
        row.answer = answer(input, &row.name, half_typed, diagnostics);
        broken |= row.answer.is_none();
    }
    row.fields = brackets(input, Delimiter::Brace)
        .map(|(braces, inside)| fields(braces, &inside, half_typed, diagnostics));
    row.broken = broken;
    is_usable.then_some(row)
}
