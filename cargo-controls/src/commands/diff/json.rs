//! The differences between two documents, for programs.

use controls_document::Place;
use serde::Serialize;

use super::{comparison::Comparison, drift::Drift};
use crate::{
    level::Level,
    show::json::{RemarkJson, pretty},
};

/// A comparison.
pub(super) fn diff(comparison: &Comparison) -> String {
    pretty(&ComparisonJson {
        old: &comparison.old.source.path,
        new: &comparison.new.source.path,
        level: comparison.level().map_or("none", Level::name),
        drifts: comparison.drifts.iter().map(DriftJson::of).collect(),
        old_remarks: comparison.old_remarks.iter().map(RemarkJson::of).collect(),
        new_remarks: comparison.new_remarks.iter().map(RemarkJson::of).collect(),
    })
}

#[derive(Serialize)]
struct ComparisonJson<'a> {
    old: &'a str,
    new: &'a str,
    level: &'static str,
    drifts: Vec<DriftJson<'a>>,
    old_remarks: Vec<RemarkJson>,
    new_remarks: Vec<RemarkJson>,
}

/// A difference. `title` and `section` are those of the later document, or of the earlier one if only that has them.
#[derive(Serialize)]
struct DriftJson<'a> {
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

impl<'a> DriftJson<'a> {
    fn of(drift: &'a Drift) -> Self {
        let line = |place: Option<Place>| place.map(|place| place.line);
        DriftJson {
            kind: drift.kind,
            title: drift.title.as_deref(),
            old_title: drift.old_title.as_deref(),
            section: &drift.section,
            old_section: drift.old_section.as_deref(),
            old: drift.old.as_deref(),
            new: drift.new.as_deref(),
            old_line: line(drift.old_place),
            new_line: line(drift.new_place),
            certain: drift.certain,
        }
    }
}
