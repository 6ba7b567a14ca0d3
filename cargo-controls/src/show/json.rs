//! What results for programs have in common. The keys, and their order, are stable.

use controls_document::Remark;
use serde::{Serialize, Serializer};

pub(crate) use super::schema::Schema;
use crate::file::SourceSpan;

/// What is printed for a document that can't be read.
pub(crate) fn nothing() -> String {
    pretty(&())
}

/// The results of a command, which name their schema.
pub(crate) fn results(schema: Schema, results: &impl Serialize) -> String {
    #[derive(Serialize)]
    struct Named<'a, T> {
        #[serde(rename = "$schema")]
        schema: &'a str,
        #[serde(flatten)]
        results: &'a T,
    }
    pretty(&Named {
        schema: &schema.id(),
        results,
    })
}

/// The value, and the end of its last line.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    // Fails only for keys that aren't text, and ours are the names of fields.
    let text = serde_json::to_string_pretty(value).unwrap_or_else(|_| "null".to_owned());
    // Runners obey what follows these characters, wherever they are.
    let text = text
        .replace("##[", "#\\u0023[")
        .replace("##vso[", "#\\u0023vso[");
    text + "\n"
}

/// A map whose keys stay in order.
pub(crate) struct InOrder<'a, V>(pub(crate) Vec<(&'a str, V)>);

impl<V: Serialize> Serialize for InOrder<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

#[cfg(test)]
impl<V: schemars::JsonSchema> schemars::JsonSchema for InOrder<'_, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeMap::<String, V>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<String, V>::json_schema(generator)
    }
}

/// What further columns say of a control, by their headings.
pub(crate) type Properties<'a> = InOrder<'a, &'a str>;

/// A place in a file: the line and the column begin from 1.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct PositionJson<'a> {
    pub(crate) path: &'a str,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl<'a> PositionJson<'a> {
    /// Where something begins in a source.
    pub(crate) fn of(place: &'a SourceSpan) -> Self {
        let (line, column) = place.file.position(place.range.start);
        PositionJson {
            path: &place.file.shown,
            line,
            column,
        }
    }
}

/// A remark about a document.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct RemarkJson {
    line: u32,
    column: u32,
    message: String,
}

impl RemarkJson {
    /// A remark in this form.
    pub(crate) fn of(remark: &Remark) -> Self {
        RemarkJson {
            line: remark.place.line,
            column: remark.place.column,
            message: remark.message.clone(),
        }
    }
}
