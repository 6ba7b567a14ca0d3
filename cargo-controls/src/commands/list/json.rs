//! A list for programs. The keys, and their order, are stable.

use serde::Serialize;

use super::model::{Listed, ListedControl, ListedSection};
use crate::show::json::{PositionJson, Schema, results};

/// All catalogs.
pub(super) fn list(catalogs: &[Listed<'_>]) -> String {
    results(
        Schema::List,
        &ListJson {
            catalogs: catalogs.iter().map(CatalogJson::of).collect(),
        },
    )
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ListJson<'a> {
    catalogs: Vec<CatalogJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CatalogJson<'a> {
    name: &'a str,
    package: &'a str,
    definition: PositionJson<'a>,
    controls: Vec<ControlJson<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ControlJson<'a> {
    variant: &'a str,
    id: &'a str,
    group: &'a [&'a str],
    section: &'a str,
    label: Option<&'a str>,
    title: &'a str,
    answer: Option<&'a str>,
    verdict: Option<&'static str>,
    withdrawn: bool,
}

impl<'a> CatalogJson<'a> {
    fn of(catalog: &'a Listed<'_>) -> Self {
        CatalogJson {
            name: &catalog.name,
            package: catalog.package,
            definition: PositionJson::of(&catalog.place),
            controls: catalog
                .sections
                .iter()
                .flat_map(|section| {
                    let controls = section.controls.iter();
                    controls.map(|control| ControlJson::of(section, control))
                })
                .collect(),
        }
    }
}

impl<'a> ControlJson<'a> {
    fn of(section: &'a ListedSection<'_>, control: &'a ListedControl<'_>) -> Self {
        ControlJson {
            variant: &control.variant,
            id: control.id,
            group: &section.group,
            section: section.title,
            label: Some(control.label).filter(|label| !label.is_empty()),
            title: control.title,
            answer: control.answer.map(controls_document::Answer::text),
            verdict: control.answer.map(controls_document::Answer::verdict),
            withdrawn: control.is_withdrawn,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ListJson, Schema};

    #[test]
    fn the_schema_is_that_of_the_type() {
        Schema::List.assert_is_of::<ListJson<'_>>();
    }
}
