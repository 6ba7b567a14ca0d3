//! `trace`.

use insta::assert_snapshot;
use serde_json::Value;

use crate::sample::{Run, Sample};

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
    let package = |name: &str, more: &str| {
        format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\n{more}")
    };
    Sample::empty()
        .file(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"catalog\", \"tool\", \"other\"]\n",
        )
        .file(
            "catalog/Cargo.toml",
            package("catalog", "controls-core = \"0.1\""),
        )
        .file("catalog/src/lib.rs", CATALOG)
        .file(
            "tool/Cargo.toml",
            package(
                "tool",
                "controls-core = \"0.1\"\ncatalog = { path = \"../catalog\" }\n",
            ),
        )
        .file("tool/src/main.rs", TOOL)
        .file("tool/src/access.rs", ACCESS)
        .file("other/Cargo.toml", package("other", ""))
        .file(
            "other/src/lib.rs",
            "controls! { enum Other { A = \"A\" { B = \"B\" } } }",
        )
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
    let sample = Sample::package(&source).file(
        "Cargo.toml",
        "[package]\nname = \"sample\"\nedition = \"2024\"\n[dependencies]\ncontrols-core = \"0.1\"\n",
    );
    let run = sample.run(&["trace", "-q"]);
    assert_eq!(run.code, 2);
    assert_snapshot!("trace_not_seen", sample.run(&["trace"]).stderr);
}

#[test]
fn a_trace_fits_the_terminal() {
    use crate::sample::{command, run};
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
