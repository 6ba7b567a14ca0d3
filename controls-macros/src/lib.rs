//! The procedural macro of `controls_core::controls!`. Use `controls!`, which passes on the path of its crate.

use proc_macro::TokenStream;

/// Expands a definition. The first token is a parenthesis with the path of `controls-core`.
#[proc_macro]
pub fn expand(input: TokenStream) -> TokenStream {
    let origin_of = |span: proc_macro2::Span| {
        let span = span.unwrap();
        let (path, name) = (span.local_file()?, span.file());
        Some(controls_dsl::Origin { path, name })
    };
    controls_dsl::expand(input.into(), &origin_of).into()
}
