//! Crates that `import` makes: they compile as they are, warnings denied.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use unicode_normalization::UnicodeNormalization;

use super::PAGE;
use crate::sample::{DOCUMENT, Run, Sample, workspace};

/// Makes a crate of a document in the root of a sample.
fn make(sample: &Sample, words: &[&str]) -> Run {
    let core = workspace().join("controls-core");
    let run = sample.run(
        &[
            &["import", "--controls-core", core.to_str().unwrap()],
            words,
        ]
        .concat(),
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    run
}

/// Runs Cargo in a crate, without a network, with the versions of this workspace.
fn cargo(folder: &Path, words: &[&str]) {
    fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(words)
        .arg("--offline")
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("import"),
        )
        .env("RUSTFLAGS", "-Dwarnings")
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The files of a folder, sorted.
fn files(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(
                    path.strip_prefix(folder)
                        .unwrap()
                        .to_str()
                        .unwrap()
                        .replace('\\', "/"),
                );
            }
        }
    }
    files.sort();
    files
}

#[test]
fn a_crate_of_the_real_document_compiles() {
    let document =
        fs::read(workspace().join("controls-azure-backup/document/security-controls.md")).unwrap();
    let sample = Sample::empty().file("security-controls.md", &document);
    let words = [
        "security-controls.md",
        "--name",
        "AzureBackup",
        "--crate",
        "new/controls-backup",
        "--quiet",
    ];
    let published = [
        "--published",
        "https://learn.microsoft.com/azure/backup/backup-security-controls",
    ];
    let run = make(&sample, &[&words[..], &published].concat());
    let expected = "new/controls-backup: package `controls-backup`\n  AzureBackup: 15 controls in 5 sections\n";
    assert_eq!((&*run.stdout, &*run.stderr), (expected, ""));
    let folder = sample.root().join("new/controls-backup");
    let expected = [
        "CHANGELOG.md",
        "Cargo.toml",
        "NOTICE.md",
        "README.md",
        "document/security-controls.md",
        "src/lib.rs",
    ];
    assert_eq!(files(&folder), expected);
    assert_eq!(fs::read_dir(sample.root().join("new")).unwrap().count(), 1);
    assert_eq!(
        fs::read(folder.join("document/security-controls.md")).unwrap(),
        document
    );
    let text = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
    for file in ["README.md", "CHANGELOG.md"] {
        assert!(text(file).contains("2019-09-23"), "{}", text(file));
    }
    assert!(text("CHANGELOG.md").contains("15 controls in 5 sections"));
    // The next edition may have more or fewer of them.
    for file in ["README.md", "src/lib.rs"] {
        assert!(!text(file).contains("15"), "{}", text(file));
    }
    insta::assert_snapshot!("readme", text("README.md"));
    insta::assert_snapshot!("notice", text("NOTICE.md"));
    cargo(&folder, &["check"]);
    cargo(&folder, &["test"]);
    cargo(&folder, &["doc", "--no-deps"]);
}

#[test]
fn a_crate_of_a_page_lists_its_catalogs_and_can_be_packaged() {
    let sample = Sample::empty().file("Page of \"services\" — 1.md", PAGE);
    make(
        &sample,
        &[
            "Page of \"services\" — 1.md",
            "--all",
            "--crate",
            "services",
        ],
    );
    let folder = sample.root().join("services");
    let sources = files(&folder.join("src"));
    assert_eq!(
        sources,
        ["azure_disks.rs", "general.rs", "key_vault.rs", "lib.rs"]
    );
    insta::assert_snapshot!(
        "library",
        fs::read_to_string(folder.join("src/lib.rs")).unwrap()
    );
    // One control has one name, and the list has all catalogs.
    let test = "#[test]
fn a_control_of_two_catalogs_has_one_name() {
    let ids = services::ALL.iter().map(|catalog| catalog.records[0].id);
    assert_eq!(ids.collect::<Vec<_>>(), [\"updates\", \"vnet-injection\", \"vnet-injection\"]);
    assert!(std::ptr::eq(services::ALL[1], services::AzureDisks::CATALOG));
}
";
    fs::create_dir(folder.join("tests")).unwrap();
    fs::write(folder.join("tests/list.rs"), test).unwrap();
    cargo(&folder, &["test"]);
    // Cargo packages no file with a quotation mark in its name.
    let sample = sample.file("page.md", PAGE);
    make(&sample, &["page.md", "--all", "--crate", "packaged"]);
    let folder = sample.root().join("packaged");
    // Where Cargo finds what would be published.
    let core = workspace().join("controls-core");
    let config = format!(
        "[patch.crates-io]\ncontrols-core.path = {:?}\n",
        core.to_str().unwrap()
    );
    fs::create_dir(folder.join(".cargo")).unwrap();
    fs::write(folder.join(".cargo/config.toml"), config).unwrap();
    cargo(&folder, &["package", "--allow-dirty", "--no-verify"]);
}

#[test]
fn a_crate_of_a_japanese_document_compiles() {
    let document = "# <a name=\"a\"></a>Backup のセキュリティ コントロール\n\n## <a name=\"network\"></a>ネットワーク\n
| セキュリティ コントロール | はい/いいえ | Notes |\n|---|---|--|
| サービス エンドポイントのサポート| いいえ | |
| VNet インジェクション（例）| はい | 強制トンネリングがサポートされます。 |
| データ・プレーン| 該当なし | |\n\n## ロ\n\n|コ|はい/いいえ|\n|--|--|\n|口|はい|\n|ロ|はい|\n|ニ|はい|\n|二|はい|\n|٣|はい|\n";
    let sample = Sample::empty().file("ja.md", document);
    make(
        &sample,
        &["ja.md", "--name", "バックアップ", "--crate", "バックアップ"],
    );
    let folder = sample.root().join("バックアップ");
    assert!(
        fs::read_to_string(folder.join("Cargo.toml"))
            .unwrap()
            .contains("name = \"controls-catalog\"")
    );
    cargo(&folder, &["check"]);
}

#[test]
fn a_crate_of_letters_that_the_compiler_changes_compiles() {
    // The blocks in which letters are others once they're normalized, each letter in both forms.
    let ranges = [
        '\u{a1}'..'\u{250}',
        '\u{958}'..'\u{960}',
        '\u{1f00}'..'\u{2000}',
        '\u{2126}'..'\u{212c}',
        '\u{3041}'..'\u{3100}',
        '\u{f900}'..'\u{f920}',
        '\u{fb00}'..'\u{fb50}',
    ];
    let letters = ranges.into_iter().flatten().filter(|c| c.is_alphanumeric());
    let titles = letters.flat_map(|c| {
        [
            c.to_string(),
            c.nfd().collect(),
            c.nfkd().collect(),
            format!("a{c}"),
            format!("{c}\u{301}"),
        ]
    });
    let mut seen = HashSet::new();
    let rows: Vec<String> = titles
        .filter(|title| seen.insert(title.clone()))
        .map(|title| format!("|{title}|No|\n"))
        .collect();
    let head = "# \u{202e}*/ \"\n\n## *\n\n|C|Yes/No|\n|--|--|\n";
    let last = "|\u{202e}\u{2066}\"\\\u{0}\u{7f}|\u{202e}\"{}|\n";
    let sample = Sample::empty().file("a.md", format!("{head}{}{last}", rows.concat()));
    make(
        &sample,
        &["a.md", "--name", "Letters", "--crate", "letters"],
    );
    cargo(&sample.root().join("letters"), &["check"]);
}

#[test]
fn a_crate_goes_into_an_empty_folder() {
    let sample = Sample::empty()
        .file("document.md", DOCUMENT)
        .file("empty/x", "");
    fs::remove_file(sample.root().join("empty/x")).unwrap();
    let core = workspace().join("controls-core");
    let words = [
        "import",
        "../document.md",
        "--name",
        "Service",
        "--crate",
        ".",
        "--controls-core",
        core.to_str().unwrap(),
    ];
    let run = sample.run_in("empty", &words);
    assert_eq!(
        (run.code, &*run.stdout),
        (
            0,
            ".: package `empty`\n  Service: 2 controls in 1 section\n"
        ),
        "{}",
        run.stderr
    );
    let folder = sample.root().join("empty");
    assert_eq!(
        files(&folder),
        [
            "CHANGELOG.md",
            "Cargo.toml",
            "NOTICE.md",
            "README.md",
            "document/document.md",
            "src/lib.rs"
        ]
    );
    // Once.
    let run = sample.run_in("empty", &words);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("isn't empty"), "{}", run.stderr);
}

#[test]
fn a_crate_within_a_workspace_can_be_built() {
    let sample = Sample::empty()
        .file(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n",
        )
        .file("document.md", DOCUMENT);
    let run = make(
        &sample,
        &["document.md", "--name", "Service", "--crate", "crates/one"],
    );
    assert_eq!(run.stderr, "");
    let manifest = fs::read_to_string(sample.root().join("crates/one/Cargo.toml")).unwrap();
    assert!(!manifest.contains("[workspace]"), "{manifest}");
    let run = make(
        &sample,
        &["document.md", "--name", "Service", "--crate", "other/one"],
    );
    assert!(
        run.stderr
            .starts_with("warning: `other/one` is in a workspace that doesn't list it"),
        "{}",
        run.stderr
    );
    cargo(&sample.root().join("other/one"), &["check"]);
}

#[test]
fn a_package_is_named_after_its_folder_if_it_can_be() {
    let sample = Sample::empty().file("document.md", DOCUMENT);
    for (folder, package) in [
        ("key-vault", "key-vault"),
        ("Key_Vault2", "Key_Vault2"),
        ("controls-core", "controls-key-vault"),
        ("type", "controls-key-vault"),
        ("1", "controls-key-vault"),
        ("a b", "controls-key-vault"),
    ] {
        let run = make(
            &sample,
            &[
                "document.md",
                "--name",
                "KeyVault",
                "--crate",
                folder,
                "--format",
                "json",
            ],
        );
        assert_eq!(run.json()["package"]["name"], package, "{}", run.stderr);
        assert_eq!(run.json()["package"]["path"], folder);
    }
}

#[test]
fn a_crate_depends_on_as_little_of_controls_core_as_it_can() {
    let core = workspace().join("controls-core");
    let words = [
        "import",
        "../document.md",
        "--name",
        "Service",
        "--crate",
        "one",
    ];
    // What Cargo finds in place of the registry's.
    let config = format!(
        "[patch.crates-io]\ncontrols-core.path = {:?}\n[net]\noffline = true\n",
        core.to_str().unwrap()
    );
    let sample = Sample::empty()
        .file("document.md", DOCUMENT)
        .file("a/.cargo/config.toml", config);
    let run = sample.run_in("a", &words);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let folder = sample.root().join("a/one");
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let dependency = format!(
        "controls-core = {{ version = \"{}\", default-features = false }}\n",
        env!("CARGO_PKG_VERSION")
    );
    assert!(manifest.contains(&dependency), "{manifest}");
    cargo(&folder, &["check"]);
}

#[test]
fn without_a_controls_core_to_depend_on_no_crate_is_made() {
    let sample = Sample::empty()
        .file("document.md", DOCUMENT)
        // A registry in which nothing is.
        .file(
            ".cargo/config.toml",
            "[source.crates-io]\nreplace-with = \"empty\"\n[source.empty]\ndirectory = \"empty\"\n",
        )
        .file("empty/.keep", "");
    let words = ["import", "document.md", "--name", "Service", "--crate", "a"];
    let run = sample.run(&words);
    assert_eq!((run.code, &*run.stdout), (2, ""));
    let expected = format!(
        "error: `controls-core` {} can't be found, so the crate would not build: pass `--controls-core` with the folder",
        env!("CARGO_PKG_VERSION")
    );
    assert!(run.stderr.starts_with(&expected), "{}", run.stderr);
    assert!(run.stderr.contains("Cargo says: "), "{}", run.stderr);
    assert!(!sample.root().join("a").exists());
}
