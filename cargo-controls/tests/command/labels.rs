//! Documents that number their controls, and give the numbers to others.

use serde_json::{Value, json};

use crate::sample::Sample;

const COLUMNS: &str =
    r#"label = "No.", title = "Recommendation", answer = "Status", also = ["Level"]"#;

/// A document from rows of a label, a title, an answer and a level.
fn document(rows: &[[&str; 4]]) -> String {
    let rows = rows.iter().map(|row| format!("| {} |", row.join(" | ")));
    let rows: Vec<String> = rows.collect();
    let rows = rows.join("\n");
    format!("## Storage\n\n| No. | Recommendation | Status | Level |\n|--|--|--|--|\n{rows}\n")
}

/// Two editions: of three controls one has gone, one is new, and the others have shifted by one and back.
fn sample() -> Sample {
    let old = document(&[
        ["2.1", "Ensure that deleted backups are kept", "Fail", "L1"],
        ["2.2", "Ensure that the vault is private", "Pass", "L1"],
        [
            "2.3",
            "Ensure that keys are rotated every 90 days",
            "Pass",
            "L1",
        ],
        ["3.1", "Ensure that logs are kept", "Pass", "L1"],
    ]);
    let new = document(&[
        ["2.1", "Ensure that a customer's key encrypts", "Pass", "L2"],
        ["2.2", "Ensure that deleted backups are kept", "Fail", "L2"],
        ["2.3", "Ensure that the vault is private", "Pass", "L1"],
        ["3.2", "Ensure that logs are kept", "Pass", "L1"],
    ]);
    let row = |name: &str, title: &str, answer: &str, label: &str| {
        format!(
            "            {name} = \"{title}\" => {answer} {{ label: \"{label}\", \"Level\": \"L1\" }},\n"
        )
    };
    let rows = [
        row(
            "Deleted",
            "Ensure that deleted backups are kept",
            "No",
            "2.1",
        ),
        row("Private", "Ensure that the vault is private", "Yes", "2.2"),
        row(
            "Rotated",
            "Ensure that keys are rotated every 90 days",
            "Yes",
            "2.3",
        ),
        row("Logs", "Ensure that logs are kept", "Yes", "3.1"),
    ];
    Sample::package(&format!(
        "controls! {{\n    #[document = \"../document.md\"]\n    #[columns({COLUMNS})]\n    pub enum Service {{\n        Storage = \"Storage\" {{\n{}        }}\n    }}\n}}\n",
        rows.concat()
    ))
    .file("document.md", new)
    .file("old.md", old)
}

/// What changes say, sorted.
fn told(changes: &Value) -> Vec<[Value; 3]> {
    let changes = changes.as_array().unwrap().iter();
    let mut told: Vec<_> = changes
        .map(|change| ["kind", "old", "new"].map(|key| change[key].clone()))
        .collect();
    told.sort_by_key(|change| json!(change).to_string());
    told
}

/// The kinds of changes, in their order.
fn kinds(changes: &Value) -> Vec<Value> {
    let changes = changes.as_array().unwrap().iter();
    changes.map(|change| change["kind"].clone()).collect()
}

#[test]
fn all_commands_tell_the_same_of_labels() {
    let sample = sample();
    let (rotated, key) = (
        "Ensure that keys are rotated every 90 days",
        "Ensure that a customer's key encrypts",
    );
    let mut expected = json!([
        ["recycled", "2.1", "2.2"],
        ["recycled", "2.2", "2.3"],
        ["recycled", "2.3", null],
        ["removed", rotated, null],
        ["added", null, key],
        ["label", "3.1", "3.2"],
        ["property", "L1", "L2"],
    ]);
    expected
        .as_array_mut()
        .unwrap()
        .sort_by_key(Value::to_string);

    let columns = ["--columns", COLUMNS, "--format", "json"];
    let run = |words: &[&str]| sample.run(&[words, &columns].concat());
    let diff = run(&["diff", "old.md", "document.md"]);
    assert_eq!((diff.code, &*diff.stderr), (1, ""));
    let entry = sample.run(&[
        "diff",
        "--changelog",
        "--columns",
        COLUMNS,
        "old.md",
        "document.md",
    ]);
    let title = "Ensure that keys are rotated every 90 days";
    for line in [
        format!("- The label `2.1` names `{key}` now, and"),
        format!(
            "- The label `2.3` names `Ensure that the vault is private` now, and `{title}` was removed"
        ),
    ] {
        assert!(entry.stdout.contains(&line), "{line}\n{}", entry.stdout);
    }
    assert_eq!(diff.json()["level"], "major");
    assert_eq!(json!(told(&diff.json()["drifts"])), expected);

    let check = sample.run(&["check", "--format", "json"]);
    let drifts = &check.json()["catalogs"][0]["drifts"];
    assert_eq!(json!(told(drifts)), expected, "{}", check.stderr);
    let order = kinds(drifts);
    // For people, that `2.3` names another control says that the old one has gone.
    let check = sample.run(&["check"]).stdout;
    assert!(check.contains("6 differences from"), "{check}");
    assert!(!check.contains("no longer has the control"), "{check}");
    let diff = sample.run(&["diff", "old.md", "document.md", "--columns", COLUMNS]);
    assert!(diff.stdout.contains(": 6 differences"), "{}", diff.stdout);

    let history = run(&["history", "old.md", "document.md"]);
    assert_eq!((history.code, &*history.stderr), (0, ""));
    let controls = history.json()["controls"].as_array().unwrap().clone();
    let events = controls
        .iter()
        .flat_map(|control| control["events"].as_array().unwrap());
    let events: Value = events
        .filter(|event| event["edition"] == 1)
        .cloned()
        .collect();
    assert_eq!(json!(told(&events)), expected);

    let fix = sample.run(&["fix", "--write", "--drop", "rotated", "--format", "json"]);
    assert_eq!((fix.code, &*fix.stderr), (0, ""), "{}", fix.stdout);
    let edit = &fix.json()["edits"][0];
    assert_eq!(json!(told(&edit["review"])), expected);
    assert_eq!(kinds(&edit["review"]), order);
    assert_eq!(sample.run(&["check"]).code, 0);
    let source = std::fs::read_to_string(sample.root().join("src/lib.rs")).unwrap();
    for row in [
        "Deleted = \"Ensure that deleted backups are kept\" => No { label: \"2.2\", \"Level\": \"L2\" },",
        "Private = \"Ensure that the vault is private\" => Yes { label: \"2.3\", \"Level\": \"L1\" },",
        "Logs = \"Ensure that logs are kept\" => Yes { label: \"3.2\", \"Level\": \"L1\" },",
    ] {
        assert!(source.contains(row), "{row}\n{source}");
    }
}

#[test]
fn a_changelog_names_the_column_that_has_changed() {
    let run = sample().run(&[
        "diff",
        "--changelog",
        "old.md",
        "document.md",
        "--columns",
        COLUMNS,
    ]);
    let line = "- The `Level` of `Ensure that deleted backups are kept`: `L1` is now `L2`";
    assert!(run.stdout.lines().any(|of| of == line), "{}", run.stdout);
}

#[test]
fn rows_that_nothing_tells_apart_are_read_and_not_imported() {
    let twin = ["2.2", "Ensure that keys are rotated", "Pass", "L1"];
    let rows = [
        ["2.1", "Ensure that keys are rotated", "Pass", "L1"],
        ["2.2", "Ensure that logs are kept", "Pass", "L1"],
        twin,
        twin,
    ];
    let other = "\n## Network\n\n| No. | Recommendation | Status | Level |\n|--|--|--|--|\n| 2.2 | Ensure that keys are rotated | Pass | L1 |\n";
    let sample = Sample::empty().file("document.md", document(&rows) + other);
    let run = |command: &[&str], columns: &str| {
        sample.run(&[command, &["document.md", "--columns", columns]].concat())
    };
    let import = ["import", "--name", "Service"];
    let refused = run(&import, COLUMNS);
    assert_eq!((refused.code, &*refused.stdout), (2, ""));
    for part in [
        "error: two rows of one section have the label `2.2` and the title `Ensure that keys are rotated`",
        "--> document.md:7:3",
        "--> document.md:8:3",
    ] {
        assert!(refused.stderr.contains(part), "{}", refused.stderr);
    }
    // One of the ways out, and a section of which there's nothing to be said.
    let without = COLUMNS.replace("label = \"No.\", ", "");
    let narrowed = [&import[..], &["--heading", "Network"]].concat();
    for run in [run(&import, &without), run(&narrowed, COLUMNS)] {
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
    let read = run(&["read"], COLUMNS);
    assert_eq!(read.code, 0, "{}", read.stderr);
    let remark = "line 7 too: it has the label `2.2` there as well, and a catalog can't tell such rows apart";
    assert!(read.stdout.contains(remark), "{}", read.stdout);
}

#[test]
fn new_rows_and_sections_are_named_as_import_names_them() {
    let header = "| No. | Recommendation | Status | Level |\n|--|--|--|--|\n";
    let row = |label: &str, what: &str| {
        format!(
            "| {label} | Ensure that {what} can be read by nobody but the service | Pass | L1 |\n"
        )
    };
    let old = format!(
        "# Hardening\n\n## 1.1 Control plane\n\n{header}{}{}",
        row("1.1.1", "its keys"),
        row("1.1.2", "its logs")
    );
    let new = format!(
        "{old}{}\n## 1.2 Nodes\n\n{header}{}",
        row("1.1.3", "its backups"),
        row("1.2.1", "their keys")
    );
    let import = |document: &str| {
        let sample = Sample::package("").file("document.md", document);
        let words = ["import", "../document.md", "--name", "Service", "--columns"];
        let import = sample.run_in("src", &[&words[..], &[COLUMNS]].concat());
        assert_eq!(import.code, 0, "{}", import.stderr);
        import.stdout
    };
    let (definition, expected) = (import(&old), import(&new));
    let proposed = [
        "ControlPlane = \"1.1 Control plane\" {",
        "V1_1_2 = \"Ensure that its logs",
        "V1_1_3 = \"Ensure that its backups",
        "Nodes = \"1.2 Nodes\" {",
        "V1_2_1 = \"Ensure that their keys",
    ];
    for name in proposed {
        assert!(expected.contains(name), "{name}\n{expected}");
    }
    let sample = Sample::package(&definition).file("document.md", new);
    let check = sample.run(&["check"]).stdout;
    for name in &proposed[2..] {
        assert!(check.contains(name), "{name}\n{check}");
    }
    assert_eq!(sample.run(&["fix", "--write"]).code, 0);
    let source = std::fs::read_to_string(sample.root().join("src/lib.rs")).unwrap();
    for name in proposed {
        assert!(source.contains(name), "{name}\n{source}");
    }
}
