//! Text of the definition language: rows to be pasted, and whole definitions.

#[cfg(feature = "edit")]
mod binding;
#[cfg(feature = "edit")]
mod definition;
mod literal;
mod row;

#[cfg(feature = "edit")]
pub use binding::binding_attributes;
#[cfg(feature = "edit")]
pub use definition::{Frame, Names, definition, sentence};
pub(crate) use literal::{answer, group, literal};
pub(crate) use row::{deprecated, deprecation, row};
#[cfg(feature = "edit")]
pub(crate) use row::{fields, head};
