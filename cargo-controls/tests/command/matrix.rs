//! `matrix`: the catalogs in scope side by side.

use std::process::Command;

use insta::assert_snapshot;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::sample::{Run, Sample, command, definition, run};

/// Two services of a workspace and a benchmark that one of them depends on by a path: ids that are the same, titles that are
/// the same under other ids, titles that only look alike, and answers of each kind.
fn three() -> Sample {
    let package = |name: &str, dependencies: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"1.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
        )
    };
    let core = "controls-core = { path = \"../../elsewhere/controls-core\" }\n";
    let sample = Sample::empty()
        .file("app/Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"vault\", \"store\"]\n")
        .file(
            "app/vault/Cargo.toml",
            package("vault", &format!("{core}benchmark = {{ path = \"../../elsewhere/benchmark\" }}\n")),
        )
        .file(
            "app/vault/src/lib.rs",
            "controls_core::controls! {
    pub enum Vault {
        Keys = \"Data protection\" {
            ManagedKeys = \"Customer-managed keys\" => Yes { notes: \"In all regions.\", alias: [\"BYOK\"] },
            Rotation = \"Rotation of  [keys](./keys.md)\" => \"Yes (Premium | tier only)\",
        }
        Network = \"Network\" {
            Firewall = \"Firewall\" => No,
            Peering = \"=Peering\" => NotApplicable,
        }
    }
}
",
        )
        .file("app/store/Cargo.toml", package("store", core))
        .file(
            "app/store/src/lib.rs",
            "controls_core::controls! {
    pub enum Store {
        Net = \"network\" {
            Wall = \"FIREWALL\" => Yes,
            Firewalls = \"Firewalls of <others>\" => Unanswered,
        }
        Data = \"Data protection\" {
            ManagedKeys = \"Bring your own key\" => No,
        }
    }
}
",
        )
        .file(
            "elsewhere/benchmark/Cargo.toml",
            package("benchmark", "controls-core = { path = \"../controls-core\" }\n"),
        )
        .file(
            "elsewhere/benchmark/src/lib.rs",
            "controls_core::controls! {
    pub enum Benchmark {
        Hosts = \"Hosts\" { Clock = \"Clocks are synchronised\" { label: \"1.1\" } }
        Keys = \"Keys\" { Rotated = \"Rotation of keys\" { label: \"2.1\" } }
    }
}
",
        )
        .file("elsewhere/controls-core/Cargo.toml", package("controls-core", ""))
        .file("elsewhere/controls-core/src/lib.rs", "");
    let output = Command::new(env!("CARGO"))
        .args(["generate-lockfile", "--offline"])
        .current_dir(sample.root().join("app"))
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    sample
}

fn matrix(sample: &Sample, words: &[&str]) -> Run {
    sample.run_in("app", &[&["matrix"], words].concat())
}

fn as_wide_as(sample: &Sample, words: &[&str], columns: usize) -> Run {
    run(command(&sample.root().join("app"))
        .arg("matrix")
        .args(words)
        .env("COLUMNS", columns.to_string()))
}

/// The ids of the controls, each with the catalogs that have it.
fn shared(run: &Run) -> Vec<(String, Vec<String>)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let json = run.json();
    let controls = json["controls"].as_array().unwrap();
    let catalogs = |control: &Value| {
        let catalogs = control["catalogs"].as_array().unwrap();
        catalogs.iter().map(|of| text(&of["catalog"])).collect()
    };
    controls
        .iter()
        .map(|control| (text(&control["id"]), catalogs(control)))
        .collect()
}

#[test]
fn a_matrix_has_each_format() {
    let sample = three();
    assert_snapshot!("text", matrix(&sample, &[]).golden());
    for format in ["json", "csv", "markdown"] {
        assert_snapshot!(format, matrix(&sample, &["--format", format]).golden());
    }
    let page = matrix(&sample, &["--format", "html"]);
    assert_eq!((page.code, &*page.stderr), (0, ""));
    let (_, table) = page.stdout.split_once("<main>").unwrap();
    assert_snapshot!("html", table);
}

#[test]
fn who_has_a_control_is_one_line() {
    let sample = three();
    // By an alias that one of them has, by an id, and by words.
    for wanted in ["BYOK", "managed-keys", "bring your"] {
        let run = matrix(&sample, &[wanted]);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{wanted}");
        assert_eq!(
            run.stdout,
            "Data protection\n  Bring your own key (managed-keys)\n    Yes: Vault\n    No: Store\n\nno such control found in: Benchmark\n",
            "{wanted}"
        );
    }
    let rotation = matrix(&sample, &["2.1"]).stdout;
    assert!(
        rotation.contains(
            "    Yes (Premium | tier only): Vault\n    present: Benchmark\n\nno such control found in: Store\n"
        ),
        "{rotation}"
    );
}

#[test]
fn the_same_control_is_one_by_id_and_then_by_title() {
    let sample = three();
    let catalogs = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>()
    };
    let found = shared(&matrix(&sample, &["--format", "json"]));
    for (id, expected) in [
        ("managed-keys", &["Store", "Vault"][..]),
        ("wall", &["Store", "Vault"]),
        ("rotation", &["Vault", "Benchmark"]),
        ("firewalls", &["Store"]),
        ("clock", &["Benchmark"]),
    ] {
        let of = found.iter().filter(|(found, _)| found == id);
        let of: Vec<_> = of.map(|(_, catalogs)| catalogs).collect();
        assert_eq!(of, [&catalogs(expected)], "{id} of {found:?}");
    }
    // Nothing is left out, nothing there twice.
    let cells: usize = found.iter().map(|(_, catalogs)| catalogs.len()).sum();
    assert_eq!(cells, 9, "{found:?}");
}

#[test]
fn only_what_is_asked_for_is_compared() {
    let sample = three();
    for (words, expected) in [
        (
            &["--section", "Network"][..],
            &["wall", "firewalls", "peering"][..],
        ),
        (&["--section", "keys"], &["managed-keys", "rotation"]),
        (&["firewall", "-p", "store"], &["wall"]),
        (&["--section", "hosts"], &["clock"]),
    ] {
        let run = matrix(&sample, &[words, &["--format", "json"]].concat());
        assert_eq!((run.code, &*run.stderr), (0, ""), "{words:?}");
        let ids: Vec<String> = shared(&run).into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, expected, "{words:?}");
    }
    for (words, expected) in [
        (
            &["storage"][..],
            "error: no control of `Store`, `Vault`, `Benchmark` goes by `storage`\n  = help: the ids are ",
        ),
        (
            &["byoc"],
            "error: no control of `Store`, `Vault`, `Benchmark` goes by `byoc`\n  = help: did you mean `managed-keys`?\n",
        ),
        (
            &["--section", "Netwrk"],
            "error: no section is called `Netwrk`\n  = help: a section with a similar title is: `",
        ),
    ] {
        let run = matrix(&sample, words);
        assert_eq!((run.code, &*run.stdout), (2, ""), "{words:?}");
        assert!(run.stderr.starts_with(expected), "{}", run.stderr);
    }
}

#[test]
fn a_matrix_fits_the_terminal() {
    let sample = three();
    assert_snapshot!("narrow", as_wide_as(&sample, &[], 30).golden());
    for words in [&[][..], &["byok"]] {
        for columns in [20, 30, 50, 60, 80, 120] {
            let run = as_wide_as(&sample, words, columns);
            for line in run.stdout.lines() {
                assert!(line.width() <= columns, "{columns}: {line}");
            }
        }
    }
}

#[test]
fn a_matrix_of_one_catalog_is_a_table() {
    let run = Sample::package(&definition("Service", "../document.md")).run(&["matrix"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert_eq!(
        run.stdout,
        "            Service\n\nNetwork\n  Firewall  Yes\n  Peering   No\n"
    );
}

/// A page of two services as one catalog, and two services of their own.
fn grouped() -> Sample {
    Sample::package(
        "controls_core::controls! {
    #[document = \"../document.md\"]
    pub enum All {
        #[group = \"Relay\"]
        RelayNetwork = \"Network\" {
            RelayKeys = \"Customer keys (BYOK)\" => Yes,
            RelayLink = \"Private link\" => Yes,
        }
        #[group = \"Hub\"]
        HubNetwork = \"Network\" {
            HubKeys = \"Customer keys (BYOK)\" => No,
            HubLink = \"Private link\" => No,
        }
    }
}
controls_core::controls! {
    pub enum Backup {
        Data = \"Data\" { CustomerKeys = \"Customer-managed keys\" => Yes { alias: [\"BYOK\"] } }
    }
}
controls_core::controls! {
    pub enum Tollgate {
        Network = \"Network\" { Link = \"Private link\" => No }
    }
}
",
    )
}

#[test]
fn an_alias_in_one_catalog_hides_no_control_of_another() {
    let run = grouped().run(&["matrix", "byok"]);
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert_snapshot!("in_each_catalog", run.stdout);
}

#[test]
fn a_title_that_a_catalog_has_twice_identifies_nothing() {
    assert_snapshot!("titles_twice", grouped().run(&["matrix"]).golden());
}

#[test]
fn catalogs_of_one_name_are_told_apart() {
    let enumeration =
        "controls_core::controls! { pub enum Service { A = \"A\" { B = \"B\" => Yes } } }\n";
    let sample = Sample::package(&format!("{enumeration}mod other {{\n{enumeration}}}\n"));
    let run = sample.run(&["matrix", "b"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        run.stdout,
        "A\n  B (b)\n    Yes: Service in src/lib.rs:1, Service in src/lib.rs:3\n"
    );
}
