//! A catalog with answers as an OSCAL component definition: the service, and what it does for each control.

use serde::Serialize;

use super::{
    catalog::title,
    common::{BackMatter, Link, Metadata, Property, said},
    ident::{token, uuid},
};
use crate::{
    catalog::{OwnedAnswer, OwnedCatalog, OwnedRecord},
    error::ExportError,
    format::Format,
    json::pretty,
    markdown::absolute,
};

/// The component definition.
pub(crate) fn component_definition(catalog: &OwnedCatalog) -> Result<String, ExportError> {
    let requirements: Vec<Requirement> = catalog
        .records()
        .filter_map(|record| Some(Requirement::of(catalog, record, record.answer.as_ref()?)))
        .collect();
    // An implementation says something of one control at least.
    if requirements.is_empty() {
        return Err(ExportError::WithoutAnswers);
    }
    let title = title(catalog);
    Ok(pretty(&Document {
        component_definition: Definition {
            uuid: uuid(
                "component-definition",
                catalog,
                &[&catalog.fingerprint.to_string()],
            ),
            metadata: Metadata::of(catalog, title.clone()),
            components: [Component {
                uuid: uuid("component", catalog, &[]),
                kind: "service",
                description: format!("The service that the control document of {title} is about."),
                title,
                control_implementations: [Implementation {
                    uuid: uuid("control-implementation", catalog, &[]),
                    source: catalog.file_name(Format::OscalCatalog),
                    description: "What the document answers for each control.",
                    implemented_requirements: requirements,
                }],
            }],
            back_matter: BackMatter::of(catalog),
        },
    }))
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document {
    component_definition: Definition,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Definition {
    uuid: String,
    metadata: Metadata,
    components: [Component; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    back_matter: Option<BackMatter>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Component {
    uuid: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    description: String,
    control_implementations: [Implementation; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Implementation {
    uuid: String,
    source: String,
    description: &'static str,
    implemented_requirements: Vec<Requirement>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Requirement {
    uuid: String,
    control_id: String,
    description: String,
    props: Vec<Property>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link>,
}

impl Requirement {
    fn of(catalog: &OwnedCatalog, record: &OwnedRecord, answer: &OwnedAnswer) -> Requirement {
        let published = catalog.published.as_deref().unwrap_or_default();
        let texts = [
            Some(said(answer)),
            record.notes.as_deref(),
            record.documentation.as_deref(),
        ];
        let paragraphs: Vec<String> = texts
            .into_iter()
            .flatten()
            .map(|text| absolute(text, published))
            .collect();
        let own = |name: &str, text: &Option<String>| {
            Property::ours(name, &absolute(text.as_deref()?, published))
        };
        let props = [
            Property::answer(answer),
            own("notes", &record.notes),
            own("documentation", &record.documentation),
        ];
        let props = props.into_iter().flatten();
        Requirement {
            uuid: uuid("implemented-requirement", catalog, &[&record.id]),
            control_id: token(&record.id),
            description: paragraphs.join("\n\n"),
            props: props.chain(Property::columns(record)).collect(),
            links: Link::all(record)
                .into_iter()
                .chain(Link::to_code(record))
                .collect(),
        }
    }
}
