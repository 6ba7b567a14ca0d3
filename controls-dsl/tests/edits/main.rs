//! Whatever is edited in a row of the real document is found, and named with its line; whatever is edited elsewhere is
//! none of the catalog's business.

mod azure_backup;

use controls_dsl::{Definition, Drift};

use azure_backup::{azure_backup, drifts, seed};

/// The lines of the document's rows, as indices.
fn rows(lines: &[String]) -> Vec<usize> {
    (0..lines.len())
        .filter(|at| lines[*at].starts_with("| ") && !lines[*at].starts_with("| Security control"))
        .collect()
}

fn seed_lines() -> Vec<String> {
    seed().lines().map(str::to_owned).collect()
}

/// The four cells of a row, as they stand between its pipes.
fn cells(row: &str) -> Vec<String> {
    let cells: Vec<String> = row
        .trim_matches('|')
        .split('|')
        .map(str::to_owned)
        .collect();
    assert_eq!(cells.len(), 4, "{row}");
    cells
}

fn title(row: &str) -> String {
    cells(row)[0].trim().to_owned()
}

/// The edits of a cell: what they are called, and what they make of it.
fn edits(cell: &str) -> Vec<(&'static str, String)> {
    let text = cell.trim();
    let mut edits = vec![("a word added", format!("{text} perhaps"))];
    if text.is_empty() {
        return edits;
    }
    edits.push(("emptied", String::new()));
    edits.push(("a letter in front", format!("x{text}")));
    edits.push((
        "the last letter gone",
        text.chars().take(text.chars().count() - 1).collect(),
    ));
    edits.push((
        "letter case",
        if text == text.to_uppercase() {
            text.to_lowercase()
        } else {
            text.to_uppercase()
        },
    ));
    if let Some((_, rest)) = text.split_once(' ') {
        edits.push(("the first word gone", rest.to_owned()));
    }
    if text.contains("](") {
        edits.push(("a link's target", text.replacen("](", "](x", 1)));
        edits.push(("a link's text", text.replacen("](", "x](", 1)));
    }
    edits
}

#[test]
fn an_edit_of_any_cell_is_found_at_its_row_and_line() {
    let definition = azure_backup();
    let lines = seed_lines();
    let mut count = 0;
    for at in rows(&lines) {
        for column in 0..4 {
            for (what, edited) in edits(&cells(&lines[at])[column]) {
                // An answer in another letter case is the same answer.
                if column == 1 && what == "letter case" {
                    continue;
                }
                let mut cells = cells(&lines[at]);
                cells[column] = format!(" {edited} ");
                let mut lines = lines.clone();
                let title = title(&lines[at]);
                lines[at] = format!("|{}|", cells.join("|"));
                let drifts = drifts(&definition, &lines.join("\n"));
                let case = format!("{what}: {}", lines[at]);
                if column == 0 && what == "emptied" {
                    // Then it's no row of its own, and what it says is read as the rest of the one above.
                    assert!(
                        drifts.iter().any(|drift| names(drift, &title)),
                        "{case}: {drifts:#?}"
                    );
                } else {
                    assert_found(&drifts, &title, at + 1, &case);
                }
                count += 1;
            }
        }
    }
    assert!(count > 15 * 4 * 3, "{count}");
}

fn names(drift: &Drift, title: &str) -> bool {
    drift.title.as_deref() == Some(title)
}

/// Whether a drift names the row, and one stands at the line. They are one drift unless the title is so unlike that
/// the row is another one.
#[track_caller]
fn assert_found(drifts: &[Drift], title: &str, line: usize, case: &str) {
    assert!(
        drifts.iter().any(|drift| names(drift, title)),
        "{case}: {drifts:#?}"
    );
    assert!(
        drifts
            .iter()
            .any(|drift| usize::try_from(drift.place.line) == Ok(line)),
        "{case}: {drifts:#?}"
    );
}

#[test]
fn a_row_that_goes_comes_or_moves_is_found() {
    let definition = azure_backup();
    let seed = seed_lines();
    for at in rows(&seed) {
        let title = title(&seed[at]);
        let kinds = |lines: &[String]| -> Vec<(String, Option<String>, usize)> {
            let drifts = drifts(&definition, &lines.join("\n"));
            let line = |drift: &Drift| usize::try_from(drift.place.line).unwrap();
            drifts
                .iter()
                .map(|drift| (drift.kind.to_string(), drift.title.clone(), line(drift)))
                .collect()
        };
        let named = |kind: &str, line| (kind.to_owned(), Some(title.clone()), line);

        let mut dropped = seed.clone();
        dropped.remove(at);
        let found = kinds(&dropped);
        assert_eq!(found.len(), 1, "{title}: {found:?}");
        assert_eq!(
            (&*found[0].0, found[0].1.as_ref()),
            ("removed", Some(&title))
        );
        // The row before it, or the heading of its section; where it's alone, the delimiter row that no row is below.
        let is_row = |at: usize| seed[at].starts_with("| ");
        let expected = if is_row(at - 1) || !is_row(at + 1) {
            at
        } else {
            heading(&seed, at)
        };
        assert_eq!(found[0].2, expected, "{title}");

        let mut doubled = seed.clone();
        doubled.insert(at, seed[at].clone());
        assert_eq!(kinds(&doubled), [named("added", at + 2)]);

        if seed[at + 1].starts_with("| ") {
            let mut swapped = seed.clone();
            swapped.swap(at, at + 1);
            let found = kinds(&swapped);
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!(found[0].0, "order");
            assert!([at + 1, at + 2].contains(&found[0].2), "{found:?}");
        }

        for target in rows(&seed)
            .into_iter()
            .filter(|target| heading(&seed, *target) != heading(&seed, at))
        {
            let mut moved = seed.clone();
            let row = moved.remove(at);
            let target = if target > at { target - 1 } else { target };
            moved.insert(target, row);
            let (regrouped, found): (Vec<_>, Vec<_>) = kinds(&moved)
                .into_iter()
                .partition(|(kind, ..)| kind == "regrouped");
            assert_eq!(found, [named("section", target + 1)], "{title} to {target}");
            // Where it's alone, its section goes.
            let is_alone = !is_row(at - 1) && !is_row(at + 1);
            assert_eq!(regrouped.len(), usize::from(is_alone), "{title}");
        }
    }
}

/// The line of the heading above.
fn heading(lines: &[String], at: usize) -> usize {
    (0..at)
        .rev()
        .find(|line| lines[*line].starts_with('#'))
        .unwrap()
        + 1
}

#[test]
fn an_edit_outside_of_the_tables_changes_nothing() {
    let definition = azure_backup();
    let seed = seed();
    let lines: Vec<&str> = seed.lines().collect();
    for (what, edited) in [
        ("nothing", seed.clone()),
        (
            "prose",
            seed.replace("documents the security", "lists all the security"),
        ),
        (
            "front matter",
            seed.replace("09/23/2019", "10/01/2020")
                .replace("title: ", "title: All about "),
        ),
        (
            "no front matter",
            seed.split_once("---\n# ")
                .map(|(_, rest)| format!("# {rest}"))
                .unwrap(),
        ),
        (
            "the title",
            seed.replace("# Security controls for Azure Backup", "# What it has"),
        ),
        ("blank lines", seed.replace("\n## ", "\n\n\n## ")),
        (
            "a blank line below the delimiter",
            seed.replace("|---|---|--|\n", "|---|---|--|\n\n"),
        ),
        ("CRLF", seed.replace('\n', "\r\n")),
        ("a byte order mark", format!("\u{feff}{seed}")),
        ("spaces at the ends of lines", lines.join("  \n")),
        ("tabs in cells", seed.replace("| ", "|\t")),
        (
            "non-breaking spaces",
            seed.replace("| Yes |", "|\u{a0}Yes\u{a0}|"),
        ),
        (
            "a comment",
            seed.replace(
                "## Identity",
                "<!-- | a | b |\n|---|---| -->\n\n## Identity",
            ),
        ),
        (
            "a table of another kind",
            seed.replace(
                "## Next steps",
                "## Next steps\n\n| A | B |\n|---|---|\n| c | d |\n",
            ),
        ),
        (
            "valid delimiters",
            seed.replace("|---|---|--|", "|---|---|---|---|"),
        ),
        ("letter case of answers", seed.replace("| No |", "| no |")),
    ] {
        assert!(
            drifts(&definition, &edited).is_empty(),
            "{what}: {:#?}",
            drifts(&definition, &edited)
        );
    }
}

#[test]
fn a_heading_that_is_renamed_or_moved_is_one_difference() {
    let definition: Definition = azure_backup();
    let seed = seed();
    let renamed = drifts(
        &definition,
        &seed.replace("## Data protection", "## Protection of data"),
    );
    assert_eq!(
        renamed
            .iter()
            .map(|drift| (drift.kind.name(), drift.place.line))
            .collect::<Vec<_>>(),
        [("section", 37)]
    );
    let identity =
        "## Identity\n\n| Security control | Yes/No | Notes| | Documentation\n|---|---|--|\n";
    assert_eq!(seed.matches(identity).count(), 1);
    let (before, rest) = seed.split_once("## Monitoring").unwrap();
    let (monitoring, rest) = rest.split_once("## Identity").unwrap();
    let (identity, rest) = rest.split_once("## Data protection").unwrap();
    let swapped =
        format!("{before}## Identity{identity}## Monitoring{monitoring}## Data protection{rest}");
    let moved = drifts(&definition, &swapped);
    assert_eq!(
        moved
            .iter()
            .map(|drift| drift.kind.name())
            .collect::<Vec<_>>(),
        ["order"],
        "{moved:#?}"
    );
}
