//! The procedural macros of `controls-core`, which re-exports them: use them from there.

use controls_dsl::evidence::{self, EvidenceKind};
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

/// `#[satisfies(…)]`.
#[proc_macro_attribute]
pub fn satisfies(arguments: TokenStream, item: TokenStream) -> TokenStream {
    evidence::attribute(EvidenceKind::Satisfies, arguments.into(), item.into()).into()
}

/// `#[verifies(…)]`.
#[proc_macro_attribute]
pub fn verifies(arguments: TokenStream, item: TokenStream) -> TokenStream {
    evidence::attribute(EvidenceKind::Verifies, arguments.into(), item.into()).into()
}

/// Expands `satisfies!`. The first token is a parenthesis with the path of `controls-core`.
#[proc_macro]
pub fn satisfies_here(input: TokenStream) -> TokenStream {
    evidence::statement(input.into()).into()
}

/// Expands `waived!`. The first token is a parenthesis with the path of `controls-core`.
#[proc_macro]
pub fn waived(input: TokenStream) -> TokenStream {
    evidence::waived(input.into()).into()
}
