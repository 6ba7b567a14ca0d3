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
    let lines: Vec<&str> = run.stdout.lines().collect();
    let (last, annotations) = lines.split_last().unwrap();
    assert!(
        annotations
            .iter()
            .all(|line| line.starts_with("::error ") || line.starts_with("::notice ")),
        "{}",
        run.stdout
    );
    let count = annotations
        .iter()
        .filter(|line| line.starts_with("::error "))
        .count();
    assert_eq!(*last, format!("{} differences, 1 error in all", count - 1));
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
    assert_eq!(
        (run.code, &*run.stdout),
        (
            2,
            "{\n  \"$schema\": \"urn:cargo-controls:check:1\",\n  \"catalogs\": []\n}\n"
        )
    );
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

#[test]
fn a_log_that_github_cuts_says_so() {
    let rows = |count| -> String {
        let rows: Vec<String> = (0..count)
            .map(|at| format!("| Port {at} | No |\n"))
            .collect();
        rows.concat()
    };
    for (count, last) in [
        (1, "1 difference in all"),
        (10, "10 differences in all"),
        (
            11,
            "11 differences in all; GitHub shows 10 annotations of each kind at most, this log has all",
        ),
    ] {
        let sample = Sample::package(&definition("Service", "../document.md"))
            .file("newer.md", format!("{DOCUMENT}{}", rows(count)));
        for words in [
            &["check", "--against", "newer.md"][..],
            &["diff", "document.md", "newer.md"],
        ] {
            let run = sample.run(&[words, &["--format", "github"]].concat());
            assert_eq!(run.stdout.lines().last(), Some(last), "{words:?}");
        }
    }
}

#[test]
fn tools_are_told_paths_from_the_root_of_the_repository() {
    let sample = Sample::package(&definition("Service", "../document.md"))
        .file("document.md", DOCUMENT.replace("| No |", "| Yes |"))
        .file("old.md", DOCUMENT)
        .file("src/broken.rs", "fn f() { ( ]; }\n");
    let sample = sample.file(
        "src/lib.rs",
        format!("mod broken;\n{}", definition("Service", "../document.md")),
    );
    // A linked worktree has a file.
    let sample = sample.file(".git", "gitdir: elsewhere\n");
    for format in ["sarif", "github"] {
        for words in [&["check"][..], &["diff", "{}old.md", "{}document.md"]] {
            let run = |folder: &str, up: &str| {
                let words: Vec<String> = words.iter().map(|word| word.replace("{}", up)).collect();
                let words: Vec<&str> = words.iter().map(|word| &**word).collect();
                sample
                    .run_in(folder, &[&words, &["--format", format][..]].concat())
                    .stdout
            };
            let root = run("", "");
            assert!(root.contains("document.md"), "{root}");
            assert_eq!(run("src", "../"), root, "{words:?} as {format}");
        }
    }
}

#[test]
fn no_document_gives_orders_to_a_runner() {
    let row = |title: &str| format!("| {title} | ::error::e | ::warning::w ##vso[b] | ##[c] |\n");
    let rows = ["::add-mask::Yes", "##[add-mask]No", "a ##[group]"].map(row);
    let head = "---\ntitle: \"::stop-commands::x\"\nms.date: \"::d::\"\n---\n# ::debug::t\n\n## ::group::g\n\n";
    let table = "| Control | Yes/No | Notes | Documentation |\n|---|---|---|---|\n";
    let document = format!("{head}{table}{}\n## ##[x]\n\n{table}", rows.concat());
    let sample = Sample::empty()
        .file("old.md", DOCUMENT)
        .file("new.md", &document)
        .file("document.md", &document);
    let run = sample.run(&["import", "document.md", "--name", "Service"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let sample = sample
        .file(
            "Cargo.toml",
            "[package]\nname = \"sample\"\nedition = \"2024\"\n",
        )
        .file(
            "src/lib.rs",
            run.stdout.replace("\"document.md", "\"../document.md"),
        )
        .file("src/main.rs", definition("Other", "../new.md"));
    for words in [
        &["read", "new.md"][..],
        &["history", "old.md", "new.md"],
        &["import", "new.md", "--name", "Service"],
        &["fix"],
        &["diff", "old.md", "new.md"],
        &["diff", "--changelog", "old.md", "new.md"],
        &["check", "-v"],
        &["explain", "mask"],
        &["explain", "::add-mask::Yes"],
        &["explain", "##[none]"],
        &["read", "new.md", "--heading", "::none"],
        &["read", "new.md", "--format", "json"],
        &["check", "--format", "sarif"],
        &["diff", "old.md", "new.md", "--format", "json"],
        &["history", "old.md", "new.md", "--format", "json"],
    ] {
        let run = sample.run(words);
        for line in run.stdout.lines().chain(run.stderr.lines()) {
            let order = line.trim().strip_prefix("::");
            let is_order = order.is_some_and(|name| name.starts_with(char::is_alphabetic))
                || line.contains("##[")
                || line.contains("##vso[");
            assert!(!is_order, "{words:?}: {line}");
        }
        assert!(run.stdout.len() + run.stderr.len() > 20, "{words:?}");
    }
    let json = sample.run(&["read", "new.md", "--format", "json"]).json();
    assert_eq!(
        json["sections"][0]["controls"][1]["title"],
        "##[add-mask]No"
    );
    let run = sample.run(&["diff", "old.md", "new.md", "--format", "github"]);
    for line in run.stdout.lines().take(run.stdout.lines().count() - 1) {
        assert!(line.starts_with("::error file="), "{line}");
    }
}
