//! `check` on definitions without differences: what it prints, and what it can't do.

use insta::assert_snapshot;

use crate::sample::{DOCUMENT, Sample, command, definition, run, workspace};

#[test]
fn a_catalog_in_step_is_one_line() {
    let run = Sample::package(&definition("Service", "../document.md")).run(&["check"]);
    assert_eq!(run.code, 0);
    assert_eq!(
        run.stdout,
        "Service: 2 controls in 1 section, in step with document.md\n"
    );
    assert_eq!(run.stderr, "");
}

#[test]
fn the_catalog_of_azure_backup_is_in_step() {
    let run = run(command(&workspace()).args(["check", "-v", "controls-azure-backup"]));
    assert_eq!((run.code, &*run.stderr), (0, ""));
    let document = "controls-azure-backup/document/security-controls.md";
    let mut lines = run.stdout.lines();
    assert_eq!(
        lines.next(),
        Some(&*format!(
            "AzureBackup: 15 controls in 5 sections, in step with {document}"
        ))
    );
    let remarks: Vec<_> = lines.collect();
    assert_eq!(remarks.len(), 5, "{}", run.stdout);
    assert!(
        remarks
            .iter()
            .all(|remark| remark.starts_with(&format!("  {document}:"))),
        "{}",
        run.stdout
    );
}

#[test]
fn remarks_are_counted_or_listed() {
    let sample = Sample::package(&definition("Service", "../document.md")).file(
        "document.md",
        DOCUMENT.replace("|---|---|---|---|", "|---|---|"),
    );
    assert_eq!(
        sample.run(&["check"]).stdout,
        "Service: 2 controls in 1 section, in step with document.md\n  1 remark about document.md (`cargo controls check -v` lists them)\n"
    );
    assert_snapshot!("remarks", sample.run(&["check", "-v"]).golden());
    let quiet = sample.run(&["check", "-q"]);
    assert_eq!((quiet.code, &*quiet.stdout, &*quiet.stderr), (0, "", ""));
    let json = sample.run(&["check", "--format", "json"]).json();
    let remark = &json["catalogs"][0]["remarks"][0];
    assert_eq!((&remark["line"], &remark["column"]), (&6.into(), &1.into()));
}

#[test]
fn a_catalog_without_a_document_says_that_nobody_checks_it() {
    let source =
        "controls! { enum A { B = \"B\" { C = \"C\" => No } D = \"D\" { E = \"E\" => Yes } } }";
    let sample = Sample::package(source);
    let run = sample.run(&["check"]);
    assert_eq!(
        (run.code, &*run.stdout),
        (0, "A: 2 controls in 2 sections, without a document\n")
    );
    assert_snapshot!(
        "without_a_document",
        sample.run(&["check", "--format", "json"]).golden()
    );
}

#[test]
fn a_long_line_is_cut_around_what_is_wrong() {
    let rows: Vec<String> = (0..400)
        .map(|at| format!("R{at} = \"é{at}\" => Yes"))
        .collect();
    let rows = rows
        .join(", ")
        .replace("\"é200\" => Yes", "\"é200\" => Yess");
    let before = "\n".repeat(99);
    let sample = Sample::package(&format!(
        "{before}controls_core::controls! {{ enum A {{ B = \"B\" {{ {rows} }} }} }}\n"
    ));
    let run = sample.run(&["check"]);
    assert_snapshot!("long_line", run.golden());
}

#[test]
fn each_catalog_of_a_page_is_held_against_its_heading() {
    let source = format!(
        "{}{}",
        definition("Disks", "../page.md").replace("#[doc", "#[heading = \"Disks\"]\n    #[doc"),
        definition("Vault", "../page.md").replace("#[doc", "#[heading = \"Vault\"]\n    #[doc"),
    );
    let part = |name: &str| DOCUMENT.replace("# Security controls", &format!("# {name}"));
    let page = format!("{}\n{}", part("Vault"), part("Disks"));
    let run = Sample::package(&source)
        .file("page.md", page)
        .run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        run.stdout,
        "Disks: 2 controls in 1 section, in step with page.md\nVault: 2 controls in 1 section, in step with page.md\n"
    );
}

#[test]
fn mistakes_in_a_definition_are_messages_and_the_others_are_checked() {
    let source = format!(
        "controls! {{\n    pub enum Wrong {{\n        A = \"A\" {{ B = \"B\" => Yess, C = \"C\" => No, C = \"D\" => No }}\n    }}\n}}\n{}",
        definition("Service", "../document.md")
    );
    let sample = Sample::package(&source);
    let run = sample.run(&["check"]);
    assert_eq!(
        (run.code, &*run.stdout),
        (
            2,
            "Service: 2 controls in 1 section, in step with document.md\n"
        )
    );
    for place in [" --> src/lib.rs:3:", "3 |         A = \"A\""] {
        assert!(run.stderr.contains(place), "{}", run.stderr);
    }
    assert!(
        run.stderr.starts_with("error: ") && run.stderr.contains("`Yess`"),
        "{}",
        run.stderr
    );
    assert_snapshot!("mistakes", run.stderr);
    let json = sample.run(&["check", "--format", "json"]);
    assert_eq!(
        (json.code, json.json()["catalogs"].as_array().unwrap().len()),
        (2, 1)
    );
    assert_eq!(json.stderr, run.stderr);
}

#[test]
fn what_is_no_definition_at_all_is_shown_at_its_brackets() {
    let run = Sample::package("\ncontrols! {}\n").run(&["check"]);
    assert_eq!((run.code, &*run.stdout), (2, ""));
    assert!(
        run.stderr.contains(" --> src/lib.rs:2:11\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_document_that_cannot_be_read_is_named() {
    for (literal, file, expected) in [
        (
            "../gone.md",
            None,
            "there is no such file\n         --> gone.md\n",
        ),
        (
            "../src",
            None,
            "this is a folder, not a file\n         --> src\n",
        ),
        (
            "../a.md",
            Some(&b"# A\n\n\xff"[..]),
            "it isn't UTF-8 from line 3, column 1 on\n         --> a.md\n",
        ),
        ("../a.md", Some(b""), "no control table is found"),
        (
            "../../a.md",
            None,
            "the document `../../a.md` is outside of the package",
        ),
    ] {
        let mut sample = Sample::package(&definition("Service", literal));
        if let Some(content) = file {
            sample = sample.file("a.md", content);
        }
        let run = sample.run(&["check", "--format", "json"]);
        assert_eq!(
            (run.code, run.json()["catalogs"].as_array().unwrap().len()),
            (2, 0),
            "{literal}"
        );
        assert!(run.stderr.contains(expected), "{expected}: {}", run.stderr);
        assert!(
            run.stderr.contains("\n --> src/lib.rs:2:18\n"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn places_are_right_behind_marks_and_in_other_line_ends() {
    let source = definition("Service", "../gone.md");
    for (source, place) in [
        (format!("\u{feff}{source}"), "src/lib.rs:2:18"),
        (
            format!("#!/usr/bin/env -S cargo é\n{source}"),
            "src/lib.rs:3:18",
        ),
        (format!("\u{feff}#!/bin/sh\n{source}"), "src/lib.rs:3:18"),
        (source.replace('\n', "\r\n"), "src/lib.rs:2:18"),
        (
            format!("/* 日本 */ {}", source.replace('\n', " ")),
            "src/lib.rs:1:54",
        ),
    ] {
        let run = Sample::package(&source).run(&["check"]);
        assert!(
            run.stderr.contains(&format!("--> {place}\n")),
            "{place}: {}",
            run.stderr
        );
        assert!(
            !run.stderr.contains(['␍', '\r', '\u{feff}']),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn sources_that_are_not_rust_are_named_and_the_others_are_checked() {
    let sample = Sample::package(&format!(
        "mod broken;\nmod bytes;\n{}",
        definition("Service", "../document.md")
    ))
    .file("src/broken.rs", "fn f() {\n    let a = ( ];\n}\n")
    .file("src/bytes.rs", b"\xff");
    let run = sample.run(&["check"]);
    assert_eq!(
        (run.code, &*run.stdout),
        (
            2,
            "Service: 2 controls in 1 section, in step with document.md\n"
        )
    );
    assert_snapshot!("sources_that_are_not_rust", run.stderr);
}
