//! A crosswalk as a mapping collection.

use controls_core::{Control, Crosswalk};
use serde::Serialize;

use super::{
    common::{BackMatter, Metadata},
    ident::{token, uuid},
};
use crate::{catalog::OwnedCatalog, error::ExportError, format::Format, json::pretty};

/// Returns a crosswalk as a mapping collection of OSCAL.
///
/// The two catalogs are those that [`Format::OscalCatalog`] gives, in files of the names that
/// [`OwnedCatalog::file_name`] gives them. Controls of either that no mapping names are in a gap summary. Somebody has related
/// them by what they mean, which is the `semantic` rationale, and each control of the first has a row: the mapping is complete.
///
/// ```
/// use controls_oscal::mapping_collection;
///
/// controls_core::controls! {
///     pub enum Service { Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No } }
/// }
/// controls_core::controls! {
///     pub enum Framework { Protection = "Protection" { Boundary = "Boundary protection" } }
/// }
/// controls_core::crosswalk! {
///     pub struct ServiceToFramework: Service => Framework {
///         Firewall => [SubsetOf(Boundary)],
///         Tunnel => [],
///     }
/// }
///
/// let json = mapping_collection(ServiceToFramework::CROSSWALK)?;
/// assert!(json.contains("\"relationship\": \"subset-of\""));
/// # Ok::<(), controls_oscal::ExportError>(())
/// ```
///
/// # Errors
///
/// When the crosswalk has no mapping: a mapping collection has at least one.
pub fn mapping_collection<S: Control, T: Control>(
    crosswalk: &Crosswalk<S, T>,
) -> Result<String, ExportError> {
    let (source, target) = (
        OwnedCatalog::from(S::CATALOG),
        OwnedCatalog::from(T::CATALOG),
    );
    let id = |kind: &str, parts: &[&str]| {
        let published = target.published.as_deref().unwrap_or_default();
        uuid(
            kind,
            &source,
            &[&[&*target.name, published], parts].concat(),
        )
    };
    let maps = crosswalk.mappings().iter().map(|mapping| {
        let ids = [mapping.source.id(), mapping.target.id()];
        let [sources, targets] = ids.map(|id| {
            [Item {
                kind: "control",
                id_ref: token(id),
            }]
        });
        Map {
            uuid: id("map", &ids),
            relationship: mapping.relation.as_str(),
            sources,
            targets,
        }
    });
    let maps: Vec<Map> = maps.collect();
    if maps.is_empty() {
        return Err(ExportError::WithoutMappings);
    }
    let unmapped = |kind: &str, ids: Vec<String>| {
        (!ids.is_empty()).then(|| GapSummary {
            uuid: id(kind, &[]),
            unmapped_controls: [Selection { with_ids: ids }],
        })
    };
    let of_source = crosswalk.by_source().filter(|(_, maps)| maps.is_empty());
    let of_target = crosswalk.by_target().filter(|(_, maps)| maps.is_empty());
    let mapping = Mapping {
        uuid: id("mapping", &[]),
        source_resource: Resource::of(&source),
        target_resource: Resource::of(&target),
        source_gap_summary: unmapped(
            "source-gap",
            of_source.map(|(control, _)| token(control.id())).collect(),
        ),
        target_gap_summary: unmapped(
            "target-gap",
            of_target.map(|(control, _)| token(control.id())).collect(),
        ),
        maps,
    };
    let title = format!("{} to {}", source.name, target.name);
    let said: Vec<String> = crosswalk
        .mappings()
        .iter()
        .map(|of| format!("{} {} {}", of.source.id(), of.relation, of.target.id()))
        .collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let fingerprints = [source.fingerprint, target.fingerprint].map(|of| of.to_string());
    let version = id(
        "version",
        &[&fingerprints.each_ref().map(String::as_str), &*said].concat(),
    );
    Ok(pretty(&Document {
        mapping_collection: MappingCollection {
            uuid: id("mapping-collection", &[]),
            metadata: Metadata::of(&source, title).with_version(version),
            provenance: Provenance {
                method: "human",
                matching_rationale: "semantic",
                status: "complete",
                mapping_description: format!(
                    "What the controls of {} have to do with those of {}.",
                    source.name, target.name
                ),
            },
            mappings: [mapping],
            back_matter: BackMatter::of(&source),
        },
    }))
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document {
    mapping_collection: MappingCollection,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct MappingCollection {
    uuid: String,
    metadata: Metadata,
    provenance: Provenance,
    mappings: [Mapping; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    back_matter: Option<BackMatter>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Provenance {
    method: &'static str,
    matching_rationale: &'static str,
    status: &'static str,
    mapping_description: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Mapping {
    uuid: String,
    source_resource: Resource,
    target_resource: Resource,
    maps: Vec<Map>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_gap_summary: Option<GapSummary>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_gap_summary: Option<GapSummary>,
}

/// One of the two catalogs.
#[derive(Serialize)]
struct Resource {
    #[serde(rename = "type")]
    kind: &'static str,
    href: String,
}

impl Resource {
    fn of(catalog: &OwnedCatalog) -> Self {
        Resource {
            kind: "catalog",
            href: catalog.file_name(Format::OscalCatalog),
        }
    }
}

#[derive(Serialize)]
struct Map {
    uuid: String,
    relationship: &'static str,
    sources: [Item; 1],
    targets: [Item; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item {
    #[serde(rename = "type")]
    kind: &'static str,
    id_ref: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct GapSummary {
    uuid: String,
    unmapped_controls: [Selection; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Selection {
    with_ids: Vec<String>,
}
