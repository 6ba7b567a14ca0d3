//! The schemas in `schemas`, held against what is printed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use serde_json::{Value, json};

use crate::{
    diff::{NEW, OLD},
    sample::{DOCUMENT, Run, Sample, command, definition, run, workspace},
};

/// The schemas, by the commands whose results have them.
fn schemas() -> BTreeMap<String, Value> {
    let folder = workspace().join("cargo-controls/schemas");
    let schema = |path: std::path::PathBuf| {
        let command = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(path).unwrap();
        (command, serde_json::from_str(&text).unwrap())
    };
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| schema(entry.unwrap().path())).collect()
}

/// What each command prints of a package with something of everything, and of this workspace.
fn results() -> Vec<(&'static str, Run)> {
    let document =
        DOCUMENT.replace("| Firewall |", "| FireWall |") + "| Quotas | Yes |  |  |\n| a\n";
    let sample = Sample::package(&definition("Service", "../other.md").replace("=> No", "=> Yes"))
        .file("other.md", document)
        .file("old.md", OLD)
        .file("new.md", NEW);
    let of_sample = [
        &["check"][..],
        &["fix"],
        &["fix", "--yes"],
        &["diff", "old.md", "new.md"],
        &["diff", "old.md", "gone.md"],
        &["diff", "--translation", "old.md", "new.md"],
        &["history", "old.md", "new.md"],
        &["history", "gone.md"],
        &["read", "old.md"],
        &["read", "gone.md"],
        &["import", "old.md", "--name", "Old"],
        &["import", "gone.md", "--name", "Old"],
        &["explain", "firewall"],
        &["explain", "nothing"],
        &["list"],
        &["list", "Nothing"],
        &["matrix"],
        &["matrix", "nothing"],
        &["trace"],
    ];
    let of_workspace = [
        &["check"][..],
        &["explain", "RBAC"],
        &["list"],
        &["matrix"],
        &["trace", "-p", "controls-azure-backup"],
        &["trace", "--results", "gone.xml"],
    ];
    let as_json = ["--format", "json"];
    let of_sample = of_sample
        .iter()
        .map(|words| (words[0], sample.run(&[*words, &as_json].concat())));
    let of_workspace = of_workspace.iter().map(|words| {
        let mut command = command(&workspace());
        (words[0], run(command.args(*words).args(as_json)))
    });
    let core = workspace().join("controls-core");
    let made = sample.run(&[
        "import",
        "old.md",
        "--name",
        "Old",
        "--crate",
        "old",
        "--controls-core",
        core.to_str().unwrap(),
        "--format",
        "json",
    ]);
    let made = [("import", made)];
    let assessment = [
        "trace",
        "AzureBackup",
        "-p",
        "controls-azure-backup",
        "--assessment",
    ];
    let assessment = run(command(&workspace()).args(assessment));
    let assessed = [("assessment", assessment)];
    let all = of_sample.chain(of_workspace).chain(made).chain(assessed);
    all.collect()
}

#[test]
fn what_is_printed_is_as_its_schema_says() {
    let schemas = schemas();
    let mut seen = BTreeSet::new();
    for (command, run) in results() {
        let schema = &schemas[command];
        let validator = jsonschema::validator_for(schema).unwrap();
        let printed = run.json();
        let errors: Vec<String> = validator
            .iter_errors(&printed)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, [""; 0], "{command}: {}", run.stdout);
        let Some(object) = printed.as_object() else {
            assert_eq!(printed, Value::Null, "{command}");
            continue;
        };
        assert_eq!(printed["$schema"], schema["$id"], "{command}");
        assert!(run.stdout.starts_with("{\n  \"$schema\": "), "{command}");
        seen.insert(command.to_owned());
        // It's no schema that anything is valid against.
        for key in object
            .keys()
            .filter(|key| !["package", "label"].contains(&&***key))
        {
            let mut without = printed.clone();
            without.as_object_mut().unwrap().remove(key);
            // Which controls there are is up to the catalog.
            let is_control = command == "assessment" && key != "$schema";
            let is_valid = validator.is_valid(&without);
            assert_eq!(is_valid, is_control, "{command} without {key}");
            let mut with_other = printed.clone();
            with_other[key] = json!({ "other": true });
            assert!(
                !validator.is_valid(&with_other),
                "{command} with another {key}"
            );
        }
    }
    assert!(seen.iter().eq(schemas.keys()), "{seen:?}");
}
