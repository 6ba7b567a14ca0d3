//! Rows under other titles.

use super::*;

#[test]
fn a_reworded_title_is_recognised_by_the_rest_of_its_row() {
    let others = "VNet injection support | No\nAzure monitoring | Yes | Using HTTPS.\nLogging | Yes | Using HTTPS.";
    let cases: [(&str, &str, &str); 12] = [
        ("Authentication | Yes", "Authenticatiox | Yes", "retitled"),
        ("Authentication | Yes", "Authenticatiox | No", "retitled"),
        ("Authentication | Yes", "Authenticator | No", "removed"),
        ("Authentication | Yes", "Authorization | Yes", "removed"),
        (
            "Forced tunneling support | No",
            "Support for forced tunneling | No",
            "retitled?",
        ),
        (
            "Forced tunneling support | No",
            "Support for forced tunneling | Yes",
            "removed",
        ),
        (
            "Service endpoint support | Yes",
            "Private link support | Yes",
            "removed",
        ),
        (
            "Access management - Authentication | Yes | AAD.",
            "Authentication | Yes | AAD.",
            "retitled?",
        ),
        (
            "Access management - Authentication | Yes | AAD.",
            "Authentication | Yes | LDAP.",
            "removed",
        ),
        (
            "Access by the Authentication team | Yes | Using HTTPS.",
            "Authentication at login | Yes | Using HTTPS.",
            "removed",
        ),
        ("Level 1 | Yes", "Level 2 | Yes", "removed"),
        (
            "Encryption | Yes | Unique.",
            "Something else | Yes | Unique.",
            "removed",
        ),
    ];
    for (old, new, expected) in cases {
        let (old, new) = (
            format!("# N\n{others}\n{old}"),
            format!("# N\n{others}\n{new}"),
        );
        let changes = changed(&outline(&old), &outline(&new));
        assert_eq!(changes[0].split(':').next(), Some(expected), "{changes:?}");
    }
}

const CONFIGURATION: &str = "Configuration management support (versioning of configuration, etc.)";

#[test]
fn a_reworded_title_is_recognised_by_its_place() {
    let and_so_on = CONFIGURATION.replace("etc.", "and so on");
    let alone = format!("{CONFIGURATION} | Yes | Old.");
    let cases: [(&str, &str, &str); 13] = [
        // The only row of its section.
        (&alone, &format!("{and_so_on} | Yes | Old."), "retitled?"),
        (&alone, &format!("{and_so_on} | Yes | New."), "retitled?"),
        (&alone, &format!("{and_so_on} | No | Old."), "removed"),
        (&alone, &format!("{and_so_on} | Yes\nb | No"), "removed"),
        (
            &alone,
            "Management of configuration (its versions) | Yes",
            "retitled?",
        ),
        (&alone, "Patch management support | Yes", "removed"),
        (
            "Level 1 of support | Yes",
            "Level 2 of help | Yes",
            "removed",
        ),
        // Between the same neighbours.
        (
            &format!("a | Yes\n{CONFIGURATION} | No\nb | Yes"),
            &format!("a | No\n{and_so_on} | No\nb | Yes"),
            "answer retitled?",
        ),
        (
            &format!("{CONFIGURATION} | No\nb | Yes"),
            &format!("{and_so_on} | No\nb | Yes"),
            "retitled?",
        ),
        (
            &format!("a | Yes\n{CONFIGURATION} | No\nb | Yes"),
            &format!("{and_so_on} | No\na | Yes\nb | Yes"),
            "added removed",
        ),
        (
            "a | Yes\nVersioning of configuration support | No",
            "a | Yes\nVersioning of configuration and other changes | No",
            "retitled?",
        ),
        (
            "a | Yes\nControl and management plane logging and audit | No",
            "a | Yes\nData plane logging and audit | No",
            "removed added",
        ),
        // Of several that could be it, none is.
        (
            "a | Yes\nKeys (CMK) | No",
            "a | Yes\nKeys (BYOK) | No\nKeys (HSM) | No",
            "removed added added",
        ),
    ];
    for (old, new, expected) in cases {
        let (old, new) = (format!("# N\n{old}"), format!("# N\n{new}"));
        let changes = changed(&outline(&old), &outline(&new));
        let kinds: Vec<&str> = changes
            .iter()
            .filter_map(|change| change.split(':').next())
            .collect();
        assert!(
            kinds.join(" ").starts_with(expected),
            "{changes:?} {expected}"
        );
        // The other way round it's the same question.
        let back = changed(&outline(&new), &outline(&old));
        let is_guess =
            |changes: &[String]| changes.iter().any(|line| line.starts_with("retitled?"));
        assert_eq!(is_guess(&changes), is_guess(&back), "{back:?}");
    }
}

#[test]
fn a_row_that_is_called_again_what_it_was_called_is_that_row() {
    let cases: [(&str, &str, &[&str]); 7] = [
        (
            "Managed keys of a customer | No |  |  | BYOK",
            "BYOK | Yes",
            &[
                "retitled: Managed keys of a customer -> BYOK",
                "answer: BYOK",
            ],
        ),
        // It's there under its present title, so the other one is another row.
        (
            "Managed keys of a customer | No |  |  | BYOK",
            "Managed keys of a customer | No\nBYOK | No",
            &["added: BYOK"],
        ),
        // A row that has the title now goes before one that had it.
        (
            "Peering | No\nManaged keys of a customer | No |  |  | Peering",
            "Peering | No",
            &["removed: Managed keys of a customer after Peering"],
        ),
        // And what is written goes before what is near.
        (
            "Managed keys | No |  |  | BYOK support\nBYOK supporting | No",
            "BYOK support | No",
            &[
                "retitled: Managed keys -> BYOK support",
                "removed: BYOK supporting after BYOK support",
            ],
        ),
        // An id, or other words of it, are a guess.
        (
            "Managed keys of a customer | No |  |  | byok-keys",
            "BYOK keys | Yes",
            &[
                "retitled?: Managed keys of a customer -> BYOK keys",
                "answer: BYOK keys",
            ],
        ),
        (
            "Managed keys of a customer | No |  |  | bring-your-own-key",
            "Bring your own key support | No",
            &["retitled?: Managed keys of a customer -> Bring your own key support"],
        ),
        // Of two that were called so, the first is meant.
        (
            "Alpha | No |  |  | BYOK\nBeta | No | | | BYOK",
            "BYOK | No",
            &["retitled: Alpha -> BYOK", "removed: Beta after BYOK"],
        ),
    ];
    for (old, new, expected) in cases {
        let (old, new) = (format!("# N\n{old}"), format!("# N\n{new}"));
        check(&[(&old, &new, expected)]);
    }
}

#[test]
fn a_guess_that_is_refused_is_a_row_removed_and_one_added() {
    let old = "# N\na | Yes\nForced tunneling support | No\nb | Yes";
    let new = "# N\nb | Yes\nSupport for forced tunneling | No\na | Yes";
    assert_eq!(pairs(old, new, true), [Some(2), Some(1), Some(0)]);
    assert_eq!(pairs(old, new, false), [Some(2), None, Some(0)]);
    let refused = compare(outline(old), outline(new)).decided(|_, _| false);
    let (old, new) = (refused.old_outline(), refused.new_outline());
    let lines: Vec<String> = refused
        .changes()
        .iter()
        .map(|change| line(old, new, change))
        .collect();
    assert_eq!(
        lines,
        [
            "added: Support for forced tunneling",
            "order: a",
            "removed: Forced tunneling support after a -> Support for forced tunneling",
        ]
    );
    assert_eq!(refused.guesses().count(), 0);
}

#[test]
fn what_keeps_its_place_is_what_no_change_says_has_left_it() {
    let old = "# N\na | Yes\nb | Yes\nc | Yes\n# M\nd | Yes\n# O\ne | Yes";
    let new = "# O\ne | Yes\n# N\nc | Yes\na | Yes\nd | Yes\nf | Yes\nb | Yes\n# P\ng | Yes";
    let comparison = compare(outline(old), outline(new));
    let rows: Vec<usize> = (0..8)
        .filter(|&row| comparison.row_keeps_place(row))
        .collect();
    assert_eq!(rows, [0, 2, 5]);
    let sections: Vec<(usize, bool)> = (0..4)
        .filter_map(|section| {
            let old = comparison.old_section(section)?;
            assert_eq!(comparison.new_section(old), Some(section));
            Some((section, comparison.section_keeps_place(section)))
        })
        .collect();
    assert_eq!(sections, [(0, false), (1, true)]);
    // Where nothing has changed, all is where it was.
    let same = compare(outline(old), outline(old));
    assert!((0..5).all(|row| same.row_keeps_place(row) && same.old_row(row) == Some(row)));
    assert_eq!((same.old_row(5), same.new_section(3)), (None, None));
}

#[test]
fn a_split_row_is_neither_of_its_successors() {
    check(&[(
        "# N\nEncryption at rest | Yes | By default.",
        "# N\nEncryption at rest of disks | Yes | By default.\nEncryption at rest of files | No",
        &[
            "removed: Encryption at rest -> Encryption at rest of disks -> Encryption at rest of files",
            "added: Encryption at rest of disks",
            "added: Encryption at rest of files",
        ],
    )]);
}
