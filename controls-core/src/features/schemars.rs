//! The JSON schema of a control.

use alloc::{borrow::Cow, vec::Vec};

use schemars::{Schema, json_schema};

use crate::Catalog;

/// Implements schemars' trait for an enum of controls.
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    ($control:ident) => {
        impl $crate::__private::schemars::JsonSchema for $control {
            fn schema_name() -> $crate::__private::Cow<'static, str> {
                $crate::__private::schema_name(<$control>::CATALOG)
            }
            fn json_schema(
                _: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::schema(<$control>::CATALOG)
            }
        }
    };
}

/// The name of the schema of a catalog's controls.
#[must_use]
pub fn schema_name(catalog: &'static Catalog) -> Cow<'static, str> {
    Cow::Borrowed(catalog.name)
}

/// A string that is one of the ids, each with the title of its control.
#[must_use]
pub fn schema(catalog: &'static Catalog) -> Schema {
    let ids = catalog
        .records()
        .map(|record| json_schema!({ "const": record.id, "title": record.title }));
    json_schema!({ "type": "string", "oneOf": ids.collect::<Vec<_>>() })
}
