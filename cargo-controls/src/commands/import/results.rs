//! What is printed of definitions: themselves, or what was made of them.

use controls_document::Remark;
use serde::Serialize;

use super::{
    arguments::Arguments, imported::Imported, modules, package::NewPackage, texts::counts,
};
use crate::{
    args::Format,
    paths,
    show::json::{RemarkJson, Schema, results},
};

/// The results, in the form that is asked for.
pub(super) fn of(
    arguments: &Arguments,
    imported: &[Imported],
    remarks: &[Remark],
    package: Option<&NewPackage>,
) -> String {
    match (arguments.format, package) {
        (Format::Json, _) => json(imported, remarks, package),
        (Format::Text, Some(package)) => made(imported, package),
        (Format::Text, None) => {
            let is_list = arguments.all && !imported.is_empty();
            let list = is_list.then(|| modules::list(imported));
            let texts = imported.iter().map(|of| of.text.clone()).chain(list);
            texts.collect::<Vec<_>>().join("\n")
        }
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
    results(
        Schema::Import,
        &ImportJson {
            package: package.map(|package| PackageJson {
                name: &package.name,
                path: paths::shown(&package.folder),
            }),
            definitions: imported.iter().map(DefinitionJson::of).collect(),
            remarks: remarks.iter().map(RemarkJson::of).collect(),
        },
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ImportJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    package: Option<PackageJson<'a>>,
    definitions: Vec<DefinitionJson<'a>>,
    remarks: Vec<RemarkJson>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct PackageJson<'a> {
    name: &'a str,
    path: String,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

#[cfg(test)]
mod tests {
    use super::{ImportJson, Schema};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::Import.assert_is_of::<ImportJson<'_>>();
    }
}
