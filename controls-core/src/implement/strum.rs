//! strum's traits, over the records.

/// Implements strum's traits for an enum of controls.
#[doc(hidden)]
#[macro_export]
macro_rules! __strum {
    ($control:ident $count:literal) => {
        impl $crate::__private::strum::IntoEnumIterator for $control {
            type Iterator =
                $crate::__private::iter::Copied<$crate::__private::slice::Iter<'static, $control>>;
            /// All controls, in order.
            fn iter() -> <Self as $crate::__private::strum::IntoEnumIterator>::Iterator {
                <$control as $crate::__private::Control>::all()
            }
        }
        impl $crate::__private::strum::EnumCount for $control {
            const COUNT: $crate::__private::usize = $count;
        }
        impl $crate::__private::strum::VariantArray for $control {
            const VARIANTS: &'static [Self] = <$control>::ALL;
        }
        impl $crate::__private::strum::VariantNames for $control {
            const VARIANTS: &'static [&'static $crate::__private::str] =
                &$crate::__private::names::<$count>(<$control>::CATALOG);
        }
        impl $crate::__private::strum::EnumMessage for $control {
            /// The title.
            fn get_message(&self) -> $crate::__private::Option<&'static $crate::__private::str> {
                $crate::__private::Some(self.title())
            }
            /// The notes.
            fn get_detailed_message(
                &self,
            ) -> $crate::__private::Option<&'static $crate::__private::str> {
                self.notes()
            }
            /// The documentation.
            fn get_documentation(
                &self,
            ) -> $crate::__private::Option<&'static $crate::__private::str> {
                self.documentation()
            }
            /// The id.
            fn get_serializations(&self) -> &'static [&'static $crate::__private::str] {
                $crate::__private::slice::from_ref(&self.record().id)
            }
        }
    };
}
