//! The edit that takes a definition to its document: what `cargo controls fix` writes.

mod any;
mod corpus;
mod groups;
#[path = "../../../controls-document/tests/support/mod.rs"]
mod real;
mod remains;
mod rows;
mod support;
mod titles;
mod trivia;
