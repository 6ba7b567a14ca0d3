//! What is next, and how to step over what can't be used.

use proc_macro2::{Delimiter, Span, TokenTree, extra::DelimSpan};
use syn::{
    Ident, LitStr, Token, braced, bracketed,
    ext::IdentExt as _,
    parenthesized,
    parse::{ParseBuffer, ParseStream},
    token,
};

/// What the next token is, for an error: `` `=` ``, or the end.
pub(crate) fn found(input: ParseStream<'_>) -> String {
    if input.peek(Token![=>]) {
        return "`=>`".to_owned();
    }
    match input.fork().parse::<TokenTree>() {
        Err(_) => "the end".to_owned(),
        Ok(TokenTree::Group(group)) => match group.delimiter() {
            Delimiter::Parenthesis => "`(`".to_owned(),
            Delimiter::Brace => "`{`".to_owned(),
            Delimiter::Bracket => "`[`".to_owned(),
            Delimiter::None => format!("`{group}`"),
        },
        Ok(token) => format!("`{token}`"),
    }
}

/// Where the next token is, brackets as a whole, or else the closing bracket.
pub(crate) fn span(input: ParseStream<'_>) -> Span {
    match input.fork().parse::<TokenTree>() {
        Ok(token) => token.span(),
        Err(_) => input.span(),
    }
}

/// Whether a name comes next, a keyword included.
pub(crate) fn at_name(input: ParseStream<'_>) -> bool {
    input.peek(Ident::peek_any)
}

/// Takes a name, a keyword included.
pub(crate) fn name(input: ParseStream<'_>) -> Option<Ident> {
    let name = input.call(Ident::parse_any).ok()?;
    // The compiler has refused `r#Self` and the like already. Under another name it says no more about it.
    let is_refused = ["r#Self", "r#self", "r#super", "r#crate", "r#_"]
        .iter()
        .any(|refused| name == refused);
    Some(if is_refused {
        Ident::new("Refused", name.span())
    } else {
        name
    })
}

/// The next name, which isn't taken.
pub(super) fn next_name(input: ParseStream<'_>) -> Option<Ident> {
    name(&input.fork())
}

/// Whether `=` comes next, and isn't the beginning of `=>` or `==`.
pub(crate) fn at_equals(input: ParseStream<'_>) -> bool {
    input.peek(Token![=]) && !input.peek(Token![=>]) && !input.peek(Token![==])
}

/// Takes a `,`. Returns where it is.
pub(crate) fn comma(input: ParseStream<'_>) -> Option<Span> {
    let comma = input.parse::<Option<Token![,]>>().ok().flatten()?;
    Some(comma.span)
}

/// Whether a macro is called after the next token: `concat!(…)`.
pub(super) fn at_macro(input: ParseStream<'_>) -> bool {
    at_name(input) && input.peek2(Token![!])
}

/// Whether a field begins here: a name, or the heading of a column, that `:` follows.
pub(super) fn at_field(input: ParseStream<'_>) -> bool {
    (at_name(input) || input.peek(LitStr)) && input.peek2(Token![:])
}

/// Whether a row or section begins here: an attribute, or a name that `=` follows.
pub(super) fn at_item(input: ParseStream<'_>) -> bool {
    let is_named = at_name(input)
        && input.peek2(Token![=])
        && !input.peek2(Token![=>])
        && !input.peek2(Token![==]);
    is_named || (input.peek(Token![#]) && input.peek2(token::Bracket))
}

/// Steps over a token.
pub(crate) fn skip(input: ParseStream<'_>) {
    // Fails at the end only, where there's nothing to step over.
    let _ = input.parse::<TokenTree>();
}

/// Calls this until nothing is left. A token that it leaves where it is, is stepped over: there's an end to every input.
pub(super) fn until_end(input: ParseStream<'_>, mut take: impl FnMut(ParseStream<'_>)) {
    while !input.is_empty() {
        let before = input.cursor();
        take(input);
        if input.cursor() == before {
            skip(input);
        }
    }
}

/// Steps over everything.
pub(super) fn drain(input: ParseStream<'_>) {
    while !input.is_empty() {
        skip(input);
    }
}

/// Steps over tokens up to the next row or section, or over the next comma.
pub(super) fn to_next_item(input: ParseStream<'_>) {
    while !input.is_empty() && !at_item(input) && comma(input).is_none() {
        skip(input);
    }
}

/// Takes brackets of a sort. What is in them has to be read to its end.
pub(super) fn brackets<'i>(
    input: &ParseBuffer<'i>,
    delimiter: Delimiter,
) -> Option<(DelimSpan, ParseBuffer<'i>)> {
    let take = || {
        let inside;
        let span = match delimiter {
            Delimiter::Parenthesis => parenthesized!(inside in input).span,
            Delimiter::Brace => braced!(inside in input).span,
            Delimiter::Bracket | Delimiter::None => bracketed!(inside in input).span,
        };
        Ok::<_, syn::Error>((span, inside))
    };
    take().ok()
}

/// Takes a string literal: cooked or raw, without a suffix.
pub(crate) fn literal(input: ParseStream<'_>) -> Option<LitStr> {
    let is_plain = |literal: &LitStr| literal.suffix().is_empty();
    input.fork().parse().ok().filter(is_plain)?;
    input.parse().ok()
}
