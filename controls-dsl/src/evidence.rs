//! Evidence: which code satisfies a control, which test verifies it, and which control is waived.
//!
//! What is written is held against the catalog by the compiler alone: the macros make a constant that names each control
//! and calls a function that only controls have. Nothing of it is left in the program.

mod arguments;
mod claim;
mod item;
mod kind;
mod path;
mod waiver;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

pub use claim::Claim;
pub use kind::EvidenceKind;
pub use path::ControlPath;
pub use waiver::Waiver;

use crate::{Diagnostics, StringLiteral, expand::krate};
use item::Item;

/// Expands `#[satisfies(…)]` or `#[verifies(…)]`: the item as it is, the constant that the compiler checks and, for code
/// that satisfies a control, a line of documentation that leads there.
#[must_use]
pub fn attribute(kind: EvidenceKind, arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let claim = Claim::parse(kind, arguments, &mut diagnostics);
    let item = match Item::parse(item, kind, &mut diagnostics) {
        Ok(item) => item,
        Err(tokens) => {
            let errors: TokenStream = errors(&diagnostics).collect();
            return quote!(#tokens #errors);
        }
    };
    let checks = checks(&claim, &diagnostics);
    let failures = failures(&diagnostics);
    let has_docs =
        kind == EvidenceKind::Satisfies && !claim.controls.is_empty() && item.takes_docs();
    let docs = has_docs.then(|| docs(&claim));
    item.with(docs.as_ref(), &quote!(#checks #failures))
}

/// Expands `satisfies!`, for places where no attribute can be. `input` begins with the path of `controls-core` in
/// parentheses.
#[must_use]
pub fn statement(input: TokenStream) -> TokenStream {
    let (krate, tokens) = krate(input);
    let mut diagnostics = Diagnostics::default();
    let claim = Claim::parse(EvidenceKind::Satisfies, tokens, &mut diagnostics);
    let checks = checks(&claim, &diagnostics);
    let errors = diagnostics.errors(&krate);
    quote!(#checks #errors)
}

/// Expands `waived!`. `input` begins with the path of `controls-core` in parentheses.
#[must_use]
pub fn waived(input: TokenStream) -> TokenStream {
    let (krate, tokens) = krate(input);
    let mut diagnostics = Diagnostics::default();
    let control = match Waiver::parse(tokens, &mut diagnostics) {
        Ok(waiver) => Some(waiver.control),
        Err(control) => control,
    };
    let checks = control.map(|control| check(&control, None));
    let errors = diagnostics.errors(&krate);
    quote!(#checks #errors)
}

/// What makes rustc report the diagnostics. An attribute isn't told the path of `controls-core`.
fn errors(diagnostics: &Diagnostics) -> impl Iterator<Item = TokenStream> {
    let diagnostics = diagnostics.as_slice().iter();
    diagnostics.map(|diagnostic| {
        let message = &diagnostic.message;
        quote_spanned!(diagnostic.span=> ::core::compile_error! { #message })
    })
}

/// Constants that rustc reports the diagnostics for, and that have no value even where a dependency is called `core` and has
/// a `compile_error!` of its own.
fn failures(diagnostics: &Diagnostics) -> TokenStream {
    let diagnostics = diagnostics.as_slice().iter().zip(errors(diagnostics));
    diagnostics
        .map(|(diagnostic, error)| {
            quote_spanned!(diagnostic.span=> const _: () = {
                enum Mistake {}
                const _: Mistake = #error;
            };)
        })
        .collect()
}

/// Constants for all controls. Where something about the claim is wrong, they are named all the same, so that rustc doesn't
/// call an import unused.
fn checks(claim: &Claim, diagnostics: &Diagnostics) -> TokenStream {
    let reviewed = claim.reviewed.as_ref().filter(|_| diagnostics.is_empty());
    let controls = claim
        .controls
        .iter()
        .filter(|control| !control.is_of_self());
    controls.map(|control| check(control, reviewed)).collect()
}

/// A constant that compiles as long as the control is there and, where a fingerprint is given, says what it said.
fn check(control: &ControlPath, reviewed: Option<&StringLiteral>) -> TokenStream {
    let path = &control.tokens;
    if control.is_of_catalog() {
        return quote!(const _: () = { let _ = #path; };);
    }
    let call = if let Some(reviewed) = reviewed {
        let reviewed = reviewed.literal();
        quote_spanned!(control.span=> .assert_fingerprint(#reviewed))
    } else {
        quote_spanned!(control.span=> .assert_control())
    };
    quote!(const _: () = #path #call;)
}

/// A line of documentation that leads to the controls.
fn docs(claim: &Claim) -> TokenStream {
    let links: Vec<String> = claim
        .controls
        .iter()
        .map(|control| format!("[`{control}`]({control})"))
        .collect();
    let text = format!("\n\nSatisfies {}.", links.join(", "));
    quote!(#[doc = #text])
}
