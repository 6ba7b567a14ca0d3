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

use crate::table::some;

pub use crate::ids::is;
pub use crate::{
    Answer, Answered, Catalog, Control, ControlSection, ControlSet, Fingerprint, Links, Position,
    Record, Section, UnknownControl, WithAnswer, table::Table,
};

/// A section.
#[must_use]
pub const fn section(
    name: &'static str,
    title: &'static str,
    first: usize,
    count: usize,
) -> Section {
    Section {
        name,
        title,
        first,
        count,
    }
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
    ids: &'static [&'static str],
    names: &'static [&'static str],
    table: &'static Table,
    formerly: &'static [(u16, &'static [&'static str])],
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
        ids,
        names,
        __table: table,
        __formerly: formerly,
        __by_id: by_id,
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
