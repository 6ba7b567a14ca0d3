//! The definition language of `controls!`, as a plain library over `syn`, `quote` and `proc-macro2`: the macro hands it
//! tokens, the `cargo controls` command those of the sources of a package.
//!
//! A definition goes through [`parse`], [`check`] and, if it names a document, [`load`] and [`Source::document`]; then
//! [`drifts`] compares the two. Each step adds what is wrong to [`Diagnostics`]. [`expand`] does all of it and returns what
//! the compiler reads in the definition's place.
//!
//! With the feature `edit`, which only the command needs, there's also what edits and prints definitions: `edit` takes one
//! to what its document says.

// docs.rs shows which feature each item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod ast;
#[cfg(feature = "edit")]
mod bound;
mod check;
mod diagnostic;
mod drift;
#[cfg(feature = "edit")]
mod edit;
pub mod evidence;
mod expand;
mod fingerprint;
mod groups;
mod kind;
mod names;
mod new_names;
mod options;
mod parse;
mod print;
mod source;
mod withdrawal;

pub use ast::{Definition, Row, RowAnswer, Section, StringLiteral, plain_name};
#[cfg(feature = "edit")]
pub use bound::{BindingError, binding};
pub use check::check;
pub use diagnostic::{Diagnostic, Diagnostics};
pub use drift::{Drift, drifts};
#[cfg(feature = "edit")]
pub use edit::{Dropped, Edit, Guess, Original, Review, edit};
pub use expand::{Origin, expand};
pub use fingerprint::{of_catalog as catalog_fingerprint, of_row as row_fingerprint};
pub use names::{
    Unnumbered, are_named_after_labels, is_keyword, is_name, kebab_case, label_name, unnumbered,
};
#[cfg(feature = "edit")]
pub use names::{gist, is_type_name, propose};
pub use new_names::NewNames;
pub use options::option_of;
pub use parse::parse;
#[cfg(feature = "edit")]
pub use print::{Frame, Names, binding_attributes, definition, sentence};
pub use source::{Source, load};
