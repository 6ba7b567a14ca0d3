//! The block with the tables, and with what is implemented over them. It carries no token of the user's but names, so
//! it's written as text for the compiler to lex, which is several times faster than building tokens one by one.

use std::fmt::Write as _;

use controls_document::{Answer, Document, links, resolve};
use proc_macro2::TokenStream;
use quote::quote;

use super::{ids, implementations, lexed};
use crate::{Definition, Row, RowAnswer, Text, fingerprint, names};

/// The block with the statics and the implementations.
pub(super) fn block(definition: &Definition, document: Option<&Document<'_>>) -> TokenStream {
    let Definition { krate, cfgs, .. } = definition;
    let fingerprints = fingerprint::rows(definition);
    let mut text = String::with_capacity(definition.count() * 256);
    sections(&mut text, definition);
    records(&mut text, definition, &fingerprints, document);
    variant_names(&mut text, definition);
    catalog(&mut text, definition, &fingerprints, document);
    implementations::write(&mut text, definition);
    let items = lexed(&text);
    // Generated code names what is deprecated, and not all of it is used everywhere.
    quote! {
        #cfgs
        #[allow(deprecated, dead_code)]
        const _: () = {
            use #krate::__private as __c;
            #items
        };
    }
}

fn sections(out: &mut String, definition: &Definition) {
    let _ = write!(out, "static SECTIONS: [__c::Section; {}] = [", definition.sections.len());
    let mut first = 0;
    for section in &definition.sections {
        let (name, title) = (names::plain(&section.name), &section.title.value);
        let count = section.rows.len();
        let _ = write!(out, "__c::section({name:?},{title:?},{first},{count}),");
        first += count;
    }
    out.push_str("];");
}

fn records(out: &mut String, definition: &Definition, fingerprints: &[u128], document: Option<&Document<'_>>) {
    let _ = write!(out, "static RECORDS: [__c::Record; {}] = [", definition.count());
    let mut places = document.into_iter().flat_map(Document::controls).map(|(_, control)| control.title.place);
    let mut fingerprints = fingerprints.iter().copied();
    for (index, section) in definition.sections.iter().enumerate() {
        for row in &section.rows {
            let (before, behind) = more(definition, row);
            let (id, title, heading) = (row.id(), &row.title.value, &section.title.value);
            let answer = match row.answer.as_ref().map(RowAnswer::answer) {
                None | Some(Answer::Qualified(_)) => 0,
                Some(Answer::Yes) => 1,
                Some(Answer::No) => 2,
                Some(Answer::NotApplicable) => 3,
            };
            let digest = fingerprints.next().unwrap_or_default();
            let place = places.next().unwrap_or_default();
            let (line, column) = (place.line, place.column);
            let _ = write!(
                out,
                "{before}__c::row({id:?},{title:?},{heading:?},{index},{answer},{digest:#x},{line},{column}){behind},"
            );
        }
    }
    out.push_str("];");
}

/// What stands before and behind a row to add what not every row has. See `controls_core::__private::row`.
fn more(definition: &Definition, row: &Row) -> (String, String) {
    let (mut before, mut behind) = (String::new(), String::new());
    let mut add = |function: &str, argument: &str| {
        before.insert_str(0, &format!("__c::{function}("));
        let _ = write!(behind, ",{argument})");
    };
    if let Some(Answer::Qualified(text)) = row.answer.as_ref().map(RowAnswer::answer) {
        add("qualified", &format!("{text:?}"));
    }
    for (function, text) in [("notes", &row.notes), ("documentation", &row.documentation)] {
        match text.as_ref().map(|text| &text.value) {
            Some(text) if !text.is_empty() => add(function, &format!("{text:?}")),
            _ => {}
        }
    }
    if let Some(links) = links_of(definition, row) {
        add("links", &links);
    }
    if !row.formerly.is_empty() {
        let texts: Vec<_> = row.formerly.iter().map(|text| &text.value).collect();
        add("formerly", &format!("&{texts:?}"));
    }
    (before, behind)
}

/// The links of a row, if it has any.
fn links_of(definition: &Definition, row: &Row) -> Option<String> {
    let base = text_of(definition.published.as_ref());
    let mut out = String::new();
    for text in [&row.notes, &row.documentation].into_iter().flatten() {
        for link in links(&text.value) {
            let url = resolve(base, link.target).unwrap_or_default();
            let _ = write!(out, "__c::link({:?},{:?},{url:?}),", link.text, link.target);
        }
    }
    (!out.is_empty()).then(|| format!("&[{out}]"))
}

fn text_of(text: Option<&Text>) -> &str {
    text.map_or("", |text| &text.value)
}

/// The names of the variants.
fn variant_names(out: &mut String, definition: &Definition) {
    let _ = write!(out, "static NAMES: [&str; {}] = [", definition.count());
    for row in definition.rows() {
        let _ = write!(out, "{:?},", names::plain(&row.name));
    }
    out.push_str("];");
}

fn catalog(out: &mut String, definition: &Definition, fingerprints: &[u128], document: Option<&Document<'_>>) {
    let name = names::plain(&definition.name);
    let _ = write!(out, "static CATALOG: __c::Catalog = __c::catalog({name:?},");
    for text in [&definition.document, &definition.heading, &definition.published] {
        let _ = write!(out, "{:?},", text_of(text.as_ref()));
    }
    let date = document.and_then(|document| document.date.as_deref()).unwrap_or_default();
    let _ = write!(out, "{date:?},{:#x},&SECTIONS,&RECORDS,&NAMES,", fingerprint::of_rows(fingerprints));
    let ids: Vec<&str> = definition.rows().map(Row::id).collect();
    out.push_str(&ids::table(ids.into_iter()));
    out.push_str(");");
}
