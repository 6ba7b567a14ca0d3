//! The differences between two documents, for programs.

use controls_document::Place;
use serde::Serialize;

use super::{difference::Difference, model::Diff};
use crate::{
    level::Level,
    show::json::{RemarkJson, pretty},
};

/// A diff.
pub(super) fn diff(diff: &Diff) -> String {
    pretty(&DiffJson {
        old: &diff.old.source.path,
        new: &diff.new.source.path,
        level: diff.level().map_or("none", Level::name),
        drifts: diff.differences.iter().map(DifferenceJson::of).collect(),
        old_remarks: diff.old_remarks.iter().map(RemarkJson::of).collect(),
        new_remarks: diff.new_remarks.iter().map(RemarkJson::of).collect(),
    })
}

#[derive(Serialize)]
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
struct DifferenceJson<'a> {
    kind: &'static str,
    title: Option<&'a str>,
    old_title: Option<&'a str>,
    section: &'a str,
    old_section: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
    old_line: Option<u32>,
    new_line: Option<u32>,
    certain: bool,
}

impl<'a> DifferenceJson<'a> {
    fn of(difference: &'a Difference) -> Self {
        let line = |place: Option<Place>| place.map(|place| place.line);
        DifferenceJson {
            kind: difference.kind,
            title: difference.title.as_deref(),
            old_title: difference.old_title.as_deref(),
            section: &difference.section,
            old_section: difference.old_section.as_deref(),
            old: difference.old.as_deref(),
            new: difference.new.as_deref(),
            old_line: line(difference.old_place),
            new_line: line(difference.new_place),
            certain: difference.certain,
        }
    }
}
