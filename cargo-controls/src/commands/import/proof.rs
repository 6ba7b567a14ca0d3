//! Whether a definition is what it's meant to be: read as the macro reads it, and held against its document.

use controls_document::{Document, MOST_CONTROLS};
use controls_dsl::{Definition, Diagnostic, Diagnostics, check, drifts, parse};
use proc_macro2::{TokenStream, TokenTree};

/// A definition from its text.
///
/// # Errors
///
/// Says what is wrong with it, or how it differs from its document.
pub(crate) fn proven(
    name: &str,
    text: &str,
    document: &Document<'_>,
) -> Result<Definition, String> {
    let bug = |what: &str| {
        format!("the definition of `{name}` isn't right, which is a bug of this command: {what}")
    };
    let tokens: TokenStream = text
        .parse()
        .map_err(|error| bug(&format!("it isn't Rust: {error}")))?;
    let body = tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    let mut diagnostics = Diagnostics::default();
    let mut definition = parse(body.unwrap_or_default(), &mut diagnostics)
        .ok_or_else(|| bug(&first(&diagnostics)))?;
    check(&mut definition, &mut diagnostics);
    if !diagnostics.is_empty() {
        let what = first(&diagnostics);
        // The one limit of the language that a document can be beyond.
        let is_large = definition.count() > MOST_CONTROLS;
        return Err(if is_large { what } else { bug(&what) });
    }
    match drifts(&definition, document).first() {
        None => Ok(definition),
        Some(drift) => Err(bug(&drift.message)),
    }
}

fn first(diagnostics: &Diagnostics) -> String {
    diagnostics
        .as_slice()
        .first()
        .map(|Diagnostic { message, .. }| message.clone())
        .unwrap_or_default()
}
