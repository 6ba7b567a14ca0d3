//! Comments, attributes and odd formatting.

use crate::support::{assert_fixed, document, fixed, source};

#[test]
fn comments_directly_above_go_with_a_row_and_others_stay() {
    let body = r#"
        Network = "Network" { // about the section
            // about A
            /// Doc of A.
            #[deprecated]
            A = "a" => Yes, // behind A

            // a heading of many

            // about B
            /* and
               more */
            B = "b" => Yes, // behind B
            C = "c" => Yes,
            // at the end
        } // behind it
    "#;
    let without = |parts: &[&str]| {
        parts.iter().fold(body.to_owned(), |body, part| {
            assert_eq!(body.matches(part).count(), 1, "{part}");
            body.replace(part, "")
        })
    };
    let a = "            // about A\n            /// Doc of A.\n            #[deprecated]\n            A = \"a\" => Yes, // behind A\n";
    let b = "            // about B\n            /* and\n               more */\n            B = \"b\" => Yes, // behind B\n";
    assert_fixed(body, "# Network\na | Yes\nc | Yes", &without(&[b]));
    assert_fixed(
        body,
        "# Network\nb | Yes\nc | Yes",
        &without(&[&format!("{a}\n")]),
    );
    assert_fixed(
        body,
        "# Network\nb | Yes\nc | Yes\na | Yes",
        &without(&[&format!("{a}\n")]).replace(
            "            C = \"c\" => Yes,\n",
            &format!("            C = \"c\" => Yes,\n{a}"),
        ),
    );
    assert_fixed(
        body,
        "# Network\na | Yes\nb | No\nc | Yes\nd | No",
        &body.replace("\"b\" => Yes", "\"b\" => No").replace(
            "\"c\" => Yes,\n",
            "\"c\" => Yes,\n            D = \"d\" => No,\n",
        ),
    );
}

#[test]
fn a_last_row_without_a_comma_gets_one_before_its_comment() {
    let body = |rows: &str| format!("\n        A = \"A\" {{\n{rows}        }}\n    ");
    assert_fixed(
        &body("            B = \"b\" => Yes // b\n"),
        "# A\nb | Yes\nc | No",
        &body("            B = \"b\" => Yes, // b\n            C = \"c\" => No,\n"),
    );
    assert_fixed(
        &body("            B = \"b\" => Yes,\n            C = \"c\" => No // c\n"),
        "# A\nc | No\nb | Yes",
        &body("            C = \"c\" => No, // c\n            B = \"b\" => Yes,\n"),
    );
    assert_fixed(
        &body("            B = \"b\" => Yes,\n            C = \"c\" => No\n"),
        "# A\nb | Yes",
        &body("            B = \"b\" => Yes,\n"),
    );
}

#[test]
fn rows_on_one_line_stay_there() {
    for (body, lines, expected) in [
        (
            " A = \"A\" { B = \"b\" => No, C = \"c\" => Yes } ",
            "# A\nb | Yes\nc | Yes",
            " A = \"A\" { B = \"b\" => Yes, C = \"c\" => Yes } ",
        ),
        (
            " A = \"A\" { B = \"b\" => No, C = \"c\" => Yes } ",
            "# A\nb | No",
            " A = \"A\" { B = \"b\" => No } ",
        ),
        (
            " A = \"A\" { B = \"b\" => No, C = \"c\" => Yes } ",
            "# A\nc | Yes",
            " A = \"A\" { C = \"c\" => Yes } ",
        ),
        (
            " A = \"A\" { B = \"b\" => No, C = \"c\" => Yes } ",
            "# A\nc | Yes\nb | No",
            " A = \"A\" { C = \"c\" => Yes, B = \"b\" => No } ",
        ),
        (
            " A = \"A\" { B = \"b\" => No } ",
            "# A\nb | No\nc | Yes",
            " A = \"A\" { B = \"b\" => No, C = \"c\" => Yes } ",
        ),
        (
            " A = \"A\" { B = \"b\" => No, } ",
            "# A\nb | No\nc | Yes",
            " A = \"A\" { B = \"b\" => No, C = \"c\" => Yes, } ",
        ),
        (
            " A = \"A\" { B = \"b\" => No } ",
            "# A\nc | Yes\nb | No",
            " A = \"A\" { C = \"c\" => Yes, B = \"b\" => No } ",
        ),
        (
            "A=\"A\"{B=\"b\"=>No,C=\"c\"=>Yes}",
            "# A\nc | Yes\nb | No\nd | No",
            "A=\"A\"{C=\"c\"=>Yes, B=\"b\"=>No, D = \"d\" => No}",
        ),
        (
            "\n        A = \"A\" {\n            B = \"b\" => No, C = \"c\" => Yes,\n            D = \"d\" => No,\n        }\n    ",
            "# A\nc | Yes\nd | No",
            "\n        A = \"A\" {\n            C = \"c\" => Yes,\n            D = \"d\" => No,\n        }\n    ",
        ),
        (
            "\n        A = \"A\" {\n            B = \"b\" => No, C = \"c\" => Yes,\n            D = \"d\" => No,\n        }\n    ",
            "# A\nb | No\nd | No",
            "\n        A = \"A\" {\n            B = \"b\" => No,\n            D = \"d\" => No,\n        }\n    ",
        ),
        (
            "\n        A = \"A\" { B = \"b\" => No }\n        C = \"C\" {\n            D = \"d\" => No,\n            E = \"e\" => No,\n        }\n    ",
            "# A\nb | No\nd | No\n# C\ne | No",
            "\n        A = \"A\" { B = \"b\" => No,\n            D = \"d\" => No,\n        }\n        C = \"C\" {\n            E = \"e\" => No,\n        }\n    ",
        ),
        (
            "\n        A = \"A\" { B = \"b\" => No, E = \"e\" => Yes }\n        C = \"C\" {\n            D = \"d\" => No,\n        }\n    ",
            "# A\nb | No\n# C\ne | Yes\nd | No",
            "\n        A = \"A\" { B = \"b\" => No }\n        C = \"C\" {\n            E = \"e\" => Yes,\n            D = \"d\" => No,\n        }\n    ",
        ),
    ] {
        assert_fixed(body, lines, expected);
    }
}

#[test]
fn blank_lines_between_sections_are_kept_up() {
    let body = r#"
        // All of it

        A = "A" {
            B = "b" => Yes,
        }

        // about C
        C = "C" {
            D = "d" => Yes,
        }
    "#;
    let new = "        New = \"New\" {\n            X = \"x\" => Yes,\n        }\n";
    let c = "        // about C\n";
    let a = "        A = \"A\" {\n            B = \"b\" => Yes,\n        }\n\n";
    assert_fixed(
        body,
        "# A\nb | Yes\n# New\nx | Yes\n# C\nd | Yes",
        &body.replace(c, &format!("{new}\n{c}")),
    );
    assert_fixed(
        body,
        "# New\nx | Yes\n# A\nb | Yes\n# C\nd | Yes",
        &body.replace("        A = ", &format!("{new}\n        A = ")),
    );
    assert_fixed(body, "# C\nd | Yes", &body.replace(a, ""));
    assert_fixed(
        body,
        "# A\nb | Yes",
        &format!(
            "{}    ",
            &body[..body.find("\n        // about C").unwrap()]
        ),
    );
}

#[test]
fn line_ends_and_tabs_are_kept() {
    let body = |end: &str, tab: &str| {
        format!(
            "{end}{tab}{tab}A = \"A\" {{{end}{tab}{tab}{tab}// b{end}{tab}{tab}{tab}B = \"b\" => Yes,{end}{tab}{tab}}}{end}{tab}"
        )
    };
    for (end, tab) in [("\n", "\t"), ("\r\n", "\t"), ("\r\n", "    "), ("\n", "  ")] {
        let source = source(&body(end, tab))
            .replace("\r\n", "\n")
            .replace('\n', end);
        let result = fixed(
            &source,
            &document("# A\nb | Yes | n\nc | No | m\n# D\ne | Yes | f"),
        );
        let tabs = tab.repeat(3);
        let row = |name: &str, answer: &str, notes: &str| {
            let title = name.to_lowercase();
            format!(
                "{tabs}{name} = \"{title}\" => {answer} {{{end}{tabs}{tab}notes: \"{notes}\",{end}{tabs}}},{end}"
            )
        };
        let expected = format!(
            "{tabs}// b{end}{}{}{tab}{tab}}}{end}",
            row("B", "Yes", "n"),
            row("C", "No", "m")
        );
        assert!(result.contains(&expected), "{result:?}\n{expected:?}");
        let section = format!(
            "{tab}{tab}D = \"D\" {{{end}{}{tab}{tab}}}{end}{tab}}}",
            row("E", "Yes", "f")
        );
        assert!(result.contains(&section), "{result:?}\n{section:?}");
        assert_eq!(
            result.matches('\n').count(),
            result.matches(end).count(),
            "{result:?}"
        );
        assert!(!result.contains("\r\r"), "{result:?}");
    }
}

#[test]
fn raw_strings_and_odd_spacing_are_left_where_nothing_changes() {
    let body = "\n        A   =  r#\"A \"x\"\"#{\n  B=r\"b\"=>\"Yes \\x41\"   {notes:r#\"a\n  \"b\"\"#,},\n      C\n =\n\"c\"\n=>\nNo\n,\n        }\n    ";
    assert_fixed(
        body,
        "# A \"x\"\nb | Yes A | a \"b\"\nc | Yes",
        &body.replace("=>\nNo", "=>\nYes"),
    );
    assert_fixed(
        body,
        "# A \"x\"\nb | Yes B | a\nc | No",
        &body
            .replace("\"Yes \\x41\"", "\"Yes B\"")
            .replace("r#\"a\n  \"b\"\"#", "\"a\""),
    );
}

#[test]
fn the_comments_of_a_section_that_dissolves_stay() {
    let body = r#"
        A = "A" {
            B = "b" => Yes,
        }

        // free before it

        // about the section
        Gone = "Gone" { // beside its name
            // at its top

            // about C
            C = "c" => Yes, // after C

            /* within
               it */

            // about D
            D = "d" => Yes,
            // at its end
        } // after it
        E = "E" {
            F = "f" => Yes,
        }
    "#;
    assert_fixed(
        body,
        "# A\nb | Yes\nc | Yes\n# E\nf | Yes",
        r#"
        A = "A" {
            B = "b" => Yes,
            // about C
            C = "c" => Yes, // after C
        }

        // free before it

        // about the section
        // beside its name
        // at its top
        /* within
               it */
        // at its end
        // after it
        E = "E" {
            F = "f" => Yes,
        }
    "#,
    );
}
