//! A report as the XML of `JUnit`, which CI systems show as tests.

use askama::Template;

use super::model::{AssessmentReport, Row, Section};
use crate::{
    error::ExportError,
    state::State,
    visible::{line, visible},
};

/// The suites. The template escapes all that is put into it.
#[derive(Template)]
#[template(path = "assessment.xml")]
struct Document {
    name: String,
    totals: Totals,
    suites: Vec<Suite>,
}

struct Suite {
    name: String,
    totals: Totals,
    cases: Vec<Case>,
}

#[derive(Default)]
struct Totals {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

struct Case {
    class: String,
    name: String,
    /// The element that says why it hasn't passed, with its message.
    outcome: Option<(&'static str, String)>,
    evidence: String,
}

/// The report as XML.
pub(super) fn junit(report: &AssessmentReport) -> Result<String, ExportError> {
    let suite = |section: &Section| Suite {
        name: line(&section.title),
        totals: Totals::of(section.rows.iter()),
        cases: section
            .rows
            .iter()
            .map(|row| Case::of(row, &format!("{}.{}", report.catalog.name, section.name)))
            .collect(),
    };
    let document = Document {
        name: line(&report.heading()),
        totals: Totals::of(report.rows()),
        suites: report.sections.iter().map(suite).collect(),
    };
    document
        .render()
        .map_err(|error| ExportError::Unwritable(error.into()))
}

impl Totals {
    fn of<'a>(rows: impl Iterator<Item = &'a Row>) -> Self {
        let mut totals = Totals::default();
        for row in rows {
            totals.tests += 1;
            match element(row.state) {
                Some("failure") => totals.failures += 1,
                Some("error") => totals.errors += 1,
                Some(_) => totals.skipped += 1,
                None => {}
            }
        }
        totals
    }
}

impl Case {
    fn of(row: &Row, class: &str) -> Self {
        let label = row
            .label
            .map(|label| format!("{label} "))
            .unwrap_or_default();
        Case {
            class: line(class),
            name: line(&format!("{label}{} ({})", row.title, row.id)),
            outcome: element(row.state).map(|element| (element, line(&row.found()))),
            evidence: visible(&row.evidence),
        }
    }
}

/// The element that says that a test case hasn't passed.
fn element(state: State) -> Option<&'static str> {
    match state {
        State::NotAssessed => Some("error"),
        State::NotSatisfied | State::Ended => Some("failure"),
        State::Waived | State::NotApplicable => Some("skipped"),
        State::Satisfied => None,
    }
}
