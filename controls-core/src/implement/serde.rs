//! serde's traits: a control is its id.

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
