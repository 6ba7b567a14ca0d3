//! `pub enum Name`, and what people write in its place.

use crate::{
    Findings,
    ast::Visibility,
    cursor::Cursor,
    names::is_keyword,
    tokens::{Delimiter, Name, Span, Token},
};

/// What stands before the braces.
pub(super) struct Header {
    pub(super) visibility: Visibility,
    pub(super) keyword: Span,
    pub(super) name: Name,
}

/// Takes the visibility, `enum` and the name.
pub(super) fn header(cursor: &mut Cursor<'_>, findings: &mut Findings) -> Option<Header> {
    if cursor.is_at_end() {
        findings.mistake(
            cursor.span(),
            "expected a catalog, such as `pub enum Service { … }`, found nothing",
        );
        return None;
    }
    let visibility = visibility(cursor);
    let keyword = cursor.span();
    let found = cursor.found();
    match cursor.ident() {
        Some(word) if word.as_str() == "enum" => {}
        Some(word) if ["struct", "union", "mod"].contains(&word.as_str()) => {
            findings.mistake(
                word.span(),
                format!("a catalog is an enum: write `enum` in place of `{word}`"),
            );
        }
        _ => {
            findings.mistake(
                keyword,
                format!("expected `enum` and the name of the catalog, found {found}"),
            );
            return None;
        }
    }
    // Behind the keyword may come the whole body, which is too much to point at.
    let span = cursor.peek_ident().map_or(keyword, Name::span);
    let found = cursor.found();
    let Some(name) = cursor.ident().filter(|name| !is_keyword(name.as_str())) else {
        findings.mistake(
            span,
            format!("expected the name of the catalog behind `enum`, found {found}"),
        );
        return None;
    };
    let has_where = cursor
        .peek_ident()
        .is_some_and(|word| word.as_str() == "where");
    if cursor.is_punct("<") || has_where {
        let what = if has_where {
            "`where` clause"
        } else {
            "parameters"
        };
        findings.mistake(
            cursor.span(),
            format!(
                "a catalog has no {what}: write `enum {} {{ … }}`",
                name.plain()
            ),
        );
        while !cursor.is_at_end() && !is_body(cursor) {
            cursor.next();
        }
    }
    Some(Header {
        visibility,
        keyword,
        name: name.clone(),
    })
}

fn is_body(cursor: &Cursor<'_>) -> bool {
    cursor
        .peek_group()
        .is_some_and(|group| group.delimiter == Delimiter::Brace)
}

fn visibility(cursor: &mut Cursor<'_>) -> Visibility {
    let mut visibility = Visibility::default();
    if cursor
        .peek_ident()
        .is_some_and(|word| word.as_str() == "pub")
    {
        let is_scope = |token: &Token| matches!(token, Token::Group(group) if group.delimiter == Delimiter::Parenthesis);
        let has_scope = cursor.peek_second().is_some_and(is_scope);
        for _ in 0..if has_scope { 2 } else { 1 } {
            let Some(token) = cursor.next() else { break };
            visibility.tokens.token(token.span());
            visibility.text.push_str(&token.to_string());
        }
    }
    visibility
}

/// Says what is wrong with a name of a variant, if anything is.
pub(super) fn check_variant(
    name: &Name,
    what: &str,
    reserved: &[&str],
    findings: &mut Findings,
) -> bool {
    let (text, span) = (name.as_str(), name.span());
    if is_keyword(text) {
        let raw = match text {
            "$crate" | "Self" | "self" | "super" | "crate" | "_" => String::new(),
            text => format!(", or `r#{text}`"),
        };
        findings.mistake(
            span,
            format!(
                "`{text}` is a word of Rust's and can't name a {what}: write another name{raw}"
            ),
        );
        false
    } else if reserved.contains(&text) {
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
