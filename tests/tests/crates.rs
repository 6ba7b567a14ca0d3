//! The crates in `crates/`, which use the product in unusual places: their tests, in a build of their own.

use std::{path::Path, process::Command};

#[test]
fn the_tests_of_all_crates_pass() {
    let status = Command::new(env!("CARGO"))
        .args(["test", "--workspace", "--all-targets", "--locked"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("crates"))
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates"),
        )
        .status()
        .unwrap();
    assert!(status.success());
}
