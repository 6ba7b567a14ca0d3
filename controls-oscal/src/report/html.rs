//! A report as a page.

use askama::Template;

use super::model::{AssessmentReport, Row, Section};
use crate::{error::ExportError, state::State, visible::visible};

/// The page. The template escapes all that is put into it.
#[derive(Template)]
#[template(path = "assessment.html")]
struct Page {
    heading: String,
    today: Option<String>,
    counts: Vec<(State, usize)>,
    gaps: Vec<RowView>,
    waivers: Vec<WaiverView>,
    sections: Vec<SectionView>,
}

struct SectionView {
    title: String,
    rows: Vec<RowView>,
}

struct RowView {
    id: String,
    label: String,
    title: String,
    state: State,
    found: String,
    evidence: String,
}

struct WaiverView {
    until: String,
    reason: String,
    row: RowView,
}

/// The report as a page.
pub(super) fn html(report: &AssessmentReport) -> Result<String, ExportError> {
    let section = |section: &Section| SectionView {
        title: visible(&section.title),
        rows: section.rows.iter().map(RowView::of).collect(),
    };
    let page = Page {
        heading: visible(&report.heading()),
        today: report.today.map(|today| today.to_string()),
        counts: report.counts(),
        gaps: report.gaps().into_iter().map(RowView::of).collect(),
        waivers: report
            .waivers()
            .into_iter()
            .map(|(until, reason, row)| WaiverView {
                until: until.to_string(),
                reason: visible(reason),
                row: RowView::of(row),
            })
            .collect(),
        sections: report.sections.iter().map(section).collect(),
    };
    page.render()
        .map_err(|error| ExportError::Unwritable(error.into()))
}

impl RowView {
    fn of(row: &Row) -> Self {
        RowView {
            id: visible(row.id),
            label: row.label.map(visible).unwrap_or_default(),
            title: visible(row.title),
            state: row.state,
            found: visible(&row.found()),
            evidence: visible(&row.evidence),
        }
    }
}
