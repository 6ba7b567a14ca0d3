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
    let run = sample.run_in("src", &["import", "../document.md", "--name", "Service"]);
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

#[test]
fn fix_makes_the_changes_that_diff_lists() {
    let editions = documents("azure-backup");
    for (at, old) in editions.iter().enumerate() {
        for new in &editions[at + 1..] {
            let case = format!("{} to {}", old.display(), new.display());
            let sample = imported(old).file("document.md", fs::read(new).unwrap());
            let changes = sample
                .run(&[
                    "diff",
                    old.to_str().unwrap(),
                    "document.md",
                    "--format",
                    "json",
                ])
                .json();
            let changes = told(&changes["drifts"]);
            assert!(!changes.is_empty(), "{case}");
            assert_eq!(drifts(&sample).len(), changes.len(), "{case}");
            let run = sample.run(&["fix", "--write", "--yes", "--format", "json"]);
            assert_eq!((run.code, &*run.stderr), (0, ""), "{case}");
            assert_eq!(told(&run.json()["edits"][0]["review"]), changes, "{case}");
            assert!(drifts(&sample).is_empty(), "{case}");
        }
    }
}
