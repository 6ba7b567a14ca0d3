//! `import`: what it prints, and what it refuses.

mod crates;

use std::fs;

use insta::assert_snapshot;

use crate::sample::{DOCUMENT, Run, Sample, command, run, workspace};

/// A page with two services and, above them, a section of its own.
const PAGE: &str = "\
# Security controls

## General

| Control | Yes/No |
|---|---|
| Updates | Yes |

## [Azure Disks](/azure/disks)

### Network

| Control | Yes/No |
|---|---|
| VNet injection support | No |

## [Key Vault](/azure/key-vault)

### Network

| Control | Yes/No |
|---|---|
| vNET Injection | Yes (Premium only) |
";

fn sample() -> Sample {
    Sample::empty()
        .file("src/document.md", DOCUMENT)
        .file("src/page.md", PAGE)
        .file(
            "clone/Cargo.toml",
            "[workspace]\nmembers = [\"controls-core\", \"other\"]\n",
        )
        .file(
            "clone/controls-core/Cargo.toml",
            "[package]\nname = \"controls-core\"\n",
        )
        .file("clone/other/Cargo.toml", "[package]\nname = \"other\"\n")
}

fn import(words: &[&str]) -> Run {
    sample().run_in("src", &[&["import"], words].concat())
}

#[test]
fn a_definition_is_printed() {
    let run = import(&[
        "document.md",
        "--name",
        "Service",
        "--published",
        "https://learn.example/service",
    ]);
    assert_snapshot!("definition", run.golden());
}

#[test]
fn the_path_is_printed_as_it_is_typed() {
    for path in ["document.md", "./document.md", "../src/document.md"] {
        let run = import(&[path, "--name", "Service"]);
        assert_eq!((run.code, &*run.stderr), (0, ""));
        assert!(
            run.stdout
                .contains(&format!("    #[document = \"{path}\"]\n")),
            "{}",
            run.stdout
        );
    }
    let sample = sample();
    let path = sample.root().join("src/document.md");
    let run = sample.run(&["import", path.to_str().unwrap(), "--name", "Service"]);
    assert_eq!(run.code, 0);
    assert!(
        run.stderr.starts_with("warning: the path `") && run.stderr.contains("is absolute"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_is_printed_is_in_step_with_its_document() {
    let sample = sample();
    for words in [
        &["document.md", "--name", "Service"][..],
        &["page.md", "--name", "Page"],
        &["page.md", "--all"],
    ] {
        let run = sample.run_in("src", &[&["import"], words].concat());
        assert_eq!((run.code, &*run.stderr), (0, ""), "{words:?}");
        let package = Sample::package(&run.stdout)
            .file("src/document.md", DOCUMENT)
            .file("src/page.md", PAGE);
        let check = package.run(&["check", "--format", "json"]);
        assert_eq!(
            (check.code, &*check.stderr),
            (0, ""),
            "{words:?}: {}",
            run.stdout
        );
    }
}

#[test]
fn the_definition_of_azure_backup_has_the_rows_of_the_one_that_a_person_wrote() {
    let document = workspace().join("controls-azure-backup/document/security-controls.md");
    let run = run(command(&workspace()).args([
        "import",
        document.to_str().unwrap(),
        "--name",
        "AzureBackup",
    ]));
    let written =
        std::fs::read_to_string(workspace().join("controls-azure-backup/src/lib.rs")).unwrap();
    // All but the names, and what people search for.
    let rows = |text: &str| -> Vec<String> {
        let text = text.replace(" { alias: [\"BYOK\", \"CMK\"] }", "");
        let lines = text
            .lines()
            .filter(|line| line.starts_with("        ") && !line.trim().starts_with("alias: "));
        lines
            .map(|line| {
                line.split_once(" = ")
                    .map_or(line, |(_, row)| row)
                    .to_owned()
            })
            .collect()
    };
    assert_eq!(rows(&run.stdout), rows(&written));
}

#[test]
fn a_page_gives_one_definition_each() {
    assert_snapshot!("page", import(&["page.md", "--all"]).golden());
    let json = import(&["page.md", "--all", "--name", "Azure", "--format", "json"]).json();
    let text = |at: usize, key: &str| json["definitions"][at][key].as_str().map(str::to_owned);
    assert_eq!(text(0, "name").as_deref(), Some("AzureGeneral"));
    assert_eq!(text(2, "heading").as_deref(), Some("Key Vault"));
    assert!(
        text(2, "definition")
            .unwrap()
            .contains("pub enum AzureKeyVault {")
    );
    assert_eq!(
        (
            &json["definitions"][2]["controls"],
            &json["definitions"][2]["sections"]
        ),
        (&1.into(), &1.into())
    );
}

#[test]
fn one_heading_gives_one_definition() {
    let run = import(&["page.md", "--name", "Vault", "--heading", "Key  Vault"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert!(
        run.stdout
            .contains("    #[heading = \"Key  Vault\"]\n    pub enum Vault {\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("VnetInjection = \"vNET Injection\" => \"Yes (Premium only)\",\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn what_cannot_be_imported_is_named() {
    for (words, expected) in [
        (
            &["document.md", "--name", "azure-backup"][..],
            "`azure-backup` can't name a catalog, which is a type of Rust: write `--name AzureBackup`",
        ),
        (
            &["document.md", "--name", "azure_backup"],
            "write `--name AzureBackup`",
        ),
        (
            &["document.md", "--name", "backup"],
            "write `--name Backup`",
        ),
        (&["document.md", "--name", "Self"], "write `--name Itself`"),
        (&["document.md", "--name", ""], "write `--name Control`"),
        (&["document.md", "--name", "2FA"], "write `--name TwoFa`"),
        (
            &["document.md", "--name", "A", "--published", "/azure"],
            "`/azure` isn't an absolute address",
        ),
        (
            &["gone.md", "--name", "A"],
            "the document can't be read: there is no such file\n  --> gone.md",
        ),
        (
            &[".", "--name", "A"],
            "the document can't be read: this is a folder",
        ),
        (
            &["page.md", "--name", "A", "--heading", "Key vault"],
            "the document has no heading `Key vault`",
        ),
        (
            &["page.md", "--name", "A", "--heading", "Network"],
            "the document has 2 headings `Network`",
        ),
        (
            &["page.md", "--name", "A", "--crate", "../src"],
            "`.` isn't empty, and nothing is overwritten",
        ),
        (
            &["page.md", "--name", "A", "--crate", "page.md"],
            "`page.md` isn't a folder",
        ),
        (
            &["page.md", "--name", "A", "--crate", "page.md/a"],
            "`page.md/a` ",
        ),
    ] {
        is_refused(words, expected);
    }
    for (core, expected) in [
        ("gone", "there is no `Cargo.toml` in `gone`"),
        (
            "../clone",
            "`../clone` is the root of a workspace: pass `--controls-core ../clone/controls-core`",
        ),
        (
            "../clone/other",
            "`../clone/other` is the folder of the package `other`, not of `controls-core`",
        ),
    ] {
        let words = ["page.md", "--name", "A", "--crate", "a"];
        is_refused(&[&words[..], &["--controls-core", core]].concat(), expected);
    }
}

/// Imports nothing, says so, and leaves nothing.
fn is_refused(words: &[&str], expected: &str) {
    let sample = sample();
    for (format, nothing) in [
        ("text", ""),
        (
            "json",
            "{\n  \"$schema\": \"urn:cargo-controls:import:1\",\n  \"definitions\": [],\n  \"remarks\": []\n}\n",
        ),
    ] {
        let run = sample.run_in("src", &[&["import", "--format", format], words].concat());
        assert_eq!((run.code, &*run.stdout), (2, nothing), "{words:?}");
        assert!(
            run.stderr.starts_with("error: ") && run.stderr.contains(expected),
            "{words:?}: {}",
            run.stderr
        );
    }
    let mut left: Vec<_> = std::fs::read_dir(sample.root().join("src"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["document.md", "page.md"], "{words:?}");
}

#[test]
fn arguments_that_do_not_go_together_are_refused() {
    for words in [
        &["document.md"][..],
        &["--name", "A"],
        &["page.md", "--all", "--heading", "Key Vault"],
        &["page.md", "--name", "A", "--controls-core", "x"],
    ] {
        let run = import(words);
        assert_eq!((run.code, &*run.stdout), (2, ""), "{words:?}");
        assert!(run.stderr.contains("--help"), "{words:?}: {}", run.stderr);
    }
}

#[test]
fn a_part_that_cannot_be_made_keeps_none_of_the_others_from_being_printed() {
    let twice = format!("{PAGE}\n{}", &PAGE[PAGE.find("## [Key").unwrap()..]);
    let sample = Sample::empty().file("page.md", twice);
    let run = sample.run(&["import", "page.md", "--all"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stdout.contains("pub enum AzureDisks {") && !run.stdout.contains("pub enum KeyVault"),
        "{}",
        run.stdout
    );
    assert!(
        run.stderr
            .starts_with("error: the document has 2 headings `Key Vault`"),
        "{}",
        run.stderr
    );
    // But a crate is whole or isn't there.
    let run = sample.run(&["import", "page.md", "--all", "--crate", "made"]);
    assert_eq!(
        (run.code, &*run.stdout, sample.root().join("made").exists()),
        (2, "", false)
    );
}

/// The rows of an imported definition, as name and title.
fn rows(run: &Run) -> Vec<(String, String)> {
    assert_eq!(run.code, 0, "{}", run.stderr);
    let rows = run.stdout.lines().filter_map(|line| {
        let (name, rest) = line.strip_prefix("            ")?.split_once(" = \"")?;
        Some((name.to_owned(), rest.split_once('"')?.0.to_owned()))
    });
    rows.collect()
}

#[test]
fn controls_have_the_names_that_catalogs_in_scope_give_them() {
    let reviewed = "controls_core::controls! {
    pub enum Reviewed {
        Network = \"Network\" {
            Walls = \"Firewall\" => Yes,
            r#Type = \"Kind of network\" => No,
            Login = \"Sign-in\" => No,
        }
        Identity = \"Identity\" { Audits = \"Audit log\" => Yes }
    }
}
";
    // What is wrong in the workspace is no business of an import.
    let other = "controls_core::controls! { pub enum Other { Network = \"Network\" { Bridge = \"Peering\" => Yes, = } } }";
    let table = "\n| Control | Yes/No |\n|---|---|\n";
    let page = format!(
        "# Page\n\n## Network\n{table}| FIREWALL | Yes |\n| Peering | No |\n| Walls | No |\n\n\
         ## Logs\n{table}| Audit log | No |\n\n## More logs\n{table}| Audit log | No |\n"
    );
    let sample = Sample::empty()
        .file(
            "Cargo.toml",
            "[workspace]\nmembers = [\"a\", \"b\"]\nresolver = \"3\"\n",
        )
        .file(
            "a/Cargo.toml",
            "[package]\nname = \"a\"\nedition = \"2024\"\n",
        )
        .file("a/src/lib.rs", reviewed)
        .file(
            "b/Cargo.toml",
            "[package]\nname = \"b\"\nedition = \"2024\"\n",
        )
        .file("b/src/lib.rs", other)
        .file("b/page.md", &page);
    let words = ["import", "page.md", "--name", "Page"];
    let pair = |(name, title): (&str, &str)| (name.to_owned(), title.to_owned());
    let expected = [
        ("Walls", "FIREWALL"),
        ("Bridge", "Peering"),
        ("NetworkWalls", "Walls"),
        ("LogsAuditLog", "Audit log"),
        ("MoreLogsAuditLog", "Audit log"),
    ];
    assert_eq!(rows(&sample.run_in("b", &words)), expected.map(pair));
    // Outside of the workspace nothing is given.
    let elsewhere = Sample::empty().file("page.md", &page);
    let names = rows(&elsewhere.run(&words));
    assert_eq!(names[0], pair(("Firewall", "FIREWALL")));
    assert_eq!(names[2], pair(("Walls", "Walls")));
}

#[test]
fn other_services_of_a_page_get_the_names_of_the_reviewed_catalog() {
    let document = workspace().join("controls-azure-backup/document/security-controls.md");
    let text = fs::read_to_string(document).unwrap();
    let sample = Sample::empty().file("other.md", text.replace("Azure Backup", "Azure Other"));
    let path = sample.root().join("other.md");
    let words = ["import", path.to_str().unwrap(), "--name", "Other"];
    let run = run(command(&workspace().join("controls-azure-backup")).args(words));
    let reviewed =
        fs::read_to_string(workspace().join("controls-azure-backup/src/lib.rs")).unwrap();
    let rows = rows(&run);
    assert_eq!(rows.len(), 15);
    for (name, title) in rows {
        assert!(
            reviewed.contains(&format!("{name} = \"{title}\"")),
            "{name}: {title}"
        );
    }
}

#[test]
fn a_title_that_a_catalog_has_under_two_names_gives_none() {
    let catalog = "controls_core::controls! {
    pub enum All {
        #[group = \"Relay\"]
        RelayNetwork = \"Network\" { RelayPrivateLink = \"Private link\" => Yes, Walls = \"Firewall\" => No }
        #[group = \"Hub\"]
        HubNetwork = \"Network\" { HubPrivateLink = \"Private link\" => No }
    }
}
";
    let page = "# Hub\n\n## Network\n\n| Control | Yes/No |\n|---|---|\n| Private link | Yes |\n| Firewall | No |\n";
    let sample = Sample::package(catalog).file("page.md", page);
    let import = sample.run(&["import", "page.md", "--name", "Hub"]);
    assert!(
        import.stdout.contains("\n        Network = \"Network\""),
        "{}",
        import.stdout
    );
    let pair = |(name, title): (&str, &str)| (name.to_owned(), title.to_owned());
    let expected = [("PrivateLink", "Private link"), ("Walls", "Firewall")];
    assert_eq!(rows(&import), expected.map(pair));
}
