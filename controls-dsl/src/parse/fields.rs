//! The fields of a row.

use proc_macro2::{Delimiter, Span, extra::DelimSpan};
use syn::{LitStr, Token, parse::ParseStream};

use super::recover::{
    at_equals, at_field, at_macro, brackets, comma, found, literal, name, skip, span, until_end,
};
use crate::{
    Diagnostics, StringLiteral,
    ast::{Field, FieldName, Fields, HalfTyped, Key, Value},
    names::meant,
};

/// Takes the fields of a row, which are in these braces.
pub(super) fn fields(
    braces: DelimSpan,
    input: ParseStream<'_>,
    half_typed: &mut Vec<HalfTyped>,
    diagnostics: &mut Diagnostics,
) -> Fields {
    let mut all: Vec<Field> = Vec::new();
    until_end(input, |input| {
        let (at, what) = (span(input), found(input));
        let Some(name) = field_name(input) else {
            diagnostics.mistake(
                at,
                format!("expected a field, such as `notes: \"…\"`, found {what}"),
            );
            recover(input);
            return;
        };
        let key = key(&name, &all, diagnostics);
        let Some(key) = key.filter(|_| colon(input, &name, diagnostics)) else {
            if let FieldName::Word(name) = name {
                half_typed.push(HalfTyped::Field(name));
            }
            recover(input);
            return;
        };
        let value = match key {
            Key::Id => {
                text(input, &name, diagnostics).map(|text| Value::Text(StringLiteral::exact(&text)))
            }
            Key::Label | Key::Notes | Key::Documentation | Key::Property => {
                text(input, &name, diagnostics)
                    .map(|text| Value::Text(StringLiteral::folded(&text)))
            }
            Key::Formerly | Key::Alias => {
                list(input, &name, diagnostics).map(|(span, texts)| Value::List(span, texts))
            }
        };
        let comma = end_of_field(input, diagnostics);
        all.extend(value.map(|value| Field {
            key,
            name,
            value,
            comma,
        }));
    });
    Fields { braces, all }
}

/// Takes the name of a field. A string that no `:` follows is none.
fn field_name(input: ParseStream<'_>) -> Option<FieldName> {
    if input.peek(LitStr) && input.peek2(Token![:]) {
        return literal(input).map(|name| FieldName::Heading(StringLiteral::folded(&name)));
    }
    name(input).map(FieldName::Word)
}

/// What the field of a name is about; `None`, said to be wrong, if there's no such field.
fn key(name: &FieldName, before: &[Field], diagnostics: &mut Diagnostics) -> Option<Key> {
    if let Some(first) = before.iter().find(|field| field.name == *name) {
        diagnostics.clash(
            name.span(),
            format!("field `{name}` is given twice: remove one of the two"),
            first.name.span(),
            format!("the first `{name}` is here"),
        );
    }
    let FieldName::Word(name) = name else {
        return Some(Key::Property);
    };
    let known = Key::WORDS.into_iter().find(|(word, _)| name == word);
    if known.is_none() {
        let names = Key::WORDS.map(|(word, _)| word);
        let near = meant(&name.to_string(), &names);
        let (last, others) = names.split_last().unwrap_or((&"", &[]));
        diagnostics.mistake(
            name.span(),
            format!(
                "unknown field `{name}`: a row has `{}` and `{last}`{near}",
                others.join("`, `")
            ),
        );
    }
    known.map(|(_, key)| key)
}

/// Takes `:`, or says that it's missing. Returns whether a value may follow.
fn colon(input: ParseStream<'_>, name: &FieldName, diagnostics: &mut Diagnostics) -> bool {
    if input.peek(Token![:]) {
        skip(input);
        return true;
    }
    let message = format!("expected `:` after `{name}`, found {}", found(input));
    diagnostics.mistake(span(input), message);
    let equals = at_equals(input);
    if equals {
        skip(input);
    }
    equals
}

fn text(input: ParseStream<'_>, name: &FieldName, diagnostics: &mut Diagnostics) -> Option<LitStr> {
    let text = literal(input);
    if text.is_none() {
        let what = if at_macro(input) {
            "a macro".to_owned()
        } else {
            found(input)
        };
        diagnostics.mistake(
            span(input),
            format!("`{name}` takes a string literal, found {what}"),
        );
        if input.peek(Token![,]) || at_field(input) {
            return None;
        }
        // `concat!(…)` and the like.
        skip(input);
        if input.peek(Token![!]) {
            skip(input);
            skip(input);
        }
    }
    text
}

type List = (DelimSpan, Vec<(StringLiteral, Option<Span>)>);

fn list(input: ParseStream<'_>, name: &FieldName, diagnostics: &mut Diagnostics) -> Option<List> {
    let Some((span_of_list, inside)) = brackets(input, Delimiter::Bracket) else {
        diagnostics.mistake(
            span(input),
            format!(
                "`{name}` takes a list, `[\"…\", \"…\"]`, found {}",
                found(input)
            ),
        );
        if !input.peek(Token![,]) && !at_field(input) {
            skip(input);
        }
        return None;
    };
    let mut texts = Vec::new();
    until_end(&inside, |inside| {
        let text = text(inside, name, diagnostics);
        let is_text = text.is_some();
        let comma = comma(inside);
        texts.extend(text.map(|text| (StringLiteral::folded(&text), comma)));
        if comma.is_none() && !inside.is_empty() {
            if is_text {
                diagnostics.mistake(
                    span(inside),
                    format!(
                        "expected `,` between the texts of `{name}`, found {}",
                        found(inside)
                    ),
                );
            }
            if !is_text || !inside.peek(LitStr) {
                recover(inside);
            }
        }
    });
    Some((span_of_list, texts))
}

/// Takes the comma after a field, or says that it's missing.
fn end_of_field(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Option<Span> {
    let comma = comma(input);
    if comma.is_none() && !input.is_empty() {
        let (at, what) = (span(input), found(input));
        if at_field(input) {
            diagnostics.mistake(
                at,
                format!("a comma is missing before {what}: fields are separated by commas"),
            );
        } else {
            diagnostics.mistake(at, format!("expected `,` after the field, found {what}"));
            recover(input);
        }
    }
    comma
}

/// Steps over what can't be used, up to the next field or over the next comma.
fn recover(input: ParseStream<'_>) {
    while !input.is_empty() && comma(input).is_none() {
        skip(input);
        if at_field(input) {
            break;
        }
    }
}
