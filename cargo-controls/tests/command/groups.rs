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

#[test]
fn whoever_is_shown_a_control_learns_which_service_it_is_of() {
    let source = "controls_core::controls! {
    #[document = \"../document.md\"]
    pub enum Services {
        #[group = \"Vault\"]
        VaultNetwork = \"Network\" { A = \"A\" => No }
        #[group = \"Disks\"]
        DisksNetwork = \"Network\" { B = \"A\" => Yes }
    }
}";
    let sample = Sample::package(source).file("document.md", page("Vault", "Disks"));
    let list = sample.run(&["list"]);
    assert!(
        list.stdout.contains("\nVault > Network\n  a  No   A\n"),
        "{}",
        list.golden()
    );
    let list = sample.run(&["list", "--section", "disks > network", "--format", "json"]);
    let controls = &list.json()["catalogs"][0]["controls"];
    assert_eq!(controls.as_array().unwrap().len(), 1);
    assert_eq!(
        [&controls[0]["group"], &controls[0]["section"]],
        [&json!(["Disks"]), &json!("Network")]
    );
    let unknown = sample.run(&["list", "--section", "Disc > Network"]);
    assert!(
        unknown.stderr.contains("is: `Disks > Network`"),
        "{}",
        unknown.golden()
    );

    let explain = sample.run(&["explain", "b"]);
    let line = "section        Disks > Network\n";
    assert!(explain.stdout.contains(line), "{}", explain.golden());
    let explain = sample.run(&["explain", "b", "--format", "json"]);
    assert_eq!(explain.json()["matches"][0]["group"], json!(["Disks"]));

    let json = sample.run(&["export", "--format", "json"]).json();
    assert_eq!(json["sections"][1]["group"], json!(["Disks"]));
    assert_eq!(json["controls"][1]["group"], json!(["Disks"]));
    // An article that is the document again.
    let article = sample.run(&["export", "--format", "markdown"]).stdout;
    let article = article.replacen("# Services", "# P", 1);
    let sample = sample.file("document.md", article);
    let check = sample.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.golden());
}
