//! The formats for other tools: SARIF and the annotations of GitHub; and `check --against`.

use std::{fs, path::PathBuf, process::Command};

use cargo_metadata::MetadataCommand;
use insta::assert_snapshot;
use serde_json::Value;

use crate::{
    diff::{NEW, OLD},
    sample::{DOCUMENT, Run, Sample, definition, workspace},
};

/// A package of which the definition differs from its document in an answer, a title and a new row.
fn drifting() -> Sample {
    let document = format!(
        "{}| Quotas, and: 100% | Yes |  |  |\n",
        DOCUMENT.replace("| Firewall |", "| FireWall |")
    );
    Sample::package(&definition("Service", "../doc s/a.md").replace("=> No", "=> Yes"))
        .file("doc s/a.md", document)
}

/// The schema of SARIF 2.1.0, as the crate `serde-sarif` has it.
fn schema() -> Value {
    // What this machine doesn't need may not be at hand.
    let version = Command::new("rustc").arg("-vV").output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap();
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let options = ["--offline", "--filter-platform", host].map(str::to_owned);
    let metadata = MetadataCommand::new()
        .current_dir(workspace())
        .other_options(options)
        .exec()
        .unwrap();
    let package = metadata
        .packages
        .iter()
        .find(|package| package.name == "serde-sarif")
        .unwrap();
    let path: PathBuf = package
        .manifest_path
        .parent()
        .unwrap()
        .join("src/schema.json")
        .into();
    // The pattern of languages has a bracket too many to be a regular expression everywhere.
    let text = fs::read_to_string(path).unwrap().replace("{2}]?$", "{2}$");
    let schema: Value = serde_json::from_str(&text).unwrap();
    assert!(
        schema["title"]
            .as_str()
            .unwrap()
            .contains("SARIF) Version 2.1.0")
    );
    schema
}

fn sarif(run: &Run) -> Value {
    let json = run.json();
    assert_eq!(json["version"], "2.1.0");
    assert_eq!(json["runs"][0]["columnKind"], "unicodeCodePoints");
    json
}

#[test]
fn sarif_is_valid_against_its_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let package = drifting().file("old.md", OLD).file("new.md", NEW);
    let broken = Sample::package(&definition("Service", "../gone.md"));
    for (sample, words) in [
        (&package, &["check"][..]),
        (&package, &["check", "gone"]),
        (&broken, &["check"]),
        (&package, &["diff", "old.md", "new.md"]),
        (&package, &["diff", "old.md", "old.md"]),
        (&package, &["diff", "old.md", "gone.md"]),
        (&package, &["diff", "--translation", "old.md", "new.md"]),
    ] {
        let run = sample.run(&[words, &["--format", "sarif"]].concat());
        let json = sarif(&run);
        let errors: Vec<String> = validator
            .iter_errors(&json)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{words:?}: {errors:?}\n{}", run.stdout);
        let read: serde_sarif::sarif::Sarif = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(
            serde_json::to_value(&read).unwrap(),
            json,
            "{words:?}: something isn't of SARIF"
        );
        let is_done = &json["runs"][0]["invocations"][0]["executionSuccessful"];
        assert_eq!(is_done, run.code != 2, "{words:?}");
        let results = json["runs"][0]["results"].as_array().unwrap().len();
        assert_eq!(results > 0, run.code == 1, "{words:?}");
    }
}

#[test]
fn sarif_of_check_is_located_in_the_definition_and_the_document() {
    let run = drifting().run(&["check", "--format", "sarif"]);
    assert_eq!((run.code, &*run.stderr), (1, ""));
    let json = sarif(&run);
    let results = json["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    let answer = results
        .iter()
        .find(|result| result["ruleId"] == "answer")
        .unwrap();
    let physical = &answer["locations"][0]["physicalLocation"];
    assert_eq!(physical["artifactLocation"]["uri"], "src/lib.rs");
    assert_eq!(
        physical["region"],
        serde_json::json!({"startLine": 6, "startColumn": 36, "endLine": 6, "endColumn": 39})
    );
    let related = &answer["relatedLocations"][0];
    assert_eq!(
        related["physicalLocation"]["artifactLocation"]["uri"],
        "doc%20s/a.md"
    );
    assert_eq!(related["physicalLocation"]["region"]["startLine"], 8);
    assert_eq!(related["message"]["text"], "the document says `No`");
    assert_eq!(
        (&answer["level"], &answer["properties"]["release"]),
        (&"error".into(), &"major".into())
    );
    let rules = json["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
    }
}

#[test]
fn sarif_of_diff_is_located_in_the_later_document() {
    let sample = Sample::empty().file("old.md", OLD).file("new.md", NEW);
    let json = sarif(&sample.run(&["diff", "old.md", "new.md", "--format", "sarif"]));
    let data = sample
        .run(&["diff", "old.md", "new.md", "--format", "json"])
        .json();
    let (results, drifts) = (
        json["runs"][0]["results"].as_array().unwrap(),
        data["drifts"].as_array().unwrap(),
    );
    assert_eq!(results.len(), drifts.len());
    for (result, drift) in results.iter().zip(drifts) {
        assert_eq!(result["ruleId"], drift["kind"]);
        let (file, line) = if drift["kind"] == "removed" {
            ("old.md", "old_line")
        } else {
            ("new.md", "new_line")
        };
        let physical = &result["locations"][0]["physicalLocation"];
        assert_eq!(physical["artifactLocation"]["uri"], file);
        assert_eq!(physical["region"]["startLine"], drift[line]);
        let related = &result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"];
        if drift["kind"] != "added" && drift["kind"] != "removed" {
            assert_eq!(related, &drift["old_line"]);
        }
    }
}

#[test]
fn github_annotates_the_definition_and_the_document() {
    assert_snapshot!(
        "github_check",
        drifting().run(&["check", "--format", "github"]).golden()
    );
    let sample = Sample::empty().file("old.md", OLD).file("new.md", NEW);
    assert_snapshot!(
        "github_diff",
        sample
            .run(&["diff", "old.md", "new.md", "--format", "github"])
            .golden()
    );
}

#[test]
fn every_annotation_is_one_line() {
    let sample = drifting().file("src/broken.rs", "fn f() { ( ]; }\n");
    let sample = sample.file(
        "src/lib.rs",
        format!("mod broken;\n{}", definition("Service", "../doc s/a.md")),
    );
    let run = sample.run(&["check", "--format", "github"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stdout
            .lines()
            .all(|line| line.starts_with("::error ") || line.starts_with("::notice ")),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("::error file=src/broken.rs,line=1,"),
        "{}",
        run.stdout
    );
    assert_eq!(
        Sample::package(&definition("A", "../document.md"))
            .run(&["check", "--format", "github"])
            .stdout,
        ""
    );
}

#[test]
fn a_newer_copy_is_held_against_the_catalog() {
    let sample = Sample::package(&definition("Service", "../document.md"))
        .file("newer.md", DOCUMENT.replace("| No |", "| Yes |"))
        .file("same.md", DOCUMENT);
    let run = sample.run(&["check", "--against", "newer.md"]);
    assert_snapshot!("against", run.golden());
    let run = sample.run(&["check", "--against", "same.md"]);
    assert_eq!(
        (run.code, &*run.stdout),
        (
            0,
            "Service: 2 controls in 1 section, in step with same.md\n"
        )
    );
    assert_eq!(sample.run(&["check"]).code, 0);
    assert_eq!(
        fs::read_to_string(sample.root().join("document.md")).unwrap(),
        DOCUMENT
    );
    let run = sample.run_in(
        "src",
        &["check", "--against", "../newer.md", "--format", "json"],
    );
    assert_eq!(
        (run.code, &run.json()["catalogs"][0]["document"]),
        (1, &"../newer.md".into())
    );
    let run = sample.run(&["check", "--against", "gone.md", "--format", "json"]);
    assert_eq!((run.code, &*run.stdout), (2, "{\n  \"catalogs\": []\n}\n"));
    assert!(
        run.stderr.starts_with(
            "error: the document can't be read: there is no such file\n  --> gone.md\n"
        )
    );
}

#[test]
fn a_newer_copy_stands_for_one_document() {
    let without = "controls! { enum Free { B = \"B\" { C = \"C\" => No } } }\n";
    let page = format!(
        "# Page\n\n{}",
        DOCUMENT.replace("# Security controls", "# Vault")
    );
    let on_page = |name: &str| {
        definition(name, "../page.md").replace("#[doc", "#[heading = \"Vault\"]\n    #[doc")
    };
    let one = format!("{without}{}{}", on_page("One"), on_page("Two"));
    let sample = Sample::package(&one)
        .file("page.md", &page)
        .file("newer.md", &page);
    let run = sample.run(&["check", "--against", "newer.md"]);
    assert_eq!(
        (run.code, run.stdout.lines().count(), &*run.stderr),
        (0, 3, ""),
        "{}",
        run.stdout
    );

    let several = format!(
        "{}{}",
        definition("One", "../document.md"),
        definition("Two", "../page.md")
    );
    let run = Sample::package(&several)
        .file("page.md", &page)
        .file("newer.md", &page)
        .run(&["check", "--against", "newer.md"]);
    assert_eq!((run.code, &*run.stdout), (2, ""));
    assert!(
        run.stderr
            .contains("name 2: `document.md` of `One`; `page.md` of `Two`"),
        "{}",
        run.stderr
    );

    let run =
        Sample::package(without)
            .file("newer.md", &page)
            .run(&["check", "--against", "newer.md"]);
    assert_eq!((run.code, &*run.stdout), (2, ""));
    assert!(
        run.stderr.contains("no catalog in `.` names one"),
        "{}",
        run.stderr
    );
}
