//! How to write a catalog, keep it in step with its document, and use it. Documentation only: there's nothing to import
//! here.
//!
//! | page | for | about |
//! |---|---|---|
//! | [`write_a_catalog`] | authors of catalogs | from a document to a crate: the copy, the first rows, names and ids |
//! | [`react_to_drift`] | authors of catalogs | what each error about the document means, and what to write |
//! | [`versioning`] | authors and users | what a new edition of a document means for the version of its catalog |
//! | [`use_it_downstream`] | users of catalogs | `match`, pins, lookups, sets, generic code, assessments |
//! | [`features`] | users of catalogs | what each feature of this crate gives |
//! | [`editors`] | both | what rust-analyzer shows, and what only the compiler does |
//!
//! The language of definitions is described at [`controls!`](crate::controls!). What a definition becomes can be seen
//! at `controls_core::example`, in the documentation of this crate.
//!
//! The snippets of these pages are compiled and run by the tests of this crate. Those that name a document are held
//! against one that stands next to the page.

// `Assessment`, `Known` and what belongs to them are there with this feature only.
#![cfg_attr(not(feature = "alloc"), allow(rustdoc::broken_intra_doc_links))]

pub mod editors;
pub mod features;
pub mod react_to_drift;
pub mod use_it_downstream;
pub mod versioning;
pub mod write_a_catalog;
