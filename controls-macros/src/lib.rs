//! The procedural macro behind `controls_core::controls!`: it hands the tokens to `controls-dsl`, and what comes back to
//! the compiler. Use `controls!`, which passes on the path of its crate.

mod input;
mod output;

use proc_macro::TokenStream;

use input::Input;
use output::rendered;

/// Expands a definition. The first token is a parenthesis with the path of `controls-core`.
#[proc_macro]
pub fn expand(input: TokenStream) -> TokenStream {
    let (input, tokens) = Input::of(input);
    let (krate, definition) = input::krate(&tokens);
    let output = controls_dsl::expand(&krate, definition, &|span| input.span(span).local_file());
    rendered(&output, &input).unwrap_or_else(|error| {
        let failed = controls_dsl::failed(&format!("the generated text can't be read: {error}"));
        rendered(&failed, &input).unwrap_or_default()
    })
}
