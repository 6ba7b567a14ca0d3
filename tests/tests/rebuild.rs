//! Cargo builds a catalog again when only its document has changed, two checkouts build the same library, and an editor
//! that can't find the document gets the types all the same.

use std::{fs, process::Output};

use controls_tests::{checkout::Checkout, workspace};

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const NO: &str = "| Forced tunneling support| No |";
const YES: &str = "| Forced tunneling support| Yes |";

/// The error that the README shows for this change.
fn error_of_the_readme() -> String {
    let readme = fs::read_to_string(workspace().join("README.md")).unwrap();
    let section = readme.split("## See it fail").nth(1).unwrap();
    let block = section.split("```text\n").nth(1).unwrap();
    block.split("```").next().unwrap().to_owned()
}

#[test]
fn a_change_of_the_document_alone_builds_the_catalog_again() {
    let checkout = Checkout::new();
    let first = checkout.cargo(&["check"], "");
    assert!(first.status.success(), "{}", text(&first));
    let again = checkout.cargo(&["check"], "");
    assert!(
        again.status.success() && !text(&again).contains("Checking"),
        "{}",
        text(&again)
    );

    checkout.edit_document(NO, YES);
    let changed = checkout.cargo(&["check"], "");
    assert!(!changed.status.success());
    let error = text(&changed);
    for part in [
        "error: the answer of `ForcedTunneling` has changed",
        "--> controls-azure-backup/document/security-controls.md:20:29",
        "20 | | Forced tunneling support| Yes |  |  |",
        "                        ^^^ the document says `Yes`",
        "--> controls-azure-backup/src/lib.rs:",
        "ForcedTunneling = \"Forced tunneling support\" => No,",
        &error_of_the_readme(),
        "could not compile `controls-azure-backup` (lib) due to 1 previous error",
    ] {
        assert!(error.contains(part), "{part}\n{error}");
    }

    // After a change of prose it's built again as well, and compiles.
    checkout.edit_document("This article", "The article");
    let prose = checkout.cargo(&["check"], "");
    assert!(
        prose.status.success() && text(&prose).contains("Checking"),
        "{}",
        text(&prose)
    );
}

#[test]
fn two_checkouts_build_the_same_library() {
    let libraries = [Checkout::new(), Checkout::new()].map(|checkout| {
        // The compiler writes the folder that it runs in into every library; reproducible builds take it out like this.
        let flags = format!("--remap-path-prefix={}=checkout", checkout.path().display());
        let built = checkout.cargo(&["build", "--release"], &flags);
        assert!(built.status.success(), "{}", text(&built));
        fs::read(
            checkout
                .path()
                .join("target/release/libcontrols_azure_backup.rlib"),
        )
        .unwrap()
    });
    assert!(libraries[0] == libraries[1]);
}

#[test]
fn in_an_editor_what_is_wrong_with_the_document_is_left_out() {
    let checkout = Checkout::new();
    checkout.edit_document(NO, YES);
    let editor = checkout.cargo(&["check"], "--cfg rust_analyzer");
    assert!(
        editor.status.success() && !text(&editor).contains("warning"),
        "{}",
        text(&editor)
    );

    let source = checkout.path().join("controls-azure-backup/src/lib.rs");
    let definition = fs::read_to_string(&source).unwrap();
    fs::write(
        &source,
        definition.replace("tunneling support\" => No,", "tunneling support\" => Nope"),
    )
    .unwrap();
    let mistake = text(&checkout.cargo(&["check"], "--cfg rust_analyzer"));
    assert!(
        mistake.contains("error: unknown answer `Nope`"),
        "{mistake}"
    );
}
