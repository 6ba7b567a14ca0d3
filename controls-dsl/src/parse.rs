//! From tokens to a [`Definition`]. Goes on after each mistake, so that all are reported in one go, and so that the
//! rest of the enum is still there for the code that uses it.

mod attributes;
mod fields;
mod header;
mod rows;

use proc_macro2::{Delimiter, Span, TokenStream};

use crate::{Definition, Findings, cursor::Cursor};

/// Parses the tokens inside `controls! { … }`. `krate` is the path of `controls-core`.
///
/// Returns what there is of the definition, unless there is too little to name an enum.
pub fn parse(krate: TokenStream, tokens: TokenStream, findings: &mut Findings) -> Option<Definition> {
    let mut cursor = Cursor::new(tokens, Span::call_site());
    let attributes = attributes::of_catalog(&mut cursor, findings);
    let (visibility, name) = header::header(&mut cursor, findings)?;
    let Some(body) = cursor.group(Delimiter::Brace) else {
        let found = cursor.found();
        findings.mistake(
            name.span(),
            format!("expected `{{` with the sections of `{name}` behind its name, found {found}"),
        );
        return None;
    };
    if !cursor.is_at_end() {
        let found = cursor.found();
        findings.mistake(
            cursor.span(),
            format!("unexpected {found} behind the catalog: each catalog has a `controls!` of its own"),
        );
    }
    let sections = rows::sections(&mut Cursor::inside(&body), findings);
    Some(Definition {
        krate,
        cfgs: attributes.cfgs,
        attributes: attributes.others,
        document: attributes.document,
        heading: attributes.heading,
        published: attributes.published,
        visibility,
        name,
        sections,
    })
}
