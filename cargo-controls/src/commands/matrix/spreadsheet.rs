//! A matrix for spreadsheets.

use std::borrow::Cow;

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
    let said: Vec<Vec<Cow<'_, str>>> = matrix.controls().map(|of| of.said().collect()).collect();
    let mut said = said.iter();
    for section in &matrix.sections {
        rows.extend(
            section
                .controls
                .iter()
                .zip(&mut said)
                .map(|(control, said)| {
                    let first = [&*section.title, control.id(), control.title()];
                    first
                        .into_iter()
                        .chain(said.iter().map(|of| &**of))
                        .collect::<Vec<_>>()
                }),
        );
    }
    csv_table(&rows)
}
