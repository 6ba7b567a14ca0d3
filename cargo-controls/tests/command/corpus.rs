//! Real documents and their editions, where they are at hand: what one command says of them, another one does.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::sample::{Sample, workspace};

/// The documents in a folder of the corpus, sorted.
fn documents(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(workspace().join("../shared/corpus").join(folder))
        .into_iter()
        .flatten()
        .flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// A package with a document, and the definition that has been imported from it.
fn imported(document: &Path) -> Sample {
    let sample = Sample::package("").file("document.md", fs::read(document).unwrap());
    let words = ["import", "-q", "../document.md", "--name", "Service"];
    let run = sample.run_in("src", &words);
    assert_eq!((run.code, &*run.stderr), (0, ""), "{}", document.display());
    sample.file("src/lib.rs", run.stdout)
}

/// The differences that `check` finds in the only catalog of a sample.
fn drifts(sample: &Sample) -> Vec<Value> {
    let run = sample.run(&["check", "--format", "json"]);
    assert_eq!(run.stderr, "");
    let json = run.json();
    assert_eq!(json["catalogs"].as_array().map(Vec::len), Some(1));
    let drifts = json["catalogs"][0]["drifts"].as_array().unwrap().clone();
    assert_eq!(run.code, i32::from(!drifts.is_empty()));
    drifts
}

/// What changes say has changed, and from what to what, in an order of their own.
fn told(changes: &Value) -> Vec<[String; 4]> {
    let text = |change: &Value| {
        let told = ["kind", "title", "old", "new"].map(|key| change[key].clone());
        match told {
            // What has another place stands behind other rows: `diff` says behind which, `fix` doesn't.
            [kind, title, _, _] if kind == "order" => [kind, title, Value::Null, Value::Null],
            told => told,
        }
    };
    let mut told: Vec<_> = changes
        .as_array()
        .unwrap()
        .iter()
        .map(|change| text(change).map(|it| it.to_string()))
        .collect();
    told.sort();
    told
}

#[test]
fn what_is_imported_is_in_step() {
    for document in ["azure-backup", "azure-backup-translated", "azure-services"]
        .iter()
        .flat_map(|of| documents(of))
    {
        assert!(
            drifts(&imported(&document)).is_empty(),
            "{}",
            document.display()
        );
    }
}

/// What `history` tells of the second of two editions, as [`told`] has it without titles, but for the headings: it tells
/// of these with each of their controls. It doesn't tell of order.
fn told_by_history(history: &Value, renamed: &[(Value, Value)]) -> Vec<[String; 3]> {
    let events = history["controls"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|control| control["events"].as_array().unwrap())
        .filter(|event| event["edition"] == 1)
        .filter(|event| {
            let change = (event["old"].clone(), event["new"].clone());
            event["kind"] != "section" || !renamed.contains(&change)
        });
    let mut told: Vec<_> = events
        .map(|event| ["kind", "old", "new"].map(|key| event[key].to_string()))
        .collect();
    told.sort();
    told
}

#[test]
fn all_commands_tell_the_same_of_each_pair_of_editions() {
    for documents in ["azure-backup", "azure-services", "azure-backup-translated"].map(documents) {
        for old in &documents {
            for new in &documents {
                let case = format!("{} to {}", old.display(), new.display());
                let sample = imported(old).file("new.md", fs::read(new).unwrap());
                let old = old.to_str().unwrap();
                let diff = sample
                    .run(&["diff", old, "new.md", "--format", "json"])
                    .json();
                let differences = diff["drifts"].as_array().unwrap();

                let check = sample.run(&["check", "--against", "new.md", "--format", "json"]);
                let check = &check.json()["catalogs"][0]["drifts"];
                // In the definition a row has its old title.
                let kind =
                    |change: &Value| ["kind", "old", "new"].map(|key| change[key].to_string());
                let found = check.as_array().unwrap().iter().map(kind);
                assert!(found.eq(differences.iter().map(kind)), "{case}: {check}");

                let renamed: Vec<(Value, Value)> = differences
                    .iter()
                    .filter(|change| change["kind"] == "section" && change["title"].is_null())
                    .map(|change| (change["old"].clone(), change["new"].clone()))
                    .collect();
                let mut expected: Vec<[String; 3]> = differences
                    .iter()
                    .filter(|change| change["kind"] != "order" && !change["title"].is_null())
                    .map(kind)
                    .collect();
                expected.sort();
                let history = sample.run(&["history", old, "new.md", "--format", "json"]);
                assert_eq!(
                    told_by_history(&history.json(), &renamed),
                    expected,
                    "{case}"
                );

                let sample = sample.file("document.md", fs::read(new).unwrap());
                let shown = sample.run(&["fix", "--yes", "--format", "json"]).json();
                let dropped = shown["edits"][0]["dropped"].as_array().cloned();
                let ids: Vec<String> = dropped
                    .iter()
                    .flatten()
                    .map(|dropped| format!("--drop={}", dropped["id"].as_str().unwrap()))
                    .collect();
                let mut words = vec!["fix", "--write", "--yes", "--format", "json"];
                words.extend(ids.iter().map(String::as_str));
                let run = sample.run(&words);
                assert_eq!((run.code, &*run.stderr), (0, ""), "{case}");
                let edit = &run.json()["edits"][0];
                let review = if differences.is_empty() {
                    assert!(edit.is_null(), "{case}");
                    Vec::new()
                } else {
                    told(&edit["review"])
                };
                assert_eq!(review, told(&diff["drifts"]), "{case}");
                assert!(drifts(&sample).is_empty(), "{case}");
            }
        }
    }
}
