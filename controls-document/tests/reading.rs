//! How documents are read that were written by hand: a table of what people write, and what a person takes it for.

use controls_document::read;

/// The sections, rows and remarks of a document, a line each.
fn shown(text: &str) -> String {
    let document = match read(text) {
        Ok(document) => document,
        Err(error) => return format!("error: {error}"),
    };
    let mut out = Vec::new();
    for section in &document.sections {
        let groups: Vec<_> = section
            .groups
            .iter()
            .map(|at| &*document.headings[*at].title)
            .collect();
        out.push(format!("{} # {}", groups.join(" > "), section.title));
        for control in &section.controls {
            out.push(format!(
                "{}:{} {} = {} ({})",
                control.title.place().line,
                control.title.place().column,
                control.title.text,
                control.verdict_and_text(),
                [&control.notes, &control.documentation]
                    .map(|cell| &*cell.text)
                    .join("; ")
            ));
        }
    }
    out.extend(
        document
            .remarks
            .iter()
            .map(|remark| format!("! {} {}", remark.place.line, remark.message)),
    );
    out.join("\n")
}

trait Shown {
    fn verdict_and_text(&self) -> String;
}

impl Shown for controls_document::Control<'_> {
    fn verdict_and_text(&self) -> String {
        format!(
            "{}{:?}",
            self.answer().unwrap().verdict().chars().next().unwrap(),
            self.answer.text
        )
    }
}

#[track_caller]
fn assert_read(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected.join("\n"), "\n{text}");
}

#[test]
fn a_table_needs_no_more_than_a_person_does() {
    let row = ["# N", "5:3 Firewall = Y\"Yes\" (by rules; )"];
    for table in [
        "| Control | Yes/No | Notes |\n|---|---|---|\n| Firewall | Yes | by rules |",
        "| Control | Yes/No | Notes\n|:--|:-:|--:|\n| Firewall| Yes |by rules|",
        "| **Control** | **Yes/No** | Notes |\n| --- | --- | --- |\n| Firewall | Yes | by rules |",
        "| Control | Oui / Non | Notes |\n|---|---|---|\n| Firewall | Yes | by rules |",
    ] {
        let expected = if table.contains("Oui") {
            row[1].replace("Y\"", "Q\"")
        } else {
            row[1].to_owned()
        };
        assert_read(&format!("# N\n\n{table}\n"), &[" # N", &expected]);
    }
    assert_read(
        "# N\n\nControl | Yes/No | Notes\n--- | --- | ---\nFirewall | Yes | by rules\n",
        &[" # N", "5:1 Firewall = Y\"Yes\" (by rules; )"],
    );
}

#[test]
fn empty_headings_are_dropped_unless_cells_stand_below_them_one_by_one() {
    let wide = "! 2 the delimiter row has 3 cells, its header row 5 cells (one of them empty): a Markdown renderer shows no table here";
    for (row, expected) in [
        ("| A | No | n | d |", "3:3 A = N\"No\" (n; d)"),
        ("| A | No | n | | d |", "3:3 A = N\"No\" (n; d)"),
        ("| A | No | n | d | |", "3:3 A = N\"No\" (n; d)"),
        ("| A | No |", "3:3 A = N\"No\" (; )"),
    ] {
        let text = format!("| C | Yes/No | Notes | | Documentation\n|---|---|--|\n{row}\n");
        let unheaded = "! 1 no heading is above this table: its section is called `Controls`";
        assert_read(&text, &[" # Controls", expected, unheaded, wide]);
    }
    assert_read(
        "# N\n\n| | Yes/No | Notes |\n|--|--|--|\n| A | No | n |\n",
        &[" # N", "5:3 A = N\"No\" (n; )"],
    );
    assert_read(
        "# N\n\n| C | Yes/No | Documentation | Notes | Owner |\n|--|--|--|--|--|\n| A | No | d | n | o |\n",
        &[
            " # N",
            "5:3 A = N\"No\" (n; d)",
            "! 3 the column `Owner` isn't read: the headings are `C | Yes/No | Documentation | Notes | Owner`",
        ],
    );
}

#[test]
fn answers_are_the_words_of_their_heading() {
    for (heading, answer, verdict) in [
        ("Yes/No", "yes", "Y"),
        ("Ja/Nein", "NEIN", "N"),
        ("はい/いいえ", "いいえ", "N"),
        ("是／否", "是", "Y"),
        ("Sí/No", "Sí", "Y"),
        ("Yes/No", "N/A", "N"),
        ("Ja/Nein", "n/a", "N"),
        ("Yes/No", "Yes (Premium tier only)", "Q"),
        ("Yes/No", "Yes.", "Q"),
        ("Yes/No", "Ja", "Q"),
    ] {
        let text = format!("# N\n| C | {heading} |\n|---|---|\n| A | {answer} |\n");
        assert_read(
            &text,
            &[" # N", &format!("4:3 A = {verdict}{answer:?} (; )")],
        );
    }
    assert_read(
        "# N\n| C | Yes/No |\n|---|---|\n| A | |\n| B\n",
        &[
            " # N",
            "4:3 A = Q\"\" (; )",
            "5:3 B = Q\"\" (; )",
            "! 4 the row `A` has an empty answer",
            "! 5 the row `B` ends before its answer",
        ],
    );
}

#[test]
fn accidents_of_editing_do_not_end_a_table() {
    let head = "# N\n\n| C | Yes/No | Notes |\n|---|---|---|\n";
    for (rows, expected) in [
        (
            "\n| A | No | n |",
            &[
                "6:3 A = N\"No\" (n; )",
                "! 6 a blank line is before this row: the table goes on",
            ][..],
        ),
        (
            "| A | No | n |\n\n| B | Yes | |",
            &[
                "5:3 A = N\"No\" (n; )",
                "7:3 B = Y\"Yes\" (; )",
                "! 7 a blank line is before this row: the table goes on",
            ],
        ),
        (
            "| A | No | n\n|\n| B | Yes | |",
            &[
                "5:3 A = N\"No\" (n; )",
                "7:3 B = Y\"Yes\" (; )",
                "! 6 a line with nothing but pipes within the table is ignored",
            ],
        ),
        (
            "| A | No | n one\ntwo |\n| B | Yes | |",
            &[
                "5:3 A = N\"No\" (n one two; )",
                "7:3 B = Y\"Yes\" (; )",
                "! 6 this line goes on with the row above, which is broken in two",
            ],
        ),
        (
            "| A long\ntitle | No | n |",
            &[
                "5:3 A long title = N\"No\" (n; )",
                "! 6 this line goes on with the row above, which is broken in two",
            ],
        ),
        (
            "| A\n| No | n |",
            &[
                "5:3 A = N\"No\" (n; )",
                "! 6 this line goes on with the row above, which is broken in two",
            ],
        ),
        (
            "| A | No | n |\n| | | more |",
            &[
                "5:3 A = N\"No\" (n more; )",
                "! 6 a row without a title goes on with the row above",
            ],
        ),
        (
            "| A | No | n |\n|---|---|---|\n| B | No | |",
            &[
                "5:3 A = N\"No\" (n; )",
                "7:3 B = N\"No\" (; )",
                "! 6 a second delimiter row within the table is ignored",
            ],
        ),
        (
            "| A | No | n |\nA paragraph.",
            &[
                "5:3 A = N\"No\" (n; )",
                "! 6 this line comes right after a row, so a renderer shows it as one; it isn't read",
            ],
        ),
        ("| A | No | n |\n- a list", &["5:3 A = N\"No\" (n; )"]),
        (
            "| A | No | n |\n\nText with a | pipe.",
            &[
                "5:3 A = N\"No\" (n; )",
                "! 7 this line has a pipe, but isn't part of a table",
            ],
        ),
        (
            "| A | No | n | d |",
            &[
                "5:3 A = N\"No\" (n; )",
                "! 5 this cell has no heading above it, and isn't read: the headings are `C | Yes/No | Notes`",
            ],
        ),
        (
            "| A | No | |\n| A | Yes | |",
            &[
                "5:3 A = N\"No\" (; )",
                "6:3 A = Y\"Yes\" (; )",
                "! 6 `A` is twice in this section, on line 5 too: such rows are matched in order",
            ],
        ),
    ] {
        let expected: Vec<&str> = [" # N"]
            .into_iter()
            .chain(expected.iter().copied())
            .collect();
        assert_read(&format!("{head}{rows}\n"), &expected);
    }
}

#[test]
fn what_is_in_a_cell_stays_in_it() {
    for (cell, expected) in [
        ("a `b | c` d", "a `b | c` d"),
        (r"a \| b", "a | b"),
        ("[a](b|c)", "[a](b|c)"),
        ("a<br>b <ul><li>c</li></ul>", "a<br>b <ul><li>c</li></ul>"),
        (r"a <!-- b \| c --> d", "a d"),
        ("a\u{a0}\u{a0}b", "a b"),
        ("a\u{200b}b", "a\u{200b}b"),
        ("cafe\u{301}", "caf\u{e9}"),
        ("a &amp; __b__", "a &amp; __b__"),
        ("a ` b", "a ` b"),
    ] {
        let text = format!("# N\n| C | Yes/No | Notes |\n|---|---|---|\n| A | No | {cell} |\n");
        assert_read(&text, &[" # N", &format!("4:3 A = N\"No\" ({expected}; )")]);
    }
}

#[test]
fn what_is_not_text_is_not_read() {
    let table = "| C | Yes/No |\n|---|---|\n| A | No |\n";
    let hidden = table.replace("A |", "B |");
    for around in [
        format!("```\n{hidden}```\n\n"),
        format!("~~~ text\n{hidden}~~~\n\n"),
        format!("<!--\n{hidden}-->\n\n"),
        format!("    {}\n\n", hidden.trim_end().replace('\n', "\n    ")),
    ] {
        let text = format!("# N\n\n{around}{table}");
        let shown = shown(&text);
        assert!(
            shown.contains("A = N") && !shown.contains("B = "),
            "{text}\n{shown}"
        );
    }
    assert_read(
        &format!("# N\n\n> {}", table.replace('\n', "\n> ")),
        &[" # N", "5:5 A = N\"No\" (; )"],
    );
}

#[test]
fn the_nearest_heading_is_the_section() {
    let table = "\n| C | Yes/No |\n|---|---|\n| A | No |\n";
    for (heading, title) in [
        ("## Network", "Network"),
        ("###### Network", "Network"),
        ("## <a name=\"network\"></a>Netzwerk", "Netzwerk"),
        ("## [Key Vault](../key-vault/overview.md)", "Key Vault"),
        ("**Network**", "Network"),
        ("__Network__", "Network"),
        ("Network\n-------", "Network"),
        ("Network\n===", "Network"),
        ("## Network ##", "Network"),
        ("## **Network** {#network}", "Network"),
        ("##Network", "Network"),
    ] {
        let shown = shown(&format!("{heading}\n{table}"));
        assert!(
            shown.starts_with(&format!(" # {title}\n")),
            "{heading}: {shown}"
        );
    }
    let remarks = "# N\n\n**Note** this.\n\nText in **bold**\n";
    assert!(shown(&format!("{remarks}{table}")).starts_with(" # N\n"));
    // Two tables under one heading are one section.
    assert_read(
        &format!("# N\n{table}\nText.\n{}", table.replace('A', "B")),
        &[" # N", "5:3 A = N\"No\" (; )", "11:3 B = N\"No\" (; )"],
    );
}

/// A page that gathers services, whose headings stand at the level of the sections.
fn gathered() -> String {
    let table = |answer: &str| format!("| C | Yes/No |\n|---|---|\n| Endpoint | {answer} |\n");
    format!(
        "# All services\n\nText.\n\n## [Key Vault](a.md)\n\n## Network\n\n{}\n### Identity\n\n{}\n## [Load Balancer](b.md)\n\n### Network\n\n{}\n## Further reading\n\n| Vulnerability | Description |\n|---|---|\n| X | Y |\n",
        table("Yes"),
        table("N/A"),
        table("No")
    )
}

#[test]
fn headings_without_a_table_gather_the_sections_below() {
    assert_read(
        &gathered(),
        &[
            "All services > Key Vault # Network",
            "11:3 Endpoint = Y\"Yes\" (; )",
            "All services > Key Vault # Identity",
            "17:3 Endpoint = N\"N/A\" (; )",
            "All services > Load Balancer # Network",
            "25:3 Endpoint = N\"No\" (; )",
            "! 29 the table headed `Vulnerability | Description` is left alone: no column is headed by two words with a slash, such as `Yes/No`",
        ],
    );
}

#[test]
fn a_heading_narrows_the_document_to_what_stands_under_it() {
    let text = gathered();
    let under = |heading: &str| {
        read(&text).unwrap().under(heading).map(|document| {
            document
                .sections
                .iter()
                .map(|section| {
                    (
                        section.title.to_string(),
                        section.controls[0].title.place().line,
                    )
                })
                .collect::<Vec<_>>()
        })
    };
    let pairs = |pairs: &[(&str, u32)]| {
        Ok(pairs
            .iter()
            .map(|(title, line)| ((*title).to_owned(), *line))
            .collect::<Vec<_>>())
    };
    assert_eq!(
        under("Key Vault"),
        pairs(&[("Network", 11), ("Identity", 17)])
    );
    assert_eq!(under("Load  Balancer"), pairs(&[("Network", 25)]));
    assert_eq!(
        under("All services"),
        pairs(&[("Network", 11), ("Identity", 17), ("Network", 25)])
    );
    assert_eq!(under("Identity"), pairs(&[("Identity", 17)]));
    for heading in ["Network", "Further reading", "Vaults"] {
        assert!(under(heading).is_err(), "{heading}");
    }
}

#[test]
fn a_document_without_controls_says_what_there_is_instead() {
    let none = "error: no control table is found:";
    for (text, expected) in [
        ("", "the document is empty"),
        ("# N\n\nText.\n", "the document has no tables, only text"),
        (
            "| A | B |\n|---|---|\n| c | d |\n",
            "none has a column headed by two words with a slash, such as `Yes/No` (there is a table headed `A | B`)",
        ),
        (
            "[!INCLUDE [x](../y.md)]\n",
            "the document has no tables, only text; control tables may be in the file that it includes, `../y.md`",
        ),
    ] {
        assert_eq!(shown(text), format!("{none} {expected}"), "{text}");
    }
    let without_rows = "error: no controls are found: the control table on line 3 has no rows";
    assert_eq!(shown("# N\n\n| C | Yes/No |\n|---|---|\n"), without_rows);
}

#[test]
fn a_heading_without_text_is_none() {
    let table = "|C|Yes/No|\n|--|--|\n|A|No|\n";
    for (text, title) in [
        (
            format!("# Page\n\n## Data\n\n## <a name=\"x\"></a>\n\n{table}"),
            "Data",
        ),
        (
            format!("# Page\n\n## <a name=\"x\"></a>\n\n{table}"),
            "Page",
        ),
        (format!("## <a name=\"x\"></a>\n\n{table}"), "Controls"),
        (format!("---\ntitle: \"\"\n---\n{table}"), "Controls"),
    ] {
        let document = read(&text).unwrap();
        assert_eq!(document.sections[0].title, title, "{text}");
        assert!(!document.remarks.is_empty(), "{text}");
    }
}
