//! Controls as keys of an `EnumMap`.

/// Implements enum-map's traits for an enum of controls.
#[doc(hidden)]
#[macro_export]
macro_rules! __enum_map {
    ($control:ident $count:literal) => {
        impl $crate::__private::enum_map::Enum for $control {
            const LENGTH: $crate::__private::usize = $count;
            fn from_usize(index: $crate::__private::usize) -> Self {
                <$control>::ALL[index]
            }
            fn into_usize(self) -> $crate::__private::usize {
                self as $crate::__private::usize
            }
        }
        impl<__Value> $crate::__private::enum_map::EnumArray<__Value> for $control {
            type Array = [__Value; $count];
        }
    };
}
