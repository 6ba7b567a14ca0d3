//! A whole catalog as data, for code that isn't generic over catalogs.

use crate::{Fingerprint, Record, ids};

/// What [`controls!`](crate::controls!) makes of a definition, as data.
///
/// ```
/// use controls_core::Catalog;
///
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No }
///     }
/// }
///
/// fn yes(catalog: &'static Catalog) -> usize {
///     catalog.records.iter().filter(|record| record.answer.is_some_and(|answer| answer.is_yes())).count()
/// }
///
/// assert_eq!(yes(Service::CATALOG), 1);
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Catalog {
    /// The name of the enum.
    pub name: &'static str,
    /// Where the definition finds its document, as written there.
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
    pub records: &'static [Record],
    /// The names of their variants, in the same order.
    pub names: &'static [&'static str],
    /// The table that finds an id.
    #[doc(hidden)]
    pub __by_id: &'static [u8],
}

impl Catalog {
    /// The index in [`records`](Self::records) of the control with this id, letter for letter.
    ///
    /// ```
    /// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall" } } }
    /// const AT: Option<usize> = Service::CATALOG.index_of("firewall");
    /// assert_eq!(AT, Some(0));
    /// ```
    #[must_use]
    pub const fn index_of(&self, id: &str) -> Option<usize> {
        ids::find(self.__by_id, self.records, id.as_bytes())
    }

    /// The record of the control with this id.
    #[must_use]
    pub const fn record(&self, id: &str) -> Option<&'static Record> {
        match self.index_of(id) {
            Some(at) => Some(&self.records[at]),
            None => None,
        }
    }

    /// The records of one of its sections, in order; none if the section is another catalog's and lies behind the end of
    /// this one.
    #[must_use]
    pub fn records_of(&self, section: &Section) -> &'static [Record] {
        self.records.get(section.first..section.first + section.count).unwrap_or_default()
    }
}

/// A heading of the document with its rows, as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Section {
    /// The name of the variant in the section enum.
    pub name: &'static str,
    /// The heading.
    pub title: &'static str,
    /// The index of its first control in [`Catalog::records`].
    pub first: usize,
    /// How many controls it has.
    pub count: usize,
}
