//! An assessment that was stored, perhaps with another edition of the catalog.

use alloc::{collections::BTreeMap, string::String, vec::Vec};
use core::{fmt, marker::PhantomData};

use super::{
    Assessment,
    finding::{Assessed, Finding},
};
use crate::{Control, Known};

/// An assessment as it was stored, perhaps with another edition of the catalog: it may lack controls, and have some that
/// the catalog doesn't know.
///
/// An [`Assessment`] has a finding for each control and for nothing else, so data of another edition can't be read as one.
/// It can be read as this, which says what differs, and is made into an assessment once that has been looked at. With the
/// feature `serde` it's read from what an assessment is written as. It's written so too, with the ids that the catalog
/// doesn't know after the others: nothing that was read is lost.
///
/// ```
/// use controls_core::{Assessed, Finding, StoredAssessment};
///
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" {
///             Firewall = "Firewall support" => Yes { formerly: ["packet-filter"] },
///             Tunnel = "Tunneling support" => No,
///         }
///     }
/// }
///
/// // What an edition said that had no `tunnel` yet, called `firewall` otherwise, and still had `proxy`.
/// let mut stored = StoredAssessment::<Service>::new();
/// stored.insert("packet-filter", Assessed::new(Finding::Satisfied, "rules of 2026-01-01"));
/// stored.insert("proxy", Assessed::new(Finding::NotSatisfied, ""));
///
/// assert_eq!(stored.missing().collect::<Vec<_>>(), [Service::Tunnel]);
/// assert_eq!(stored.unknown().map(|(id, _)| id).collect::<Vec<_>>(), ["proxy"]);
///
/// let assessment = stored.into_assessment();
/// assert_eq!(assessment.get(Service::Firewall).finding, Finding::Satisfied);
/// assert_eq!(assessment.get(Service::Tunnel).finding, Finding::NotAssessed);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct StoredAssessment<C> {
    /// One for each control, in the order of the catalog.
    assessed: Vec<Option<Assessed>>,
    /// By ids that no control has, or has had.
    unknown: BTreeMap<String, Assessed>,
    catalog: PhantomData<C>,
}

impl<C: Control> StoredAssessment<C> {
    /// Returns one without any finding.
    #[must_use]
    pub fn new() -> Self {
        StoredAssessment {
            assessed: C::all().map(|_| None).collect(),
            unknown: BTreeMap::new(),
            catalog: PhantomData,
        }
    }

    /// Adds the finding for an id or a former id, or replaces it. Returns the one that was there.
    pub fn insert(&mut self, id: &str, assessed: Assessed) -> Option<Assessed> {
        match Known::<C>::from_id(id) {
            Known::Control(control) => self.assessed[control.index()].replace(assessed),
            Known::Unknown(id) => self.unknown.insert(id, assessed),
        }
    }

    /// Returns what was found for a control; `None` if the data lacks it.
    #[must_use]
    pub fn get(&self, control: C) -> Option<&Assessed> {
        self.assessed[control.index()].as_ref()
    }

    /// Returns an iterator over the controls that the data lacks, in order: those that were added to the catalog since.
    #[must_use]
    pub fn missing(&self) -> impl DoubleEndedIterator<Item = C> {
        C::all().filter(|control| self.get(*control).is_none())
    }

    /// Returns an iterator over the ids that the catalog doesn't know, with what was found for them, in the order of the
    /// ids: those of controls that have gone since, and of ones that only a newer edition has.
    #[must_use]
    pub fn unknown(&self) -> impl DoubleEndedIterator<Item = (&str, &Assessed)> {
        self.unknown.iter().map(|(id, assessed)| (&**id, assessed))
    }

    /// Returns an assessment of the catalog as it is now. What the data lacks is [not assessed](Finding::NotAssessed), and
    /// so no pass. What the catalog [doesn't know](Self::unknown) isn't part of it.
    #[must_use]
    pub fn into_assessment(self) -> Assessment<C> {
        let mut assessed = self.assessed.into_iter();
        Assessment::from_fn(|_| {
            let stored = assessed.next().flatten();
            stored.unwrap_or_else(|| Assessed::new(Finding::NotAssessed, ""))
        })
    }

    /// The findings with their ids: those of the catalog, in its order, then those that it doesn't know.
    fn entries(&self) -> impl Iterator<Item = (&str, &Assessed)> {
        let known = C::all().zip(&self.assessed);
        known
            .filter_map(|(control, assessed)| Some((control.id(), assessed.as_ref()?)))
            .chain(self.unknown())
    }
}

impl<C: Control> Default for StoredAssessment<C> {
    fn default() -> Self {
        Self::new()
    }
}

impl<C: Control> From<Assessment<C>> for StoredAssessment<C> {
    fn from(assessment: Assessment<C>) -> Self {
        StoredAssessment {
            assessed: assessment.assessed.into_iter().map(Some).collect(),
            unknown: BTreeMap::new(),
            catalog: PhantomData,
        }
    }
}

impl<C: Control> fmt::Debug for StoredAssessment<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.entries()).finish()
    }
}

#[cfg(feature = "serde")]
mod serde {
    use alloc::borrow::ToOwned;

    use serde::{
        Deserialize, Deserializer, Serialize, Serializer,
        de::{self, IgnoredAny, MapAccess, Visitor},
        ser::SerializeMap,
    };

    use super::{super::serde::SCHEMA, Control, PhantomData, StoredAssessment, String, fmt};

    impl<C: Control> Serialize for StoredAssessment<C> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(Some(self.entries().count()))?;
            for (id, assessed) in self.entries() {
                map.serialize_entry(id, assessed)?;
            }
            map.end()
        }
    }

    impl<'de, C: Control> Deserialize<'de> for StoredAssessment<C> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(ById(PhantomData))
        }
    }

    struct ById<C>(PhantomData<C>);

    impl<'de, C: Control> Visitor<'de> for ById<C> {
        type Value = StoredAssessment<C>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "findings for controls of `{}`", C::CATALOG.name)
        }

        fn visit_map<A: MapAccess<'de>>(
            self,
            mut entries: A,
        ) -> Result<StoredAssessment<C>, A::Error> {
            let mut stored = StoredAssessment::new();
            while let Some(id) = entries.next_key::<String>()? {
                if id == SCHEMA {
                    entries.next_value::<IgnoredAny>()?;
                    continue;
                }
                if stored.insert(&id, entries.next_value()?).is_some() {
                    let id = C::CATALOG
                        .find_id(&id)
                        .map_or(id, |index| C::CATALOG.records[index].id.to_owned());
                    return Err(de::Error::custom(format_args!(
                        "control `{id}` has two findings"
                    )));
                }
            }
            Ok(stored)
        }
    }
}
