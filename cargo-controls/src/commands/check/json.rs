//! What has come of a check, for programs.

use controls_dsl::{Drift, Row, plain_name};
use serde::Serialize;

use crate::{
    level::Level,
    show::json::{PositionJson, RemarkJson, Schema, results},
    sources::{Held, SourceCatalog},
};

/// The catalogs that could be checked.
pub(super) fn check(catalogs: &[SourceCatalog]) -> String {
    results(
        Schema::Check,
        &CatalogsJson {
            catalogs: catalogs.iter().map(CatalogJson::of).collect(),
        },
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CatalogsJson<'a> {
    catalogs: Vec<CatalogJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CatalogJson<'a> {
    name: &'a str,
    definition: &'a str,
    line: usize,
    document: Option<&'a str>,
    controls: usize,
    sections: usize,
    drifts: Vec<DriftJson<'a>>,
    remarks: Vec<RemarkJson>,
}

impl<'a> CatalogJson<'a> {
    fn of(catalog: &'a SourceCatalog) -> Self {
        let SourceCatalog {
            name,
            found,
            definition,
            held,
            ..
        } = catalog;
        let rows: Vec<&Row> = definition.rows().collect();
        let remarks = held.iter().flat_map(|held| &held.remarks);
        CatalogJson {
            name,
            definition: &found.file.shown,
            line: found
                .file
                .position(definition.name.span().byte_range().start)
                .0,
            document: held.as_ref().map(|Held { source, .. }| &*source.path),
            controls: definition.count(),
            sections: definition.sections.len(),
            drifts: catalog
                .drifts()
                .iter()
                .map(|drift| DriftJson::of(drift, catalog, &rows))
                .collect(),
            remarks: remarks.map(RemarkJson::of).collect(),
        }
    }
}

/// A drift. Its line and column are those of the document, and its definition is the place there of what disagrees. For a row
/// that the definition doesn't have, and for a section, variant and id are `null`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct DriftJson<'a> {
    kind: &'static str,
    /// The release of the catalog that it asks for: `patch`, `minor` or `major`.
    level: &'static str,
    variant: Option<String>,
    id: Option<&'a str>,
    title: Option<&'a str>,
    section: &'a str,
    old: Option<&'a str>,
    new: Option<&'a str>,
    line: u32,
    column: u32,
    definition: PositionJson<'a>,
    message: &'a str,
}

impl<'a> DriftJson<'a> {
    fn of(drift: &'a Drift, catalog: &'a SourceCatalog, rows: &[&'a Row]) -> Self {
        let row = drift.row.and_then(|row| rows.get(row).copied());
        let file = &catalog.found.file;
        let (line, column) = file.position(catalog.found.place(drift.span).range.start);
        DriftJson {
            kind: drift.kind.name(),
            level: Level::of(drift.kind).name(),
            variant: row.map(|row| plain_name(&row.name)),
            id: row.map(Row::id),
            title: drift.title.as_deref(),
            section: &drift.section,
            old: drift.old.as_deref(),
            new: drift.new.as_deref(),
            line: drift.place.line,
            column: drift.place.column,
            definition: PositionJson {
                path: &file.shown,
                line,
                column,
            },
            message: &drift.message,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CatalogsJson, Schema};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::Check.assert_is_of::<CatalogsJson<'_>>();
    }
}
