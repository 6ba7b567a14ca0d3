//! Editions of a real document: from each to each, and back.

use std::collections::HashSet;
use std::fmt::Write;

use controls_document::read;

use crate::{
    real::corpus,
    support::{fixed, source},
};

/// A definition of a document, by the names of numbers, with some comments.
fn definition(document: &str) -> String {
    let document = read(document).unwrap();
    let mut body = "\n".to_owned();
    let mut row = 0;
    for (at, section) in document.sections.iter().enumerate() {
        writeln!(body, "        S{at} = {:?} {{", section.title).unwrap();
        for control in &section.controls {
            row += 1;
            let answer = match control.answer().unwrap() {
                controls_document::Answer::Qualified(text) => format!("{text:?}"),
                word => word.verdict().to_owned(),
            };
            writeln!(body, "            // comment {row}").unwrap();
            write!(
                body,
                "            Row{row} = {:?} => {answer}",
                control.title.text
            )
            .unwrap();
            let cells = [
                ("notes", &control.notes),
                ("documentation", &control.documentation),
            ];
            let cells: Vec<_> = cells
                .iter()
                .filter(|(_, cell)| !cell.text.is_empty())
                .collect();
            if !cells.is_empty() {
                body.push_str(" {\n");
                for (name, cell) in cells {
                    writeln!(body, "                {name}: {:?},", cell.text).unwrap();
                }
                body.push_str("            }");
            }
            body.push_str(",\n");
        }
        body.push_str("        }\n");
    }
    source(&format!("{body}    "))
}

#[test]
fn each_edition_leads_to_each_other_and_back() {
    for folder in ["azure-backup", "azure-backup-translated", "azure-services"] {
        let editions: Vec<String> = corpus()
            .into_iter()
            .filter(|(path, text)| {
                path.parent().is_some_and(|parent| parent.ends_with(folder)) && read(text).is_ok()
            })
            .map(|(_, text)| text)
            .collect();
        for old in &editions {
            let first = definition(old);
            assert_eq!(fixed(&first, old), first);
            for new in &editions {
                // `fixed` fails unless its result is in step.
                let there = fixed(&first, new);
                let back = fixed(&there, old);
                assert_eq!(fixed(&back, old), back);
                let (rows, again): (HashSet<&str>, HashSet<&str>) = (rows(&first), rows(&back));
                if old == new {
                    assert_eq!(there, first);
                }
                assert_eq!(rows.len(), again.len());
            }
        }
    }
}

fn rows(source: &str) -> HashSet<&str> {
    source
        .lines()
        .filter(|line| line.contains(" => "))
        .collect()
}
