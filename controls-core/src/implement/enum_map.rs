//! Controls as keys of an `EnumMap`.

/// Implements enum-map's traits for an enum of controls.
#[doc(hidden)]
#[macro_export]
macro_rules! __enum_map {
    ($control:ident $count:literal) => {
        impl $crate::__private::enum_map::Enum for $control {
            const LENGTH: usize = $count;
            fn from_usize(index: usize) -> Self {
                <$control>::ALL[index]
            }
            fn into_usize(self) -> usize {
                self as usize
            }
        }
        impl<V> $crate::__private::enum_map::EnumArray<V> for $control {
            type Array = [V; $count];
        }
    };
}
