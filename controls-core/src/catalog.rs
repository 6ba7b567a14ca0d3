//! A whole catalog as data, for code that isn't generic over catalogs.

use core::fmt;

use crate::{Fingerprint, Record, ids};

/// What [`controls!`](crate::controls!) makes of a definition, as data.
///
/// ```
/// use controls_core::Catalog;
///
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" {
///             Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No
///         }
///     }
/// }
///
/// fn yes(catalog: &Catalog) -> usize {
///     catalog.records.iter().filter(|record| record.answer.is_some_and(|answer| answer.is_yes())).count()
/// }
///
/// assert_eq!(yes(Service::CATALOG), 1);
/// ```
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Catalog {
    /// The name of the enum.
    pub name: &'static str,
    /// The path of the document, as written in the definition.
    pub document: Option<&'static str>,
    /// The heading of the document that the catalog is narrowed to.
    pub heading: Option<&'static str>,
    /// Where the document is published.
    pub published: Option<&'static str>,
    /// The date that the document gives itself (`ms.date`), as `YYYY-MM-DD`.
    pub date: Option<&'static str>,
    /// A digest of what all of its controls say.
    pub fingerprint: Fingerprint,
    /// The sections, in order.
    pub sections: &'static [Section],
    /// The controls, in order.
    ///
    /// ```
    /// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall", Tunnel = "Tunnel" } } }
    /// let titles: Vec<_> = Service::CATALOG.records.iter().map(|record| record.title).collect();
    /// assert_eq!(titles, ["Firewall", "Tunnel"]);
    /// ```
    #[cfg_attr(feature = "serde", serde(rename = "controls"))]
    pub records: &'static [Record],
    /// The table that finds an id, see `ids.rs`.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) by_id: &'static [u8],
}

impl Catalog {
    /// Returns the index in [`records`](Self::records) of the control with this id, letter for letter.
    ///
    /// ```
    /// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall" } } }
    /// const AT: Option<usize> = Service::CATALOG.index_of("firewall");
    /// assert_eq!(AT, Some(0));
    /// ```
    #[must_use]
    pub const fn index_of(&self, id: &str) -> Option<usize> {
        ids::find(self.by_id, self.records, id)
    }

    /// Returns the record of the control with this id, letter for letter.
    ///
    /// ```
    /// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall support" } } }
    /// assert_eq!(Service::CATALOG.record("firewall").map(|record| record.title), Some("Firewall support"));
    /// assert_eq!(Service::CATALOG.record("tunnel"), None);
    /// ```
    #[must_use]
    pub const fn record(&self, id: &str) -> Option<&'static Record> {
        match self.index_of(id) {
            Some(at) => Some(&self.records[at]),
            None => None,
        }
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the sections, which are the records once more, and the table of ids.
        f.debug_struct("Catalog")
            .field("name", &self.name)
            .field("document", &self.document)
            .field("heading", &self.heading)
            .field("published", &self.published)
            .field("date", &self.date)
            .field("fingerprint", &self.fingerprint)
            .field("records", &self.records)
            .finish_non_exhaustive()
    }
}

/// A heading of the document with its rows, as data.
///
/// ```
/// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall", Tunnel = "Tunnel" } } }
/// let section = Service::CATALOG.sections[0];
/// assert_eq!((section.title, section.records.len()), ("Network", 2));
/// ```
///
/// Several sections may have one title, in a document of several services. Then their groups tell them apart:
///
/// ```standalone_crate
/// controls_core::controls! {
///     #[document = "guide/gathered.md"]
///     enum Services {
///         #[group = "Example Queue"]
///         QueueNetwork = "Network" { QueueForcedTunneling = "Forced tunneling support" => No }
///         #[group = "Example Storage"]
///         StorageNetwork = "Network" {
///             StorageForcedTunneling = "Forced tunneling support" => Yes { notes: "By [rules](./rules.md)." },
///         }
///     }
/// }
///
/// let groups: Vec<_> = Services::CATALOG.sections.iter().map(|section| section.group).collect();
/// assert_eq!(groups, [["Example Queue"], ["Example Storage"]]);
/// assert_eq!(Services::QueueForcedTunneling.record().group, ["Example Queue"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Section {
    /// The name of the variant in the section enum.
    pub name: &'static str,
    /// The headings above it, outermost first, as far as the definition names them with `#[group]`.
    pub group: &'static [&'static str],
    /// The heading.
    pub title: &'static str,
    /// The index of its first control in [`Catalog::records`].
    pub first: usize,
    /// Its controls, in order: a part of [`Catalog::records`].
    #[cfg_attr(
        feature = "serde",
        serde(rename = "count", serialize_with = "crate::features::serde::count")
    )]
    pub records: &'static [Record],
}
