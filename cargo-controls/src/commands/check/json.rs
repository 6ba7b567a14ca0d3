//! What has come of a check, for programs.

use serde::Serialize;

use super::{
    catalog::{Catalog, Checked},
    difference::Difference,
};
use crate::show::json::{RemarkJson, pretty};

/// The catalogs that could be checked.
pub(super) fn check(catalogs: &[Catalog]) -> String {
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
    fn of(catalog: &'a Catalog) -> Self {
        let (document, differences, remarks) = match &catalog.checked {
            Some(Checked {
                document,
                differences,
                remarks,
            }) => (Some(&**document), &differences[..], &remarks[..]),
            None => (None, &[][..], &[][..]),
        };
        CatalogJson {
            name: &catalog.name,
            definition: &catalog.file,
            line: catalog.line,
            document,
            controls: catalog.controls,
            sections: catalog.sections,
            drifts: differences.iter().map(DriftJson::of).collect(),
            remarks: remarks.iter().map(RemarkJson::of).collect(),
        }
    }
}

/// A difference. Line and column are those of the document.
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
    fn of(difference: &'a Difference) -> Self {
        DriftJson {
            kind: difference.kind.name(),
            title: difference.title.as_deref(),
            section: &difference.section,
            old: difference.old.as_deref(),
            new: difference.new.as_deref(),
            line: difference.place.line,
            column: difference.place.column,
            message: &difference.message,
        }
    }
}
