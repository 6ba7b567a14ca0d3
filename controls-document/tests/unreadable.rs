//! Documents that can't be read as a catalog: each says why, and where.

mod support;

use controls_document::{Binding, Column, Columns, Headings, ReadError, read_bound};
use support::corpus;

/// What the error says, and the line that it's about.
fn reason(text: &str, binding: &Binding) -> (String, Option<u32>) {
    let error = read_bound(text, binding).unwrap_err();
    assert!(matches!(error, ReadError::NoControls(_)), "{error}");
    let line = error.places().first().map(|place| place.line);
    (error.to_string(), line)
}

#[test]
fn what_there_is_in_place_of_tables_is_said() {
    let html = "<table>\n<tr><td>A</td></tr>\n</table>\n";
    for (text, expected, line) in [
        ("---\ntitle: S\n---\n\n", "the document is empty", None),
        (
            "# S\n\nEverything is encrypted.\n\n- **Keys**: rotate them.\n",
            "the document has no tables, only text",
            None,
        ),
        (
            &format!("# S\n\n{html}"),
            "the document has a table in HTML, which isn't read",
            Some(3),
        ),
        (
            &format!(
                "# S\n\n{html}\n```html\n{html}```\n\n## T\n\n<TABLE class=\"x\">\n</TABLE>\n"
            ),
            "the document has 2 tables in HTML, which aren't read",
            Some(3),
        ),
        (
            "# S\n\n- [ ] Encrypt\n- [x] Rotate\n  1. [X] Every year\n- [link](x.md)\n",
            "the document has 3 check boxes in lists, and lists aren't read",
            Some(3),
        ),
        (
            "# C-0001: Privileged containers\n\n## Severity\n\nHigh\n",
            "the document is about one control, `C-0001`; a catalog needs a document that has all of them",
            Some(1),
        ),
        (
            "---\ntitle: AC-2 Account management\n---\n\n## Guidance\n\nManage them.\n",
            "the document is about one control, `AC-2`; a catalog needs a document that has all of them",
            Some(5),
        ),
        // Several controls, and a number that is no code.
        (
            "# C-0001: Privileged containers\n\n# C-0002: Host paths\n",
            "the document has no tables, only text",
            None,
        ),
        (
            "# 1 Introduction\n",
            "the document has no tables, only text",
            None,
        ),
        (
            "# S\n\n[!INCLUDE [controls](../includes/controls.md)]\n",
            "the document has no tables, only text; control tables may be in the file that it includes, `../includes/controls.md`",
            None,
        ),
    ] {
        let prefix = "no control table is found: ";
        let columns = Columns::new(Column::named("Control"));
        for (binding, wanted) in [
            (Binding::Slash, ""),
            (
                Binding::Columns(columns),
                "; expected a table with the column `Control`",
            ),
        ] {
            let (found, place) = reason(text, &binding);
            assert!(found.contains(wanted), "{found}");
            let found = found.replace(wanted, "");
            assert_eq!(
                (found.strip_prefix(prefix), place),
                (Some(expected), line),
                "{text}"
            );
        }
    }
}

#[test]
fn tables_of_another_kind_are_named_before_what_else_there_is() {
    let table = "# S\n\n| Field | Value |\n|---|---|\n| Owner | A |\n\n";
    for (more, expected) in [
        ("", ""),
        ("Text.\n", ""),
        (
            "- [ ] A\n",
            "; the document has a check box in a list, and lists aren't read",
        ),
        (
            "<table>\n</table>\n",
            "; the document has a table in HTML, which isn't read",
        ),
    ] {
        let (found, _) = reason(&format!("{table}{more}"), &Binding::Slash);
        let tables = "no control table is found: none has a column headed by two words with a slash, such as `Yes/No` (there is a table headed `Field | Value`)";
        assert_eq!(found, format!("{tables}{expected}"));
    }
    // Rows without a header row are no text.
    let (found, _) = reason("# S\n\n| A | Yes |\n", &Binding::Slash);
    assert!(found.ends_with("such as `Yes/No`"), "{found}");
    // Where headings are the controls, tables aren't what is missed.
    let headings = Headings {
        level: 3,
        ..Headings::default()
    };
    let (found, line) = reason("# S\n\n<table>\n</table>\n", &Binding::Headings(headings));
    let expected = "no control is found: no heading has the level 3; the levels are 1 (1 heading)";
    assert_eq!((&*found, line), (expected, None));
}

#[test]
fn real_documents_that_cant_be_read_say_why() {
    for (name, expected, line) in [
        (
            "slsa/build-requirements.md",
            "has 3 tables in HTML",
            Some(30),
        ),
        (
            "secure-key-vault.md",
            "has no tables, only text; control tables may be in the file that it includes",
            None,
        ),
        (
            "aks-security-controls-policy.md",
            "in the files that it includes: `~/",
            None,
        ),
        (
            "openssf-osps/2026-02-19.md",
            "(there is a table headed `ID | Title | Version | Description`)",
            None,
        ),
    ] {
        let Some((_, text)) = corpus().into_iter().find(|(path, _)| path.ends_with(name)) else {
            continue;
        };
        let (found, place) = reason(&text, &Binding::Slash);
        assert!(found.contains(expected), "{name}: {found}");
        assert_eq!(place, line, "{name}");
    }
}
