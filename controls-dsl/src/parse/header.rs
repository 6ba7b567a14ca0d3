//! `pub enum Name`, and what people write in its place.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, TokenStreamExt as _};
use syn::{Ident, Token, parse::ParseStream, token};

use super::recover::{found, name, next_name, skip, span};
use crate::{Findings, ast::plain_name, names::is_keyword};

/// What comes before the braces.
pub(super) struct Header {
    pub(super) visibility: TokenStream,
    pub(super) keyword: Span,
    pub(super) name: Ident,
}

/// Takes the visibility, `enum` and the name. `end` is where the input ends.
pub(super) fn header(input: ParseStream<'_>, end: Span, findings: &mut Findings) -> Option<Header> {
    let span = |input: ParseStream<'_>| if input.is_empty() { end } else { span(input) };
    if input.is_empty() {
        let message = "expected a catalog, such as `pub enum Service { … }`, found nothing";
        findings.mistake(end, message);
        return None;
    }
    let visibility = visibility(input);
    let (keyword, what) = (span(input), found(input));
    match name(input) {
        Some(word) if word == "enum" => {}
        Some(word) if ["struct", "union", "mod"].iter().any(|other| word == other) => {
            findings.mistake(
                keyword,
                format!("a catalog is an enum: write `enum` in place of `{word}`"),
            );
        }
        _ => {
            findings.mistake(
                keyword,
                format!("expected `enum` and the catalog's name, found {what}"),
            );
            return None;
        }
    }
    // What follows the keyword may be the whole body, which is too much to point at.
    let at = next_name(input).map_or(keyword, |name| name.span());
    let what = found(input);
    let Some(name) = name(input).filter(|name| !is_keyword(&name.to_string())) else {
        let message = format!("expected the catalog's name after `enum`, found {what}");
        findings.mistake(at, message);
        return None;
    };
    if input.peek(Token![<]) || input.peek(Token![where]) {
        let what = if input.peek(Token![where]) {
            "`where` clause"
        } else {
            "parameters"
        };
        let plain = plain_name(&name);
        findings.mistake(
            span(input),
            format!("a catalog has no {what}: write `enum {plain} {{ … }}`"),
        );
        while !input.is_empty() && !input.peek(token::Brace) {
            skip(input);
        }
    }
    Some(Header {
        visibility,
        keyword,
        name,
    })
}

/// Takes `pub`, and what restricts it.
fn visibility(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    if let Ok(public) = input.parse::<Token![pub]>() {
        public.to_tokens(&mut tokens);
        if let Some(scope) = scope(input) {
            tokens.append(scope);
            skip(input);
        }
    }
    tokens
}

/// `(crate)`, `(super)`, `(self)` or `(in …)`, if that is next.
fn scope(input: ParseStream<'_>) -> Option<Group> {
    let group = input.fork().parse::<Group>().ok()?;
    let first = group.stream().into_iter().next()?;
    let is_scope = ["crate", "super", "self", "in"]
        .iter()
        .any(|word| matches!(&first, TokenTree::Ident(name) if name == word));
    // `$crate` in a path of `in` comes after it.
    (group.delimiter() == Delimiter::Parenthesis && is_scope).then_some(group)
}
