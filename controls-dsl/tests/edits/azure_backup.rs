//! The first catalog: its document and its definition.

use std::{fs, path::Path};

use controls_dsl::{Definition, Diagnostics, Drift, Source, check, parse};
use proc_macro2::{TokenStream, TokenTree};

/// The document, as published.
pub(crate) fn seed() -> String {
    read("document/security-controls.md")
}

/// The definition of Azure Backup's catalog, parsed and checked from its source.
pub(crate) fn azure_backup() -> Definition {
    let source = read("src/lib.rs");
    let tokens: TokenStream = source.parse().expect("the catalog's source is Rust");
    let tokens = body_of_controls(tokens).expect("the source has a `controls!`");
    let mut diagnostics = Diagnostics::default();
    let mut definition = parse(tokens, &mut diagnostics).expect("an enum has a name");
    check(&mut definition, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{:?}", diagnostics.as_slice());
    definition
}

/// The differences that the macro finds between a definition and a document.
pub(crate) fn drifts(definition: &Definition, document: &str) -> Vec<Drift> {
    let source = Source::new("document.md".to_owned(), document.to_owned());
    let mut diagnostics = Diagnostics::default();
    let document = source.document(definition, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{:?}", diagnostics.as_slice());
    controls_dsl::drifts(
        definition,
        &document.expect("a document without diagnostics is there"),
    )
}

fn read(path: &str) -> String {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../controls-azure-backup");
    fs::read_to_string(package.join(path)).unwrap()
}

fn body_of_controls(tokens: TokenStream) -> Option<TokenStream> {
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        if matches!(&token, TokenTree::Ident(name) if name == "controls")
            && let (Some(TokenTree::Punct(_)), Some(TokenTree::Group(body))) =
                (tokens.next(), tokens.next())
        {
            return Some(body.stream());
        }
    }
    None
}
