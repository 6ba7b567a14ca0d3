//! A report as SARIF 2.1.0.
//!
//! A viewer takes each result for something to be done. So there's none for what is satisfied or doesn't apply, and one for
//! what nobody has assessed. A waiver is a suppression, with its reason.

use serde::Serialize;

use super::model::{AssessmentReport, Row};
use crate::{error::ExportError, state::State, visible::line};

/// The report as a log.
pub(super) fn sarif(report: &AssessmentReport) -> Result<String, ExportError> {
    let rules = report
        .rows()
        .map(|row| Rule::of(row, report.catalog.published.as_deref()));
    let results = report
        .rows()
        .enumerate()
        .filter_map(|(index, row)| Finding::of(report, index, row));
    let mut results: Vec<Finding> = results.collect();
    results.sort_by_key(|finding| finding.state);
    let driver = Driver {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        rules: rules.collect(),
    };
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver },
            results,
        }],
    };
    let json = serde_json::to_string_pretty(&log);
    json.map(|json| json + "\n")
        .map_err(|error| ExportError::Unwritable(error.into()))
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
struct Run {
    tool: Tool,
    results: Vec<Finding>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

/// A control.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: &'static str,
    short_description: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<String>,
}

impl Rule {
    fn of(row: &Row, published: Option<&str>) -> Self {
        Rule {
            id: row.id,
            name: row.name,
            short_description: Text::of(row.title),
            help_uri: published.map(str::to_owned),
        }
    }
}

/// What was found for a control.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression>,
    #[serde(skip)]
    state: State,
}

impl Finding {
    fn of(report: &AssessmentReport, rule_index: usize, row: &Row) -> Option<Self> {
        let level = match row.state {
            State::NotAssessed => "warning",
            State::NotSatisfied | State::Ended | State::Waived => "error",
            State::Satisfied | State::NotApplicable => return None,
        };
        let mut text = format!("`{}`: {}", row.title, row.found());
        if !row.evidence.is_empty() {
            text = format!("{text}; {}", row.evidence);
        }
        let suppression = match (&row.finding, row.state) {
            (controls_core::Finding::Waived { reason, .. }, State::Waived) => Some(Suppression {
                kind: "external",
                status: "accepted",
                justification: line(reason),
            }),
            _ => None,
        };
        Some(Finding {
            rule_id: row.id,
            rule_index,
            level,
            message: Text::of(&text),
            locations: [Location {
                logical_locations: [LogicalLocation {
                    name: row.name,
                    fully_qualified_name: format!("{}::{}", report.catalog.name, row.name),
                    kind: "member",
                }],
            }],
            partial_fingerprints: Fingerprints {
                control: format!("{}/{}", report.catalog.name, row.id),
            },
            suppressions: suppression.into_iter().collect(),
            state: row.state,
        })
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    logical_locations: [LogicalLocation; 1],
}

/// The variant.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    name: &'static str,
    fully_qualified_name: String,
    kind: &'static str,
}

/// What says that a result of another run is about the same control.
#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "control/v1")]
    control: String,
}

/// A waiver.
#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    justification: String,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

impl Text {
    /// A text on one line in which nothing is a link: `[x](y)` would be one.
    fn of(text: &str) -> Self {
        let text = line(text);
        let text = if text.contains("](") {
            text.replace('[', "\\[").replace(']', "\\]")
        } else {
            text
        };
        Text { text }
    }
}
