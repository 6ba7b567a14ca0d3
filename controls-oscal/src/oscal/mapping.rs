//! A crosswalk, or two editions of a catalog, as a mapping collection.

use std::collections::{HashMap, HashSet};

use controls_core::{Control, Crosswalk};
use serde::Serialize;

use super::{
    common::{BackMatter, Metadata},
    ident::{token, uuid},
};
use crate::{
    catalog::{OwnedCatalog, OwnedRecord},
    error::ExportError,
    format::Format,
    json::pretty,
};

/// Returns a crosswalk as a mapping collection of OSCAL.
///
/// The two catalogs are those that [`Format::OscalCatalog`] gives, in files of the names that
/// [`OwnedCatalog::file_name`] gives them. Controls of either that no mapping names are in a gap summary, unless they have been
/// withdrawn. Somebody has related
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
    let maps = crosswalk.mappings().iter().map(|of| Related {
        source: of.source.id(),
        target: of.target.id(),
        relationship: of.relation.as_str(),
    });
    // What has been withdrawn asks for nothing.
    let of_source = crosswalk
        .by_source()
        .filter(|(of, maps)| maps.is_empty() && !of.record().withdrawn);
    let of_target = crosswalk
        .by_target()
        .filter(|(of, maps)| maps.is_empty() && !of.record().withdrawn);
    let published = target.published.as_deref().unwrap_or_default();
    Relation {
        between: vec![target.name.clone(), published.to_owned()],
        hrefs: [&source, &target].map(|catalog| catalog.file_name(Format::OscalCatalog)),
        title: format!("{} to {}", source.name, target.name),
        description: format!(
            "What the controls of {} have to do with those of {}.",
            source.name, target.name
        ),
        method: "human",
        maps: maps.collect(),
        gaps: [
            of_source.map(|(control, _)| control.id()).collect(),
            of_target.map(|(control, _)| control.id()).collect(),
        ],
        dated: &source,
        source: &source,
        target: &target,
    }
    .collection()
}

/// Returns what has become of the controls of a catalog in a later edition of it, as a mapping collection of OSCAL.
///
/// A control is the same one if it has the same id, or one that it had before. What says the same is `equal-to` what it was.
/// What has only been retitled or numbered otherwise, or moved to another section, is `equivalent-to` it; what answers
/// otherwise, or has other notes, documentation or properties, `intersects-with` it. What is new or has gone is in the gap
/// summaries. Where a label names another control now, the two have `no-relationship`.
///
/// The catalogs are those that [`Format::OscalCatalog`] gives, in files whose names have the fingerprint of the edition in them:
/// see [`OwnedCatalog::edition_file_name`]. The mapping is of the day of the later edition.
///
/// ```
/// use controls_oscal::{OwnedCatalog, edition_mapping};
///
/// controls_core::controls! {
///     enum Service { Network = "Network" { Firewall = "Firewall" => Yes, Tunnel = "Tunneling" => No } }
/// }
///
/// let old = OwnedCatalog::from(Service::CATALOG);
/// let mut new = old.clone();
/// new.sections[0].records.remove(1);
/// let json = edition_mapping(&old, &new)?;
/// assert!(json.contains("\"relationship\": \"equal-to\""));
/// assert!(json.contains("source-gap-summary"));
/// # Ok::<(), controls_oscal::ExportError>(())
/// ```
///
/// # Errors
///
/// When no control is in both: a mapping collection has one mapping at least.
pub fn edition_mapping(old: &OwnedCatalog, new: &OwnedCatalog) -> Result<String, ExportError> {
    let by_id = new.by_id();
    let (was_in, is_in) = (sections(old), sections(new));
    let mut known: HashSet<&str> = HashSet::new();
    let (mut maps, mut gone) = (Vec::new(), Vec::new());
    for was in old.records() {
        let is = by_id.get(&*was.id).filter(|is| known.insert(&is.id));
        let Some(is) = is else {
            gone.push(&*was.id);
            continue;
        };
        maps.push(Related {
            source: &was.id,
            target: &is.id,
            relationship: if !was.says_the_same(is) {
                "intersects-with"
            } else if (&was.title, &was.label) == (&is.title, &is.label)
                && was_in[&*was.id] == is_in[&*is.id]
            {
                "equal-to"
            } else {
                "equivalent-to"
            },
        });
    }
    if maps.is_empty() {
        return Err(ExportError::WithoutMappings);
    }
    let labels = new
        .records()
        .filter_map(|of| Some((of.label.as_deref()?, of)));
    let by_label: HashMap<&str, &OwnedRecord> = labels.collect();
    let recycled = old.records().filter_map(|was| {
        let is = by_label.get(was.label.as_deref()?)?;
        let is_kept = by_id.get(&*was.id).is_some_and(|of| of.id == is.id);
        (!is_kept).then_some(Related {
            source: &was.id,
            target: &is.id,
            relationship: "no-relationship",
        })
    });
    maps.extend(recycled);
    let added = new
        .records()
        .map(|of| &*of.id)
        .filter(|id| !known.contains(id));
    let [from, to] = [old, new].map(|of| of.fingerprint.to_string());
    Relation {
        between: vec![from, to],
        hrefs: [old, new].map(OwnedCatalog::edition_file_name),
        title: format!("{} in a later edition", old.name),
        description: format!(
            "What has become of the controls of {} in a later edition.",
            old.name
        ),
        method: "automation",
        maps,
        gaps: [gone, added.collect()],
        dated: new,
        source: old,
        target: new,
    }
    .collection()
}

/// In which section each control is, by its id.
fn sections(catalog: &OwnedCatalog) -> HashMap<&str, String> {
    let mut sections = HashMap::new();
    for section in &catalog.sections {
        let path = section.path();
        let ids = section.records.iter().map(|record| &*record.id);
        sections.extend(ids.map(|id| (id, path.clone())));
    }
    sections
}

impl OwnedCatalog {
    /// Returns what a file with this edition of the catalog as an OSCAL catalog is called: its fingerprint is in the name.
    #[must_use]
    pub fn edition_file_name(&self) -> String {
        format!(
            "{}.{}.{}.json",
            self.name,
            self.fingerprint,
            Format::OscalCatalog
        )
    }
}

impl OwnedRecord {
    /// Whether all but what a control is called is as it was.
    fn says_the_same(&self, other: &OwnedRecord) -> bool {
        self.answer == other.answer
            && self.notes == other.notes
            && self.documentation == other.documentation
            && self.properties == other.properties
    }
}

/// What the controls of two catalogs have to do with each other.
struct Relation<'a> {
    source: &'a OwnedCatalog,
    target: &'a OwnedCatalog,
    /// What the ids are made of, with the source.
    between: Vec<String>,
    /// Where the two catalogs are.
    hrefs: [String; 2],
    title: String,
    description: String,
    method: &'static str,
    maps: Vec<Related<'a>>,
    /// The ids of the controls of each that nothing is related to.
    gaps: [Vec<&'a str>; 2],
    /// The one whose day it's of.
    dated: &'a OwnedCatalog,
}

/// Two controls, by their ids.
struct Related<'a> {
    source: &'a str,
    target: &'a str,
    relationship: &'static str,
}

impl Relation<'_> {
    fn collection(&self) -> Result<String, ExportError> {
        if self.maps.is_empty() {
            return Err(ExportError::WithoutMappings);
        }
        let between: Vec<&str> = self.between.iter().map(String::as_str).collect();
        let id = |kind: &str, parts: &[&str]| uuid(kind, self.source, &[&*between, parts].concat());
        let maps = self.maps.iter().map(|of| {
            let [sources, targets] = [of.source, of.target].map(|id| {
                [Item {
                    kind: "control",
                    id_ref: token(id),
                }]
            });
            Map {
                uuid: id("map", &[of.source, of.target]),
                relationship: of.relationship,
                sources,
                targets,
            }
        });
        let gap = |kind: &str, ids: &[&str]| {
            (!ids.is_empty()).then(|| GapSummary {
                uuid: id(kind, &[]),
                unmapped_controls: [Selection {
                    matching: ids
                        .iter()
                        .map(|id| Pattern { pattern: token(id) })
                        .collect(),
                }],
            })
        };
        let [source_resource, target_resource] = self.hrefs.clone().map(|href| Resource {
            kind: "catalog",
            href,
        });
        let mapping = Mapping {
            uuid: id("mapping", &[]),
            source_resource,
            target_resource,
            source_gap_summary: gap("source-gap", &self.gaps[0]),
            target_gap_summary: gap("target-gap", &self.gaps[1]),
            maps: maps.collect(),
        };
        let said = self.maps.iter();
        let said: Vec<String> = said
            .map(|of| format!("{} {} {}", of.source, of.relationship, of.target))
            .collect();
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        let fingerprints = [self.source, self.target].map(|of| of.fingerprint.to_string());
        let version = id(
            "version",
            &[&fingerprints.each_ref().map(String::as_str), &*said].concat(),
        );
        Ok(pretty(&Document {
            mapping_collection: MappingCollection {
                uuid: id("mapping-collection", &[]),
                metadata: Metadata::of(self.dated, self.title.clone())
                    .of_catalogs()
                    .with_version(version),
                provenance: Provenance {
                    method: self.method,
                    matching_rationale: "semantic",
                    status: "complete",
                    mapping_description: self.description.clone(),
                },
                mappings: [mapping],
                back_matter: BackMatter::of(self.dated),
            },
        }))
    }
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
    /// An id is a pattern that it alone matches. As `with-ids` they would be held to be those of a catalog that the document
    /// imports, which a mapping can't do: `oscal-validate` finds them dangling.
    matching: Vec<Pattern>,
}

#[derive(Serialize)]
struct Pattern {
    pattern: String,
}
