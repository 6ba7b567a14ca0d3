//! `explain`.

use insta::assert_snapshot;
use serde_json::Value;

use crate::sample::{DOCUMENT, Run, Sample, command, definition, run, workspace};

/// A definition in which a control can be named in every way.
const NAMED: &str = r#"controls_core::controls! {
    #[document = "../document.md"]
    #[published = "https://learn.example/service/controls"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall" => Yes {
                id: "fire-wall",
                notes: "By rules, see [Rules](./rules.md).",
                documentation: "[Peers](/service/peers)",
                formerly: ["firewalls", "Fire walls"],
                alias: ["WAF", "packet filter"],
            },
            Peering = "Peering of networks" => Qualified,
            r#Type = "列の暗号化" => No,
        }
    }
}
"#;

const NAMED_DOCUMENT: &str = "\
## Network

| Control | Yes/No | Notes | Documentation |
|---|---|---|---|
| Firewall | Yes | By rules, see [Rules](./rules.md). | [Peers](/service/peers) |
| Peering of networks | Yes (Premium) |  |  |
| 列の暗号化 | No |  |  |
";

fn named() -> Sample {
    Sample::package(&NAMED.replace("Qualified", "\"Yes (Premium)\""))
        .file("document.md", NAMED_DOCUMENT)
}

/// The command in the root of this workspace, on the catalog of Azure Backup.
fn azure_backup(words: &[&str]) -> Run {
    run(command(&workspace())
        .arg("explain")
        .args(words)
        .arg("controls-azure-backup"))
}

/// The variants that a text means.
fn variants(run: &Run) -> Vec<String> {
    let json = run.json();
    let matches = json["matches"].as_array().unwrap().iter();
    matches
        .map(|found| found["variant"].as_str().unwrap().to_owned())
        .collect()
}

/// The uses of the first match, as path, line and column.
fn uses(run: &Run) -> Vec<String> {
    let json = run.json();
    let uses = json["matches"][0]["uses"].as_array().unwrap();
    uses.iter()
        .map(|used| {
            format!(
                "{}:{}:{}",
                used["path"].as_str().unwrap(),
                used["line"],
                used["column"]
            )
        })
        .collect()
}

#[test]
fn a_control_of_azure_backup_is_explained() {
    let run = azure_backup(&["authorization"]);
    assert_snapshot!("explain_azure_backup", run.golden());
}

#[test]
fn a_control_of_azure_backup_is_data() {
    let run = azure_backup(&["Forced tunneling support", "--format", "json"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let json = run.json();
    let found = &json["matches"][0];
    assert_eq!(found["id"], "forced-tunneling");
    assert_eq!(found["fingerprint"], "ad4ef7bccc76ffa04027e45153b3d7e6");
    let document = &found["document"];
    assert_eq!(
        document["path"],
        "controls-azure-backup/document/security-controls.md"
    );
    assert_eq!(
        (&document["line"], &document["column"]),
        (&20.into(), &3.into())
    );
    assert!(
        uses(&run)
            .iter()
            .any(|used| used.starts_with("controls-azure-backup/examples/requirements.rs:"))
    );
}

#[test]
fn each_control_of_azure_backup_is_as_its_row_says() {
    let document = "controls-azure-backup/document/security-controls.md";
    let read = run(command(&workspace()).args(["read", document, "--format", "json"])).json();
    let sections = read["sections"].as_array().unwrap();
    let rows: Vec<&Value> = sections
        .iter()
        .flat_map(|section| section["controls"].as_array().unwrap())
        .collect();
    assert_eq!(rows.len(), 15);
    for row in rows {
        let json = azure_backup(&["--format", "json", row["title"].as_str().unwrap()]).json();
        let found = &json["matches"][0];
        for key in ["title", "answer", "verdict", "notes", "documentation"] {
            assert_eq!(found[key], row[key], "{key}: {row}");
        }
        for key in ["line", "column"] {
            assert_eq!(found["document"][key], row[key], "{key}: {row}");
        }
    }
}

#[test]
fn a_control_has_many_names() {
    let sample = named();
    for (words, expected) in [
        ("fire-wall", &["Firewall"][..]),
        ("Service::Firewall", &["Firewall"]),
        ("service::peering", &["Peering"]),
        ("Type", &["Type"]),
        (" Peering  of\tnetworks ", &["Peering"]),
        ("firewalls", &["Firewall"]),
        ("fire walls", &["Firewall"]),
        ("waf", &["Firewall"]),
        ("FILTER", &["Firewall"]),
        ("networks peering", &["Peering"]),
        ("rules", &["Firewall"]),
        ("netw", &["Peering"]),
        ("暗号化", &["Type"]),
        ("of", &["Peering"]),
        ("r", &["Firewall"]),
        ("p", &["Firewall", "Peering"]),
    ] {
        let run = sample.run(&["explain", words, "--format", "json"]);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{words}");
        assert_eq!(variants(&run), expected, "{words}");
    }
}

#[test]
fn the_addresses_of_links_are_no_words() {
    let run = named().run(&["explain", "md", "--format", "json"]);
    assert_eq!((run.code, variants(&run)), (2, vec![]));
}

#[test]
fn a_name_that_is_more_definite_wins() {
    let source = "controls! { enum A { S = \"S\" {
        One = \"Two\" { alias: [\"Three\"] },
        Two = \"Four\" { formerly: [\"Five\"] },
        Five = \"Two and three and nine\",
        Six = \"Nine\" { id: \"three\" },
    } } }";
    let sample = Sample::package(source);
    for (words, expected) in [
        ("two", "Two"),
        ("Four", "Two"),
        ("five", "Five"),
        ("three", "Six"),
        ("Nine", "Six"),
    ] {
        assert_eq!(
            variants(&sample.run(&["explain", words, "--format", "json"])),
            [expected],
            "{words}"
        );
    }
}

#[test]
fn the_keys_of_json_are_stable() {
    let sample = named().file(
        "src/bin/tool.rs",
        "use sample::Service::{self, *};
#[satisfies(Firewall, reviewed = \"00000000000000000000000000000000\")]
fn open() {}
#[test]
#[verifies(Firewall, Peering)]
fn only_one_port_is_open() {}
waived!(Service::Firewall, reason = \"the host has one\", until = \"2026-01-31\");
fn main() { sample::Service::Firewall; }
",
    );
    assert_snapshot!(
        "explain_json",
        sample.run(&["explain", "WAF", "--format", "json"]).golden()
    );
    assert_snapshot!(
        "explain_everything",
        sample.run(&["explain", "WAF"]).golden()
    );
}

#[test]
fn several_controls_are_a_list() {
    let source = definition("One", "../document.md") + &definition("Other", "../document.md");
    let sample = Sample::package(&source);
    assert_snapshot!(
        "explain_several",
        sample.run(&["explain", "peering"]).golden()
    );
    assert_eq!(
        sample
            .run(&["explain", "Other::Peering"])
            .stdout
            .lines()
            .next(),
        Some("Other::Peering")
    );
}

#[test]
fn a_control_that_is_not_there_is_an_error_with_the_nearest_id() {
    let sample = named();
    for (words, help) in [
        ("fire-wal", "did you mean `fire-wall`?"),
        ("Perring", "did you mean `peering`?"),
        ("fire_wal", "did you mean `fire-wall`?"),
        ("paket filter", "did you mean `fire-wall`?"),
        ("netwroks", "did you mean `peering`?"),
        ("zebra", "the ids are `fire-wall`, `peering`, `type`"),
        ("", "the ids are `fire-wall`, `peering`, `type`"),
        ("…", "the ids are `fire-wall`, `peering`, `type`"),
    ] {
        let run = sample.run(&["explain", words]);
        assert_eq!((run.code, &*run.stdout), (2, ""), "{words}");
        assert_eq!(
            run.stderr,
            format!("error: no control of `Service` goes by `{words}`\n  = help: {help}\n\n")
        );
        let json = sample.run(&["explain", words, "--format", "json"]);
        assert_eq!(
            (json.code, json.json()),
            (
                2,
                serde_json::json!({ "$schema": "urn:cargo-controls:explain:1", "matches": [] })
            )
        );
    }
}

#[test]
fn what_differs_from_the_document_is_shown() {
    let document = NAMED_DOCUMENT
        .replace("## Network", "## Networks")
        .replace("| Yes | By rules", "| No | By all rules")
        .replace("| 列の暗号化 | No |  |  |\n", "");
    let sample = named().file("document.md", document);
    let run = sample.run(&["explain", "fire-wall"]);
    assert_snapshot!("explain_drift", run.golden());
    let one = |words: &str| {
        let run = sample.run(&["explain", words, "--format", "json"]);
        assert_eq!(run.code, 1);
        run.json()["matches"][0].clone()
    };
    let (peering, gone) = (one("peering"), one("type"));
    assert_eq!(
        peering["drifts"],
        serde_json::json!(["the heading of section `Network` has changed"])
    );
    assert_eq!(peering["document"]["line"], 6);
    assert_eq!(
        gone["drifts"].as_array().unwrap().last().unwrap(),
        "the document no longer has the control `Type`"
    );
    assert_eq!(gone["document"], Value::Null);
    // Of several, each is shortly named, whatever has become of it.
    assert_eq!(sample.run(&["explain", "p"]).code, 0);
}

#[test]
fn rows_of_one_title_are_told_apart() {
    let table = |line: &str| format!("| Control | Yes/No |\n|--|--|\n{line}");
    let document = format!(
        "## A\n\n{}\n## B\n\n{}",
        table("| X | Yes |\n| X | No |\n"),
        table("| X | Yes |\n")
    );
    let source = "controls! {
        #[document = \"../document.md\"]
        enum Twins {
            A = \"A\" { X1 = \"X\" => Yes, X2 = \"X\" => No }
            B = \"B\" { X3 = \"X\" => Yes }
        }
    }";
    let sample = Sample::package(source).file("document.md", document);
    for (words, line) in [("x1", 5), ("x2", 6), ("x3", 12)] {
        let json = sample.run(&["explain", words, "--format", "json"]).json();
        assert_eq!(json["matches"][0]["document"]["line"], line, "{words}");
    }
}

#[test]
fn what_names_other_catalogs_is_their_business() {
    let package = |name: &str| format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n");
    let sample = Sample::empty()
        .file(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"catalog\", \"tool\"]\n",
        )
        .file("catalog/Cargo.toml", package("catalog"))
        .file("catalog/document.md", DOCUMENT)
        .file(
            "catalog/src/lib.rs",
            definition("Service", "../document.md") + "#[satisfies(Service::Firewal)] fn f() {}\n",
        )
        .file("tool/Cargo.toml", package("tool"))
        .file(
            "tool/src/lib.rs",
            "#[satisfies(Other::Login)] fn f() {}\n#[satisfies(catalog::Service::Firewall)] fn g() {}\n",
        );
    let run = sample.run(&["explain", "Service::Firewall", "catalog"]);
    assert_snapshot!("explain_evidence_of_others", run.golden());
}

#[test]
fn uses_are_found_in_all_sources_of_the_workspace() {
    let package = |name: &str| format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n");
    let sample = Sample::empty()
        .file(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"catalog\", \"tool\"]\n",
        )
        .file("catalog/Cargo.toml", package("catalog"))
        .file("catalog/document.md", DOCUMENT)
        .file(
            "catalog/src/lib.rs",
            definition("Service", "../document.md") + "mod user;\nfn f() { Service::Firewall; }\n",
        )
        .file(
            "catalog/src/user.rs",
            "/// `Service::Firewall`\nconst A: &str = \"Service::Firewall\";\n",
        )
        .file(
            "catalog/tests/test.rs",
            "fn f() { assert!(matches!(x, Service::Firewall | Service::Peering)); }\n",
        )
        .file("tool/Cargo.toml", package("tool"))
        .file(
            "tool/src/main.rs",
            "mod m { fn f() { catalog::Service :: Firewall.id() } }\nfn main() {}\n",
        )
        .file("tool/src/orphan.rs", "fn f() { Service::Firewall; }\n");
    let expected = [
        "catalog/src/lib.rs:11:19",
        "catalog/tests/test.rs:1:39",
        "tool/src/main.rs:1:38",
    ]
    .map(str::to_owned);
    for folder in ["catalog", "."] {
        assert_eq!(
            uses(&sample.run(&["explain", "firewall", folder, "--format", "json"])),
            expected,
            "{folder}"
        );
    }
    assert_eq!(sample.run(&["explain", "firewall", "tool"]).code, 2);
}

#[test]
fn uses_are_followed_through_the_names_that_a_file_gives() {
    for (source, expected) in [
        (
            "use a::Service as S; fn f() { S::Firewall; S::Peering; }",
            &["1:34"][..],
        ),
        (
            "use a::{b, c::{Service as S}}; fn f() { S::Firewall; }",
            &["1:44"],
        ),
        (
            "use a::Service::{self as S, Firewall as F, Peering}; fn f() { F; S::Firewall; }",
            &["1:29", "1:69"],
        ),
        ("use a::Service::*; fn f() { Firewall; }", &[]),
        ("impl Service { fn f() { Self::Firewall; } }", &[]),
        (
            "fn f() { <Service as Other>::Firewall; Other::Firewall; Service::COUNT; }",
            &[],
        ),
        (
            "fn f() -> impl Fn() + use<> { Service::Firewall }",
            &["1:40"],
        ),
        (
            "fn f() { é!(r#Service::r#Firewall) }\r\n\r\nconst A: X = Service::Firewall;",
            &["1:24", "3:23"],
        ),
        (
            "controls! { #[doc = Service::Firewall] enum A { B = \"B\" { C = \"C\" } } }",
            &[],
        ),
        ("use", &[]),
    ] {
        let sample = Sample::package(&(definition("Service", "../document.md") + "mod user;"))
            .file("src/user.rs", source);
        let run = sample.run(&["explain", "Service::firewall", "--format", "json"]);
        let expected: Vec<_> = expected
            .iter()
            .map(|place| format!("src/user.rs:{place}"))
            .collect();
        assert_eq!(uses(&run), expected, "{source}");
    }
}

#[test]
fn brackets_without_end_are_no_trouble() {
    let (open, close) = ("(".repeat(50_000), ")".repeat(50_000));
    let sample = Sample::package(&(definition("Service", "../document.md") + "mod user;")).file(
        "src/user.rs",
        format!("const A: X = {open}Service::Firewall{close};"),
    );
    let run = sample.run(&["explain", "firewall", "--format", "json"]);
    assert_eq!(uses(&run), ["src/user.rs:1:50023"]);
}

#[test]
fn a_catalog_without_document_or_answers_is_explained() {
    let sample = Sample::package(
        "controls! { enum A { B = \"B\" { C = \"C d\" { notes: \"[x](y.md)\" } } } }",
    );
    assert_snapshot!(
        "explain_without_document",
        sample.run(&["explain", "d"]).golden()
    );
    let json = sample.run(&["explain", "d", "--format", "json"]).json();
    let found = &json["matches"][0];
    assert_eq!(
        (&found["answer"], &found["verdict"], &found["document"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!(
        found["links"],
        serde_json::json!([{ "text": "x", "target": "y.md", "url": null }])
    );
}

#[test]
fn mistakes_are_shown_and_the_control_as_well() {
    let source = definition("Service", "../gone.md")
        + &definition("Other", "../document.md").replace("Yes", "Yess");
    let run = Sample::package(&source).run(&["explain", "Service::Firewall"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stdout
            .contains("  document       couldn't be compared\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stderr
            .contains("there is no such file\n         --> gone.md\n"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("`Yess`"), "{}", run.stderr);
}

#[test]
fn what_is_no_place_of_catalogs_is_an_error() {
    let sample = Sample::package("fn f() {}");
    for (words, expected) in [
        (
            &["a"][..],
            "error: there is nothing to explain in `.`: no `controls!` in the sources of `sample`\n\n",
        ),
        (
            &["forced", "tunneling"],
            "error: there is no folder `tunneling`: if it's a word of the control, write `cargo controls explain \"forced tunneling\"`\n\n",
        ),
        (
            &["a", "Cargo.toml"],
            "error: `Cargo.toml` isn't a folder: name that of a package or workspace\n\n",
        ),
    ] {
        let run = sample.run(&[&["explain"], words].concat());
        assert_eq!((run.code, &*run.stdout, &*run.stderr), (2, "", expected));
    }
}

#[test]
fn what_a_terminal_would_obey_is_not_printed() {
    let source = "controls! { enum A { B = \"B\" { C = \"C \\u{1b}[31m\" { notes: \"\\u{202e}x\" }, D = \"D x\" } } }";
    let sample = Sample::package(source);
    for words in ["c", "x"] {
        let run = sample.run(&["explain", words]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(
            !run.stdout.contains(['\u{1b}', '\u{202e}']),
            "{}",
            run.stdout
        );
    }
}
