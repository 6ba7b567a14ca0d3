//! What generated code names. Not part of the public interface: it changes whenever the macro does, and the two are
//! always of one version.

pub use core::{
    self,
    clone::Clone,
    convert, fmt,
    fmt::Debug,
    iter,
    marker::Copy,
    option::Option::{self, None, Some},
    primitive::{str, u8, u64, usize},
    result::Result::{self, Err, Ok},
    slice,
    str::FromStr,
};

pub use controls_macros::{expand, satisfies_here, waived};

pub mod crosswalk;
pub mod editor;
mod tracked;

pub use tracked::Tracked;

#[cfg(feature = "enum-map")]
pub use ::enum_map;
#[cfg(feature = "schemars")]
pub use ::schemars;
#[cfg(feature = "serde")]
pub use ::serde;
#[cfg(feature = "strum")]
pub use ::strum;
#[cfg(feature = "schemars")]
pub use alloc::borrow::Cow;

#[cfg(feature = "schemars")]
pub use crate::features::schemars::{schema, schema_name};
#[cfg(feature = "serde")]
pub use crate::features::serde::deserialize;
pub use crate::{
    __answers as answers, __catalog as catalog, Answer, Answered, Catalog, Control, ControlSection,
    ControlSet, Fingerprint, Link, Position, Property, Record, Section, UnknownControl, WithAnswer,
};

/// A record under construction. Every method is a `const fn` of literals, which costs the compiler a fraction of a struct
/// with all of its fields.
#[derive(Clone, Copy)]
pub struct Row(Record);

/// Begins a record with what every row has.
#[must_use]
pub const fn row(id: &'static str, name: &'static str, title: &'static str) -> Row {
    Row(Record {
        id,
        name,
        label: None,
        title,
        group: &[],
        section: "",
        section_index: 0,
        answer: None,
        notes: None,
        documentation: None,
        properties: &[],
        links: &[],
        formerly: &[],
        alias: &[],
        position: None,
        fingerprint: Fingerprint(0),
        withdrawn: false,
    })
}

#[expect(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "only the macro calls these"
)]
impl Row {
    /// The section, by its index and its heading.
    pub const fn section(mut self, section_index: usize, section: &'static str) -> Self {
        self.0.section_index = section_index;
        self.0.section = section;
        self
    }

    /// The headings above the section.
    pub const fn group(mut self, group: &'static [&'static str]) -> Self {
        self.0.group = group;
        self
    }

    /// The answer.
    pub const fn answer(mut self, answer: Answer) -> Self {
        self.0.answer = Some(answer);
        self
    }

    /// The notes.
    pub const fn notes(mut self, notes: &'static str) -> Self {
        self.0.notes = Some(notes);
        self
    }

    /// The documentation.
    pub const fn documentation(mut self, documentation: &'static str) -> Self {
        self.0.documentation = Some(documentation);
        self
    }

    /// The document's own number.
    pub const fn label(mut self, label: &'static str) -> Self {
        self.0.label = Some(label);
        self
    }

    /// What further columns say.
    pub const fn properties(mut self, properties: &'static [Property]) -> Self {
        self.0.properties = properties;
        self
    }

    /// The links.
    pub const fn links(mut self, links: &'static [Link]) -> Self {
        self.0.links = links;
        self
    }

    /// Earlier ids and titles.
    pub const fn formerly(mut self, formerly: &'static [&'static str]) -> Self {
        self.0.formerly = formerly;
        self
    }

    /// What people search for.
    pub const fn alias(mut self, alias: &'static [&'static str]) -> Self {
        self.0.alias = alias;
        self
    }

    /// That the control has been withdrawn.
    pub const fn withdrawn(mut self) -> Self {
        self.0.withdrawn = true;
        self
    }

    /// The position in the document.
    pub const fn position(mut self, line: u32, column: u32) -> Self {
        self.0.position = Some(Position { line, column });
        self
    }

    /// The fingerprint, with which the record is complete.
    #[must_use]
    pub const fn fingerprint(mut self, fingerprint: u128) -> Record {
        self.0.fingerprint = Fingerprint(fingerprint);
        self.0
    }
}

/// What a further column says.
#[must_use]
pub const fn property(name: &'static str, value: &'static str) -> Property {
    Property { name, value }
}

/// A link with an absolute address.
#[must_use]
pub const fn link(text: &'static str, target: &'static str, url: &'static str) -> Link {
    Link {
        text,
        target,
        url: Some(url),
    }
}

/// A link of which nobody knows where it leads.
#[must_use]
pub const fn link_without_url(text: &'static str, target: &'static str) -> Link {
    Link {
        text,
        target,
        url: None,
    }
}

/// A section with some of the catalog's records.
#[must_use]
pub const fn section(
    name: &'static str,
    title: &'static str,
    all: &'static [Record],
    first: usize,
    count: usize,
) -> Section {
    Section {
        name,
        group: &[],
        title,
        first,
        records: part(all, first, count),
    }
}

/// A section under further headings.
#[must_use]
pub const fn grouped(mut section: Section, group: &'static [&'static str]) -> Section {
    section.group = group;
    section
}

/// A catalog under construction.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The name of the enum.
    pub name: &'static str,
    /// `#[document]`.
    pub document: Option<&'static str>,
    /// `#[heading]`.
    pub heading: Option<&'static str>,
    /// `#[published]`.
    pub published: Option<&'static str>,
    /// The date of the document.
    pub date: Option<&'static str>,
    /// The digest of all records.
    pub fingerprint: u128,
    /// The sections, in order.
    pub sections: &'static [Section],
    /// The records, in order.
    pub records: &'static [Record],
    /// The table that finds an id.
    pub by_id: &'static [u8],
}

impl Parts {
    /// The catalog.
    #[must_use]
    pub const fn catalog(self) -> Catalog {
        Catalog {
            name: self.name,
            document: self.document,
            heading: self.heading,
            published: self.published,
            date: self.date,
            fingerprint: Fingerprint(self.fingerprint),
            sections: self.sections,
            records: self.records,
            by_id: self.by_id,
        }
    }
}

/// The answer of a row whose catalog has answers.
///
/// # Panics
///
/// Never: the macro writes an answer into each record of such a catalog.
#[must_use]
#[inline]
pub const fn answer(record: &Record) -> Answer {
    match record.answer {
        Some(answer) => answer,
        None => panic!("the rows of this catalog have no answers"),
    }
}

/// Says what is wrong where evidence or a waiver names a section.
///
/// # Panics
///
/// Always.
#[track_caller]
pub const fn section_is_no_control() {
    panic!("a section isn't a control: name those of its controls that are meant");
}

/// A part of a slice, in constants too.
#[must_use]
pub const fn part<T>(all: &'static [T], first: usize, count: usize) -> &'static [T] {
    all.split_at(first).1.split_at(count).0
}

/// The names of all variants, in order.
#[must_use]
pub const fn names<const COUNT: usize>(catalog: &Catalog) -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        names[at] = catalog.records[at].name;
        at += 1;
    }
    names
}

/// The control that a text names.
///
/// # Errors
///
/// When no control is called so.
pub fn find<C: Control>(text: &str) -> Result<C, UnknownControl> {
    C::CATALOG.find(text).map(|index| C::ALL[index])
}

/// The bits of the first `count` controls of a catalog.
#[must_use]
pub const fn bits<const WORDS: usize>(count: usize) -> [u64; WORDS] {
    let mut bits = [0; WORDS];
    let mut at = 0;
    while at < count {
        bits[at / 64] |= 1 << (at % 64);
        at += 1;
    }
    bits
}
