//! The differences between two documents, for programs.

use controls_document::Place;
use serde::Serialize;

use super::{difference::Difference, model::Diff};
use crate::{
    level::Level,
    show::json::{RemarkJson, Schema, results},
};

/// A diff.
pub(super) fn diff(diff: &Diff) -> String {
    results(
        Schema::Diff,
        &DiffJson {
            old: &diff.old.source.path,
            new: &diff.new.source.path,
            level: diff.level().map_or("none", Level::name),
            drifts: diff.differences.iter().map(DifferenceJson::of).collect(),
            old_remarks: diff.old_remarks.iter().map(RemarkJson::of).collect(),
            new_remarks: diff.new_remarks.iter().map(RemarkJson::of).collect(),
        },
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct DiffJson<'a> {
    old: &'a str,
    new: &'a str,
    level: &'static str,
    drifts: Vec<DifferenceJson<'a>>,
    old_remarks: Vec<RemarkJson>,
    new_remarks: Vec<RemarkJson>,
}

/// A difference. `title` and `section` are those of the later document, or of the earlier one if only that has them.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct DifferenceJson<'a> {
    kind: &'static str,
    /// The release of the catalog that it asks for: `patch`, `minor` or `major`; `null` for a translation.
    level: Option<&'static str>,
    title: Option<&'a str>,
    old_title: Option<&'a str>,
    section: &'a str,
    old_section: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
    old_line: Option<u32>,
    old_column: Option<u32>,
    new_line: Option<u32>,
    new_column: Option<u32>,
    certain: bool,
}

impl<'a> DifferenceJson<'a> {
    fn of(difference: &'a Difference) -> Self {
        let line = |place: Option<Place>| place.map(|place| place.line);
        let column = |place: Option<Place>| place.map(|place| place.column);
        DifferenceJson {
            kind: difference.kind,
            level: difference.level.map(Level::name),
            title: difference.title.as_deref(),
            old_title: difference.old_title.as_deref(),
            section: &difference.section,
            old_section: difference.old_section.as_deref(),
            old: difference.old.as_deref(),
            new: difference.new.as_deref(),
            old_line: line(difference.old_place),
            old_column: column(difference.old_place),
            new_line: line(difference.new_place),
            new_column: column(difference.new_place),
            certain: difference.certain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DiffJson, Schema};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::Diff.assert_is_of::<DiffJson<'_>>();
    }
}
