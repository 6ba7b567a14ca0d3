//! A catalog that owns its texts: what all formats are made from.

use std::collections::{HashMap, HashSet};

use controls_core::{Answer, Catalog, Fingerprint, Link, Property, Record};
use controls_document::heading_path;

/// A catalog that owns its texts. Made from a compiled [`Catalog`], or by a program that reads definitions.
///
/// ```
/// use controls_oscal::OwnedCatalog;
///
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No }
///     }
/// }
///
/// let catalog = OwnedCatalog::from(Service::CATALOG);
/// assert_eq!(catalog.name, "Service");
/// assert_eq!(catalog.sections[0].records[1].id, "tunnel");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedCatalog {
    /// The name of the enum.
    pub name: String,
    /// The path of the document, as written in the definition.
    pub document: Option<String>,
    /// The heading of the document that the catalog is narrowed to.
    pub heading: Option<String>,
    /// Where the document is published.
    pub published: Option<String>,
    /// The date that the document gives itself, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// A digest of what all of its controls say.
    pub fingerprint: Fingerprint,
    /// The sections, in order.
    pub sections: Vec<OwnedSection>,
}

/// A heading of the document with its controls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedSection {
    /// The name of the variant in the section enum.
    pub name: String,
    /// The headings above it, outermost first, as far as the definition names them.
    pub group: Vec<String>,
    /// The heading.
    pub title: String,
    /// The controls, in order.
    pub records: Vec<OwnedRecord>,
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedRecord {
    /// The stable key of the control in data.
    pub id: String,
    /// The name of the variant.
    pub name: String,
    /// The document's own number or code of the control.
    pub label: Option<String>,
    /// What the row is about.
    pub title: String,
    /// The answer; `None` throughout a catalog without answers.
    pub answer: Option<OwnedAnswer>,
    /// The notes, as Markdown; `None` where the cell is empty.
    pub notes: Option<String>,
    /// The documentation, as Markdown; `None` where the cell is empty.
    pub documentation: Option<String>,
    /// What further columns of the document say.
    pub properties: Vec<OwnedProperty>,
    /// The links in the notes, then those in the documentation.
    pub links: Vec<OwnedLink>,
    /// Earlier ids and titles of the control.
    pub formerly: Vec<String>,
    /// What people search for.
    pub alias: Vec<String>,
    /// Where the row's title is in the document: line and column, from 1.
    pub position: Option<OwnedPosition>,
    /// A digest of what the row says.
    pub fingerprint: Fingerprint,
    /// Whether the document has withdrawn the control.
    pub withdrawn: bool,
    /// What code does for the control, as far as whoever made the catalog has looked for it. A compiled catalog doesn't know.
    pub evidence: Vec<OwnedEvidence>,
}

/// Something in code that satisfies a control, or shows that it's satisfied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedEvidence {
    /// Which of the two.
    pub kind: EvidenceKind,
    /// The path of the item, and where it is, for a reader.
    pub item: String,
    /// The address of the place in the code, if anybody knows one.
    pub url: Option<String>,
}

/// What an item in code does for a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EvidenceKind {
    /// It satisfies the control.
    Satisfies,
    /// It's a test, which shows that something does.
    Verifies,
}

/// What a row answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum OwnedAnswer {
    /// The service has it.
    Yes,
    /// The service doesn't have it.
    No,
    /// The question doesn't apply to the service.
    NotApplicable,
    /// The document leaves it open.
    Unanswered,
    /// Anything else that the document says, word for word.
    Qualified(String),
}

/// What a further column of the document says of a control.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OwnedProperty {
    /// The heading of the column.
    pub name: String,
    /// The text of the cell, as Markdown.
    pub value: String,
}

/// A link in the notes or the documentation of a control.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OwnedLink {
    /// The text of the link, as Markdown.
    pub text: String,
    /// The target as written.
    pub target: String,
    /// The absolute address that it leads to, if the catalog says where its document is published.
    pub url: Option<String>,
}

/// A place in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OwnedPosition {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl OwnedCatalog {
    /// Returns an iterator over all controls, in order.
    pub fn records(&self) -> impl Iterator<Item = &OwnedRecord> {
        self.sections.iter().flat_map(|section| &section.records)
    }

    /// Returns whether the controls have answers.
    #[must_use]
    pub fn has_answers(&self) -> bool {
        self.records().any(|record| record.answer.is_some())
    }

    /// Returns the controls by their ids, and by the ids and titles that they had before. What is the id of one control now is
    /// nobody's former one.
    ///
    /// ```
    /// use controls_oscal::OwnedCatalog;
    ///
    /// controls_core::controls! {
    ///     enum Service { Network = "Network" { Tunnel = "Tunneling" => No { formerly: ["tunneling"] } } }
    /// }
    ///
    /// let catalog = OwnedCatalog::from(Service::CATALOG);
    /// assert_eq!(catalog.by_id()["tunneling"].id, "tunnel");
    /// ```
    #[must_use]
    pub fn by_id(&self) -> HashMap<&str, &OwnedRecord> {
        let former = self.records().flat_map(|record| {
            let former = record.formerly.iter();
            former.map(move |id| (&**id, record))
        });
        let current = self.records().map(|record| (&*record.id, record));
        former.chain(current).collect()
    }

    /// Returns the headings of the further columns, in the order in which they first appear.
    #[must_use]
    pub fn property_names(&self) -> Vec<&str> {
        let mut known = HashSet::new();
        self.records()
            .flat_map(|record| &record.properties)
            .map(|property| &*property.name)
            .filter(|name| known.insert(*name))
            .collect()
    }
}

impl OwnedSection {
    /// The headings above it as levels of a document that nests: no more than four, the last of which has the others in it.
    pub(crate) fn levels(&self) -> Vec<String> {
        let mut levels = self.group.clone();
        let deeper = levels.split_off(levels.len().min(3));
        if !deeper.is_empty() {
            levels.push(heading_path(deeper));
        }
        levels
    }

    /// Returns the heading after those above it, outermost first: `Storage > Network`.
    #[must_use]
    pub fn path(&self) -> String {
        heading_path(self.group.iter().chain([&self.title]))
    }
}

impl OwnedRecord {
    /// Returns what a further column says, by its heading.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&str> {
        let mut all = self.properties.iter();
        all.find(|property| property.name == name)
            .map(|property| &*property.value)
    }
}

impl OwnedAnswer {
    /// Returns the answer as documents have it: `Yes`, `No`, `N/A`, `Unanswered`, or the text of a qualified one.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            OwnedAnswer::Yes => "Yes",
            OwnedAnswer::No => "No",
            OwnedAnswer::NotApplicable => "N/A",
            OwnedAnswer::Unanswered => "Unanswered",
            OwnedAnswer::Qualified(text) => text,
        }
    }

    /// Returns the name of the variant, in kebab-case.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            OwnedAnswer::Yes => "yes",
            OwnedAnswer::No => "no",
            OwnedAnswer::NotApplicable => "not-applicable",
            OwnedAnswer::Unanswered => "unanswered",
            OwnedAnswer::Qualified(_) => "qualified",
        }
    }
}

impl From<&Catalog> for OwnedCatalog {
    fn from(catalog: &Catalog) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        OwnedCatalog {
            name: catalog.name.to_owned(),
            document: owned(catalog.document),
            heading: owned(catalog.heading),
            published: owned(catalog.published),
            date: owned(catalog.date),
            fingerprint: catalog.fingerprint,
            sections: catalog
                .sections
                .iter()
                .map(|section| OwnedSection {
                    name: section.name.to_owned(),
                    group: section.group.iter().map(|&of| of.to_owned()).collect(),
                    title: section.title.to_owned(),
                    records: section.records.iter().map(OwnedRecord::from).collect(),
                })
                .collect(),
        }
    }
}

impl From<&Record> for OwnedRecord {
    fn from(record: &Record) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let all = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        OwnedRecord {
            id: record.id.to_owned(),
            name: record.name.to_owned(),
            label: owned(record.label),
            title: record.title.to_owned(),
            answer: record.answer.map(OwnedAnswer::from),
            notes: owned(record.notes),
            documentation: owned(record.documentation),
            properties: record.properties.iter().map(OwnedProperty::from).collect(),
            links: record.links.iter().map(OwnedLink::from).collect(),
            formerly: all(record.formerly),
            alias: all(record.alias),
            position: record.position.map(|position| OwnedPosition {
                line: position.line,
                column: position.column,
            }),
            fingerprint: record.fingerprint,
            withdrawn: record.withdrawn,
            evidence: Vec::new(),
        }
    }
}

impl From<Answer> for OwnedAnswer {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Yes => OwnedAnswer::Yes,
            Answer::No => OwnedAnswer::No,
            Answer::NotApplicable => OwnedAnswer::NotApplicable,
            Answer::Unanswered => OwnedAnswer::Unanswered,
            Answer::Qualified(text) => OwnedAnswer::Qualified(text.to_owned()),
        }
    }
}

impl From<&Property> for OwnedProperty {
    fn from(property: &Property) -> Self {
        OwnedProperty {
            name: property.name.to_owned(),
            value: property.value.to_owned(),
        }
    }
}

impl From<&Link> for OwnedLink {
    fn from(link: &Link) -> Self {
        OwnedLink {
            text: link.text.to_owned(),
            target: link.target.to_owned(),
            url: link.url.map(str::to_owned),
        }
    }
}
