//! The procedural macro behind `controls_core::controls!`: it hands the tokens to `controls-dsl`, and says where they
//! stand. Use `controls!`, which passes on the path of its crate.

use std::path::PathBuf;

use proc_macro::TokenStream;

/// Expands a definition. The first token is a parenthesis with the path of `controls-core`.
#[proc_macro]
pub fn expand(input: TokenStream) -> TokenStream {
    controls_dsl::expand(input.into(), &file_of).into()
}

/// The file that a token stands in, or nothing where it isn't a file of this machine, as in some editors.
fn file_of(span: proc_macro2::Span) -> Option<PathBuf> {
    span.unwrap().local_file()
}
