//! No two files of the workspace import each other, directly or through others.

use std::{fs, path::PathBuf};

use controls_tests::{imports::Imports, workspace};

/// The first files of all targets: libraries, binaries, and tests.
fn roots() -> Vec<PathBuf> {
    let entries = |folder: PathBuf| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let packages = entries(workspace())
        .into_iter()
        .filter(|folder| folder.join("Cargo.toml").is_file());
    let mut roots: Vec<PathBuf> = packages
        .flat_map(|package| {
            let targets = ["lib.rs", "main.rs"].map(|file| package.join("src").join(file));
            let tests = entries(package.join("tests")).into_iter().map(|path| {
                if path.is_dir() {
                    path.join("main.rs")
                } else {
                    path
                }
            });
            targets.into_iter().chain(tests).collect::<Vec<_>>()
        })
        .filter(|path| path.is_file() && path.extension().is_some_and(|of| of == "rs"))
        .collect();
    roots.sort();
    roots
}

#[test]
fn no_files_import_each_other() {
    let roots = roots();
    assert!(roots.len() >= 15, "{roots:#?}");
    for root in roots {
        let imports = Imports::of(&root);
        let cycle = imports.cycle().map(|cycle| {
            let files = [&cycle[..], &cycle[..1]].concat();
            let names = files.iter().map(|file| {
                let path = file.strip_prefix(workspace()).unwrap_or(file);
                path.display().to_string()
            });
            names.collect::<Vec<_>>().join("\n  -> ")
        });
        if let Some(cycle) = cycle {
            panic!("these files import each other:\n{cycle}");
        }
    }
}

#[test]
fn cycles_are_found_and_named() {
    for (files, expected) in [
        // Up and down: the root has what the module needs, and needs the module.
        (
            &[
                ("lib.rs", "mod a; pub struct S; fn f() { a::g(); }"),
                ("a.rs", "use super::S; pub fn g() -> S { S }"),
            ][..],
            Some("a.rs lib.rs"),
        ),
        // Through three files, in a `use` with braces, a renamed one, and the input of a macro.
        (
            &[
                ("lib.rs", "mod a; mod b; mod c;"),
                ("a.rs", "use crate::{b::{self, T}};"),
                ("b.rs", "use crate::c as d; fn f() { d::g() }"),
                ("c.rs", "fn f() { println!(\"{}\", crate::a::A::new()) }"),
            ],
            Some("a.rs b.rs c.rs"),
        ),
        // What is imported through a re-export is imported from where it is.
        (
            &[
                ("lib.rs", "mod a;"),
                ("a.rs", "mod b; mod c; pub use b::B;"),
                ("a/b.rs", "use super::c::C; pub struct B;"),
                ("a/c.rs", "use super::B;"),
            ],
            Some("a/b.rs a/c.rs"),
        ),
        // The same without a cycle. Its tests are part of a file, and `pub(super)` is no import.
        (
            &[
                ("lib.rs", "mod a; use a::B;"),
                (
                    "a.rs",
                    "mod b; mod c; pub use b::B; mod tests { use super::*; }",
                ),
                ("a/b.rs", "use super::c::C; pub(in crate::a) struct B;"),
                ("a/c.rs", "pub(super) struct C; use std::fmt;"),
            ],
            None,
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let imports = Imports::of(&folder.path().join("lib.rs"));
        assert_eq!(imports.count(), files.len());
        let cycle = imports.cycle().map(|cycle| {
            let mut names: Vec<String> = cycle
                .iter()
                .map(|file| {
                    let path = file.strip_prefix(folder.path()).unwrap();
                    path.to_string_lossy().replace('\\', "/")
                })
                .collect();
            names.sort();
            names.join(" ")
        });
        assert_eq!(cycle.as_deref(), expected);
    }
}
