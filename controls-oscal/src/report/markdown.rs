//! A report as Markdown.

use super::model::{AssessmentReport, Row};
use crate::visible::line;

/// The report as an article.
pub(super) fn markdown(report: &AssessmentReport) -> String {
    let mut parts = vec![format!("# {}", escaped(&report.heading()))];
    if let Some(today) = report.today {
        parts.push(format!("As of {today}."));
    }
    let counts = report.counts();
    parts.push(table(
        &["Finding", "Controls"],
        counts
            .iter()
            .map(|(state, count)| vec![state.words().to_owned(), count.to_string()]),
    ));
    let gaps = report.gaps();
    if !gaps.is_empty() {
        parts.push("## To do".to_owned());
        parts.push(table(&COLUMNS, gaps.into_iter().map(cells)));
    }
    let waivers = report.waivers();
    if !waivers.is_empty() {
        parts.push("## Waivers".to_owned());
        let cells = waivers
            .into_iter()
            .map(|(until, reason, row)| vec![until.to_string(), control(row), escaped(reason)]);
        parts.push(table(&["Until", "Control", "Reason"], cells));
    }
    for section in &report.sections {
        parts.push(format!("## {}", escaped(&section.title)));
        parts.push(table(&COLUMNS, section.rows.iter().map(cells)));
    }
    parts.join("\n\n") + "\n"
}

const COLUMNS: [&str; 3] = ["Control", "Finding", "Evidence"];

fn cells(row: &Row) -> Vec<String> {
    vec![control(row), escaped(&row.found()), escaped(&row.evidence)]
}

fn control(row: &Row) -> String {
    let label = row
        .label
        .map(|label| escaped(label) + " ")
        .unwrap_or_default();
    format!("{label}{} (`{}`)", escaped(row.title), row.id)
}

fn table(headings: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let row = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let headings: Vec<String> = headings
        .iter()
        .map(|heading| (*heading).to_owned())
        .collect();
    let rule = vec!["---".to_owned(); headings.len()];
    let rows = [headings, rule].into_iter().chain(rows);
    rows.map(|cells| row(&cells)).collect::<Vec<_>>().join("\n")
}

/// The text on one line with nothing in it that Markdown would take for markup, nor a pipe that would end a cell.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in line(text).chars() {
        if "\\`*_{}[]<>()#|~&!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
