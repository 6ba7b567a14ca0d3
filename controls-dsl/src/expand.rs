//! From a definition to its catalog.

mod docs;
mod editor;
mod enums;
mod ids;
mod rows;
mod statics;
mod tracked;

use controls_document::{Document, MOST_CONTROLS};
use proc_macro2::{Delimiter, Literal, Span, TokenStream, TokenTree};
use quote::quote;

use crate::{Definition, Diagnostics, check, drift::report, load, parse};

pub use tracked::Origin;

/// Expands what `controls!` is given: the path of `controls-core` in parentheses, then the definition. `origin_of` returns
/// the file that contains a token, if the compiler says so.
#[must_use]
pub fn expand(input: TokenStream, origin_of: &dyn Fn(Span) -> Option<Origin>) -> TokenStream {
    let (krate, tokens) = krate(input);
    let mut diagnostics = Diagnostics::default();
    let Some(mut definition) = parse(tokens, &mut diagnostics) else {
        return diagnostics.errors(&krate);
    };
    check(&mut definition, &mut diagnostics);
    let origin = definition
        .document
        .as_ref()
        .and_then(|document| origin_of(document.span()));
    let file = origin.as_ref().map(|origin| &*origin.path);
    let source = load(&definition, file, &mut diagnostics);
    let document = source
        .as_ref()
        .and_then(|source| source.document(&definition, &mut diagnostics));
    // What a definition with mistakes says isn't what its author means: it's not held against the document yet.
    if let (true, Some(document), Some(source)) = (diagnostics.is_empty(), &document, &source) {
        report(&definition, document, source, &mut diagnostics);
    }
    let catalog = catalog(&krate, &definition, document.as_ref());
    let tracked = source
        .as_ref()
        .zip(origin)
        .and_then(|(source, origin)| tracked::tracked(&krate, &definition, source, &origin));
    let completions = editor::completions(&krate, &definition);
    let errors = diagnostics.errors(&krate);
    quote! {
        #catalog
        #tracked
        #completions
        #errors
    }
}

/// Parts the path of `controls-core` from the definition after it.
pub(crate) fn krate(input: TokenStream) -> (TokenStream, TokenStream) {
    let mut rest = input.clone().into_iter();
    match rest.next() {
        Some(TokenTree::Group(path)) if path.delimiter() == Delimiter::Parenthesis => {
            (path.stream(), rest.collect())
        }
        _ => (quote!(::controls_core), input),
    }
}

/// The catalog. A definition without rows, or with too many, gives the bare enums: there is an error about it, and code
/// that names the types should give no other.
fn catalog(
    krate: &TokenStream,
    definition: &Definition,
    document: Option<&Document<'_>>,
) -> TokenStream {
    if !(1..=MOST_CONTROLS).contains(&definition.count()) {
        return enums::bare(krate, definition);
    }
    let enums = enums::enums(krate, definition, document);
    let statics = statics::statics(definition, document);
    let cfgs = &definition.cfgs;
    let visibility = &definition.visibility;
    let name = &definition.name;
    let count = Literal::usize_unsuffixed(definition.count());
    let sections = enums::section_enum(definition);
    let section_count = Literal::usize_unsuffixed(definition.sections.len());
    let answers = definition
        .has_answers()
        .then(|| quote!(__c::answers! { #visibility #name }));
    // Only where there's need: what a crate forbids, no code in it can allow.
    let allow = definition
        .has_deprecated()
        .then(|| quote!(#[allow(deprecated)]));
    quote! {
        #enums

        #(#cfgs)*
        #allow
        const _: () = {
            use #krate::__private as __c;

            #statics

            __c::catalog! { #visibility #name #count, #sections #section_count }
            #answers
        };
    }
}
