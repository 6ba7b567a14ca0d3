//! Which column is which, by its heading or its position: a table of headings, and of what is said about the others.

use controls_document::{Binding, Column, Columns, ReadError, read, read_bound};

/// The notes and the documentation of the only row, and the remarks.
fn shown(header: &str, row: &str) -> Vec<String> {
    let count = header.matches('|').count() - 1;
    let text = format!("# N\n\n{header}\n{}|\n{row}\n", "|---".repeat(count));
    let document = read(&text).unwrap_or_else(|error| panic!("{header}: {error}"));
    let control = &document.sections[0].controls[0];
    let mut out = vec![format!(
        "{} = {}: {}; {}",
        control.title.text,
        control.answer().unwrap().verdict(),
        control.notes.text,
        control.documentation.text
    )];
    let remarks = document.remarks.iter();
    out.extend(remarks.map(|remark| format!("{} {}", remark.place.column, remark.message)));
    out
}

#[test]
fn a_heading_that_names_a_role_has_it() {
    for (header, row, expected) in [
        (
            "| C | Yes/No | Notes | Documentation |",
            "| A | No | n | d |",
            &["A = No: n; d"][..],
        ),
        (
            "| C | Yes/No | Documentation | Notes |",
            "| A | No | d | n |",
            &["A = No: n; d"],
        ),
        (
            "| C | Yes/No | Comments | Links |",
            "| A | No | n | d |",
            &["A = No: n; d"],
        ),
        ("| C | Notes | Yes/No |", "| A | n | No |", &["A = No: n; "]),
        ("| Notes | Yes/No |", "| A | No |", &["A = No: ; "]),
        (
            "| C | Ja/Nein | Dokumentation | Notizen |",
            "| A | Nein | d | n |",
            &["A = No: n; d"],
        ),
        (
            "| C | Yes/No | Notes | Responsibility | Documentation |",
            "| A | No | n | Customer | d |",
            &[
                "A = No: n; d",
                "24 the column `Responsibility` isn't read: the headings are `C | Yes/No | Notes | Responsibility | Documentation`",
            ],
        ),
        (
            "| C | CEN/CENELEC | Yes/No |",
            "| A | n | No |",
            &["A = No: n; "],
        ),
        (
            "| C | Yes/No |",
            "| A | No | n | | d |",
            &[
                "A = No: ; ",
                "12 2 cells from here on have no heading above them, and aren't read: the headings are `C | Yes/No`",
            ],
        ),
        (
            "| C | Yes/No | | Notes |",
            "| A | No | x | n |",
            &[
                "A = No: n; ",
                "12 this cell has no heading above it, and isn't read: the headings are `C | Yes/No | Notes`",
            ],
        ),
    ] {
        assert_eq!(shown(header, row), expected, "{header}");
    }
}

#[test]
fn columns_that_cannot_be_told_apart_are_an_error() {
    for (header, row, expected) in [
        (
            "| C | Yes/No | Notes | Notes |",
            "| A | No | n | m |",
            "two columns of one table hold notes, and only one can be read: the headings are `C | Yes/No | Notes | Notes`",
        ),
        (
            "| C | Yes/No | Documentation | Notes | documentation |",
            "| A | No | | | |",
            "two columns of one table hold documentation, and only one can be read: the headings are `C | Yes/No | Documentation | Notes | documentation`",
        ),
        (
            "| C | Yes/No | Oui/Non |",
            "| A | No | Non |",
            "two columns of one table hold answers, and only one can be read: the headings are `C | Yes/No | Oui/Non`",
        ),
        (
            "| C | No/Yes |",
            "| A | No |",
            "the column headed `No/Yes` would be read with `yes` and `no` exchanged: the first word of such a heading is the one for yes",
        ),
        (
            "| C | Nein/Ja |",
            "| A | Ja |",
            "the column headed `Nein/Ja` would be read with `yes` and `no` exchanged: the first word of such a heading is the one for yes",
        ),
    ] {
        let count = header.matches('|').count() - 1;
        let text = format!("# N\n\n{header}\n{}|\n{row}\n", "|---".repeat(count));
        let error = read(&text).unwrap_err();
        assert_eq!(error.to_string(), expected, "{header}");
        assert!(
            error.places().iter().all(|place| place.line == 3),
            "{header}"
        );
        assert!(!error.places().is_empty(), "{header}");
    }
}

#[test]
fn two_words_that_no_row_uses_are_no_pair_of_answers() {
    let table = |header: &str, answer: &str| format!("{header}\n|---|---|\n| A | {answer} |\n");
    let real = table("| C | Yes/No |", "N/A");
    for (header, answer, is_read) in [
        ("| C | CEN/CENELEC |", "WG9", false),
        ("| C | Item/Ref |", "1", false),
        ("| C | No/Ref |", "1", false),
        ("| C | Так/Не |", "Maybe", true),
        ("| C | Haa/Maya |", "maya", true),
        ("| C | Haa/Maya |", "perhaps", false),
    ] {
        let text = format!("# N\n\n{real}\n# M\n\n{}", table(header, answer));
        let document = read(&text).unwrap();
        assert_eq!(
            document.sections.len(),
            1 + usize::from(is_read),
            "{header}"
        );
        assert_eq!(document.remarks.len(), usize::from(!is_read), "{header}");
    }
    let text = table("| C | CEN/CENELEC |", "WG9");
    let Err(ReadError::NoControls(reason)) = read(&text) else {
        panic!("{text}");
    };
    assert_eq!(reason.tables.len(), 1);
    assert_eq!(
        (&*reason.tables[0].headings, reason.tables[0].rows),
        ("C | CEN/CENELEC", 1)
    );
}

#[test]
fn what_a_document_leaves_open_is_remarked() {
    let text = "# N\n\n| C | Yes/No |\n|---|---|\n| A | |\n| B | No |\n| B | Yes |\n\n| X | Y |\n|---|---|\n| x | y |\n";
    let document = read(text).unwrap();
    let remarks: Vec<_> = document.remarks.iter().map(|of| &*of.message).collect();
    assert_eq!(
        remarks,
        [
            "the row `A` has an empty answer",
            "`B` is twice in this section, on line 6 too: such rows are matched in order",
            "the table headed `X | Y` is left alone: no column is headed by two words with a slash, such as `Yes/No`",
        ]
    );
    let read: Vec<_> = document.tables.iter().map(|table| table.is_read).collect();
    assert_eq!(read, [true, false]);
}

#[test]
fn cells_are_below_their_headings_as_a_renderer_shows_them() {
    for (delimiter, row, expected) in [
        // As many as headings: a table for everybody, whatever is blank.
        ("|---|---|---|---|", "| A | Yes | No |  |", ("No", "")),
        ("|---|---|---|---|", "| A | x | Yes |", ("Yes", "")),
        ("|---|---|---|---|", "| A |  | No | n |", ("No", "n")),
        // Fewer: no table for a renderer, and the empty heading is an accident.
        ("|---|---|---|", "| A | Yes | n |  |", ("Yes", "n")),
        ("|---|---|---|", "| A | Yes | n |", ("Yes", "n")),
    ] {
        let text = format!("# D\n\n## N\n\n| C |  | S | N |\n{delimiter}\n{row}\n");
        let binding = Binding::Columns(Columns {
            answer: Some(Column::named("S")),
            notes: Some(Column::named("N")),
            ..Columns::new(Column::named("C"))
        });
        let document = read_bound(&text, &binding).unwrap();
        let (_, control) = document.controls().next().unwrap();
        let found = (&*control.answer.text, &*control.notes.text);
        assert_eq!(found, expected, "{delimiter} {row}");
    }
}

#[test]
fn what_begins_in_one_cell_ends_in_it_where_a_renderer_shows_a_table() {
    for (row, expected) in [
        (
            "| Use ` here | Yes | the ` there |",
            ["Use ` here", "Yes", "the ` there"],
        ),
        ("| See [x](<a | No | b>) |", ["See [x](<a", "No", "b>)"]),
        // A pipe in a code span that is whole in its cell.
        ("| `a | b` | Yes | n |", ["`a | b`", "Yes", "n"]),
        ("| `a \\| b` | Yes | |", ["`a | b`", "Yes", ""]),
    ] {
        let text = format!("# D\n\n## N\n\n| C | S | N |\n|---|---|---|\n{row}\n");
        let binding = Binding::Columns(Columns {
            answer: Some(Column::named("S")),
            notes: Some(Column::named("N")),
            ..Columns::new(Column::named("C"))
        });
        let document = read_bound(&text, &binding).unwrap_or_else(|error| panic!("{row}: {error}"));
        let (_, control) = document.controls().next().unwrap();
        let found = [&control.title, &control.answer, &control.notes];
        assert_eq!(found.map(|cell| &*cell.text), expected, "{row}");
    }
}
