//! The example programs of the catalog, as somebody would run them.

use std::{fs, path::Path, process::Command};

/// Runs an example. Gives its exit code, and what it printed.
fn run(example: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO"))
        .args([
            "run",
            "-q",
            "--offline",
            "-p",
            "controls-azure-backup",
            "--example",
            example,
            "--",
        ])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// Compares with the golden beside this file. `BLESS=1` writes it.
#[track_caller]
fn assert_golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/examples")
        .join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    assert_eq!(
        text,
        fs::read_to_string(&path).unwrap_or_default(),
        "{}",
        path.display()
    );
}

#[test]
fn the_posture_report_lists_the_gaps_and_fails() {
    let (code, report, warnings) = run("posture", &[]);
    assert_golden("posture.golden", &report);
    assert_golden("posture-warnings.golden", &warnings);
    assert_eq!(code, Some(1));
}

#[test]
fn the_requirement_check_lists_what_is_not_met_and_fails() {
    let (code, report, warnings) = run("requirements", &[]);
    assert_golden("requirements.golden", &report);
    assert_eq!((code, &*warnings), (Some(1), ""));
}

#[test]
fn findings_that_cannot_be_read_are_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "[{").unwrap();
    for file in [broken, folder.path().join("missing.json")] {
        let (code, report, error) = run("posture", &[file.to_str().unwrap()]);
        assert!(
            code.is_some_and(|code| code > 1) && report.is_empty(),
            "{code:?} {report}"
        );
        assert!(error.contains(file.to_str().unwrap()), "{error}");
    }
}
