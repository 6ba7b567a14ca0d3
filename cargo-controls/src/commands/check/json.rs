//! What has come of a check, for programs.

use controls_dsl::Drift;
use serde::Serialize;

use crate::{
    show::json::{RemarkJson, pretty},
    sources::{Held, SourceCatalog},
};

/// The catalogs that could be checked.
pub(super) fn check(catalogs: &[SourceCatalog]) -> String {
    pretty(&CatalogsJson {
        catalogs: catalogs.iter().map(CatalogJson::of).collect(),
    })
}

#[derive(Serialize)]
struct CatalogsJson<'a> {
    catalogs: Vec<CatalogJson<'a>>,
}

#[derive(Serialize)]
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
            drifts: catalog.drifts().iter().map(DriftJson::of).collect(),
            remarks: remarks.map(RemarkJson::of).collect(),
        }
    }
}

/// A drift. Line and column are those of the document.
#[derive(Serialize)]
struct DriftJson<'a> {
    kind: &'static str,
    title: Option<&'a str>,
    section: &'a str,
    old: Option<&'a str>,
    new: Option<&'a str>,
    line: u32,
    column: u32,
    message: &'a str,
}

impl<'a> DriftJson<'a> {
    fn of(drift: &'a Drift) -> Self {
        DriftJson {
            kind: drift.kind.name(),
            title: drift.title.as_deref(),
            section: &drift.section,
            old: drift.old.as_deref(),
            new: drift.new.as_deref(),
            line: drift.place.line,
            column: drift.place.column,
            message: &drift.message,
        }
    }
}
