//! What the features of this crate add to its own types, and functions that the implementations for catalogs share.

#[cfg(feature = "schemars")]
pub(crate) mod schemars;
#[cfg(feature = "serde")]
pub(crate) mod serde;
