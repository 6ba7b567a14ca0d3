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

#[test]
fn what_the_compiler_follows_is_followed() {
    let catalog = |name: &str, up: &str| definition(name, &format!("{up}document.md"));
    let aliased =
        |name: &str, up: &str| catalog(name, up).replace("controls_core::controls!", "catalog!");
    let root = "
        pub(crate) use controls_core::controls as catalog;
        include!(\"included/included.rs\");
        #[cfg_attr(windows, path = \"windows.rs\")] #[cfg_attr(unix, path = \"unix.rs\")] mod system;
        cfg_if::cfg_if! { if #[cfg(unix)] { mod in_macro; } else { mod not_there; } }
        include!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/elsewhere/joined.rs\"));
        include!(concat!(env!(\"OUT_DIR\"), \"/generated.rs\"));
        #[cfg(any())] include!(\"gone.rs\");
    ";
    let out = "target/debug/build/sample-0123456789abcdef/out/generated.rs";
    let sample = Sample::package(&format!("{root}\n{}", aliased("Root", "../")))
        .file(
            "src/included/included.rs",
            format!("{}\nmod below;", catalog("Included", "../../")),
        )
        .file("src/included/below.rs", aliased("Below", "../../"))
        .file("src/windows.rs", catalog("Windows", "../"))
        .file("src/unix.rs", catalog("Unix", "../"))
        .file("src/system.rs", catalog("Other", "../"))
        .file("src/in_macro.rs", aliased("InMacro", "../"))
        .file("elsewhere/joined.rs", catalog("Joined", "../"))
        .file(out, catalog("Generated", "../../../../../"));
    assert_eq!(
        sample.catalogs(),
        pairs(&[
            ("Root", "src/lib.rs"),
            ("Included", "src/included/included.rs"),
            ("Below", "src/included/below.rs"),
            ("Joined", "elsewhere/joined.rs"),
            ("Generated", out),
            ("Other", "src/system.rs"),
            ("Windows", "src/windows.rs"),
            ("Unix", "src/unix.rs"),
            ("InMacro", "src/in_macro.rs"),
        ])
    );
}

#[test]
fn what_cannot_be_followed_is_no_success() {
    let with_core = "[package]\nname = \"sample\"\nedition = \"2024\"\n[dependencies]\ncontrols-core = \"0.1\"\n";
    let template = "macro_rules! catalog { ($name:ident) => { controls_core::controls! { pub enum $name {} } }; }\n";
    for (source, expected) in [
        (
            "include!(concat!(env!(\"OUT_DIR\"), \"/generated.rs\"));",
            "the file that is included here is made by the build script, which hasn't run",
        ),
        (
            "include!(env!(\"CATALOG\"));",
            "which file is included here can't be told without compiling",
        ),
        (
            &format!("{template}mod a {{ catalog!(A); }}"),
            "`catalog!` makes a definition here, which isn't checked",
        ),
        (
            &format!("{template}macro_rules! twice {{ () => {{ catalog!(A); }} }}\ntwice! {{}}"),
            "`twice!` makes a definition here, which isn't checked",
        ),
    ] {
        let source = format!("{}\n{source}", definition("Service", "../document.md"));
        let sample = Sample::package(&source).file("Cargo.toml", with_core);
        let run = sample.run(&["check"]);
        assert_eq!(
            (run.code, &*run.stdout),
            (
                2,
                "Service: 2 controls in 1 section, in step with document.md\n"
            ),
            "{source}"
        );
        assert!(
            run.stderr.starts_with(&format!("error: {expected}")),
            "{source}: {}",
            run.stderr
        );
        assert!(run.stderr.contains("--> src/lib.rs:"), "{}", run.stderr);
    }
    let sample = Sample::package("use controls_core::controls;\nother! {}");
    let run = sample.run(&["check"]);
    assert_eq!((run.code, &*run.stdout), (2, ""));
    assert_eq!(
        run.stderr.lines().next(),
        Some(
            "error: `controls!` is imported here, but no definition was found in `sample`: only `cargo check` sees what a macro makes"
        )
    );
    // A facade re-exports the macro, and a macro for others makes nothing here.
    let facade = format!("pub use controls_core::controls;\n#[macro_export]\n{template}");
    let sample = Sample::package(&format!(
        "{facade}{}",
        definition("Service", "../document.md")
    ));
    assert_eq!(sample.catalogs(), pairs(&[("Service", "src/lib.rs")]));
    // What has nothing to do with controls may include what it likes.
    let sample = Sample::package(&format!(
        "include!(env!(\"X\"));\n{}",
        definition("Service", "../document.md")
    ));
    assert_eq!(sample.catalogs(), pairs(&[("Service", "src/lib.rs")]));
}
