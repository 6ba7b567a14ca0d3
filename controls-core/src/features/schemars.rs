//! The JSON schema of a control.

use alloc::{borrow::Cow, vec::Vec};

use schemars::{Schema, SchemaGenerator, json_schema};

use crate::Catalog;

/// The name of the schema of a catalog's controls.
#[must_use]
pub fn schema_name(catalog: &'static Catalog) -> Cow<'static, str> {
    Cow::Borrowed(catalog.name)
}

/// A string that is one of the ids, each with the title of its control, or something that a control was called before:
/// what a control is read from. What is written is an id.
#[must_use]
pub fn schema(catalog: &'static Catalog, generator: &SchemaGenerator) -> Schema {
    let is_read = generator.contract().is_deserialize();
    let records = catalog.records.iter();
    let ids = records
        .clone()
        .map(|record| json_schema!({ "const": record.id, "title": record.title }));
    let former = records.filter(|_| is_read).flat_map(|record| {
        let of_record = record.formerly.iter();
        of_record.map(
            |former| json_schema!({ "const": former, "title": record.title, "deprecated": true }),
        )
    });
    json_schema!({ "type": "string", "oneOf": ids.chain(former).collect::<Vec<_>>() })
}
