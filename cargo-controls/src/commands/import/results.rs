//! What is printed of definitions: themselves, or what was made of them.

use controls_document::Remark;
use serde::Serialize;

use super::{imported::Imported, package::NewPackage, texts::counts};
use crate::{
    args::Format,
    paths,
    show::json::{RemarkJson, pretty},
};

/// The results, in the form that is asked for.
pub(super) fn of(
    format: Format,
    imported: &[Imported],
    remarks: &[Remark],
    package: Option<&NewPackage>,
) -> String {
    match (format, package) {
        (Format::Json, _) => json(imported, remarks, package),
        (Format::Text, Some(package)) => made(imported, package),
        (Format::Text, None) => imported
            .iter()
            .map(|of| &*of.text)
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn made(imported: &[Imported], package: &NewPackage) -> String {
    let mut lines = vec![format!(
        "{}: package `{}`",
        paths::shown(&package.folder),
        package.name
    )];
    lines.extend(
        imported
            .iter()
            .map(|of| format!("  {}: {}", of.name, counts(of))),
    );
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

fn json(imported: &[Imported], remarks: &[Remark], package: Option<&NewPackage>) -> String {
    pretty(&ImportJson {
        package: package.map(|package| PackageJson {
            name: &package.name,
            path: paths::shown(&package.folder),
        }),
        definitions: imported.iter().map(DefinitionJson::of).collect(),
        remarks: remarks.iter().map(RemarkJson::of).collect(),
    })
}

#[derive(Serialize)]
struct ImportJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    package: Option<PackageJson<'a>>,
    definitions: Vec<DefinitionJson<'a>>,
    remarks: Vec<RemarkJson>,
}

#[derive(Serialize)]
struct PackageJson<'a> {
    name: &'a str,
    path: String,
}

#[derive(Serialize)]
struct DefinitionJson<'a> {
    name: &'a str,
    heading: Option<&'a str>,
    definition: &'a str,
    controls: usize,
    sections: usize,
}

impl<'a> DefinitionJson<'a> {
    fn of(imported: &'a Imported) -> Self {
        let Imported {
            name,
            heading,
            text,
            controls,
            sections,
            ..
        } = imported;
        DefinitionJson {
            name,
            heading: heading.as_deref(),
            definition: text,
            controls: *controls,
            sections: *sections,
        }
    }
}
