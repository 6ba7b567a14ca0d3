//! What comparing finds.

mod editions;
mod families;

use super::compare;
use crate::{Answer, Change, Outline, Row};

/// An outline as lines: `# section`, or `title | answer | notes | documentation | former; former`. The title may have a label
/// before it, in brackets.
fn outline(text: &str) -> Outline<'_> {
    let mut outline = Outline::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(section) = line.strip_prefix("# ") {
            outline.sections.push(section);
            continue;
        }
        let mut cells = line.split(" | ").map(str::trim);
        let mut cell = || cells.next().unwrap_or_default();
        let title = cell();
        let labelled = title
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("] "));
        let (label, title) = labelled.unwrap_or(("", title));
        let answer = match cell() {
            "" => None,
            "Yes" => Some(Answer::Yes),
            "No" => Some(Answer::No),
            "N/A" => Some(Answer::NotApplicable),
            text => Some(Answer::Qualified(text)),
        };
        let section = outline.sections.len() - 1;
        outline.rows.push(Row {
            section,
            label,
            title,
            answer,
            notes: cell(),
            documentation: cell(),
            properties: Vec::new(),
            former: cell().split("; ").filter(|text| !text.is_empty()).collect(),
        });
    }
    outline
}

/// The changes as lines, with titles, cut at a parenthesis or list, in place of indices.
fn changed(old: &Outline<'_>, new: &Outline<'_>) -> Vec<String> {
    compare(old.clone(), new.clone())
        .changes()
        .iter()
        .map(|change| line(old, new, change))
        .collect()
}

fn line(old: &Outline<'_>, new: &Outline<'_>, change: &Change) -> String {
    let title = |outline: &Outline<'_>, row: usize| {
        let title = outline.rows[row].title;
        let end = title.find(":<").or_else(|| title.find(" ("));
        end.map_or_else(|| title.to_owned(), |end| format!("{}…", &title[..end]))
    };
    let section = |outline: &Outline<'_>, section: usize| outline.sections[section].to_owned();
    match *change {
        Change::Added { new: row } => format!("added: {}", title(new, row)),
        Change::Removed {
            old: row,
            after,
            ref successors,
        } => {
            let after = after.map_or(String::new(), |row| format!(" after {}", title(new, row)));
            let successors: Vec<String> = successors
                .iter()
                .map(|&row| format!(" -> {}", title(new, row)))
                .collect();
            format!("removed: {}{after}{}", title(old, row), successors.concat())
        }
        Change::Retitled {
            old: was,
            new: is,
            certain,
        } => {
            let mark = if certain { "" } else { "?" };
            format!("retitled{mark}: {} -> {}", title(old, was), title(new, is))
        }
        Change::Recycled {
            old: was,
            new: is,
            moved,
        } => {
            let label = |row: Option<usize>| row.map_or("gone", |row| new.rows[row].label);
            format!(
                "recycled: {} names {}, the old one is {}: {}",
                new.rows[is].label,
                title(new, is),
                label(moved),
                title(old, was)
            )
        }
        Change::Label { old: was, new: is } => {
            let label = format!("{} -> {}", old.rows[was].label, new.rows[is].label);
            format!("label: {label} {}", title(new, is))
        }
        Change::Property {
            new: row, ref name, ..
        } => format!("{name}: {}", title(new, row)),
        Change::Moved { new: row, .. } => format!("moved: {}", title(new, row)),
        Change::Answer { new: row, .. } => format!("answer: {}", title(new, row)),
        Change::Notes { new: row, .. } => format!("notes: {}", title(new, row)),
        Change::Documentation { new: row, .. } => format!("documentation: {}", title(new, row)),
        Change::Order { new: row, .. } => format!("order: {}", title(new, row)),
        Change::SectionRenamed {
            old_section,
            new_section,
        } => {
            format!(
                "section: {} -> {}",
                section(old, old_section),
                section(new, new_section)
            )
        }
        Change::SectionRemoved { old_section } => {
            format!("section removed: {}", section(old, old_section))
        }
        Change::SectionOrder { new_section, .. } => {
            format!("section order: {}", section(new, new_section))
        }
    }
}

/// Which new row each old one has become, once the guesses are decided, and whether that fits the changes.
fn pairs(old: &str, new: &str, is_same: bool) -> Vec<Option<usize>> {
    let comparison = compare(outline(old), outline(new)).decided(|_, _| is_same);
    let (old_rows, new_rows) = (
        comparison.old_outline().rows.len(),
        comparison.new_outline().rows.len(),
    );
    let changes = comparison.changes();
    let pairs: Vec<Option<usize>> = (0..old_rows).map(|row| comparison.new_row(row)).collect();
    for (old, new) in pairs.iter().enumerate() {
        let is_removed = changes
            .iter()
            .any(|change| matches!(change, Change::Removed { old: row, .. } if *row == old));
        assert_eq!(is_removed, new.is_none(), "{old}");
        assert!(new.is_none_or(|new| comparison.old_row(new) == Some(old)));
    }
    for new in 0..new_rows {
        let is_added = changes.contains(&Change::Added { new });
        assert_eq!(is_added, comparison.old_row(new).is_none(), "{new}");
    }
    pairs
}

fn check(cases: &[(&str, &str, &[&str])]) {
    for (old, new, expected) in cases {
        assert_eq!(
            changed(&outline(old), &outline(new)),
            *expected,
            "{old}\n=>\n{new}"
        );
    }
}

#[test]
fn white_space_and_unknown_answers_are_no_changes() {
    check(&[
        ("", "", &[]),
        (
            "# Net work\na b | Yes (p  q) | n  o",
            "# Net  work\na\u{a0}b | Yes (p q) | n\to",
            &[],
        ),
        ("# N\na", "# N\na | No", &[]),
        ("# N\na | Yes", "# N\na", &[]),
        ("# Empty\n# N\na | Yes", "# Empty\n# N\na | Yes", &[]),
    ]);
}

#[test]
fn cells_are_compared_word_for_word() {
    check(&[
        ("# N\na | Yes", "# N\na | No", &["answer: a"]),
        ("# N\na | Yes", "# N\na | Yes.", &["answer: a"]),
        (
            "# N\na | Yes | See [x](y).",
            "# N\na | Yes | See x.",
            &["notes: a"],
        ),
        (
            "# N\na | Yes | | d",
            "# N\na | N/A | D | e",
            &["answer: a", "notes: a", "documentation: a"],
        ),
        (
            "# N\nAbc | Yes",
            "# N\nABC | No",
            &["retitled: Abc -> ABC", "answer: ABC"],
        ),
    ]);
}

#[test]
fn a_row_that_was_added_or_removed_says_where() {
    check(&[
        ("# N\na | Yes", "# N\na | Yes\nb | No", &["added: b"]),
        ("# N\na | Yes\nb | No", "# N\nb | No", &["removed: a"]),
        (
            "# N\na | Yes\nb | No\nc | No\nd | No",
            "# N\na | Yes\nd | No",
            &["removed: b after a", "removed: c after a"],
        ),
        ("# N\na | Yes\n# M\nb | No", "# N\na | Yes", &["removed: b"]),
        (
            "# N\na | Yes\n# M\nb | No\nc | No",
            "# N\na | No\n# M\nc | Yes",
            &["answer: a", "removed: b", "answer: c"],
        ),
        (
            "# N\na | Yes\n# Gone\n# M\nc | No",
            "# N\na | No\n# M\nc | Yes",
            &["answer: a", "section removed: Gone", "answer: c"],
        ),
        (
            "# N\na | Yes\na | No\na | Yes",
            "# N\na | Yes\na | No",
            &["removed: a after a"],
        ),
        ("", "# N\na | Yes", &["added: a"]),
        ("# N\na | Yes", "", &["removed: a"]),
    ]);
}

#[test]
fn a_row_in_another_section_has_moved() {
    check(&[
        (
            "# N\na | Yes\nb | No\nc | No\n# M\nd | Yes",
            "# N\na | Yes\nc | No\n# M\nb | No\nd | Yes",
            &["moved: b"],
        ),
        (
            "# N\nAlpha | Yes\nb | No\n# M\nd | Yes",
            "# N\nb | No\n# M\nd | Yes\nALPHA | No",
            &["retitled: Alpha -> ALPHA", "moved: ALPHA", "answer: ALPHA"],
        ),
        (
            "# N\nAuthentication | Yes\nb | No\n# M\nd | Yes",
            "# N\nb | No\n# M\nd | Yes\nAuthentification | Yes",
            &[
                "retitled: Authentication -> Authentification",
                "moved: Authentification",
            ],
        ),
        // Of two rows with its title elsewhere, the unchanged one is it.
        (
            "# N\na | Yes | x\n# M\nb | No\n# O\nc | No",
            "# N\nd | No\n# M\na | Yes | y\nb | No\n# O\na | Yes | x\nc | No",
            &["added: d", "added: a", "moved: a"],
        ),
    ]);
}

#[test]
fn a_section_is_renamed_if_it_keeps_most_of_its_rows() {
    check(&[
        (
            "# N\na | Yes\nb | No",
            "# M\na | Yes\nb | No",
            &["section: N -> M"],
        ),
        (
            "# N\na | Yes\nb | No\nc | No",
            "# M\na | Yes\nb | Yes\nd | No",
            &[
                "section: N -> M",
                "answer: b",
                "removed: c after b",
                "added: d",
            ],
        ),
        (
            "# N\na | Yes\nb | No",
            "# M\nc | Yes\nd | No",
            &["removed: a", "removed: b", "added: c", "added: d"],
        ),
        (
            "# N\na | Yes",
            "# M\na | Yes\nc | Yes\nd | No",
            &["moved: a", "added: c", "added: d"],
        ),
        (
            "# N\na | Yes\nb | No",
            "# n\na | Yes\nc | No",
            &["section: N -> n", "removed: b after a", "added: c"],
        ),
        (
            "# N\na | Yes\nb | No\n# M\nc | No",
            "# O\na | Yes\nb | No\nc | No",
            &["section: N -> O", "moved: c"],
        ),
    ]);
}

#[test]
fn the_least_is_out_of_order() {
    check(&[
        (
            "# N\na | Yes\nb | Yes\nc | Yes",
            "# N\nc | Yes\na | Yes\nb | Yes",
            &["order: c"],
        ),
        (
            "# N\na | Yes\n# M\nb | Yes\n# O\nc | Yes",
            "# O\nc | Yes\n# N\na | Yes\n# M\nb | Yes",
            &["section order: O"],
        ),
        (
            "# N\na | Yes\nb | Yes\nc | Yes",
            "# N\nb | Yes\nd | Yes\nc | Yes\na | No",
            &["added: d", "answer: a", "order: a"],
        ),
    ]);
}

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

#[test]
fn sections_out_of_range_are_no_panic() {
    let row = |section, title| Row {
        section,
        title,
        ..Row::default()
    };
    let old = Outline {
        sections: vec!["N"],
        rows: vec![row(7, "a"), row(0, "b"), row(3, "c"), row(0, "")],
    };
    let new = Outline {
        sections: vec![],
        rows: vec![row(0, "b"), row(9, "c"), row(1, "")],
    };
    for (old, new) in [
        (&old, &new),
        (&new, &old),
        (&old, &Outline::default()),
        (&Outline::default(), &old),
    ] {
        let comparison = compare(old.clone(), new.clone());
        assert!(!comparison.changes().is_empty());
    }
}

#[test]
fn many_reworded_rows_are_found_in_reasonable_time() {
    let titles: Vec<String> = (0..3000)
        .map(|row| format!("Requirement R{row}x of the catalog"))
        .collect();
    let reworded: Vec<String> = titles
        .iter()
        .map(|title| title.replace("catalog", "catalogue"))
        .collect();
    let of = |titles: &[String]| format!("# N\n{}", titles.join(" | Yes\n"));
    let (old, new) = (of(&titles), of(&reworded));
    let comparison = compare(outline(&old), outline(&new));
    let changes = comparison.changes();
    assert_eq!(changes.len(), 3000);
    assert!(
        changes
            .iter()
            .all(|change| matches!(change, Change::Retitled { old, new, .. } if old == new))
    );
}

#[test]
fn a_label_tells_rows_apart_and_is_no_proof() {
    for (old, new, expected) in [
        // Nothing but the label.
        (
            "[1.1] Firewall | Yes\n[1.2] Keys | No",
            "[1.1] Firewall | Yes\n[1.3] Keys | No",
            &["label: 1.2 -> 1.3 Keys"][..],
        ),
        ("Keys | No", "[1.1] Keys | No", &["label:  -> 1.1 Keys"]),
        // Two rows of one title, in the other order: the labels say which is which.
        (
            "[1.1] Keys | Yes\n[1.2] Keys | No",
            "[1.2] Keys | No\n[1.1] Keys | Yes",
            &["order: Keys"],
        ),
        // Another control altogether.
        (
            "[1.1] Keys of the vault | No\n[1.2] Firewall | Yes",
            "[1.1] Audit log | No\n[1.2] Firewall | Yes",
            &[
                "removed: Keys of the vault",
                "recycled: 1.1 names Audit log, the old one is gone: Keys of the vault",
                "added: Audit log",
            ],
        ),
        // Shifted by one, and another added.
        (
            "[1.1] Keys | No\n[1.2] Firewall | Yes",
            "[1.1] Audit log | No\n[1.2] Keys | No\n[1.3] Firewall | Yes",
            &[
                "recycled: 1.1 names Audit log, the old one is 1.2: Keys",
                "added: Audit log",
                "recycled: 1.2 names Keys, the old one is 1.3: Firewall",
            ],
        ),
        // Swapped.
        (
            "[1.1] Keys | No\n[1.2] Firewall | Yes",
            "[1.1] Firewall | Yes\n[1.2] Keys | No",
            &[
                "recycled: 1.1 names Firewall, the old one is 1.2: Keys",
                "recycled: 1.2 names Keys, the old one is 1.1: Firewall",
                "order: Keys",
            ],
        ),
        // Reworded: unlike enough to be two without the label, and answered otherwise.
        (
            "[1.1] Passwords have 12 letters at least | Yes\n[1.2] Sessions end after an hour | No",
            "[1.1] Passwords need at least 14 letters or signs | No\n[1.2] Sessions end after an hour | No",
            &[
                "retitled?: Passwords have 12 letters at least -> Passwords need at least 14 letters or signs",
                "answer: Passwords need at least 14 letters or signs",
            ],
        ),
        // Like each other as all of them are.
        (
            "[1.1] The flag `alpha` is set to true | Yes\n[1.2] The flag `beta` is set to true | Yes\n[1.3] The flags `gamma` and `delta` are set as needed | Yes",
            "[1.1] The flag `omega` of the agent is set to false | Yes\n[1.2] The flag `alpha` is set to true | Yes\n[1.3] The flag `beta` is set to true | Yes",
            &[
                "recycled: 1.1 names The flag `omega` of the agent is set to false, the old one is 1.2: The flag `alpha` is set to true",
                "added: The flag `omega` of the agent is set to false",
                "recycled: 1.2 names The flag `alpha` is set to true, the old one is 1.3: The flag `beta` is set to true",
                "recycled: 1.3 names The flag `beta` is set to true, the old one is gone: The flags `gamma` and `delta` are set as needed",
                "removed: The flags `gamma` and `delta` are set as needed after The flag `beta` is set to true -> The flag `omega` of the agent is set to false",
            ],
        ),
        // A label that is there twice says nothing.
        (
            "[1.1] Keys | No\n[1.1] Firewall | Yes",
            "[1.1] Keys | No\n[1.1] Audit log | Yes",
            &["removed: Firewall after Keys", "added: Audit log"],
        ),
    ] {
        let (old, new) = (format!("# A\n{old}"), format!("# A\n{new}"));
        assert_eq!(
            changed(&outline(&old), &outline(&new)),
            expected,
            "{old}\n{new}"
        );
    }
}

#[test]
fn further_columns_are_compared_by_their_headings() {
    let row = |properties: &[(&'static str, &'static str)]| Outline {
        sections: vec!["A"],
        rows: vec![Row {
            title: "Keys",
            properties: properties.to_vec(),
            ..Row::default()
        }],
    };
    for (old, new, expected) in [
        (&[][..], &[][..], &[][..]),
        (&[("Level", "L1")], &[("Level", " L1 ")], &[]),
        (
            &[("Level", "L1"), ("CWE", "7")],
            &[("CWE", "7"), ("Level", "L1")],
            &[],
        ),
        (&[("Level", "L1")], &[("Level", "L2")], &["Level: Keys"]),
        (
            &[("Level", "L1")],
            &[("CWE", "7")],
            &["Level: Keys", "CWE: Keys"],
        ),
        (&[("Level", "L1")], &[], &["Level: Keys"]),
    ] {
        assert_eq!(changed(&row(old), &row(new)), expected, "{old:?} {new:?}");
    }
}
