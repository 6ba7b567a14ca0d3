//! What is implemented for the two enums, as text: the same few lines whatever the number of rows, but for the lists of
//! all variants.

use std::{collections::BTreeMap, fmt::Write as _};

use super::section_enum;
use crate::{Definition, tokens::Name};

/// Writes all implementations.
pub(super) fn write(out: &mut String, definition: &Definition) {
    let sections = section_enum(definition);
    controls(out, definition, &sections);
    self::sections(out, definition, &sections);
    traits(out, definition, &sections);
    conversions(out, &definition.name);
    if definition.has_answers() {
        answers(out, definition);
    }
    // What the features of `controls-core` add.
    let _ = write!(
        out,
        "__c::features! {{ {} {} }}",
        definition.name,
        definition.count()
    );
}

/// A static list of all variants, in order. A static of plain paths: as an associated constant, or with `Self`, it would
/// take the compiler twice as long.
fn list<'d>(
    out: &mut String,
    list: &str,
    name: &Name,
    variants: impl ExactSizeIterator<Item = &'d Name>,
) {
    let _ = write!(out, "static {list}: [{name}; {}] = [", variants.len());
    for variant in variants {
        let _ = write!(out, "{name}::{variant},");
    }
    out.push_str("];");
}

/// Up to so many ids, a control is found by the length of its id and then by comparing it with immediate values, in an
/// eighth of the instructions that hashing takes. Among more, too many have the same length.
const FEW: usize = 32;

/// The expression that finds a control by its `id`.
fn lookup(definition: &Definition) -> String {
    if definition.count() > FEW {
        return "match CATALOG.index_of(id) { __c::Some(index) => __c::Some(Self::ALL[index]), __c::None => __c::None }"
            .to_owned();
    }
    let mut by_length: BTreeMap<usize, String> = BTreeMap::new();
    for row in definition.rows() {
        let id = row.id();
        let arm = by_length.entry(id.len()).or_default();
        let _ = write!(
            arm,
            "if __c::is::<{}>(id, {id:?}) {{ __c::Some(Self::{}) }} else ",
            id.len(),
            row.name
        );
    }
    let arms: Vec<_> = by_length
        .into_iter()
        .map(|(length, arm)| format!("{length} => {arm} {{ __c::None }},"))
        .collect();
    format!("match id.len() {{ {} _ => __c::None }}", arms.concat())
}

fn controls(out: &mut String, definition: &Definition, sections: &Name) {
    let Definition {
        name, visibility, ..
    } = definition;
    list(
        out,
        "CONTROLS",
        name,
        definition
            .rows()
            .map(|row| &row.name)
            .collect::<Vec<_>>()
            .into_iter(),
    );
    let count = definition.count();
    let words = count.div_ceil(64);
    let lookup = lookup(definition);
    let inline = if count <= FEW { "#[inline]" } else { "" };
    let _ = write!(
        out,
        r"
impl {name} {{
    /// All controls, in the order of the document.
    {visibility} const ALL: &'static [{name}] = &CONTROLS;
    /// How many controls there are.
    {visibility} const COUNT: usize = {count};
    /// The catalog as data.
    {visibility} const CATALOG: &'static __c::Catalog = &CATALOG;
    /// All controls, one by one, forwards or backwards.
    {visibility} fn all() -> __c::iter::Copied<__c::slice::Iter<'static, {name}>> {{ <Self as __c::Control>::all() }}
    /// All that the row says, as data.
    #[must_use]
    {visibility} const fn record(self) -> __c::Record {{ CATALOG.__at(self as usize) }}
    /// The stable key of the control in data, in kebab-case.
    #[must_use]
    #[inline]
    {visibility} const fn id(self) -> &'static str {{ IDS[self as usize] }}
    /// What the row is about, word for word.
    #[must_use]
    #[inline]
    {visibility} const fn title(self) -> &'static str {{ TABLE.title(self as usize) }}
    /// The section that the row stands in.
    #[must_use]
    {visibility} const fn section(self) -> {sections} {{ ALL_SECTIONS[TABLE.section(self as usize)] }}
    /// The notes, as Markdown, word for word; `None` where the cell is empty.
    #[must_use]
    {visibility} const fn notes(self) -> __c::Option<&'static str> {{ TABLE.notes(self as usize) }}
    /// The documentation, as Markdown, word for word; `None` where the cell is empty.
    #[must_use]
    {visibility} const fn documentation(self) -> __c::Option<&'static str> {{ TABLE.documentation(self as usize) }}
    /// The links in the notes, then those in the documentation.
    #[must_use]
    {visibility} const fn links(self) -> __c::Links {{ TABLE.links(self as usize) }}
    /// Where the row's title stands in the document; `None` in a catalog without one.
    #[must_use]
    {visibility} const fn position(self) -> __c::Option<__c::Position> {{ TABLE.position(self as usize) }}
    /// A digest of what the row says: of section, title, answer, notes and documentation.
    #[must_use]
    {visibility} const fn fingerprint(self) -> __c::Fingerprint {{ TABLE.fingerprint(self as usize) }}
    /// Asserts that the row says what it said when it was reviewed, by its fingerprint. In a constant, it's asserted
    /// when that is compiled.
    ///
    /// # Panics
    ///
    /// When it says something else; the message has the fingerprint to write after a review.
    #[track_caller]
    {visibility} const fn assert_fingerprint(self, reviewed: &str) {{
        CATALOG.assert_record(self as usize, reviewed);
    }}
    /// The control with this id, letter for letter.
    #[must_use]
    {inline}
    {visibility} const fn from_id(id: &str) -> __c::Option<{name}> {{ {lookup} }}
    /// A set of controls, in constants too.
    #[must_use]
    {visibility} const fn set(controls: &[{name}]) -> __c::ControlSet<{name}> {{
        let mut bits = [0; {words}];
        let mut at = 0;
        while at < controls.len() {{
            let index = controls[at] as usize;
            bits[index / 64] |= 1 << (index % 64);
            at += 1;
        }}
        __c::ControlSet::__of(bits)
    }}
}}
"
    );
}

fn sections(out: &mut String, definition: &Definition, sections: &Name) {
    let Definition {
        name, visibility, ..
    } = definition;
    list(
        out,
        "ALL_SECTIONS",
        sections,
        definition.sections.iter().map(|section| &section.name),
    );
    let count = definition.sections.len();
    let _ = write!(
        out,
        r"
impl {sections} {{
    /// All sections, in the order of the document.
    {visibility} const ALL: &'static [{sections}] = &ALL_SECTIONS;
    /// How many sections there are.
    {visibility} const COUNT: usize = {count};
    /// The heading, word for word.
    #[must_use]
    {visibility} const fn title(self) -> &'static str {{ SECTIONS[self as usize].title }}
    /// The controls of the section, in order.
    #[must_use]
    {visibility} const fn controls(self) -> &'static [{name}] {{
        __c::part({name}::ALL, SECTIONS[self as usize].first, SECTIONS[self as usize].count)
    }}
}}
"
    );
}

fn traits(out: &mut String, definition: &Definition, sections: &Name) {
    let name = &definition.name;
    let count = definition.count();
    let words = count.div_ceil(64);
    let _ = write!(
        out,
        r"
impl __c::Control for {name} {{
    type Section = {sections};
    type Bits = [u64; {words}];
    const NO_BITS: [u64; {words}] = [0; {words}];
    const ALL_BITS: [u64; {words}] = __c::bits({count});
    const ALL: &'static [Self] = <{name}>::ALL;
    const CATALOG: &'static __c::Catalog = &CATALOG;
    fn index(self) -> usize {{ self as usize }}
    fn section(self) -> {sections} {{ <{name}>::section(self) }}
}}
impl __c::ControlSection for {sections} {{
    type Control = {name};
    const ALL: &'static [Self] = <{sections}>::ALL;
    fn index(self) -> usize {{ self as usize }}
}}
"
    );
    for (name, title, debug) in [
        (name, "self.title()", "NAMES[*self as usize]"),
        (
            sections,
            "SECTIONS[*self as usize].title",
            "SECTIONS[*self as usize].name",
        ),
    ] {
        let _ = write!(
            out,
            r"
impl __c::fmt::Display for {name} {{
    fn fmt(&self, f: &mut __c::fmt::Formatter<'_>) -> __c::fmt::Result {{ f.pad({title}) }}
}}
impl __c::fmt::Debug for {name} {{
    fn fmt(&self, f: &mut __c::fmt::Formatter<'_>) -> __c::fmt::Result {{ f.write_str({debug}) }}
}}
"
        );
    }
}

fn conversions(out: &mut String, name: &Name) {
    let _ = write!(
        out,
        r"
impl __c::str::FromStr for {name} {{
    type Err = __c::UnknownControl;
    /// By id, name of the variant, title, or former id or title, letter for letter.
    fn from_str(text: &str) -> __c::Result<Self, __c::UnknownControl> {{ __c::find(text) }}
}}
impl __c::convert::TryFrom<&str> for {name} {{
    type Error = __c::UnknownControl;
    /// By id, name of the variant, title, or former id or title, letter for letter.
    fn try_from(text: &str) -> __c::Result<Self, __c::UnknownControl> {{ __c::find(text) }}
}}
"
    );
}

fn answers(out: &mut String, definition: &Definition) {
    let Definition {
        name, visibility, ..
    } = definition;
    let _ = write!(
        out,
        r"
impl {name} {{
    /// What the row answers.
    #[must_use]
    #[inline]
    {visibility} const fn answer(self) -> __c::Answer {{ TABLE.answer(self as usize) }}
    /// Asserts that the answer is still the one that was reviewed. In a constant, it's asserted when that is compiled.
    ///
    /// # Panics
    ///
    /// When the answer is another one; the message says which, and where in the document.
    #[track_caller]
    {visibility} const fn assert_answer(self, reviewed: __c::Answer) {{
        CATALOG.assert_answer(self as usize, reviewed);
    }}
    /// The controls with this answer, in order, forwards or backwards.
    #[must_use]
    {visibility} fn with_answer(answer: __c::Answer) -> __c::WithAnswer<{name}> {{ <Self as __c::Answered>::with_answer(answer) }}
}}
impl __c::Answered for {name} {{
    fn answer(self) -> __c::Answer {{ TABLE.answer(self as usize) }}
}}
"
    );
}
