//! `diff`: between two files, between two revisions, and the entry for a changelog.

mod properties;
mod revisions;

use std::fmt::Write;

use insta::assert_snapshot;
use serde_json::Value;

use crate::sample::{DOCUMENT, Sample};

/// A document from which [`NEW`] differs in every way that there is.
pub(crate) const OLD: &str = "\
---
title: Security controls
ms.date: 2019-04-16
---
# Security controls

## Networking

| Control | Yes/No | Notes | Documentation |
|---|---|---|---|
| Firewall support | Yes | By rules. |  |
| Peering support | No |  |  |
| VNET injection support | No |  |  |
| Forced tunneling | No |  | [Tunnels](./tunnels.md) |
| Encryption at rest | Yes | By default. |  |

## Identity

| Control | Yes/No | Notes | Documentation |
|---|---|---|---|
| Login | Yes |  |  |
| Roles and permissions | Yes |  |  |

## Logging

| Control | Yes/No | Notes | Documentation |
|---|---|---|---|
| Audit log | Yes |  |  |
| Flow log | Yes |  |  |
| Support for log export | No |  |  |
";

/// What became of [`OLD`].
pub(crate) const NEW: &str = "\
---
title: Security controls
ms.date: 2019-09-23
---
# Security controls

## Network

| Control | Yes/No | Notes | Documentation |
|---|---|---|---|
| Firewall support | Yes | By rules and policies. |  |
| Service endpoints | Yes |  |  |
| Peering support | Yes (Premium tier only) |  |  |
| VNet injection support | No |  |  |
| Forced tunneling | No |  | [Tunnels](./tunneling.md) |
| Encryption at rest of disks | Yes | By default. |  |
| Encryption at rest of files | No |  |  |

## Identity

| Control | Yes/No | Notes | Documentation |
|---|---|---|---|
| Roles and permissions | Yes |  |  |
| Login | Yes |  |  |
| Audit log | Yes |  |  |

## Logging

| Control | Yes/No | Notes | Documentation |
|---|---|---|---|
| Flow log | Yes | Sampled. |  |
| Log export support | No |  |  |
";

fn sample() -> Sample {
    Sample::empty().file("old.md", OLD).file("new.md", NEW)
}

/// The differences as lines.
fn lines(json: &Value) -> String {
    let mut lines = String::new();
    for drift in json["drifts"].as_array().unwrap() {
        let [kind, title, section, old, new, old_line, new_line] = [
            "kind", "title", "section", "old", "new", "old_line", "new_line",
        ]
        .map(|key| &drift[key]);
        let guess = if drift["certain"] == true { "" } else { "?" };
        let kind = kind.as_str().unwrap();
        writeln!(
            lines,
            "{old_line}->{new_line} {kind}{guess} {title} in {section}: {old} -> {new}"
        )
        .unwrap();
    }
    lines
}

#[test]
fn every_kind_is_shown_with_both_places() {
    assert_snapshot!("text", sample().run(&["diff", "old.md", "new.md"]).golden());
}

#[test]
fn every_kind_is_data() {
    let run = sample().run(&["diff", "old.md", "new.md", "--format", "json"]);
    assert_eq!((run.code, &*run.stderr), (1, ""));
    let json = run.json();
    assert_eq!(
        (&json["old"], &json["new"], &json["level"]),
        (&"old.md".into(), &"new.md".into(), &"major".into())
    );
    assert_snapshot!("lines", lines(&json));
}

#[test]
fn the_keys_of_json_are_stable() {
    let sample = Sample::empty()
        .file("old.md", DOCUMENT)
        .file("new.md", DOCUMENT.replace("| No |", "| N/A |"));
    assert_snapshot!(
        "json",
        sample
            .run(&["diff", "old.md", "new.md", "--format", "json"])
            .golden()
    );
}

#[test]
fn what_only_one_side_has_has_no_line_on_the_other() {
    let json = sample()
        .run(&["diff", "old.md", "new.md", "--format", "json"])
        .json();
    for drift in json["drifts"].as_array().unwrap() {
        let is = |key: &str| !drift[key].is_null();
        let (old, new) = match drift["kind"].as_str().unwrap() {
            "added" => (false, true),
            "removed" => (true, false),
            _ => (true, true),
        };
        assert_eq!((is("old_line"), is("new_line")), (old, new), "{drift}");
        assert_eq!(is("old_section"), old, "{drift}");
        assert!(is("section"), "{drift}");
    }
}

#[test]
fn one_service_of_a_page_is_compared() {
    let page = |hub: &str, relay: &str| {
        let table = "| Control | Yes/No |\n|---|---|\n";
        format!(
            "# Services\n\n## Hub\n\n### Network\n\n{table}| Firewall | {hub} |\n\n## Relay\n\n### Network\n\n{table}| Firewall | {relay} |\n"
        )
    };
    let sample = Sample::empty()
        .file("old.md", page("No", "No"))
        .file("new.md", page("Yes", "No"));
    for (heading, expected) in [("Hub", 1), ("Relay", 0)] {
        let words = [
            "diff",
            "--heading",
            heading,
            "old.md",
            "new.md",
            "--format",
            "json",
        ];
        let run = sample.run(&words);
        assert_eq!((run.code, &*run.stderr), (expected, ""), "{heading}");
        let drifts = run.json()["drifts"].as_array().unwrap().len();
        assert_eq!(i32::try_from(drifts), Ok(expected), "{heading}");
        let words = [
            "history",
            "--heading",
            heading,
            "old.md",
            "new.md",
            "--format",
            "json",
        ];
        let run = sample.run(&words);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{heading}");
        let controls = run.json()["controls"].as_array().unwrap().clone();
        let [control] = &controls[..] else {
            panic!("{heading}: {controls:?}");
        };
        // It was added, and nothing or something has happened to it since.
        let events = control["events"].as_array().unwrap().len();
        assert_eq!(events, 1 + drifts, "{heading}");
    }
    for command in ["diff", "history"] {
        let run = sample.run(&[command, "--heading", "Gone", "old.md", "new.md"]);
        assert_eq!((run.code, &*run.stdout), (2, ""), "{command}");
        assert!(run.stderr.contains("`Hub`"), "{}", run.stderr);
    }
}

#[test]
fn a_split_row_names_its_successors() {
    let run = sample().run(&["diff", "old.md", "new.md"]);
    assert!(
        run.stdout.contains(
            "help: it may have become `Encryption at rest of disks` (line 16) or `Encryption at rest of files` (line 17)"
        ),
        "{}",
        run.stdout
    );
}

#[test]
fn the_changelog_says_what_came_went_and_changed() {
    assert_snapshot!(
        "changelog",
        sample()
            .run(&["diff", "--changelog", "old.md", "new.md"])
            .golden()
    );
    let run = sample().run(&["diff", "--changelog", "old.md", "old.md"]);
    assert_eq!(
        (run.code, &*run.stdout),
        (
            0,
            "## Unreleased (2019-04-16)\n\nThe document says the same as before: no release is needed.\n"
        )
    );
}

#[test]
fn the_entry_of_a_changelog_is_headed_by_version_and_date() {
    let dated = |date: &str, answer: &str| {
        format!(
            "---\nms.date: {date}\n---\n{}",
            DOCUMENT.replace("| No |", answer)
        )
    };
    let sample = Sample::package("")
        .file(
            "Cargo.toml",
            "[package]\nname = \"sample\"\nversion = \"0.3.1\"\nedition = \"2024\"\n",
        )
        .file("document/a.md", dated("2020-01-31", "| Yes |"))
        .file("same.md", dated("2020-01-01", "| Yes |"));
    let outside = Sample::empty().file("old.md", dated("2019-12-31", "| No |"));
    let old = outside.root().join("old.md");
    let old = old.to_str().unwrap();
    for (words, expected) in [
        (&[old, "document/a.md"][..], "## 0.4.0 (2020-01-31)"),
        // A newer one that is still outside of the package.
        (&["document/a.md", old], "## 0.4.0 (2019-12-31)"),
        (&[old, old], "## Unreleased (2019-12-31)"),
        (&["same.md", "document/a.md"], "## Unreleased (2020-01-31)"),
    ] {
        let run = sample.run(&[&["diff", "--changelog"], words].concat());
        assert_eq!(run.stdout.lines().next(), Some(expected), "{words:?}");
    }
}

#[test]
fn a_changelog_is_plain_text_whatever_a_document_says() {
    let nasty = "\u{202e}\u{1b}[31m\u{7}";
    let old = DOCUMENT.replace("By rules", "By laws");
    let new = format!("---\nms.date: \"{nasty}\"\n---\n{DOCUMENT}")
        .replace("By rules", &format!("By {nasty}rules"))
        .replace("| Peering", &format!("| {nasty}Peering"));
    let sample = Sample::empty().file("old.md", old).file("new.md", new);
    let run = sample.run(&["diff", "--changelog", "old.md", "new.md"]);
    assert_eq!((run.code, &*run.stderr), (1, ""));
    let wrong = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!run.stdout.contains(wrong), "{:?}", run.stdout);
}

#[test]
fn the_level_is_that_of_the_greatest_difference() {
    for (from, to, level, why) in [
        ("", "", "none", "both say the same"),
        ("| No |", "| Yes |", "major", "1 answer changed"),
        (
            "| Firewall | Yes | By rules. |  |\n",
            "",
            "major",
            "1 control removed",
        ),
        ("Firewall", "FireWall", "minor", "1 title changed"),
        (
            "## Network",
            "## Net",
            "minor",
            "1 row or section moved or renamed",
        ),
        (
            "By rules.",
            "By no rules.",
            "minor",
            "1 cell of notes changed",
        ),
        (
            "| Firewall | Yes | By rules. |  |\n| Peering | No |  |  |\n",
            "| Peering | No |  |  |\n| Firewall | Yes | By rules. |  |\n",
            "patch",
            "1 row or section reordered",
        ),
    ] {
        let sample = Sample::empty()
            .file("old.md", DOCUMENT)
            .file("new.md", DOCUMENT.replace(from, to));
        let (text, json) = (
            sample.run(&["diff", "old.md", "new.md"]),
            sample.run(&["diff", "old.md", "new.md", "--format", "json"]),
        );
        let code = i32::from(level != "none");
        assert_eq!(
            (text.code, json.code, json.json()["level"].as_str()),
            (code, code, Some(level))
        );
        assert!(
            text.stdout
                .ends_with(&format!("release: {level} ({why})\n")),
            "{}",
            text.stdout
        );
    }
}

#[test]
fn white_space_and_what_is_outside_of_the_tables_is_no_difference() {
    let sample = Sample::empty().file("old.md", DOCUMENT).file(
        "new.md",
        DOCUMENT
            .replace("| No |", "|\u{a0} no  |")
            .replace("# Security", "Some prose.\n\n# Other"),
    );
    let run = sample.run(&["diff", "old.md", "new.md"]);
    let expected = "old.md -> new.md: no difference\n\nrelease: none (both say the same)\n";
    assert_eq!((run.code, &*run.stdout, &*run.stderr), (0, expected, ""));
}

#[test]
fn documents_that_cannot_be_read_are_named() {
    let sample = Sample::empty()
        .file("old.md", DOCUMENT)
        .file("empty.md", "")
        .file("bytes.md", b"\xff");
    for (old, new, expected) in [
        (
            "old.md",
            "gone.md",
            &["there is no such file\n  --> gone.md"][..],
        ),
        ("a.md", "b.md", &["--> a.md", "--> b.md"]),
        (
            "empty.md",
            "old.md",
            &["no control table is found", "--> empty.md"],
        ),
        (
            "old.md",
            "bytes.md",
            &["it isn't UTF-8 from line 1, column 1 on\n  --> bytes.md"],
        ),
    ] {
        for (format, results) in [
            ("text", ""),
            ("json", "null\n"),
            ("sarif", "{"),
            ("github", "::error "),
        ] {
            let run = sample.run(&["diff", old, new, "--format", format]);
            assert_eq!(run.code, 2, "{}", run.stdout);
            assert!(
                run.stdout.starts_with(results) && (format != "text" || run.stdout.is_empty()),
                "{}",
                run.stdout
            );
            for expected in expected {
                assert!(run.stderr.contains(expected), "{expected}: {}", run.stderr);
            }
        }
    }
}

#[test]
fn what_documents_say_gives_no_orders_to_the_terminal() {
    let row = "| Fire\u{1b}[31mwall | Maybe\u{202e} | a\u{7}b |  |\n";
    let sample = Sample::empty()
        .file("old.md", DOCUMENT)
        .file("new.md", format!("{DOCUMENT}{row}"));
    let changed = sample.file(
        "other.md",
        format!(
            "{DOCUMENT}{}",
            row.replace("a\u{7}b", "a\u{7}c").replace("wall", "well")
        ),
    );
    for words in [
        &["diff", "old.md", "new.md"][..],
        &["diff", "new.md", "other.md"],
        &["history", "new.md", "other.md"],
    ] {
        let run = changed.run(words);
        assert!(
            !run.stdout.contains(['\u{1b}', '\u{202e}', '\u{7}']),
            "{words:?}: {:?}",
            run.stdout
        );
    }
}

#[test]
fn arguments_that_do_not_go_together_are_refused() {
    for words in [
        &["diff", "old.md"][..],
        &["diff"],
        &["diff", "--translation", "old.md"],
        &["diff", "--translation", "--changelog", "old.md", "new.md"],
        &["diff", "--translation", "--git", "a..b", "old.md"],
        &[
            "diff",
            "--translation",
            "--heading",
            "a",
            "old.md",
            "new.md",
        ],
        &[
            "diff",
            "--changelog",
            "--format",
            "json",
            "old.md",
            "new.md",
        ],
        &["diff", "old.md", "new.md", "new.md"],
    ] {
        let run = sample().run(words);
        assert_eq!((run.code, &*run.stdout), (2, ""), "{words:?}");
        assert!(run.stderr.contains("--help"), "{words:?}: {}", run.stderr);
    }
}

#[test]
fn colour_is_for_who_asks_for_it() {
    let sample = sample();
    let mut command = crate::sample::command(sample.root());
    let run = crate::sample::run(
        command
            .args(["diff", "old.md", "new.md"])
            .env("CARGO_TERM_COLOR", "always"),
    );
    assert!(
        run.stdout.contains("\u{1b}[32m{+ and policies+}"),
        "{}",
        run.stdout
    );
}
