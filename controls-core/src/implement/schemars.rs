//! schemars' trait: the enumeration of ids.

/// Implements schemars' trait for an enum of controls.
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    ($control:ident) => {
        impl $crate::__private::schemars::JsonSchema for $control {
            fn schema_name() -> $crate::__private::Cow<'static, $crate::__private::str> {
                $crate::__private::schema_name(<$control>::CATALOG)
            }
            // Catalogs of one name are parted by their modules.
            fn schema_id() -> $crate::__private::Cow<'static, $crate::__private::str> {
                $crate::__private::Cow::Borrowed($crate::__private::core::concat!(
                    $crate::__private::core::module_path!(),
                    "::",
                    $crate::__private::core::stringify!($control)
                ))
            }
            fn json_schema(
                generator: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::schema(<$control>::CATALOG, generator)
            }
        }
    };
}
