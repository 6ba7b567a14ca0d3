//! What comparing finds.

mod editions;

use super::compare;
use crate::{Answer, Change, Outline, Row};

/// An outline as lines: `# section`, or `title | answer | notes | documentation`.
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
            title,
            answer,
            notes: cell(),
            documentation: cell(),
        });
    }
    outline
}

/// The changes as lines, with titles, cut at a parenthesis or list, in place of indices.
fn changed(old: &Outline<'_>, new: &Outline<'_>) -> Vec<String> {
    compare(old, new)
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
fn a_row_that_came_or_went_says_where() {
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
        answer: None,
        notes: "",
        documentation: "",
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
        assert!(!compare(old, new).is_empty());
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
    let changes = compare(&outline(&old), &outline(&new));
    assert_eq!(changes.len(), 3000);
    assert!(
        changes
            .iter()
            .all(|change| matches!(change, Change::Retitled { old, new, .. } if old == new))
    );
}
