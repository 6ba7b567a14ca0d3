//! What the tests of this package share. The tests are in `tests/`, the compile errors in `ui/`, and crates that use
//! the product in unusual places in `crates/`.

#![expect(
    clippy::missing_panics_doc,
    reason = "a test that can't be set up has failed"
)]

pub mod checkout;
pub mod imports;
#[path = "../../controls-document/tests/support/mod.rs"]
mod real;

use std::{
    fs,
    path::{Path, PathBuf},
};

use controls_dsl::{Definition, Diagnostics, Drift, Source};
use proc_macro2::{TokenStream, TokenTree};

/// The root of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package stands in the workspace")
        .to_owned()
}

/// The document of Azure Backup, as published.
#[must_use]
pub fn seed() -> String {
    read(&workspace().join("controls-azure-backup/document/security-controls.md"))
}

/// The definition of Azure Backup's catalog, parsed and checked from its source.
#[must_use]
pub fn azure_backup() -> Definition {
    let source = read(&workspace().join("controls-azure-backup/src/lib.rs"));
    let tokens: TokenStream = source.parse().expect("the catalog's source is Rust");
    let tokens = body_of_controls(tokens).expect("the source has a `controls!`");
    let mut diagnostics = Diagnostics::default();
    let mut definition = controls_dsl::parse(tokens, &mut diagnostics).expect("an enum has a name");
    controls_dsl::check(&mut definition, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{:?}", diagnostics.as_slice());
    definition
}

/// The differences that the macro finds between a definition and a document.
#[must_use]
pub fn drifts(definition: &Definition, document: &str) -> Vec<Drift> {
    let source = Source::new("document.md".to_owned(), document.to_owned());
    let mut diagnostics = Diagnostics::default();
    let document = source.document(definition, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{:?}", diagnostics.as_slice());
    controls_dsl::drifts(
        definition,
        &document.expect("a document without diagnostics is there"),
    )
}

/// Returns the real documents that are kept beside a checkout of the workspace, each with its path; none where they
/// aren't there.
#[must_use]
pub fn corpus() -> Vec<(PathBuf, String)> {
    real::corpus()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
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

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// The example of the README of the catalog.
#[cfg(doctest)]
#[doc = include_str!("../../controls-azure-backup/README.md")]
pub struct AzureBackupReadme;

/// The example of the README of the reader.
#[cfg(doctest)]
#[doc = include_str!("../../controls-document/README.md")]
pub struct DocumentReadme;
