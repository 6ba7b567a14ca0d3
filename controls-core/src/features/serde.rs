//! What serde sees: a control is its id, records and catalogs are structs whose fields have the names documented here.
//!
//! | type | serialized as |
//! |---|---|
//! | a control | its id, a string; read from the id or a former one |
//! | [`Answer`] | `"Yes"`, `"No"`, `"NotApplicable"`, `"Unanswered"`, or `{ "Qualified": "…" }` |
//! | [`Link`] | `text`, `target`, `url` |
//! | [`Position`] | `line`, `column` |
//! | [`Fingerprint`] | 32 hexadecimal digits; read back |
//! | [`Property`] | `name`, `value` |
//! | [`Record`] | `id`, `name` (of its variant), `label`, `title`, `group` (the titles of what its section is under), `section` (its title), `answer`, `notes`, `documentation`, `properties`, `links`, `formerly`, `alias`, `position`, `fingerprint`, `withdrawn` |
//! | [`Section`] | `name`, `group`, `title`, `first`, `count`: which of the catalog's controls are its own |
//! | [`Catalog`] | `name`, `document`, `heading`, `published`, `date`, `fingerprint`, `sections`, `controls` (records) |
//! | [`ControlSet`] | the ids of its controls in order; read back |

use core::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, SeqAccess, Visitor},
};

#[cfg(doc)]
use crate::{Answer, Catalog, Link, Position, Property, Section};
use crate::{Control, ControlSet, Fingerprint, Record};

/// Reads a control from its id or a former one.
///
/// # Errors
///
/// When no control has the id; the error names the nearest.
pub fn deserialize<'de, C: Control, D: Deserializer<'de>>(deserializer: D) -> Result<C, D::Error> {
    deserializer.deserialize_str(Id(PhantomData))
}

struct Id<C>(PhantomData<C>);

impl<C: Control> Visitor<'_> for Id<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the id of a control of `{}`", C::CATALOG.name)
    }

    fn visit_str<E: de::Error>(self, id: &str) -> Result<C, E> {
        let index = C::CATALOG.find_id(id).map_err(E::custom)?;
        C::ALL
            .get(index)
            .copied()
            .ok_or_else(|| E::custom("a catalog has as many controls as records"))
    }
}

/// Writes how many controls a section has.
pub(crate) fn count<S: Serializer>(
    records: &&'static [Record],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    records.len().serialize(serializer)
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Digits;

        impl Visitor<'_> for Digits {
            type Value = Fingerprint;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a fingerprint, 32 hexadecimal digits")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Fingerprint, E> {
                Fingerprint::parse(text)
                    .map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(Digits)
    }
}

impl<C: Control + Serialize> Serialize for ControlSet<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl<'de, C: Control + Deserialize<'de>> Deserialize<'de> for ControlSet<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Ids<C>(PhantomData<C>);

        impl<'de, C: Control + Deserialize<'de>> Visitor<'de> for Ids<C> {
            type Value = ControlSet<C>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "ids of controls of `{}`", C::CATALOG.name)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut ids: A) -> Result<ControlSet<C>, A::Error> {
                let mut set = ControlSet::EMPTY;
                while let Some(control) = ids.next_element()? {
                    set.insert(control);
                }
                Ok(set)
            }
        }

        deserializer.deserialize_seq(Ids(PhantomData))
    }
}
