//! Sections, and the rows that are outside of one.

use proc_macro2::{Delimiter, Span, extra::DelimSpan};
use syn::{
    Ident, Token,
    parse::{ParseBuffer, ParseStream},
};

use super::{
    attributes::{self, dangling},
    named::{self, Named, check_variant, named},
    recover::{at_field, at_item, brackets, comma, found, span, to_next_item, until_end},
    rows,
};
use crate::{
    Diagnostics, Row, Section, StringLiteral,
    ast::{Attribute, HalfTyped, plain_name},
};

/// Takes all sections of a catalog.
pub(super) fn sections(
    input: ParseStream<'_>,
    half_typed: &mut Vec<HalfTyped>,
    diagnostics: &mut Diagnostics,
) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut outside: Vec<Row> = Vec::new();
    // Of several rows that follow each other, the first is spoken of.
    let mut after_row = false;
    until_end(input, |input| {
        let (attributes, group) = attributes::of_section(input, diagnostics);
        if input.is_empty() {
            let group = group.as_ref().map(|group| &group.attribute);
            dangling(attributes.last().or(group), "section", diagnostics);
            return;
        }
        let Some(named) = named(input, named::SECTION, diagnostics) else {
            to_next_item(input);
            return;
        };
        let plain = plain_name(&named.name);
        if let Some((braces, inside)) = section_body(input) {
            let is_complete = named.title.is_some();
            let title = named
                .title
                .unwrap_or_else(|| StringLiteral::stand_in(&named.name));
            let rows = rows::rows(&inside, half_typed, diagnostics);
            let name = if check_variant(&named.name, named::SECTION, diagnostics) {
                named.name
            } else {
                stand_in(&sections, named.name.span())
            };
            sections.push(Section {
                attributes,
                group,
                name,
                title,
                braces: Some(braces),
                rows,
            });
            if is_complete && input.peek(Token![,]) {
                let message = "unexpected `,`: sections follow each other without commas";
                diagnostics.mistake(span(input), message);
            }
            while comma(input).is_some() {}
            after_row = false;
        } else if input.is_empty() || at_item(input) {
            if named.title.is_some() {
                diagnostics.mistake(
                    named.name.span(),
                    format!(
                        "expected `{{` with the rows of section `{plain}` after its heading, found {}",
                        found(input)
                    ),
                );
            }
        } else {
            if named.title.is_some() && !after_row {
                diagnostics.mistake(
                    named.name.span(),
                    format!(
                        "row `{plain}` is outside of a section: move it into one, `Section = \"Heading\" {{ … }}`"
                    ),
                );
            }
            outside.extend(row_outside(input, attributes, named, half_typed));
            after_row = true;
        }
    });
    keep(outside, &mut sections);
    sections
}

/// Puts rows that are outside of a section into one, so that code which names their variants gives no second error.
fn keep(mut outside: Vec<Row>, sections: &mut Vec<Section>) {
    if let Some(section) = sections.last_mut() {
        section.rows.append(&mut outside);
    } else if let Some(row) = outside.first() {
        let name = stand_in(sections, row.name.span());
        sections.push(Section {
            attributes: Vec::new(),
            group: None,
            title: StringLiteral::stand_in(&Ident::new("Rows", row.name.span())),
            name,
            braces: None,
            rows: outside,
        });
    }
}

/// A name for a section whose own can't be used.
fn stand_in(sections: &[Section], span: Span) -> Ident {
    Ident::new(&format!("__Section{}", sections.len()), span)
}

/// The body of a section: braces that aren't the fields of a row.
fn section_body<'i>(input: &ParseBuffer<'i>) -> Option<(DelimSpan, ParseBuffer<'i>)> {
    let (_, inside) = brackets(&input.fork(), Delimiter::Brace)?;
    if at_field(&inside) {
        None
    } else {
        brackets(input, Delimiter::Brace)
    }
}

/// Takes a row where a section belongs.
fn row_outside(
    input: ParseStream<'_>,
    attributes: Vec<Attribute>,
    named: Named,
    half_typed: &mut Vec<HalfTyped>,
) -> Option<Row> {
    // What else is wrong with it can wait until it's in its place.
    let mut row = rows::row(
        input,
        attributes,
        named,
        half_typed,
        &mut Diagnostics::default(),
    )?;
    row.broken = true;
    comma(input);
    Some(row)
}
