//! What the READMEs and the guide say to type is typed, and what they show is held against what the command prints.

use std::fs;
#[cfg(unix)]
use std::{env, path::Path, process::Command};

use controls_tests::checkout::Checkout;
use serde_json::Value;

#[cfg(unix)]
use crate::sample::Run;
use crate::sample::{Sample, command, run, workspace};

/// The text of a page.
fn page(path: &str) -> String {
    fs::read_to_string(workspace().join(path)).unwrap()
}

/// The code blocks of a language in a section of a page, without the indentation of a list.
fn blocks(path: &str, heading: &str, language: &str) -> Vec<String> {
    let page = page(path);
    let section = page.split(&format!("\n{heading}\n")).nth(1).unwrap();
    let mut blocks = Vec::new();
    let mut lines = section.lines();
    while let Some(line) = lines.next() {
        let code = line.trim_start();
        if let Some(of) = code.strip_prefix("```") {
            let indent = line.len() - code.len();
            let code = lines.by_ref().take_while(|line| line.trim() != "```");
            let code: Vec<_> = code.map(|line| line.get(indent..).unwrap_or("")).collect();
            if of == language {
                blocks.push(code.join("\n") + "\n");
            }
        } else if line.starts_with('#') {
            break;
        }
    }
    blocks
}

/// Runs lines in a shell in which `cargo controls` is the command that is tested.
#[cfg(unix)]
fn shell(folder: &Path, target: &Path, lines: &str) -> Run {
    let program = Path::new(env!("CARGO_BIN_EXE_cargo-controls"));
    let before = env::var_os("PATH").unwrap_or_default();
    let folders = [program.parent().unwrap().to_owned()].into_iter();
    let path = env::join_paths(folders.chain(env::split_paths(&before))).unwrap();
    run(Command::new("sh")
        .args(["-c", lines])
        .current_dir(folder)
        .env("PATH", path)
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_TERM_COLOR", "never"))
}

/// Runs lines of which each has to succeed.
#[cfg(unix)]
fn succeed(folder: &Path, target: &Path, lines: &str) {
    let run = shell(folder, target, &format!("set -e\n{lines}"));
    assert_eq!(run.code, 0, "{lines}\n{}{}", run.stdout, run.stderr);
}

#[cfg(unix)]
#[test]
fn a_catalog_is_imported_and_written_by_hand() {
    const HAND: &str = "### By hand";
    let checkout = Checkout::new();
    let (clone, target) = (checkout.path(), checkout.path().join("target"));
    let outside = tempfile::tempdir().unwrap();

    let [_, import] = &blocks("README.md", "## Write a catalog", "sh")[..] else {
        panic!("an installation and an import");
    };
    let imported = outside.path().join("backup-controls");
    let at = imported.to_str().unwrap();
    succeed(clone, &target, &import.replace("../backup-controls", at));
    succeed(&imported, &target, "cargo check");

    let [set_up, read, finish] = &blocks("README.md", HAND, "sh")[..] else {
        panic!("three scripts");
    };
    let [library] = &blocks("README.md", HAND, "rust,ignore")[..] else {
        panic!("a library");
    };
    for folder in [clone, outside.path()] {
        let (first, rest) = set_up.split_once('\n').unwrap();
        let lines = format!("{first}\ncd {}\n{rest}", folder.display());
        succeed(clone, &target, &lines);
        let package = folder.join("my-service-controls");
        succeed(&package, &target, read);
        fs::write(package.join("src/lib.rs"), library).unwrap();

        let check = shell(&package, &target, "cargo check");
        let missing = "error: the document has a control that `MyService` lacks";
        let count = check.stderr.matches(missing).count();
        assert_eq!(count, 14, "{}", check.stderr);
        let codes: Vec<_> = finish
            .lines()
            .map(|line| (line, shell(&package, &target, line).code))
            .collect();
        let expected = [
            ("cargo controls fix", 1),
            ("cargo controls fix --write", 0),
            ("cargo check", 0),
        ];
        assert_eq!(codes, expected);
    }
}

#[test]
fn check_prints_what_the_readme_shows() {
    let run = run(command(&workspace()).arg("check"));
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let [shown] = &blocks("README.md", "## Try it", "text")[..] else {
        panic!("one result");
    };
    assert!(run.stdout.contains(shown), "{}", run.stdout);
}

/// Whether a value is as it's shown: objects have the same keys, lists have what is shown of them, and `…` in a text
/// stands for any other.
fn is_as_shown(value: &Value, shown: &Value) -> bool {
    match (value, shown) {
        (Value::Object(value), Value::Object(shown)) => {
            value.keys().eq(shown.keys())
                && shown
                    .iter()
                    .all(|(key, shown)| is_as_shown(&value[key], shown))
        }
        (Value::Array(value), Value::Array(shown)) => {
            value.is_empty() == shown.is_empty()
                && shown
                    .iter()
                    .all(|shown| value.iter().any(|value| is_as_shown(value, shown)))
        }
        (Value::String(value), Value::String(shown)) => match shown.split_once('…') {
            Some((begin, end)) => value.starts_with(begin) && value.ends_with(end),
            None => value == shown,
        },
        _ => value == shown,
    }
}

#[test]
fn json_is_as_the_page_of_the_command_shows_it() {
    let checkout = Checkout::new();
    let package = checkout.path().join("controls-azure-backup");
    let document = "document/security-controls.md";
    for (heading, words) in [
        ("### read", &["read", document][..]),
        ("### explain", &["explain", "RBAC"]),
        ("### check", &["check"]),
    ] {
        if heading == "### check" {
            checkout.edit_document("tunneling support| No |", "tunneling support| Yes |");
        }
        let [shown] = &blocks("cargo-controls/README.md", heading, "json")[..] else {
            panic!("{heading}");
        };
        let shown: Value = serde_json::from_str(shown).unwrap();
        let run = run(command(&package).args(words).args(["--format", "json"]));
        assert!(
            is_as_shown(&run.json(), &shown),
            "{heading}\n{}",
            run.stdout
        );
    }
}

const GUIDE: &str = "controls-core/src/guide";

/// A package with a document of the guide and the definition in the first block of a section.
fn of_the_guide(document: &str, path: &str, heading: &str) -> Sample {
    let source = blocks(path, heading, "rust,standalone_crate,compile_fail").remove(0);
    let literal = format!("\"{document}\"");
    assert!(source.contains(&literal), "{source}");
    Sample::package(&source.replace(&literal, "\"../document/security-controls.md\"")).file(
        "document/security-controls.md",
        page(&format!("{GUIDE}/{document}")),
    )
}

#[test]
fn writing_a_catalog_is_as_the_guide_shows_it() {
    let path = format!("{GUIDE}/write_a_catalog.md");
    let write = "# 3. Write the first section";
    let sample = of_the_guide("security-controls.md", &path, write);
    let read = sample.run(&["read", "document/security-controls.md"]);
    let [shown] = &blocks(&path, "# 2. See what is read from it", "text")[..] else {
        panic!("one result");
    };
    assert!(read.stdout.starts_with(shown), "{}", read.stdout);
    let check = sample.run(&["check"]);
    let [shown] = &blocks(&path, write, "text")[..] else {
        panic!("one error");
    };
    assert!(check.stdout.contains(shown), "{}", check.stdout);
}

#[test]
fn errors_are_as_the_guide_shows_them() {
    let path = format!("{GUIDE}/react_to_drift.md");
    let first = "# A new edition";
    let sample = of_the_guide("next-edition.md", &path, first);
    let check = sample.run(&["check"]);
    let [shown] = &blocks(&path, first, "text")[..] else {
        panic!("one error");
    };
    assert!(check.stdout.contains(shown), "{}", check.stdout);
    let errors = check
        .stdout
        .lines()
        .filter(|line| line.starts_with("error: "));
    let page = page(&path);
    let table = page.split("\n# What to write\n").nth(1).unwrap();
    let rows = table.lines().skip_while(|line| !line.starts_with("|---"));
    let rows = rows.skip(1).take_while(|line| line.starts_with('|'));
    let listed = rows.map(|row| format!("error: {}", row.split('|').nth(2).unwrap().trim()));
    assert_eq!(errors.collect::<Vec<_>>(), listed.collect::<Vec<_>>());
}

#[cfg(unix)]
#[test]
fn binding_a_document_is_as_the_guide_shows_it() {
    let path = format!("{GUIDE}/bind_a_document.md");
    let document = page(&format!("{GUIDE}/hardening-benchmark.md"));
    let sample = Sample::package("").file("document/hardening-benchmark.md", document);
    let read = sample.run(&["read", "document/hardening-benchmark.md"]);
    let shown = blocks(&path, "# 1. See what is proposed", "text");
    assert_eq!(shown.len(), 2);
    for text in shown {
        assert!(read.stderr.contains(&text), "{}", read.stderr);
    }
    let [typed] = &blocks(&path, "# 3. Import it", "sh")[..] else {
        panic!("one command");
    };
    let script = format!(
        "cargo() {{ shift; {} \"$@\"; }}\n{typed}",
        env!("CARGO_BIN_EXE_cargo-controls")
    );
    let mut shell = Command::new("sh");
    let import = run(shell.current_dir(sample.root()).args(["-c", &script]));
    assert_eq!(import.code, 0, "{}", import.stderr);
    let definition = import.stdout.replace("\"document/", "\"../document/");
    let sample = sample.file("src/lib.rs", &definition);
    assert_eq!(
        sample.catalogs(),
        [("Queue".to_owned(), "src/lib.rs".to_owned())]
    );
    for name in ["V1_1_1", "V1_1_2", "V1_2_1", "V1_2_2", "V1_2_3"] {
        assert!(
            definition.contains(&format!("\n            {name} = ")),
            "{definition}"
        );
    }
}

#[test]
fn a_control_that_is_a_heading_is_read_as_the_guide_says() {
    let path = format!("{GUIDE}/bind_a_document.md");
    let block = |language: &str| blocks(&path, "# Controls as headings", language).remove(0);
    let sample = Sample::empty().file("document.md", block("markdown"));
    let attribute = block("rust,ignore");
    let headings = attribute.trim().strip_prefix("#[headings(").unwrap();
    let headings = headings.strip_suffix(")]").unwrap();
    assert!(page(&path).contains(&format!("`--headings '{headings}'`")));
    let read = sample.run(&[
        "read",
        "document.md",
        "--headings",
        headings,
        "--format",
        "json",
    ]);
    let json = read.json();
    let section = &json["sections"][0];
    assert_eq!(section["title"], "Files");
    let control = &section["controls"][0];
    for (key, expected) in [
        ("label", "1.1"),
        ("title", "Key file"),
        ("verdict", "Yes"),
        ("notes", "The file belongs to the broker's user."),
    ] {
        assert_eq!(control[key], expected, "{control:#}");
    }
}
