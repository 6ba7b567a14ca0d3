//! A matrix for programs. The keys, and their order, are stable.

use serde::Serialize;

use super::model::{Cell, Column, Matrix, Shared};
use crate::show::json::{PositionJson, Schema, results};

/// The matrix.
pub(super) fn matrix(matrix: &Matrix<'_>) -> String {
    let control = |section, control| ControlJson::of(section, control, &matrix.catalogs);
    results(
        Schema::Matrix,
        &MatrixJson {
            catalogs: matrix.catalogs.iter().map(CatalogJson::of).collect(),
            controls: matrix
                .sections
                .iter()
                .flat_map(|section| {
                    section
                        .controls
                        .iter()
                        .map(|of| control(&section.title, of))
                })
                .collect(),
        },
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct MatrixJson<'a> {
    catalogs: Vec<CatalogJson<'a>>,
    controls: Vec<ControlJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CatalogJson<'a> {
    name: &'a str,
    package: &'a str,
    /// What `catalogs` of a control call it: its name and, where another catalog has that too, what tells them apart.
    heading: &'a str,
    definition: PositionJson<'a>,
}

/// A control that one catalog has, or several: called as the first of them calls it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ControlJson<'a> {
    id: &'a str,
    section: &'a str,
    title: &'a str,
    /// One for each catalog that has the control.
    catalogs: Vec<CellJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CellJson<'a> {
    catalog: &'a str,
    package: &'a str,
    /// The `heading` of the catalog.
    heading: &'a str,
    variant: String,
    id: &'a str,
    group: Vec<&'a str>,
    section: &'a str,
    label: Option<&'a str>,
    title: &'a str,
    answer: Option<&'a str>,
    verdict: Option<&'static str>,
    withdrawn: bool,
    notes: &'a str,
    definition: PositionJson<'a>,
}

impl<'a> CatalogJson<'a> {
    fn of(column: &'a Column<'_>) -> Self {
        CatalogJson {
            name: &column.name,
            package: column.package,
            heading: &column.heading,
            definition: PositionJson::of(&column.place),
        }
    }
}

impl<'a> ControlJson<'a> {
    fn of(section: &'a str, control: &'a Shared<'_>, catalogs: &'a [Column<'_>]) -> Self {
        let cells = control.cells();
        ControlJson {
            id: control.id(),
            section,
            title: control.title(),
            catalogs: cells
                .map(|cell| CellJson::of(cell, &catalogs[cell.catalog]))
                .collect(),
        }
    }
}

impl<'a> CellJson<'a> {
    fn of(cell: &Cell<'a>, of: &'a Column<'_>) -> Self {
        let row = cell.row;
        let (path, (line, column)) = cell.place();
        CellJson {
            catalog: &of.name,
            package: of.package,
            heading: &of.heading,
            variant: cell.variant(),
            id: row.id(),
            group: cell.section.headings_above().collect(),
            section: &cell.section.title.value,
            label: row.label().map(|label| &*label.value),
            title: &row.title.value,
            answer: cell.answer().map(controls_document::Answer::text),
            verdict: cell.answer().map(controls_document::Answer::verdict),
            withdrawn: row.is_withdrawn(),
            notes: row.notes().map_or("", |notes| &notes.value),
            definition: PositionJson { path, line, column },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MatrixJson, Schema};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::Matrix.assert_is_of::<MatrixJson<'_>>();
    }
}
