//! Sections of one title: what they are said to be under.

use crate::support::{fixed, source, try_edit_of};

/// Two services, each with one section of the same title.
fn page(first: &str, second: &str) -> String {
    let service = |name: &str, answer: &str| {
        format!("## {name}\n\n### Network\n\n| C | Yes/No |\n|---|---|\n| A | {answer} |\n\n")
    };
    format!("# P\n\n{}{}", service(first, "No"), service(second, "Yes"))
}

const BODY: &str = r#"
        #[group = "Vault"]
        VaultNetwork = "Network" {
            VaultA = "A" => No,
        }
        // Disks.
        /// Says more.
        #[group = "Disks"] // why
        DisksNetwork = "Network" {
            DisksA = "A" => Yes,
        }
    "#;

#[test]
fn what_a_section_is_under_is_kept_added_renamed_and_removed() {
    for (body, document, expected) in [
        (BODY.to_owned(), page("Vault", "Disks"), BODY.to_owned()),
        (
            BODY.to_owned(),
            page("Safe", "Disks"),
            BODY.replace("\"Vault\"", "\"Safe\""),
        ),
        (
            BODY.replace("        #[group = \"Vault\"]\n", ""),
            page("Vault", "Disks"),
            BODY.to_owned(),
        ),
        (
            BODY.replace("#[group = \"Disks\"] // why", "#[deprecated]"),
            page("Vault", "Disks"),
            BODY.replace(
                "#[group = \"Disks\"] // why",
                "#[deprecated]\n        #[group = \"Disks\"]",
            ),
        ),
        // What is said in other words stays.
        (
            BODY.replace("\"Vault\"", "\"P > Vault\""),
            page("Vault", "Disks"),
            BODY.replace("\"Vault\"", "\"P > Vault\""),
        ),
        // No heading is left above.
        (
            "\n        #[group = \"Vault\"]\n        N = \"Network\" {\n            A = \"A\" => No,\n        }\n    "
                .to_owned(),
            "# P\n\n## Network\n\n| C | Yes/No |\n|---|---|\n| A | No |\n".to_owned(),
            "\n        N = \"Network\" {\n            A = \"A\" => No,\n        }\n    ".to_owned(),
        ),
        // On one line.
        (
            " V = \"Network\" { A = \"A\" => No } D = \"Network\" { B = \"A\" => Yes } ".to_owned(),
            page("Vault", "Disks"),
            " #[group = \"Vault\"] V = \"Network\" { A = \"A\" => No } #[group = \"Disks\"] D = \"Network\" { B = \"A\" => Yes } "
                .to_owned(),
        ),
    ] {
        let result = fixed(&source(&body), &document);
        assert_eq!(result, source(&expected), "\n{result}");
        assert_eq!(fixed(&result, &document), result);
    }
}

#[test]
fn a_new_section_says_what_it_is_under() {
    let first = "\n        #[group = \"Vault\"]\n        VaultNetwork = \"Network\" {\n            VaultA = \"A\" => No,\n        }\n    ";
    let result = fixed(&source(first), &page("Vault", "Disks"));
    assert!(
        result
            .contains("        }\n        #[group = \"Disks\"]\n        Network = \"Network\" {\n"),
        "{result}"
    );
    // The catalog of one service gets a second one: both have to be told apart now.
    let first = first.replace("        #[group = \"Vault\"]\n", "");
    let result = fixed(&source(&first), &page("Vault", "Disks"));
    assert_eq!(result.matches("#[group").count(), 2, "{result}");
}

#[test]
fn services_that_change_places_take_their_controls_along() {
    let edit = try_edit_of(&source(BODY), &page("Disks", "Vault"), &mut |_| false);
    let edit = edit.unwrap().unwrap();
    assert_eq!(edit.dropped, []);
    let vault = edit.text.find("VaultA = \"A\" => Yes").unwrap();
    let disks = edit.text.find("DisksA = \"A\" => No").unwrap();
    assert!(disks < vault, "{}", edit.text);
}
