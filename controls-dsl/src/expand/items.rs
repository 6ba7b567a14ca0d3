//! The enums themselves. Their tokens are the user's own wherever there are such, so that editors find their way.

use controls_document::Document;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use super::{docs, section_enum};
use crate::Definition;

/// The enum of controls and the enum of sections.
pub(super) fn enums(definition: &Definition, document: Option<&Document<'_>>) -> TokenStream {
    let Definition { cfgs, attributes, visibility, name, .. } = definition;
    let sections = section_enum(definition);
    let derives = derives(definition);
    let mut variants = TokenStream::new();
    for section in &definition.sections {
        for row in &section.rows {
            variants.extend(row.attributes.clone());
            variant(&mut variants, &docs::of_row(definition, section, row), &row.name);
        }
    }
    let mut section_variants = TokenStream::new();
    for section in &definition.sections {
        section_variants.extend(section.attributes.clone());
        variant(&mut section_variants, &docs::of_section(section), &section.name);
    }
    let (keyword, variants, section_variants) =
        (keyword(definition), body(definition, variants), body(definition, section_variants));
    let doc = docs::of_catalog(definition, document);
    let section_doc = docs::of_sections(definition);
    quote! {
        #cfgs
        #attributes
        #[doc = #doc]
        #derives
        #[repr(u16)]
        #visibility #keyword #name #variants

        #cfgs
        #[doc = #section_doc]
        #derives
        #[repr(u16)]
        #visibility #keyword #sections #section_variants
    }
}

/// The enums alone, of a definition whose catalog can't be made.
pub(super) fn bare(definition: &Definition) -> TokenStream {
    let Definition { cfgs, attributes, visibility, name, .. } = definition;
    let sections = section_enum(definition);
    let derives = derives(definition);
    let variants = definition.rows().map(|row| &row.name);
    let variants = body(definition, quote!(#(#variants),*));
    let section_variants = definition.sections.iter().map(|section| &section.name);
    let section_variants = body(definition, quote!(#(#section_variants),*));
    let keyword = keyword(definition);
    quote! {
        #cfgs
        #attributes
        #derives
        #[allow(missing_docs)]
        #visibility #keyword #name #variants

        #cfgs
        #derives
        #[allow(missing_docs)]
        #visibility #keyword #sections #section_variants
    }
}

/// The traits whose derived code is as short for thousands of variants as for one. Names follow the document, and the
/// ids that are made of them are kept, so their style isn't clippy's to judge.
fn derives(definition: &Definition) -> TokenStream {
    let krate = &definition.krate;
    let core = quote!(#krate::__private::core);
    quote! {
        #[allow(dead_code, clippy::enum_variant_names, clippy::upper_case_acronyms)]
        #[derive(
            #core::clone::Clone,
            #core::marker::Copy,
            #core::cmp::PartialEq,
            #core::cmp::Eq,
            #core::cmp::PartialOrd,
            #core::cmp::Ord,
            #core::hash::Hash,
        )]
    }
}

/// `enum`, where the definition has it: what the compiler says of the enum then points there.
fn keyword(definition: &Definition) -> Ident {
    Ident::new("enum", definition.keyword)
}

/// Variants in braces, where the definition has its own.
fn body(definition: &Definition, variants: TokenStream) -> Group {
    let mut group = Group::new(Delimiter::Brace, variants);
    group.set_span(definition.body);
    group
}

/// `#[doc = "…"] Name,`, put together by hand: this is done for each row.
fn variant(out: &mut TokenStream, doc: &str, name: &Ident) {
    attribute(out, &[TokenTree::Ident(word("doc")), TokenTree::Punct(Punct::new('=', Spacing::Alone)), text(doc)]);
    out.extend([TokenTree::Ident(name.clone()), TokenTree::Punct(Punct::new(',', Spacing::Alone))]);
}

fn attribute(out: &mut TokenStream, inner: &[TokenTree]) {
    let group = Group::new(Delimiter::Bracket, inner.iter().cloned().collect());
    out.extend([TokenTree::Punct(Punct::new('#', Spacing::Alone)), TokenTree::Group(group)]);
}

fn word(word: &str) -> Ident {
    Ident::new(word, Span::call_site())
}

fn text(text: &str) -> TokenTree {
    TokenTree::Literal(Literal::string(text))
}
