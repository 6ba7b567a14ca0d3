//! Traits of other crates, each behind a feature of this one.
//!
//! Generated code calls `features!`, whichever features are on; a macro whose feature is off expands to nothing. So a
//! catalog needs no feature of its own, and one build of it serves all of its users.

#[cfg(feature = "enum-map")]
mod enum_map;
#[cfg(feature = "schemars")]
pub(crate) mod schemars;
#[cfg(feature = "serde")]
pub(crate) mod serde;
#[cfg(feature = "strum")]
mod strum;

/// Implements what the features ask for, for one enum of controls.
#[doc(hidden)]
#[macro_export]
macro_rules! __features {
    ($control:ident $count:literal) => {
        $crate::__strum! { $control $count }
        $crate::__serde! { $control }
        $crate::__enum_map! { $control $count }
        $crate::__schemars! { $control }
    };
}

/// A feature that's off.
#[cfg(not(feature = "strum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __strum {
    ($($tokens:tt)*) => {};
}

/// A feature that's off.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($($tokens:tt)*) => {};
}

/// A feature that's off.
#[cfg(not(feature = "enum-map"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __enum_map {
    ($($tokens:tt)*) => {};
}

/// A feature that's off.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    ($($tokens:tt)*) => {};
}
