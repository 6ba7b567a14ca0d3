//! A page that gathers several services, whose sections have the same titles.

use serde_json::{Value, json};

use crate::sample::Sample;

/// Two services with one control each, which are told apart by their headings only.
fn page(first: &str, second: &str) -> String {
    let service = |name: &str, answer: &str| {
        format!("\n## {name}\n\n### Network\n\n| C | Yes/No |\n|---|---|\n| A | {answer} |\n")
    };
    format!("# P\n{}{}", service(first, "No"), service(second, "Yes"))
}

fn kinds(json: &Value) -> Vec<[Value; 3]> {
    let all = json.as_array().unwrap().iter();
    all.map(|of| [&of["kind"], &of["old"], &of["new"]].map(Value::clone))
        .collect()
}

#[test]
fn services_that_change_places_are_seen_by_every_command() {
    let sample = Sample::package("")
        .file("document.md", page("Vault", "Disks"))
        .file("newer.md", page("Disks", "Vault"))
        .file("renamed.md", page("Safe", "Disks"));
    let import = sample.run(&["import", "document.md", "--name", "Services"]);
    assert!(
        import
            .stdout
            .contains("#[group = \"Vault\"]\n        VaultNetwork"),
        "{}",
        import.golden()
    );
    let source = import
        .stdout
        .replace("\"document.md\"", "\"../document.md\"");
    let sample = sample.file("src/lib.rs", source);
    assert_eq!(sample.catalogs().len(), 1);

    let diff = sample.run(&["diff", "document.md", "newer.md", "--format", "json"]);
    let swapped = json!([
        ["answer", "Yes", "No"],
        ["order", null, "Network"],
        ["answer", "No", "Yes"],
    ]);
    assert_eq!(json!(kinds(&diff.json()["drifts"])), swapped);
    let against = sample.run(&["check", "--against", "newer.md", "--format", "json"]);
    assert_eq!(against.code, 1, "{}", against.golden());
    assert_eq!(
        json!(kinds(&against.json()["catalogs"][0]["drifts"])),
        swapped
    );

    let renamed = json!([["section", "Vault", "Safe"]]);
    let diff = sample.run(&["diff", "document.md", "renamed.md", "--format", "json"]);
    assert_eq!(json!(kinds(&diff.json()["drifts"])), renamed);
    let history = sample.run(&["history", "document.md", "renamed.md"]);
    assert!(
        history.stdout.contains("moved     A: from Vault to Safe"),
        "{}",
        history.golden()
    );

    let sample = sample.file("document.md", page("Safe", "Disks"));
    let fix = sample.run(&["fix", "--write", "--yes"]);
    assert_eq!(fix.code, 0, "{}", fix.golden());
    assert_eq!(sample.catalogs().len(), 1);
}
