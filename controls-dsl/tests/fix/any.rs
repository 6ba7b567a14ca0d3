//! Whatever happens to a document, and however its definition is written: fixed, the two are in step, and rows that
//! haven't drifted stand there as they stood.

use std::fmt::Write;

use proptest::prelude::*;

use crate::support::{apply, fixed, source, try_edit_of};

/// A row: its title, answer, notes and documentation.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    title: String,
    answer: &'static str,
    notes: &'static str,
    documentation: &'static str,
}

/// The sections of a document.
type Sections = Vec<(String, Vec<Row>)>;

const ANSWERS: [&str; 4] = ["Yes", "No", "N/A", "Yes (in part)"];
const TEXTS: [&str; 4] = [
    "",
    "By rules.",
    "A \"quoted\" word \\ and `code`",
    "[Link](./x.md)",
];
const WORDS: [&str; 12] = [
    "firewall",
    "encryption",
    "keys",
    "peering",
    "network",
    "isolation",
    "audit",
    "logs",
    "identity",
    "roles",
    "backup",
    "vault",
];
/// What may stand before a row, behind it, and how it's written.
const BEFORE: [&str; 6] = [
    "",
    "// own\n            ",
    "/// Doc.\n            ",
    "\n            // free\n\n            ",
    "#[deprecated] ",
    "/* x */ ",
];
const BEHIND: [&str; 4] = [
    "\n            ",
    " // behind\n            ",
    " ",
    "\n\n            ",
];

fn any_row() -> impl Strategy<Value = Row> {
    let words = prop::collection::vec(prop::sample::select(&WORDS[..]), 1..4);
    (words, 0..4_usize, 0..4_usize, 0..4_usize).prop_map(|(words, answer, notes, documentation)| {
        Row {
            title: words.join(" "),
            answer: ANSWERS[answer],
            notes: TEXTS[notes],
            documentation: TEXTS[documentation],
        }
    })
}

fn any_sections() -> impl Strategy<Value = Sections> {
    prop::collection::vec(prop::collection::vec(any_row(), 1..5), 1..4).prop_map(|sections| {
        sections
            .into_iter()
            .enumerate()
            .map(|(at, rows)| (format!("Section {at}"), rows))
            .collect()
    })
}

/// An edit: what, of which row, with what.
type Step = (u8, usize, usize, Row);

fn edited(mut sections: Sections, steps: &[Step]) -> Sections {
    for (what, at, to, row) in steps {
        let count = sections.len();
        let (title, rows) = &mut sections[at % count];
        let inside = to % rows.len();
        match what % 9 {
            0 => rows[inside].answer = row.answer,
            1 => rows[inside].notes = row.notes,
            2 => rows[inside].documentation = row.documentation,
            3 => rows[inside].title.push_str(" now"),
            4 => rows.insert(inside, row.clone()),
            5 => {
                rows.remove(inside);
            }
            6 => {
                let row = rows.remove(inside);
                let (_, rows) = &mut sections[to % count];
                let inside = at % (rows.len() + 1);
                rows.insert(inside, row);
            }
            7 => title.push_str(" of it"),
            _ => {
                let section = sections.remove(at % count);
                sections.insert(to % count, section);
                if to % 3 == 0 {
                    sections.push((format!("New {at} {to}"), vec![row.clone()]));
                }
            }
        }
        sections.retain(|(_, rows)| !rows.is_empty());
        if sections.is_empty() {
            sections.push(("Left".to_owned(), vec![row.clone()]));
        }
    }
    sections
}

fn document(sections: &Sections) -> String {
    let mut out = String::new();
    for (title, rows) in sections {
        write!(
            out,
            "## {title}\n\n| Control | Yes/No | Notes | Documentation |\n|---|---|---|---|\n"
        )
        .unwrap();
        for Row {
            title,
            answer,
            notes,
            documentation,
        } in rows
        {
            writeln!(out, "| {title} | {answer} | {notes} | {documentation} |").unwrap();
        }
        out.push('\n');
    }
    out
}

/// Each row as it's written, attributes first, and the definition.
fn definition(sections: &Sections, style: &[(usize, usize, usize)]) -> (Vec<String>, String) {
    let mut style = style.iter().cycle();
    let (mut texts, mut body) = (Vec::new(), "\n".to_owned());
    for (at, (title, rows)) in sections.iter().enumerate() {
        write!(body, "        S{at} = {title:?} {{\n            ").unwrap();
        for (position, row) in rows.iter().enumerate() {
            let (before, behind, how) = style.next().unwrap();
            let answer = match row.answer {
                "N/A" => "NotApplicable".to_owned(),
                "Yes (in part)" => format!("{:?}", row.answer),
                word => word.to_owned(),
            };
            let mut text = format!("R{} = {:?} => {answer}", texts.len(), row.title);
            let fields: Vec<String> = [("notes", row.notes), ("documentation", row.documentation)]
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| format!("{name}: {value:?}"))
                .chain((how % 3 == 0).then(|| "alias: [\"x\"]".to_owned()))
                .collect();
            match how % 4 {
                _ if fields.is_empty() => {}
                0 => write!(text, "{{{}}}", fields.join(",")).unwrap(),
                1 => write!(text, " {{ {}, }}", fields.join(", ")).unwrap(),
                2 => write!(
                    text,
                    " {{\n                {},\n            }}",
                    fields.join(",\n                ")
                )
                .unwrap(),
                _ => write!(
                    text,
                    " {{ // f\n                {} // l\n            }}",
                    fields.join(", // m\n                ")
                )
                .unwrap(),
            }
            let comma = if position + 1 == rows.len() && how % 5 == 0 {
                ""
            } else {
                ","
            };
            write!(
                body,
                "{}{text}{comma}{}",
                BEFORE[before % BEFORE.len()],
                BEHIND[behind % BEHIND.len()]
            )
            .unwrap();
            texts.push(text);
        }
        body.push_str("}\n");
    }
    (texts, source(&format!("{body}    ")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_reached(
        sections in any_sections(),
        style in prop::collection::vec((0..6_usize, 0..4_usize, 0..60_usize), 1..9),
        steps in prop::collection::vec((0..9_u8, 0..20_usize, 0..20_usize, any_row()), 0..6),
        crlf in any::<bool>(),
    ) {
        let (texts, text) = definition(&sections, &style);
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let old = document(&sections);
        prop_assert_eq!(fixed(&text, &old), text.clone());
        let new = edited(sections.clone(), &steps);
        // It's an error unless the result is in step.
        let Ok(edit) = try_edit_of(&text, &document(&new), &mut |guess| guess.is_likely) else {
            // Of a title that was there twice one row has gone: which one, a person has to say.
            let titles = |sections: &Sections| {
                let rows = sections.iter().flat_map(|(_, rows)| rows);
                rows.map(|row| row.title.clone()).collect::<Vec<String>>()
            };
            let (was, is) = (titles(&sections), titles(&new));
            let count = |all: &[String], title: &String| all.iter().filter(|other| *other == title).count();
            prop_assert!(was.iter().any(|title| (1..count(&was, title)).contains(&count(&is, title))));
            return Ok(());
        };
        let result = apply(&text, edit);
        prop_assert_eq!(fixed(&result, &document(&new)), result.clone());
        prop_assert!(!crlf || result.matches('\n').count() == result.matches("\r\n").count());
        // Rows of a title that stands once on both sides can't be taken for others.
        let rows = |sections: &Sections| sections.iter().flat_map(|(_, rows)| rows.clone()).collect::<Vec<Row>>();
        let (was, is) = (rows(&sections), rows(&new));
        for (row, text) in was.iter().zip(texts) {
            let count = |rows: &[Row]| rows.iter().filter(|other| other.title == row.title).count();
            if count(&was) == 1 && count(&is) == 1 && is.contains(row) {
                let text = if crlf { text.replace('\n', "\r\n") } else { text };
                prop_assert!(result.contains(&text), "{}\n{}", text, result);
            }
        }
        // No line ends in a blank that did not before.
        let blank_ends = |text: &str| text.lines().filter(|line| line.ends_with([' ', '\t'])).count();
        prop_assert!(blank_ends(&result) <= blank_ends(&text), "{}", result);
        if let Ok(edit) = try_edit_of(&result, &old, &mut |guess| guess.is_likely) {
            let back = apply(&result, edit);
            prop_assert_eq!(fixed(&back, &old), back.clone());
        }
    }
}
