//! `trace`.

use std::{fs, process::Command};

use controls_azure_backup::AzureBackup;
use controls_core::{Assessment, Finding};
use insta::assert_snapshot;
use serde_json::Value;

use crate::sample::{Run, Sample, command, definition, run, workspace};

const CATALOG: &str = r#"controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            Tunnel = "Tunneling support" => No,
            Peering = "Peering of networks" => No,
        }
        Identity = "Identity" {
            Authorization = "Authorization" => Yes,
            Login = "Login with a second factor" => NotApplicable,
            Logout = "Logout" => "Yes (Premium)",
            Audit = "Audit" => Yes,
        }
    }
}
"#;

const TOOL: &str = r#"use catalog::Service::{self, *};
use controls_core::{satisfies, waived};

mod access;

#[satisfies(Service::Firewall)]
fn is_open(port: u16) -> bool {
    port == 443
}

waived!(Tunnel, reason = "nobody has asked for it", until = "2027-03-31");
waived!(Service::Peering, reason = "not before the next release", until = "2026-01-31");

#[satisfies(Service::Audit, reviewed = "00000000000000000000000000000000")]
fn audit() {}

fn main() {}
"#;

const ACCESS: &str = r"use controls_core::{satisfies, verifies};

pub trait Access {
    fn may_read(&self) -> bool;
}

pub struct Vault;

#[satisfies(catalog::Service::Authorization)]
#[cfg(unix)]
impl Access for Vault {
    fn may_read(&self) -> bool {
        controls_core::evidence::satisfies!(super::Login);
        true
    }
}

#[cfg(test)]
mod tests {
    #[test]
    #[super::verifies(crate::Authorization, crate::Service::Logout)]
    fn a_stranger_is_turned_away() {}
}
";

/// A workspace with a catalog, and a tool that does something for its controls.
fn sample() -> Sample {
    let package = |name: &str, needs: &[&str]| {
        let needs = needs
            .iter()
            .map(|name| format!("{name} = {{ path = \"../{name}\" }}\n"));
        let needs: String = needs.collect();
        format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\n{needs}")
    };
    locked(
        Sample::empty()
            .file(
                "Cargo.toml",
                "[workspace]\nresolver = \"3\"\nmembers = [\"catalog\", \"tool\", \"other\", \"controls-core\"]\n",
            )
            .file("controls-core/Cargo.toml", package("controls-core", &[]))
            .file("controls-core/src/lib.rs", "")
            .file("catalog/Cargo.toml", package("catalog", &["controls-core"]))
            .file("catalog/src/lib.rs", CATALOG)
            .file("tool/Cargo.toml", package("tool", &["controls-core", "catalog"]))
            .file("tool/src/main.rs", TOOL)
            .file("tool/src/access.rs", ACCESS)
            .file("other/Cargo.toml", package("other", &[]))
            .file(
                "other/src/lib.rs",
                "controls! { enum Other { A = \"A\" { B = \"B\" } } }",
            ),
    )
}

/// With a lock file, without which Cargo isn't asked what packages depend on.
fn locked(sample: Sample) -> Sample {
    let status = Command::new(env!("CARGO"))
        .args(["generate-lockfile", "--offline", "-q"])
        .current_dir(sample.root())
        .status();
    assert!(status.unwrap().success());
    sample
}

/// The command on the day before the waiver ends.
fn trace(sample: &Sample, words: &[&str]) -> Run {
    sample.run(&[&["trace", "--today", "2027-03-31"], words].concat())
}

fn states(json: &Value) -> Vec<(String, String)> {
    let catalogs = json["catalogs"].as_array().unwrap().iter();
    let controls = catalogs.flat_map(|catalog| catalog["controls"].as_array().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    controls
        .map(|control| (text(&control["variant"]), text(&control["state"])))
        .collect()
}

#[test]
fn each_control_has_what_the_sources_say() {
    let sample = sample();
    assert_snapshot!("trace", trace(&sample, &["-p", "tool"]).golden());
    let narrow = sample.run(&["trace", "Service", "--today", "2027-03-31", "-q"]);
    assert_snapshot!("trace_quiet", narrow.golden());
}

#[test]
fn the_keys_of_a_trace_are_stable() {
    assert_snapshot!(
        "trace_json",
        trace(&sample(), &["Service", "--format", "json"]).golden()
    );
}

#[test]
fn waivers_end() {
    let sample = sample();
    for (today, expected) in [
        ("2025-12-31", ["waived", "waived"]),
        ("2027-03-31", ["waived", "open"]),
        ("2027-04-01", ["open", "open"]),
    ] {
        let json = sample
            .run(&["trace", "--today", today, "-p", "tool", "--format", "json"])
            .json();
        let states = states(&json);
        let of = |variant: &str| &*states.iter().find(|(name, _)| name == variant).unwrap().1;
        assert_eq!([of("Tunnel"), of("Peering")], expected, "{today}");
    }
}

#[test]
fn what_is_required_fails() {
    let sample = sample();
    assert_snapshot!(
        "trace_required",
        trace(
            &sample,
            &[
                "Service",
                "-q",
                "--require",
                "satisfied",
                "--require",
                "verified"
            ]
        )
        .golden()
    );
    for (words, expected) in [
        (
            &["--require", "satisfied"][..],
            &["Peering", "Logout", "Audit"][..],
        ),
        (
            &["--require", "verified"],
            &["Firewall", "Peering", "Login", "Audit"],
        ),
    ] {
        let run = trace(&sample, &[&["Service"], words].concat());
        assert_eq!(run.code, 1);
        let named: Vec<&str> = run
            .stderr
            .lines()
            .filter_map(|line| {
                line.strip_prefix("error: ")?
                    .split("`Service::")
                    .nth(1)?
                    .split('`')
                    .next()
            })
            .collect();
        assert_eq!(named, expected, "{words:?}");
    }
}

#[test]
fn what_is_no_catalog_is_named() {
    let sample = sample();
    for (words, expected) in [
        (
            &["Servise"][..],
            "error: no catalog in scope is called `Servise`\n  = help: a catalog with a similar name is: `Service`\n\n",
        ),
        (
            &["Backup"],
            "error: no catalog in scope is called `Backup`\n  = help: the catalogs in scope are `Other`, `Service`\n\n",
        ),
        // The tool doesn't depend on it.
        (
            &["Other", "-p", "tool"],
            "error: no catalog in scope is called `Other`\n  = help: the catalogs in scope are `Service`\n\n",
        ),
    ] {
        let run = trace(&sample, words);
        assert_eq!(
            (run.code, &*run.stdout, &*run.stderr),
            (2, "", expected),
            "{words:?}"
        );
    }
    let run = Sample::package("fn f() {}").run(&["trace"]);
    assert_eq!(
        (run.code, &*run.stderr),
        (
            2,
            "error: there is nothing to trace in `.`: no `controls!` in the sources of `sample`\n\n"
        )
    );
    let run = trace(&sample, &["--today", "31.3.2027"]);
    assert_eq!(run.code, 2);
}

#[test]
fn what_is_not_seen_is_said() {
    let source = CATALOG.to_owned()
        + "macro_rules! m { ($c:path) => { #[satisfies($c)] fn f() {} }; }\n#[satisfies(Service::Firewal)]\nfn f() {}\n#[satisfies(Service::Tunnel, reviewed = \"1\")]\nfn g() {}\n";
    let core = "[package]\nname = \"controls-core\"\nedition = \"2024\"\n";
    let sample = locked(
        Sample::package(&source)
            .file(
                "Cargo.toml",
                "[package]\nname = \"sample\"\nedition = \"2024\"\n[dependencies]\ncontrols-core = { path = \"core\" }\n",
            )
            .file("core/Cargo.toml", core)
            .file("core/src/lib.rs", ""),
    );
    let run = sample.run(&["trace", "-q"]);
    assert_eq!(run.code, 2);
    assert_snapshot!("trace_not_seen", sample.run(&["trace"]).stderr);
}

#[test]
fn a_trace_fits_the_terminal() {
    use unicode_width::UnicodeWidthStr;

    let sample = sample();
    for columns in [50, 60, 80, 120] {
        let run = run(command(sample.root())
            .env("COLUMNS", columns.to_string())
            .args(["trace", "-p", "tool"]));
        for line in run.stdout.lines() {
            assert!(line.width() <= columns, "{columns}: {line}");
        }
    }
}

/// The trace of the example of Azure Backup.
fn example(words: &[&str]) -> Run {
    run(command(&workspace())
        .args([
            "trace",
            "AzureBackup",
            "-p",
            "controls-azure-backup",
            "--today",
            "2027-03-31",
        ])
        .args(words))
}

#[test]
fn the_example_has_one_gap_and_one_waiver() {
    let url = "https://example.test/{file}#L{line}";
    for (name, words) in [
        ("text", &[][..]),
        ("json", &["--format", "json"]),
        ("markdown", &["--format", "markdown", "--source-url", url]),
        ("html", &["--format", "html", "--source-url", url]),
        ("sarif", &["--format", "sarif"]),
        (
            "github",
            &[
                "--format",
                "github",
                "--require",
                "satisfied",
                "--require",
                "verified",
            ],
        ),
        ("assessment", &["--assessment"]),
    ] {
        assert_snapshot!(format!("trace_example_{name}"), example(words).golden());
    }
}

#[test]
fn an_assessment_is_read_back() {
    let read: Assessment<AzureBackup> =
        serde_json::from_str(&example(&["--assessment"]).stdout).unwrap();
    let counts = read.counts();
    assert_eq!(
        (counts.satisfied, counts.waived, counts.not_assessed),
        (13, 1, 1)
    );
    let gaps: Vec<AzureBackup> = read.gaps().map(|(control, _)| control).collect();
    assert_eq!(gaps, [AzureBackup::EncryptionAtRestCustomerManagedKeys]);
    assert!(matches!(
        &read.get(AzureBackup::VnetInjection).finding,
        Finding::Waived { until, .. } if until.to_string() == "2099-12-31"
    ));
    // By its id: what `explain` shows of the workspace doesn't depend on the lines of this file.
    let authorization = AzureBackup::from_id("authorization").unwrap();
    assert_eq!(
        read.get(authorization).evidence,
        "satisfied by service::identity::<Directory as Access>::may_write; verified by service::identity::tests::a_reader_may_not_write"
    );
    let several = trace(&sample(), &["--assessment"]);
    assert_eq!(
        (several.code, &*several.stderr),
        (
            2,
            "error: an assessment is of one catalog, and `Service`, `Other` are in scope\n  = help: name one\n\n"
        )
    );
}

/// A package with a test that verifies a control in its library, another in a test of the same name in `tests`.
fn tested() -> Sample {
    let test = |control: &str, name: &str| {
        format!("#[test] #[verifies(Service::{control})] fn {name}() {{}}\n")
    };
    let source = CATALOG.to_owned()
        + &test("Firewall", "firewall")
        + &test("Tunnel", "twice")
        + &format!("mod inner {{ {} }}\n", test("Peering", "peering"))
        + &test("Authorization", "cases").replace("#[test]", "#[rstest]")
        + "#[test] #[ignore] #[verifies(Service::Login)] fn slow() {}\n";
    Sample::package(&source).file(
        "tests/it.rs",
        test("Logout", "twice") + "#[verifies(Service::Audit)] fn checked() {}",
    )
}

#[test]
fn only_tests_that_passed_verify() {
    let nextest = |cases: &str| {
        format!(
            "<?xml version=\"1.0\"?><testsuites><testsuite name=\"sample\">{cases}</testsuite></testsuites>"
        )
    };
    let passed =
        |group: &str, name: &str| format!("<testcase classname=\"{group}\" name=\"{name}\"/>");
    let failed = |group: &str, name: &str| {
        format!("<testcase classname=\"{group}\" name=\"{name}\"><failure/></testcase>")
    };
    let cases = [
        // All that passed, of `cargo nextest`.
        (
            nextest(
                &[
                    passed("sample", "firewall"),
                    passed("sample", "inner::peering"),
                    passed("sample", "twice"),
                    passed("sample::it", "twice"),
                    passed("sample", "cases::case_1"),
                    passed("sample", "cases::case_2"),
                    // What makes it a test isn't seen, but it has run.
                    passed("sample::it", "checked"),
                ]
                .concat(),
            ),
            [
                "passed", "passed", "passed", "passed", "missing", "passed", "passed",
            ],
        ),
        // Another test of the same name is another test.
        (
            nextest(
                &[
                    failed("sample", "firewall"),
                    passed("sample", "twice"),
                    passed("sample", "cases::case_1"),
                    failed("sample", "cases::case_2"),
                    "<testcase classname=\"sample\" name=\"slow\"><skipped/></testcase>".to_owned(),
                ]
                .concat(),
            ),
            [
                "failed", "passed", "missing", "failed", "skipped", "missing", "missing",
            ],
        ),
        // `cargo2junit` doesn't say the target.
        (
            nextest(
                &[
                    passed("", "firewall"),
                    passed("inner", "peering"),
                    passed("", "twice"),
                    passed("cases", "case_1"),
                ]
                .concat(),
            ),
            [
                "passed", "missing", "passed", "passed", "missing", "missing", "missing",
            ],
        ),
    ];
    for (xml, expected) in cases {
        let sample = tested().file("junit.xml", &xml);
        let run = sample.run(&["trace", "--results", "junit.xml", "--format", "json"]);
        let json = run.json();
        let controls = json["catalogs"][0]["controls"].as_array().unwrap();
        let runs: Vec<&str> = controls
            .iter()
            .map(|control| control["verified_by"][0]["run"].as_str().unwrap())
            .collect();
        assert_eq!(runs, expected, "{xml}");
        let states = states(&json);
        for ((_, state), run) in states.iter().zip(runs) {
            assert_eq!(state == "only-verified", run == "passed", "{xml}");
        }
    }
    let sample = tested().file(
        "junit.xml",
        nextest(&[failed("", "firewall"), passed("", "twice")].concat()),
    );
    assert_snapshot!(
        "trace_results",
        sample
            .run(&["trace", "--results", "junit.xml", "--require", "verified"])
            .golden()
    );
    let sample = tested().file("junit.xml", nextest(&passed("other", "test")));
    let run = sample.run(&["trace", "--results", "junit.xml"]);
    assert_eq!(
        run.stderr,
        "warning: no test that verifies a control is among the results: are they those of these packages?\n\n"
    );
}

#[test]
fn what_nothing_runs_verifies_nothing() {
    let source = CATALOG.to_owned()
        + "#[test] #[verifies(Service::Firewall)] fn test() {}\n"
        + "#[test] #[ignore] #[verifies(Service::Tunnel)] fn slow() {}\n"
        + "#[verifies(Service::Peering)] fn helper() {}\n"
        + "#[cfg(any())] #[test] #[verifies(Service::Login)] fn off() {}\n"
        + "#[contest] #[verifies(Service::Authorization)] fn contest() {}\n"
        + "#[cfg(any())] #[satisfies(Service::Audit)] fn gone() {}\n"
        + "#[cfg(any())] waived!(Service::Logout, reason = \"r\\n  Audit  satisfied\", until = \"2027-03-31\");\n";
    let sample = Sample::package(&source);
    assert_snapshot!(
        "trace_idle",
        trace(&sample, &["--require", "verified"]).golden()
    );
}

#[test]
fn targets_that_are_not_tested_verify_nothing() {
    let test = |control: &str, name: &str| {
        format!("#[test] #[verifies(Service::{control})] fn {name}() {{}}\n")
    };
    let manifest = "[lib]\ntest = false\n[[test]]\nname = \"own\"\nharness = false\n[[example]]\nname = \"with\"\ntest = true\n[[test]]\nname = \"it\"\nrequired-features = [\"extra\"]\n[features]\nextra = []\n";
    let sample = Sample::package(&(CATALOG.to_owned() + &test("Firewall", "library")));
    let manifest = fs::read_to_string(sample.root().join("Cargo.toml")).unwrap() + manifest;
    let sample = sample
        .file("Cargo.toml", manifest)
        .file("tests/own.rs", test("Tunnel", "own") + "fn main() {}")
        .file("tests/it.rs", test("Peering", "it"))
        .file(
            "examples/with.rs",
            test("Authorization", "with") + "fn main() {}",
        )
        .file(
            "examples/without.rs",
            test("Login", "without") + "fn main() {}",
        )
        .file("benches/speed.rs", test("Logout", "speed"));
    let run = trace(&sample, &["--format", "json"]);
    let json = run.json();
    let controls = json["catalogs"][0]["controls"].as_array().unwrap();
    let idle: Vec<Option<&str>> = controls
        .iter()
        .map(|control| control["verified_by"][0]["idle"].as_str())
        .collect();
    assert_eq!(
        idle,
        [
            Some("untested"),
            Some("no-harness"),
            None,
            None,
            Some("untested"),
            Some("untested"),
            None
        ]
    );
    assert_eq!(
        controls[2]["verified_by"][0]["cfgs"][0],
        "cfg(feature = \"extra\")"
    );
    assert_snapshot!(
        "trace_untested",
        trace(&sample, &["--require", "verified", "--quiet"]).golden()
    );
}

#[test]
fn a_waiver_that_has_ended_is_in_an_assessment_as_written() {
    let waived = |reason: &str, until: &str| {
        format!("waived!(Service::Peering, reason = \"{reason}\", until = \"{until}\");\n")
    };
    let source = CATALOG.to_owned()
        + &waived("later", "2026-01-31")
        + &waived("first", "2025-01-31")
        + "#[cfg(any())] "
        + &waived("off", "2027-01-31");
    let sample = Sample::package(&source);
    let json = trace(&sample, &["--assessment"]).json();
    let finding = &json["peering"]["finding"]["Waived"];
    assert_eq!(
        (finding["reason"].as_str(), finding["until"].as_str()),
        (Some("later"), Some("2026-01-31"))
    );
}

#[test]
fn catalogs_of_one_name_are_told_apart_by_their_modules() {
    let catalog = "controls_core::controls! { pub enum S { N = \"N\" { One = \"One\" } } }\n";
    let source = format!(
        "pub mod a {{
            {catalog}
            mod tests {{ use super::*; #[satisfies(S::One)] fn star() {{}} }}
            #[satisfies(S::One)] fn own() {{}}
        }}
        mod b;
        mod c {{
            use crate::b::inner::S;
            #[satisfies(S::One)] fn imported() {{}}
            fn block() {{ use crate::a::S; satisfies!(S::One); }}
        }}
        mod d {{ pub use crate::a::*; }}
        mod e {{ use crate::d::S; #[satisfies(S::One)] fn through() {{}} }}
        mod g {{ use crate::b::Other as T; use T::*; #[satisfies(One)] fn variant() {{}} }}
        mod h {{ #[satisfies(super::a::S::One)] fn outer() {{}} }}
        mod i {{ #[satisfies(S::One)] mod j {{ use crate::a::S; }} use crate::b::Other as S; }}
        mod k {{ pub use crate::l::*; pub use crate::a::S; }}
        mod l {{ pub use crate::k::*; #[satisfies(S::One)] fn circle() {{}} }}
        #[satisfies(crate::a::S::One)] fn whole() {{}}
        mod unknown {{ use elsewhere::S; #[satisfies(S::One)] fn f() {{}} }}
        "
    );
    let inner = format!(
        "pub mod inner {{
            {catalog}
            #[satisfies(S::One)] fn own() {{}}
            #[satisfies(self::S::One)] fn here() {{}}
        }}
        pub use inner::S as Other;"
    );
    let sample = Sample::package(&source).file("src/b.rs", inner);
    let run = trace(&sample, &["--format", "json"]);
    let json = run.json();
    let catalogs = json["catalogs"].as_array().unwrap().iter();
    let items: Vec<Vec<&str>> = catalogs
        .map(|catalog| {
            let claims = catalog["controls"][0]["satisfied_by"].as_array().unwrap();
            let items = claims.iter().map(|claim| claim["item"].as_str().unwrap());
            items.collect()
        })
        .collect();
    assert_eq!(
        items,
        [
            &[
                "sample::a::tests::star",
                "sample::a::own",
                "sample::c::block",
                "sample::e::through",
                "sample::h::outer",
                "sample::l::circle",
                "sample::whole",
            ][..],
            &[
                "sample::c::imported",
                "sample::g::variant",
                "sample::i::j",
                "sample::b::inner::own",
                "sample::b::inner::here",
            ],
        ]
    );
    assert_eq!(run.stderr.matches("warning: ").count(), 1);
    assert!(
        run.stderr.contains(
            "`S::One` may be a control in `sample::a` or in `sample::b::inner`, so it isn't counted: write its whole path, from the crate on"
        ),
        "{}",
        run.stderr
    );
}

#[test]
fn catalogs_of_one_name_are_told_apart_through_facades() {
    let package = |name: &str, needs: &str| {
        format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\n{needs}\n")
    };
    let edition = |name: &str, last: &str| {
        format!(
            "pub mod {name} {{ controls_core::controls! {{ pub enum Bench {{ N = \"N\" {{ One = \"One\", {last} = \"{last}\" }} }} }} }}\n"
        )
    };
    let sample = locked(
        Sample::empty()
            .file(
                "Cargo.toml",
                "[workspace]\nresolver = \"3\"\nmembers = [\"cat\", \"facade\", \"tool\"]\n",
            )
            .file("cat/Cargo.toml", package("cat", ""))
            .file(
                "cat/src/lib.rs",
                edition("v1", "Two") + &edition("v2", "Three") + "pub use v2::Bench;",
            )
            .file(
                "facade/Cargo.toml",
                package("facade", "cat = { path = \"../cat\" }"),
            )
            .file(
                "facade/src/lib.rs",
                "pub use cat::v1; pub use cat::Bench as Latest; pub mod prelude { pub use cat::v1::*; }",
            )
            .file(
                "tool/Cargo.toml",
                package(
                    "tool",
                    "a-facade = { package = \"facade\", path = \"../facade\" }\nbench = { package = \"cat\", path = \"../cat\" }",
                ),
            )
            .file(
                "tool/src/lib.rs",
                "use a_facade::prelude::*;\n\
                 #[satisfies(Bench::One)] fn prelude() {}\n\
                 #[satisfies(a_facade::v1::Bench::One)] fn facade() {}\n\
                 #[satisfies(a_facade::Latest::One)] fn latest() {}\n\
                 #[satisfies(bench::v1::Bench::One)] fn renamed() {}\n\
                 #[cfg(test)] mod tests { use super::*; use bench::Bench as B;\n\
                 #[test] #[verifies(B::One)] fn own() {}\n\
                 #[test] #[verifies(Bench::One)] fn stars() {} }\n",
            )
            .file("tool/tests/it.rs", "#[verifies(bench::Bench::One)] #[test] fn other() {}\n"),
    );
    let run = trace(&sample, &["-p", "tool", "--format", "json"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let json = run.json();
    let items = |catalog: usize, key: &str| -> Vec<String> {
        let claims = &json["catalogs"][catalog]["controls"][0][key];
        let claims = claims.as_array().unwrap().iter();
        let items = claims.map(|claim| claim["item"].as_str().unwrap().to_owned());
        items.collect()
    };
    assert_eq!(
        items(0, "satisfied_by"),
        ["tool::prelude", "tool::facade", "tool::renamed"]
    );
    assert_eq!(items(0, "verified_by"), ["tool::tests::stars"]);
    assert_eq!(items(1, "satisfied_by"), ["tool::latest"]);
    assert_eq!(items(1, "verified_by"), ["tool::tests::own", "it::other"]);
    let shown = trace(&sample, &["-p", "tool"]).stdout;
    for heading in ["Bench (cat/src/lib.rs:1)\n", "\nBench (cat/src/lib.rs:2)\n"] {
        assert!(shown.contains(heading), "{shown}");
    }
}

#[test]
fn sections_have_the_headings_above_them() {
    let catalog = CATALOG
        .replace(
            "    pub enum",
            "    #[document = \"../document.md\"]\n    pub enum",
        )
        .replace(
            "        Network =",
            "        #[group = \"Relay\"]\n        Network =",
        );
    let sample = Sample::package(&catalog);
    let shown = trace(&sample, &[]).stdout;
    assert!(shown.contains("\nRelay > Network\n"), "{shown}");
    let json = trace(&sample, &["--format", "json"]).json();
    let control = &json["catalogs"][0]["controls"][0];
    assert_eq!(
        (&control["group"][0], &control["section"]),
        (&"Relay".into(), &"Network".into())
    );
}

#[test]
fn controls_have_their_labels() {
    let catalog = CATALOG
        .replace(
            "\"Firewall support\" => Yes",
            "\"Firewall support\" => Yes { label: \"TG-1\" }",
        )
        .replace("\"Audit\" => Yes", "\"Audit\" => Yes { label: \"TG-10\" }");
    let sample = Sample::package(&catalog);
    let shown = trace(&sample, &[]).stdout;
    for line in [
        "  TG-1   Firewall support            nothing",
        "         Tunneling support           nothing",
        "  TG-10  Audit                       nothing",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{shown}");
    }
    let markdown = trace(&sample, &["--format", "markdown"]).stdout;
    assert!(
        markdown.contains("| TG-1 Firewall support | nothing |"),
        "{markdown}"
    );
    let page = trace(&sample, &["--format", "html"]).stdout;
    assert!(
        page.contains("<th scope=\"row\">TG-10 Audit<small>"),
        "{page}"
    );
}

#[test]
fn a_day_is_one_of_the_calendar() {
    for day in [
        "2026-13-01",
        "2026-02-29",
        "1.2.2026",
        "2026-1-1",
        "",
        "2026-01-01T00:00",
    ] {
        let run = tested().run(&["trace", "--today", day]);
        let expected = format!(
            "error: invalid value '{day}' for '--today <DATE>': `{day}` isn't a day of the calendar: expected `YYYY-MM-DD`\n"
        );
        assert_eq!(run.code, 2, "{day}");
        assert!(run.stderr.starts_with(&expected), "{}", run.stderr);
    }
}

#[test]
fn results_that_cannot_be_read_are_an_error() {
    let sample = tested().file("a.xml", "<html/>");
    for (file, expected) in [
        (
            "a.xml",
            "error: the results `a.xml` aren't those of tests in JUnit's form: they begin with `<html>`\n\n",
        ),
        (
            "src/lib.rs",
            "error: the results `src/lib.rs` aren't those of tests in JUnit's form: unknown token at 1:1\n\n",
        ),
    ] {
        let run = sample.run(&["trace", "--results", file]);
        assert_eq!((run.code, &*run.stdout, &*run.stderr), (2, "", expected));
    }
    assert_eq!(sample.run(&["trace", "--results", "gone.xml"]).code, 2);
}

#[test]
fn only_an_earlier_page_is_overwritten() {
    let sample = sample();
    let write = |file: &str| trace(&sample, &["--format", "html", "--output", file]);
    for _ in 0..2 {
        let run = write("trace.html");
        assert_eq!((run.code, &*run.stdout, &*run.stderr), (0, "", ""));
    }
    let page = fs::read_to_string(sample.root().join("trace.html")).unwrap();
    assert_eq!(page, trace(&sample, &["--format", "html"]).stdout);
    let run = write("Cargo.toml");
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.starts_with(
            "error: `Cargo.toml` isn't a page that `cargo controls trace` has written"
        ),
        "{}",
        run.stderr
    );
    let run = trace(&sample, &["--output", "trace.html"]);
    assert_eq!(
        (run.code, &*run.stderr),
        (2, "error: `--output` is for pages: add `--format html`\n\n")
    );
}

#[test]
fn nothing_of_a_catalog_is_markup() {
    let source = "controls! { enum A { B = \"<i>|*\" { C = \"<script>|`a`\", } } }\n#[satisfies(A::C)]\nfn f() {}\nwaived!(A::C, reason = \"</td>&|\u{202e}\", until = \"2027-03-31\");";
    let sample = Sample::package(source);
    let html = trace(&sample, &["--format", "html"]).stdout;
    assert!(
        !html.contains("<script>") && !html.contains("<i>") && !html.contains('\u{202e}'),
        "{html}"
    );
    assert!(html.contains("&#60;script&#62;|`a`"), "{html}");
    let markdown = trace(&sample, &["--format", "markdown"]).stdout;
    assert!(
        markdown.contains("| \\<script\\>\\|\\`a\\` | satisfied |"),
        "{markdown}"
    );
}

#[test]
fn catalogs_of_dependencies_are_in_scope() {
    let manifest = |name: &str, needs: &str| {
        format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\n{needs}\n[workspace]\n"
        )
    };
    let core = "controls-core = { path = \"../core\" }";
    let sample = Sample::empty()
        .file("core/Cargo.toml", manifest("controls-core", ""))
        .file("core/src/lib.rs", "")
        .file("catalog/Cargo.toml", manifest("catalog", core))
        .file(
            "catalog/src/lib.rs",
            CATALOG.to_owned() + "#[satisfies(Service::Audit)] fn f() {}",
        )
        .file(
            "tool/Cargo.toml",
            manifest(
                "tool",
                &format!("{core}\ncatalog = {{ path = \"../catalog\" }}"),
            ),
        )
        .file(
            "tool/src/lib.rs",
            "#[satisfies(catalog::Service::Login)] fn f() {}",
        );
    let generated = Command::new(env!("CARGO"))
        .args(["generate-lockfile", "--offline", "-q"])
        .current_dir(sample.root().join("tool"))
        .status();
    assert!(generated.unwrap().success());
    let run = sample.run_in("tool", &["trace", "--format", "json"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let states = states(&run.json());
    // What the catalog's own crate does is no business of the tool's.
    let done = states.iter().filter(|(_, state)| state != "open");
    assert_eq!(
        done.collect::<Vec<_>>(),
        [&("Login".to_owned(), "satisfied".to_owned())]
    );
}

#[test]
fn a_catalog_that_has_drifted_is_traced_with_a_warning() {
    let source = definition("Service", "../document.md");
    let satisfied = "#[controls_core::satisfies(Service::Firewall)] fn f() {}\n";
    for (source, expected) in [
        (source.clone(), ""),
        (
            source.replace("=> No", "=> Yes"),
            "warning: `Service` isn't in step with its document, and has been traced as it's defined: 1 difference\n",
        ),
    ] {
        let run = trace(&Sample::package(&format!("{source}{satisfied}")), &[]);
        assert_eq!(run.code, 0, "{}", run.golden());
        assert!(run.stdout.contains("satisfied"), "{}", run.golden());
        assert!(run.stderr.starts_with(expected), "{}", run.stderr);
        assert_eq!(run.stderr.is_empty(), expected.is_empty(), "{}", run.stderr);
    }
}

#[test]
fn a_module_of_the_name_of_a_test_is_no_case_of_it() {
    let source = CATALOG.to_owned()
        + "#[test] #[ignore] #[verifies(Service::Firewall)] fn login() {}
           mod login { #[test] fn parses() {} }
           #[verifies(Service::Tunnel)] fn helper() {}
           mod helper { #[test] fn parses() {} }
           #[rstest] #[case(1)] #[verifies(Service::Peering)] fn peers(#[case] of: u8) {}
           mod r#type { #[test] #[verifies(Service::Login)] fn r#match() {} }
           mod other { #[test] #[verifies(Service::Audit)] fn of_a_crate() {} }";
    let passed = [
        ("sample", "login::parses"),
        ("sample", "helper::parses"),
        ("sample", "peers::case_1"),
        ("sample", "r#type::r#match"),
        // Of the library of another package.
        ("other", "of_a_crate"),
    ];
    let suites = passed.map(|(target, name)| {
        format!("<testsuite name=\"{target}\"><testcase classname=\"{target}\" name=\"{name}\"/></testsuite>")
    });
    let results = format!("<testsuites>{}</testsuites>", suites.concat());
    let sample = Sample::package(&source).file("junit.xml", results);
    let run = trace(&sample, &["--results", "junit.xml", "--format", "json"]);
    let json = run.json();
    let sections = json["catalogs"][0]["sections"].as_array();
    assert!(sections.is_none(), "controls are in one list");
    let controls = json["catalogs"][0]["controls"].as_array().unwrap().iter();
    let verified = controls.filter(|of| of["state"] == "only-verified");
    let verified: Vec<&str> = verified.map(|of| of["id"].as_str().unwrap()).collect();
    assert_eq!(verified, ["peering", "login"], "{}", run.stdout);
}

#[test]
fn what_goes_by_the_name_of_a_catalog_is_what_it_stands_for() {
    let catalog = |name: &str| {
        format!(
            "controls_core::controls! {{ pub enum {name} {{ N = \"N\" {{ One = \"One\" }} }} }}"
        )
    };
    let source = format!(
        "pub mod a {{ {} }}
        pub mod b {{ {} }}
        pub mod renamed {{ pub use crate::b::Other as Service; }}
        pub mod alias {{ pub type Service = crate::b::Other; }}
        #[satisfies(renamed::Service::One)] fn by_path() {{}}
        mod u {{ use crate::alias::Service; #[satisfies(Service::One)] fn by_alias() {{}} }}
        mod v {{ use crate::renamed::*; #[satisfies(Service::One)] fn by_star() {{}} }}
        #[satisfies(a::Service::One)] fn itself() {{}}",
        catalog("Service"),
        catalog("Other")
    );
    let run = trace(&Sample::package(&source), &["--format", "json"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let json = run.json();
    let catalogs = json["catalogs"].as_array().unwrap().iter();
    let items = catalogs.map(|catalog| {
        let claims = catalog["controls"][0]["satisfied_by"].as_array().unwrap();
        let items = claims.iter().map(|claim| claim["item"].as_str().unwrap());
        (catalog["name"].as_str().unwrap(), items.collect())
    });
    let items: Vec<(&str, Vec<&str>)> = items.collect();
    assert_eq!(
        items,
        [
            ("Service", vec!["sample::itself"]),
            (
                "Other",
                vec![
                    "sample::by_path",
                    "sample::u::by_alias",
                    "sample::v::by_star"
                ]
            ),
        ]
    );
}

#[test]
fn the_macros_are_known_by_any_name_that_they_are_passed_on_under() {
    let source = CATALOG.to_owned()
        + "mod m1 { use super::m2::two as three; #[three(crate::Service::Firewall)] fn chained() {} }
           mod m2 { pub use super::m3::one as two; }
           mod m3 { pub use controls_core::satisfies as one; }
           #[facade::fulfils(Service::Tunnel)] fn passed_on() {}";
    let package = |name: &str, needs: &str| {
        format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\n{needs}\n")
    };
    let sample = locked(
        Sample::empty()
            .file(
                "Cargo.toml",
                "[workspace]\nresolver = \"3\"\nmembers = [\"facade\", \"sample\"]\n",
            )
            .file("facade/Cargo.toml", package("facade", ""))
            .file(
                "facade/src/lib.rs",
                "pub use controls_core::satisfies as fulfils;",
            )
            .file(
                "sample/Cargo.toml",
                package("sample", "facade = { path = \"../facade\" }"),
            )
            .file("sample/src/lib.rs", source),
    );
    let run = trace(&sample, &["-p", "sample"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    for item in ["sample::m1::chained", "sample::passed_on"] {
        assert!(run.stdout.contains(item), "{}", run.stdout);
    }
}
