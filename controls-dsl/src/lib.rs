//! The definition language of `controls!`, as a plain library: the macro hands it tokens, the `cargo controls` command
//! the sources of a package.
//!
//! A definition goes through [`parse`], [`check`] and, if it names a document, [`load`] and [`Source::document`]; then
//! [`drifts`] holds the two against each other. Each step adds what is wrong to [`Findings`]. [`expand`] does all of it
//! and turns the result into tokens.

mod ast;
mod check;
mod cursor;
mod drift;
mod edit;
mod expand;
mod finding;
mod fingerprint;
mod literal;
mod names;
mod parse;
mod print;
mod sha256;
mod source;

pub use ast::{Definition, Row, RowAnswer, Section};
pub use check::check;
pub use drift::{Drift, drifts, report};
pub use edit::{Edit, Guess, Original, Review, edit};
pub use expand::expand;
pub use finding::{Finding, Findings};
pub use fingerprint::of_row as row_fingerprint;
pub use literal::Text;
pub use names::{gist, is_keyword, is_type_name, nearest, plain as plain_name, propose};
pub use parse::parse;
pub use print::{Frame, Names, definition, sentence};
pub use source::{Source, load};
