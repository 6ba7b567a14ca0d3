use super::*;
use crate::{Answer, Blank, Column, Words};

fn columns() -> Columns {
    Columns {
        section: Some(Column::named("Domain")),
        label: Some(Column::named("ID")),
        answer: Some(Column::named("Met")),
        notes: Some(Column::named("Notes")),
        also: vec!["Level".to_owned()],
        ..Columns::new(Column::named("Requirement"))
    }
}

const HEADER: &str = "Domain,ID,Requirement,Met,Notes,Level";

/// Each row as `section: label title = answer (notes) level @line:column+width of the title`.
fn lines(document: &Document<'_>) -> Vec<String> {
    let line = |(section, control): (&Section<'_>, &crate::Control<'_>)| {
        let place = control.title.place();
        format!(
            "{}: {} {} = {} ({}) {} @{}:{}+{}",
            section.title,
            control.label.as_ref().map_or("-", |label| &label.text),
            control.title.text,
            control.answer().unwrap(),
            control.notes.text,
            control.properties[0].cell.text,
            place.line,
            place.column,
            place.width
        )
    };
    document.controls().map(line).collect()
}

#[test]
fn cells_are_read_with_their_places() {
    for (rows, expected) in [
        // Plain, with each end of line, with none, and with a byte order mark.
        (
            "Network,1.1,Firewall,Yes,By rules,L1\n",
            &["Network: 1.1 Firewall = Yes (By rules) L1 @2:13+8"][..],
        ),
        (
            "Network,1.1,Firewall,Yes,,\r\n",
            &["Network: 1.1 Firewall = Yes () @2:13+8"],
        ),
        (
            "Network,1.1,Firewall,no,,",
            &["Network: 1.1 Firewall = No () @2:13+8"],
        ),
        // In quotes: commas, quotes and line ends. Columns are characters.
        (
            "\"Net, work\",1.1,\"Fire \"\"wall\"\"\",\"N/A\",\"two\r\nlines\",\nÄ,2,Ü,Yes,\"\",L2\n",
            &[
                "Net, work: 1.1 Fire \"wall\" = N/A (two lines) @2:18+13",
                "Ä: 2 Ü = Yes () L2 @4:5+1",
            ],
        ),
        // A title in two lines is where its first line is.
        (
            "A,1,\"one\ntwo\",Yes,,\n",
            &["A: 1 one two = Yes () @2:6+3"],
        ),
        // White space is folded, and what is no label is none.
        (
            "A ,, Fire   wall ,In part,,\n",
            &["A: - Fire wall = In part () @2:6+11"],
        ),
        // Rows of a section that are apart; empty rows and lines.
        (
            "A,1,a,Yes,,\n\nB,2,b,Yes,,\n,,,,,\nA,3,c,No,,\n",
            &[
                "A: 1 a = Yes () @2:5+1",
                "A: 3 c = No () @6:5+1",
                "B: 2 b = Yes () @4:5+1",
            ],
        ),
    ] {
        for start in ["", "\u{feff}", "\n\r\n"] {
            let text = format!("{start}{HEADER}\n{rows}");
            let document = read_csv(&text, &columns()).unwrap();
            let lines: Vec<String> = lines(&document)
                .iter()
                .map(|line| line.replace("  @", " @"))
                .collect();
            let expected: Vec<String> = expected
                .iter()
                .map(|line| {
                    // Two lines further down.
                    let (before, place) = line.split_once('@').unwrap();
                    let (number, rest) = place.split_once(':').unwrap();
                    let more = u32::try_from(start.matches('\n').count()).unwrap();
                    format!("{before}@{}:{rest}", number.parse::<u32>().unwrap() + more)
                })
                .collect();
            assert_eq!(lines, expected, "{text:?}");
        }
    }
}

#[test]
fn what_is_odd_is_remarked_on() {
    let text = "Domain,ID,Requirement,Met,Notes,Level,,Owner\n\
                A,1,a,Yes,,,x,y\nB,2,b,Yes,,,,\n,,,,,,,\nA,3,a,No,,,,\n";
    let document = read_csv(text, &columns()).unwrap();
    let remarks: Vec<String> = document
        .remarks
        .iter()
        .map(|remark| {
            format!(
                "{}:{} {}",
                remark.place.line, remark.place.column, remark.message
            )
        })
        .collect();
    assert_eq!(
        remarks,
        [
            "1:39 the columns `number 7`, `Owner` aren't read: the headings are `Domain | ID | Requirement | Met | Notes | Level | number 7 | Owner`",
            "4:1 this row is empty, and isn't read",
            "5:1 the section `A` has rows before those of other sections too: they are read together",
        ]
    );
    assert_eq!((document.tables[0].rows, document.tables[0].last), (3, 5));
}

#[test]
fn without_a_column_for_it_there_is_one_section() {
    let columns = Columns::new(Column::At(2));
    let document = read_csv("a,b\n1,one\n2,two\n", &columns).unwrap();
    assert_eq!(document.sections.len(), 1);
    assert_eq!(document.sections[0].title, "Controls");
    let titles: Vec<_> = document
        .controls()
        .map(|(_, control)| &*control.title.text)
        .collect();
    assert_eq!(titles, ["one", "two"]);
    assert!(
        document
            .controls()
            .all(|(_, control)| control.answer().is_none())
    );
}

#[test]
fn answers_mean_what_the_binding_says() {
    let columns = Columns {
        words: Words {
            yes: vec!["done".to_owned()],
            blank: Some(Blank::Unanswered),
            ..Words::default()
        },
        ..columns()
    };
    let text = format!("{HEADER}\nA,1,a,Done,,\nA,2,b,,,\nA,3,c,❌,,\nA,4,d,half,,\n");
    let document = read_csv(&text, &columns).unwrap();
    let answers: Vec<_> = document
        .controls()
        .map(|(_, control)| control.answer().unwrap())
        .collect();
    assert_eq!(
        answers,
        [
            Answer::Yes,
            Answer::Unanswered,
            Answer::No,
            Answer::Qualified("half")
        ]
    );
}

#[test]
fn what_is_no_csv_is_an_error_with_its_place() {
    for (rows, line, column, message) in [
        (
            "A,1,a,Yes,",
            2,
            1,
            "this row has 5 cells, and the header row 6 cells",
        ),
        (
            "A,1,a,Yes,,,",
            2,
            1,
            "this row has 7 cells, and the header row 6 cells",
        ),
        (
            "A\n",
            2,
            1,
            "this row has 1 cell, and the header row 6 cells",
        ),
        (
            "A,1,5\" disk,Yes,,\n",
            2,
            6,
            "a quote is in a cell that doesn't begin with one",
        ),
        (
            "A,1, \"a\",Yes,,\n",
            2,
            6,
            "a quote is in a cell that doesn't begin with one",
        ),
        (
            "A,1,\"a\" b,Yes,,\n",
            2,
            8,
            "a cell goes on after the quote that closes it",
        ),
        (
            "A,1,a,Yes,,\nA,2,\"b,Yes,,\nA,3,c,Yes,,\n",
            3,
            5,
            "this quote is never closed",
        ),
        (
            "A,1,a,Yes,,\rA,2,b,Yes,,\r",
            2,
            12,
            "a line ends with a carriage return that no line feed follows",
        ),
        (
            "A,1,\"a\"\rA",
            2,
            8,
            "a line ends with a carriage return that no line feed follows",
        ),
        ("A,1,,Yes,,\n", 2, 1, "this row has no title"),
        (
            ",1,a,Yes,,\n",
            2,
            1,
            "this row doesn't say which section it's in",
        ),
        (
            "A,1,a,,,\n",
            2,
            5,
            "the row `a` has a blank answer, and nothing says what that means",
        ),
    ] {
        let text = format!("{HEADER}\n{rows}");
        let error = read_csv(&text, &columns()).unwrap_err();
        assert_eq!(error.to_string(), message, "{rows:?}");
        let place = error.places()[0];
        assert_eq!((place.line, place.column), (line, column), "{rows:?}");
        assert!(place.width > 0, "{rows:?}");
    }
}

#[test]
fn a_table_without_controls_is_an_error() {
    for (text, message) in [
        (
            "",
            "no control table is found: the document is empty; expected a table with all of the columns `Domain`, `ID`, `Requirement`, `Met`, `Notes` and `Level`",
        ),
        (
            "\n,\n",
            "no control table is found: the document is empty; expected a table with all of the columns `Domain`, `ID`, `Requirement`, `Met`, `Notes` and `Level`",
        ),
        (
            "Domain,ID,Requirement,Met,Notes,Level\n",
            "no controls are found: the control table on line 1 has no rows",
        ),
        (
            "Domain;ID;Requirement\nA;1;a\n",
            "the cells are separated by semicolons, and those of CSV are by commas",
        ),
        (
            "Domain\tID\n",
            "the cells are separated by tabs, and those of CSV are by commas",
        ),
        (
            "Domain,ID,Title,Met,Notes,Level\nA,1,a,Yes,,\n\n",
            "no control table is found: no table has a column `Requirement`; the header rows are `Domain | ID | Title | Met | Notes | Level` (1 row)",
        ),
        (
            "Domain,ID,Requirement,Met,Notes,Level,Met\n",
            "two columns of one table hold answers, and only one can be read: the headings are `Domain | ID | Requirement | Met | Notes | Level | Met`",
        ),
    ] {
        assert_eq!(
            read_csv(text, &columns()).unwrap_err().to_string(),
            message,
            "{text:?}"
        );
    }
    let error = crate::read_bound("# A\n", &crate::Binding::Columns(columns())).unwrap_err();
    assert_eq!(error, ReadError::SectionColumn);
}

#[test]
fn there_are_as_many_controls_as_an_enum_can_have() {
    let rows = |count: usize| {
        let rows = (0..count).map(|at| format!("A,{at},Row {at},Yes,,\n"));
        format!("{HEADER}\n{}", rows.collect::<String>())
    };
    let most = rows(65_535);
    assert_eq!(read_csv(&most, &columns()).unwrap().count(), 65_535);
    let error = read_csv(&rows(100_000), &columns()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "this row is control 65536 of this catalog, and an enum can have 65535"
    );
    assert_eq!(error.places()[0].line, 65_537);
}

mod any {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        // Whatever a text is, there's a reading or a place that says why not.
        #[test]
        fn text_is_read_or_refused(text in "[ab,\"\r\n é]{0,60}") {
            for columns in [columns(), Columns::new(Column::At(1))] {
                match read_csv(&text, &columns) {
                    Ok(document) => prop_assert!(document.count() > 0),
                    Err(error) => for place in error.places() {
                        prop_assert!(text.split('\n').count() >= place.line as usize);
                    },
                }
            }
        }

        // What a writer quotes is read as it was.
        #[test]
        fn quoted_cells_are_read_back(cells in prop::collection::vec("[a-z,\"\n é]{0,8}", 1..20)) {
            let mut text = "t\n".to_owned();
            let mut expected = Vec::new();
            for cell in &cells {
                text.extend(["\"", &cell.replace('"', "\"\""), "\"\r\n"]);
                expected.extend(Some(crate::folded(cell).into_owned()).filter(|cell| !cell.is_empty()));
            }
            match read_csv(&text, &Columns::new(Column::named("t"))) {
                Ok(document) => {
                    let titles: Vec<_> = document.controls().map(|(_, control)| control.title.text.to_string()).collect();
                    prop_assert_eq!(titles, expected);
                }
                Err(error) => prop_assert!(expected.is_empty(), "{}", error),
            }
        }
    }
}
