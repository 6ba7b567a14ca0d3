//! `export`: a catalog in the formats that others read, from its sources.

use controls_azure_backup::AzureBackup;
use controls_oscal::{Format, OwnedCatalog};

use crate::sample::{DOCUMENT, Run, Sample, command, definition, run, workspace};

fn here(words: &[&str]) -> Run {
    run(command(&workspace()).args(words))
}

#[test]
fn sources_give_the_bytes_that_the_compiled_catalog_gives() {
    let catalog = OwnedCatalog::from(AzureBackup::CATALOG);
    for format in Format::ALL {
        let words = [
            "export",
            "AzureBackup",
            "-p",
            "controls-azure-backup",
            "--format",
            format.name(),
        ];
        let run = here(&words);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{format}");
        assert_eq!(run.stdout, catalog.export(*format).unwrap(), "{format}");
    }
}

#[test]
fn a_folder_is_in_no_export() {
    let source = definition("Service", "../document.md");
    let [one, other] = ["one", "other"].map(|folder| {
        Sample::empty()
            .file(
                &format!("{folder}/Cargo.toml"),
                "[package]\nname = \"sample\"\nedition = \"2024\"\n",
            )
            .file(&format!("{folder}/document.md"), DOCUMENT)
            .file(&format!("{folder}/src/lib.rs"), &source)
    });
    for format in Format::ALL {
        let words = ["export", "--format", format.name()];
        let (one, other) = (one.run_in("one", &words), other.run_in("other", &words));
        assert_eq!((one.code, &*one.stderr), (0, ""), "{format}");
        assert_eq!(one.stdout, other.stdout, "{format}");
    }
}

#[test]
fn a_catalog_that_has_drifted_is_exported_with_a_warning() {
    let source = definition("Service", "../document.md").replace("=> No", "=> Yes");
    let run = Sample::package(&source).run(&["export", "--format", "csv"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.contains("Network,peering,Peering,Yes,"),
        "{}",
        run.stdout
    );
    assert!(run.stderr.contains("`Service` isn't in step with its document, and has been exported as it's defined: 1 difference"), "{}", run.stderr);
}

#[test]
fn nothing_is_exported_that_isnt_one_catalog() {
    let without_answers =
        "controls_core::controls! { pub enum Other { Hosts = \"Hosts\" { Clock = \"Clock\" } } }";
    let service = definition("Service", "../document.md");
    let both = format!("{service}{without_answers}");
    for (source, words, expected) in [
        (
            &*both,
            &["--format", "csv"][..],
            "error: one catalog is exported, and `Service` of `sample`, `Other` of `sample` are in scope\n  = help: name one\n",
        ),
        (
            &both,
            &["Othr", "--format", "csv"],
            "error: no catalog in scope is called `Othr`\n  = help: a catalog with a similar name is: `Other`\n",
        ),
        (
            &both,
            &["Other", "--format", "oscal-component-definition"],
            "error: `Other` can't be exported as `oscal-component-definition`: the controls of the catalog have no answers\n",
        ),
        (
            &service.replace("=> No", "=> Nope"),
            &["--format", "json"],
            "error: unknown answer `Nope`",
        ),
        (
            &service.replace("document.md", "nothing.md"),
            &["--format", "json"],
            "error: ",
        ),
        (
            "",
            &["--format", "csv"],
            "error: there is nothing to export in `.`",
        ),
    ] {
        let run = Sample::package(source).run(&[&["export"], words].concat());
        assert_eq!((run.code, &*run.stdout), (2, ""), "{words:?}");
        assert!(
            run.stderr.starts_with(expected),
            "{words:?}: {}",
            run.stderr
        );
    }
    let usage = Sample::package(&service).run(&["export", "--format", "xml"]);
    assert_eq!(usage.code, 2);
    assert!(usage.stderr.contains("oscal-catalog"), "{}", usage.stderr);
}
