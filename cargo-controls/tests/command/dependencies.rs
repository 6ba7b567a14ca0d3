//! Catalogs of packages that others depend on: by a path out of the workspace, and from a registry.

use std::process::Command;

use crate::sample::{DOCUMENT, Sample, definition};

/// Where the catalog is, as seen from the package that depends on it.
#[derive(Clone, Copy, Debug)]
enum From {
    Path,
    Registry,
}

/// The package `app`, which depends on `facade`, which depends on `catalog`, with a definition, which depends on what has
/// the macro.
fn sample(from: From) -> Sample {
    let (folder, root) = match from {
        From::Path => ("elsewhere", "{ path = \"../elsewhere/facade\" }"),
        From::Registry => ("app/vendor", "\"1.0.0\""),
    };
    let dependency = |name: &str| match from {
        From::Path => format!("{name} = {{ path = \"../{name}\" }}\n"),
        From::Registry => format!("{name} = \"1.0.0\"\n"),
    };
    let manifest = |name: &str, dependencies: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"1.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
        )
    };
    let catalog = definition("Remote", "../document.md")
        .replace("Firewall = ", "Wall = ")
        .replace("Network = ", "Net = ");
    let mut sample = Sample::empty()
        .file("app/Cargo.toml", manifest("app", &format!("facade = {root}\n")) + "\n[workspace]\n")
        .file("app/src/lib.rs", "const A: Remote = Remote::Wall;\n")
        .file(
            "app/.cargo/config.toml",
            "[source.crates-io]\nreplace-with = \"vendored\"\n\n[source.vendored]\ndirectory = \"vendor\"\n",
        )
        .file("app/document.md", DOCUMENT)
        .file(&format!("{folder}/catalog/document.md"), DOCUMENT)
        // Examples and tests of a dependency are nobody's catalogs.
        .file(&format!("{folder}/catalog/examples/a.rs"), definition("Example", "../document.md"));
    for (name, dependencies, source) in [
        (
            "facade",
            dependency("catalog"),
            "pub use catalog::Remote;\n",
        ),
        ("catalog", dependency("controls-core"), &*catalog),
        (
            "controls-core",
            String::new(),
            &*definition("Inner", "../document.md"),
        ),
        (
            "unlike",
            String::new(),
            &*definition("Unlike", "../document.md"),
        ),
    ] {
        let folder = format!("{folder}/{name}");
        sample = sample
            .file(
                &format!("{folder}/Cargo.toml"),
                manifest(name, &dependencies),
            )
            .file(&format!("{folder}/src/lib.rs"), source)
            .file(&format!("{folder}/.cargo-checksum.json"), "{\"files\":{}}");
    }
    sample
}

/// With a lock file, which Cargo makes when it builds.
fn locked(sample: Sample) -> Sample {
    let output = Command::new(env!("CARGO"))
        .args(["generate-lockfile", "--offline"])
        .current_dir(sample.root().join("app"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    sample
}

#[test]
fn a_control_of_a_dependency_is_explained() {
    for from in [From::Path, From::Registry] {
        let sample = locked(sample(from));
        let run = sample.run_in("app", &["explain", "wall", "--format", "json"]);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{from:?}");
        let matches = run.json()["matches"].clone();
        assert_eq!(matches.as_array().unwrap().len(), 1, "{from:?}: {matches}");
        let found = &matches[0];
        assert_eq!(found["catalog"], "Remote", "{from:?}");
        assert_eq!(found["uses"][0]["path"], "src/lib.rs", "{from:?}");
        let unknown = sample.run_in("app", &["explain", "nothing"]);
        assert!(
            unknown.stderr.contains("no control of `Remote` goes by"),
            "{}",
            unknown.stderr
        );
    }
}

#[test]
fn a_catalog_of_a_dependency_is_in_scope() {
    for from in [From::Path, From::Registry] {
        let sample = locked(sample(from));
        let run = sample.run_in("app", &["list", "--format", "json"]);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{from:?}");
        let catalogs = run.json()["catalogs"].clone();
        let names: Vec<_> = catalogs
            .as_array()
            .unwrap()
            .iter()
            .map(|of| (&of["name"], &of["package"]))
            .collect();
        assert_eq!(
            format!("{names:?}"),
            r#"[(String("Remote"), String("catalog"))]"#,
            "{from:?}"
        );
        let trace = sample.run_in("app", &["trace", "Remote"]);
        assert_eq!((trace.code, &*trace.stderr), (0, ""), "{from:?}");
    }
}

#[test]
fn a_definition_has_the_names_that_a_dependency_gives() {
    for from in [From::Path, From::Registry] {
        let sample = locked(sample(from));
        let run = sample.run_in("app", &["import", "document.md", "--name", "Own"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        for name in ["Net = \"Network\"", "Wall = \"Firewall\""] {
            assert!(run.stdout.contains(name), "{from:?}: {}", run.stdout);
        }
    }
}

#[test]
fn catalogs_of_others_are_neither_checked_nor_fixed() {
    for from in [From::Path, From::Registry] {
        let sample = locked(sample(from));
        for command in ["check", "fix"] {
            let run = sample.run_in("app", &[command]);
            assert_eq!(run.code, 2, "{}", run.stdout);
            assert_eq!(
                run.stderr,
                format!(
                    "error: there is nothing to {command} in `.`: no `controls!` in the sources of `app`, only in those of dependencies, which are their authors' to {command}: `catalog`\n\n"
                )
            );
        }
    }
}

#[test]
fn no_lock_file_is_written_to_find_dependencies() {
    let sample = sample(From::Path).file("app/src/lib.rs", definition("Own", "../document.md"));
    let run = sample.run_in("app", &["explain", "firewall"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        run.stderr,
        "warning: the catalogs of dependencies aren't looked at: there is no `Cargo.lock`, which says where they are\n  = help: `cargo generate-lockfile` writes it, and so does each build\n\n"
    );
    assert!(!sample.root().join("app/Cargo.lock").exists());
}

#[test]
fn a_lock_file_that_is_out_of_date_is_left_so() {
    let lock = "version = 4\n\n[[package]]\nname = \"app\"\nversion = \"0.0.0\"\n";
    let sample = sample(From::Path)
        .file("app/src/lib.rs", definition("Own", "../document.md"))
        .file("app/Cargo.lock", lock);
    let run = sample.run_in("app", &["explain", "firewall"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        run.stderr,
        "warning: the catalogs of dependencies aren't looked at: `Cargo.lock` isn't up to date\n  = help: `cargo update --workspace` brings it up to date, and so does each build\n\n"
    );
    let left = std::fs::read_to_string(sample.root().join("app/Cargo.lock")).unwrap();
    assert_eq!(left, lock);
}

#[test]
fn evidence_for_catalogs_of_others_is_in_order() {
    let sample = locked(sample(From::Path).file(
        "app/src/lib.rs",
        "#[controls_core::satisfies(facade::Remote::Wall)] pub fn wall() {}\n",
    ));
    let run = sample.run_in("app", &["fix"]);
    assert_eq!((run.code, &*run.stderr), (0, ""), "{}", run.stdout);
}
