//! Runs with somebody at the terminal.

use std::{fs, path::Path};

use clap::Parser;
use tempfile::TempDir;

use super::{Arguments, Outcome, ask::Person, fixed};
use crate::paths;

const SOURCE: &str = "\
controls! {
    #[document = \"../document.md\"]
    enum Service {
        Network = \"Network\" {
            Firewall = \"Firewall\" => Yes,
            Peering = \"Peering of virtual networks\" => No {
                notes: \"Through gateways.\",
            },
            Quotas = \"Quotas\" => Yes,
        }
    }
}
";

const DOCUMENT: &str = "\
## Network

| Control | Yes/No | Notes |
|---|---|---|
| Firewall | No | |
| Peering of networks that are virtual | No | Through gateways. |
";

#[derive(Debug, Parser)]
struct Command {
    #[command(flatten)]
    arguments: Arguments,
}

/// What has been written, what was shown and asked, and what came of it.
struct Session {
    source: String,
    shown: String,
    outcome: Outcome,
}

fn package(source: &str, document: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let at = |path: &str| folder.path().join(path);
    fs::create_dir(at("src")).unwrap();
    fs::write(
        at("Cargo.toml"),
        "[package]\nname = \"sample\"\nedition = \"2024\"\n",
    )
    .unwrap();
    fs::write(at("src/lib.rs"), source).unwrap();
    fs::write(at("document.md"), document).unwrap();
    folder
}

fn session(folder: &Path, words: &[&str], typed: &str) -> Session {
    let path = folder.to_str().unwrap();
    let words = [&["fix", path, "--write"], words].concat();
    let Command { arguments } = Command::parse_from(words);
    let (mut input, mut output) = (typed.as_bytes(), Vec::new());
    let outcome = fixed(&arguments, Some(&mut Person::new(&mut input, &mut output)));
    Session {
        source: fs::read_to_string(folder.join("src/lib.rs")).unwrap(),
        shown: anstream::adapter::strip_str(&String::from_utf8(output).unwrap()).to_string(),
        outcome,
    }
}

#[test]
fn the_edit_is_shown_and_then_each_question_with_both_rows() {
    let folder = package(SOURCE, DOCUMENT);
    let Session { shown, .. } = session(folder.path(), &[], "y\nn\n");
    let shown = shown.replace(&paths::shown(&paths::from_here(folder.path())), "…");
    let expected = "\
`Peering` seems to have another title now
  …/src/lib.rs:6:
    Peering = \"Peering of virtual networks\" => No {
        notes: \"Through gateways.\",
    }
  …/document.md:6, in section `Network`:
    | Peering of networks that are virtual | No | Through gateways. |
is it the same control? [y/N, q quits] 
`Quotas` is no longer in …/document.md
  …/src/lib.rs:9:
    Quotas = \"Quotas\" => Yes
drop its id `quotas` for good? [y/N, q quits] ";
    let (diff, questions) = shown.split_once("\n\n").unwrap();
    assert_eq!(questions, expected);
    assert!(
        diff.contains("-            Firewall = \"Firewall\" => Yes,"),
        "{diff}"
    );
}

#[test]
fn only_what_somebody_has_agreed_to_is_written() {
    for (words, typed, written) in [
        (&[][..], "y\ny\n", Some("is virtual")),
        (&[], "n\ny\ny\n", Some("no longer there")),
        (&["--yes"], "y\n", Some("is virtual")),
        (&["--drop", "quotas"], "y\n", Some("is virtual")),
        (&["--drop", "quotas", "--yes"], "", Some("is virtual")),
        (&["--drop", "quotas"], "n\nn\n", None),
        (&[], "y\nn\n", None),
        (&["--yes"], "n\n", None),
        (&["--yes"], "", None),
        // The end of the input, and `q`, at each question.
        (&[], "", None),
        (&[], "y\n", None),
        (&[], "n\ny\n", None),
        (&[], "q\ny\ny\n", None),
        (&[], "y\nq\ny\n", None),
        (&[], "n\ny\nq\n", None),
    ] {
        let folder = package(SOURCE, DOCUMENT);
        let Session {
            source,
            shown,
            outcome,
        } = session(folder.path(), words, typed);
        let case = format!("{words:?} {typed:?}\n{shown}\n{source}");
        match written {
            None => {
                assert_eq!(source, SOURCE, "{case}");
                assert_eq!(
                    (outcome.exit.code(), outcome.messages.len()),
                    (1, 1),
                    "{case}"
                );
            }
            Some(what) => {
                assert_eq!(
                    (outcome.exit.code(), outcome.messages.len()),
                    (0, 0),
                    "{case}"
                );
                assert!(!source.contains("Quotas"), "{case}");
                let stays = source
                    .contains("            Peering = \"Peering of networks that are virtual\"");
                assert_eq!(stays, what == "is virtual", "{case}");
            }
        }
    }
}

#[test]
fn who_quits_at_the_second_definition_has_written_nothing_of_the_first() {
    let first = SOURCE.replace("Service", "First");
    let folder = package(&format!("{first}{SOURCE}"), DOCUMENT);
    for typed in ["y\ny\n", "y\ny\nq\n", "y\ny\ny\n"] {
        let Session { source, .. } = session(folder.path(), &[], typed);
        assert_eq!(source, format!("{first}{SOURCE}"), "{typed:?}");
    }
    // Saying no to one leaves the other as it was agreed to.
    let Session { source, .. } = session(folder.path(), &[], "y\nn\ny\ny\n");
    assert!(
        source.starts_with(&first) && !source.ends_with(SOURCE),
        "{source}"
    );
}

#[test]
fn nobody_is_asked_where_nothing_is_to_be_agreed_to() {
    let source = SOURCE.replace("            Quotas = \"Quotas\" => Yes,\n", "");
    let document = DOCUMENT.replace(
        "Peering of networks that are virtual",
        "Peering of virtual networks",
    );
    let folder = package(&source, &document);
    let Session {
        source,
        shown,
        outcome,
    } = session(folder.path(), &[], "");
    assert_eq!((&*shown, outcome.exit.code()), ("", 0));
    assert!(source.contains("\"Firewall\" => No"), "{source}");
}
