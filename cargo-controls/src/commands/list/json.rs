//! A list for programs. The keys, and their order, are stable.

use serde::Serialize;

use super::model::{Listed, ListedControl, ListedSection};
use crate::show::json::{PositionJson, pretty};

/// All catalogs.
pub(super) fn list(catalogs: &[Listed<'_>]) -> String {
    pretty(&ListJson {
        catalogs: catalogs.iter().map(CatalogJson::of).collect(),
    })
}

#[derive(Serialize)]
struct ListJson<'a> {
    catalogs: Vec<CatalogJson<'a>>,
}

#[derive(Serialize)]
struct CatalogJson<'a> {
    name: &'a str,
    package: &'a str,
    definition: PositionJson<'a>,
    controls: Vec<ControlJson<'a>>,
}

#[derive(Serialize)]
struct ControlJson<'a> {
    variant: &'a str,
    id: &'a str,
    group: &'a [&'a str],
    section: &'a str,
    label: Option<&'a str>,
    title: &'a str,
    answer: Option<&'a str>,
    verdict: Option<&'static str>,
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
        }
    }
}
