//! Front matter, by cases, and against a reader of all of YAML.

use std::{fs, path::Path};

use proptest::prelude::*;
use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::folded;

use super::*;

/// What is read of a document: the title, the date, and how many remarks there are.
fn read(text: &str) -> (Option<String>, Option<String>, usize) {
    let front = front_matter(text);
    let title = front.title.map(|title| title.to_string());
    (title, front.date, front.remarks.len())
}

#[test]
fn values_are_read_as_yaml_has_them() {
    for (value, title, remarks) in [
        ("A title", Some("A title"), 0),
        ("A  title \t", Some("A title"), 0),
        ("A title #Required", Some("A title"), 0),
        ("A title \t# Required", Some("A title"), 0),
        ("C# for `#1`", Some("C# for `#1`"), 0),
        ("# Required", None, 0),
        ("", None, 0),
        ("~", None, 0),
        ("null # or none", None, 0),
        ("''", None, 0),
        ("'null'", Some("null"), 0),
        (
            "'It''s # a \"title\"' # comment",
            Some("It's # a \"title\""),
            0,
        ),
        (
            r#""A \"title\": \u00e9\x41\\\/" # comment"#,
            Some(r#"A "title": éA\/"#),
            0,
        ),
        (r#""a\nb\tc\_d\U00000065""#, Some("a b c de"), 0),
        ("\"a\n  b\\\n  c\n\n  d\"", Some("a bc d"), 0),
        ("\"a\r\n  b\\\r\n  c\"", Some("a bc"), 0),
        ("'a\n  b'", Some("a b"), 0),
        (
            ">-\n  A: folded # no comment\n  title",
            Some("A: folded # no comment title"),
            0,
        ),
        (
            "|+2 # comment\n  A 'literal'\n\n   title\n# comment\n",
            Some("A 'literal' title"),
            0,
        ),
        (">\r\n  A folded\r\n  title\r\n", Some("A folded title"), 0),
        (
            "A plain title\n  in 'two' lines # comment\n# comment\n",
            Some("A plain title in 'two' lines"),
            0,
        ),
        ("\n  On the next line", Some("On the next line"), 0),
        (
            "# comment\n  \"On the next line\"",
            Some("On the next line"),
            0,
        ),
        ("&anchor A title", Some("A title"), 0),
        ("!!str &anchor 'A title'", Some("A title"), 0),
        (
            "https://example.com/a:b",
            Some("https://example.com/a:b"),
            0,
        ),
        ("-dash ?mark", Some("-dash ?mark"), 0),
        // No texts in YAML: they are read as they are written, and that is said.
        ("Azure: security", Some("Azure: security"), 1),
        ("\"A\" and 'B'", Some("\"A\" and 'B'"), 1),
        ("\"A", Some("\"A"), 1),
        ("\"A\"#B", Some("\"A\"#B"), 1),
        (r#""\q""#, Some(r#""\q""#), 1),
        (r#""\ud800""#, Some(r#""\ud800""#), 1),
        ("[A] title", Some("[A] title"), 1),
        ("*alias", Some("*alias"), 1),
        ("`code`", Some("`code`"), 1),
        ("\n- A\n- B", Some("- A - B"), 1),
        ("\n  en: A", Some("en: A"), 1),
        (">x\n  A", Some(">x A"), 1),
        (
            "A title\nthat goes on at the margin",
            Some("A title that goes on at the margin"),
            1,
        ),
        (
            "A title # comment\n  that goes on",
            Some("A title # comment that goes on"),
            1,
        ),
    ] {
        let text = format!("---\nms.topic: a\ntitle: {value}\nms.date: 09/23/2019\n---\n# B\n");
        let expected = (
            title.map(str::to_owned),
            Some("2019-09-23".to_owned()),
            remarks,
        );
        assert_eq!(read(&text), expected, "{value}");
        assert_eq!(front_matter(&text).rest, "# B\n", "{value}");
    }
}

#[test]
fn dates_are_read_without_what_is_said_about_them() {
    for (value, date, remarks) in [
        (
            "11/02/2020 #Required; mm/dd/yyyy format.",
            Some("2020-11-02"),
            0,
        ),
        ("'11/02/2020'", Some("2020-11-02"), 0),
        ("\"2020-11-02\"", Some("2020-11-02"), 0),
        ("\n  2020-11-02", Some("2020-11-02"), 0),
        (">-\n  2020-11-02\n", Some("2020-11-02"), 0),
        ("", None, 0),
        ("#Required", None, 0),
        ("soon", None, 1),
        ("13/13/2020 # comment", None, 1),
    ] {
        let (_, read, remarked) = read(&format!("---\nms.date: {value}\n---\n"));
        assert_eq!((read.as_deref(), remarked), (date, remarks), "{value}");
    }
    let front = front_matter("---\ntitle: é\nms.date:  soon  # é\r\n---\n");
    let Remark { place, message } = &front.remarks[0];
    assert_eq!((place.line, place.column, place.width), (3, 1, 19));
    assert_eq!(
        message,
        "`ms.date` is `soon`, which isn't a date of the form MM/DD/YYYY or YYYY-MM-DD"
    );
}

#[test]
fn keys_are_read_as_yaml_has_them() {
    for (text, title) in [
        ("title: A\n", Some("A")),
        ("title : A\n", Some("A")),
        ("title:\tA\n", Some("A")),
        ("\"title\": A\n", Some("A")),
        ("'title' : A\n", Some("A")),
        ("title: A\ntitle: B\n", Some("B")),
        ("a:\n  title: A\n", None),
        ("a: |\n  title: A\n", None),
        ("a:\n- title: A\n", None),
        ("a: \"\n  title: A\"\n", None),
        ("#title: A\nb: B\n", None),
        ("Title: A\n", None),
        ("title:A\nb: B\n", None),
        ("titles: A\n", None),
    ] {
        let read = read(&format!("---\n{text}---\n")).0;
        assert_eq!(read.as_deref(), title, "{text}");
    }
}

#[test]
fn front_matter_ends_at_its_delimiter() {
    for (text, lines, rest) in [
        (
            "---\r\ntitle: A\r\nms.date: 09/23/2019\r\n---\r\n# A\n",
            4,
            "# A\n",
        ),
        ("---\ntitle: A\n...\n---\n# A\n", 3, "---\n# A\n"),
        ("--- \ntitle: A\n---\t\n", 3, ""),
        ("---\ntitle: A\n---", 3, ""),
        ("---\n---\n# A", 2, "# A"),
        ("---\n\n---\n# A", 3, "# A"),
        ("---\n# comment\n\na:\n- b\n\n- c\n---\n", 8, ""),
        ("---\na: b\n# comment | with a pipe\n  c | d\n---\n", 5, ""),
        ("---\na: [b,\n]\n---\n", 4, ""),
    ] {
        let front = front_matter(text);
        assert_eq!((front.lines, front.rest), (lines, rest), "{text}");
    }
}

#[test]
fn an_article_that_begins_with_a_rule_is_all_there() {
    for text in [
        "",
        "# A",
        "---",
        "---\ntitle: A\n",
        "----\ntitle: A\n----\n",
        "text\n---\ntitle: A\n---\n",
        "---\n\n# Security\n\n## Network\n\n---\n",
        "---\n## Network\n|Control|Yes/No|\n|---|---|\n|A|Yes|\n\n---\n",
        "---\nThis article is about this: security.\n\n---\n",
        "---\n**Note**: this is an article.\n\n---\n",
        "---\n- Note: this is an article.\n---\n",
        "---\n  Note: this is an article.\n---\n",
        "---\nNote: this is an article.\n\nIt has more than a paragraph.\n\n---\n",
        "---\nNote: this is an article.\nControl|Yes/No\n---\n",
        "---\nNote: this is an article.\n| Control | Yes/No |\n---\n",
    ] {
        let whole = Front {
            rest: text,
            ..Front::default()
        };
        assert_eq!(front_matter(text), whole, "{text}");
    }
}

/// A text that is no mapping, or no YAML.
#[derive(Debug, PartialEq, Eq)]
struct NoMapping;

/// What a reader of all of YAML makes of the key `title` in a mapping, if it's a text.
fn title_by_yaml(text: &str) -> Result<Option<String>, NoMapping> {
    let (mut depth, mut is_key, mut is_title, mut title) = (0_u32, true, false, None);
    let mut events = Parser::new_from_str(text).map(|event| event.map(|(event, _)| event));
    loop {
        let event = events.next().and_then(Result::ok).ok_or(NoMapping)?;
        match &event {
            Event::DocumentEnd | Event::StreamEnd => break,
            Event::Alias(_) if depth == 1 => return Err(NoMapping),
            Event::Scalar(text, style, ..) => match depth {
                0 => return Err(NoMapping),
                1 if is_key => is_title = text == "title",
                1 if is_title => {
                    let is_null = *style == ScalarStyle::Plain
                        && matches!(&**text, "" | "~" | "null" | "Null" | "NULL");
                    title = Some(folded(text).into_owned())
                        .filter(|title| !title.is_empty() && !is_null);
                }
                _ => {}
            },
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                if depth == 1 && is_title {
                    return Err(NoMapping);
                }
                depth += 1;
                continue;
            }
            Event::MappingEnd | Event::SequenceEnd => depth -= 1,
            _ => continue,
        }
        if depth == 1 {
            is_key = !is_key;
        }
    }
    // What comes after the first document is none of it, and neither is a mistake in it.
    if events.all(|event| event.is_ok()) {
        Ok(title)
    } else {
        Err(NoMapping)
    }
}

#[test]
fn the_front_matter_of_real_documents_is_what_yaml_makes_of_it() {
    let mut folders = vec![
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus"),
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../controls-azure-backup/document"),
    ];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            let Some((body, ..)) = extent(&text) else {
                continue;
            };
            let front = front_matter(&text);
            let title = front.title.map(|title| title.to_string());
            assert_eq!(Ok(title), title_by_yaml(body), "{}", path.display());
            let dated = body.lines().any(|line| line.starts_with("ms.date:"));
            assert_eq!(front.date.is_some(), dated, "{}", path.display());
            assert_eq!(front.remarks, [], "{}", path.display());
            read += 1;
        }
    }
    assert!(read > 0, "the project's own document has front matter");
}

/// A value put together from what means something in YAML.
fn value() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "b c", "é", " ", "  ", "\t", "\n  ", "\n    ", "\n\n  ", "\r\n  ", "'", "''", "\"",
        "\\", "\\\"", "\\n", "\\u00e9", "\\x4", ":", ": ", "#", " #", " # ", "|", ">", "-", "- ",
        "+", "2", "&x ", "!!str ", "~", "null", ",", "[", "{", "?", "? ", "@", "%", "`", "*", "=",
        "<", "\n# ",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_title_is_what_yaml_makes_of_it(value in value()) {
        let body = format!("ms.date: 09/23/2019\ntitle: {value}\nms.topic: a\n");
        let (title, date, remarks) = read(&format!("---\n{body}---\n"));
        prop_assert_eq!(date.as_deref(), Some("2019-09-23"));
        // What isn't YAML has no right reading.
        if let Ok(expected) = title_by_yaml(&body) {
            prop_assert_eq!((title, remarks), (expected, 0));
        }
    }
}
