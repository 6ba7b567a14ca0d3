//! Which packages a folder stands for, and how paths are shown.

use crate::sample::{DOCUMENT, Run, Sample, definition};

/// A workspace with the packages `one` and `crates/two`, and two more in a folder of each other.
fn workspace() -> Sample {
    let manifest = |name: &str| format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n");
    let sample = Sample::empty().file(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"one\", \"crates/two\", \"crates/three\"]\n",
    );
    [
        ("one", "One"),
        ("crates/two", "Two"),
        ("crates/three", "Three"),
    ]
    .iter()
    .fold(sample, |sample, (folder, name)| {
        sample
            .file(
                &format!("{folder}/Cargo.toml"),
                manifest(&name.to_lowercase()),
            )
            .file(&format!("{folder}/document/service.md"), DOCUMENT)
            .file(
                &format!("{folder}/src/lib.rs"),
                definition(name, "../document/service.md"),
            )
    })
}

/// The lines of the results.
fn lines(run: &Run) -> Vec<&str> {
    assert_eq!((run.code, &*run.stderr), (0, ""), "{}", run.stdout);
    run.stdout.lines().collect()
}

#[test]
fn a_folder_stands_for_the_packages_in_it_or_around_it() {
    let sample = workspace();
    let line = |name: &str, path: &str| {
        format!("{name}: 2 controls in 1 section, in step with {path}document/service.md")
    };
    let (one, two, three) = (
        line("One", "one/"),
        line("Two", "crates/two/"),
        line("Three", "crates/three/"),
    );
    assert_eq!(lines(&sample.run(&["check"])), [&*three, &*two, &*one]);
    assert_eq!(lines(&sample.run(&["check", "one"])), [&*one]);
    assert_eq!(lines(&sample.run(&["check", "crates"])), [&*three, &*two]);
    assert_eq!(lines(&sample.run(&["check", "crates/two/src"])), [&*two]);
}

#[test]
fn packages_are_chosen_as_for_cargo() {
    let sample = workspace();
    for (folder, words, expected) in [
        ("", &["-p", "one"][..], &["One"][..]),
        (
            "crates/two",
            &["--package", "one", "-p=three"],
            &["Three", "One"],
        ),
        ("", &["--manifest-path", "one/Cargo.toml"], &["One"]),
        ("one/src", &["--manifest-path", "../Cargo.toml"], &["One"]),
        ("one", &["--manifest-path", "Cargo.toml"], &["One"]),
        (
            "one",
            &["--manifest-path=../Cargo.toml"],
            &["Three", "Two", "One"],
        ),
        (
            "one",
            &["--manifest-path", "../Cargo.toml", "-p", "two"],
            &["Two"],
        ),
    ] {
        let run = sample.run_in(folder, &[&["check"], words].concat());
        let names = lines(&run)
            .into_iter()
            .map(|line| line.split_once(':').unwrap().0);
        assert_eq!(
            names.collect::<Vec<_>>(),
            expected,
            "{words:?} in {folder:?}"
        );
    }
    // Every command that is about packages takes them.
    let run = sample.run(&["fix", "-p", "one"]);
    assert_eq!(lines(&run).len(), 1);
    let run = sample.run(&["explain", "firewall", "-p", "one"]);
    assert!(run.stdout.starts_with("One::Firewall\n"), "{}", run.stdout);
    for (words, expected) in [
        (
            &["-p", "tow"][..],
            "error: the workspace has no package `tow`\n  = help: a package with a similar name exists: `two`\n",
        ),
        (
            &["-p", "else"],
            "error: the workspace has no package `else`\n\n",
        ),
        (
            &["--manifest-path", "one"],
            "error: `one` isn't the path of a `Cargo.toml`, which `--manifest-path` must be\n",
        ),
        (
            &["--manifest-path", "gone/Cargo.toml"],
            "error: there is no file `gone/Cargo.toml`\n",
        ),
        (
            &["--manifest-path", "one/Cargo.toml", "one"],
            "error: the argument '--manifest-path <PATH>' cannot be used with '[PATH]'\n",
        ),
    ] {
        let run = sample.run(&[&["check"], words].concat());
        assert_eq!((run.code, &*run.stdout), (2, ""), "{words:?}");
        assert!(
            run.stderr.starts_with(expected),
            "{words:?}: {}",
            run.stderr
        );
    }
}

#[test]
fn paths_are_relative_to_where_the_command_is_run() {
    let sample = workspace();
    let line =
        |name: &str, path: &str| format!("{name}: 2 controls in 1 section, in step with {path}");
    assert_eq!(
        lines(&sample.run_in("one", &["check"])),
        [line("One", "document/service.md")]
    );
    assert_eq!(
        lines(&sample.run_in("one/src", &["check"])),
        [line("One", "../document/service.md")]
    );
    assert_eq!(
        lines(&sample.run_in("one/document", &["check"])),
        [line("One", "service.md")]
    );
    assert_eq!(
        lines(&sample.run_in("one", &["check", "../crates/two"])),
        [line("Two", "../crates/two/document/service.md")]
    );
    let json = sample
        .run_in("crates/two/document", &["check", "--format", "json"])
        .json();
    assert_eq!(json["catalogs"][0]["definition"], "../src/lib.rs");
    assert_eq!(json["catalogs"][0]["line"], 3);
    assert_eq!(json["catalogs"][0]["document"], "service.md");
}

#[test]
fn what_only_looks_like_a_package_is_none() {
    let sample = workspace()
        .file(
            "four/Cargo.toml",
            "[package]\nname = \"four\"\n[workspace]\n",
        )
        .file("four/src/lib.rs", "controls_core::controls! { wrong }")
        .file("crates/src/lib.rs", definition("Five", "lib.rs"))
        .file("one/src/main.rs", "not Rust: )");
    let run = sample.run(&["check", "crates"]);
    let names: Vec<_> = lines(&run)
        .iter()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["Three", "Two"]);
}

#[test]
fn a_file_of_two_packages_is_the_first_ones() {
    let with = |name: &str, path: &str| {
        format!(
            "#[path = \"{path}shared/shared.rs\"] mod shared;\n{}",
            definition(name, "../document/service.md")
        )
    };
    let sample = workspace()
        .file("shared/service.md", DOCUMENT)
        .file("shared/shared.rs", definition("Shared", "service.md"))
        .file("one/src/lib.rs", with("One", "../../"))
        .file("crates/three/src/lib.rs", with("Three", "../../../"));
    let found = sample.catalogs();
    let names: Vec<_> = found.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, ["Three", "Shared", "Two", "One"]);
}

#[test]
fn a_check_that_checks_nothing_is_no_check() {
    let sample = Sample::package("// controls! {}\n");
    for (words, results) in [
        (&["check"][..], ""),
        (
            &["check", "--format", "json"],
            "{\n  \"$schema\": \"urn:cargo-controls:check:1\",\n  \"catalogs\": []\n}\n",
        ),
    ] {
        let run = sample.run(words);
        assert_eq!((run.code, &*run.stdout), (2, results));
        assert_eq!(
            run.stderr,
            "error: there is nothing to check in `.`: no `controls!` in the sources of `sample`\n\n"
        );
    }
}

#[test]
fn what_is_no_package_is_named() {
    let sample = Sample::empty()
        .file("a.md", "")
        .file("broken/Cargo.toml", "[package")
        .file("virtual/docs/a.md", "")
        .file("virtual/Cargo.toml", "[workspace]\nmembers = []\n");
    for (path, expected) in [
        (".", "there is no `Cargo.toml` in `.` or a folder above it"),
        ("gone", "there is no folder `gone`"),
        ("a.md", "`a.md` isn't a folder"),
        ("broken", "Cargo can't say which packages there are: "),
        (
            "virtual/docs",
            "there is no package in `virtual/docs`, nor is it part of one",
        ),
    ] {
        let run = sample.run(&["check", path, "--format", "json"]);
        assert_eq!(
            (run.code, &*run.stdout),
            (
                2,
                "{\n  \"$schema\": \"urn:cargo-controls:check:1\",\n  \"catalogs\": []\n}\n"
            ),
            "{path}"
        );
        assert!(
            run.stderr.starts_with(&format!("error: {expected}")),
            "{path}: {}",
            run.stderr
        );
    }
}
