//! From tokens to a [`Definition`]. Goes on after each mistake, so that all are reported in one go, and so that the
//! rest of the enum is still there for the code that uses it.

mod attributes;
mod fields;
mod header;
mod rows;

use crate::{
    Definition, Findings,
    cursor::Cursor,
    tokens::{Delimiter, Group, Name, Token},
};
use header::Header;

/// Parses the tokens inside `controls! { … }`.
///
/// Returns what there is of the definition, unless there is too little to name an enum.
pub fn parse(tokens: &[Token], findings: &mut Findings) -> Option<Definition> {
    // Where a token is missing at the end, the last one is pointed at.
    let last = tokens.last().map(Token::span).unwrap_or_default();
    let mut cursor = Cursor::new(tokens, last);
    let attributes = attributes::of_catalog(&mut cursor, findings);
    findings.cfgs = attributes.cfgs.clone();
    let Header {
        visibility,
        keyword,
        name,
    } = header::header(&mut cursor, findings)?;
    let body = body(&mut cursor, &name, findings);
    let span = body.map_or_else(|| name.span(), |body| body.span);
    let sections = match body {
        Some(body) => {
            end(&cursor, findings);
            rows::sections(&mut Cursor::inside(body), findings)
        }
        None => Vec::new(),
    };
    Some(Definition {
        cfgs: attributes.cfgs,
        attributes: attributes.others,
        document: attributes.document,
        heading: attributes.heading,
        published: attributes.published,
        visibility,
        keyword,
        body: span,
        name,
        sections,
    })
}

/// Takes the braces around the sections. Other brackets are taken too, and said to be wrong.
fn body<'t>(cursor: &mut Cursor<'t>, name: &Name, findings: &mut Findings) -> Option<&'t Group> {
    if let Some(body) = cursor.group(Delimiter::Brace) {
        return Some(body);
    }
    let found = cursor.found();
    findings.mistake(
        name.span(),
        format!("expected `{{` with the sections of `{name}` behind its name, found {found}"),
    );
    cursor
        .group(Delimiter::Parenthesis)
        .or_else(|| cursor.group(Delimiter::Bracket))
}

/// Says that something stands behind the catalog, if anything does.
fn end(cursor: &Cursor<'_>, findings: &mut Findings) {
    if cursor.is_at_end() {
        return;
    }
    let found = cursor.found();
    let help = if cursor.is_punct(";") {
        "remove it"
    } else {
        "each catalog has a `controls!` of its own"
    };
    findings.mistake(
        cursor.span(),
        format!("unexpected {found} behind the catalog: {help}"),
    );
}
