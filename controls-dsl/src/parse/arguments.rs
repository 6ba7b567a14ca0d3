//! What is in the parentheses of `#[columns(…)]`, `#[answers(…)]` and `#[headings(…)]`: `name = value`, with commas between.

use proc_macro2::{Delimiter, Span};
use syn::{Ident, LitInt, LitStr, Token, parse::ParseStream, token};

use super::recover::{
    at_equals, brackets, comma, drain, found, literal, name, skip, span, until_end,
};
use crate::{Diagnostics, StringLiteral, names::meant};

/// All arguments of an attribute.
pub(super) struct Arguments {
    /// The attribute that they belong to.
    pub(super) of: AttributeKind,
    /// Where that is.
    pub(super) span: Span,
    pub(super) all: Vec<Argument>,
    /// Whether nothing is wrong with any of them.
    pub(super) is_fine: bool,
}

impl Arguments {
    /// Whether an argument isn't given. One that is wrong may be meant to be it.
    pub(super) fn lacks(&self, name: &str) -> bool {
        self.is_fine && self.all.iter().all(|argument| argument.name != name)
    }
}

/// An attribute that takes arguments.
#[derive(Clone, Copy)]
pub(super) struct AttributeKind {
    pub(super) name: &'static str,
    /// The names of its arguments.
    pub(super) takes: &'static [&'static str],
    pub(super) example: &'static str,
}

/// One argument.
pub(super) struct Argument {
    pub(super) name: Ident,
    pub(super) value: ArgumentValue,
    /// Where the value is.
    pub(super) span: Span,
}

/// What an argument says.
pub(super) enum ArgumentValue {
    /// A text, or a list of some.
    Texts(Vec<StringLiteral>),
    Number(usize),
    Word(Ident),
}

/// Takes the arguments of an attribute, up to the end.
pub(super) fn arguments(
    of: AttributeKind,
    span: Span,
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Arguments {
    let before = diagnostics.as_slice().len();
    let mut all: Vec<Argument> = Vec::new();
    until_end(input, |input| {
        let argument = argument(of, input, diagnostics);
        let fine = argument.is_some();
        if let Some(argument) = argument {
            let first = all.iter().find(|first| first.name == argument.name);
            match first {
                None => all.push(argument),
                Some(first) => diagnostics.clash(
                    argument.name.span(),
                    format!("`{}` is given twice: remove one of the two", argument.name),
                    first.name.span(),
                    format!("the first `{}` is here", first.name),
                ),
            }
        }
        if comma(input).is_none() && !input.is_empty() {
            if fine {
                let message = format!("expected `,` between arguments, found {}", found(input));
                diagnostics.mistake(self::span(input), message);
            }
            while !input.is_empty() && !at_argument(input) && comma(input).is_none() {
                skip(input);
            }
        }
    });
    let is_fine = diagnostics.as_slice().len() == before;
    Arguments {
        of,
        span,
        all,
        is_fine,
    }
}

fn at_argument(input: ParseStream<'_>) -> bool {
    input.peek(Ident) && input.peek2(Token![=]) && !input.peek2(Token![==])
}

fn argument(
    of: AttributeKind,
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Argument> {
    let (at, what) = (span(input), found(input));
    let Some(name) = name(input) else {
        let message = format!(
            "expected an argument of `#[{}]`, such as `{}`, found {what}",
            of.name, of.example
        );
        diagnostics.mistake(at, message);
        return None;
    };
    let is_known = of.takes.iter().any(|known| name == known);
    if !is_known {
        let (last, others) = of.takes.split_last().unwrap_or((&"", &[]));
        let message = format!(
            "unknown argument `{name}`: `#[{}]` takes `{}` and `{last}`{}",
            of.name,
            others.join("`, `"),
            meant(&name.to_string(), of.takes)
        );
        diagnostics.mistake(name.span(), message);
    }
    if !at_equals(input) {
        if is_known {
            let message = format!("expected `=` after `{name}`, found {}", found(input));
            diagnostics.mistake(name.span(), message);
        }
        return None;
    }
    skip(input);
    let at = span(input);
    let value = value(&name, input, diagnostics)?;
    is_known.then_some(Argument {
        name,
        value,
        span: at,
    })
}

fn value(
    of: &Ident,
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<ArgumentValue> {
    if let Some(text) = literal(input) {
        return Some(ArgumentValue::Texts(vec![StringLiteral::folded(&text)]));
    }
    if input.peek(LitInt) {
        let at = span(input);
        let number: Option<LitInt> = input.parse().ok();
        let digits = number.map(|number| number.base10_digits().to_owned())?;
        let number = digits.parse().ok();
        if number.is_none() {
            let what = if digits.starts_with('-') {
                "is below zero"
            } else {
                "is too large"
            };
            diagnostics.mistake(at, format!("the number after `{of}` {what}"));
        }
        return number.map(ArgumentValue::Number);
    }
    if input.peek(token::Bracket) {
        let (_, inside) = brackets(input, Delimiter::Bracket)?;
        return texts(of, &inside, diagnostics).map(ArgumentValue::Texts);
    }
    let (at, what) = (span(input), found(input));
    let word = if input.is_empty() { None } else { name(input) };
    if word.is_none() {
        let message = format!("expected a value after `{of} =`, found {what}");
        diagnostics.mistake(if input.is_empty() { of.span() } else { at }, message);
    }
    word.map(ArgumentValue::Word)
}

/// The texts of a list, up to its end.
fn texts(
    of: &Ident,
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<StringLiteral>> {
    let mut all = Vec::new();
    while !input.is_empty() {
        let (at, what) = (span(input), found(input));
        let Some(text) = literal(input) else {
            let message = format!("expected a string literal in the list of `{of}`, found {what}");
            diagnostics.mistake(at, message);
            drain(input);
            return None;
        };
        all.push(StringLiteral::folded(&text));
        if comma(input).is_none() && !input.is_empty() {
            let message = format!(
                "expected `,` between the texts of `{of}`, found {}",
                found(input)
            );
            diagnostics.mistake(span(input), message);
            if !input.peek(LitStr) {
                drain(input);
            }
        }
    }
    Some(all)
}
