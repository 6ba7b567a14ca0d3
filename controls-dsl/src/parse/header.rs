//! `pub enum Name`, and what people write in its place.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};

use crate::{
    Findings,
    cursor::Cursor,
    names::{is_keyword, plain},
};

/// What stands before the braces.
pub(super) struct Header {
    pub(super) visibility: TokenStream,
    pub(super) keyword: Span,
    pub(super) name: Ident,
}

/// Takes the visibility, `enum` and the name.
pub(super) fn header(cursor: &mut Cursor, findings: &mut Findings) -> Option<Header> {
    if cursor.is_at_end() {
        findings.mistake(cursor.span(), "expected a catalog, such as `pub enum Service { … }`, found nothing");
        return None;
    }
    let visibility = visibility(cursor);
    let keyword = cursor.span();
    let found = cursor.found();
    match cursor.ident() {
        Some(word) if word == "enum" => {}
        Some(word) if word == "struct" || word == "union" || word == "mod" => {
            findings.mistake(word.span(), format!("a catalog is an enum: write `enum` in place of `{word}`"));
        }
        _ => {
            findings.mistake(keyword, format!("expected `enum` and the name of the catalog, found {found}"));
            return None;
        }
    }
    // Behind the keyword may come the whole body, which is too much to point at.
    let span = cursor.peek_ident().map_or(keyword, Ident::span);
    let found = cursor.found();
    let Some(name) = cursor.ident().filter(|name| !is_keyword(&name.to_string())) else {
        findings.mistake(span, format!("expected the name of the catalog behind `enum`, found {found}"));
        return None;
    };
    let has_where = cursor.peek_ident().is_some_and(|word| word == "where");
    if cursor.is_punct("<") || has_where {
        let what = if has_where { "`where` clause" } else { "parameters" };
        findings.mistake(cursor.span(), format!("a catalog has no {what}: write `enum {} {{ … }}`", plain(&name)));
        while !cursor.is_at_end() && !is_body(cursor) {
            cursor.next();
        }
    }
    Some(Header { visibility, keyword, name })
}

fn is_body(cursor: &Cursor) -> bool {
    matches!(cursor.peek(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace)
}

fn visibility(cursor: &mut Cursor) -> TokenStream {
    let mut tokens = TokenStream::new();
    if cursor.peek_ident().is_some_and(|word| word == "pub") {
        tokens.extend(cursor.next());
        tokens.extend(cursor.group(Delimiter::Parenthesis).map(TokenTree::Group));
    }
    tokens
}

/// Says what is wrong with a name of a variant, if anything is.
pub(super) fn check_variant(name: &Ident, what: &str, reserved: &[&str], findings: &mut Findings) -> bool {
    let text = name.to_string();
    let span: Span = name.span();
    if is_keyword(&text) {
        let raw = match text.as_str() {
            "Self" | "self" | "super" | "crate" | "_" => String::new(),
            text => format!(", or `r#{text}`"),
        };
        findings
            .mistake(span, format!("`{text}` is a word of Rust's and can't name a {what}: write another name{raw}"));
        false
    } else if reserved.contains(&text.as_str()) {
        findings.mistake(
            span,
            format!(
                "`{text}` can't name a {what}: each catalog has an associated constant of this name; write another"
            ),
        );
        false
    } else {
        true
    }
}
