//! From tokens to a [`Definition`]. Goes on after each mistake, so that all are reported in one go, and so that the
//! rest of the enum is still there for the code that uses it.

mod answers;
mod arguments;
mod attributes;
mod binding;
mod depth;
mod fields;
mod header;
mod named;
mod recover;
mod rows;
mod sections;

use proc_macro2::{Delimiter, Span, TokenStream, extra::DelimSpan};
use syn::{
    Ident, Token,
    parse::{ParseBuffer, ParseStream, Parser as _},
};

use crate::{Definition, Findings};
#[cfg(feature = "edit")]
pub(crate) use binding::Given;
use header::Header;
use recover::{brackets, drain, found, span};

/// Parses the tokens inside `controls! { … }`.
///
/// Returns what there is of the definition, unless there is too little to name an enum. What is wrong is in `findings`.
pub fn parse(tokens: TokenStream, findings: &mut Findings) -> Option<Definition> {
    if let Some(span) = depth::too_deep(tokens.clone()) {
        let message = "brackets are nested too deeply here for a definition: remove some";
        findings.mistake(span, message);
        return None;
    }
    // Where a token is missing at the end, the last one is pointed at.
    let last = tokens.clone().into_iter().last();
    let end = last.map_or_else(Span::call_site, |token| token.span());
    let parser = |input: ParseStream<'_>| {
        let definition = definition(input, end, findings);
        drain(input);
        Ok(definition)
    };
    // Each mistake is a finding, so that there's nothing left for `syn` to return.
    parser.parse2(tokens).ok().flatten()
}

/// Adds what is in the parentheses of an attribute that binds the document.
#[cfg(feature = "edit")]
pub(crate) fn bind(
    attribute: &str,
    tokens: TokenStream,
    bound: &mut Given,
    findings: &mut Findings,
) {
    if let Some(of) = Given::attribute(attribute) {
        let parser = |input: ParseStream<'_>| {
            bound.add(of, input.span(), input, findings);
            Ok(())
        };
        // As in `parse`, mistakes are findings.
        let _ = parser.parse2(tokens);
    }
}

fn definition(input: ParseStream<'_>, end: Span, findings: &mut Findings) -> Option<Definition> {
    let attributes = attributes::of_catalog(input, findings);
    findings.cfgs.clone_from(&attributes.cfgs);
    let bound = attributes.binding.span();
    let binding = attributes.binding.binding(findings);
    let Header {
        visibility,
        keyword,
        name,
    } = header::header(input, end, findings)?;
    let mut half_typed = Vec::new();
    let (body, sections) = match body(input, &name, findings) {
        Some((body, inside)) => {
            after(input, findings);
            let sections = sections::sections(&inside, &mut half_typed, findings);
            (Some(body), sections)
        }
        None => (None, Vec::new()),
    };
    Some(Definition {
        cfgs: attributes.cfgs,
        attributes: attributes.others,
        document: attributes.document,
        heading: attributes.heading,
        published: attributes.published,
        binding,
        bound,
        visibility,
        keyword,
        name,
        body,
        sections,
        half_typed,
    })
}

/// Takes the braces around the sections. Other brackets are taken too, and said to be wrong.
fn body<'i>(
    input: &ParseBuffer<'i>,
    name: &Ident,
    findings: &mut Findings,
) -> Option<(DelimSpan, ParseBuffer<'i>)> {
    brackets(input, Delimiter::Brace).or_else(|| {
        let found = found(input);
        findings.mistake(
            name.span(),
            format!("expected `{{` with the sections of `{name}` after its name, found {found}"),
        );
        brackets(input, Delimiter::Parenthesis).or_else(|| brackets(input, Delimiter::Bracket))
    })
}

/// Says that something follows the catalog, if anything does.
fn after(input: ParseStream<'_>, findings: &mut Findings) {
    if input.is_empty() {
        return;
    }
    let found = found(input);
    let help = if input.peek(Token![;]) {
        "remove it"
    } else {
        "each catalog has a `controls!` of its own"
    };
    findings.mistake(
        span(input),
        format!("unexpected {found} after the catalog: {help}"),
    );
}
