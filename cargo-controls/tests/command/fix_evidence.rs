//! `fix`, of evidence about controls that have changed.

use std::fs;

use crate::{
    sample::Sample,
    session::{Typed, answer, end, session},
};
use insta::assert_snapshot;

/// A definition whose document answers one row otherwise, with a control that was called `Gate`.
const SOURCE: &str = r#"controls_core::controls! {
    #[document = "../document.md"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall" => Yes { formerly: ["gate"] },
            Peering = "Peering of networks" => No,
        }
    }
}
mod access;
"#;

const DOCUMENT: &str = "\
## Network

| Control | Yes/No | Notes |
|---|---|---|
| Firewall | Yes | |
| Peering of networks | Yes | Through gateways. |
";

/// The first is what `Peering` said, the last one what nobody knows.
const ACCESS: &str = r#"use crate::Service;

#[satisfies(Service::Peering, reviewed = "9bb00fe4b1fa41e2ec5e2b7c2e69b1a4")]
fn peers() {}

#[satisfies(Service::Gate)]
fn gate() {}

#[test]
#[verifies(Service::Gone, Service::Gate)]
fn is_shut() {}

waived!(crate::Service::Gate, reason = "r", until = "2027-03-31");

#[satisfies(Service::Firewall, reviewed = "00000000000000000000000000000000")]
fn firewall() {}
"#;

fn sample() -> Sample {
    let sample = Sample::package(SOURCE)
        .file("document.md", DOCUMENT)
        .file("src/access.rs", ACCESS);
    let reviewed = sample
        .run(&["explain", "peering", "--format", "json"])
        .json();
    let fingerprint = reviewed["matches"][0]["fingerprint"].as_str().unwrap();
    let access = ACCESS.replace("9bb00fe4b1fa41e2ec5e2b7c2e69b1a4", fingerprint);
    sample.file("src/access.rs", access)
}

fn access(sample: &Sample) -> String {
    fs::read_to_string(sample.root().join("src/access.rs")).unwrap()
}

#[test]
fn evidence_is_shown_and_left_alone() {
    let sample = sample();
    let before = access(&sample);
    assert_snapshot!("fix_evidence", sample.run(&["fix"]).golden());
    assert_snapshot!(
        "fix_evidence_json",
        sample.run(&["fix", "--format", "json"]).golden()
    );
    // Once the definition is written, what was reviewed against it is outdated. `--yes` says nothing of reviews.
    assert_snapshot!(
        "fix_evidence_write",
        sample.run(&["fix", "--write"]).golden()
    );
    assert_eq!(access(&sample), before);
    let run = sample.run(&["fix", "--write", "--yes"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        access(&sample),
        before.replace("Service::Gate", "Service::Firewall")
    );
}

#[test]
fn a_review_takes_a_word_of_its_own() {
    let sample = sample();
    let before = access(&sample);
    let run = sample.run(&[
        "fix",
        "--write",
        "--yes",
        "--reviewed",
        "peering",
        "--reviewed",
        "fire-wall",
    ]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains(
            "error: nothing waits for a review against the id `fire-wall`: did you mean `firewall`?"
        ),
        "{}",
        run.stderr
    );
    assert_eq!(access(&sample), before);
    let words = [
        "fix",
        "--write",
        "--yes",
        "--reviewed",
        "peering",
        "--reviewed",
        "firewall",
    ];
    let run = sample.run(&words);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let trace = sample
        .run(&["trace", "--format", "json", "--today", "2027-03-31"])
        .json();
    let controls = trace["catalogs"][0]["controls"].as_array().unwrap();
    for control in controls {
        assert_ne!(control["state"], "open", "{control}");
        for claim in control["satisfied_by"].as_array().unwrap() {
            assert_ne!(claim["reviewed"]["current"], false, "{claim}");
        }
    }
    let after = access(&sample);
    let same = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.contains("reviewed = "));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(
        same(&after),
        same(&before.replace("Service::Gate", "Service::Firewall"))
    );
}

#[test]
fn a_person_sees_both_texts() {
    let sample = sample();
    let before = access(&sample);
    let mut session = session(&sample, &["--yes"]);
    let shown = answer(&mut session, Typed::Line("y"));
    assert!(
        shown.ends_with(
            "
`sample::access::peers` was reviewed when `Service::Peering` said something else
  src/access.rs:3:
  it said:
    section: Network
    title: Peering of networks
    answer: No
  it says:
    section: Network
    title: Peering of networks
    answer: Yes
    notes: Through gateways.
have you held the code against what it says now?"
        ),
        "{shown}"
    );
    let shown = answer(&mut session, Typed::Line("n"));
    assert!(
        shown.contains(
            "what it said isn't in its definition any more: look in the history of src/lib.rs\n  it says:\n    section: Network\n"
        ),
        "{shown}"
    );
    let (rest, code) = end(&mut session);
    assert_eq!(code, 1, "{rest}");
    let after = access(&sample);
    assert!(
        after.contains("\"00000000000000000000000000000000\""),
        "{after}"
    );
    let line = |text: &str| text.lines().nth(2).unwrap().to_owned();
    assert_ne!(line(&after), line(&before));
    assert_eq!(sample.run(&["fix"]).stdout.matches("--reviewed").count(), 1);
}

#[test]
fn who_quits_has_said_nothing() {
    for words in [&[][..], &["--yes"], &["--reviewed", "peering"]] {
        let sample = sample();
        let before = access(&sample);
        let mut session = session(&sample, words);
        drop(answer(&mut session, Typed::Line("q")));
        let (rest, code) = end(&mut session);
        assert!(
            rest.contains("no evidence is changed: the questions were left open"),
            "{rest}"
        );
        assert_eq!((code, access(&sample)), (1, before), "{words:?}");
    }
}

#[test]
fn evidence_about_the_catalog_of_another_package_is_fixed() {
    let package = |name: &str, needs: &str| {
        format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\n{needs}\n")
    };
    let catalog = SOURCE
        .replace("    #[document = \"../document.md\"]\n", "")
        .replace("mod access;\n", "");
    let sample = Sample::empty()
        .file(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"catalog\", \"tool\"]\n",
        )
        .file("catalog/Cargo.toml", package("catalog", ""))
        .file("catalog/src/lib.rs", catalog)
        .file(
            "tool/Cargo.toml",
            package("tool", "catalog = { path = \"../catalog\" }"),
        )
        .file(
            "tool/src/lib.rs",
            "#[satisfies(catalog::Service::Gate)]\nfn gate() {}\n",
        );
    let run = sample.run(&["fix", "tool", "--write", "--yes"]);
    assert_eq!((run.code, &*run.stderr), (0, ""), "{}", run.stdout);
    let source = fs::read_to_string(sample.root().join("tool/src/lib.rs")).unwrap();
    assert_eq!(
        source,
        "#[satisfies(catalog::Service::Firewall)]\nfn gate() {}\n"
    );
    let run = sample.run(&["fix", "tool"]);
    assert_eq!((run.code, &*run.stderr), (0, ""), "{}", run.stdout);
}
