//! What comparing finds.

mod editions;
mod families;
mod groups;
mod labels;
mod sections;
mod titles;

use super::compare;
use crate::{Answer, Change, Outline, Row};

/// An outline as lines: `# section`, or `title | answer | notes | documentation | former; former`. The title may have a label
/// before it, in brackets.
fn outline(text: &str) -> Outline<'_> {
    let mut outline = Outline::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(section) = line.strip_prefix("# ") {
            outline.sections.push(section.into());
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
            former: cell().split("; ").filter(|text| !text.is_empty()).collect(),
            ..Row::default()
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
    let section =
        |outline: &Outline<'_>, section: usize| outline.sections[section].title.to_owned();
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
        Change::SectionMoved {
            old_section,
            new_section,
        } => {
            let group = |outline: &Outline<'_>, section: usize| {
                let group = outline.sections[section].group.text();
                group.unwrap_or("-").to_owned()
            };
            format!(
                "section moved: {}: {} -> {}",
                section(new, new_section),
                group(old, old_section),
                group(new, new_section)
            )
        }
        Change::SectionRemoved { old_section } => {
            format!("section removed: {}", section(old, old_section))
        }
        Change::SectionAdded { new_section } => {
            format!("section added: {}", section(new, new_section))
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
