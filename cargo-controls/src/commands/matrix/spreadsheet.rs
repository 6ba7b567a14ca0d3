//! A matrix for spreadsheets.

use controls_oscal::{ExportError, csv_table};

use super::model::Matrix;

/// A row for each control, a column for each catalog.
pub(super) fn csv(matrix: &Matrix<'_>) -> Result<String, ExportError> {
    let headings = matrix.catalogs.iter().map(|of| &*of.heading);
    let mut rows = vec![
        ["section", "id", "title"]
            .into_iter()
            .chain(headings)
            .collect(),
    ];
    for section in &matrix.sections {
        rows.extend(section.controls.iter().map(|control| {
            let first = [&*section.title, control.id(), control.title()];
            first.into_iter().chain(control.said()).collect::<Vec<_>>()
        }));
    }
    csv_table(&rows)
}
