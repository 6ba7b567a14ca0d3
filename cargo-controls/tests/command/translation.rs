//! `diff --translation`.

use std::{fs, path::PathBuf};

use insta::assert_snapshot;

use crate::sample::{Sample, command, run, workspace};

const ORIGINAL: &str = "\
# Controls

## Network

| Control | Yes/No | Notes |
|---|---|---|
| Service endpoint support | No | |
| Firewall support | Yes | For VM backup. |
| Forced tunneling | No | |

## Keys

| Control | Yes/No | Notes |
|---|---|---|
| Managed keys | Yes | See [Keys](https://example.com/keys). |
| Own keys (BYOK) | N/A | |
";

const TRANSLATED: &str = "\
# 管理

## ネットワーク

| 管理 | はい/いいえ | メモ |
|---|---|---|
| サービス エンドポイントのサポート | いいえ | |
| ファイアウォールのサポート | はい | VM バックアップの場合。 |
| 強制トンネリング | いいえ | |

## キー

| 管理 | はい/いいえ | メモ |
|---|---|---|
| マネージド キー | はい | [キー](https://example.com/ja/keys)を参照。 |
| 独自のキー (BYOK) | N/A | |
";

fn sample(translated: &str) -> Sample {
    Sample::empty()
        .file("original.md", ORIGINAL)
        .file("translated.md", translated)
}

/// The kinds and titles that are found.
fn found(sample: &Sample) -> Vec<(String, String)> {
    found_with(sample, &[])
}

/// The same, where options say how the documents are read.
fn found_with(sample: &Sample, options: &[&str]) -> Vec<(String, String)> {
    let words = [
        "diff",
        "--translation",
        "original.md",
        "translated.md",
        "--format",
        "json",
    ];
    let run = sample.run(&[&words, options].concat());
    let json = run.json();
    let drifts = json["drifts"].as_array().unwrap();
    assert_eq!(
        (run.code, &*run.stderr, &json["level"]),
        (i32::from(!drifts.is_empty()), "", &"none".into())
    );
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    drifts
        .iter()
        .map(|drift| (text(&drift["kind"]), text(&drift["title"])))
        .collect()
}

#[test]
fn titles_and_notes_are_expected_to_differ() {
    let sample = sample(TRANSLATED);
    let run = sample.run(&["diff", "--translation", "original.md", "translated.md"]);
    assert_eq!(
        (run.code, &*run.stdout),
        (0, "original.md -> translated.md: no difference\n")
    );
    assert!(found(&sample).is_empty());
}

#[test]
fn each_sort_of_mistake_is_shown_with_both_places() {
    let broken = TRANSLATED
        .replace(
            "| 強制トンネリング | いいえ | |\n",
            "| 強制トンネリング | いいえ | |\n| 強制トンネリング | いいえ | |\n",
        )
        .replace(
            "| ファイアウォールのサポート | はい | VM バックアップの場合。 |\n",
            "",
        )
        .replace("| N/A |", "| 該当なし |");
    let sample = sample(&broken);
    assert_snapshot!(
        "mistakes",
        sample
            .run(&["diff", "--translation", "original.md", "translated.md"])
            .golden()
    );
}

#[test]
fn every_no_that_has_become_yes_is_found() {
    assert_eq!(
        found(&sample(&TRANSLATED.replace("| いいえ |", "| はい |"))),
        [
            ("answer", "サービス エンドポイントのサポート"),
            ("answer", "強制トンネリング")
        ]
        .map(|(kind, title)| (kind.to_owned(), title.to_owned()))
    );
}

#[test]
fn a_row_in_another_section_is_out_of_place() {
    let row = "| マネージド キー | はい | [キー](https://example.com/ja/keys)を参照。 |\n";
    let moved = TRANSLATED
        .replace(row, "")
        .replace("| 強制", &format!("{row}| 強制"));
    assert_eq!(
        found(&sample(&moved)),
        [("misplaced".to_owned(), "マネージド キー".to_owned())]
    );
}

#[test]
fn real_translations_are_faithful_and_mistakes_in_them_are_found() {
    let corpus = workspace().join("../shared/corpus");
    let original = workspace().join("controls-azure-backup/document/security-controls.md");
    for language in ["de", "fr", "ja"] {
        let path = corpus.join(format!("azure-backup-translated/{language}.md"));
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let run = run(command(&workspace())
            .args(["diff", "--translation"])
            .args([&original, &path]));
        assert_eq!(
            (run.code, &*run.stderr),
            (0, ""),
            "{language}: {}",
            run.stdout
        );
        let lines: Vec<&str> = text.lines().collect();
        // All lines of tables but the headings and the delimiters below them.
        let is_row = |at: &usize| lines[*at].starts_with("| ") && !lines[at + 1].starts_with("|--");
        let rows: Vec<usize> = (1..lines.len() - 1).filter(is_row).collect();
        assert_eq!(rows.len(), 15, "{language}");
        for at in rows {
            assert_eq!(
                kinds(
                    &original,
                    &edited(&lines, |lines| {
                        lines.remove(at);
                    })
                ),
                ["missing"],
                "{language} {at}"
            );
            let doubled = edited(&lines, |lines| lines.insert(at, lines[at]));
            assert_eq!(kinds(&original, &doubled), ["doubled"], "{language} {at}");
        }
        let (yes, no) = match language {
            "de" => ("| Ja |", "| Nein |"),
            "fr" => ("| Oui |", "| Non |"),
            _ => ("| はい |", "| いいえ |"),
        };
        assert_eq!(
            kinds(&original, &text.replace(no, yes)),
            ["answer"; 7],
            "{language}"
        );
    }
}

fn edited(lines: &[&str], edit: impl FnOnce(&mut Vec<&str>)) -> String {
    let mut lines = lines.to_vec();
    edit(&mut lines);
    lines.join("\n")
}

fn kinds(original: &PathBuf, translated: &str) -> Vec<String> {
    let sample = Sample::empty().file("translated.md", translated);
    let mut command = command(sample.root());
    let run = run(command
        .args(["diff", "--translation", "--format", "json"])
        .arg(original)
        .arg("translated.md"));
    let drifts = run.json()["drifts"].as_array().unwrap().clone();
    drifts
        .iter()
        .map(|drift| drift["kind"].as_str().unwrap().to_owned())
        .collect()
}

/// A benchmark whose columns a binding names, in two languages: what it calls an answer, it calls otherwise in each.
const BOUND: [&str; 2] = [
    "\
# Benchmark

## 1 Broker

| No. | Recommendation | Level | Status | Reason |
|---|---|---|---|---|
| 1.1 | Files of the broker ||||
| 1.1.1 | Make sure that only the broker reads its keys | L1 | Pass | |
| 1.1.2 | Make sure that only the broker writes its logs | L1 | Fail | The agent writes them as well. |
| 1.2 | Network of the broker ||||
| 1.2.1 | Make sure that unencrypted connections are refused | L2 | Partly | Within the network. |
| 1.2.2 | Make sure that idle connections are closed | L1 | | |
",
    "\
# Benchmark

## 1 Vermittler

| Nr. | Empfehlung | Stufe | Stand | Grund |
|---|---|---|---|---|
| 1.1 | Dateien des Vermittlers ||||
| 1.1.1 | Nur der Vermittler liest seine Schlüssel | L1 | Erfüllt | |
| 1.1.2 | Nur der Vermittler schreibt seine Protokolle | L1 | Fehlt | Auch der Agent schreibt sie. |
| 1.2 | Netz des Vermittlers ||||
| 1.2.1 | Unverschlüsselte Verbindungen werden abgelehnt | L2 | Teilweise | Innerhalb des Netzes. |
| 1.2.2 | Untätige Verbindungen werden getrennt | L1 | | |
",
];

const BINDING: [&str; 4] = [
    "--columns",
    r#"label = ["No.", "Nr."], title = ["Recommendation", "Empfehlung"], answer = ["Status", "Stand"], notes = ["Reason", "Grund"]"#,
    "--answers",
    r#"yes = ["Pass", "Erfüllt"], no = ["Fail", "Fehlt"], blank = unanswered"#,
];

#[test]
fn translations_of_bound_tables_are_held_against_the_original_by_position() {
    let [original, translated] = BOUND;
    for (row, other, expected) in [
        ("", "", &[][..]),
        (
            "| L1 | Fehlt |",
            "| L1 | Erfüllt |",
            &[("answer", "Nur der Vermittler schreibt seine Protokolle")],
        ),
        (
            "| L1 | | |",
            "| L1 | Erfüllt | |",
            &[("answer", "Untätige Verbindungen werden getrennt")],
        ),
        (
            "| 1.2.1 | Unverschlüsselte Verbindungen werden abgelehnt | L2 | Teilweise | Innerhalb des Netzes. |\n",
            "",
            &[(
                "missing",
                "Make sure that unencrypted connections are refused",
            )],
        ),
    ] {
        let translated = translated.replacen(row, other, 1);
        let sample = Sample::empty()
            .file("original.md", original)
            .file("translated.md", &translated);
        let found = found_with(&sample, &BINDING);
        let found: Vec<_> = found
            .iter()
            .map(|(kind, title)| (&**kind, &**title))
            .collect();
        assert_eq!(found, expected, "{row}");
    }
}
