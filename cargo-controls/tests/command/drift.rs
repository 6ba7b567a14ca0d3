//! `check` on definitions that differ from their documents.

use std::{cmp::Reverse, fmt::Write, fs, ops::Range};

use insta::assert_snapshot;

use crate::sample::{Sample, definition};

/// A definition that [`NEW`] differs from in every way that there is.
const OLD: &str = r#"controls_core::controls! {
    #[document = "../service.md"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes { notes: "By rules." },
            Peering = "Peering support" => No,
            Injection = "VNET injection support" => No,
            Tunneling = "Forced tunneling" => No { documentation: "[Tunnels](./tunnels.md)" },
            Quotas = "Quotas" => Yes,
        }
        Identity = "Identity" {
            Login = "Login" => Yes,
            Roles = "Roles" => Yes,
        }
        Logging = "Logging" {
            Audit = "Audit log" => Yes,
        }
    }
}
"#;

const NEW: &str = "\
# Security controls

## Network

| Control | Yes/No | Notes | Documentation |
|---|---|---|---|
| Firewall support | Yes | By rules and policies. |  |
| Service endpoints | Yes |  |  |
| Peering support | Yes (Premium tier only) |  |  |
| VNet injection support | No |  |  |
| Forced tunneling | No |  | [Tunnels](./tunneling.md) |

## Identity

| Control | Yes/No | Notes | Documentation |
|---|---|---|---|
| Roles | Yes |  |  |
| Login | Yes |  |  |
| Audit log | Yes |  |  |
";

fn sample() -> Sample {
    Sample::package(OLD).file("service.md", NEW)
}

/// What is underlined in the definition, and what the help says to write in its place.
fn replacement(annotation: &str) -> Option<(Range<usize>, String)> {
    let (properties, message) = annotation.strip_prefix("::error ")?.split_once("::")?;
    let property = |name: &str| {
        let value = properties
            .split(',')
            .find_map(|part| part.strip_prefix(name));
        value?.parse::<usize>().ok()
    };
    let (_, text) = message.split_once("then write `")?;
    let (text, _) = text.split_once("` here")?;
    let (line, start, end) = (
        property("line=")?,
        property("col=")?,
        property("endColumn=")?,
    );
    let before: usize = OLD.split_inclusive('\n').take(line - 1).map(str::len).sum();
    Some((before + start - 1..before + end - 1, text.to_owned()))
}

#[test]
fn what_the_help_says_replaces_what_is_underlined() {
    let new = NEW.replace("## Identity", "## Identities").replace(
        "| Login | Yes |  |  |\n| Audit log | Yes |  |  |\n",
        "| Login | Yes |  |  |\n\n## Logging\n\n| Control | Yes/No |\n|---|---|\n| Audit log | No |\n",
    );
    let sample = Sample::package(OLD).file("service.md", new);
    let kinds = || {
        let json = sample.run(&["check", "--format", "json"]).json();
        let drifts = json["catalogs"][0]["drifts"].as_array().unwrap().clone();
        let kinds = drifts
            .iter()
            .map(|drift| drift["kind"].as_str().unwrap().to_owned());
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(
        kinds(),
        [
            "notes",
            "added",
            "answer",
            "retitled",
            "documentation",
            "removed",
            "section",
            "order",
            "answer"
        ]
    );
    let annotations = sample.run(&["check", "--format", "github"]).stdout;
    let mut replacements: Vec<_> = annotations.lines().filter_map(replacement).collect();
    replacements.sort_by_key(|(place, _)| Reverse(place.start));
    let mut source = OLD.to_owned();
    for (place, text) in replacements {
        source.replace_range(place, &text);
    }
    std::fs::write(sample.root().join("src/lib.rs"), source).unwrap();
    assert_eq!(kinds(), ["added", "removed", "order"]);
}

#[test]
fn every_kind_is_shown_as_the_compiler_shows_it() {
    assert_snapshot!("every_kind", sample().run(&["check"]).golden());
}

#[test]
fn every_kind_has_its_place_in_json() {
    let run = sample().run(&["check", "--format", "json"]);
    assert_eq!((run.code, &*run.stderr), (1, ""));
    let json = run.json();
    let mut found = String::new();
    for drift in json["catalogs"][0]["drifts"].as_array().unwrap() {
        let [kind, title, line, column] =
            ["kind", "title", "line", "column"].map(|key| &drift[key]);
        writeln!(found, "{line}:{column} {} {title}", kind.as_str().unwrap()).unwrap();
    }
    let expected = r#"
7:28 notes "Firewall support"
8:3 added "Service endpoints"
9:21 answer "Peering support"
10:3 retitled "VNET injection support"
11:30 documentation "Forced tunneling"
11:3 removed "Quotas"
17:3 order "Roles"
19:3 section "Audit log"
3:4 regrouped null
"#;
    let sorted = |text: &str| {
        let mut lines: Vec<_> = text
            .lines()
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&found), sorted(expected));
}

#[test]
fn the_keys_of_json_are_stable() {
    let sample =
        Sample::package(&definition("Service", "../document.md").replace("=> No", "=> Yes"));
    assert_snapshot!("json", sample.run(&["check", "--format", "json"]).golden());
}

#[test]
fn all_differences_are_shown_however_many() {
    let rows = |answer: &str| {
        (0..30)
            .map(|at| format!("            P{at} = \"Port {at}\" => {answer},\n"))
            .collect::<Vec<_>>()
            .concat()
    };
    let source = format!(
        "controls! {{\n    #[document = \"../ports.md\"]\n    enum Ports {{\n        A = \"A\" {{\n{}        }}\n    }}\n}}\n",
        rows("Yes")
    );
    let table = (0..30)
        .map(|at| format!("| Port {at} | No |\n"))
        .collect::<Vec<_>>()
        .concat();
    let run = Sample::package(&source)
        .file(
            "ports.md",
            format!("## A\n\n| C | Yes/No |\n|--|--|\n{table}"),
        )
        .run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stdout
            .starts_with("Ports: 30 controls in 1 section, 30 differences from ports.md\n"),
        "{}",
        run.stdout
    );
    assert_eq!(run.stdout.matches("error: the answer of").count(), 30);
}

#[test]
fn catalogs_in_step_and_not_stand_side_by_side() {
    let source = definition("Well", "../document.md")
        + &definition("Differs", "../document.md").replace("By rules.", "By rule.")
        + &definition("Well2", "../document.md");
    let run = Sample::package(&source).run(&["check"]);
    assert_snapshot!("side_by_side", run.golden());
}

#[test]
fn what_cannot_be_done_outweighs_a_difference() {
    let source = definition("Gone", "../gone.md")
        + &definition("Differs", "../document.md").replace("=> No", "=> Yes");
    let run = Sample::package(&source).run(&["check", "--format", "json"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.json()["catalogs"][0]["drifts"][0]["kind"], "answer");
}

#[test]
fn a_section_whose_table_is_left_alone_has_one_error_and_keeps_its_rows() {
    let document = |heading: &str| {
        format!(
            "## Network\n\n| Control | {heading} |\n|---|---|\n| Firewall | Yes |\n| Peering | No |\n\n## Identity\n\n| Control | Yes/No |\n|---|---|\n| Login | Yes |\n"
        )
    };
    let source = "controls! {\n    #[document = \"../document.md\"]\n    pub enum Service {\n        Network = \"Network\" { Firewall = \"Firewall\" => Yes, Peering = \"Peering\" => No }\n        Identity = \"Identity\" { Login = \"Login\" => Yes }\n    }\n}\n";
    let sample = Sample::package(source)
        .file("older.md", document("Yes/No"))
        .file("document.md", document("Answer"));
    let why = "the table headed `Control | Answer` is left alone";
    let check = sample.run(&["check"]);
    let errors = check
        .stdout
        .matches("can't be read from the document")
        .count();
    assert_eq!((check.code, errors), (1, 1), "{}", check.golden());
    assert!(check.stdout.contains(why), "{}", check.golden());
    assert!(
        !check.stdout.contains("remove this row"),
        "{}",
        check.golden()
    );

    let diff = sample.run(&["diff", "older.md", "document.md"]);
    let said = diff.stdout.matches("so it may still be there").count();
    assert_eq!(said, 2, "{}", diff.golden());

    let fix = sample.run(&["fix", "--write", "--yes"]);
    assert_eq!(fix.code, 2, "{}", fix.golden());
    let kept = fs::read_to_string(sample.root().join("src/lib.rs")).unwrap();
    assert_eq!(kept, source);
}
