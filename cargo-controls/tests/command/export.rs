//! `export`: a catalog in the formats that others read, from its sources.

use controls_azure_backup::AzureBackup;
use controls_oscal::{Format, OwnedCatalog};

use crate::sample::{DOCUMENT, Run, Sample, command, definition, run, workspace};

/// What was found for the controls of a sample, as OSCAL.
const RESULTS: [&str; 5] = [
    "export",
    "--format",
    "oscal-assessment-results",
    "--assessment",
    "assessment.json",
];

fn here(words: &[&str]) -> Run {
    run(command(&workspace()).args(words))
}

#[test]
fn sources_give_the_bytes_that_the_compiled_catalog_gives() {
    let catalog = OwnedCatalog::from(AzureBackup::CATALOG);
    for format in Format::ALL {
        let words = [
            "export",
            "AzureBackup",
            "-p",
            "controls-azure-backup",
            "--format",
            format.name(),
        ];
        let run = here(&words);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{format}");
        assert_eq!(run.stdout, catalog.export(*format).unwrap(), "{format}");
    }
}

#[test]
fn a_folder_is_in_no_export() {
    let source = definition("Service", "../document.md");
    let [one, other] = ["one", "other"].map(|folder| {
        Sample::empty()
            .file(
                &format!("{folder}/Cargo.toml"),
                "[package]\nname = \"sample\"\nedition = \"2024\"\n",
            )
            .file(&format!("{folder}/document.md"), DOCUMENT)
            .file(&format!("{folder}/src/lib.rs"), &source)
    });
    for format in Format::ALL {
        let words = ["export", "--format", format.name()];
        let (one, other) = (one.run_in("one", &words), other.run_in("other", &words));
        assert_eq!((one.code, &*one.stderr), (0, ""), "{format}");
        assert_eq!(one.stdout, other.stdout, "{format}");
    }
}

#[test]
fn a_catalog_that_has_drifted_is_exported_with_a_warning() {
    let source = definition("Service", "../document.md").replace("=> No", "=> Yes");
    let run = Sample::package(&source).run(&["export", "--format", "csv"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.contains("Network,peering,Peering,Yes,"),
        "{}",
        run.stdout
    );
    assert!(run.stderr.contains("`Service` isn't in step with its document, and has been exported as it's defined: 1 difference"), "{}", run.stderr);
}

/// A package with something that satisfies a control, and what it was assessed as.
fn assessed(assessment: &str) -> Sample {
    let source = format!(
        "{}\n#[controls_core::satisfies(Service::Firewall)]\npub fn rules() {{}}\n",
        definition("Service", "../document.md").replace("=> No", "=> No { formerly: [\"peers\"] }")
    );
    Sample::package(&source).file("assessment.json", assessment)
}

#[test]
fn an_assessment_is_exported_with_what_code_does() {
    let sample = assessed("");
    let assessment = sample.run(&["trace", "--assessment"]);
    let sample = sample.file("assessment.json", assessment.stdout);
    let url = ["--source-url", "https://example.com/{file}#L{line}"];
    let run = sample.run(&[&RESULTS[..], &url].concat());
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let json = run.json();
    let results = &json["assessment-results"]["results"][0];
    let evidence = &results["observations"][0]["relevant-evidence"][0];
    assert_eq!(
        [&evidence["href"], &evidence["description"]],
        [
            "https://example.com/src/lib.rs#L11",
            "Satisfied by sample::rules (src/lib.rs:11)"
        ]
    );
    assert_eq!(
        results["observations"][0]["description"],
        "satisfied by sample::rules"
    );
    // The document has no date, and the clock is in nothing.
    assert_eq!(results["start"], "1970-01-01T00:00:00Z");

    let words = ["export", "--format", "oscal-component-definition"];
    let component = sample.run(&words);
    assert!(
        !component.stdout.contains("satisfied-by"),
        "{}",
        component.stdout
    );
    let url = ["--source-url", "https://example.com/{file}"];
    let component = sample.run(&[&words[..], &url].concat()).json();
    let component = &component["component-definition"]["components"][0];
    let requirement = &component["control-implementations"][0]["implemented-requirements"][0];
    let link = &requirement["links"][0];
    assert_eq!(
        [&link["href"], &link["rel"]],
        ["https://example.com/src/lib.rs", "satisfied-by"]
    );
}

#[test]
fn an_assessment_of_another_edition_is_told_of() {
    let satisfied = "{ \"finding\": \"Satisfied\", \"evidence\": \"\" }";
    let run = assessed(&format!(
        "{{ \"peers\": {satisfied}, \"proxy\": {satisfied} }}"
    ))
    .run(&RESULTS);
    assert_eq!(run.code, 0, "{}", run.golden());
    assert!(run.stdout.contains("\"target-id\": \"peering_smt\""));
    assert!(!run.stdout.contains("firewall_smt") && !run.stdout.contains("proxy"));
    assert_eq!(
        run.stderr,
        "warning: `Service` has no control `proxy`: what the assessment `assessment.json` says of it is left out\n\n\
         warning: 1 control isn't in the assessment `assessment.json`: nobody has assessed it\n\n"
    );
    for (text, expected) in [
        (
            format!("{{ \"peers\": {satisfied}, \"peering\": {satisfied} }}"),
            "control `peering` has two findings",
        ),
        (
            format!("{{ \"peering\": {satisfied}, \"peering\": {satisfied} }}"),
            "control `peering` has two findings",
        ),
        (
            "{ \"peering\": { \"finding\": \"Fine\" } }".to_owned(),
            "of `peering`: unknown variant `Fine`",
        ),
        (
            "[]".to_owned(),
            "expected an object with a finding for each id",
        ),
        (
            "{".to_owned(),
            "EOF while parsing an object at line 1 column 1",
        ),
        (
            format!("{{ \"peering\": {}", "[".repeat(100_000)),
            "of `peering`: ",
        ),
    ] {
        let run = assessed(&text).run(&RESULTS);
        assert_eq!((run.code, &*run.stdout), (2, ""), "{text:.80}");
        let begins = "error: the assessment `assessment.json` can't be read: ";
        assert!(
            run.stderr.starts_with(begins) && run.stderr.contains(expected),
            "{text:.80}: {}",
            run.stderr
        );
    }
    for (words, expected) in [
        (
            &[
                "export",
                "--format",
                "csv",
                "--assessment",
                "assessment.json",
            ][..],
            "error: `--assessment` is for `oscal-assessment-results`\n\n",
        ),
        (
            &[
                "export",
                "--format",
                "csv",
                "--source-url",
                "https://a.example/{file}",
            ],
            "error: `--source-url` is for `oscal-component-definition` and `oscal-assessment-results`\n\n",
        ),
    ] {
        let run = assessed("{}").run(words);
        assert_eq!((run.code, &*run.stdout, &*run.stderr), (2, "", expected));
    }
    let usage = assessed("{}").run(&RESULTS[..3]);
    assert_eq!(usage.code, 2);
    assert!(
        usage.stderr.contains("--assessment <FILE>"),
        "{}",
        usage.stderr
    );
}

#[test]
fn nothing_is_exported_that_isnt_one_catalog() {
    let without_answers =
        "controls_core::controls! { pub enum Other { Hosts = \"Hosts\" { Clock = \"Clock\" } } }";
    let service = definition("Service", "../document.md");
    let both = format!("{service}{without_answers}");
    for (source, words, expected) in [
        (
            &*both,
            &["--format", "csv"][..],
            "error: one catalog is exported, and `Service`, `Other` are in scope\n  = help: name one\n",
        ),
        (
            &both,
            &["Othr", "--format", "csv"],
            "error: no catalog in scope is called `Othr`\n  = help: a catalog with a similar name is: `Other`\n",
        ),
        (
            &both,
            &["Other", "--format", "oscal-component-definition"],
            "error: `Other` can't be exported as `oscal-component-definition`: the controls of the catalog have no answers\n",
        ),
        (
            &service.replace("=> No", "=> Nope"),
            &["--format", "json"],
            "error: unknown answer `Nope`",
        ),
        (
            &service.replace("document.md", "nothing.md"),
            &["--format", "json"],
            "error: ",
        ),
        (
            "",
            &["--format", "csv"],
            "error: there is nothing to export in `.`",
        ),
    ] {
        let run = Sample::package(source).run(&[&["export"], words].concat());
        assert_eq!((run.code, &*run.stdout), (2, ""), "{words:?}");
        assert!(
            run.stderr.starts_with(expected),
            "{words:?}: {}",
            run.stderr
        );
    }
    let usage = Sample::package(&service).run(&["export", "--format", "xml"]);
    assert_eq!(usage.code, 2);
    assert!(usage.stderr.contains("oscal-catalog"), "{}", usage.stderr);
}

#[test]
fn catalogs_of_one_name_are_named_by_their_paths() {
    let catalog = |title: &str| {
        format!("controls_core::controls! {{ pub enum S {{ N = \"N\" {{ One = \"{title}\" }} }} }}")
    };
    let source = format!(
        "pub mod a {{ {} }}\npub mod b {{ pub mod inner {{ {} }} }}",
        catalog("First"),
        catalog("Second")
    );
    let sample = Sample::package(&source);
    let export = ["export", "--format", "json"];
    let trace = ["trace", "--assessment"];
    let cannot = "error: one catalog is exported, and `sample::a::S`, `sample::b::inner::S` are in scope\n  = help: name one by its path\n\n";
    assert_eq!(sample.run(&export).stderr, cannot);
    assert_eq!(sample.run(&[&export[..], &["S"]].concat()).stderr, cannot);
    let cannot = cannot.replace("one catalog is exported", "an assessment is of one catalog");
    assert_eq!(sample.run(&trace).stderr, cannot);
    for (path, title) in [
        ("a::S", "First"),
        ("sample::a::S", "First"),
        ("inner::S", "Second"),
        ("b::inner::S", "Second"),
    ] {
        let exported = sample.run(&[&export[..], &[path]].concat());
        assert_eq!(exported.json()["controls"][0]["title"], title, "{path}");
        let listed = sample.run(&["list", path, "--format", "json"]).json();
        let catalogs = listed["catalogs"].as_array().unwrap();
        assert_eq!(catalogs.len(), 1, "{path}");
        assert_eq!(
            sample.run(&[&trace[..], &[path]].concat()).code,
            0,
            "{path}"
        );
    }
    let unknown = sample.run(&[&export[..], &["c::S"]].concat());
    assert_eq!(
        unknown.stderr,
        "error: no catalog in scope is called `c::S`\n  = help: the catalogs in scope are `sample::a::S`, `sample::b::inner::S`\n\n"
    );

    let matrix = sample.run(&["matrix", "--format", "json"]).json();
    let headings = |of: &serde_json::Value| {
        let all = of.as_array().unwrap().iter();
        all.map(|of| of["heading"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let expected = ["S in src/lib.rs:1", "S in src/lib.rs:2"];
    assert_eq!(headings(&matrix["catalogs"]), expected);
    assert_eq!(headings(&matrix["controls"][0]["catalogs"]), expected);
}

#[test]
fn what_is_exported_has_each_character_of_the_catalog() {
    let source = "controls_core::controls! { pub enum S { N = \"N\" { One = \"Fi\\u{1b}[31mr\\u{7f}st\" } } }";
    let run = Sample::package(source).run(&["export", "--format", "csv"]);
    assert!(
        run.stdout.contains("N,one,Fi\u{1b}[31mr\u{7f}st,"),
        "{:?}",
        run.stdout
    );
}

#[test]
fn results_of_no_assessment_are_no_document() {
    let none = "{ \"peering\": { \"finding\": \"NotAssessed\", \"evidence\": \"\" } }";
    for text in ["{}", none] {
        let run = assessed(text).run(&RESULTS);
        assert_eq!((run.code, &*run.stdout), (2, ""));
        let expected = "error: `Service` can't be exported as `oscal-assessment-results`: nothing has been assessed\n";
        assert!(run.stderr.contains(expected), "{}", run.stderr);
    }
}
