//! The data: what the rows say, as few literals for the compiler to look at. Whatever user span these have is of no use to
//! anybody, and text that rustc lexes is several times as fast as building tokens one by one.

use std::fmt::Write as _;

use controls_document::Document;

use super::{ids, implementations, rows::Rows};
use crate::{
    Definition, Row, Text, fingerprint,
    tokens::{Delimiter, Output},
};

/// Up to so many bytes, what the rows say is a constant, which every crate that uses it has a copy of: there the
/// optimiser sees through `title()` and `answer()`. Beyond that it's a static of the catalog's own crate.
const CONSTANT: usize = 8192;

/// The block with the data and the implementations.
pub(super) fn block(
    krate: &Output,
    definition: &Definition,
    document: Option<&Document<'_>>,
    out: &mut Output,
) {
    let fingerprints = fingerprint::rows(definition);
    let rows = Rows::of(definition, &fingerprints, document);
    let mut text = String::with_capacity(rows.len() * 2);
    let item = if rows.len() <= CONSTANT {
        "const"
    } else {
        "static"
    };
    rows.write(&mut text, item);
    let ids = definition.rows().map(Row::id).collect::<Vec<_>>();
    texts(&mut text, item, "IDS", ids.iter().copied());
    texts(
        &mut text,
        "static",
        "NAMES",
        definition.rows().map(|row| row.name.plain()),
    );
    sections(&mut text, definition);
    formerly(&mut text, definition);
    catalog(&mut text, definition, &fingerprints, document, &ids);
    implementations::write(&mut text, definition);
    let mut inner = Output::default();
    inner
        .text("use")
        .append(krate)
        .text("::__private as __c;")
        .text(&text);
    // Generated code names what is deprecated, and not all of it is used everywhere.
    out.append(&definition.cfgs)
        .text("#[allow(deprecated, dead_code)] const _: () =");
    out.group(Delimiter::Brace, inner, None).text(";");
}

/// A list of texts.
fn texts(out: &mut String, item: &str, name: &str, texts: impl Iterator<Item = impl AsRef<str>>) {
    let _ = write!(out, "{item} {name}: &[&str] = &[");
    for text in texts {
        let _ = write!(out, "{:?},", text.as_ref());
    }
    out.push_str("];");
}

fn sections(out: &mut String, definition: &Definition) {
    let _ = write!(
        out,
        "static SECTIONS: [__c::Section; {}] = [",
        definition.sections.len()
    );
    let mut first = 0;
    for section in &definition.sections {
        let (name, title) = (section.name.plain(), &section.title.value);
        let count = section.rows.len();
        let _ = write!(out, "__c::section({name:?},{title:?},{first},{count}),");
        first += count;
    }
    out.push_str("];");
}

/// What few rows have.
fn formerly(out: &mut String, definition: &Definition) {
    out.push_str("static FORMERLY: &[(u16, &[&str])] = &[");
    for (index, row) in definition.rows().enumerate() {
        if !row.formerly.is_empty() {
            let texts: Vec<_> = row.formerly.iter().map(|text| &text.value).collect();
            let _ = write!(out, "({index},&{texts:?}),");
        }
    }
    out.push_str("];");
}

fn catalog(
    out: &mut String,
    definition: &Definition,
    fingerprints: &[u128],
    document: Option<&Document<'_>>,
    ids: &[&str],
) {
    let name = definition.name.plain();
    let _ = write!(out, "static CATALOG: __c::Catalog = __c::catalog({name:?},");
    for text in [
        &definition.document,
        &definition.heading,
        &definition.published,
    ] {
        let _ = write!(out, "{:?},", text_of(text.as_ref()));
    }
    let date = document
        .and_then(|document| document.date.as_deref())
        .unwrap_or_default();
    let _ = write!(
        out,
        "{date:?},{:#x},&SECTIONS,IDS,NAMES,&TABLE,FORMERLY,",
        fingerprint::of_rows(fingerprints)
    );
    out.push_str(&ids::table(ids.iter().copied()));
    out.push_str(");");
}

pub(super) fn text_of(text: Option<&Text>) -> &str {
    text.map_or("", |text| &text.value)
}
