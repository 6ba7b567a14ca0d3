//! The table, and the functions over it. They carry no token of the user's but names, so they are written as text for
//! the compiler to lex, which is several times faster than building tokens one by one.

use std::fmt::Write as _;

use controls_document::{Answer, Document, links, resolve};
use proc_macro2::TokenStream;
use quote::quote;

use super::section_enum;
use crate::{Definition, Row, RowAnswer, Text, names};

/// The block with the statics and the implementations.
pub(super) fn block(definition: &Definition, document: Option<&Document<'_>>) -> TokenStream {
    let Definition { krate, cfgs, .. } = definition;
    let mut text = String::with_capacity(definition.count() * 256);
    sections(&mut text, definition);
    records(&mut text, definition, document);
    ids(&mut text, definition);
    catalog(&mut text, definition, document);
    implementations(&mut text, definition);
    let items: TokenStream = match text.parse() {
        Ok(tokens) => tokens,
        // Only a bug can bring this about; `expand` turns it into an error that says so.
        Err(error) => panic!("the generated text can't be read: {error}"),
    };
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

fn records(out: &mut String, definition: &Definition, document: Option<&Document<'_>>) {
    let _ = write!(out, "static RECORDS: [__c::Record; {}] = [", definition.count());
    let mut positions = document.into_iter().flat_map(Document::controls).map(|(_, control)| control.title.place);
    for (index, section) in definition.sections.iter().enumerate() {
        for row in &section.rows {
            let _ = write!(
                out,
                "__c::record({:?},{:?},{:?},&SECTIONS[{index}],",
                names::plain(&row.name),
                row.id(),
                row.title.value
            );
            answer(out, row.answer.as_ref());
            option(out, row.notes.as_ref().map(|notes| &*notes.value));
            option(out, row.documentation.as_ref().map(|documentation| &*documentation.value));
            row_links(out, definition, row);
            list(out, &row.formerly);
            match positions.next() {
                Some(place) => {
                    let _ = write!(out, "__c::at({},{})),", place.line, place.column);
                }
                None => out.push_str("__c::None),"),
            }
        }
    }
    out.push_str("];");
}

fn answer(out: &mut String, answer: Option<&RowAnswer>) {
    match answer.map(RowAnswer::answer) {
        None => out.push_str("__c::None,"),
        Some(Answer::Yes) => out.push_str("__c::YES,"),
        Some(Answer::No) => out.push_str("__c::NO,"),
        Some(Answer::NotApplicable) => out.push_str("__c::NOT_APPLICABLE,"),
        Some(Answer::Qualified(text)) => {
            let _ = write!(out, "__c::qualified({text:?}),");
        }
    }
}

fn option(out: &mut String, text: Option<&str>) {
    match text {
        Some(text) => {
            let _ = write!(out, "__c::Some({text:?}),");
        }
        None => out.push_str("__c::None,"),
    }
}

fn list(out: &mut String, texts: &[Text]) {
    out.push_str("&[");
    for text in texts {
        let _ = write!(out, "{:?},", text.value);
    }
    out.push_str("],");
}

fn row_links(out: &mut String, definition: &Definition, row: &Row) {
    let base = definition.published.as_ref().map_or("", |published| &*published.value);
    out.push_str("&[");
    for text in [&row.notes, &row.documentation].into_iter().flatten() {
        for link in links(&text.value) {
            let _ = write!(out, "__c::link({:?},{:?},", link.text, link.target);
            option(out, resolve(base, link.target).as_deref());
            out.push_str("),");
        }
    }
    out.push_str("],");
}

/// The indices of the rows in the order of their ids, by length, then by bytes: what `Catalog::index_of` halves.
fn ids(out: &mut String, definition: &Definition) {
    let mut ids: Vec<(String, usize)> = definition.rows().map(Row::id).zip(0..).collect();
    ids.sort_by(|(one, _), (other, _)| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    out.push_str("static BY_ID: &[u16] = &[");
    for (_, index) in ids {
        let _ = write!(out, "{index},");
    }
    out.push_str("];");
}

fn catalog(out: &mut String, definition: &Definition, document: Option<&Document<'_>>) {
    let name = names::plain(&definition.name);
    let _ = write!(out, "static CATALOG: __c::Catalog = __c::catalog({name:?},");
    for text in [&definition.document, &definition.heading, &definition.published] {
        option(out, text.as_ref().map(|text| &*text.value));
    }
    option(out, document.and_then(|document| document.date.as_deref()));
    out.push_str("&SECTIONS,&RECORDS,BY_ID);");
}

/// A list of variants, in order.
fn all<'d>(names: impl Iterator<Item = &'d proc_macro2::Ident>) -> String {
    let mut out = String::new();
    for name in names {
        let _ = write!(out, "Self::{name},");
    }
    out
}

fn implementations(out: &mut String, definition: &Definition) {
    let Definition { name, visibility, .. } = definition;
    let sections = section_enum(definition);
    let all_rows = all(definition.rows().map(|row| &row.name));
    let all_sections = all(definition.sections.iter().map(|section| &section.name));
    let (count, section_count) = (definition.count(), definition.sections.len());
    let has_answers = definition.rows().any(|row| row.answer.is_some());
    let _ = write!(
        out,
        r"
impl {name} {{
    /// All controls, in the order of the document.
    {visibility} const ALL: &'static [{name}] = &[{all_rows}];
    /// How many controls there are.
    {visibility} const COUNT: usize = {count};
    /// The catalog as data.
    {visibility} const CATALOG: &'static __c::Catalog = &CATALOG;
    /// All that the row says, as data.
    #[must_use]
    {visibility} const fn record(self) -> &'static __c::Record {{ &RECORDS[self as usize] }}
    /// The stable key of the control in data, in kebab-case.
    #[must_use]
    {visibility} const fn id(self) -> &'static str {{ self.record().id }}
    /// What the row is about, word for word.
    #[must_use]
    {visibility} const fn title(self) -> &'static str {{ self.record().title }}
    /// The section that the row stands in.
    #[must_use]
    {visibility} const fn section(self) -> {sections} {{ SECTION_OF[self as usize] }}
    /// The notes, as Markdown, word for word; `None` where the cell is empty.
    #[must_use]
    {visibility} const fn notes(self) -> __c::Option<&'static str> {{ self.record().notes }}
    /// The documentation, as Markdown, word for word; `None` where the cell is empty.
    #[must_use]
    {visibility} const fn documentation(self) -> __c::Option<&'static str> {{ self.record().documentation }}
    /// The links in the notes, then those in the documentation.
    #[must_use]
    {visibility} const fn links(self) -> &'static [__c::Link] {{ self.record().links }}
    /// Where the row's title stands in the document; `None` in a catalog without one.
    #[must_use]
    {visibility} const fn position(self) -> __c::Option<__c::Position> {{ self.record().position }}
    /// The control with this id, letter for letter.
    #[must_use]
    {visibility} const fn from_id(id: &str) -> __c::Option<{name}> {{
        match CATALOG.index_of(id) {{
            __c::Some(index) => __c::Some(Self::ALL[index]),
            __c::None => __c::None,
        }}
    }}
}}
impl {sections} {{
    /// All sections, in the order of the document.
    {visibility} const ALL: &'static [{sections}] = &[{all_sections}];
    /// How many sections there are.
    {visibility} const COUNT: usize = {section_count};
    /// The heading, word for word.
    #[must_use]
    {visibility} const fn title(self) -> &'static str {{ SECTIONS[self as usize].title }}
    /// The controls of the section, in order.
    #[must_use]
    {visibility} const fn controls(self) -> &'static [{name}] {{
        __c::part({name}::ALL, SECTIONS[self as usize].first, SECTIONS[self as usize].count)
    }}
}}
impl __c::Control for {name} {{
    type Section = {sections};
    const ALL: &'static [Self] = <{name}>::ALL;
    const CATALOG: &'static __c::Catalog = &CATALOG;
    fn index(self) -> usize {{ self as usize }}
    fn section(self) -> {sections} {{ SECTION_OF[self as usize] }}
}}
impl __c::ControlSection for {sections} {{
    type Control = {name};
    const ALL: &'static [Self] = <{sections}>::ALL;
    fn index(self) -> usize {{ self as usize }}
}}
impl __c::fmt::Display for {name} {{
    fn fmt(&self, f: &mut __c::fmt::Formatter<'_>) -> __c::fmt::Result {{ f.pad(self.title()) }}
}}
impl __c::fmt::Debug for {name} {{
    fn fmt(&self, f: &mut __c::fmt::Formatter<'_>) -> __c::fmt::Result {{ f.write_str(self.record().name) }}
}}
impl __c::fmt::Display for {sections} {{
    fn fmt(&self, f: &mut __c::fmt::Formatter<'_>) -> __c::fmt::Result {{ f.pad(self.title()) }}
}}
impl __c::fmt::Debug for {sections} {{
    fn fmt(&self, f: &mut __c::fmt::Formatter<'_>) -> __c::fmt::Result {{ f.write_str(SECTIONS[*self as usize].name) }}
}}
"
    );
    section_of(out, definition, &sections);
    if has_answers {
        let _ = write!(
            out,
            r"
impl {name} {{
    /// What the row answers.
    #[must_use]
    {visibility} const fn answer(self) -> __c::Answer {{ __c::answer(self.record()) }}
}}
impl __c::Answered for {name} {{
    fn answer(self) -> __c::Answer {{ __c::answer(&RECORDS[self as usize]) }}
}}
"
        );
    }
}

/// The section of each row.
fn section_of(out: &mut String, definition: &Definition, sections: &proc_macro2::Ident) {
    let count = definition.count();
    let _ = write!(out, "static SECTION_OF: [{sections}; {count}] = [");
    for section in &definition.sections {
        for _ in &section.rows {
            let _ = write!(out, "{sections}::{},", section.name);
        }
    }
    out.push_str("];");
}
