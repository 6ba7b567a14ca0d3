use super::*;
use crate::Control;

/// A catalog with these controls in one group.
fn catalog(controls: &str) -> String {
    format!(
        r#"{{"catalog":{{"groups":[{{"id":"ac","title":"Access","controls":[{controls}]}}]}}}}"#
    )
}

/// Each row as `section: label title = answer (notes)`.
fn lines(document: &Document<'_>) -> Vec<String> {
    let line = |(section, control): (&Section<'_>, &Control<'_>)| {
        let answer = control.answer();
        let answer = answer.map_or_else(String::new, |answer| format!(" = {answer}"));
        format!(
            "{}: {} {}{answer} ({})",
            section.title,
            control.label.as_ref().map_or("-", |label| &label.text),
            control.title.text,
            control.notes.text,
        )
    };
    document.controls().map(line).collect()
}

fn read_lines(text: &str) -> Vec<String> {
    lines(&read_oscal(text).unwrap())
}

#[test]
fn controls_are_rows() {
    for (controls, expected) in [
        // Without a label, the id is what it's called by.
        (
            r#"{"id":"ac-1","title":"Policy"}"#,
            &["Access: ac-1 Policy ()"][..],
        ),
        // The plain label of several, whatever their order.
        (
            r#"{"id":"ac-1","title":"Policy","props":[{"name":"label","value":"AC-01","class":"zero-padded"},
              {"name":"label","value":"AC-1"},{"name":"label","value":"x","ns":"https://other.example"}]}"#,
            &["Access: AC-1 Policy ()"],
        ),
        (
            r#"{"id":"a","title":"A","props":[{"name":"label","value":"01","class":"sp800-53a"},{"name":"label","value":"1","class":"short"}]}"#,
            &["Access: 1 A ()"],
        ),
        // Enhancements follow what they enhance.
        (
            r#"{"id":"a","title":"A","controls":[{"id":"a.1","title":"A1","controls":[{"id":"a.1.1","title":"A11"}]},
              {"id":"a.2","title":"A2"}]},{"id":"b","title":"B"}"#,
            &[
                "Access: a A ()",
                "Access: a.1 A1 ()",
                "Access: a.1.1 A11 ()",
                "Access: a.2 A2 ()",
                "Access: b B ()",
            ],
        ),
        // A statement with items and their labels, and without what explains them. White space is folded.
        (
            r#"{"id":"a","title":"A","parts":[{"name":"guidance","prose":"Why."},{"name":"statement","prose":"Do:\n\n","parts":[
              {"name":"item","props":[{"name":"label","value":"a."}],"prose":"this; and","parts":[{"name":"guidance","prose":"How."},
                {"name":"item","props":[{"name":"label","value":"1."}],"prose":"also"}]},
              {"name":"item","prose":"that."}]}]}"#,
            &["Access: a A (Do: a. this; and 1. also that.)"],
        ),
        // Titles of items, and items without a statement.
        (
            r#"{"id":"a","title":"A","parts":[{"name":"statement","title":"All","parts":[{"name":"Item","title":"Lead","prose":"this"}]}]},
              {"id":"b","title":"B","parts":[{"name":"item","props":[{"name":"label","value":"a."}],"prose":"that"}]}"#,
            &["Access: a A (All Lead this)", "Access: b B (a. that)"],
        ),
        // Two statements are both read; one that says what the title says is none.
        (
            r#"{"id":"a","title":"A","parts":[{"name":"statement","prose":"One."},{"name":"statement","prose":"Two."}]},
              {"id":"b","title":"Do  it","parts":[{"name":"statement","prose":"Do it"}]}"#,
            &["Access: a A (One. Two.)", "Access: b Do it ()"],
        ),
    ] {
        assert_eq!(read_lines(&catalog(controls)), expected);
    }
}

#[test]
fn groups_are_sections() {
    let text = r#"{"catalog":{
      "metadata":{"title":"The catalog","last-modified":"2024-05-06T07:08:09Z"},
      "controls":[{"id":"z","title":"Z"}],
      "groups":[
        {"id":"a","title":"A","groups":[
            {"id":"a1","title":"Keys","controls":[{"id":"k","title":"K"}]},
            {"id":"a2","title":"Empty"}],
         "controls":[{"id":"x","title":"X"}]},
        {"title":"B","groups":[{"id":"b1","title":"Keys","controls":[{"id":"l","title":"L"}]}]}]}}"#;
    let document = read_oscal(text).unwrap();
    assert_eq!(document.title.as_deref(), Some("The catalog"));
    assert_eq!(document.date.as_deref(), Some("2024-05-06"));
    assert_eq!(
        lines(&document),
        [
            "Controls: z Z ()",
            "A: x X ()",
            "Keys: k K ()",
            "Keys: l L ()"
        ]
    );
    let above: Vec<_> = document
        .sections
        .iter()
        .map(|of| of.above().telling())
        .collect();
    assert_eq!(above, [None, None, Some("A"), Some("B")]);
    let headings: Vec<(&str, u8)> = document
        .headings
        .iter()
        .map(|of| (&*of.title, of.level))
        .collect();
    assert_eq!(
        headings,
        [("A", 1), ("Keys", 2), ("Empty", 2), ("B", 1), ("Keys", 2)]
    );
    let under = document.under("B").unwrap();
    assert_eq!(lines(&under), ["Keys: l L ()"]);
}

#[test]
fn parameters_are_text() {
    let params = r#""params":[
        {"id":"p","label":"frequency"},
        {"id":"agg","label":"organization-defined personnel or roles"},
        {"id":"one","select":{"how-many":"one","choice":["this","that"]}},
        {"id":"more","select":{"how-many":"one-or-more","choice":["lock for {{ insert: param, p }} ","other"]}},
        {"id":"any","select":{"choice":["x"]}},
        {"id":"set","label":"l","values":["30 days","60 days"]},
        {"id":"blank","values":[" "]},
        {"id":"bare"}]"#;
    for (prose, expected) in [
        (
            "At {{ insert: param, p }} .",
            "At [Assignment: organization-defined frequency].",
        ),
        (
            "To {{insert:param,agg}}",
            "To [Assignment: organization-defined personnel or roles]",
        ),
        (
            "{{ insert: param, one }}!",
            "[Selection (one): this; that]!",
        ),
        (
            "{{ insert: param, more }}",
            "[Selection (one or more): lock for [Assignment: organization-defined frequency]; other]",
        ),
        ("{{ insert: param, any }} it", "[Selection: x] it"),
        ("{{ insert: param, set }}", "30 days, 60 days"),
        (
            "up to {{ insert: param, blank }} .",
            "up to [Assignment: organization-defined blank].",
        ),
        (
            "{{ insert: param, bare }}",
            "[Assignment: organization-defined bare]",
        ),
        // What isn't one is left as it is.
        ("{{ insert: param, no }}.", "{{ insert: param, no }}."),
        ("a {{ b", "a {{ b"),
        ("{{ p }}", "{{ p }}"),
    ] {
        let control = format!(
            r#"{{"id":"a","title":"A",{params},"parts":[{{"name":"statement","prose":"{prose}"}}]}}"#
        );
        let text = catalog(&control);
        let document = read_oscal(&text).unwrap();
        assert_eq!(document.sections[0].controls[0].notes.text, expected);
        let is_unknown = expected.contains("{{ insert") || expected.contains("}}");
        assert_eq!(
            document.remarks.len(),
            usize::from(is_unknown),
            "{:?}",
            document.remarks
        );
    }
    // Of groups, of the catalog, and in titles.
    let text = r#"{"catalog":{"params":[{"id":"p","label":"x"}],"controls":[{"id":"a","title":"Every {{ insert: param, p }}"}]}}"#;
    assert_eq!(
        read_lines(text),
        ["Controls: a Every [Assignment: organization-defined x] ()"]
    );
}

#[test]
fn names_that_oscal_has_not_are_remarked_on() {
    let text = r#"{"catalog":{"Groups":[],"groups":[{"title":"A","control":[],"controls":[{"id":"a","title":"A","groups":[]}]}]}}"#;
    let remarks = read_oscal(text).unwrap().remarks;
    let remarks: Vec<(u32, &str)> = remarks
        .iter()
        .map(|of| (of.place.column, &*of.message))
        .collect();
    assert_eq!(
        remarks,
        [
            (13, "`catalog.Groups` isn't read: OSCAL has no such name"),
            (
                48,
                "`catalog.groups[0].control` isn't read: OSCAL has no such name"
            ),
            (
                95,
                "`catalog.groups[0].controls[0].groups` isn't read: OSCAL has no such name"
            ),
        ]
    );
}

#[test]
fn what_is_withdrawn_says_what_has_become_of_it() {
    let live = r#"{"id":"ac-2","title":"Live","props":[{"name":"label","value":"AC-2"}],"parts":[{"name":"statement","parts":[
        {"name":"item","id":"ac-2_smt.k","props":[{"name":"label","value":"k."}],"prose":"K","parts":[
          {"name":"item","id":"ac-2_smt.k.1","props":[{"name":"label","value":"1."}],"prose":"K1"}]}]}]}"#;
    for (links, statement, withdrawn, notes, remarks) in [
        (
            r##"{"rel":"moved-to","href":"#ac-2"}"##,
            "",
            "moved to AC-2",
            "[Withdrawn: Moved to AC-2.]",
            0,
        ),
        (
            r##"{"rel":"incorporated-into","href":"#ac-2_smt.k"},{"rel":"incorporated-into","href":"#ac-2_smt.k.1"},{"rel":"related","href":"#ac-2"}"##,
            "",
            "incorporated into AC-2k and AC-2k.1",
            "[Withdrawn: Incorporated into AC-2k and AC-2k.1.]",
            0,
        ),
        (
            r##"{"rel":"incorporated-into","href":"#ac"}"##,
            "",
            "incorporated into Access",
            "[Withdrawn: Incorporated into Access.]",
            0,
        ),
        (
            r##"{"rel":"moved-to","href":"#gone"}"##,
            "",
            "moved to #gone",
            "[Withdrawn: Moved to #gone.]",
            1,
        ),
        (
            "",
            "Addressed elsewhere.",
            "",
            "[Withdrawn: Addressed elsewhere.]",
            0,
        ),
        ("", "", "", "[Withdrawn.]", 0),
    ] {
        let text = catalog(&format!(
            r#"{{"id":"w","title":"Old","props":[{{"name":"status","value":"withdrawn"}}],"links":[{links}],
              "parts":[{{"name":"statement","prose":"{statement}"}}]}},{live}"#
        ));
        let document = read_oscal(&text).unwrap();
        let control = &document.sections[0].controls[0];
        let given = control.given.as_ref().unwrap();
        assert_eq!(given.withdrawn.as_deref(), Some(withdrawn));
        assert_eq!(control.notes.text, notes);
        assert_eq!(document.remarks.len(), remarks, "{:?}", document.remarks);
        let live = document.sections[0].controls[1].given.as_ref().unwrap();
        assert_eq!((&live.withdrawn, live.id.as_deref()), (&None, Some("ac-2")));
    }
}

#[test]
fn what_an_export_says_is_read() {
    let ns = crate::OSCAL_NAMESPACE;
    let control = |class: &str, answer: &str| {
        format!(
            r#"{{"id":"a","title":"A","props":[{{"name":"variant","value":"Aa","ns":"{ns}"}},{{"name":"id","value":"ä","ns":"{ns}"}},
              {{"name":"answer","value":"{answer}","class":"{class}","ns":"{ns}"}},
              {{"name":"formerly","value":"b","ns":"{ns}"}},{{"name":"alias","value":"c","ns":"{ns}"}},{{"name":"alias","value":"d","ns":"{ns}"}},
              {{"name":"Level","value":"L1","class":"column","ns":"{ns}"}},
              {{"name":"id","value":"ID","class":"column","ns":"{ns}"}},{{"name":"alias","value":"e","class":"column","ns":"{ns}"}},
              {{"name":"x_20_","value":"2","class":"column","ns":"{ns}","remarks":"X y"}}],
              "parts":[{{"name":"statement","prose":"What is asked."}},{{"name":"notes","ns":"{ns}","prose":"N"}},
              {{"name":"documentation","ns":"{ns}","prose":"D"}}]}}"#
        )
    };
    for (class, answer, expected) in [
        ("yes", "Yes", "Access: - A = Yes (N)"),
        ("no", "No", "Access: - A = No (N)"),
        ("not-applicable", "N/A", "Access: - A = N/A (N)"),
        ("unanswered", "Unanswered", "Access: - A = Unanswered (N)"),
        ("qualified", "Yes", "Access: - A = Yes (N)"),
    ] {
        let text = catalog(&control(class, answer));
        let document = read_oscal(&text).unwrap();
        assert_eq!(lines(&document), [expected]);
        let control = &document.sections[0].controls[0];
        assert_eq!(
            control.answer().unwrap().verdict() == "Qualified",
            class == "qualified"
        );
        assert_eq!(control.documentation.text, "D");
        let properties: Vec<(&str, &str)> = control
            .properties
            .iter()
            .map(|of| (&*of.name, &*of.cell.text))
            .collect();
        assert_eq!(
            properties,
            [("Level", "L1"), ("id", "ID"), ("alias", "e"), ("X y", "2")]
        );
        let given = control.given.as_deref().unwrap();
        assert_eq!(
            *given,
            crate::Given {
                withdrawn: None,
                name: Some("Aa".to_owned()),
                id: Some("ä".to_owned()),
                formerly: vec!["b".to_owned()],
                alias: vec!["c".to_owned(), "d".to_owned()],
            }
        );
    }
}

#[test]
fn places_are_those_of_texts_in_the_json() {
    let text = "\u{feff}{\"catalog\": {\"groups\": [\r\n  {\"id\": \"ä\", \"title\": \"Ä\", \"controls\": [\r\n    {\"title\": \"One \\\"two\\\"\", \"id\": \"a\",\n\"props\": [{\"name\": \"label\", \"value\": \"A-1\"}],\n \"parts\": [{\"name\": \"statement\", \"prose\": \"S\"}]}]}]}}";
    let document = read_oscal(text).unwrap();
    let place = |place: Place| (place.line, place.column, place.width);
    assert_eq!(place(document.sections[0].place), (2, 25, 1));
    let control = &document.sections[0].controls[0];
    assert_eq!(control.title.text, "One \"two\"");
    assert_eq!(place(control.title.place()), (3, 16, 11));
    assert_eq!(place(control.label_place()), (4, 39, 3));
    assert_eq!(place(control.notes.place()), (5, 44, 1));
}

/// What is no catalog, what is said of it, and where.
const REFUSED: &[(&str, &str, (u32, u32))] = &[
    ("", "the document is empty", (1, 1)),
    ("\u{feff}", "the document is empty", (1, 1)),
    (
        "[]",
        "the JSON isn't an OSCAL catalog: it's an array, not an object",
        (1, 1),
    ),
    (
        "{\"catalog\":",
        "the JSON is wrong here: expected value after colon in object property",
        (1, 12),
    ),
    (
        "{\n \"a\": [1, 2",
        "the JSON ends before this array does",
        (2, 7),
    ),
    (
        "{\n \"a\": {",
        "the JSON ends before this object does",
        (2, 7),
    ),
    (
        "{ \"a\": 'b' }",
        "the JSON is wrong here: single-quoted strings are not allowed",
        (1, 8),
    ),
    (
        "{ \"a\": 1, }",
        "the JSON is wrong here: trailing commas are not allowed",
        (1, 9),
    ),
    (
        "{ /* a */ }",
        "the JSON is wrong here: comments are not allowed",
        (1, 3),
    ),
    (
        "{ \"a\": 1 } x",
        "the JSON is wrong here: text cannot contain more than one JSON value",
        (1, 12),
    ),
    (
        "{}",
        "the JSON isn't an OSCAL catalog: it has no `catalog`",
        (1, 1),
    ),
    (
        " {\"profile\":{}}",
        "this OSCAL is a profile, and not a catalog",
        (1, 2),
    ),
    (
        "{\"component-definition\":{}}",
        "this OSCAL is a component definition, and not a catalog",
        (1, 1),
    ),
    ("{\"catalog\":{}}", "the catalog has no controls", (1, 12)),
    (
        "{\"catalog\":3}",
        "`catalog` is a number, and has to be an object",
        (1, 12),
    ),
    (
        "{\"catalog\":{\"groups\":{}}}",
        "`catalog.groups` is an object, and has to be an array",
        (1, 22),
    ),
    (
        "{\"catalog\":{\"groups\":[{}]}}",
        "`catalog.groups[0].title` is missing",
        (1, 23),
    ),
    (
        "{\"catalog\":{\"controls\":[{\"id\":\"a\",\"title\":\"A\"},\n{\"title\":\"B\"}]}}",
        "`catalog.controls[1].id` is missing",
        (2, 1),
    ),
    (
        "{\"catalog\":{\"controls\":[{\"id\":\"a\",\"title\":\" \"}]}}",
        "`catalog.controls[0].title` is empty",
        (1, 44),
    ),
    (
        "{\"catalog\":{\"controls\":[{\"id\":\"a\",\"title\":null}]}}",
        "`catalog.controls[0].title` is null, and has to be a string",
        (1, 43),
    ),
    (
        "{\"catalog\":{\"controls\":[{\"id\":\"a\",\"id\":\"b\"}]}}",
        "`catalog.controls[0].id` is here twice",
        (1, 35),
    ),
];

#[test]
fn what_isnt_a_catalog_is_refused_with_its_place() {
    let nested = "[".repeat(10_000);
    let twice = catalog(r#"{"id":"a","title":"A"},{"id":"a","title":"B"}"#);
    let controls = r#"{"id":"x","title":"X","controls":["#.repeat(10_000);
    let deep_controls = format!(r#"{{"catalog":{{"controls":[{controls}"#);
    let large = [
        (
            &*twice,
            "the id `a` is in the catalog already: `catalog.groups[0].controls[1].id`",
            (1, 70),
        ),
        (
            &*nested,
            "this JSON is nested deeper than any catalog is",
            (1, 513),
        ),
        (
            &*deep_controls,
            "this JSON is nested deeper than any catalog is",
            (1, 5772),
        ),
    ];
    for (text, message, (line, column)) in REFUSED.iter().chain(&large) {
        let error = read_oscal(text).unwrap_err();
        let start: String = text.chars().take(200).collect();
        assert_eq!(error.to_string(), *message, "{start}");
        let place = error.places()[0];
        assert_eq!((place.line, place.column), (*line, *column), "{start}");
    }
}

#[test]
fn an_answer_is_of_all_or_of_none() {
    let ns = crate::OSCAL_NAMESPACE;
    let answered = format!(
        r#"{{"id":"a","title":"A","props":[{{"name":"answer","value":"Yes","class":"yes","ns":"{ns}"}}]}}"#
    );
    let text = catalog(&format!(r#"{answered},{{"id":"b","title":"B"}}"#));
    let error = read_oscal(&text).unwrap_err().to_string();
    assert_eq!(
        error,
        "`catalog.groups[0].controls[1]` has no answer, and other controls have one"
    );
    let text = catalog(&answered.replace("\"yes\"", "\"maybe\""));
    let error = read_oscal(&text).unwrap_err().to_string();
    assert!(
        error.starts_with(
            "the answer of `catalog.groups[0].controls[0]` has a class that isn't one of"
        ),
        "{error}"
    );
}

#[test]
fn parameters_that_grow_without_end_are_refused() {
    let statement = r#""parts":[{"name":"statement","prose":"{{ insert: param, p0 }}"}]"#;
    for (params, expected) in [
        (
            r#"{"id":"p0","select":{"choice":["{{ insert: param, p0 }}"]}}"#.to_owned(),
            "this parameter is in itself, or in more than 16 others in one another",
        ),
        (
            (0..15)
                .map(|at| {
                    let next = format!("{{{{ insert: param, p{} }}}}", at + 1).repeat(8);
                    format!(r#"{{"id":"p{at}","label":"{next}"}}"#)
                })
                .collect::<Vec<_>>()
                .join(","),
            "the parameters of this catalog are inserted so often that they make many times its length",
        ),
        // Nothing comes of it, but it takes as long.
        (
            (0..14)
                .map(|at| {
                    let next = format!("{{{{ insert: param, p{} }}}}", at + 1).repeat(12);
                    format!(r#"{{"id":"p{at}","values":["{next}"]}}"#)
                })
                .chain([r#"{"id":"p14","select":{"choice":[""]}}"#.to_owned()])
                .collect::<Vec<_>>()
                .join(","),
            "the parameters of this catalog are inserted so often that they make many times its length",
        ),
        (
            r#"{"id":"p0","label":"a"},{"id":"p0","label":"b"}"#.to_owned(),
            "the id `p0` is in the catalog already: `catalog.groups[0].controls[0].params[1].id`",
        ),
    ] {
        let text = catalog(&format!(
            r#"{{"id":"a","title":"A","params":[{params}],{statement}}}"#
        ));
        assert_eq!(read_oscal(&text).unwrap_err().to_string(), expected);
    }
}

#[test]
fn there_are_as_many_controls_as_an_enum_can_have() {
    let controls = |count: usize| {
        let all: Vec<String> = (0..count)
            .map(|at| format!("{{\"id\":\"c{at}\",\"title\":\"T\"}}"))
            .collect();
        catalog(&all.join(",\n"))
    };
    assert_eq!(read_oscal(&controls(65_535)).unwrap().count(), 65_535);
    let text = controls(100_000);
    let error = read_oscal(&text).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`catalog.groups[0].controls[65535]` is control 65536 of this catalog, and an enum can have 65535"
    );
    assert_eq!(error.places()[0].line, 65_536);
}
