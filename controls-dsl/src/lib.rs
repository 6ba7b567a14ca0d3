//! The definition language of `controls!`, as a plain library: the macro hands it tokens, the `cargo controls` command
//! the sources of a package.
//!
//! A definition goes through [`parse`], [`check`] and, if it names a document, [`load`] and [`Source::document`]; then
//! [`drifts`] holds the two against each other. Each step adds what is wrong to [`Findings`]. [`expand`] does all of it
//! and says what the compiler is to read in the definition's place.
//!
//! Tokens come from whoever calls. The feature `proc-macro2` is for who has a text: it splits one into tokens, and with
//! it there is also what edits one.

mod ast;
mod check;
mod cursor;
mod drift;
#[cfg(feature = "proc-macro2")]
mod edit;
mod expand;
mod finding;
mod fingerprint;
mod literal;
mod names;
mod new_names;
mod parse;
mod print;
mod sha256;
mod source;
mod tokens;

pub use ast::{Definition, Row, RowAnswer, Section};
pub use check::check;
pub use drift::{Drift, drifts, report};
#[cfg(feature = "proc-macro2")]
pub use edit::{Edit, Guess, Original, Review, edit};
pub use expand::{expand, failed};
pub use finding::{Finding, Findings};
pub use fingerprint::of_row as row_fingerprint;
pub use literal::Text;
pub use names::{gist, is_keyword, is_type_name, nearest, plain as plain_name, propose};
pub use parse::parse;
pub use print::{Frame, Names, definition, sentence};
pub use source::{Source, load};
#[cfg(any(test, feature = "proc-macro2"))]
pub use tokens::lexed;
pub use tokens::{DEEPEST, Delimiter, Group, Literal, Name, Output, Part, Punct, Span, Token};
