//! Each kind of difference alone, and all at once.

use crate::support::assert_fixed;

const BODY: &str = r#"
        Network = "Network" {
            Firewall = "Firewall support" => Yes {
                alias: ["wall"],
                notes: "By rules.",
            },
            Peering = "Peering support" => No,
            Tunneling = "Forced tunneling" => No { alias: ["tunnel"] },
        }
        Identity = "Identity" {
            Login = "Login" => Yes,
            Roles = "Roles" => Yes,
        }
    "#;

const LINES: &str = "
# Network
Firewall support | Yes | By rules.
Peering support | No
Forced tunneling | No
# Identity
Login | Yes
Roles | Yes
";

#[track_caller]
fn assert_edits(document: &[(&str, &str)], definition: &[(&str, &str)]) {
    let edited = |text: &str, edits: &[(&str, &str)]| {
        edits.iter().fold(text.to_owned(), |text, (old, new)| {
            assert_eq!(text.matches(old).count(), 1, "{old}");
            text.replace(old, new)
        })
    };
    assert_fixed(BODY, &edited(LINES, document), &edited(BODY, definition));
}

#[test]
fn in_step_is_left_alone() {
    assert_edits(&[], &[]);
}

#[test]
fn answers_are_replaced() {
    for (words, answer) in [
        ("Yes", "Yes"),
        ("N/A", "NotApplicable"),
        ("Yes (Premium \"x\")", r#""Yes (Premium \"x\")""#),
    ] {
        assert_edits(
            &[(
                "Peering support | No",
                &format!("Peering support | {words}"),
            )],
            &[(
                "\"Peering support\" => No",
                &format!("\"Peering support\" => {answer}"),
            )],
        );
    }
}

#[test]
fn cells_are_replaced_added_and_removed() {
    assert_edits(
        &[("By rules.", "By \\| rule.")],
        &[("By rules.", "By | rule.")],
    );
    assert_edits(
        &[("By rules.", "By rules. | [x](y.md)")],
        &[(
            "                notes: \"By rules.\",\n",
            "                notes: \"By rules.\",\n                documentation: \"[x](y.md)\",\n",
        )],
    );
    assert_edits(
        &[(" | By rules.", "")],
        &[("                notes: \"By rules.\",\n", "")],
    );
    assert_edits(
        &[("Peering support | No", "Peering support | No | Soon.")],
        &[(
            "support\" => No,",
            "support\" => No {\n                notes: \"Soon.\",\n            },",
        )],
    );
    assert_edits(
        &[("Forced tunneling | No", "Forced tunneling | No | a | b")],
        &[(
            "{ alias: [\"tunnel\"] }",
            "{\n                alias: [\"tunnel\"],\n                notes: \"a\",\n                documentation: \"b\",\n            }",
        )],
    );
}

#[test]
fn braces_go_with_the_last_field() {
    let body = |row: &str| format!("\n        A = \"A\" {{\n            {row}\n        }}\n    ");
    for (row, cells, expected) in [
        (
            "B = \"b\" => Yes { notes: \"x\" },",
            "",
            "B = \"b\" => Yes,",
        ),
        (
            "B = \"b\" => Yes {\n                notes: \"x\",\n            },",
            "",
            "B = \"b\" => Yes,",
        ),
        (
            "B = \"b\" => Yes { notes: \"x\", alias: [\"c\"] },",
            "",
            "B = \"b\" => Yes { alias: [\"c\"] },",
        ),
        (
            "B = \"b\" => Yes { alias: [\"c\"], notes: \"x\" },",
            "",
            "B = \"b\" => Yes { alias: [\"c\"] },",
        ),
        (
            "B = \"b\" => Yes { notes: \"x\" /* y */, documentation: \"z\" },",
            " | x2 | z",
            "B = \"b\" => Yes { notes: \"x2\" /* y */, documentation: \"z\" },",
        ),
        (
            "B = \"b\" => Yes { /* y */ alias: [\"z\"] },",
            " | x",
            "B = \"b\" => Yes { /* y */ alias: [\"z\"], notes: \"x\" },",
        ),
        (
            "B = \"b\" => Yes {\n                // About it\n                documentation: \"z\" // c\n            },",
            " | x | z",
            "B = \"b\" => Yes {\n                notes: \"x\",\n                // About it\n                documentation: \"z\" // c\n            },",
        ),
        (
            "B = \"b\" => Yes {\n                notes: \"z\" // c\n            },",
            " | z | d",
            "B = \"b\" => Yes {\n                notes: \"z\", // c\n                documentation: \"d\",\n            },",
        ),
        (
            "B = \"b\" => Yes {\n                // About it\n                notes: \"z\",\n            },",
            "",
            "B = \"b\" => Yes {\n                // About it\n            },",
        ),
    ] {
        let expected = expected.replace(" {\n                // About it\n            }", "");
        assert_fixed(
            &body(row),
            &format!("# A\nb | Yes{cells}"),
            &body(&expected),
        );
    }
}

#[test]
fn rows_come_where_the_document_has_them() {
    let (first, middle, last) = (
        "# Network\n",
        "Peering support | No\n",
        "Forced tunneling | No\n",
    );
    let row = "            ServiceEndpoints = \"Service endpoints\" => Yes,\n";
    for (before, above) in [
        (first, "        Network = \"Network\" {\n"),
        (middle, "            Peering = \"Peering support\" => No,\n"),
        (
            last,
            "            Tunneling = \"Forced tunneling\" => No { alias: [\"tunnel\"] },\n",
        ),
    ] {
        assert_edits(
            &[(before, &format!("{before}Service endpoints | Yes\n"))],
            &[(above, &format!("{above}{row}"))],
        );
    }
    assert_edits(
        &[(
            "Roles | Yes\n",
            "Roles | Yes\nKeys | No | In a vault. | [Keys](k.md)\n",
        )],
        &[(
            "            Roles = \"Roles\" => Yes,\n",
            "            Roles = \"Roles\" => Yes,\n            Keys = \"Keys\" => No {\n                notes: \"In a vault.\",\n                documentation: \"[Keys](k.md)\",\n            },\n",
        )],
    );
}

#[test]
fn rows_go() {
    assert_edits(
        &[("Peering support | No\n", "")],
        &[("            Peering = \"Peering support\" => No,\n", "")],
    );
    assert_edits(
        &[("# Identity\nLogin | Yes\nRoles | Yes\n", "")],
        &[(
            "        Identity = \"Identity\" {\n            Login = \"Login\" => Yes,\n            Roles = \"Roles\" => Yes,\n        }\n",
            "",
        )],
    );
}

#[test]
fn sections_come_and_are_renamed() {
    assert_edits(
        &[(
            "# Identity\n",
            "# Logging & audit\nLogs | Yes\nNew one | No | x\n# Identity\n",
        )],
        &[(
            "        Identity = ",
            "        LoggingAndAudit = \"Logging & audit\" {\n            Logs = \"Logs\" => Yes,\n            NewOne = \"New one\" => No {\n                notes: \"x\",\n            },\n        }\n        Identity = ",
        )],
    );
    assert_edits(
        &[("# Identity", "# Identities")],
        &[("= \"Identity\"", "= \"Identities\"")],
    );
}

#[test]
fn rows_and_sections_move() {
    let login = "            Login = \"Login\" => Yes,\n";
    let peering = "            Peering = \"Peering support\" => No,\n";
    assert_edits(
        &[("Login | Yes\nRoles | Yes", "Roles | Yes\nLogin | Yes")],
        &[
            (login, ""),
            (
                "            Roles = \"Roles\" => Yes,\n",
                &format!("            Roles = \"Roles\" => Yes,\n{login}"),
            ),
        ],
    );
    assert_edits(
        &[
            ("Peering support | No\n", ""),
            ("Login | Yes\n", "Login | Yes\nPeering support | No\n"),
        ],
        &[(peering, ""), (login, &format!("{login}{peering}"))],
    );
    assert_edits(
        &[
            ("Peering support | No\n", ""),
            (
                "Roles | Yes\n",
                "Roles | Yes\n# New\nPeering support | No\n",
            ),
        ],
        &[
            (peering, ""),
            (
                "            Roles = \"Roles\" => Yes,\n        }\n",
                &format!(
                    "            Roles = \"Roles\" => Yes,\n        }}\n        New = \"New\" {{\n{peering}        }}\n"
                ),
            ),
        ],
    );
    let identity = &BODY[BODY.find("        Identity").unwrap()..BODY.len() - 4];
    assert_edits(
        &[
            ("# Identity\nLogin | Yes\nRoles | Yes\n", ""),
            (
                "\n# Network",
                "# Identity\nLogin | Yes\nRoles | Yes\n# Network",
            ),
        ],
        &[
            (identity, ""),
            (
                "\n        Network = ",
                &format!("\n{identity}        Network = "),
            ),
        ],
    );
}

#[test]
fn many_things_at_once() {
    assert_fixed(
        BODY,
        "
        # Access
        Roles | N/A
        # Network
        Service endpoints | Yes
        Forced tunnelling | No
        Firewall support | Yes
        # Identity
        Peering support | No
        ",
        r#"
        Access = "Access" {
            Roles = "Roles" => NotApplicable,
        }
        Network = "Network" {
            ServiceEndpoints = "Service endpoints" => Yes,
            Tunneling = "Forced tunnelling" => No { alias: ["tunnel"], formerly: ["Forced tunneling"] },
            Firewall = "Firewall support" => Yes {
                alias: ["wall"],
            },
        }
        Identity = "Identity" {
            Peering = "Peering support" => No,
        }
    "#,
    );
}

#[test]
fn catalogs_without_answers_get_none() {
    assert_fixed(
        "\n        A = \"A\" {\n            B = \"b\",\n        }\n    ",
        "# A\nb | Yes\nc | No | n",
        "\n        A = \"A\" {\n            B = \"b\",\n            C = \"c\" {\n                notes: \"n\",\n            },\n        }\n    ",
    );
}
