//! `fix` through the binary: what it shows, what it writes, and what it leaves alone.

use std::{fs, process::Command};

use insta::assert_snapshot;

use crate::sample::{DOCUMENT, Sample, definition, workspace};

const CATALOG: &str = "controls-azure-backup/src/lib.rs";

/// The catalog of Azure Backup in a package of its own, with edits of its document.
fn azure_backup(edits: &[(&str, &str)]) -> Sample {
    let copied = |path: &str| {
        fs::read_to_string(workspace().join("controls-azure-backup").join(path)).unwrap()
    };
    let document = edits.iter().fold(
        copied("document/security-controls.md"),
        |text, (old, new)| {
            assert_eq!(text.matches(old).count(), 1, "{old}");
            text.replace(old, new)
        },
    );
    Sample::empty()
        .file(
            "controls-azure-backup/Cargo.toml",
            "[package]\nname = \"controls-azure-backup\"\nedition = \"2024\"\n",
        )
        .file(
            "controls-azure-backup/document/security-controls.md",
            document,
        )
        .file(CATALOG, copied("src/lib.rs"))
}

const WRITE: [&str; 3] = ["fix", "controls-azure-backup", "--write"];

const EDITS: [(&str, &str); 5] = [
    (
        "| Forced tunneling support| No |",
        "| Forced tunneling support| Yes |",
    ),
    (
        "| Authentication| Yes |",
        "| Private link | N/A | By [endpoints](./endpoints.md). | |\n| Authentication| Yes |",
    ),
    (
        "| VNet injection support| No |",
        "| VNET injection support| No |",
    ),
    ("Using HTTPS.", "Using TLS 1.2."),
    (
        "| Column level encryption (Azure Data Services)| No |  |  |\n",
        "",
    ),
];

fn text(sample: &Sample, path: &str) -> String {
    fs::read_to_string(sample.root().join(path)).unwrap()
}

#[test]
fn the_edit_of_azure_backup_is_shown() {
    let sample = azure_backup(&EDITS);
    let before = text(&sample, CATALOG);
    let run = sample.run(&["fix", "controls-azure-backup"]);
    assert_snapshot!("azure_backup", run.golden());
    assert_eq!(text(&sample, CATALOG), before);
    let json = sample.run(&["fix", "controls-azure-backup", "--format", "json"]);
    assert_snapshot!("azure_backup_json", json.golden());
}

#[test]
fn what_is_written_is_in_step_and_as_rustfmt_leaves_it() {
    let sample = azure_backup(&EDITS);
    let before = text(&sample, CATALOG);
    let run = sample.run(&[&WRITE[..], &["--drop", "column-level-encryption"]].concat());
    assert_eq!((run.code, &*run.stderr), (0, ""), "{}", run.stdout);
    let after = text(&sample, CATALOG);
    assert_ne!(after, before);
    assert!(
        before.lines().filter(|line| !after.contains(line)).count() <= 5,
        "{after}"
    );
    let again = sample.run(&WRITE);
    assert_eq!(again.code, 0, "{}", again.stdout);
    assert_eq!(text(&sample, CATALOG), after);
    assert_eq!(sample.run(&["check", "controls-azure-backup"]).code, 0);
    // Not every toolchain has it.
    let formatted = Command::new("rustfmt")
        .args(["--check", "--edition", "2024"])
        .arg(sample.root().join(CATALOG))
        .output();
    if let Ok(output) = formatted
        && !String::from_utf8_lossy(&output.stderr).contains("not installed")
    {
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        );
    }
    // And back again: the names are the same, except where a control had gone.
    let sample = sample.file(
        "controls-azure-backup/document/security-controls.md",
        fs::read(workspace().join("controls-azure-backup/document/security-controls.md")).unwrap(),
    );
    let run = sample.run(&[&WRITE[..], &["--drop", "private-link"]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    let back = text(&sample, CATALOG);
    let lost: Vec<&str> = before.lines().filter(|line| !back.contains(line)).collect();
    assert_eq!(lost.len(), 1, "{lost:?}");
    assert!(
        back.contains("VnetInjection = \"VNet injection support\" => No { formerly: [\"VNET injection support\"] },")
    );
}

#[test]
fn definitions_of_one_file_are_fixed_together() {
    let source = format!(
        "\u{feff}{}\n// between\n{}{}{}",
        definition("One", "../document.md").replace("By rules.", "By rule."),
        definition("Two", "../document.md"),
        definition("Three", "../document.md").replace("Peering", "Gone"),
        definition("Four", "../document.md").replace("    #[document = \"../document.md\"]\n", "")
    )
    .replace('\n', "\r\n");
    let sample = Sample::package(&source);
    let shown = sample.run(&["fix"]);
    assert_snapshot!("one_file", shown.golden().replace('\r', "␍"));
    let run = sample.run(&["fix", "--write", "--drop", "gone", "--format", "json"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let written: Vec<_> = run.json()["edits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| edit["written"].clone())
        .collect();
    assert_eq!(written, [true, true]);
    let after = text(&sample, "src/lib.rs");
    assert_eq!(
        after
            .replace("By rules.", "By rule.")
            .matches("By rule.")
            .count(),
        4
    );
    assert_eq!(after.matches("Peering = \"Peering\"").count(), 4);
    assert!(
        after.starts_with('\u{feff}') && after.contains("}\r\n\r\n// between\r\n"),
        "{after}"
    );
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
    assert_eq!(sample.run(&["check"]).code, 0);
}

/// A definition whose document has a title that may be the one of the only row, or may not.
fn guess() -> Sample {
    let source = definition("Service", "../document.md")
        .replace("\"Peering\" => No", "\"Peering of virtual networks\" => No");
    let document = DOCUMENT.replace("| Peering |", "| Peering of networks that are virtual |");
    Sample::package(&source).file("document.md", document)
}

#[test]
fn guesses_are_to_be_confirmed() {
    let sample = guess();
    let before = text(&sample, "src/lib.rs");
    assert_snapshot!("guess", sample.run(&["fix", "--write"]).golden());
    assert_eq!(text(&sample, "src/lib.rs"), before);
    assert_eq!(sample.run(&["fix", "--yes"]).code, 1);
    assert_eq!(text(&sample, "src/lib.rs"), before);
    let run = sample.run(&["fix", "--write", "--yes", "--format", "json"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert_eq!(run.json()["edits"][0]["guesses"][0]["taken"], true);
    let after = text(&sample, "src/lib.rs");
    assert!(
        after.contains("{ formerly: [\"Peering of virtual networks\"] }"),
        "{after}"
    );
    assert_eq!(sample.run(&["check"]).code, 0);
}

#[test]
fn no_id_is_dropped_unasked() {
    let source = definition("Service", "../document.md").replace("Peering", "Quotas")
        + &definition("Other", "../document.md").replace("Firewall", "Firewalls");
    let sample = Sample::package(&source);
    assert_snapshot!("dropped", sample.run(&["fix", "--write"]).golden());
    // Firewalls are a firewall, so that the other definition has been written.
    let before = text(&sample, "src/lib.rs");
    assert!(before.contains("Quotas = ") && before.contains("formerly: [\"Firewalls\"]"));
    for (words, code, expected) in [
        (&["--yes"][..], 1, "pass `--drop quotas`"),
        (
            &["--drop", "quota"],
            2,
            "no edit drops the id `quota`: did you mean `quotas`?",
        ),
        (
            &["--drop", "firewall"],
            2,
            "no edit drops the id `firewall`",
        ),
        (
            &["--drop", "quotas", "--drop", "x"],
            2,
            "no edit drops the id `x`",
        ),
    ] {
        let run = sample.run(&[&["fix", "--write"], words].concat());
        assert_eq!(run.code, code, "{words:?}");
        assert!(run.stderr.contains(expected), "{words:?}: {}", run.stderr);
        assert_eq!(text(&sample, "src/lib.rs"), before, "{words:?}");
    }
    let run = sample.run(&["fix", "--write", "--drop", "quotas"]);
    assert_eq!((run.code, &*run.stderr), (0, ""), "{}", run.stdout);
    assert_eq!(sample.run(&["check"]).code, 0);
}

#[test]
fn nothing_to_do_is_said() {
    let source = definition("Service", "../document.md")
        + &definition("Free", "../document.md")
            .replace("    #[document = \"../document.md\"]\n", "");
    let sample = Sample::package(&source);
    let run = sample.run(&["fix", "--write"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert_eq!(
        run.stdout,
        "Service: in step with document.md, nothing to do\nFree: without a document, nothing to do\n"
    );
    assert_eq!(text(&sample, "src/lib.rs"), source);
    assert_eq!(
        sample.run(&["fix", "--format", "json"]).stdout,
        "{\n  \"$schema\": \"urn:cargo-controls:fix:1\",\n  \"edits\": [],\n  \"evidence\": []\n}\n"
    );
}

#[test]
fn mistakes_come_first() {
    let source = definition("Wrong", "../document.md").replace("=> Yes", "=> Yess")
        + &definition("Differs", "../document.md").replace("=> No", "=> Yes");
    let sample = Sample::package(&source);
    let run = sample.run(&["fix", "--write"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("unknown answer `Yess`"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("correct them first"), "{}", run.stderr);
    let after = text(&sample, "src/lib.rs");
    assert!(
        after.contains("=> Yess") && !after.contains("\"Peering\" => Yes"),
        "{after}"
    );
    for (source, expected) in [
        (definition("Service", "../gone.md"), "there is no such file"),
        (String::new(), "there is nothing to fix in `.`"),
        ("controls! {".to_owned(), "this isn't Rust"),
    ] {
        let run = Sample::package(&source).run(&["fix"]);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(expected), "{}", run.stderr);
    }
}
