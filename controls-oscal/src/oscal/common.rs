//! What all documents of OSCAL have in common.

use controls_core::Date;
use controls_document::folded;
use serde::Serialize;

use super::ident::{NS, token, uuid};
use crate::catalog::{EvidenceKind, OwnedAnswer, OwnedCatalog, OwnedRecord};

/// The version of OSCAL that documents are written in: that of the schemas of NIST which they are held against.
pub const OSCAL_VERSION: &str = "1.2.3";

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Metadata {
    title: String,
    last_modified: String,
    version: String,
    oscal_version: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct Property {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ns: Option<&'static str>,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Link {
    href: String,
    rel: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

#[derive(Serialize)]
pub(super) struct BackMatter {
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Resource {
    uuid: String,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rlinks: Vec<ResourceLink>,
}

#[derive(Serialize)]
struct ResourceLink {
    href: String,
}

impl Metadata {
    /// What is known of a catalog as a whole. Without a date, a document says that it's of the first day that computers
    /// know, and in words that it has none.
    pub(super) fn of(catalog: &OwnedCatalog, title: String) -> Metadata {
        let date = catalog.date.as_deref();
        let date = date.and_then(|date| midnight(date.parse().ok()?));
        Metadata {
            title,
            remarks: date.is_none().then_some(
                "The document has no date, so that of the last modification means nothing.",
            ),
            last_modified: date.unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned()),
            // Two editions say the same if they have the same one.
            version: catalog.fingerprint.to_string(),
            oscal_version: OSCAL_VERSION,
            links: catalog
                .published
                .iter()
                .map(|_| Link {
                    href: format!("#{}", source(catalog)),
                    rel: "source",
                    text: None,
                })
                .collect(),
        }
    }

    /// The same of something that was last modified on a day. Of days in other centuries, OSCAL knows nothing.
    pub(super) fn of_day(self, day: Date) -> Self {
        match midnight(day) {
            Some(last_modified) => Metadata {
                last_modified,
                remarks: None,
                ..self
            },
            None => self,
        }
    }

    /// The same of two catalogs, whose dates it has.
    pub(super) fn of_catalogs(self) -> Self {
        let remarks = self.remarks;
        let remarks = remarks
            .map(|_| "The catalogs have no date, so that of the last modification means nothing.");
        Metadata { remarks, ..self }
    }

    /// When it was last modified.
    pub(super) fn last_modified(&self) -> &str {
        &self.last_modified
    }

    /// The same of something with a version of its own.
    pub(super) fn with_version(self, version: String) -> Self {
        Metadata { version, ..self }
    }
}

/// The beginning of a day, if OSCAL knows of its century.
pub(super) fn midnight(day: Date) -> Option<String> {
    let day = day.to_string();
    ("1900".."3000")
        .contains(&&*day)
        .then(|| format!("{day}T00:00:00Z"))
}

/// What an answer says. OSCAL has no empty texts.
pub(super) fn said(answer: &OwnedAnswer) -> &str {
    let text = answer.text();
    if string(text).is_some() {
        text
    } else {
        "(blank)"
    }
}

impl Property {
    /// A property that OSCAL knows.
    pub(super) fn own(name: &str, value: &str) -> Option<Property> {
        let value = string(value)?;
        Some(Property {
            name: name.to_owned(),
            ns: None,
            value,
            class: None,
            remarks: None,
        })
    }

    /// A property of ours. None has an empty value.
    pub(super) fn ours(name: &str, value: &str) -> Option<Property> {
        Some(Property {
            ns: Some(NS),
            ..Property::own(name, value)?
        })
    }

    /// The answer, with its kind as the class.
    pub(super) fn answer(answer: &OwnedAnswer) -> Option<Property> {
        Some(Property {
            class: Some(answer.kind()),
            ..Property::ours("answer", said(answer))?
        })
    }

    /// What the further columns say, under their headings. A heading that is no name is in the remarks.
    pub(super) fn columns(record: &OwnedRecord) -> impl Iterator<Item = Property> {
        record.properties.iter().filter_map(|property| {
            let name = token(&property.name);
            Some(Property {
                remarks: string(&property.name).filter(|heading| *heading != name),
                class: Some("column"),
                ..Property::ours(&name, &property.value)?
            })
        })
    }
}

impl Link {
    /// The places in code that do something for a control, as far as they have an address.
    pub(super) fn to_code(record: &OwnedRecord) -> impl Iterator<Item = Link> {
        record.evidence.iter().filter_map(|evidence| {
            Some(Link {
                href: evidence.url.clone()?,
                rel: match evidence.kind {
                    EvidenceKind::Satisfies => "satisfied-by",
                    EvidenceKind::Verifies => "verified-by",
                },
                text: string(&evidence.item),
            })
        })
    }

    /// The links of a control that lead somewhere.
    pub(super) fn all(record: &OwnedRecord) -> Vec<Link> {
        record
            .links
            .iter()
            .filter_map(|link| {
                Some(Link {
                    href: link.url.clone()?,
                    rel: "reference",
                    text: string(&link.text),
                })
            })
            .collect()
    }
}

impl BackMatter {
    /// The document of a catalog, if it's published.
    pub(super) fn of(catalog: &OwnedCatalog) -> Option<BackMatter> {
        let href = catalog.published.clone()?;
        Some(BackMatter {
            resources: vec![Resource {
                uuid: source(catalog),
                title: format!("The control document of {}", catalog.name),
                rlinks: vec![ResourceLink { href }],
            }],
        })
    }

    /// The same with something that isn't anywhere.
    pub(super) fn with(back_matter: Option<BackMatter>, uuid: String, title: &str) -> BackMatter {
        let mut resources = back_matter.map_or_else(Vec::new, |of| of.resources);
        resources.push(Resource {
            uuid,
            title: title.to_owned(),
            rlinks: Vec::new(),
        });
        BackMatter { resources }
    }
}

/// The id of the document in the back matter.
fn source(catalog: &OwnedCatalog) -> String {
    uuid("document", catalog, &[])
}

/// A text on one line; `None` if there is nothing in it.
pub(super) fn string(text: &str) -> Option<String> {
    // For regular expressions that is white space too.
    let text = text.replace('\u{feff}', " ");
    Some(folded(&text).into_owned()).filter(|text| !text.is_empty())
}

/// A text on one line, or something that is shown in its place.
pub(super) fn line(text: &str) -> String {
    string(text).unwrap_or_else(|| "—".to_owned())
}
