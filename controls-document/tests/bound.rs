//! How documents are read whose columns a binding names: a table of bindings, and of what is made of a document by them.

mod support;

use controls_document::{Binding, Blank, Column, Columns, Document, ReadError, Words, read_bound};
use support::corpus;

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Sections with their groups, and rows with label, title and answer.
fn shown(document: &Document<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for section in &document.sections {
        let groups = section
            .groups
            .iter()
            .map(|at| &*document.headings[*at].title);
        let groups: Vec<&str> = groups.chain([&*section.title]).collect();
        out.push(format!("# {}", groups.join(" > ")));
        out.extend(section.controls.iter().map(|control| {
            let label = control.label.as_ref().map_or("", |label| &label.text);
            let answer = control.answer().map(|answer| answer.to_string());
            let answer = answer.map(|answer| format!(" => {answer}"));
            let cells = [&control.notes, &control.documentation].map(|cell| &*cell.text);
            let properties = control.properties.iter();
            let properties = properties.map(|of| format!("{}={}", of.name, of.cell.text));
            let more: Vec<String> = cells
                .iter()
                .filter(|text| !text.is_empty())
                .map(|text| (*text).to_owned())
                .chain(properties)
                .collect();
            format!(
                "{label} {}{} {}",
                control.title.text,
                answer.unwrap_or_default(),
                more.join(", ")
            )
            .trim()
            .to_owned()
        }));
    }
    out.extend(
        document
            .remarks
            .iter()
            .map(|of| format!("! {} {}", of.place.line, of.message)),
    );
    out
}

#[test]
fn columns_are_known_by_their_headings() {
    let title = || Columns::new(Column::named("Recommendation"));
    let table = "# N\n\n| **CIS&nbsp;ID** | [Recommendation](x.md) | Level | `Status`<br>now | Reason |\n|---|---|---|---|---|\n| **1.1** | Use a firewall | L1 | PASS | because |\n| 1.2 | Use TLS | L2 | Depends | |\n";
    let others = |names: &str| {
        format!(
            "! 3 {names} read: the headings are `CIS ID | Recommendation | Level | Status now | Reason`"
        )
    };
    let rest = others("the columns `CIS ID`, `Level`, `Status now`, `Reason` aren't");
    for (columns, expected) in [
        (title(), vec!["# N", "Use a firewall", "Use TLS", &*rest]),
        (
            Columns {
                label: Some(Column::named("CIS ID")),
                answer: Some(Column::named("Status now")),
                notes: Some(Column::named("Reason")),
                also: strings(&["Level"]),
                ..title()
            },
            vec![
                "# N",
                "1.1 Use a firewall => Yes because, Level=L1",
                "1.2 Use TLS => Depends Level=L2",
            ],
        ),
        (
            Columns {
                label: Some(Column::At(1)),
                answer: Some(Column::Named(strings(&["Result", "Status now"]))),
                documentation: Some(Column::At(5)),
                also: strings(&["Level"]),
                ..Columns::new(Column::At(2))
            },
            vec![
                "# N",
                "1.1 Use a firewall => Yes because, Level=L1",
                "1.2 Use TLS => Depends Level=L2",
            ],
        ),
        (
            Columns {
                label: Some(Column::named("CIS ID")),
                answer: Some(Column::named("Level")),
                notes: Some(Column::named("Reason")),
                also: strings(&["Status now"]),
                words: Words {
                    yes: strings(&["l1"]),
                    no: strings(&["L2"]),
                    ..Words::default()
                },
                ..title()
            },
            vec![
                "# N",
                "1.1 Use a firewall => Yes because, Status now=PASS",
                "1.2 Use TLS => No Status now=Depends",
            ],
        ),
    ] {
        let document = read_bound(table, &Binding::Columns(columns)).unwrap();
        assert_eq!(shown(&document), expected);
    }
}

#[test]
fn tables_without_the_columns_are_left_alone() {
    let columns = Columns {
        answer: Some(Column::named("Status")),
        ..Columns::new(Column::named("Control"))
    };
    let binding = Binding::Columns(columns);
    let legend = "| Mark | Meaning |\n|---|---|\n| ✅ | done |\n| ❌ | open |\n";
    let control = "| Control | Status |\n|---|---|\n| A | ✅ Implemented |\n| B | ⚠️ Partial |\n";
    let slash = "| Control | Yes/No |\n|---|---|\n| A | Yes |\n";
    let document = format!("# N\n\n{legend}\n{control}\n{slash}");
    let document = read_bound(&document, &binding).unwrap();
    assert_eq!(
        shown(&document),
        [
            "# N",
            "A => Yes",
            "B => ⚠️ Partial",
            "! 3 the table headed `Mark | Meaning` is left alone: it has no column `Control`",
            "! 13 the table headed `Control | Yes/No` is left alone: it has no column `Status`",
        ]
    );
    let columns = "all of the columns `Control` and `Status`";
    let status = "| Item | Status |\n|---|---|\n| A | Yes |\n";
    for (text, expected) in [
        (
            format!("# N\n\n{legend}\n{slash}\n{slash}"),
            "no table has a column `Status`; the header rows are `Mark | Meaning` (2 rows), `Control | Yes/No` (2 tables, 2 rows)".to_owned(),
        ),
        (
            format!("# N\n\n{legend}"),
            "no table has any of the columns `Control` and `Status`; the header rows are `Mark | Meaning` (2 rows)".to_owned(),
        ),
        (
            format!("# N\n\n{slash}\n{status}"),
            format!(
                "none has {columns}; the header rows are `Control | Yes/No` (1 row, without `Status`), `Item | Status` (1 row, without `Control`)"
            ),
        ),
        (
            String::new(),
            format!("the document is empty; expected a table with {columns}"),
        ),
        (
            "---\ntitle: Service\n---\n\n[!INCLUDE [x](../y.md)]\n".to_owned(),
            format!(
                "the document has no tables, only text; expected a table with {columns}; control tables may be in the file that it includes, `../y.md`"
            ),
        ),
    ] {
        let error = read_bound(&text, &binding).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("no control table is found: {expected}")
        );
    }
}

#[test]
fn a_row_that_heads_no_others_has_a_remark() {
    let binding = Binding::Columns(Columns {
        answer: Some(Column::named("Status")),
        ..Columns::new(Column::named("Control"))
    });
    let table = "# N\n\n| Control | Status |\n|---|---|\n";
    let rows = "| **F** | |\n| **G** | |\n| A | Pass |\n| **H** | |\n";
    let text = format!("{table}{rows}");
    assert_eq!(
        shown(&read_bound(&text, &binding).unwrap()),
        [
            "# N > G",
            "A => Yes",
            "! 5 this row heads no others, so it isn't read",
            "! 8 this row heads no others, so it isn't read",
        ]
    );
}

#[test]
fn an_answer_in_the_words_of_its_heading_is_one() {
    let table = "# N\n\n| Control | Supported | Notes |\n|---|---|---|\n";
    let rows = "| A | Supported | |\n| B | Unsupported | |\n| C | Supported | |\n| Net | Supported | Notes |\n| D | Supported | n |\n";
    let binding = Binding::Columns(Columns {
        answer: Some(Column::named("Supported")),
        notes: Some(Column::named("Notes")),
        ..Columns::new(Column::named("Control"))
    });
    let text = format!("{table}{rows}");
    assert_eq!(
        shown(&read_bound(&text, &binding).unwrap()),
        [
            "# N",
            "A => Yes",
            "B => No",
            "C => Yes",
            "# N > Net",
            "D => Yes n",
            "! 8 this row repeats the headings, so it's taken for the heading of the rows below it"
        ]
    );
    let text = format!("{table}| **A** | Yes | |\n| **B** | | |\n");
    let Binding::Columns(mut columns) = binding else {
        unreachable!("they are columns");
    };
    columns.words.blank = Some(Blank::Unanswered);
    assert_eq!(
        shown(&read_bound(&text, &Binding::Columns(columns)).unwrap()),
        ["# N", "**A** => Yes", "**B** => Unanswered"]
    );
}

#[test]
fn a_control_may_have_the_words_of_its_columns() {
    let table = "# N\n\n| Control | Windows | Linux |\n|--|--|--|\n";
    let rows = "| A | Windows | Linux |\n| B | - | - |\n| C | Windows | |\n| **D** | Windows | Linux |\n| E | - | Linux |\n";
    let columns = Columns {
        also: strings(&["Windows", "Linux"]),
        ..Columns::new(Column::named("Control"))
    };
    let text = format!("{table}{rows}");
    let document = read_bound(&text, &Binding::Columns(columns)).unwrap();
    let titles = document.controls().map(|(_, control)| &*control.title.text);
    assert_eq!(titles.collect::<Vec<_>>(), ["A", "B", "C", "E"]);
}

#[test]
fn a_blank_answer_needs_a_meaning() {
    let text = "# N\n\n| Control | Status |\n|---|---|\n| A | + |\n| B | |\n| C | |\n";
    for (blank, expected) in [
        (Some(Blank::No), "No"),
        (Some(Blank::NotApplicable), "N/A"),
        (Some(Blank::Unanswered), "Unanswered"),
        (None, ""),
    ] {
        let columns = Columns {
            answer: Some(Column::named("Status")),
            words: Words {
                yes: strings(&["+"]),
                blank,
                ..Words::default()
            },
            ..Columns::new(Column::named("Control"))
        };
        match read_bound(text, &Binding::Columns(columns)) {
            Ok(document) => assert_eq!(
                shown(&document),
                [
                    "# N",
                    "A => Yes",
                    &format!("B => {expected}"),
                    &format!("C => {expected}")
                ]
            ),
            Err(error) => {
                assert_eq!(blank, None);
                assert_eq!(
                    error.to_string(),
                    "the row `B` has a blank answer, and nothing says what that means"
                );
                assert_eq!(error.places()[0].line, 6);
            }
        }
    }
}

#[test]
fn columns_that_are_bound_twice_are_an_error() {
    let text = "| Control | Status | Status |\n|---|---|---|\n| A | Pass | Fail |\n";
    let status = |notes| {
        Binding::Columns(Columns {
            answer: Some(Column::named("Status")),
            notes,
            ..Columns::new(Column::named("Control"))
        })
    };
    assert!(matches!(
        read_bound(text, &status(None)),
        Err(ReadError::TwoColumns { .. })
    ));
    let one = text.replace("| Status | Status |", "| Status | Reason |");
    assert!(read_bound(&one, &status(None)).is_ok());
    assert_eq!(
        read_bound(&one, &status(Some(Column::At(1))))
            .unwrap_err()
            .to_string(),
        "the column `Control` is bound twice: it can't hold both titles and notes"
    );
}

#[test]
fn rows_that_head_others_are_sections() {
    let columns = Columns {
        label: Some(Column::named("ID")),
        answer: Some(Column::named("Status")),
        ..Columns::new(Column::named("Title"))
    };
    let head = "# N\n\n| ID | Title | Status |\n|---|---|---|\n";
    for (rows, expected) in [
        (
            "| 1 | Plane | |\n| 1.1 | Files | |\n| 1.1.1 | A | Pass |\n| 1.2 | Server | |\n| 1.2.1 | B | Fail |\n| 2 | C | Pass |\n",
            &[
                "# N",
                "2 C => Yes",
                "# N > Plane > Files",
                "1.1.1 A => Yes",
                "# N > Plane > Server",
                "1.2.1 B => No",
            ][..],
        ),
        (
            "| 1 | **Plane** | |\n| 2 | A | Pass |\n| 3 | **Net** | |\n| 3.1 | B | Pass |\n",
            &["# N > Plane", "2 A => Yes", "# N > Net", "3.1 B => Yes"],
        ),
        // Where controls are bold, boldness makes no head.
        (
            "| 1 | **A** | Pass |\n| 2 | **B** | Fail |\n| 3 | **Net** | |\n| 3.1 | **C** | Pass |\n",
            &[
                "# N",
                "1 **A** => Yes",
                "2 **B** => No",
                "# N > Net",
                "3.1 **C** => Yes",
            ],
        ),
        // A bold cell that is alone in its row heads others, whatever column it's in, unless it's a number.
        (
            "| **Access** | | |\n| AC-1 | A | Pass |\n| | | **Audit** |\n| AU-1 | B | Fail |\n",
            &[
                "# N > Access",
                "AC-1 A => Yes",
                "# N > Audit",
                "AU-1 B => No",
            ],
        ),
        (
            "| **1.1** | | |\n| 1.1.1 | A | Pass |\n| Audit | | |\n| 1.1.2 | B | Pass |\n",
            &["# N", "1.1.1 A => Yes", "1.1.2 B => Yes"],
        ),
        (
            "| 1 | A | Pass |\n| ~~2~~ | B | ~~Pass~~ |\n",
            &["# N", "1 A => Yes", "~~2~~ B => ~~Pass~~"],
        ),
        (
            "| 1 | A | Pass |\n| ID | Net | Status |\n| 1 | B | Pass |\n| ID | Title | Status |\n| 2 | C | Pass |\n",
            &["# N", "1 A => Yes", "# N > Net", "1 B => Yes", "2 C => Yes"],
        ),
    ] {
        let text = format!("{head}{rows}");
        let document = read_bound(&text, &Binding::Columns(columns.clone())).unwrap();
        let shown = shown(&document);
        let shown: Vec<&str> = shown
            .iter()
            .map(|line| &**line)
            .filter(|line| !line.starts_with('!'))
            .collect();
        assert_eq!(shown, expected, "{rows}");
    }
}

#[test]
fn a_real_page_is_read_by_its_columns() {
    let corpus = corpus();
    for (path, text) in &corpus {
        if !path.ends_with("aks-cis/cis-kubernetes-2025-08-05.md") {
            continue;
        }
        let columns = Columns {
            label: Some(Column::named("CIS ID")),
            answer: Some(Column::named("Status")),
            notes: Some(Column::named("Reason")),
            also: strings(&["Assessment status", "Level"]),
            ..Columns::new(Column::named("Recommendation description"))
        };
        let document = read_bound(text, &Binding::Columns(columns)).unwrap();
        // Rows with a status, counted by their last cells.
        let rows = text
            .lines()
            .filter(|line| line.starts_with("| ") && line.matches('|').count() == 7);
        let answered = rows.filter(|line| !line.split('|').nth(5).unwrap().trim().is_empty());
        // One of them is the header row, and one row has a pipe too many.
        assert_eq!(document.count(), answered.count());
    }
}
