//! Whatever a person may take for a control or a heading is read, or there is a remark on it: a table of what happens to
//! tables when they are edited by hand.

use controls_document::read;

/// What is read, a line each: sections, rows with their lines, and the lines of remarks with their first words.
fn shown(text: &str) -> Vec<String> {
    let document = match read(text) {
        Ok(document) => document,
        Err(error) => return vec![error.to_string()],
    };
    let mut out = Vec::new();
    for section in &document.sections {
        out.push(format!("# {}", section.title));
        out.extend(section.controls.iter().map(|control| {
            let answer = control.answer().unwrap().verdict();
            format!(
                "{} {} {answer}",
                control.title.place().line,
                control.title.text
            )
        }));
    }
    out.extend(
        document
            .remarks
            .iter()
            .map(|remark| format!("! {} {}", remark.place.line, remark.message)),
    );
    out
}

#[track_caller]
fn assert_shown(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected, "\n{text}");
}

#[test]
fn a_line_that_interrupts_a_table_does_not_end_it() {
    for line in [
        "See also the overview.",
        "<br>",
        "<a name=\"x\"></a>",
        "![i](x.png)",
        "[!INCLUDE [x](y.md)]",
        "::: zone pivot=\"x\"",
        "- x",
        "1. x",
        "> x",
        "[^1]: A footnote.",
        "**bold**",
        "```\ncode\n```",
        "A line.\nAnother one.",
        "A line.\n\nAnother one, after a blank one.\n",
    ] {
        let text = format!("# N\n\n| C | Yes/No |\n|---|---|\n| A | No |\n{line}\n| B | Yes |\n");
        let row = 6 + line.lines().count() + usize::from(line.ends_with('\n'));
        assert_shown(
            &text,
            &[
                "# N",
                "5 A No",
                &format!("{row} B Yes"),
                "! 6 this line isn't part of the table that it interrupts, and which goes on below",
            ],
        );
    }
    // Without a row after it, a line is part of the table for a renderer alone; under a heading, rows are of another table.
    assert_shown(
        "# N\n\n| C | Yes/No |\n|---|---|\n| A | No |\nSee also.\n\n## M\n\n| B | Yes |\n| C | No |\n",
        &[
            "# N",
            "5 A No",
            "! 6 this line comes right after a row, so a renderer shows it as one; it isn't read",
            "! 10 2 lines from here on look like rows of a table, but no header row is above them: they aren't read",
        ],
    );
    for (line, is_shown_as_row) in [
        ("***B*** c", true),
        ("---x", true),
        ("![x](y.png)", true),
        ("#5 B", true),
        ("[^1] B", true),
        ("***", false),
        ("- - -", false),
        ("# M", false),
        ("[^1]: B", false),
        ("- B", false),
    ] {
        let shown = shown(&format!(
            "# N\n\n| C | Yes/No |\n|---|---|\n| A | No |\n{line}\n"
        ));
        let remark = "right after a row, so a renderer shows it as one";
        let has_remark = shown.iter().any(|line| line.contains(remark));
        assert_eq!(has_remark, is_shown_as_row, "{line}: {shown:?}");
    }
    // Where rows don't begin with a pipe, a line of text after a blank one isn't a row.
    assert_shown(
        "# N\n\nC | Yes/No\n---|---\nA | No\nSee.\nB | Yes\n\nThis | that.\n",
        &[
            "# N",
            "5 A No",
            "7 B Yes",
            "! 6 this line isn't part of the table that it interrupts, and which goes on below",
            "! 9 this line has a pipe, but isn't part of a table",
        ],
    );
}

#[test]
fn a_control_header_heads_its_table_whatever_is_below_it() {
    let head = "# N\n\n| C | Yes/No | Notes |\n";
    let rows = "| A | No | n |\n| B | Yes | |\n";
    for (delimiter, first, remark) in [
        (
            "",
            4,
            "! 3 no delimiter row is below this header row: a Markdown renderer shows no table here",
        ),
        (
            "\n",
            5,
            "! 3 no delimiter row is below this header row: a Markdown renderer shows no table here",
        ),
        (
            "|===|===|===|\n",
            5,
            "! 4 this delimiter row is damaged: a Markdown renderer shows no table here",
        ),
        (
            "|---|-x-|---|\n",
            5,
            "! 4 this delimiter row is damaged: a Markdown renderer shows no table here",
        ),
        (
            "---\n",
            5,
            "! 4 this delimiter row is damaged: a Markdown renderer shows no table here",
        ),
        (
            "+---+---+---+\n",
            5,
            "! 4 this delimiter row is damaged: a Markdown renderer shows no table here",
        ),
        (
            "| | | |\n",
            5,
            "! 4 this delimiter row is damaged: a Markdown renderer shows no table here",
        ),
        (
            "\n|---|---|---|\n",
            6,
            "! 5 a blank line is between the header row and this delimiter row: a Markdown renderer shows no table here",
        ),
        (
            "\n\n|===|===|===|\n",
            7,
            "! 6 a blank line is between the header row and this delimiter row: a Markdown renderer shows no table here",
        ),
    ] {
        let (a, b) = (format!("{first} A No"), format!("{} B Yes", first + 1));
        let shown = shown(&format!("{head}{delimiter}{rows}"));
        let gap = format!("! {first} a blank line is before this row: the table goes on");
        let expected = ["# N", &*a, &*b, remark, &*gap];
        let is_gap = delimiter == "\n";
        assert_eq!(
            shown,
            expected[..if is_gap { 5 } else { 4 }],
            "{delimiter:?}"
        );
    }
    // The header row of the next section, without its delimiter row, and one that is repeated within the table.
    let table = format!("{}|---|---|---|\n{rows}", head.replace("# N", "# M"));
    assert_shown(
        &format!("{table}\n{head}{rows}"),
        &[
            "# M",
            "5 A No",
            "6 B Yes",
            "# N",
            "11 A No",
            "12 B Yes",
            "! 10 no delimiter row is below this header row: a Markdown renderer shows no table here",
        ],
    );
    assert_shown(
        &format!("{table}| C | Yes/No | Notes |\n| D | No | |\n| E/F | Yes/No | Notes |\n"),
        &[
            "# M",
            "5 A No",
            "6 B Yes",
            "8 D No",
            "9 E/F Qualified",
            "! 7 no delimiter row is below this header row: a Markdown renderer shows no table here",
        ],
    );
    // What is no control header needs its delimiter row, but isn't lost without a word.
    assert_shown(
        &format!("{table}\n# X\n\n| This | That |\n| a | b |\n\nHome | Docs/API | Blog\n\nText.\n"),
        &[
            "# M",
            "5 A No",
            "6 B Yes",
            "! 10 2 lines from here on look like rows of a table, but no header row is above them: they aren't read",
            "! 13 this line has a pipe, but isn't part of a table",
        ],
    );
}

#[test]
fn code_ends_with_what_it_is_in() {
    let table = "| C | Yes/No |\n|---|---|\n| A | No |\n";
    for (before, remark) in [
        (
            "> ```\n> code\n\n",
            Some(
                "! 3 this code block isn't closed: it ends with the quotation or list item that it's in",
            ),
        ),
        (
            "- a\n\n  ```\n  code\n\n",
            Some(
                "! 5 this code block isn't closed: it ends with the quotation or list item that it's in",
            ),
        ),
        (
            "1. a\n\n   ```\ncode\n   ```\n\n",
            Some(
                "! 5 this code block isn't closed: it ends with the quotation or list item that it's in",
            ),
        ),
        ("Text:\n\n    ```\n    code\n\n", None),
        ("Text:\n    ```\n\n", None),
        ("```\n> ```\n```\n\n", None),
        // What a renderer takes for text hides nothing up to what would end it.
        ("\u{a0}```\n\n", None),
        ("<a id=\"x\"></a>No `<script>` here.\n\n", None),
        ("<https://x.example> says <style>\n\n", None),
        ("<b>a <pre>\n\n", None),
        (
            "<pre>\n| C | Yes/No |\n|---|---|\n\n| B | No |\n</pre>\n\n",
            None,
        ),
        (
            "<script>\n| C | Yes/No |\n|---|---|\n| B | No |\n</script>\n\n",
            None,
        ),
        (
            "<style>\n| C | Yes/No |\n|---|---|\n| B | No |\n</style>\n\n",
            None,
        ),
        (
            "<![CDATA[\n| C | Yes/No |\n|---|---|\n| B | No |\n]]>\n\n",
            None,
        ),
        (
            "<details><pre>\n\n| C | Yes/No |\n|---|---|\n| B | No |\n</pre></details>\n\n",
            None,
        ),
    ] {
        let row = 5 + before.lines().count();
        let row = format!("{row} A No");
        let mut expected = vec!["# N", &*row];
        expected.extend(remark);
        assert_shown(&format!("# N\n\n{before}{table}"), &expected);
        // What would end it, if it hadn't ended before the table.
        let after = "\n```\n</pre></script></style>\n```\n";
        let text = format!("# N\n\n{before}{table}{after}");
        assert_eq!(read(&text).unwrap().count(), 1, "{before}");
    }
}

#[test]
fn headings_are_known_in_all_their_forms() {
    let no_space = "! 1 a renderer shows no heading here, since no space follows the `#`";
    for (heading, title, remark) in [
        ("##\u{a0}Network", "Network", Some(no_space)),
        ("##Network", "Network", Some(no_space)),
        ("##[Network](x.md)", "Network", Some(no_space)),
        ("## Network", "Network", None),
        ("<h2>Network</h2>", "Network", None),
        (
            "<h2 id=\"network\">Network <a href=\"#x\"></a></h2>",
            "Network",
            None,
        ),
        ("<h2>\nNetwork\n</h2>", "Network", None),
        ("Network\nsecurity\n-----", "Network security", None),
        ("Network\n===", "Network", None),
        ("> ## Network", "Network", None),
        ("- ## Network", "Network", None),
    ] {
        let text = format!("{heading}\n\n| C | Yes/No |\n|---|---|\n| A | No |\n");
        let row = 4 + heading.lines().count();
        let (title, row) = (format!("# {title}"), format!("{row} A No"));
        let mut expected = vec![&*title, &*row];
        expected.extend(remark);
        assert_shown(&text, &expected);
    }
    for (line, remark) in [
        (
            "#Network",
            "this line is no heading, since no space follows the `#`",
        ),
        (
            "####### Network",
            "this line is no heading, since it begins with more than six `#`",
        ),
        (
            "Text\n    ## Network",
            "this line is no heading, since it's indented by more than three spaces",
        ),
        ("##", "a heading without text is ignored"),
        ("## <a name=\"x\"></a>", "a heading without text is ignored"),
        (
            "<table><tr><td>A</td></tr></table>",
            "a table in HTML isn't read",
        ),
    ] {
        let text = format!("# N\n\n{line}\n\n| C | Yes/No |\n|---|---|\n| A | No |\n");
        let at = 2 + line.lines().count();
        let row = format!("{} A No", at + 4);
        assert_shown(&text, &["# N", &row, &format!("! {at} {remark}")]);
    }
    // A heading right below a row heads the next table; what only looks like one doesn't tear a table apart.
    let table = "| C | Yes/No |\n|---|---|\n| A | No |\n";
    for heading in ["**M**\n", "M\n---\n", "## M\n", "<h2>M</h2>\n"] {
        let row = format!("{} A No", 8 + heading.lines().count());
        assert_shown(
            &format!("# N\n\n{table}{heading}{table}"),
            &["# N", "5 A No", "# M", &row],
        );
    }
    for line in ["**M**", "M\n---"] {
        let shown = shown(&format!("# N\n\n{table}{line}\n| B | No |\n"));
        assert_eq!(shown[0..2], ["# N", "5 A No"], "{line}");
        assert!(shown[2].ends_with(" B No"), "{line}");
    }
}

#[test]
fn what_cannot_be_seen_changes_nothing_that_can() {
    assert_shown(
        "# N\n\n| C | Yes\u{200b}/No |\n|---|---|\n| A | Yes |\n| B | \u{feff}No |\n",
        &[
            "# N",
            "5 A Yes",
            "6 B No",
            "! 3 this header row has characters that can't be seen",
        ],
    );
    let text =
        "# N\n\n| C | Yes/No | Notes |\n|---|---|---|\n| A<!-- x -->B | No | c<!-- y -->d |\n";
    let document = read(text).unwrap();
    let control = &document.sections[0].controls[0];
    assert_eq!((&*control.title.text, &*control.notes.text), ("AB", "cd"));
    assert_eq!(control.notes.place().column, 23);
}

#[test]
fn a_comment_hides_only_what_a_renderer_hides() {
    let row = "! 5 the comment that begins in this row doesn't end in it, so it's read as text";
    let cells = "! 5 the comment goes over cells of this row, so it's read as text";
    let cells_of_6 = "! 6 the comment goes over cells of this row, so it's read as text";
    let surplus = "! 5 this cell has no heading above it, and isn't read: the headings are `C | Yes/No | Notes`";
    let paragraph =
        "! 8 the comment that begins in this paragraph doesn't end in it, so it's read as text";
    for (after_no, after_table, expected) in [
        (
            "<!-- todo -->",
            "more <!-- x -->",
            &["5 A No", "6 B Yes"][..],
        ),
        ("<!-- todo", "more <!-- x -->", &["5 A No", "6 B Yes", row]),
        ("<!-- a \\| b -->", "", &["5 A No", "6 B Yes"]),
        ("<!-- a | b -->", "", &["5 A No", "6 B Yes", cells, surplus]),
        (
            "|\n| <!-- C | No --> | x",
            "<!-- | D | No | -->",
            &["5 A No", "6 <!-- C Qualified", "7 B Yes", cells_of_6],
        ),
        ("", "<!--\n\n| C | Yes |\n\n-->", &["5 A No", "6 B Yes"]),
        ("", "- <!--\n\n| C | Yes |\n\n-->", &["5 A No", "6 B Yes"]),
        ("", "more <!-- x\n| C | Yes |\n-->", &["5 A No", "6 B Yes"]),
        (
            "",
            "more <!-- x\n\n| C | Yes/No |\n|---|---|\n| D | Yes |\n\n-->",
            &["5 A No", "6 B Yes", "12 D Yes", paragraph],
        ),
        (
            "",
            "5 <!-- x\n\n| C | Yes/No |\n|---|---|\n| D | Yes |\n\n-->",
            &["5 A No", "6 B Yes", "12 D Yes", paragraph],
        ),
    ] {
        let text = format!(
            "# N\n\n| C | Yes/No | Notes |\n|---|---|---|\n| A | No | {after_no} |\n| B | Yes | |\n\n{after_table}\n"
        );
        let expected: Vec<String> = std::iter::once("# N".to_owned())
            .chain(expected.iter().map(|line| (*line).to_owned()))
            .collect();
        assert_eq!(shown(&text), expected, "\n{text}");
    }
}

#[test]
fn a_carriage_return_within_a_line_has_a_remark() {
    assert_shown(
        "# N\n\n| C | Yes/No |\r\n|---|---|\r\n| A | No |\r| B | Yes |\r\n",
        &[
            "# N",
            "5 A No",
            "! 5 this line has a carriage return in it, which a renderer takes for its end",
            "! 5 2 cells from here on have no heading above them, and aren't read: the headings are `C | Yes/No`",
        ],
    );
}

#[test]
fn tables_that_are_code_have_a_remark() {
    let table = "    | C | Yes/No |\n    |---|---|\n    | B | Yes |\n";
    assert_shown(
        &format!("# N\n\n| C | Yes/No |\n|---|---|\n| A | No |\n\n=== \"Linux\"\n\n{table}"),
        &[
            "# N",
            "5 A No",
            "! 10 a table that is indented by four spaces or more is code, and isn't read",
        ],
    );
    for (mark, what) in [
        ("```", "this code block"),
        ("<pre>", "this `<pre>`"),
        ("<script>", "this `<script>`"),
    ] {
        assert_shown(
            &format!("# N\n\n{mark}\n\n| C | Yes/No |\n|---|---|\n| A | No |\n"),
            &[&format!(
                "no control is found before {what}, which never ends, so all that follows is part of it"
            )],
        );
    }
}
