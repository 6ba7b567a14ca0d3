//! The JSON schema of a control.

use alloc::{borrow::Cow, vec::Vec};

use schemars::{Schema, json_schema};

use crate::Catalog;

/// The name of the schema of a catalog's controls.
#[must_use]
pub fn schema_name(catalog: &'static Catalog) -> Cow<'static, str> {
    Cow::Borrowed(catalog.name)
}

/// A string that is one of the ids, each with the title of its control.
#[must_use]
pub fn schema(catalog: &'static Catalog) -> Schema {
    let ids = catalog
        .records
        .iter()
        .map(|record| json_schema!({ "const": record.id, "title": record.title }));
    json_schema!({ "type": "string", "oneOf": ids.collect::<Vec<_>>() })
}
