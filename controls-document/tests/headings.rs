//! Documents in which a control is a heading.

use controls_document::{Answer, Binding, Blank, Document, Headings, ReadError, Words, read_bound};

fn headings(answer: &[&str]) -> Headings {
    let strings = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Headings {
        level: 3,
        answer: strings(answer),
        notes: strings(&["Rationale", "Why"]),
        also: strings(&["Level"]),
        ..Headings::default()
    }
}

fn read(text: &str, answer: &[&str]) -> String {
    match read_bound(text, &Binding::Headings(headings(answer))) {
        Ok(document) => shown(&document),
        Err(error) => error.to_string(),
    }
}

/// A line for each section, control and remark.
fn shown(document: &Document<'_>) -> String {
    let mut lines = Vec::new();
    for section in &document.sections {
        lines.push(format!("# {}", section.title));
        for control in &section.controls {
            let answer = match control.answer() {
                None => "-".to_owned(),
                Some(Answer::Qualified(text)) => format!("{text:?}"),
                Some(word) => word.verdict().to_owned(),
            };
            let label = control.label.as_ref().map_or("", |label| &*label.text);
            let mut cells = vec![label.to_owned(), control.title.text.to_string(), answer];
            cells.extend(Some(control.notes.text.to_string()).filter(|notes| !notes.is_empty()));
            let properties = control.properties.iter();
            cells.extend(properties.map(|property| property.cell.text.to_string()));
            lines.push(cells.join(" | "));
        }
    }
    let remarks = document.remarks.iter();
    lines.extend(remarks.map(|remark| format!("{}: {}", remark.place.line, remark.message)));
    lines.join("\n")
}

#[test]
fn an_answer_is_a_line_that_begins_with_its_name() {
    for (line, expected) in [
        ("**Result:** PASS", "Yes"),
        ("**Result**: fail", "No"),
        ("Result: `Pass`", "Yes"),
        ("`Result: Pass`", "Yes"),
        ("- _Result:_ N/A", "NotApplicable"),
        ("* Result : Pass", "Yes"),
        ("> **Result:** Pass", "Yes"),
        ("Some prose: it goes on.\n\n**Result:** Pass", "Yes"),
        ("**Result:** WARN", "\"WARN\""),
        ("**Result:**\n\nPass", "Yes"),
        ("**Result:** Pass\nin most cases", "\"Pass in most cases\""),
        ("**Result:** Pass\n- another line", "Yes"),
        ("<!-- Policy: A; Result: Pass -->", "Yes"),
        ("<b>Result:</b> Pass", "Yes"),
        ("|Result|By|\n|--|--|\n|Pass|us|", "Yes"),
        ("|By|**Result**|\n|--|--|\n|us|No|", "No"),
        ("|By|Result|\n|--|--|\n|us|Yes\\|no|", "\"Yes|no\""),
        ("|Field|Value|\n|--|--|\n|Result|Pass|", "Yes"),
        (
            "|Field|Value|\n|--|--|\n|**Result**|Pass \\| all|",
            "\"Pass | all\"",
        ),
        ("Field|Value\n--|--\nResult|Fail", "No"),
        ("```\nResult: Fail\n```\n**Result:** Pass", "Yes"),
        ("#### Details\n\n**Result:** Fail", "No"),
    ] {
        let text = format!("## Network\n\n### Firewall\n\n{line}\n");
        let expected = format!("# Network\n | Firewall | {expected}");
        assert_eq!(read(&text, &["Result"]), expected, "{line}");
    }
}

#[test]
fn a_number_or_code_at_the_front_is_the_label() {
    for (heading, expected) in [
        ("1.1.1 Use a firewall", "1.1.1 | Use a firewall | Yes"),
        ("NS-1: Use a firewall", "NS-1 | Use a firewall | Yes"),
        ("A.B.1.1v1", "A.B.1.1v1 | A firewall SHALL be used | Yes"),
        ("3rd-party code", " | 3rd-party code | Yes"),
    ] {
        let text = format!(
            "## Network\n\n### {heading}\nA firewall SHALL be used. It\nhelps.\n\nResult: Pass\n"
        );
        let expected = format!("# Network\n{expected}");
        assert_eq!(read(&text, &["Result"]), expected, "{heading}");
    }
    // A number in front of one title among many is part of it.
    let text = "## Network\n\n### 802.11 networks\n\nResult: Pass\n\n### Firewall\n\nResult: Pass\n\n### Tunnel\n\nResult: No\n";
    assert_eq!(
        read(text, &["Result"]),
        "# Network\n | 802.11 networks | Yes\n | Firewall | Yes\n | Tunnel | No"
    );
}

#[test]
fn what_is_said_of_a_control_is_under_its_heading() {
    let text = "\
# Benchmark

## 1 Network

### 1.1 Use a firewall

Result: Pass

**Rationale:** It keeps
others out.

- _Level:_ L1

### 1.2 Use a tunnel

Result: Fail

## 2 Storage

### Encrypt

#### 2.1 not one

### 2.2 Encrypt disks

Result: N/A

## Instructions

### 1.1 Instructions

1. Switch it on.

### 1.2 Instructions

1. Dig it.
";
    assert_eq!(
        read(text, &["Result"]),
        "\
# 1 Network
1.1 | Use a firewall | Yes | It keeps others out. | L1
1.2 | Use a tunnel | No
# 2 Storage
2.2 | Encrypt disks | NotApplicable
20: this heading isn't read as a control: no line under it begins with `Result:`, and no table under it has that column or row"
    );
}

#[test]
fn a_value_goes_on_to_the_next_name_or_heading() {
    for (lines, expected) in [
        ("**Rationale:** a\n\nb\n\n- c\n- d", "a b - c - d"),
        ("**Rationale:**\n\n- a\n  - b", "- a - b"),
        ("Rationale: these: a\n\nNote: b", "these: a Note: b"),
        ("**Rationale:** a\n\n**Audit:** b\n\nc", "a"),
        ("**Rationale:** a\n\n#### Steps\n\nb", "a"),
        (
            "**Rationale:** a\n\n```\n# b: c\n```\n\nd",
            "a ``` # b: c ``` d",
        ),
        // Names in a list are part of what isn't in one, unless they are bound.
        (
            "**Rationale:** a\n- **Loss:** b\n- **Theft:** c",
            "a - **Loss:** b - **Theft:** c",
        ),
        ("**Rationale:** a\n- **Level:** L1", "a | L1"),
        (
            "- _Rationale:_ a\n  - _Loss:_ b\n- _Note:_ c",
            "a - _Loss:_ b",
        ),
        (
            "- _Rationale:_ a\n\n  b\n- _Level:_ L1\n\n  L2",
            "a b | L1 L2",
        ),
        // On a table there's a remark.
        (
            "**Rationale:** a\n\n| p | q |\n|---|---|\n| b | c |\n\n---\n\nd",
            "a d\n9: the table headed `p | q` is left alone: the controls are headings",
        ),
        // An answer is its paragraph.
        (
            "**Rationale:** a\n\n**Result:** Fail\n\nb",
            "a\n9: this answer isn't read: the heading above it has another one, or isn't a control",
        ),
    ] {
        let text = format!("# N\n\n### A\n\nResult: Pass\n\n{lines}\n\n### B\n\nResult: No\n");
        let (first, remarks) = expected.split_once('\n').unwrap_or((expected, ""));
        let expected = format!("# N\n | A | Yes | {first}\n | B | No\n{remarks}");
        assert_eq!(read(&text, &["Result"]), expected.trim_end(), "{lines}");
    }
}

#[test]
fn without_an_answer_each_heading_of_the_level_is_a_control() {
    let text = "## Network\n\n### Firewall\n\n### Tunnel\n\nWhy: It hides.\n";
    assert_eq!(
        read(text, &[]),
        "# Network\n | Firewall | -\n | Tunnel | - | It hides."
    );
    // Where they have numbers, one without isn't.
    let text = "## Network\n\n### N-1 Firewall\n\n### N-2 Tunnel\n\n### See also\n";
    assert_eq!(
        read(text, &[]),
        "# Network\nN-1 | Firewall | -\nN-2 | Tunnel | -\n7: this heading isn't read as a control: most others begin with a number or code"
    );
}

#[test]
fn tables_that_nothing_is_read_from_have_a_remark() {
    let text =
        "## Network\n\n### Firewall\n\n|Result|\n|--|\n|Yes|\n\n|Port|Open|\n|--|--|\n|80|No|\n";
    assert_eq!(
        read(text, &["Result"]),
        "# Network\n | Firewall | Yes\n9: the table headed `Port | Open` is left alone: the controls are headings"
    );
}

#[test]
fn a_table_of_which_one_row_is_read_has_a_remark_about_the_others() {
    let text = "## N\n\n### A\n\n| Result | Why |\n|---|---|\n| Pass | a |\nText.\n| Fail | b |\n";
    assert_eq!(
        read(text, &["Result"]),
        "# N\n | A | Yes | a\n5: this table has 2 rows, and one of them is read"
    );
}

#[test]
fn a_table_of_two_columns_has_what_is_said_of_a_control_in_rows() {
    let text = "## N\n\n### A\n\n| Item | Detail |\n|---|---|\n| Level | 1 |\n| Result | Pass |\n| Why | a |\n| Code | c |\n| Why | b |\n\n### B\n\n| Result | Why |\n|---|---|\n| Result | Why |\n";
    assert_eq!(
        read(text, &["Result"]),
        "# N\n | A | Yes | a | 1\n | B | \"Result\" | Why\n5: this table has 5 rows, and 3 of them are read\n11: this isn't read: the same name is above it, under one heading"
    );
    // Three cells are no field and its value.
    let text = "## N\n\n### A\n\n| Item | Detail | By |\n|---|---|---|\n| Result | Pass | us |\n\n### B\n\nResult: No\n";
    assert!(!read(text, &["Result"]).contains("| A |"));
}

#[test]
fn a_line_below_a_header_row_is_no_row_of_it() {
    let text = "## N\n\n### A\n\n| X | Yes/No |\n|---|---|\nResult: No\n|\n";
    let read = read(text, &["Result"]);
    let expected = "# N\n | A | No\n5: the table headed `X | Yes/No` is left alone: the controls are headings\n";
    assert!(read.starts_with(expected), "{read}");
}

#[test]
fn an_underlined_heading_is_a_heading() {
    let text = "Page\n===\n\nA\nb\n---\n\nResult: Pass\n\nC\n---\n\nText.\n";
    let binding = Headings {
        level: 2,
        ..headings(&["Result"])
    };
    assert_eq!(
        shown(&read_bound(text, &Binding::Headings(binding)).unwrap()),
        "# Page\n | A b | Yes\n10: this heading isn't read as a control: no line under it begins with `Result:`, and no table under it has that column or row"
    );
}

#[test]
fn a_document_without_such_headings_says_which_there_are() {
    for (text, expected) in [
        (
            "# A\n\n## B\n\n#### C\n\nResult: Yes\n\n#### D\n",
            "no control is found: no heading has the level 3; the levels are 1 (1 heading), 2 (1 heading), 4 (2 headings)",
        ),
        (
            "# A\n\n### C\n\nOutcome: Yes\n\n### D\n",
            "no control is found: none of the 2 headings of level 3 has a line under it that begins with `Result:`, or a table of one row with that column",
        ),
        (
            "text\n",
            "no control is found: the document has no headings",
        ),
    ] {
        assert_eq!(read(text, &["Result"]), expected, "{text}");
    }
}

#[test]
fn a_blank_answer_means_what_the_binding_says() {
    let text = "## Network\n\n### Firewall\n\n**Result:**\n\n### Tunnel\n\nResult: Yes\n";
    let mut binding = headings(&["Result"]);
    let error = read_bound(text, &Binding::Headings(binding.clone())).unwrap_err();
    assert!(
        matches!(&error, ReadError::Blank { place, .. } if place.line == 3),
        "{error:?}"
    );
    binding.words = Words {
        blank: Some(Blank::Unanswered),
        ..Words::default()
    };
    let document = read_bound(text, &Binding::Headings(binding)).unwrap();
    assert_eq!(
        shown(&document),
        "# Network\n | Firewall | Unanswered\n | Tunnel | Yes"
    );
}

#[test]
fn an_answer_that_no_control_has_has_a_remark() {
    let remark = "this answer isn't read: the heading above it has another one, or isn't a control";
    for (line, between, heading) in [
        (9, "", ""),
        (11, "#### 1.2 B\n\n", ""),
        (11, "**1.2 B**\n\n", ""),
        (11, "## 1.2 B\n\n", "# 1.2 B\n"),
    ] {
        let text = format!(
            "# N\n\n### 1.1 A\n\n**Result:** Pass\n\nText.\n\n{between}**Result:** Fail\n\n### 1.3 C\n\n**Result:**\n\nPass\n"
        );
        assert_eq!(
            read(&text, &["Result"]),
            format!("# N\n1.1 | A | Yes\n{heading}1.3 | C | Yes\n{line}: {remark}"),
            "{text}"
        );
    }
}

#[test]
fn a_heading_with_a_known_label_and_other_words_has_a_remark() {
    for (titles, remarks) in [
        (&["1.1 Instructions", "1.2 Instructions"][..], 0),
        (&["1.1 Encryption"], 1),
        (&["1.1 Encryption", "1.2 Instructions"], 2),
        (&["1.1 A"], 0),
        (&["1.1 Something else"], 1),
    ] {
        let others = titles
            .iter()
            .map(|title| format!("### {title}\n\nText.\n\n"));
        let others = others.collect::<Vec<_>>().concat();
        let answered = "**Result:** Pass\n\n";
        let text = format!("# N\n\n### 1.1 A\n\n{answered}### 1.2 B\n\n{answered}{others}");
        let shown = read(&text, &["Result"]);
        assert_eq!(
            shown.matches("isn't read as a control").count(),
            remarks,
            "{shown}"
        );
    }
}

#[test]
fn how_to_set_up_a_control_is_no_second_one() {
    let text = "# S\n\n## Policies\n\n### A.1v1\n\nUse it.\n\n### A.2v1\n\nLog it.\n\n## Implementation\n\n### A.1v1 Instructions\n\nDo it.\n\n### A.2v1 Is not this one\n\nText.\n";
    assert_eq!(
        read(text, &[]),
        "# Policies\nA.1v1 | Use it | -\nA.2v1 | Log it | -\n# Implementation\nA.2v1 | Is not this one | -\n15: this heading isn't read as a control: it begins with the label of an earlier one, `A.1v1`\n19: the label `A.2v1` is on line 9 too"
    );
}

#[test]
fn what_is_said_twice_or_too_deep_has_a_remark() {
    let text =
        "# N\n\n### 1.1 A\n\n**Result:** Pass\n\n**Rationale:** One.\n\n**Rationale:** Two.\n";
    assert_eq!(
        read(text, &["Result"]),
        "# N\n1.1 | A | Yes | One.\n9: this isn't read: the same name is above it, under one heading"
    );
    let text = "# N\n\n### 1.1 A\n\nText.\n\n#### 1.1.1 Part\n\n### 1.2 B\n\nText.\n\n#### 1.3 C\n\nText.\n";
    assert_eq!(
        read(text, &[]),
        "# N\n1.1 | A | -\n1.2 | B | -\n13: this heading isn't read as a control: its level is 4"
    );
}

#[test]
fn a_heading_that_is_not_read_says_how_its_answer_may_be_called() {
    for (under, expected) in [
        ("**Result:** Pass", &["Verdict", "Result"][..]),
        ("- _Outcome_: Pass", &["Verdict", "Outcome"]),
        (
            "| Field | Value |\n|---|---|\n| Owner | Ann |\n| State | Pass |",
            &["Verdict", "State"],
        ),
        (
            "| Owner | Met |\n|---|---|\n| Ann | Yes |",
            &["Verdict", "Met"],
        ),
        // What the others have as well is no answer.
        ("**Owner:** Ann", &["Verdict"]),
        ("Note: this is a sentence.", &["Verdict"]),
        ("```\n**Result:** Pass\n```", &["Verdict"]),
    ] {
        let text = format!(
            "# N\n\n### 1.1 A\n\n**Owner:** Bob\n\n**Verdict:** Pass\n\n### 1.2 B\n\n{under}\n"
        );
        let binding = Binding::Headings(Headings {
            level: 3,
            answer: vec!["Verdict".to_owned()],
            ..Headings::default()
        });
        let document = read_bound(&text, &binding).unwrap();
        let [unread] = &document.unread[..] else {
            panic!("{text}");
        };
        assert_eq!(unread.spellings, expected, "{under}");
        assert_eq!(
            (unread.label.as_deref(), &*unread.title),
            (Some("1.2"), "B")
        );
        assert_eq!(unread.remedy().is_some(), expected.len() > 1, "{under}");
    }
}

#[test]
fn a_list_item_says_what_is_in_it() {
    for (list, expected) in [
        ("* Why: One\n* Owner: Ann\n* Result: Pass", "One"),
        ("- Why: One\n  goes on\n- Result: Pass", "One goes on"),
        ("- Why: One\n  - more\n- Result: Pass", "One - more"),
        ("- Why: One\n- see also two\n- Result: Pass", "One"),
        // What follows a name without anything in its line is a list of its own.
        (
            "- **Why:**\n- one\n- two\n- **Result:** Pass",
            "- one - two",
        ),
        ("Why: One\n- two\n\nResult: Pass", "One - two"),
    ] {
        let text = format!("# N\n\n### 1.1 A\n\n{list}\n");
        let shown = read(&text, &["Result"]);
        assert_eq!(
            shown.lines().nth(1),
            Some(&*format!("1.1 | A | Yes | {expected}")),
            "{list}"
        );
    }
}

#[test]
fn a_code_that_is_marked_is_a_label() {
    for (one, other) in [
        ("`S-1`: Encryption", "`S-2` Deletion"),
        ("**S-1** Encryption", "**S-2:** Deletion"),
        ("**S-1 Encryption**", "**S-2 Deletion**"),
        ("_S-1_ - Encryption", "__S-2__ - Deletion"),
    ] {
        let text = format!("# A\n\n### {one}\n\nResult: Yes\n\n### {other}\n\nResult: No\n");
        let expected = "# A\nS-1 | Encryption | Yes\nS-2 | Deletion | No";
        assert_eq!(read(&text, &["Result"]), expected, "{one}");
    }
}
