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
pub(crate) mod recover;
mod rows;
mod sections;

use proc_macro2::{Delimiter, Span, TokenStream, extra::DelimSpan};
use syn::{
    Ident, Token,
    parse::{ParseBuffer, ParseStream, Parser as _},
};

use crate::{Definition, Diagnostics};
#[cfg(feature = "edit")]
pub(crate) use binding::BindingAttributes;
use header::Header;
pub(crate) use named::is_taken;
use recover::{brackets, drain, found, span};

/// Parses the tokens inside `controls! { … }`.
///
/// Returns what there is of the definition, unless there is too little to name an enum. What is wrong is in `diagnostics`.
pub fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Option<Definition> {
    if let Some(span) = depth::too_deep(tokens.clone()) {
        let message = "brackets are nested too deeply here for a definition: remove some";
        diagnostics.mistake(span, message);
        return None;
    }
    // Where a token is missing at the end, the last one is pointed at.
    let last = tokens.clone().into_iter().last();
    let end = last.map_or_else(Span::call_site, |token| token.span());
    let parser = |input: ParseStream<'_>| {
        let definition = definition(input, end, diagnostics);
        drain(input);
        Ok(definition)
    };
    // Each mistake is a diagnostic, so that there's nothing left for `syn` to return.
    parser.parse2(tokens).ok().flatten()
}

/// Adds what is in the parentheses of an attribute that binds the document.
#[cfg(feature = "edit")]
pub(crate) fn bind(
    attribute: &str,
    tokens: TokenStream,
    bound: &mut BindingAttributes,
    diagnostics: &mut Diagnostics,
) {
    if let Some(of) = BindingAttributes::attribute(attribute) {
        let parser = |input: ParseStream<'_>| {
            bound.add(of, input.span(), input, diagnostics);
            Ok(())
        };
        // As in `parse`, mistakes are diagnostics.
        let _ = parser.parse2(tokens);
    }
}

fn definition(
    input: ParseStream<'_>,
    end: Span,
    diagnostics: &mut Diagnostics,
) -> Option<Definition> {
    let attributes = attributes::of_catalog(input, diagnostics);
    diagnostics.cfgs.clone_from(&attributes.cfgs);
    let bound = attributes.binding.span();
    let binding = attributes.binding.binding(diagnostics);
    let Header {
        visibility,
        keyword,
        name,
    } = header::header(input, end, diagnostics)?;
    let mut half_typed = Vec::new();
    let (body, sections) = match body(input, &name, diagnostics) {
        Some((body, inside)) => {
            after(input, diagnostics);
            let sections = sections::sections(&inside, &mut half_typed, diagnostics);
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
    diagnostics: &mut Diagnostics,
) -> Option<(DelimSpan, ParseBuffer<'i>)> {
    brackets(input, Delimiter::Brace).or_else(|| {
        let found = found(input);
        diagnostics.mistake(
            name.span(),
            format!("expected `{{` with the sections of `{name}` after its name, found {found}"),
        );
        brackets(input, Delimiter::Parenthesis).or_else(|| brackets(input, Delimiter::Bracket))
    })
}

/// Says that something follows the catalog, if anything does.
fn after(input: ParseStream<'_>, diagnostics: &mut Diagnostics) {
    if input.is_empty() {
        return;
    }
    let found = found(input);
    let help = if input.peek(Token![;]) {
        "remove it"
    } else {
        "each catalog has a `controls!` of its own"
    };
    diagnostics.mistake(
        span(input),
        format!("unexpected {found} after the catalog: {help}"),
    );
}
