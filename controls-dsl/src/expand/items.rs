//! The enums themselves. Their tokens are the user's own wherever there are such, so that editors find their way.

use std::fmt::Write as _;

use controls_document::Document;
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::quote;

use super::{docs, lexed, section_enum};
use crate::Definition;

/// The enum of controls and the enum of sections.
pub(super) fn enums(definition: &Definition, document: Option<&Document<'_>>) -> TokenStream {
    let Definition { cfgs, attributes, visibility, name, .. } = definition;
    let sections = section_enum(definition);
    let derives = derives(definition);
    let mut places = document.into_iter().flat_map(Document::controls).map(|(_, control)| control.title.place);
    let mut variants = Variants::default();
    for section in &definition.sections {
        for row in &section.rows {
            let doc = docs::of_row(definition, section, row, places.next());
            variants.add(&row.attributes, &row.name, &doc, &docs::aliases(row));
        }
    }
    let mut section_variants = Variants::default();
    for section in &definition.sections {
        let doc = docs::of_section(definition, section);
        section_variants.add(&section.attributes, &section.name, &doc, &[]);
    }
    let (variants, section_variants) = (variants.tokens(), section_variants.tokens());
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

/// Variants in the making.
#[derive(Default)]
struct Variants<'d> {
    /// The author's attributes and the name of each.
    names: Vec<(&'d TokenStream, &'d Ident)>,
    /// What is generated for each, as text that ends in `;`. Lexed as a whole: token by token it would take several times
    /// as long.
    generated: String,
}

impl<'d> Variants<'d> {
    fn add(&mut self, attributes: &'d TokenStream, name: &'d Ident, doc: &str, aliases: &[String]) {
        self.names.push((attributes, name));
        let _ = write!(self.generated, "#[doc={doc:?}]");
        if !aliases.is_empty() {
            // A list of strings is written as its parts are in Rust.
            let list = format!("{aliases:?}");
            let _ = write!(self.generated, "#[doc(alias({}))]", &list[1..list.len() - 1]);
        }
        self.generated.push(';');
    }

    fn tokens(self) -> TokenStream {
        let mut generated = lexed(&self.generated).into_iter();
        let mut out: Vec<TokenTree> = Vec::with_capacity(self.names.len() * 6);
        for (attributes, name) in self.names {
            if !attributes.is_empty() {
                out.extend(attributes.clone());
            }
            let is_end = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';');
            out.extend(generated.by_ref().take_while(|token| !is_end(token)));
            out.extend([TokenTree::Ident(name.clone()), TokenTree::Punct(Punct::new(',', Spacing::Alone))]);
        }
        out.into_iter().collect()
    }
}
