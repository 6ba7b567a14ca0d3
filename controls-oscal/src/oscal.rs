//! OSCAL, NIST's Open Security Controls Assessment Language, as JSON.
//!
//! What OSCAL's schemas ask of texts and ids is done in [`ident`] and [`common`], whatever a catalog says. Same input, same
//! bytes: ids are made of ids, and dates are those of documents.

mod catalog;
mod common;
mod component;
mod ident;
mod mapping;
mod results;

pub(crate) use catalog::catalog;
pub use common::OSCAL_VERSION;
pub(crate) use component::component_definition;
pub use ident::NS;
pub use mapping::{edition_mapping, mapping_collection};
pub use results::assessment_results;
