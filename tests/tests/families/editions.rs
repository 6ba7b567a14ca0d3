//! Editions of documents whose controls are headings: which row is which.

use controls_document::{Change, Document, compare, read_bound};
use controls_dsl::binding;
use controls_tests::corpus;

/// What a comparison of two editions says of rows, by their labels.
fn told(old: &Document<'_>, new: &Document<'_>) -> Vec<String> {
    let (old, new) = (old.outline(), new.outline());
    let comparison = compare(old.clone(), new.clone());
    let was = |row: usize| old.rows[row].label;
    let is = |row: usize| new.rows[row].label;
    let told = comparison.changes().iter().filter_map(|change| {
        Some(match *change {
            Change::Added { new } => format!("+ {}", is(new)),
            Change::Removed { old, .. } => format!("- {}", was(old)),
            Change::Recycled { new, .. } => format!("! {}", is(new)),
            Change::Label { old, new } => format!("{} -> {}", was(old), is(new)),
            Change::Retitled { old, new, .. } => format!("{} ~ {}", was(old), is(new)),
            Change::Moved { old, new } => format!("{} > {}", was(old), is(new)),
            _ => return None,
        })
    });
    told.collect()
}

#[test]
fn editions_whose_controls_are_headings_are_paired_as_a_person_pairs_them() {
    let corpus = corpus();
    for (old, new, headings, expected) in [
        (
            "rke2-cis/cis_self_assessment110.md",
            "rke2-cis/cis_self_assessment112.md",
            r#"level = 4, answer = "Result""#,
            // One control has gone, and those after it have its number and the next ones.
            &[
                "1.1.20 ~ 1.1.20",
                "+ 1.2.30",
                "4.2.4 ~ 4.2.4",
                "+ 4.2.14",
                "5.1.1 ~ 5.1.1",
                "5.1.2 ~ 5.1.2",
                "5.1.3 ~ 5.1.3",
                "5.1.4 ~ 5.1.4",
                "5.1.5 ~ 5.1.5",
                "5.1.6 ~ 5.1.6",
                "- 5.2.9",
                "! 5.2.9",
                "! 5.2.10",
                "! 5.2.11",
                "! 5.2.12",
                "5.2.13 -> 5.2.12",
                "5.7.1 -> 5.6.1",
                "5.7.2 -> 5.6.2",
                "5.7.3 -> 5.6.3",
                "5.7.4 -> 5.6.4",
            ][..],
        ),
        (
            "cisa-scuba/teams-v1.0.0.md",
            "cisa-scuba/teams.md",
            r#"level = 4, answer = "Criticality""#,
            // Sections that are all called `Policies` are known by their rows: none of those has moved.
            &[
                "MS.TEAMS.1.2v1 -> MS.TEAMS.1.2v2",
                "- MS.TEAMS.1.7v1",
                "+ MS.TEAMS.1.7v2",
                "MS.TEAMS.2.1v1 -> MS.TEAMS.2.1v2",
                "MS.TEAMS.2.2v1 -> MS.TEAMS.2.2v2",
                "MS.TEAMS.2.3v1 -> MS.TEAMS.2.3v2",
                "- MS.TEAMS.3.1v1",
                "MS.TEAMS.5.1v1 -> MS.TEAMS.5.1v2",
                "MS.TEAMS.5.2v1 -> MS.TEAMS.5.2v2",
                "MS.TEAMS.5.3v1 -> MS.TEAMS.5.3v2",
                "- MS.TEAMS.6.1v1",
                "- MS.TEAMS.6.2v1",
                "- MS.TEAMS.7.1v1",
                "- MS.TEAMS.7.2v1",
                "- MS.TEAMS.8.1v1",
                "- MS.TEAMS.8.2v1",
            ],
        ),
    ] {
        let text = |file: &str| corpus.iter().find(|(path, _)| path.ends_with(file));
        let (Some((_, was)), Some((_, is))) = (text(old), text(new)) else {
            continue;
        };
        let binding = binding(None, None, Some(headings)).unwrap();
        let (was, is) = (
            read_bound(was, &binding).unwrap(),
            read_bound(is, &binding).unwrap(),
        );
        assert_eq!(told(&was, &is), expected, "{new}");
    }
}
