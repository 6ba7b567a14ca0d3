//! Where definitions are looked for within a package.

use crate::sample::{Sample, definition};

/// The names of some catalogs and the files that they are in.
fn pairs(catalogs: &[(&str, &str)]) -> Vec<(String, String)> {
    catalogs
        .iter()
        .map(|(name, file)| ((*name).to_owned(), (*file).to_owned()))
        .collect()
}

#[test]
fn definitions_are_found_in_modules_of_every_sort() {
    let catalog = |name: &str| definition(name, "REPLACED");
    let with =
        |name: &str, up: &str| catalog(name).replace("REPLACED", &format!("{up}document.md"));
    let root = "mod a; mod c; #[path = \"elsewhere/x.rs\"] mod d; mod inline { mod e; #[path = \"p.rs\"] mod q; }";
    let sample = Sample::package(&format!(
        "{root}\n{}\n{}",
        with("Root", "../"),
        with("Second", "../")
    ))
    .file(
        "src/a.rs",
        format!("{}\npub mod b;\nmod i {{ mod j; }}", with("A", "../")),
    )
    .file("src/a/b.rs", with("B", "../../"))
    .file("src/a/i/j.rs", with("J", "../../../"))
    .file("src/c/mod.rs", format!("{}\nmod f;", with("C", "../../")))
    .file("src/c/f.rs", with("F", "../../"))
    .file(
        "src/elsewhere/x.rs",
        format!("{}\nmod g;", with("X", "../../")),
    )
    .file("src/elsewhere/g.rs", with("G", "../../"))
    .file(
        "src/inline/e.rs",
        format!("fn f() {{ {} }}", with("E", "../../")),
    )
    .file("src/inline/p.rs", with("P", "../../"));
    assert_eq!(
        sample.catalogs(),
        pairs(&[
            ("Root", "src/lib.rs"),
            ("Second", "src/lib.rs"),
            ("A", "src/a.rs"),
            ("B", "src/a/b.rs"),
            ("J", "src/a/i/j.rs"),
            ("C", "src/c/mod.rs"),
            ("F", "src/c/f.rs"),
            ("X", "src/elsewhere/x.rs"),
            ("G", "src/elsewhere/g.rs"),
            ("E", "src/inline/e.rs"),
            ("P", "src/inline/p.rs"),
        ])
    );
}

#[test]
fn all_targets_are_looked_at_and_each_file_once() {
    let shared = "mod shared;";
    let sample = Sample::package(shared)
        .file("src/main.rs", shared)
        .file("src/shared.rs", definition("Shared", "../document.md"))
        .file("src/bin/tool.rs", definition("Bin", "../../document.md"))
        .file(
            "examples/example.rs",
            definition("Example", "../document.md"),
        )
        .file("tests/test.rs", definition("Test", "../document.md"))
        .file("benches/bench.rs", definition("Bench", "../document.md"))
        .file("build.rs", definition("Build", "document.md"))
        .file("src/orphan.rs", definition("Orphan", "../document.md"));
    let mut names: Vec<_> = sample
        .catalogs()
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["Bench", "Bin", "Build", "Example", "Shared", "Test"]
    );
}

#[test]
fn templates_are_no_definitions() {
    let template = "macro_rules! catalog {\n    ($name:ident) => { controls_core::controls! { pub enum $name {} } };\n}\n";
    let sample = Sample::package(&format!(
        "{template}{}",
        definition("Service", "../document.md")
    ));
    assert_eq!(sample.catalogs(), pairs(&[("Service", "src/lib.rs")]));
}

#[test]
fn definitions_that_depend_on_a_cfg_are_checked() {
    let sample = Sample::package(&format!(
        "#[cfg(any())]\n{}\n#[cfg(windows)] mod os {{ {} }}",
        definition("Never", "../document.md"),
        definition("Elsewhere", "../document.md")
    ));
    assert_eq!(
        sample.catalogs(),
        pairs(&[("Never", "src/lib.rs"), ("Elsewhere", "src/lib.rs")])
    );
}

#[test]
fn a_module_that_is_not_there_is_a_warning_unless_it_need_not_be() {
    let modules = "#[cfg(x)] mod a; #[cfg_attr(x, path = \"b\")] mod b; #[cfg(x)] mod c { mod d; }\nmod e { mod f; }";
    let sample = Sample::package(&format!(
        "{modules}\n{}",
        definition("Service", "../document.md")
    ));
    let run = sample.run(&["check"]);
    assert_eq!(
        (run.code, &*run.stdout),
        (
            0,
            "Service: 2 controls in 1 section, in step with document.md\n"
        )
    );
    insta::assert_snapshot!("missing_module", run.stderr);
}

#[test]
fn what_is_wrong_on_the_way_is_said_in_order() {
    let sample = Sample::package(&format!(
        "mod a; mod b; mod c;\n{}",
        definition("Service", "../document.md")
    ))
    .file("src/b.rs", "mod d; mod e;");
    let run = sample.run(&["check"]);
    let missing = run
        .stderr
        .lines()
        .filter_map(|line| line.strip_prefix("warning: the file of module `"));
    let names: Vec<_> = missing.filter_map(|line| line.chars().next()).collect();
    assert_eq!(
        (run.code, names),
        (0, vec!['a', 'c', 'd', 'e']),
        "{}",
        run.stderr
    );
}
