//! What serde sees: a control is its id, records and catalogs are structs whose fields have the names documented here.
//!
//! | type | serialized as |
//! |---|---|
//! | a control | its id, a string; read from the id or a former one |
//! | [`Answer`] | `"Yes"`, `"No"`, `"NotApplicable"`, or `{ "Qualified": "…" }` |
//! | [`Links`], [`Records`] | a sequence |
//! | [`Link`] | `text`, `target`, `url` |
//! | [`Position`] | `line`, `column` |
//! | [`Fingerprint`] | 32 hexadecimal digits; read back |
//! | [`Record`] | `id`, `title`, `section` (its title), `answer`, `notes`, `documentation`, `links`, `formerly`, `fingerprint`, `position` |
//! | [`Section`] | `name`, `title`, `first`, `count`: where its controls are among those of the catalog |
//! | [`Catalog`] | `name`, `document`, `heading`, `published`, `date`, `fingerprint`, `sections`, `controls` (records), `names` (of their variants) |
//! | [`ControlSet`] | the ids of its controls in order; read back |

use core::{fmt, marker::PhantomData};

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, SeqAccess, Visitor},
    ser::SerializeStruct,
};

use crate::{
    Answer, Catalog, Control, ControlSet, Fingerprint, Link, Links, Position, Record, Records,
    Section,
};

/// Implements serde's traits for an enum of controls.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($control:ident) => {
        impl $crate::__private::serde::Serialize for $control {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> $crate::__private::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
        impl<'de> $crate::__private::serde::Deserialize<'de> for $control {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> $crate::__private::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}

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

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const NAME: &str = "Answer";
        match self {
            Answer::Yes => serializer.serialize_unit_variant(NAME, 0, "Yes"),
            Answer::No => serializer.serialize_unit_variant(NAME, 1, "No"),
            Answer::NotApplicable => serializer.serialize_unit_variant(NAME, 2, "NotApplicable"),
            Answer::Qualified(text) => {
                serializer.serialize_newtype_variant(NAME, 3, "Qualified", text)
            }
        }
    }
}

/// Serializes the named fields of a struct.
macro_rules! serialize_struct {
    ($type:ident { $($name:literal: $value:expr),* $(,)? } with $this:ident) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $this = self;
                let mut fields = serializer.serialize_struct(stringify!($type), [$($name),*].len())?;
                $(fields.serialize_field($name, $value)?;)*
                fields.end()
            }
        }
    };
}

serialize_struct!(Link { "text": this.text, "target": this.target, "url": &this.url } with this);
serialize_struct!(Position { "line": &this.line, "column": &this.column } with this);
serialize_struct!(Record {
    "id": this.id,
    "title": this.title,
    "section": this.section,
    "answer": &this.answer,
    "notes": &this.notes,
    "documentation": &this.documentation,
    "links": &this.links,
    "formerly": this.formerly,
    "fingerprint": &this.fingerprint,
    "position": &this.position,
} with this);
serialize_struct!(Section { "name": this.name, "title": this.title, "first": &this.first, "count": &this.count } with this);
serialize_struct!(Catalog {
    "name": this.name,
    "document": &this.document,
    "heading": &this.heading,
    "published": &this.published,
    "date": &this.date,
    "fingerprint": &this.fingerprint,
    "sections": this.sections,
    "controls": &this.records(),
    "names": this.names,
} with this);

impl Serialize for Links {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl Serialize for Records<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.clone())
    }
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
