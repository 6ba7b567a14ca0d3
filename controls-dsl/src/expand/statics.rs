//! The data of a catalog: its records, its sections, and the lists of all variants.

use controls_document::Document;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{enums::section_enum, ids, rows};
use crate::{Definition, Row, ast::plain_name, fingerprint};

/// The statics that `controls_core`'s macros for catalogs name.
pub(super) fn statics(definition: &Definition, document: Option<&Document<'_>>) -> TokenStream {
    let fingerprints = fingerprint::rows(definition);
    let rows = rows::rows(definition, &fingerprints, document);
    let count = Literal::usize_unsuffixed(definition.count());
    let sections = sections(definition);
    let section_count = Literal::usize_unsuffixed(definition.sections.len());
    let catalog = catalog(definition, document, &fingerprints);
    let (name, section_enum) = (&definition.name, section_enum(definition));
    let controls = definition.rows().map(|row| &row.name);
    let of_sections = definition.sections.iter().map(|section| &section.name);
    quote! {
        static RECORDS: [__c::Record; #count] = [#rows];
        static CATALOG: __c::Catalog = #catalog;
        static CONTROLS: [#name; #count] = [#(#name::#controls),*];
        static SECTIONS: [#section_enum; #section_count] = [#(#section_enum::#of_sections),*];
        static HEADINGS: [__c::Section; #section_count] = [#sections];
    }
}

fn sections(definition: &Definition) -> TokenStream {
    let mut first = 0;
    let section = |section: &crate::Section| {
        let (name, title) = (plain_name(&section.name), &section.title.value);
        let (start, count) = (first, section.rows.len());
        first += count;
        let (start, count) = (
            Literal::usize_unsuffixed(start),
            Literal::usize_unsuffixed(count),
        );
        let made = quote!(__c::section(#name, #title, &RECORDS, #start, #count));
        if let Some(group) = rows::group(section) {
            quote!(__c::grouped(#made, #group),)
        } else {
            quote!(#made,)
        }
    };
    definition.sections.iter().map(section).collect()
}

fn catalog(
    definition: &Definition,
    document: Option<&Document<'_>>,
    fingerprints: &[u128],
) -> TokenStream {
    let name = plain_name(&definition.name);
    let [path, heading, published] = [
        &definition.document,
        &definition.heading,
        &definition.published,
    ]
    .map(|text| option(text.as_ref().map(|text| &*text.value)));
    let date = option(document.and_then(|document| document.date.as_deref()));
    let fingerprint = fingerprint::literal(fingerprint::of_rows(fingerprints));
    let ids: Vec<&str> = definition.rows().map(Row::id).collect();
    let by_id = Literal::byte_string(&ids::table(ids.into_iter()));
    quote! {
        __c::Parts {
            name: #name,
            document: #path,
            heading: #heading,
            published: #published,
            date: #date,
            fingerprint: #fingerprint,
            sections: &HEADINGS,
            records: &RECORDS,
            by_id: #by_id,
        }
        .catalog()
    }
}

fn option(text: Option<&str>) -> TokenStream {
    if let Some(text) = text {
        quote!(__c::Some(#text))
    } else {
        quote!(__c::None)
    }
}
