//! Macros of features that are off.

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
