//! What results for programs have in common. The keys, and their order, are stable.

use controls_document::Remark;
use serde::{Serialize, Serializer};

/// What is printed for a document that can't be read.
pub(crate) fn nothing() -> String {
    pretty(&())
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

/// What further columns say of a control: a map from their headings, in order.
pub(crate) struct Properties<'a>(pub(crate) Vec<(&'a str, &'a str)>);

impl Serialize for Properties<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// A remark about a document.
#[derive(Serialize)]
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
