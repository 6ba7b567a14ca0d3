//! A whole catalog as data, for code that isn't generic over catalogs.

use crate::{Answer, Fingerprint, Record, Records, ids, table::Table};

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
/// fn yes(catalog: &'static Catalog) -> usize {
///     catalog.records().filter(|record| record.answer.is_some_and(|answer| answer.is_yes())).count()
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
    /// The ids of the controls, in order.
    pub ids: &'static [&'static str],
    /// The names of their variants, in the same order.
    pub names: &'static [&'static str],
    /// What the rows say, in the same order.
    #[doc(hidden)]
    pub __table: &'static Table,
    /// Earlier ids and titles, by the index of their control.
    #[doc(hidden)]
    pub __formerly: &'static [(u16, &'static [&'static str])],
    /// The table that finds an id.
    #[doc(hidden)]
    pub __by_id: &'static [u8],
}

impl Catalog {
    /// The controls, in order.
    ///
    /// ```
    /// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall", Tunnel = "Tunnel" } } }
    /// let titles: Vec<_> = Service::CATALOG.records().map(|record| record.title).collect();
    /// assert_eq!(titles, ["Firewall", "Tunnel"]);
    /// ```
    #[must_use]
    pub const fn records(&self) -> Records<'_> {
        Records::new(self, 0, self.ids.len())
    }

    /// The records of one of its sections, in order; none if the section is another catalog's and lies behind the end of
    /// this one.
    #[must_use]
    pub const fn records_of(&self, section: &Section) -> Records<'_> {
        let end = section.first + section.count;
        if end <= self.ids.len() {
            Records::new(self, section.first, end)
        } else {
            Records::new(self, 0, 0)
        }
    }

    /// The index among the [`records`](Self::records) of the control with this id, letter for letter.
    ///
    /// ```
    /// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall" } } }
    /// const AT: Option<usize> = Service::CATALOG.index_of("firewall");
    /// assert_eq!(AT, Some(0));
    /// ```
    #[must_use]
    pub const fn index_of(&self, id: &str) -> Option<usize> {
        ids::find(self.__by_id, self.ids, id.as_bytes())
    }

    /// The record of the control with this id.
    #[must_use]
    pub const fn record(&self, id: &str) -> Option<Record> {
        match self.index_of(id) {
            Some(at) => Some(self.__at(at)),
            None => None,
        }
    }

    /// The record of the control at this index, if there is one.
    #[must_use]
    pub const fn record_at(&self, index: usize) -> Option<Record> {
        if index < self.ids.len() {
            Some(self.__at(index))
        } else {
            None
        }
    }

    /// The record of the control at this index. There has to be one.
    #[doc(hidden)]
    #[must_use]
    pub const fn __at(&self, index: usize) -> Record {
        let table = self.__table;
        let section = table.section(index);
        Record {
            id: self.ids[index],
            title: table.title(index),
            section: self.sections[section].title,
            answer: self.answer(index),
            notes: table.notes(index),
            documentation: table.documentation(index),
            links: table.links(index),
            formerly: self.formerly(index),
            fingerprint: table.fingerprint(index),
            section_index: section,
            position: table.position(index),
        }
    }

    pub(crate) const fn answer(&self, index: usize) -> Option<Answer> {
        if self.__table.has_answers() {
            Some(self.__table.answer(index))
        } else {
            None
        }
    }

    const fn formerly(&self, index: usize) -> &'static [&'static str] {
        let mut at = 0;
        while at < self.__formerly.len() {
            let (of, texts) = self.__formerly[at];
            if of as usize == index {
                return texts;
            }
            at += 1;
        }
        &[]
    }

    /// The index of the first control that had this id or title.
    pub(crate) fn index_of_former(&self, text: &str) -> Option<usize> {
        self.__formerly
            .iter()
            .find(|(_, texts)| texts.contains(&text))
            .map(|(index, _)| usize::from(*index))
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
    /// The index of its first control among [`Catalog::records`].
    pub first: usize,
    /// How many controls it has.
    pub count: usize,
}
