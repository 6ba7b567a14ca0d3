//! Rows in other sections and places, and sections under other titles.

use super::*;

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
            &["moved: a", "section removed: N", "added: c", "added: d"],
        ),
        (
            "# N\na | Yes\nb | No",
            "# n\na | Yes\nc | No",
            &["section: N -> n", "removed: b after a", "added: c"],
        ),
        (
            "# N\na | Yes\nb | No\n# M\nc | No",
            "# O\na | Yes\nb | No\nc | No",
            &["section: N -> O", "moved: c", "section removed: M"],
        ),
        // A title goes on with whoever has it: the section that nobody calls by its title any more is told of.
        (
            "# N\na | Yes\nb | No\n# M\nc | No\nd | Yes",
            "# M\na | Yes\nb | No\n# O\nc | No\nd | Yes",
            &[
                "moved: a",
                "moved: b",
                "section removed: N",
                "section added: O",
                "moved: c",
                "moved: d",
            ],
        ),
        (
            "# N\na | Yes\nb | No\n# M\nc | No",
            "# M\na | Yes\nc | No",
            &["moved: a", "removed: b"],
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
fn sections_out_of_range_are_no_panic() {
    let row = |section, title| Row {
        section,
        title,
        ..Row::default()
    };
    let old = Outline {
        sections: vec!["N".into()],
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
fn sections_of_one_title_are_known_by_their_rows() {
    check(&[
        (
            "# P\na | Yes\nb | No\n# P\nc | No\n# P\nd | Yes\n# P\ne | Yes",
            "# P\na | Yes\nb | No\n# P\nd | Yes\n# P\ne | Yes",
            &["removed: c"],
        ),
        (
            "# P\na | Yes\n# P\nb | No\n# Q\nc | No",
            "# P\nd | Yes\n# P\na | Yes\n# P\nb | No\n# Q\nc | No",
            &["added: d"],
        ),
        // Most of its rows are in the second one now.
        (
            "# P\na | Yes\nb | No\nc | No\n# P\nd | Yes\ne | Yes",
            "# P\na | Yes\nd | Yes\ne | Yes\n# P\nb | No\nc | No",
            &["moved: a", "section order: P"],
        ),
        // Rows that are in both say nothing.
        (
            "# P\na | Yes\nb | No\n# P\na | No\nb | Yes",
            "# P\na | Yes\nb | No\n# P\na | No\nb | No",
            &["answer: b"],
        ),
    ]);
}
