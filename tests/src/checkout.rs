//! Copies of the workspace, to build and to change.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

use crate::workspace;

/// What the catalog of Azure Backup is built of.
const PACKAGES: [&str; 5] = [
    "controls-core",
    "controls-document",
    "controls-dsl",
    "controls-macros",
    "controls-azure-backup",
];

/// A copy of these packages as a workspace of their own, gone when it's dropped.
pub struct Checkout {
    folder: TempDir,
}

impl Checkout {
    /// Copies the workspace as it is.
    #[must_use]
    pub fn new() -> Checkout {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        let at = folder.path();
        for package in PACKAGES {
            copy(&workspace().join(package), &at.join(package));
        }
        copy_file(&workspace().join("Cargo.lock"), &at.join("Cargo.lock"));
        let manifest = fs::read_to_string(workspace().join("Cargo.toml"))
            .expect("the workspace has a manifest");
        let (before, rest) = manifest
            .split_once("members = [")
            .expect("the workspace has members");
        let (_, after) = rest.split_once(']').expect("the list of members ends");
        let manifest = format!("{before}members = {PACKAGES:?}{after}");
        fs::write(at.join("Cargo.toml"), manifest).expect("the copy can be written");
        Checkout { folder }
    }

    /// Its root.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Replaces a text in the document of Azure Backup as it was published.
    pub fn edit_document(&self, from: &str, to: &str) {
        let document = crate::seed();
        assert!(document.contains(from), "{from}");
        let path = self
            .path()
            .join("controls-azure-backup/document/security-controls.md");
        fs::write(path, document.replace(from, to)).expect("the copy can be written");
    }

    /// Runs Cargo on the catalog of Azure Backup as a user would, without a network.
    #[must_use]
    pub fn cargo(&self, arguments: &[&str], flags: &str) -> Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .args(["--offline", "-p", "controls-azure-backup"])
            .current_dir(self.path())
            .env("CARGO_TARGET_DIR", self.path().join("target"))
            .env("CARGO_TERM_COLOR", "never")
            .env("RUSTFLAGS", flags)
            .output()
            .expect("Cargo runs")
    }
}

impl Default for Checkout {
    fn default() -> Self {
        Checkout::new()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from)
        .expect("the package is a folder")
        .flatten()
    {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            copy_file(&path, &to);
        }
    }
}

fn copy_file(from: &Path, to: &Path) {
    fs::copy(from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
}
