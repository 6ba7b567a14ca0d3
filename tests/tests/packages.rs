//! What is published: each package has what its licences ask for.

use std::{fs, path::Path, process::Command};

use controls_tests::{seed, workspace};

/// The names of the packages in the workspace that are published.
fn published() -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(workspace()).unwrap() {
        let folder = entry.unwrap().path();
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
        if manifest.contains("[package]") && !manifest.contains("publish = false") {
            names.push(folder.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    names.sort();
    names
}

/// The files of a package.
fn files(package: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "package",
            "--list",
            "--allow-dirty",
            "--offline",
            "-p",
            package,
        ])
        .current_dir(workspace())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let list = String::from_utf8(output.stdout).unwrap();
    list.lines().map(str::to_owned).collect()
}

/// Whether a file has a sentence of Azure Backup's document.
fn quotes(path: &Path, sentences: &[String]) -> bool {
    let text = fs::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    sentences.iter().any(|sentence| text.contains(sentence))
}

#[test]
fn packages_have_their_licences_and_notices() {
    let seed = seed();
    let cells = seed.lines().filter(|line| line.starts_with('|'));
    let sentences: Vec<_> = cells
        .flat_map(|line| line.split('|').map(str::trim))
        .flat_map(|cell| cell.split(". "))
        .filter(|sentence| sentence.split(' ').count() > 5)
        .map(str::to_owned)
        .collect();
    assert!(sentences.len() > 5, "{sentences:?}");
    let packages = published();
    assert!(
        packages.iter().any(|name| name == "controls-azure-backup"),
        "{packages:?}"
    );
    for package in packages {
        let files = files(&package);
        let folder = workspace().join(&package);
        let is_there = |name: &str| files.iter().any(|file| file == name);
        assert!(
            is_there("LICENSE-MIT") && is_there("LICENSE-APACHE") && is_there("README.md"),
            "{package}: {files:?}"
        );
        let quoting = files
            .iter()
            .find(|file| quotes(&folder.join(file), &sentences));
        assert!(
            quoting.is_none() || is_there("NOTICE.md"),
            "{package}: {quoting:?}"
        );
    }
}

/// Cargo takes a dependency without a version out of a package, if only its tests have it, and then they don't build.
#[test]
fn each_dependency_of_the_catalog_has_a_version() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version=1", "--offline"])
        .current_dir(workspace())
        .output()
        .unwrap();
    let metadata = String::from_utf8(output.stdout).unwrap();
    let (_, package) = metadata
        .split_once(r#"{"name":"controls-azure-backup""#)
        .unwrap();
    let (package, _) = package.split_once(r#""manifest_path":"#).unwrap();
    assert!(
        package.contains(r#""req":"^0.1.0","kind":"dev""#),
        "{package}"
    );
    assert!(!package.contains(r#""req":"*""#), "{package}");
}
