//! `pub enum Name`, and what people write in its place.

use proc_macro2::{Group, Span, TokenStream};
use quote::{ToTokens as _, TokenStreamExt as _};
use syn::{
    Ident, Token,
    ext::IdentExt as _,
    parse::{ParseStream, Parser as _},
    token,
};

use super::{
    named::check_catalog,
    recover::{found, name, next_name, skip, span},
};
use crate::{Diagnostics, ast::plain_name, names::is_keyword};

/// What comes before the braces.
pub(super) struct Header {
    pub(super) visibility: TokenStream,
    pub(super) keyword: Span,
    pub(super) name: Ident,
}

/// Takes the visibility, `enum` and the name. `end` is where the input ends.
pub(super) fn header(
    input: ParseStream<'_>,
    end: Span,
    diagnostics: &mut Diagnostics,
) -> Option<Header> {
    let span = |input: ParseStream<'_>| if input.is_empty() { end } else { span(input) };
    if input.is_empty() {
        let message = "expected a catalog, such as `pub enum Service { … }`, found nothing";
        diagnostics.mistake(end, message);
        return None;
    }
    let visibility = visibility(input, diagnostics);
    let (keyword, what) = (span(input), found(input));
    match name(input) {
        Some(word) if word == "enum" => {}
        Some(word) if ["struct", "union", "mod"].iter().any(|other| word == other) => {
            diagnostics.mistake(
                keyword,
                format!("a catalog is an enum: write `enum` in place of `{word}`"),
            );
        }
        _ => {
            diagnostics.mistake(
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
        diagnostics.mistake(at, message);
        return None;
    };
    if input.peek(Token![<]) || input.peek(Token![where]) {
        let what = if input.peek(Token![where]) {
            "`where` clause"
        } else {
            "parameters"
        };
        let plain = plain_name(&name);
        diagnostics.mistake(
            span(input),
            format!("a catalog has no {what}: write `enum {plain} {{ … }}`"),
        );
        while !input.is_empty() && !input.peek(token::Brace) {
            skip(input);
        }
    }
    if !check_catalog(&name, diagnostics) {
        return None;
    }
    Some(Header {
        visibility,
        keyword,
        name,
    })
}

/// Takes `pub`, and what restricts it. Parentheses that restrict nothing are said to be wrong, and left out.
fn visibility(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> TokenStream {
    let mut tokens = TokenStream::new();
    if let Ok(public) = input.parse::<Token![pub]>() {
        public.to_tokens(&mut tokens);
        if input.peek(token::Paren)
            && let Ok(scope) = input.parse::<Group>()
        {
            if is_scope.parse2(scope.stream()).is_ok() {
                tokens.append(scope);
            } else {
                diagnostics.mistake(
                    scope.span(),
                    "expected a scope in the parentheses after `pub`: write `pub`, `pub(crate)`, `pub(super)` or `pub(in crate::module)`",
                );
            }
        }
    }
    tokens
}

/// Whether it's `crate`, `super`, `self` or `in …`. A path may begin with `$crate` too.
fn is_scope(input: ParseStream<'_>) -> syn::Result<()> {
    if input.parse::<Option<Token![in]>>()?.is_some() {
        input.parse::<Option<Token![::]>>()?;
        loop {
            input.call(Ident::parse_any)?;
            if input.parse::<Option<Token![::]>>()?.is_none() {
                return Ok(());
            }
        }
    }
    if input.peek(Token![crate]) || input.peek(Token![super]) || input.peek(Token![self]) {
        skip(input);
        Ok(())
    } else {
        Err(input.error("no scope"))
    }
}
