//! Documents that are catalogs in OSCAL.

use insta::assert_snapshot;

use crate::sample::{Sample, workspace};

/// Two groups, an enhancement, a parameter, and a control that has been withdrawn.
const CATALOG: &str = r##"{
  "catalog": {
    "metadata": { "title": "Example controls", "last-modified": "2026-03-01T00:00:00Z" },
    "groups": [
      {
        "id": "bk",
        "title": "Backup",
        "controls": [
          {
            "id": "bk-1",
            "title": "Copies",
            "params": [{ "id": "bk-1_prm_1", "label": "frequency" }],
            "props": [{ "name": "label", "value": "BK-1" }],
            "parts": [{ "name": "statement", "prose": "Copy what matters {{ insert: param, bk-1_prm_1 }}." }],
            "controls": [
              {
                "id": "bk-1.1",
                "title": "Other place",
                "props": [{ "name": "label", "value": "BK-1(1)" }],
                "parts": [{ "name": "statement", "prose": "Keep one copy elsewhere." }]
              }
            ]
          }
        ]
      },
      {
        "id": "re",
        "title": "Restore",
        "controls": [
          {
            "id": "re-1",
            "title": "Tape",
            "props": [{ "name": "label", "value": "RE-1" }, { "name": "status", "value": "withdrawn" }],
            "links": [{ "href": "#bk-1.1", "rel": "moved-to" }]
          },
          {
            "id": "re-2",
            "title": "Rehearsal",
            "props": [{ "name": "label", "value": "RE-2" }],
            "parts": [{ "name": "statement", "prose": "Restore once a year." }]
          }
        ]
      }
    ]
  }
}
"##;

/// The next edition: one control has been added, one has been withdrawn, and one says something else.
fn next() -> String {
    let added = r#"{
            "id": "bk-2",
            "title": "Keys",
            "props": [{ "name": "label", "value": "BK-2" }],
            "parts": [{ "name": "statement", "prose": "Keep keys apart." }]
          }
        ]
      },
      {
        "id": "re","#;
    let withdrawn = r##""props": [{ "name": "label", "value": "RE-2" }, { "name": "status", "value": "withdrawn" }],
            "links": [{ "href": "#bk-2", "rel": "incorporated-into" }]"##;
    let replaced = |text: String, from: &str, to: &str| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    };
    let text = replaced(CATALOG.to_owned(), "one copy", "two copies");
    let text = replaced(
        text,
        "}\n        ]\n      },\n      {\n        \"id\": \"re\",",
        &format!("}},\n          {added}"),
    );
    replaced(
        text,
        "\"props\": [{ \"name\": \"label\", \"value\": \"RE-2\" }],\n            \"parts\": [{ \"name\": \"statement\", \"prose\": \"Restore once a year.\" }]",
        withdrawn,
    )
}

/// The package with the definition that `import` makes of a catalog.
fn imported(catalog: &str) -> Sample {
    let run = Sample::package("")
        .file("catalog.json", catalog)
        .run_in("src", &["import", "../catalog.json", "--name", "Example"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    Sample::package(&run.stdout).file("catalog.json", catalog)
}

#[test]
fn a_catalog_is_read_and_imported() {
    let sample = Sample::package("").file("catalog.json", CATALOG);
    let run = sample.run(&["read", "catalog.json"]);
    assert_snapshot!(run.golden());
    let run = sample.run(&["import", "catalog.json", "--name", "Example"]);
    assert_snapshot!(run.golden());
    let words = ["read", "catalog.json", "--columns", "title = \"title\""];
    assert_snapshot!(sample.run(&words).golden());
}

#[test]
fn a_crate_has_the_feature_that_its_document_needs() {
    let core = workspace().join("controls-core");
    let sample = Sample::empty().file("catalog.json", CATALOG);
    let words = [
        "import",
        "catalog.json",
        "--name",
        "Example",
        "--crate",
        "example",
        "--controls-core",
    ];
    let run = sample.run(&[&words[..], &[core.to_str().unwrap()]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    let manifest = std::fs::read_to_string(sample.root().join("example/Cargo.toml")).unwrap();
    assert!(
        manifest.contains(", features = [\"oscal\"] }"),
        "{manifest}"
    );
}

#[test]
fn a_catalog_that_has_changed_is_shown_and_fixed() {
    let sample = imported(CATALOG);
    let run = sample.run(&["check"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);

    let sample = sample
        .file("old.json", CATALOG)
        .file("catalog.json", next());
    assert_snapshot!(sample.run(&["check"]).golden());
    let run = sample.run(&["diff", "old.json", "catalog.json"]);
    assert_eq!(run.code, 1);
    assert_snapshot!(run.golden());
    let run = sample.run(&["history", "old.json", "catalog.json"]);
    assert_eq!(run.code, 0);
    assert_snapshot!(run.golden());

    let run = sample.run(&["fix", "--write"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let fixed = std::fs::read_to_string(sample.root().join("src/lib.rs")).unwrap();
    assert_snapshot!(fixed);
    let run = sample.run(&["check"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert_snapshot!(sample.run(&["explain", "RE-2"]).golden());
}

#[test]
fn an_export_is_imported_as_the_catalog_that_it_was_made_of() {
    let package = workspace().join("controls-azure-backup/Cargo.toml");
    let words = [
        "export",
        "AzureBackup",
        "--format",
        "oscal-catalog",
        "--manifest-path",
    ];
    let export = Sample::empty().run(&[&words[..], &[package.to_str().unwrap()]].concat());
    assert_eq!(export.code, 0, "{}", export.stderr);
    let run = Sample::package("")
        .file("catalog.json", &export.stdout)
        .run_in(
            "src",
            &[
                "import",
                "../catalog.json",
                "--name",
                "AzureBackup",
                "--published",
                "https://learn.microsoft.com/azure/backup/backup-security-controls",
            ],
        );
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let sample = Sample::package(&run.stdout).file("catalog.json", &export.stdout);
    let run = sample.run(&["check"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let again = sample.run(&["export", "AzureBackup", "--format", "oscal-catalog"]);
    // The catalog is another one in that its links are absolute, which fingerprints and what is made of them tell.
    let is_digest = |line: &&str| {
        ["\"uuid\"", "\"version\"", "\"value\"", "\"href\": \"#"]
            .iter()
            .any(|of| line.contains(of))
    };
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines();
        lines
            .map(|line| {
                if is_digest(&line) && line.len() > 40 {
                    String::new()
                } else {
                    line.to_owned()
                }
            })
            .collect()
    };
    assert_eq!(lines(&again.stdout), lines(&export.stdout));
}

#[test]
fn what_isnt_a_catalog_is_an_error_with_its_line() {
    let deep = "[".repeat(10_000);
    for (text, message) in [
        (
            &CATALOG.as_bytes()[..700],
            "the JSON ends before this object does\n  --> catalog.json:",
        ),
        (
            b"{\"profile\": {}}",
            "this OSCAL is a profile, and not a catalog\n --> catalog.json:1:1\n",
        ),
        (
            b"{}",
            "the JSON isn't an OSCAL catalog: it has no `catalog`\n --> catalog.json:1:1\n",
        ),
        (
            deep.as_bytes(),
            "this JSON is nested deeper than any catalog is\n --> catalog.json:1:513\n",
        ),
        (
            CATALOG.replace("\"re-2\"", "\"re-1\"").leak().as_bytes(),
            "the id `re-1` is in the catalog already: `catalog.groups[1].controls[1].id`\n  --> catalog.json:31:20\n",
        ),
        (
            CATALOG.replace("\"id\": \"re-2\",", "").leak().as_bytes(),
            "`catalog.groups[1].controls[1].id` is missing\n  --> catalog.json:36:11\n",
        ),
        (
            b"{\"catalog\": \"\xff\"}",
            "the document can't be read: it isn't UTF-8 from line 1, column 14 on\n",
        ),
    ] {
        let sample = Sample::empty().file("catalog.json", text);
        for command in [
            &["read", "catalog.json"][..],
            &["import", "catalog.json", "--name", "Example"],
            &[
                "import",
                "catalog.json",
                "--name",
                "Example",
                "--crate",
                "example",
            ],
            &["diff", "catalog.json", "catalog.json"],
        ] {
            let run = sample.run(command);
            assert_eq!((run.code, &*run.stdout), (2, ""), "{command:?}");
            let expected = format!("error: {message}");
            assert!(run.stderr.starts_with(&expected), "{}", run.stderr);
        }
        assert!(!sample.root().join("example").exists());
    }
}

#[test]
fn a_catalog_with_too_many_controls_is_refused() {
    let row = |at: usize| format!("{{\"id\":\"c{at}\",\"title\":\"T\"}}");
    let rows: Vec<String> = (0..100_000).map(row).collect();
    let catalog = format!("{{\"catalog\":{{\"controls\":[\n{}]}}}}", rows.join(",\n"));
    let sample = Sample::empty().file("catalog.json", catalog);
    let run = sample.run(&[
        "import",
        "catalog.json",
        "--name",
        "Example",
        "--crate",
        "example",
    ]);
    assert_eq!((run.code, &*run.stdout), (2, ""));
    let expected = "error: `catalog.controls[65535]` is control 65536 of this catalog, and an enum can have 65535\n     --> catalog.json:65537:8\n";
    assert!(run.stderr.starts_with(expected), "{}", run.stderr);
    assert!(!sample.root().join("example").exists());
}

#[test]
fn controls_whose_labels_make_one_name_are_told_apart() {
    let label = |label: &str, title: &str| {
        format!(
            "{{\"id\":\"i{title}\",\"title\":\"{title}\",\"props\":[{{\"name\":\"label\",\"value\":\"{label}\"}}]}}"
        )
    };
    let controls = [
        label("AC-1", "One"),
        label("AC 1", "Two"),
        label("self", "Three"),
        label("ac.1", "Four"),
    ];
    let catalog = format!("{{\"catalog\":{{\"controls\":[{}]}}}}", controls.join(","));
    let sample = imported(&catalog);
    let run = sample.run(&["check"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let run = sample.run(&["list", "Example", "--format", "json"]);
    for name in ["One", "Two", "Three", "Four"] {
        assert!(
            run.stdout.contains(&format!("\"{name}\"")),
            "{}",
            run.stdout
        );
    }
}

#[test]
fn controls_that_have_been_withdrawn_are_told_apart() {
    let sample = imported(CATALOG);
    for words in [
        &["list"][..],
        &["matrix"],
        &["matrix", "--format", "csv"],
        &["export", "--format", "csv"],
        &["export", "--format", "markdown"],
        &["trace", "--require", "satisfied"],
    ] {
        let run = sample.run(words);
        let name = words.join("_").replace("--", "");
        assert_snapshot!(format!("withdrawn_{name}"), run.golden());
    }
    let json = sample.run(&["list", "--format", "json"]).json();
    let withdrawn = json["catalogs"][0]["controls"].as_array().unwrap();
    let withdrawn = withdrawn
        .iter()
        .map(|of| of["withdrawn"].as_bool().unwrap());
    assert_eq!(withdrawn.collect::<Vec<_>>(), [false, false, true, false]);
    let json = sample.run(&["trace", "Example", "--assessment"]).json();
    assert_eq!(json["re-1"]["finding"], "NotApplicable");
    assert_eq!(json["re-2"]["finding"], "NotAssessed");

    // What is exported is imported with the same attributes.
    let export = sample.run(&["export", "--format", "oscal-catalog"]).stdout;
    let again = imported(&export);
    let definition = |of: &Sample| std::fs::read_to_string(of.root().join("src/lib.rs")).unwrap();
    let deprecated = "#[deprecated = \"moved to BK-1(1)\"]\n            Re1 = ";
    assert!(definition(&again).contains("id: \"bk-1.1\""));
    assert!(definition(&sample).contains(deprecated) && definition(&again).contains(deprecated));
}

#[test]
fn an_id_means_one_control_in_all_editions() {
    let sample = imported(CATALOG);
    let run = sample.run(&["explain", "bk-1.1"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let run = sample.run(&["export", "--format", "oscal-catalog"]);
    assert!(run.stdout.contains("\"id\": \"bk-1.1\""), "{}", run.stdout);

    // Another title, another label, and other words: it's the same control, and nobody is asked.
    let next = CATALOG.replace("Other place", "Distance");
    let next = next
        .replace("BK-1(1)", "BK-9")
        .replace("one copy elsewhere", "a far copy");
    let sample = sample.file("catalog.json", next);
    let run = sample.run(&["fix", "--write"]);
    assert_eq!((run.code, &*run.stderr), (0, ""), "{}", run.stdout);
    let definition = std::fs::read_to_string(sample.root().join("src/lib.rs")).unwrap();
    for part in [
        "Bk1_1 = \"Distance\"",
        "id: \"bk-1.1\"",
        "label: \"BK-9\"",
        "formerly: [\"Other place\"]",
    ] {
        assert!(definition.contains(part), "{part}: {definition}");
    }
}

#[test]
fn what_has_become_of_a_control_stays_true() {
    let moved = "[{ \"href\": \"#bk-1.1\", \"rel\": \"moved-to\" }]";
    let elsewhere = CATALOG.replace(
        moved,
        "[{ \"href\": \"#bk-1\", \"rel\": \"incorporated-into\" }]",
    );
    let status = ", { \"name\": \"status\", \"value\": \"withdrawn\" }";
    let in_force = CATALOG.replace(status, "").replace(moved, "[]");
    assert!(elsewhere != CATALOG && in_force.len() < CATALOG.len());
    for (next, expected, told) in [
        (
            elsewhere,
            "#[deprecated = \"incorporated into BK-1\"]\n            Re1 = ",
            "write `#[deprecated = \"incorporated into BK-1\"]` before `Re1`",
        ),
        (
            in_force,
            "{\n            Re1 = \"Tape\"",
            "the control is in force again: remove `#[deprecated]` before `Re1`",
        ),
    ] {
        let sample = imported(CATALOG).file(
            "catalog.json",
            next.replace("\"links\": []", "\"links\": null")
                .replace(",\n            \"links\": null", ""),
        );
        let run = sample.run(&["check"]);
        assert!(
            run.stderr.contains(told) || run.stdout.contains(told),
            "{}{}",
            run.stdout,
            run.stderr
        );
        let run = sample.run(&["fix", "--write", "--yes"]);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{}", run.stdout);
        let definition = std::fs::read_to_string(sample.root().join("src/lib.rs")).unwrap();
        assert!(definition.contains(expected), "{definition}");
        assert_eq!(sample.run(&["check"]).code, 0);
    }
}
