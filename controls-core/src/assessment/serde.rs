//! Assessments as data: a map from each id to `{ "finding": …, "evidence": "…" }`, where a finding is `"Satisfied"`,
//! `"NotSatisfied"`, `"NotApplicable"`, `"NotAssessed"`, or `{ "Waived": { "reason": "…", "until": "YYYY-MM-DD" } }`.
//! A key `$schema`, by which JSON names its schema, is passed over.
//! Data that lacks a control, or has one that the catalog doesn't know, is read as a `StoredAssessment` only.

use alloc::vec::Vec;
use core::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, IgnoredAny, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::{Assessed, Assessment};
use crate::Control;

/// The key by which JSON names its schema. No id is like it.
pub(super) const SCHEMA: &str = "$schema";

impl<C: Control> Serialize for Assessment<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.assessed.len()))?;
        for (control, assessed) in self.iter() {
            map.serialize_entry(control.id(), assessed)?;
        }
        map.end()
    }
}

impl<'de, C: Control> Deserialize<'de> for Assessment<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(AllControls(PhantomData))
    }
}

struct AllControls<C>(PhantomData<C>);

impl<'de, C: Control> Visitor<'de> for AllControls<C> {
    type Value = Assessment<C>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a finding for each control of `{}`", C::CATALOG.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Assessment<C>, A::Error> {
        let mut found: Vec<Option<Assessed>> = C::all().map(|_| None).collect();
        while let Some(key) = entries.next_key_seed(Key(self.0))? {
            let Some(index) = key else {
                entries.next_value::<IgnoredAny>()?;
                continue;
            };
            if found[index].replace(entries.next_value()?).is_some() {
                let id = C::CATALOG.records[index].id;
                return Err(de::Error::custom(format_args!(
                    "control `{id}` has two findings"
                )));
            }
        }
        let mut assessed = Vec::with_capacity(found.len());
        for (finding, record) in found.into_iter().zip(C::CATALOG.records) {
            let lacks = || {
                de::Error::custom(format_args!(
                    "control `{}` has no finding; a `StoredAssessment` can be read without",
                    record.id
                ))
            };
            assessed.push(finding.ok_or_else(lacks)?);
        }
        Ok(Assessment {
            assessed,
            catalog: PhantomData,
        })
    }
}

/// An id as the index of its control; `None` for the key of the schema.
struct Key<C>(PhantomData<C>);

impl<'de, C: Control> de::DeserializeSeed<'de> for Key<C> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<C: Control> Visitor<'_> for Key<C> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the id of a control of `{}`", C::CATALOG.name)
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<Option<usize>, E> {
        if key == SCHEMA {
            return Ok(None);
        }
        C::CATALOG.find_id(key).map(Some).map_err(E::custom)
    }
}
