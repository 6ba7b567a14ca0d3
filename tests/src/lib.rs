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

/// Returns the real documents that are kept beside a checkout of the workspace, each with its path; none where they
/// aren't there.
#[must_use]
pub fn corpus() -> Vec<(PathBuf, String)> {
    real::corpus()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
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
