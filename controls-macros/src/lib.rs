//! The procedural macro of `controls_core::controls!`. Use `controls!`, which passes on the path of its crate.

use proc_macro::TokenStream;

/// Expands a definition. The first token is a parenthesis with the path of `controls-core`.
#[proc_macro]
pub fn expand(input: TokenStream) -> TokenStream {
    controls_dsl::expand(input.into(), &|span| span.unwrap().local_file()).into()
}
