//! Assessments as data: a map from each id to `{ "finding": …, "evidence": "…" }`, where a finding is `"Satisfied"`,
//! `"NotSatisfied"`, `"NotApplicable"`, `"NotAssessed"`, or `{ "Waived": { "reason": "…", "until": "YYYY-MM-DD" } }`.
//! Data that lacks a control isn't read.

use alloc::{string::String, vec::Vec};
use core::{fmt, marker::PhantomData};

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor},
    ser::{SerializeMap, SerializeStruct, SerializeStructVariant},
};

use super::{Assessed, Assessment, Finding};
use crate::{Control, Date};

const ASSESSED: &[&str] = &["finding", "evidence"];
const WAIVED: &[&str] = &["reason", "until"];
const FINDINGS: &[&str] = &[
    "Satisfied",
    "NotSatisfied",
    "NotApplicable",
    "Waived",
    "NotAssessed",
];

impl<C: Control> Serialize for Assessment<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.assessed.len()))?;
        for (control, assessed) in self.iter() {
            map.serialize_entry(control.id(), assessed)?;
        }
        map.end()
    }
}

impl Serialize for Assessed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Assessed", ASSESSED.len())?;
        fields.serialize_field("finding", &self.finding)?;
        fields.serialize_field("evidence", &self.evidence)?;
        fields.end()
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (index, name) = match self {
            Finding::Satisfied => (0, "Satisfied"),
            Finding::NotSatisfied => (1, "NotSatisfied"),
            Finding::NotApplicable => (2, "NotApplicable"),
            Finding::NotAssessed => (4, "NotAssessed"),
            Finding::Waived { reason, until } => {
                let mut fields =
                    serializer.serialize_struct_variant("Finding", 3, "Waived", WAIVED.len())?;
                fields.serialize_field("reason", reason)?;
                fields.serialize_field("until", until)?;
                return fields.end();
            }
        };
        serializer.serialize_unit_variant("Finding", index, name)
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
        while let Some(index) = entries.next_key_seed(Index(self.0))? {
            if found[index].replace(entries.next_value()?).is_some() {
                let id = C::CATALOG.ids[index];
                return Err(de::Error::custom(format_args!(
                    "control `{id}` has two findings"
                )));
            }
        }
        let mut assessed = Vec::with_capacity(found.len());
        for (finding, id) in found.into_iter().zip(C::CATALOG.ids) {
            let lacks = || de::Error::custom(format_args!("control `{id}` has no finding"));
            assessed.push(finding.ok_or_else(lacks)?);
        }
        Ok(Assessment {
            assessed,
            catalog: PhantomData,
        })
    }
}

/// An id as the index of its control.
struct Index<C>(PhantomData<C>);

impl<'de, C: Control> de::DeserializeSeed<'de> for Index<C> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        crate::features::serde::deserialize::<C, D>(deserializer).map(Control::index)
    }
}

/// Reads the fields of a struct from a map, or from a sequence as binary formats have them.
macro_rules! fields {
    ($visitor:ident -> $value:ty, $expecting:literal, $($name:literal $field:ident: $type:ty),*; $make:expr) => {
        struct $visitor;

        impl<'de> Visitor<'de> for $visitor {
            type Value = $value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($expecting)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut fields: A) -> Result<$value, A::Error> {
                $(let $field: $type =
                    fields.next_element()?.ok_or_else(|| de::Error::missing_field($name))?;)*
                Ok($make)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<$value, A::Error> {
                $(let mut $field: Option<$type> = None;)*
                while let Some(name) = fields.next_key::<String>()? {
                    match &*name {
                        $($name if $field.is_some() => return Err(de::Error::duplicate_field($name)),
                        $name => $field = Some(fields.next_value()?),)*
                        other => return Err(de::Error::unknown_field(other, &[$($name),*])),
                    }
                }
                $(let $field = $field.ok_or_else(|| de::Error::missing_field($name))?;)*
                Ok($make)
            }
        }
    };
}

fields!(AssessedFields -> Assessed, "a finding with its evidence",
    "finding" finding: Finding, "evidence" evidence: String; Assessed { finding, evidence });
fields!(WaivedFields -> Finding, "the reason and the last day of a waiver",
    "reason" reason: String, "until" until: Date; Finding::Waived { reason, until });

impl<'de> Deserialize<'de> for Assessed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Assessed", ASSESSED, AssessedFields)
    }
}

impl<'de> Deserialize<'de> for Finding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("Finding", FINDINGS, FindingVariants)
    }
}

struct FindingVariants;

impl<'de> Visitor<'de> for FindingVariants {
    type Value = Finding;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a finding")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Finding, A::Error> {
        let (name, content) = data.variant::<VariantName>()?;
        let finding = match name.0 {
            0 => Finding::Satisfied,
            1 => Finding::NotSatisfied,
            2 => Finding::NotApplicable,
            3 => return content.struct_variant(WAIVED, WaivedFields),
            _ => Finding::NotAssessed,
        };
        content.unit_variant().map(|()| finding)
    }
}

/// A variant, by its name or, in binary formats, by its index.
struct VariantName(usize);

impl<'de> Deserialize<'de> for VariantName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;

        impl Visitor<'_> for Name {
            type Value = VariantName;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a finding")
            }

            fn visit_u64<E: de::Error>(self, index: u64) -> Result<VariantName, E> {
                let known = usize::try_from(index)
                    .ok()
                    .filter(|index| *index < FINDINGS.len());
                known
                    .map(VariantName)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(index), &self))
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<VariantName, E> {
                let known = FINDINGS.iter().position(|finding| *finding == name);
                known
                    .map(VariantName)
                    .ok_or_else(|| E::unknown_variant(name, FINDINGS))
            }
        }

        deserializer.deserialize_identifier(Name)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Day;

        impl Visitor<'_> for Day {
            type Value = Date;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date, YYYY-MM-DD")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                text.parse()
                    .map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(Day)
    }
}
