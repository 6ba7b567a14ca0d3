//! Sections of one title, told apart by the headings above them.

use super::*;
use crate::{Document, Group, OutlineSection};

/// A document of `# heading`s at any level, and of rows `title | answer`, each list of which is a table.
fn document(lines: &str) -> Document<'static> {
    let mut text = String::new();
    let mut in_table = false;
    for line in lines.lines().map(str::trim) {
        let is_heading = line.starts_with('#');
        text.push_str(match (is_heading, in_table) {
            (true, _) => "\n",
            (false, true) => "| ",
            (false, false) => "\n| C | Yes/No |\n|---|---|\n| ",
        });
        text.push_str(line);
        text.push('\n');
        in_table = !is_heading;
    }
    crate::read(Box::leak(text.into_boxed_str())).unwrap()
}

/// What has changed between two documents.
fn between(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (document(old), document(new));
    changed(&old.outline(), &new.outline())
}

const VAULT_AND_DISKS: &str =
    "# P\n## Vault\n### Net\na | No\n### Keys\nk | No\n## Disks\n### Net\na | Yes";

#[test]
fn documents_are_compared_with_the_headings_above() {
    let cases: &[(&str, &str, &[&str])] = &[
        // Only the headings of the services change places.
        (
            VAULT_AND_DISKS,
            "# P\n## Disks\n### Net\na | No\n### Keys\nk | No\n## Vault\n### Net\na | Yes",
            &[
                "section order: Net",
                "answer: a",
                "section moved: Keys: Vault -> Disks",
                "section order: Net",
                "answer: a",
            ],
        ),
        // The services do, with all that they have.
        (
            VAULT_AND_DISKS,
            "# P\n## Disks\n### Net\na | Yes\n## Vault\n### Net\na | No\n### Keys\nk | No",
            &["section order: Net"],
        ),
        (
            VAULT_AND_DISKS,
            "# P\n## Safe\n### Net\na | No\n### Keys\nk | No\n## Disks\n### Net\na | Yes",
            &[
                "section moved: Net: Vault -> Safe",
                "section moved: Keys: Vault -> Safe",
            ],
        ),
        (
            VAULT_AND_DISKS,
            "# P\n## Vault\n### Net\na | No\n## Disks\n### Keys\nk | No\n### Net\na | Yes",
            &["section moved: Keys: Vault -> Disks"],
        ),
        // A section of a title that is there once.
        (
            "# P\n## Vault\n### Net\na | No\n## Disks\n### Keys\nk | No",
            "# P\n## Disks\n### Net\na | No\n## Vault\n### Keys\nk | No",
            &[
                "section moved: Net: Vault -> Disks",
                "section moved: Keys: Disks -> Vault",
            ],
        ),
        // Outer headings, of which those directly above are the same.
        (
            "# P\n## A\n### X\n#### Net\na | No\n## B\n### X\n#### Net\na | Yes",
            "# P\n## B\n### X\n#### Net\na | No\n## A\n### X\n#### Net\na | Yes",
            &["answer: a", "section order: Net", "answer: a"],
        ),
        // The first of two under one heading is renamed, and the second one stays what it is.
        (
            "# P\n## Vault\n### Id\na | No\n### Id\nb | No\nc | No\n## Disks\n### Net\nd | No",
            "# P\n## Vault\n### Names\na | No\n### Id\nb | No\nc | No\n## Disks\n### Net\nd | No",
            &["section: Id -> Names"],
        ),
        // One service goes, and the other one stays what it is.
        (
            VAULT_AND_DISKS,
            "# P\n## Disks\n### Net\na | Yes",
            &["removed: a", "removed: k"],
        ),
    ];
    for (old, new, expected) in cases {
        assert_eq!(between(old, new), *expected, "{old}\n=>\n{new}");
    }
}

#[test]
fn the_title_of_a_document_and_its_introductions_are_no_groups() {
    for (old, new) in [
        ("# P\n## Net\na | No", "# Q\n## Net\na | No"),
        ("# P\n## Net\na | No", "## Net\na | No"),
        // An introduction is of the level of the sections.
        (
            "# P\n## Net\na | No\n## Keys\nk | No",
            "# P\n## About\n## Net\na | No\n## More\n## Keys\nk | No",
        ),
        // A table of its own makes a section of the title.
        (
            VAULT_AND_DISKS,
            "# Q\n## Vault\n### Net\na | No\n### Keys\nk | No\n## Disks\n### Net\na | Yes",
        ),
        (
            "# P\n## Vault\n### Net\na | No\n## Disks\n### Net\na | Yes",
            "# P\n## Vault\n#### Net\na | No\n## Disks\n### Net\na | Yes",
        ),
    ] {
        assert_eq!(between(old, new), [""; 0], "{old}\n=>\n{new}");
    }
    assert_eq!(
        between(
            VAULT_AND_DISKS,
            &VAULT_AND_DISKS.replacen('\n', "\nb | No\n", 1)
        ),
        ["added: b"]
    );
}

/// A section of a definition: its group, its title, and the answer of its row.
type Said = (&'static str, &'static str, Answer<'static>);

/// What differs between a definition and a document.
fn held(definition: &[Said], text: &str) -> Vec<String> {
    let document = document(text);
    let definition = Outline {
        sections: definition
            .iter()
            .map(|&(group, title, _)| OutlineSection {
                title,
                group: if group.is_empty() {
                    Group::Unsaid
                } else {
                    Group::Said(group)
                },
            })
            .collect(),
        rows: definition
            .iter()
            .enumerate()
            .map(|(section, &(.., answer))| Row {
                section,
                title: "a",
                answer: Some(answer),
                ..Row::default()
            })
            .collect(),
    };
    changed(&definition, &document.outline())
}

#[test]
fn a_definition_names_as_much_of_the_path_as_it_likes() {
    use Answer::{No, Yes};
    let nested = "# P\n## A\n### X\n#### Net\na | No\n## B\n### X\n#### Net\na | Yes";
    let two = "# P\n## Vault\n### Net\na | No\n## Disks\n### Net\na | Yes";
    let once = "# P\n## Vault\n### Net\na | No\n## Disks\n### Keys\na | Yes";
    let above = "# P\n## Net\na | No\n## Disks\n### Net\na | Yes";
    let cases: &[(&[Said], &str, &[&str])] = &[
        (&[("Vault", "Net", No), ("Disks", "Net", Yes)], two, &[]),
        (&[("P > Vault", "Net", No), ("Disks", "Net", Yes)], two, &[]),
        (
            &[("A > X", "Net", No), ("P > B > X", "Net", Yes)],
            nested,
            &[],
        ),
        (
            &[("Disks", "Net", No), ("Vault", "Net", Yes)],
            two,
            &["answer: a", "section order: Net", "answer: a"],
        ),
        (
            &[("Safe", "Net", No), ("Disks", "Net", Yes)],
            two,
            &["section moved: Net: Safe -> Vault"],
        ),
        // Part of a heading is none.
        (
            &[("ault", "Net", No), ("Disks", "Net", Yes)],
            two,
            &["section moved: Net: ault -> Vault"],
        ),
        // What isn't said is asked for where titles are repeated, …
        (
            &[("", "Net", No), ("Disks", "Net", Yes)],
            two,
            &["section moved: Net: - -> Vault"],
        ),
        // … but not if there's nothing above, …
        (&[("", "Net", No), ("Disks", "Net", Yes)], above, &[]),
        // … and where they aren't, it's held against the document if it's said.
        (&[("", "Net", No), ("", "Keys", Yes)], once, &[]),
        (
            &[("", "Net", No), ("Vault", "Keys", Yes)],
            once,
            &["section moved: Keys: Vault -> Disks"],
        ),
    ];
    for (definition, text, expected) in cases {
        assert_eq!(held(definition, text), *expected, "{definition:?}\n{text}");
    }
}

#[test]
fn what_tells_a_section_from_others_is_short() {
    for (text, expected) in [
        ("# P\n## Net\na | No", [None].as_slice()),
        (
            VAULT_AND_DISKS,
            &[Some("Vault"), Some("Vault"), Some("Disks")],
        ),
        (
            "# P\n## A\n### X\n#### Net\na | No\n## B\n### X\n#### Net\na | Yes",
            &[Some("A > X"), Some("B > X")],
        ),
        (
            "# P\n## Net\na | No\n## Disks\n### Net\na | Yes",
            &[None, Some("Disks")],
        ),
    ] {
        let document = document(text);
        let telling = document
            .sections
            .iter()
            .map(|section| section.above().telling());
        assert_eq!(telling.collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn of_rows_with_one_label_those_of_the_same_section_are_one() {
    let page = |first: &str, second: &str| {
        format!("# P\n## {first}\n### Net\n1.1 a | No\n## {second}\n### Net\n1.1 a | Yes")
    };
    let labelled = |outline: Outline<'static>| Outline {
        rows: outline
            .rows
            .into_iter()
            .map(|row| Row {
                label: "1.1",
                ..row
            })
            .collect(),
        ..outline
    };
    let read = |text: &str| -> Outline<'static> {
        labelled(Box::leak(Box::new(document(text))).outline())
    };
    assert_eq!(
        changed(&read(&page("A", "B")), &read(&page("B", "A"))),
        ["answer: 1.1 a", "section order: Net", "answer: 1.1 a"]
    );
}
