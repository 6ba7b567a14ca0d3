//! `read`.

use std::{fs, path::Path};

use insta::assert_snapshot;

use crate::sample::{DOCUMENT, Sample, command, definition, run, workspace};

const AZURE_BACKUP: &str = "controls-azure-backup/document/security-controls.md";

#[test]
fn the_document_of_azure_backup_is_readable_at_a_glance() {
    assert_snapshot!(
        "azure_backup",
        run(command(&workspace()).args(["read", AZURE_BACKUP])).golden()
    );
}

#[test]
fn the_document_of_azure_backup_is_data() {
    let run = run(command(&workspace()).args(["read", "--format", "json", AZURE_BACKUP]));
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let json = run.json();
    assert_eq!(json["path"], AZURE_BACKUP);
    assert_eq!(json["title"], "Security controls");
    assert_eq!(json["date"], "2019-09-23");
    let sections = json["sections"].as_array().unwrap();
    let titles: Vec<_> = sections
        .iter()
        .map(|section| section["title"].as_str().unwrap())
        .collect();
    assert_eq!(
        titles,
        [
            "Network",
            "Monitoring & logging",
            "Identity",
            "Data protection",
            "Configuration management"
        ]
    );
    assert_eq!(sections[0]["line"], 13);
    assert_eq!(
        sections[0]["headings"].as_array().unwrap(),
        &["Security controls for Azure Backup"]
    );
    let tunneling = &sections[0]["controls"][3];
    assert_eq!(tunneling["title"], "Forced tunneling support");
    assert_eq!(
        (&tunneling["answer"], &tunneling["verdict"]),
        (&"No".into(), &"No".into())
    );
    assert_eq!(
        (&tunneling["notes"], &tunneling["documentation"]),
        (&"".into(), &"".into())
    );
    assert_eq!(
        (&tunneling["line"], &tunneling["column"]),
        (&20.into(), &3.into())
    );
    assert_eq!(
        sections
            .iter()
            .map(|section| section["controls"].as_array().unwrap().len())
            .sum::<usize>(),
        15
    );
    assert_eq!(json["remarks"].as_array().unwrap().len(), 5);
}

#[test]
fn the_keys_of_json_are_stable() {
    let document = DOCUMENT
        .replace("| Yes | By rules. |", "| Yes (Premium) | By `a\\|b`. |")
        .replace("| No |", "| N/A |");
    let sample = Sample::empty().file("a.md", document);
    assert_snapshot!(
        "read_json",
        sample.run(&["read", "a.md", "--format", "json"]).golden()
    );
}

#[test]
fn answers_in_other_words_say_what_they_mean() {
    let table = "| 管理 | はい/いいえ | メモ |\n|--|--|--|\n| 列の暗号化 | はい | A\u{1b}[31m |\n| TLS | N/A |\n| 鍵 | いいえ |\n| 他 |  |\n";
    let run = Sample::empty()
        .file("a.md", format!("## 保護\n\n{table}"))
        .run(&["read", "a.md"]);
    assert_snapshot!("other_words", run.golden());
}

#[test]
fn a_heading_narrows_what_is_shown() {
    let run = run(command(&workspace()).args([
        "read",
        AZURE_BACKUP,
        "--heading",
        "Identity",
        "--format",
        "json",
    ]));
    assert_eq!(run.code, 0, "{}", run.stderr);
    let json = run.json();
    assert_eq!(json["sections"].as_array().unwrap().len(), 1);
    assert_eq!(json["remarks"].as_array().unwrap().len(), 1);
}

#[test]
fn what_cannot_be_read_is_an_error_with_the_path() {
    let sample = Sample::empty()
        .file("folder/a.md", DOCUMENT)
        .file("empty.md", "")
        .file("bytes.md", b"# A\n\n| \xff |\n")
        .file(
            "prose.md",
            "# A\n\n| Vulnerability | Description |\n|--|--|\n| a | b |\n",
        );
    for (words, expected) in [
        (
            &["gone.md"][..],
            "error: the document can't be read: there is no such file\n  --> gone.md\n",
        ),
        (
            &["folder"],
            "error: the document can't be read: this is a folder, not a file\n  --> folder\n",
        ),
        (
            &["."],
            "error: the document can't be read: this is a folder, not a file\n  --> .\n",
        ),
        (&["empty.md"], "error: no control table is found"),
        (
            &["bytes.md"],
            "error: the document can't be read: it isn't UTF-8 from line 3, column 3 on\n  --> bytes.md\n",
        ),
        (&["prose.md"], "error: no control table is found"),
        (
            &["folder/a.md", "--heading", "Netwerk"],
            "error: the document has no heading `Netwerk`\n  --> folder/a.md\n   = help: did you mean `Network`?\n",
        ),
    ] {
        let run = sample.run(&[&["read"], words].concat());
        assert_eq!((run.code, &*run.stdout), (2, ""), "{words:?}");
        assert!(
            run.stderr.starts_with(expected),
            "{words:?}: {}",
            run.stderr
        );
        let name = words[0];
        assert!(
            run.stderr.contains(&format!("  --> {name}\n")),
            "{words:?}: {}",
            run.stderr
        );
        let json = sample.run(&[&["read", "--format", "json"], words].concat());
        assert_eq!(
            (json.code, json.json(), &*json.stderr),
            (2, serde_json::Value::Null, &*run.stderr),
            "{words:?}"
        );
    }
}

#[test]
fn paths_are_relative_to_where_the_command_is_run() {
    let sample = Sample::empty()
        .file("folder/a.md", DOCUMENT)
        .file("other/b.md", "");
    for (folder, path, expected) in [
        ("folder", "./a.md", "a.md"),
        ("other", "../folder/a.md", "../folder/a.md"),
        ("", "other/../folder/a.md", "folder/a.md"),
    ] {
        let json = sample
            .run_in(folder, &["read", path, "--format", "json"])
            .json();
        assert_eq!(json["path"], expected, "{path} in {folder}");
    }
}

#[cfg(unix)]
#[test]
fn a_backslash_in_a_path_is_part_of_a_name() {
    let sample = Sample::empty()
        .file("document.md", DOCUMENT)
        .file("a\\b/c.md", DOCUMENT.replace("| No |", "| Yes |"))
        .file(
            "a\\b/Cargo.toml",
            "[package]\nname = \"sample\"\nedition = \"2024\"\n",
        )
        .file("a\\b/src/lib.rs", definition("Service", "../c.md"));
    for (words, expected) in [
        (&["read", "a\\b/c.md"][..], "a\\b/c.md: 2 controls"),
        (&["read", "a\\b/d.md"], "--> a\\b/d.md\n"),
        (&["check", "a\\b"], "--> a\\b/c.md:8:13\n"),
        (
            &["check", "a\\b", "--format", "github"],
            "::notice file=a\\b/c.md,",
        ),
        (
            &["check", "a\\b", "--format", "sarif"],
            "\"uri\": \"a%5Cb/c.md\"",
        ),
        (&["explain", "peering", "a\\b"], "a\\b/c.md"),
        (&["history", "a\\b/c.md"], "c.md"),
        (
            &["diff", "document.md", "a\\b/c.md"],
            " -> a\\b/c.md: 1 difference",
        ),
        (
            &["import", "a\\b/c.md", "--name", "Service"],
            "the path `a\\b/c.md` has a `\\`, which `#[document]` can't have",
        ),
    ] {
        let run = sample.run(words);
        let said = run.stdout + &run.stderr;
        assert!(said.contains(expected), "{words:?}: {said}");
    }
}

#[test]
fn real_documents_are_read_where_they_are_at_hand() {
    let corpus = workspace().join("../shared/corpus");
    let folders = ["azure-backup", "azure-backup-translated", "azure-services"];
    for file in folders.map(|folder| files(&corpus.join(folder))).concat() {
        let run = run(command(&workspace())
            .args(["read", "--format", "json"])
            .arg(&file));
        assert_eq!((run.code, &*run.stderr), (0, ""), "{file}");
        let json = run.json();
        let sections = json["sections"].as_array().unwrap();
        let count: usize = sections
            .iter()
            .map(|section| section["controls"].as_array().unwrap().len())
            .sum();
        assert!((14..=16).contains(&count), "{file}: {count}");
    }
}

/// The documents in and below a folder, if it's there.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "md")
            && !path.ends_with("README.md")
        {
            found.push(path.to_string_lossy().into_owned());
        }
    }
    found
}
