//! What has become of each control in a later edition, as a mapping collection of OSCAL.

use serde_json::{Value, json};

use crate::{
    diff::{NEW, OLD},
    sample::{DOCUMENT, Run, Sample, definition},
};

/// The ids of each map with its relationship, and those in the gaps of both sides.
fn mapped(run: &Run) -> (Value, Value) {
    let document = run.json();
    let mapping = &document["mapping-collection"]["mappings"][0];
    let maps = mapping["maps"].as_array().unwrap().iter();
    let maps = maps.map(|map| {
        let id = |side: &str| &map[side][0]["id-ref"];
        json!([id("sources"), map["relationship"], id("targets")])
    });
    let gap = |side: &str| {
        let gap = mapping[side]["unmapped-controls"][0]["matching"].as_array();
        gap.map(|ids| ids.iter().map(|id| &id["pattern"]).collect::<Vec<_>>())
    };
    let gaps = json!([gap("source-gap-summary"), gap("target-gap-summary")]);
    (maps.collect(), gaps)
}

fn editions() -> Sample {
    Sample::empty().file("old.md", OLD).file("new.md", NEW)
}

const MAPPING: [&str; 5] = ["diff", "old.md", "new.md", "--format", "oscal-mapping"];
const SAME: [&str; 5] = [
    "diff",
    "document.md",
    "document.md",
    "--format",
    "oscal-mapping",
];

#[test]
fn a_control_that_is_the_same_keeps_its_id() {
    let run = editions().run(&MAPPING);
    assert_eq!((run.code, &*run.stderr), (1, ""));
    let (maps, gaps) = mapped(&run);
    let lines = maps
        .as_array()
        .unwrap()
        .iter()
        .map(|map| format!("{map}\n"));
    insta::assert_snapshot!(format!("{}{gaps}", lines.collect::<String>()));
    let document = run.json();
    let metadata = &document["mapping-collection"]["metadata"];
    assert_eq!(metadata["title"], "New in a later edition");
    assert_eq!(metadata["last-modified"], "2019-09-23T00:00:00Z");
}

#[test]
fn what_is_the_same_is_equal() {
    let run = Sample::package("").run(&SAME);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let expected = json!([
        ["firewall", "equal-to", "firewall"],
        ["peering", "equal-to", "peering"],
    ]);
    assert_eq!(mapped(&run), (expected, json!([null, null])));
    // The same bytes in another folder.
    let other = Sample::empty().file("elsewhere/document.md", DOCUMENT);
    assert_eq!(other.run_in("elsewhere", &SAME).stdout, run.stdout);
}

#[test]
fn ids_are_those_of_the_catalog_in_scope() {
    let source = definition("Service", "../document.md");
    let source = source.replace("Peering = ", "NetworkPeering = ");
    let run = Sample::package(&source).run(&[&SAME[..], &["--name", "Service"]].concat());
    let (maps, _) = mapped(&run);
    assert_eq!(
        maps[1],
        json!(["network-peering", "equal-to", "network-peering"])
    );
    assert!(
        run.stdout.contains("\"href\": \"Service."),
        "{}",
        run.stdout
    );
}

#[test]
fn a_mapping_is_of_two_editions_that_have_something_in_common() {
    let other = DOCUMENT
        .replace("Firewall", "Relay")
        .replace("By rules.", "");
    let other = other
        .replace("Peering | No", "Disks | Yes")
        .replace("Network", "Storage");
    let sample = editions()
        .file("document.md", DOCUMENT)
        .file("other.md", other);
    for (words, expected) in [
        (
            &[&MAPPING[..], &["--name", "key vault"]].concat()[..],
            "`key vault` can't name a catalog, which is a type of Rust: write `--name KeyVault`",
        ),
        (
            &[&MAPPING[..], &["--translation"]].concat(),
            "`oscal-mapping` is for two editions, and not for a translation",
        ),
        (
            &["diff", "old.md", "new.md", "--name", "Service"],
            "`--name` is for `oscal-mapping`",
        ),
        (
            &[
                "diff",
                "document.md",
                "other.md",
                "--format",
                "oscal-mapping",
            ],
            "there is no `oscal-mapping` from `document.md` to `other.md`: no controls are related to each other",
        ),
    ] {
        let run = sample.run(words);
        let expected = format!("error: {expected}\n");
        assert_eq!(
            (run.code, &*run.stdout, run.stderr.trim_end()),
            (2, "", expected.trim_end())
        );
    }
}
