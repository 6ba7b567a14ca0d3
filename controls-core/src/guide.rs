//! How to write a catalog, keep it in step with its document, and use it. Documentation only: there's nothing to import
//! here.
//!
//! | page | for | about |
//! |---|---|---|
//! | [`write_a_catalog`] | authors of catalogs | from a document to a crate: the copy, the first rows, names and ids |
//! | [`bind_a_document`] | authors of catalogs | documents whose columns have other headings, or whose controls have numbers |
//! | [`react_to_drift`] | authors of catalogs | what each error about the document means, what is compared, and when |
//! | [`versioning`] | authors and users | what a new edition of a document means for the version of its catalog |
//! | [`use_it_downstream`] | users of catalogs | `match`, pins, lookups, sets, generic code, crosswalks, assessments |
//! | [`evidence`] | users of catalogs | what in code satisfies a control, which test verifies it, and what is missing |
//! | [`features`] | users of catalogs | what each feature of this crate gives |
//! | [`editors`] | both | what rust-analyzer shows, and what only the compiler does |
//!
//! [`controls!`](crate::controls!) describes the language of definitions. The module `controls_core::example`, which is in
//! the documentation of this crate only, shows what a definition becomes.
//!
//! The tests of this crate compile and run the snippets of these pages. Those that name a document are checked against one
//! next to the page.

// `Assessment`, `Known` and what belongs to them exist with this feature only.
#![cfg_attr(not(feature = "alloc"), allow(rustdoc::broken_intra_doc_links))]

pub mod bind_a_document;
pub mod editors;
pub mod evidence;
pub mod features;
pub mod react_to_drift;
pub mod use_it_downstream;
pub mod versioning;
pub mod write_a_catalog;
