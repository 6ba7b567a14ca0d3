//! The compile errors of `controls!`, as users see them: each case in `ui/` against the golden beside it.
//!
//! `TRYBUILD=overwrite cargo test -p controls-tests --test ui` blesses them.

use std::{fmt::Write as _, fs, path::Path};

#[rustversion::attr(not(stable(1.95)), ignore = "the goldens are those of Rust 1.95")]
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*/*.rs");
}

/// One row more than `#[repr(u16)]` has numbers for. The case is larger than all others together, so it's written
/// here; its golden stands with the others.
#[rustversion::attr(not(stable(1.95)), ignore = "the goldens are those of Rust 1.95")]
#[test]
fn more_rows_than_a_catalog_holds() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let case = Path::new(folder).join("more-rows-than-a-catalog-holds.rs");
    let beside = case.with_extension("stderr");
    let golden = Path::new("ui/header/more-rows-than-a-catalog-holds.stderr");
    fs::write(&case, rows(65_536)).unwrap();
    fs::write(
        &beside,
        fs::read_to_string(golden)
            .unwrap_or_default()
            .replace("$TMP", folder),
    )
    .unwrap();
    let cases = trybuild::TestCases::new();
    cases.compile_fail(&case);
    // This runs the case.
    drop(cases);
    if std::env::var_os("TRYBUILD").is_some_and(|mode| mode == "overwrite") {
        fs::write(
            golden,
            fs::read_to_string(beside).unwrap().replace(folder, "$TMP"),
        )
        .unwrap();
    }
}

/// A catalog of so many rows, and a program that names the last of them.
fn rows(count: usize) -> String {
    let mut text = String::from(
        "controls_core::controls! {\n    enum Service {\n        Network = \"Network\" {\n",
    );
    for row in 1..=count {
        let _ = writeln!(text, "            Row{row} = \"Row {row}\" => No,");
    }
    text.push_str("        }\n    }\n}\n\n");
    let _ = writeln!(
        text,
        "fn main() {{\n    println!(\"{{}}\", Service::Row{count} as u32);\n}}"
    );
    text
}
