//! Editions of documents that label their controls: what is paired is what a person pairs. Their texts are where they were
//! published, so rows are named by their labels here; nothing is tried where the documents aren't at hand.

use std::{fs, path::Path};

use super::compare;
use crate::{Answer, Change, Outline, Row};

/// A document's tables, split without the reader: what is compared here isn't how they're read.
struct Edition {
    sections: Vec<String>,
    /// Each row's section, label and other cells.
    rows: Vec<(usize, String, Cells)>,
}

/// Cells by the headings of their columns.
type Cells = Vec<(String, String)>;

impl Edition {
    /// Reads the tables whose first column and another one are headed so.
    fn read(path: &str, label: &str) -> Option<Edition> {
        let folder =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/other-families");
        let text = fs::read_to_string(folder.join(path)).ok()?;
        let mut edition = Edition {
            sections: Vec::new(),
            rows: Vec::new(),
        };
        let mut headings: Vec<String> = Vec::new();
        for line in text.lines() {
            let cells: Vec<String> = line
                .replace("\\|", "\u{1}")
                .trim()
                .trim_start_matches('|')
                .trim_end_matches('|')
                .split('|')
                .map(|cell| cell.trim().trim_matches('*').replace('\u{1}', "|"))
                .collect();
            // The second release on a page has the labels of the first.
            if edition.rows.iter().any(|(_, label, _)| *label == cells[0]) {
                break;
            }
            let is_blank = |cell: &String| cell.is_empty();
            if let Some(title) = line.strip_prefix("## ") {
                edition.sections.push(title.to_owned());
            } else if !line.starts_with('|') {
                headings.clear();
            } else if cells[0] == label {
                headings = cells;
            } else if headings.is_empty() || cells[0].starts_with(['-', ':']) {
            } else if cells.len() >= 2 && cells[2..].iter().all(is_blank) {
                edition.sections.push(cells[1].clone());
            } else {
                let mut named: Vec<_> = headings.iter().cloned().zip(cells).collect();
                let (_, label) = named.remove(0);
                let section = edition.sections.len() - 1;
                edition.rows.push((section, label, named));
            }
        }
        Some(edition)
    }

    /// With the heading of the titles and that of the answers, if there are answers.
    fn outline(&self, title: &str, answer: &str) -> Outline<'_> {
        let rows = self.rows.iter().map(|(section, label, cells)| {
            let mut row = Row {
                section: *section,
                label,
                ..Row::default()
            };
            for (heading, cell) in cells {
                match &**heading {
                    heading if heading == title => row.title = cell,
                    heading if heading == answer => row.answer = Some(Answer::Qualified(cell)),
                    "Reason" => row.notes = cell,
                    heading if !cell.is_empty() => row.properties.push((heading, cell)),
                    _ => {}
                }
            }
            row
        });
        Outline {
            sections: self
                .sections
                .iter()
                .map(|title| title.as_str().into())
                .collect(),
            rows: rows.collect(),
        }
    }
}

/// What a comparison says of rows, by their labels.
fn told(old: &Outline<'_>, new: &Outline<'_>) -> Vec<String> {
    let was = |row: usize| old.rows[row].label;
    let is = |row: usize| new.rows[row].label;
    let comparison = compare(old.clone(), new.clone());
    let changes = comparison.changes().iter().filter_map(|change| {
        Some(match *change {
            Change::Added { new } => format!("+ {}", is(new)),
            Change::Removed {
                old,
                ref successors,
                ..
            } => {
                let successors: Vec<&str> = successors.iter().map(|new| is(*new)).collect();
                format!("- {} ({})", was(old), successors.join(" "))
            }
            Change::Recycled { old, new, moved } => {
                format!(
                    "! {}: {}",
                    is(new),
                    moved.map_or_else(|| format!("{} is gone", was(old)), |row| is(row).to_owned())
                )
            }
            Change::Label { old, new } => format!("{} -> {}", was(old), is(new)),
            Change::Retitled { old, new, certain } => {
                let mark = if certain { "" } else { "?" };
                format!("{} ~{mark} {}", was(old), is(new))
            }
            _ => return None,
        })
    });
    changes.collect()
}

/// What is said of two editions, the one way and the other.
fn both_ways(
    old: &str,
    new: &str,
    (label, title, answer): (&str, &str, &str),
) -> Option<[Vec<String>; 2]> {
    let (old, new) = (Edition::read(old, label)?, Edition::read(new, label)?);
    let (old, new) = (old.outline(title, answer), new.outline(title, answer));
    Some([told(&old, &new), told(&new, &old)])
}

const AKS: (&str, &str, &str) = ("CIS ID", "Recommendation description", "Status");
const UBUNTU: (&str, &str, &str) = ("CIS paragraph number", AKS.1, AKS.2);
const OWASP: (&str, &str, &str) = ("#", "Description", "");

#[test]
fn labels_that_shifted_are_recycled() {
    let Some([there, back]) = both_ways(
        "aks-cis/cis-kubernetes-2025-05-20.md",
        "aks-cis/cis-kubernetes-2025-08-05.md",
        AKS,
    ) else {
        return;
    };
    assert_eq!(
        there,
        [
            "+ 1.2.30",
            "! 2.2: 2.3",
            "+ 2.2",
            "! 2.3: 2.4",
            "! 2.4: 2.5",
            "! 2.5: 2.6",
            "! 2.6: 2.7",
            "! 2.7: 2.8",
        ]
    );
    assert_eq!(
        back,
        [
            "- 1.2.30 ()",
            "- 2.2 ()",
            "! 2.2: 2.2 is gone",
            "! 2.3: 2.2",
            "! 2.4: 2.3",
            "! 2.5: 2.4",
            "! 2.6: 2.5",
            "! 2.7: 2.6",
            "2.8 -> 2.7",
        ]
    );
}

#[test]
fn reworded_titles_with_the_same_label_are_the_same_controls() {
    let aks = both_ways(
        "aks-cis/cis-kubernetes-2024-08-30.md",
        "aks-cis/cis-kubernetes-2025-05-20.md",
        AKS,
    );
    let asvs = both_ways(
        "owasp-asvs/4.0.1-en/0x11-V2-Authentication.md",
        "owasp-asvs/4.0.3-en/0x11-V2-Authentication.md",
        OWASP,
    );
    for (told, titles) in [(aks, 35), (asvs, 24)] {
        for told in told.into_iter().flatten() {
            assert_eq!(told.len(), titles, "{told:?}");
            for change in told {
                let labels = change.split_once(" ~? ").or(change.split_once(" ~ "));
                assert!(labels.is_some_and(|(was, is)| was == is), "{change}");
            }
        }
    }
}

#[test]
fn what_is_written_anew_is_no_guess() {
    let Some([there, back]) = both_ways(
        "owasp-asvs/4.0.3-en/0x11-V2-Authentication.md",
        "owasp-asvs/5.0.0-en/0x15-V6-Authentication.md",
        OWASP,
    ) else {
        return;
    };
    let same: Vec<&String> = there
        .iter()
        .filter(|change| !change.starts_with(['+', '-']))
        .collect();
    assert_eq!(
        same,
        ["2.1.6 -> 6.2.3", "2.1.11 -> 6.2.7", "2.9.2 -> 6.7.2"]
    );
    // Reworded, or split in two.
    for successor in [
        "- 2.1.5 (6.2.2)",
        "- 2.1.9 (6.2.5)",
        "- 2.7.3 (6.6.2 6.5.1)",
    ] {
        assert!(there.iter().any(|change| change == successor), "{there:?}");
    }
    let same = back.iter().filter(|change| !change.starts_with(['+', '-']));
    assert_eq!(
        same.collect::<Vec<_>>(),
        ["6.2.3 -> 2.1.6", "6.2.7 -> 2.1.11", "6.7.2 -> 2.9.2"]
    );
}

#[test]
fn other_editions_add_rows_and_recycle_nothing() {
    let ubuntu = both_ways(
        "aks-cis/cis-ubuntu-2025-10-29.md",
        "aks-cis/cis-ubuntu-2026-06-11.md",
        UBUNTU,
    );
    if let Some([there, back]) = ubuntu {
        let added = |change: &&String| change.starts_with("+ ");
        assert_eq!((there.iter().filter(added).count(), there.len()), (58, 59));
        assert!(there.contains(&"2.1.4 ~ 2.1.4".to_owned()));
        assert_eq!(
            back.iter()
                .filter(|change| change.starts_with("- "))
                .count(),
            58
        );
    }
    let masvs = both_ways(
        "owasp-masvs/1.2-en/0x07-V2-Data_Storage_and_Privacy_requirements.md",
        "owasp-masvs/1.5.0-en/0x07-V2-Data_Storage_and_Privacy_requirements.md",
        OWASP,
    );
    for told in masvs.into_iter().flatten() {
        assert_eq!(told, [""; 0]);
    }
}
