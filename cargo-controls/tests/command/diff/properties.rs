//! What is true of any two documents.

use std::{fs, path::PathBuf};

use controls_document::{folded, read};
use proptest::{prelude::*, sample::select};
use serde_json::Value;

use crate::sample::{Sample, command, run, workspace};

/// Sections with rows, such as documents have, often the same ones. Titles differ within a document: which of two
/// rows of one title is meant nobody can tell.
fn document() -> impl Strategy<Value = String> {
    let row = (
        select(vec![
            "Firewall support",
            "Support for a firewall",
            "FIREWALL support",
            "Encryption at rest",
            "Encryption at rest of disks",
            "Encryption in transit",
            "Audit log",
            "Level 1",
            "Level 2",
            "Peering",
        ]),
        select(vec!["Yes", "No", "N/A", "Partly"]),
        select(vec![
            "",
            "By rules.",
            "By  rules.",
            "Using HTTPS.",
            "See [a](b).",
        ]),
        select(vec!["", "[Docs](./docs.md)"]),
    );
    let section = (
        select(vec!["Network", "NETWORK", "Data", "Identity"]),
        prop::collection::vec(row, 1..5),
    );
    prop::collection::vec(section, 1..4).prop_map(|sections| {
        let mut text = String::from("# Controls\n");
        let mut seen = Vec::new();
        for (title, rows) in sections {
            let rows: Vec<_> = rows
                .into_iter()
                .filter(|(title, ..)| {
                    let is_new = !seen.contains(title);
                    seen.push(*title);
                    is_new
                })
                .map(|(title, answer, notes, more)| {
                    format!("| {title} | {answer} | {notes} | {more} |\n")
                })
                .collect();
            if !rows.is_empty() && !text.contains(&format!("## {title}\n")) {
                text.extend([
                    "\n## ",
                    title,
                    "\n\n| C | Yes/No | N | D |\n|--|--|--|--|\n",
                    &rows.concat(),
                ]);
            }
        }
        text
    })
}

/// What `diff` finds between two texts: the exit code, the level, the differences.
fn diff(old: &str, new: &str) -> (i32, Value, Vec<Value>) {
    let sample = Sample::empty().file("old.md", old).file("new.md", new);
    let run = sample.run(&["diff", "old.md", "new.md", "--format", "json"]);
    let json = run.json();
    (
        run.code,
        json["level"].clone(),
        json["drifts"].as_array().unwrap().clone(),
    )
}

/// The differences as lines in alphabetical order; of those the other way round, as they would be this way round.
fn lines(drifts: &[Value], mirrored: bool) -> Vec<String> {
    let mut lines: Vec<String> = drifts
        .iter()
        .map(|drift| {
            let mut keys = [
                "title",
                "old_title",
                "section",
                "old_section",
                "old",
                "new",
                "old_line",
                "new_line",
            ]
            .map(|key| drift[key].clone());
            let mut kind = drift["kind"].as_str().unwrap();
            if mirrored {
                for [one, other] in [[0, 1], [2, 3], [4, 5], [6, 7]] {
                    keys.swap(one, other);
                }
                // A row that only one side has is named in any case.
                if kind == "added" {
                    kind = "removed";
                    (keys[0], keys[2]) = (keys[1].clone(), keys[3].clone());
                } else if kind == "removed" {
                    kind = "added";
                    (keys[1], keys[3]) = (Value::Null, Value::Null);
                } else if kind == "regrouped" && keys[4].is_null() {
                    keys[3] = Value::Null;
                } else if kind == "regrouped" {
                    keys[2] = keys[3].clone();
                }
            }
            format!("{kind} {} {keys:?}", drift["certain"])
        })
        .collect();
    lines.sort();
    lines
}

fn assert_mirrored(old: &str, new: &str, what: &str) {
    let ((code, level, there), (back_code, back_level, back)) = (diff(old, new), diff(new, old));
    assert_eq!((code, level), (back_code, back_level), "{what}");
    assert_eq!(lines(&there, false), lines(&back, true), "{what}");
}

/// What a document says, white space folded.
fn said(text: &str) -> Vec<[String; 5]> {
    let document = read(text).unwrap();
    let fold = |text: &str| folded(text).into_owned();
    document
        .controls()
        .map(|(section, control)| {
            let answer = fold(&control.answer().unwrap().to_string());
            let [title, notes, more] = [&control.title, &control.notes, &control.documentation]
                .map(|cell| fold(&cell.text));
            [fold(&section.title), title, answer, notes, more]
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_is_a_difference_exactly_where_documents_say_different_things(old in document(), new in document()) {
        let (code, level, drifts) = diff(&old, &new);
        let is_same = said(&old) == said(&new);
        prop_assert_eq!((code, level == "none", drifts.is_empty()), (i32::from(!is_same), is_same, is_same));
        prop_assert_eq!(diff(&new, &new).2.len(), 0);
    }

    #[test]
    fn the_other_way_round_is_the_mirror_image(old in document(), new in document()) {
        assert_mirrored(&old, &new, "");
    }
}

#[test]
fn real_documents_are_mirrored_where_they_are_at_hand() {
    let documents: Vec<(PathBuf, String)> = ["azure-backup", "azure-services"]
        .iter()
        .flat_map(|folder| {
            fs::read_dir(workspace().join("../shared/corpus").join(folder))
                .into_iter()
                .flatten()
                .flatten()
        })
        .map(|entry| (entry.path(), fs::read_to_string(entry.path()).unwrap()))
        .collect();
    for (at, (one, old)) in documents.iter().enumerate() {
        assert!(diff(old, old).2.is_empty(), "{}", one.display());
        for (other, new) in &documents[at + 1..] {
            assert_mirrored(old, new, &format!("{} {}", one.display(), other.display()));
        }
    }
}

#[test]
fn real_editions_ask_for_the_releases_that_a_person_would() {
    let folder = workspace().join("../shared/corpus/azure-backup");
    if !folder.is_dir() {
        return;
    }
    // The third edition and the fifth one are edits of titles, the seventh one splits a row.
    for (old, new, level, count) in [
        ("edition-1.md", "edition-3.md", "minor", 15),
        ("edition-3.md", "edition-5.md", "minor", 2),
        ("edition-5.md", "edition-7.md", "major", 15),
    ] {
        let run = run(command(&folder).args(["diff", old, new, "--format", "json"]));
        let json = run.json();
        assert_eq!(
            (&json["level"], json["drifts"].as_array().unwrap().len()),
            (&level.into(), count),
            "{new}"
        );
    }
}
