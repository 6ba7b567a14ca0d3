//! What generated code names. Not part of the public interface: it changes whenever the macro does, and the two are
//! always of one version.

pub use core::{
    self, convert, fmt, iter,
    option::Option::{self, None, Some},
    result::Result::{self, Err, Ok},
    slice, str,
};

pub use controls_macros::expand;

#[cfg(feature = "enum-map")]
pub use ::enum_map;
#[cfg(feature = "schemars")]
pub use ::schemars;
#[cfg(feature = "serde")]
pub use ::serde_core as serde;
#[cfg(feature = "strum")]
pub use ::strum;
#[cfg(feature = "schemars")]
pub use alloc::borrow::Cow;

pub use crate::__features as features;
#[cfg(feature = "schemars")]
pub use crate::features::schemars::{schema, schema_name};
#[cfg(feature = "serde")]
pub use crate::features::serde::deserialize;

pub use crate::{
    Answer, Answered, Catalog, Control, ControlSection, ControlSet, Fingerprint, Link, Position, Record, Section,
    UnknownControl, WithAnswer,
};

/// A link.
#[must_use]
pub const fn link(text: &'static str, target: &'static str, url: &'static str) -> Link {
    Link { text, target, url: some(url) }
}

/// A section.
#[must_use]
pub const fn section(name: &'static str, title: &'static str, first: usize, count: usize) -> Section {
    Section { name, title, first, count }
}

/// A row of the table. All of it is given as literals, and what few rows have is added by functions around it: the
/// compiler looks at an expression of another kind for several times as long, and evaluates what a function does for
/// each row.
///
/// An answer is 0 for none, 1 for yes, 2 for no, 3 where it doesn't apply; a line that isn't there is 0.
#[expect(clippy::too_many_arguments, reason = "what each row has; only the macro calls it")]
#[must_use]
pub const fn row(
    id: &'static str,
    title: &'static str,
    section: &'static str,
    section_index: u16,
    answer: u8,
    fingerprint: u128,
    line: u32,
    column: u32,
) -> Record {
    Record {
        id,
        title,
        section,
        section_index,
        answer: match answer {
            0 => None,
            1 => Some(Answer::Yes),
            2 => Some(Answer::No),
            _ => Some(Answer::NotApplicable),
        },
        notes: None,
        documentation: None,
        links: &[],
        formerly: &[],
        fingerprint: Fingerprint(fingerprint),
        position: if line == 0 { None } else { Some(Position { line, column }) },
    }
}

/// A row with a qualified answer.
#[must_use]
pub const fn qualified(row: Record, text: &'static str) -> Record {
    Record { answer: Some(Answer::Qualified(text)), ..row }
}

/// A row with notes.
#[must_use]
pub const fn notes(row: Record, text: &'static str) -> Record {
    Record { notes: Some(text), ..row }
}

/// A row with documentation.
#[must_use]
pub const fn documentation(row: Record, text: &'static str) -> Record {
    Record { documentation: Some(text), ..row }
}

/// A row with links.
#[must_use]
pub const fn links(row: Record, links: &'static [Link]) -> Record {
    Record { links, ..row }
}

/// A row with former names.
#[must_use]
pub const fn formerly(row: Record, formerly: &'static [&'static str]) -> Record {
    Record { formerly, ..row }
}

const fn some(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// A catalog.
#[expect(
    clippy::too_many_arguments,
    reason = "one for each field, in the order of the struct; only the macro calls it"
)]
#[must_use]
pub const fn catalog(
    name: &'static str,
    document: &'static str,
    heading: &'static str,
    published: &'static str,
    date: &'static str,
    fingerprint: u128,
    sections: &'static [Section],
    records: &'static [Record],
    names: &'static [&'static str],
    by_id: &'static [u8],
) -> Catalog {
    let fingerprint = Fingerprint(fingerprint);
    Catalog {
        name,
        document: some(document),
        heading: some(heading),
        published: some(published),
        date: some(date),
        fingerprint,
        sections,
        records,
        names,
        __by_id: by_id,
    }
}

/// The answer of a record of a catalog with answers.
#[must_use]
pub const fn answer(record: &Record) -> Answer {
    match record.answer {
        Some(answer) => answer,
        // The macro calls this for catalogs in which each row has an answer.
        None => Answer::Qualified(""),
    }
}

/// A part of a slice, in constants too.
#[must_use]
pub const fn part<T>(all: &'static [T], first: usize, count: usize) -> &'static [T] {
    all.split_at(first).1.split_at(count).0
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
