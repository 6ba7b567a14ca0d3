//! The enums themselves. Their tokens are the user's own wherever there are such, so that editors find their way.

use std::fmt::Write as _;

use controls_document::Document;

use super::{docs, places, section_enum};
use crate::{
    Definition,
    tokens::{Delimiter, Name, Output},
};

/// The enum of controls and the enum of sections.
pub(super) fn enums(
    krate: &Output,
    definition: &Definition,
    document: Option<&Document<'_>>,
    out: &mut Output,
) {
    let derives = derives(krate);
    let mut variants = Output::default();
    let mut places = places(document);
    for section in &definition.sections {
        for row in &section.rows {
            let doc = docs::of_row(definition, section, row, places.next());
            variants.append(&row.attributes);
            variant(&row.name, &doc, &docs::aliases(row), &mut variants);
        }
    }
    let doc = docs::of_catalog(definition, document);
    out.append(&definition.cfgs).append(&definition.attributes);
    out.text(&format!("#[doc = {doc:?}]"))
        .append(&derives)
        .text("#[repr(u16)]");
    item(definition, &definition.name, variants, out);

    let mut variants = Output::default();
    for section in &definition.sections {
        variants.append(&section.attributes);
        variant(
            &section.name,
            &docs::of_section(definition, section),
            &[],
            &mut variants,
        );
    }
    let doc = docs::of_sections(definition);
    out.append(&definition.cfgs)
        .text(&format!("#[doc = {doc:?}]"))
        .append(&derives)
        .text("#[repr(u16)]");
    item(definition, &section_enum(definition), variants, out);
}

/// The enums alone, of a definition whose catalog can't be made.
pub(super) fn bare(krate: &Output, definition: &Definition, out: &mut Output) {
    let derives = derives(krate);
    let variants = names(definition.rows().map(|row| &row.name));
    out.append(&definition.cfgs)
        .append(&definition.attributes)
        .append(&derives)
        .text("#[allow(missing_docs)]");
    item(definition, &definition.name, variants, out);
    let variants = names(definition.sections.iter().map(|section| &section.name));
    out.append(&definition.cfgs)
        .append(&derives)
        .text("#[allow(missing_docs)]");
    item(definition, &section_enum(definition), variants, out);
}

/// Variants without anything else.
fn names<'d>(names: impl Iterator<Item = &'d Name>) -> Output {
    let mut out = Output::default();
    for name in names {
        out.name(name).text(",");
    }
    out
}

/// The traits whose derived code is as short for thousands of variants as for one. Names follow the document, and the
/// ids that are made of them are kept, so their style isn't clippy's to judge.
fn derives(krate: &Output) -> Output {
    let mut traits = Output::default();
    for name in [
        "clone::Clone",
        "marker::Copy",
        "cmp::PartialEq",
        "cmp::Eq",
        "cmp::PartialOrd",
        "cmp::Ord",
        "hash::Hash",
    ] {
        traits
            .append(krate)
            .text(&format!("::__private::core::{name},"));
    }
    let mut derive = Output::default();
    derive
        .text("derive")
        .group(Delimiter::Parenthesis, traits, None);
    let mut out = Output::default();
    out.text("#[allow(dead_code, clippy::enum_variant_names, clippy::upper_case_acronyms)] #");
    out.group(Delimiter::Bracket, derive, None);
    out
}

/// An enum behind its attributes. `enum` and the braces stand where the definition has its own: what the compiler says
/// of the enum then points there.
fn item(definition: &Definition, name: &Name, variants: Output, out: &mut Output) {
    out.append(&definition.visibility.tokens)
        .placed("enum", definition.keyword)
        .name(name);
    out.group(Delimiter::Brace, variants, Some(definition.body));
}

/// A variant behind its author's attributes: what is generated for it, and its name.
fn variant(name: &Name, doc: &str, aliases: &[String], out: &mut Output) {
    let mut text = format!("#[doc={doc:?}]");
    if !aliases.is_empty() {
        // A list of strings is written as its parts are in Rust.
        let list = format!("{aliases:?}");
        let _ = write!(text, "#[doc(alias({}))]", &list[1..list.len() - 1]);
    }
    out.text(&text).name(name).text(",");
}
