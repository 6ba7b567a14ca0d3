//! How `crosswalk!` makes its tables, when it's compiled.

use crate::{
    Catalog,
    const_string::ConstString,
    crosswalk::{Crosswalk, Mapping, Relation, Sorted},
};

/// One mapping.
#[must_use]
pub const fn mapping<S, T>(source: S, relation: Relation, target: T) -> Mapping<S, T> {
    Mapping {
        source,
        relation,
        target,
    }
}

/// For each control, by its index, how many keys are less, and at the end how many keys there are. `PLACES` is one more than
/// there are controls.
#[must_use]
pub const fn starts<const PLACES: usize>(keys: &[usize]) -> [usize; PLACES] {
    let mut starts = [0; PLACES];
    let mut at = 0;
    while at < keys.len() {
        starts[keys[at] + 1] += 1;
        at += 1;
    }
    let mut at = 1;
    while at < PLACES {
        starts[at] += starts[at - 1];
        at += 1;
    }
    starts
}

/// Sorts mappings by their keys, and leaves those of one key in order.
///
/// # Panics
///
/// When there aren't `COUNT` of both.
#[must_use]
pub const fn sorted<M: Copy, const COUNT: usize, const PLACES: usize>(
    mappings: &[M],
    keys: &[usize; COUNT],
) -> [M; COUNT] {
    let Some(mappings) = mappings.first_chunk::<COUNT>() else {
        panic!("each mapping has a key");
    };
    let mut sorted = *mappings;
    let mut next = starts::<PLACES>(keys);
    let mut at = 0;
    while at < COUNT {
        sorted[next[keys[at]]] = mappings[at];
        next[keys[at]] += 1;
        at += 1;
    }
    sorted
}

/// The crosswalk of mappings that are sorted by each side.
#[must_use]
pub const fn crosswalk<S, T>(
    by_source: (&'static [Mapping<S, T>], &'static [usize]),
    by_target: (&'static [Mapping<S, T>], &'static [usize]),
) -> Crosswalk<S, T> {
    Crosswalk {
        by_source: Sorted {
            mappings: by_source.0,
            starts: by_source.1,
        },
        by_target: Sorted {
            mappings: by_target.0,
            starts: by_target.1,
        },
    }
}

/// The mappings of a control of the first catalog, by its index.
#[must_use]
pub const fn of<S, T>(crosswalk: &Crosswalk<S, T>, source: usize) -> &'static [Mapping<S, T>] {
    crosswalk.by_source.at(source)
}

/// The mappings to a control of the second catalog, by its index.
#[must_use]
pub const fn to<S, T>(crosswalk: &Crosswalk<S, T>, target: usize) -> &'static [Mapping<S, T>] {
    crosswalk.by_target.at(target)
}

/// Asserts that each control of a catalog has one row. `COUNT` is how many there are.
///
/// # Panics
///
/// When one has two rows, or none; the message names it.
#[track_caller]
pub const fn assert_one_row_each<const COUNT: usize>(rows: &[usize], source: &Catalog) {
    let mut has_row = [false; COUNT];
    let mut at = 0;
    while at < rows.len() {
        if has_row[rows[at]] {
            let message = named(ConstString::new(), source, rows[at]).text(" has two rows");
            panic!(
                "{}",
                message.text(": write all of its relations in one").as_str()
            );
        }
        has_row[rows[at]] = true;
        at += 1;
    }
    assert!(
        rows.len() == COUNT,
        "{}",
        without_rows(&has_row, source).as_str()
    );
}

/// How many controls without a row a message names.
const NAMED: u32 = 10;

/// Says which controls have no row.
const fn without_rows(has_row: &[bool], source: &Catalog) -> ConstString {
    let mut message = ConstString::new().text("no row for ");
    let mut first = "";
    let mut count = 0;
    let mut at = 0;
    while at < has_row.len() {
        if !has_row[at] {
            if count == 0 {
                first = source.records[at].name;
            } else if count < NAMED {
                message = message.text(", ");
            }
            if count < NAMED {
                message = named(message, source, at);
            }
            count += 1;
        }
        at += 1;
    }
    if count > NAMED {
        message = message
            .text(" and ")
            .number(count - NAMED)
            .text(" more controls");
    }
    message
        .text(": write what each of them is to others, or `")
        .text(first)
        .text(" => []`")
}

/// Asserts that no row names a control twice. `sources` and `targets` are the keys of the mappings, sorted by target.
///
/// # Panics
///
/// When one does; the message names both controls.
#[track_caller]
pub const fn assert_one_relation_each(
    sources: &[usize],
    targets: &[usize],
    source: &Catalog,
    target: &Catalog,
) {
    let mut at = 1;
    while at < sources.len() {
        if targets[at] == targets[at - 1] && sources[at] == sources[at - 1] {
            let message = named(ConstString::new(), source, sources[at]).text(" is related to ");
            let message = named(message, target, targets[at]).text(" twice: keep one relation");
            panic!("{}", message.as_str());
        }
        at += 1;
    }
}

/// Adds `` `Catalog::Variant` ``.
const fn named(message: ConstString, catalog: &Catalog, index: usize) -> ConstString {
    message
        .text("`")
        .text(catalog.name)
        .text("::")
        .text(catalog.records[index].name)
        .text("`")
}
