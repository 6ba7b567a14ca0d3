//! `list`: the controls of the catalogs in scope.

use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr;

use crate::sample::{DOCUMENT, Run, Sample, command, definition, run, workspace};

/// The command in the root of this workspace, with a terminal of so many columns.
fn here(words: &[&str], columns: usize) -> Run {
    run(command(&workspace())
        .args(words)
        .env("COLUMNS", columns.to_string()))
}

/// Two catalogs: one whose rows have everything, and one without answers.
fn everything() -> Sample {
    Sample::package(&format!(
        "{}\n{}",
        definition("Service", "../document.md"),
        "controls_core::controls! {
    pub enum Benchmark {
        Hosts = \"Hosts\" {
            Clock = \"Clocks are **synchronised** with [servers](https://example.com/time)\" { label: \"1.1\" },
        }
        Keys = \"鍵\" {
            Rotation = \"暗号化キーは毎年ローテーションされ、古いキーは破棄される\" { label: \"2.1.10\" },
        }
    }
}
controls_core::controls! {
    pub enum Qualified {
        Access = \"Access\" {
            Preview = \"Preview\" => \"Yes, in the regions that are listed on a page\",
            Open = \"Open\" => Unanswered,
            Never = \"Never\" => NotApplicable,
        }
    }
}"
    ))
}

#[test]
fn a_list_fits_the_terminal() {
    assert_snapshot!(here(&["list", "AzureBackup", "-p", "controls-azure-backup"], 100).golden());
    let sample = everything();
    assert_snapshot!("everything", sample.run(&["list"]).golden());
    for columns in [20, 40, 60, 80, 120] {
        let run = run(command(sample.root())
            .arg("list")
            .env("COLUMNS", columns.to_string()));
        for line in run.stdout.lines() {
            assert!(line.width() <= columns, "{columns}: {line}");
        }
        // Nothing is left out.
        let text: String = run.stdout.split_whitespace().collect();
        for whole in ["rotation", "2.1.10", "古いキーは破棄される", "ClocksareＸ"] {
            let whole = whole.replace('Ｘ', "**synchronised**withservers");
            assert!(text.contains(&whole), "{columns}: {}", run.stdout);
        }
    }
}

#[test]
fn only_what_is_asked_for_is_listed() {
    let sample = everything();
    for (words, expected) in [
        (&["--answer", "no"][..], &["peering"][..]),
        (
            &["--answer", "yes", "--answer", "no"],
            &["firewall", "peering"],
        ),
        (&["--answer", "qualified"], &["preview"]),
        (&["--answer", "unanswered"], &["open"]),
        (&["--answer", "n/a"], &["never"]),
        (&["--section", "network", "--answer", "yes"], &["firewall"]),
        (&["--section", "Keys"], &["rotation"]),
        (&["--section", "鍵"], &["rotation"]),
        (&["Benchmark"], &["clock", "rotation"]),
        (&["Benchmark", "--answer", "yes"], &[]),
    ] {
        let run = sample.run(&[&["list", "--format", "json"], words].concat());
        assert_eq!((run.code, &*run.stderr), (0, ""), "{words:?}");
        let catalogs = run.json()["catalogs"].as_array().unwrap().clone();
        let controls = catalogs
            .iter()
            .flat_map(|catalog| catalog["controls"].as_array().unwrap());
        let ids: Vec<&str> = controls
            .map(|control| control["id"].as_str().unwrap())
            .collect();
        assert_eq!(ids, expected, "{words:?}");
    }
}

#[test]
fn a_list_for_programs_has_all_of_a_control() {
    let run = everything().run(&["list", "--format", "json"]);
    assert_snapshot!(run.golden());
}

#[test]
fn what_isnt_there_is_said_with_what_is() {
    let sample = everything();
    for (words, expected) in [
        (
            &["Servce"][..],
            "error: no catalog in scope is called `Servce`\n  = help: a catalog with a similar name is: `Service`\n\n",
        ),
        (
            &["--section", "Netwrk"],
            "error: no section is called `Netwrk`\n  = help: a section with a similar title is: `Network`\n\n",
        ),
        (
            &["Benchmark", "--section", "Storage"],
            "error: no section is called `Storage`\n  = help: the sections are `Hosts`, `鍵`\n\n",
        ),
    ] {
        let run = sample.run(&[&["list"], words].concat());
        assert_eq!((run.code, &*run.stderr), (2, expected), "{words:?}");
        assert_eq!(run.stdout, "", "{words:?}");
    }
    let nothing = Sample::package("").run(&["list"]);
    assert_eq!(nothing.code, 2);
    assert!(
        nothing.stderr.contains("there is nothing to list in `.`"),
        "{}",
        nothing.stderr
    );
}

#[test]
fn a_mistake_in_a_definition_is_said_and_the_rest_listed() {
    let source = definition("Service", "../document.md").replace("=> No", "=> Nope");
    let run = Sample::package(&source)
        .file("document.md", DOCUMENT)
        .run(&["list"]);
    assert_eq!(run.code, 2, "{}", run.stdout);
    assert!(run.stderr.contains("src/lib.rs:6"), "{}", run.stderr);
    assert!(run.stdout.contains("firewall"), "{}", run.stdout);
}
