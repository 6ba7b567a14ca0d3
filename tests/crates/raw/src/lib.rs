//! Names that are raw or not ASCII, and texts with everything that has a meaning to Rust, Markdown or HTML.

#![deny(warnings)]

pub mod names;
pub mod texts;
pub mod without_answers;
