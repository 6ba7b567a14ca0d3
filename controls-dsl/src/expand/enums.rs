//! The enums themselves. Their tokens are the user's own wherever there are such, so that editors find their way.

use controls_document::Document;
use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;

use super::docs;
use crate::Definition;

/// The enum of controls and the enum of sections.
pub(super) fn enums(
    krate: &TokenStream,
    definition: &Definition,
    document: Option<&Document<'_>>,
) -> TokenStream {
    let mut places = document.into_iter().flat_map(Document::controls);
    let mut rows = TokenStream::new();
    let mut sections = TokenStream::new();
    for section in &definition.sections {
        for row in &section.rows {
            let place = places.next().map(|(_, control)| control.title.place());
            let doc = docs::of_row(definition, section, row, place);
            let aliases = docs::aliases(row);
            let alias = (!aliases.is_empty()).then(|| quote!(#[doc(alias(#(#aliases),*))]));
            let (attributes, name) = (&row.attributes, &row.name);
            let doc = documented(&doc, name.span());
            rows.extend(quote!(#(#attributes)* #doc #alias #name,));
        }
        let doc = docs::of_section(definition, section);
        let (attributes, name) = (&section.attributes, &section.name);
        let doc = documented(&doc, name.span());
        sections.extend(quote!(#(#attributes)* #doc #name,));
    }
    let derives = derives(krate);
    let cfgs = &definition.cfgs;
    let attributes = &definition.attributes;
    let doc = documented(
        &docs::of_catalog(definition, document),
        definition.name.span(),
    );
    let controls = item(definition, &definition.name, rows);
    let doc_of_sections = documented(&docs::of_sections(definition), definition.name.span());
    let sections = item(definition, &section_enum(definition), sections);
    quote! {
        #(#cfgs)*
        #(#attributes)*
        #doc
        #derives
        #[repr(u16)]
        #controls

        #(#cfgs)*
        #doc_of_sections
        #derives
        #[repr(u16)]
        #sections
    }
}

/// Documentation that has the place of a name: rustdoc takes an author's words and those that are added to them for one
/// text, and says where it is only if all of it is the author's file.
fn documented(doc: &str, span: Span) -> TokenStream {
    let mut doc = Literal::string(doc);
    doc.set_span(span);
    quote_spanned!(span=> #[doc = #doc])
}

/// The enums alone, of a definition whose catalog can't be made.
pub(super) fn bare(krate: &TokenStream, definition: &Definition) -> TokenStream {
    let derives = derives(krate);
    let cfgs = &definition.cfgs;
    let attributes = &definition.attributes;
    let rows = definition.rows().map(|row| &row.name);
    let controls = item(definition, &definition.name, quote!(#(#rows,)*));
    let names = definition.sections.iter().map(|section| &section.name);
    let sections = item(definition, &section_enum(definition), quote!(#(#names,)*));
    quote! {
        #(#cfgs)*
        #(#attributes)*
        #derives
        #[allow(missing_docs)]
        #controls

        #(#cfgs)*
        #derives
        #[allow(missing_docs)]
        #sections
    }
}

/// The traits whose derived code is as short for thousands of variants as for one. Names follow the document, and the
/// ids that are made of them are kept, so their style isn't clippy's to judge.
fn derives(krate: &TokenStream) -> TokenStream {
    let core = quote!(#krate::__private::core);
    quote! {
        #[allow(clippy::enum_variant_names, clippy::upper_case_acronyms)]
        #[derive(
            #core::clone::Clone, #core::marker::Copy, #core::cmp::PartialEq, #core::cmp::Eq,
            #core::cmp::PartialOrd, #core::cmp::Ord, #core::hash::Hash,
        )]
    }
}

/// An enum after its attributes. `enum` and the braces are where the definition has its own: what the compiler says of
/// the enum then points there.
fn item(definition: &Definition, name: &Ident, variants: TokenStream) -> TokenStream {
    let visibility = &definition.visibility;
    let keyword = quote_spanned!(definition.keyword=> enum);
    let mut body = Group::new(Delimiter::Brace, variants);
    body.set_span(
        definition
            .body
            .map_or_else(|| definition.name.span(), |body| body.join()),
    );
    quote!(#visibility #keyword #name #body)
}

/// The name of the enum of sections.
pub(super) fn section_enum(definition: &Definition) -> Ident {
    format_ident!("{}Section", definition.name, span = definition.name.span())
}
