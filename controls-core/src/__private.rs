//! What generated code names. Not part of the public interface: it changes whenever the macro does, and the two are
//! always of one version.

pub use core::{
    self, fmt,
    option::Option::{self, None, Some},
};

pub use controls_macros::expand;

pub use crate::{Answer, Answered, Catalog, Control, ControlSection, Link, Position, Record, Section};

/// The answers that have no text.
pub const YES: Option<Answer> = Some(Answer::Yes);
/// See [`YES`].
pub const NO: Option<Answer> = Some(Answer::No);
/// See [`YES`].
pub const NOT_APPLICABLE: Option<Answer> = Some(Answer::NotApplicable);

/// A qualified answer.
#[must_use]
pub const fn qualified(text: &'static str) -> Option<Answer> {
    Some(Answer::Qualified(text))
}

/// A place in the document.
#[must_use]
pub const fn at(line: u32, column: u32) -> Option<Position> {
    Some(Position { line, column })
}

/// A link.
#[must_use]
pub const fn link(text: &'static str, target: &'static str, url: Option<&'static str>) -> Link {
    Link { text, target, url }
}

/// A section.
#[must_use]
pub const fn section(name: &'static str, title: &'static str, first: usize, count: usize) -> Section {
    Section { name, title, first, count }
}

/// A row of the table.
#[expect(
    clippy::too_many_arguments,
    reason = "one for each field, in the order of the struct; only the macro calls it"
)]
#[must_use]
pub const fn record(
    name: &'static str,
    id: &'static str,
    title: &'static str,
    section: &'static Section,
    answer: Option<Answer>,
    notes: Option<&'static str>,
    documentation: Option<&'static str>,
    links: &'static [Link],
    formerly: &'static [&'static str],
    position: Option<Position>,
) -> Record {
    Record { name, id, title, section, answer, notes, documentation, links, formerly, position }
}

/// A catalog.
#[expect(
    clippy::too_many_arguments,
    reason = "one for each field, in the order of the struct; only the macro calls it"
)]
#[must_use]
pub const fn catalog(
    name: &'static str,
    document: Option<&'static str>,
    heading: Option<&'static str>,
    published: Option<&'static str>,
    date: Option<&'static str>,
    sections: &'static [Section],
    records: &'static [Record],
    by_id: &'static [u16],
) -> Catalog {
    Catalog { name, document, heading, published, date, sections, records, __by_id: by_id }
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
