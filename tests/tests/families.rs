//! Documents of other families than that of 2019, each with the binding that a person would write for it: all of their rows
//! are read, and what they say is what is written in the document.
//!
//! The documents are read where they are beside the checkout. Rows and cells are found a second time here, by a few lines
//! that know nothing of the reader.

use std::{collections::HashSet, fs, path::Path, process::Command};

use controls_document::{
    Answer, Binding, Change, Document, compare, folded, plain_text, read, read_bound,
};
use controls_dsl::{
    Frame, Names, are_named_after_labels, binding, definition, label_name, propose,
};
use controls_tests::{corpus, workspace};

/// A document and its binding, in the words of the attributes.
struct Case {
    file: &'static str,
    columns: &'static str,
    answers: Option<&'static str>,
    /// What the header rows of its tables have among their headings, and how many of their rows are controls.
    headings: &'static [&'static str],
    rows: usize,
    /// The headings of the columns that are compared.
    title: &'static str,
    answer: Option<&'static str>,
    /// How many rows answer yes, no, not applicable, not at all, and with another text.
    kinds: [usize; 5],
}

const CIS_KUBERNETES: &str = r#"label = "CIS ID", title = "Recommendation description", answer = "Status", also = ["Assessment status", "Level"]"#;
const CIS_KUBERNETES_2025: &str = r#"label = "CIS ID", title = "Recommendation description", answer = "Status", notes = "Reason", also = ["Assessment status", "Level"]"#;
const CIS_UBUNTU: &str = r#"label = "CIS paragraph number", title = "Recommendation description", answer = "Status", notes = "Reason""#;
const ASVS_4: &str =
    r##"label = "#", title = "Description", also = ["L1", "L2", "L3", "CWE", "NIST §"]"##;

const CASES: &[Case] = &[
    Case {
        file: "aks-cis/cis-kubernetes-2024-08-30.md",
        columns: CIS_KUBERNETES,
        answers: None,
        headings: &["CIS ID"],
        rows: 130,
        title: "Recommendation description",
        answer: Some("Status"),
        kinds: [60, 8, 23, 0, 39],
    },
    Case {
        file: "aks-cis/cis-kubernetes-2025-05-20.md",
        columns: CIS_KUBERNETES_2025,
        answers: None,
        headings: &["CIS ID"],
        rows: 130,
        title: "Recommendation description",
        answer: Some("Status"),
        kinds: [59, 9, 23, 0, 39],
    },
    Case {
        file: "aks-cis/cis-kubernetes-2025-08-05.md",
        columns: CIS_KUBERNETES_2025,
        answers: None,
        headings: &["CIS ID"],
        rows: 132,
        title: "Recommendation description",
        answer: Some("Status"),
        kinds: [61, 8, 23, 0, 40],
    },
    Case {
        file: "aks-cis/cis-ubuntu-2025-10-29.md",
        columns: CIS_UBUNTU,
        answers: None,
        headings: &["CIS paragraph number"],
        rows: 254,
        title: "Recommendation description",
        answer: Some("Status"),
        kinds: [209, 5, 2, 0, 38],
    },
    Case {
        file: "aks-cis/cis-ubuntu-2026-06-11.md",
        columns: CIS_UBUNTU,
        answers: None,
        headings: &["CIS paragraph number"],
        rows: 618,
        title: "Recommendation description",
        answer: Some("Status"),
        kinds: [440, 108, 4, 0, 66],
    },
    Case {
        file: "aks-cis/cis-windows-2024-08-01.md",
        columns: CIS_UBUNTU,
        answers: None,
        headings: &["CIS paragraph number"],
        rows: 229,
        title: "Recommendation description",
        answer: Some("Status"),
        kinds: [157, 61, 11, 0, 0],
    },
    Case {
        file: "product-compliance/pipelock-nist-800-53.md",
        columns: r#"label = "Control", title = "Name", answer = "Coverage", notes = "Pipelock Feature""#,
        answers: Some(r#"yes = "Strong", no = "None""#),
        headings: &["Name", "Coverage"],
        rows: 34,
        title: "Name",
        answer: Some("Coverage"),
        kinds: [24, 0, 0, 0, 10],
    },
    Case {
        file: "product-compliance/bindy-slsa.md",
        columns: r#"title = "Requirement", answer = "Status", notes = "Evidence""#,
        answers: None,
        headings: &["Requirement", "Status", "Evidence"],
        rows: 6,
        title: "Requirement",
        answer: Some("Status"),
        kinds: [5, 0, 0, 0, 1],
    },
    Case {
        file: "product-compliance/edgesentry-compliance-matrix.md",
        columns: r#"title = "Principle", notes = "SS 711:2025 Requirement", answer = "Status""#,
        answers: None,
        headings: &["Principle"],
        rows: 4,
        title: "Principle",
        answer: Some("Status"),
        kinds: [0, 0, 0, 0, 4],
    },
    Case {
        file: "otel-compliance/2023-08-24.md",
        columns: r#"title = "Feature", answer = "Go", also = ["Java", "Python"]"#,
        answers: Some(r#"yes = "+", no = "-", blank = unanswered"#),
        headings: &["Feature", "Go", "Java", "Python"],
        rows: 312,
        title: "Feature",
        answer: Some("Go"),
        kinds: [192, 33, 12, 75, 0],
    },
    Case {
        file: "otel-compliance/2026-08-10.md",
        columns: r#"title = "Feature", answer = "Go", also = ["Java", "Python"]"#,
        answers: Some(r#"yes = "+", no = "-", blank = unanswered"#),
        headings: &["Feature", "Go", "Java", "Python"],
        rows: 326,
        title: "Feature",
        answer: Some("Go"),
        kinds: [265, 32, 12, 17, 0],
    },
    Case {
        file: "owasp-asvs/4.0.1-en/0x11-V2-Authentication.md",
        columns: ASVS_4,
        answers: None,
        headings: &["#", "Description", "L1"],
        rows: 57,
        title: "Description",
        answer: None,
        kinds: [0; 5],
    },
    Case {
        file: "owasp-asvs/4.0.3-en/0x11-V2-Authentication.md",
        columns: ASVS_4,
        answers: None,
        headings: &["#", "Description", "L1"],
        rows: 57,
        title: "Description",
        answer: None,
        kinds: [0; 5],
    },
    Case {
        file: "owasp-asvs/4.0.3-fr/0x11-V2-Authentication.md",
        columns: ASVS_4,
        answers: None,
        headings: &["#", "Description", "L1"],
        rows: 57,
        title: "Description",
        answer: None,
        kinds: [0; 5],
    },
    Case {
        file: "owasp-asvs/5.0.0-en/0x15-V6-Authentication.md",
        columns: r##"label = "#", title = "Description", also = ["Level"]"##,
        answers: None,
        headings: &["#", "Description", "Level"],
        rows: 47,
        title: "Description",
        answer: None,
        kinds: [0; 5],
    },
    Case {
        file: "owasp-masvs/1.2-en/0x07-V2-Data_Storage_and_Privacy_requirements.md",
        columns: r#"label = "MSTG-ID", title = "Description", answer = "L1", also = ["L2"]"#,
        answers: Some(r#"yes = "✓", blank = no"#),
        headings: &["MSTG-ID"],
        rows: 15,
        title: "Description",
        answer: Some("L1"),
        kinds: [7, 8, 0, 0, 0],
    },
    Case {
        file: "owasp-masvs/1.5.0-en/0x07-V2-Data_Storage_and_Privacy_requirements.md",
        columns: r#"label = "MSTG-ID", title = "Description", answer = "L1", also = ["L2"]"#,
        answers: Some(r#"yes = "x", blank = no"#),
        headings: &["MSTG-ID"],
        rows: 15,
        title: "Description",
        answer: Some("L1"),
        kinds: [8, 7, 0, 0, 0],
    },
    Case {
        file: "wasmtime/stability-wasm-proposals.md",
        columns: r#"title = "Proposal", answer = "Phase 4", also = ["Tests", "Finished", "Fuzzed", "API", "C API"]"#,
        answers: None,
        headings: &["Proposal", "Phase 4"],
        rows: 21,
        title: "Proposal",
        answer: Some("Phase 4"),
        kinds: [18, 3, 0, 0, 0],
    },
    Case {
        file: "iceberg-status/status.md",
        columns: r#"title = 1, answer = "Java", also = ["PyIceberg", "Rust", "Go", "C++"]"#,
        answers: Some(r#"yes = "Y", no = "N""#),
        headings: &["Java", "PyIceberg"],
        rows: 182,
        title: "",
        answer: Some("Java"),
        kinds: [182, 0, 0, 0, 0],
    },
    Case {
        file: "rust-platform-support/2020-08-05.md",
        columns: r#"title = "target", answer = "cargo", notes = "notes", also = ["std", "rustc"]"#,
        answers: Some(r#"yes = "✓", blank = no"#),
        headings: &["target", "cargo"],
        rows: 157,
        title: "target",
        answer: Some("cargo"),
        kinds: [36, 121, 0, 0, 0],
    },
    Case {
        file: "cra/standards.md",
        columns: r#"label = "Number", title = "Description", documentation = "CRA Link", also = ["CEN/CENELEC", "ETSI"]"#,
        answers: None,
        headings: &["Number", "CEN/CENELEC"],
        rows: 41,
        title: "Description",
        answer: None,
        kinds: [0; 5],
    },
    Case {
        file: "canada-guardrails/EN-00_Applicable-Scope.md",
        columns: r#"label = "Identifier (ID)", title = "Guardrail", also = ["Applicable Service Models"]"#,
        answers: None,
        headings: &["Guardrail"],
        rows: 13,
        title: "Guardrail",
        answer: None,
        kinds: [0; 5],
    },
    Case {
        file: "canada-guardrails/EN-02_Manage-Access.md",
        columns: r#"title = "Activity", notes = "Validation""#,
        answers: None,
        headings: &["Activity", "Validation"],
        rows: 10,
        title: "Activity",
        answer: None,
        kinds: [0; 5],
    },
    Case {
        file: "openssf-s2c2f/framework.md",
        columns: r#"label = "Requirement ID", title = "Requirement Title", notes = "Benefit", also = ["Practice", "Maturity Level"]"#,
        answers: None,
        headings: &["Practice", "Benefit"],
        rows: 25,
        title: "Requirement Title",
        answer: None,
        kinds: [0; 5],
    },
];

impl Case {
    fn binding(&self) -> Binding {
        binding(Some(self.columns), self.answers, None)
            .unwrap_or_else(|error| panic!("{}: {error:?}", self.file))
    }

    /// The cells of the rows of its tables, under the headings that are compared: a title and an answer.
    fn cells(&self, text: &str) -> Vec<(String, String)> {
        let lines: Vec<&str> = text.lines().collect();
        let mut rows = Vec::new();
        let mut at = 0;
        while at + 1 < lines.len() {
            let headings = split(lines[at]);
            let is_header = is_delimiter(lines[at + 1])
                && self
                    .headings
                    .iter()
                    .all(|heading| headings.iter().any(|one| one == heading));
            at += 1;
            if !is_header {
                continue;
            }
            let column = |name: &str| headings.iter().position(|heading| heading == name);
            let title = column(self.title).unwrap_or(0);
            let answer = self.answer.and_then(column);
            at += 1;
            while at < lines.len() && lines[at].contains('|') {
                let cells = split(lines[at]);
                let cell = |column: usize| cells.get(column).cloned().unwrap_or_default();
                let repeats = cells.iter().skip(1).eq(headings.iter().skip(1));
                // A label and a title alone are a heading, and so is a title alone with which the next one begins.
                let next = lines
                    .get(at + 1)
                    .map(|line| cell_at(line, title))
                    .unwrap_or_default();
                let is_group = if self.columns.starts_with("label") {
                    cells.iter().skip(2).all(String::is_empty)
                } else {
                    cells.iter().skip(1).all(String::is_empty) && next.starts_with(&cell(title))
                };
                if !repeats && !is_group {
                    rows.push((cell(title), answer.map_or_else(String::new, cell)));
                }
                at += 1;
            }
        }
        rows
    }
}

fn is_delimiter(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.chars().all(|c| " |:-".contains(c))
}

fn cell_at(line: &str, column: usize) -> String {
    split(line).into_iter().nth(column).unwrap_or_default()
}

/// The cells of a line, as plain text.
fn split(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let line = line.replace("\\|", "\u{1}");
    line.split('|')
        .map(|cell| bare(&cell.replace('\u{1}', "|")))
        .collect()
}

/// A cell without its marks, for the two readings of it to be compared.
fn bare(text: &str) -> String {
    let text = plain_text(text)
        .replace(['*', '_', '`'], "")
        .replace("&nbsp;", " ");
    folded(&text).into_owned()
}

fn kinds(document: &Document<'_>) -> [usize; 5] {
    let mut kinds = [0; 5];
    for (_, control) in document.controls() {
        let kind = match control.answer().map(Answer::verdict) {
            Some("Yes") => 0,
            Some("No") => 1,
            Some("NotApplicable") => 2,
            Some("Unanswered") => 3,
            Some(_) => 4,
            None => continue,
        };
        kinds[kind] += 1;
    }
    kinds
}

#[test]
fn each_row_of_each_family_is_read() {
    let corpus = corpus();
    if corpus.is_empty() {
        println!("there are no real documents beside this checkout: nothing is read");
        return;
    }
    let mut lost = Vec::new();
    for case in CASES {
        let (_, text) = corpus
            .iter()
            .find(|(path, _)| path.ends_with(case.file))
            .expect(case.file);
        let document = match read_bound(text, &case.binding()) {
            Ok(document) => document,
            Err(error) => {
                lost.push(format!("{}: {error}", case.file));
                continue;
            }
        };
        let mut cells = case.cells(text);
        assert_eq!(
            cells.len(),
            case.rows,
            "{}: this test counts wrongly",
            case.file
        );
        let mut read: Vec<(String, String)> = document
            .controls()
            .map(|(_, control)| {
                let answer = if case.answer.is_some() {
                    bare(&control.answer.text)
                } else {
                    String::new()
                };
                (bare(&control.title.text), answer)
            })
            .collect();
        let counted = kinds(&document);
        println!(
            "{}: {} sections, {} rows, answers {counted:?}, {} remarks",
            case.file,
            document.sections.len(),
            document.count(),
            document.remarks.len()
        );
        // A section that goes on after one within it is one section.
        read.sort();
        cells.sort();
        if read != cells {
            let at = read
                .iter()
                .zip(&cells)
                .take_while(|(one, other)| one == other)
                .count();
            lost.push(format!(
                "{}: {} rows of {}, from row {at} on: {:?} for {:?}",
                case.file,
                read.len(),
                cells.len(),
                read.get(at),
                cells.get(at)
            ));
        } else if case.answer.is_some() && counted != case.kinds {
            lost.push(format!(
                "{}: answers {counted:?} for {:?}",
                case.file, case.kinds
            ));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// A document whose controls are headings, and its binding in the words of the attribute.
struct HeadingCase {
    file: &'static str,
    headings: &'static str,
    /// What a heading begins with that is a control, and what a line under it has with its answer.
    start: &'static str,
    answer: &'static str,
    /// How many controls there are, and how many answer yes, no, not applicable, not at all, and with another text.
    rows: usize,
    kinds: [usize; 5],
}

const HEADING_CASES: &[HeadingCase] = &[
    HeadingCase {
        file: "rke2-cis/cis_self_assessment110.md",
        headings: r#"level = 4, answer = "Result", notes = "Rationale""#,
        start: "#### ",
        answer: "**Result:** ",
        rows: 130,
        kinds: [89, 0, 5, 0, 36],
    },
    HeadingCase {
        file: "rke2-cis/cis_self_assessment112.md",
        headings: r#"level = 4, answer = "Result", notes = "Rationale""#,
        start: "#### ",
        answer: "**Result:** ",
        rows: 131,
        kinds: [81, 0, 5, 0, 45],
    },
    HeadingCase {
        file: "cisa-scuba/aad.md",
        headings: r#"level = 4, answer = "Criticality", notes = "Rationale""#,
        start: "#### MS.AAD.",
        answer: "Criticality: ",
        rows: 34,
        kinds: [0, 0, 0, 0, 34],
    },
    HeadingCase {
        file: "cisa-scuba/teams-v1.0.0.md",
        headings: r#"level = 4, answer = "Criticality", notes = "Rationale""#,
        start: "#### MS.TEAMS.",
        answer: "Criticality: ",
        rows: 21,
        kinds: [0, 0, 0, 0, 21],
    },
    HeadingCase {
        file: "cisa-scuba/teams.md",
        headings: r#"level = 4, answer = "Criticality", notes = "Rationale""#,
        start: "#### MS.TEAMS.",
        answer: "Criticality: ",
        rows: 14,
        kinds: [0, 0, 0, 0, 14],
    },
    HeadingCase {
        file: "azure-baselines/azure-monitor-mcsb-2024-02.md",
        headings: r#"level = 5, answer = "Supported""#,
        start: "##### ",
        answer: "| Supported |",
        rows: 19,
        kinds: [13, 6, 0, 0, 0],
    },
    HeadingCase {
        file: "azure-baselines/load-balancer-v3-2022-09.md",
        headings: r#"level = 5, answer = "Supported""#,
        start: "##### ",
        answer: "| Supported |",
        rows: 3,
        kinds: [3, 0, 0, 0, 0],
    },
    HeadingCase {
        file: "openssf-osps/2026-02-19.md",
        headings: r#"level = 4, notes = "Recommendation""#,
        start: "#### OSPS-",
        answer: "",
        rows: 65,
        kinds: [0; 5],
    },
    HeadingCase {
        file: "slsa/build-requirements.md",
        headings: "level = 3",
        start: "### ",
        answer: "",
        rows: 7,
        kinds: [0; 5],
    },
];

/// Documents of which no catalog can be made.
const UNREADABLE: &[&str] = &[
    "azure-regulatory/aks-security-controls-policy.md",
    "azure-secure-your/secure-key-vault.md",
];

impl HeadingCase {
    fn binding(&self) -> Binding {
        binding(None, None, Some(self.headings))
            .unwrap_or_else(|error| panic!("{}: {error:?}", self.file))
    }

    /// The lines of the headings under which there's an answer.
    fn lines(&self, text: &str) -> Vec<u32> {
        let mut found = Vec::new();
        let mut open: Option<u32> = None;
        let mut fence = false;
        for (number, line) in (1..).zip(text.lines()) {
            fence ^= line.starts_with("```");
            if line.starts_with('#') && !fence {
                open = line.starts_with(self.start).then_some(number);
            }
            if line.contains(self.answer) {
                found.extend(open.take());
            }
        }
        found
    }
}

#[test]
fn each_control_that_is_a_heading_is_read() {
    let corpus = corpus();
    for case in HEADING_CASES {
        let Some((_, text)) = corpus.iter().find(|(path, _)| path.ends_with(case.file)) else {
            println!("{} isn't beside this checkout: it isn't read", case.file);
            continue;
        };
        let file = case.file;
        let document =
            read_bound(text, &case.binding()).unwrap_or_else(|error| panic!("{file}: {error}"));
        let counted = kinds(&document);
        println!(
            "{file}: {} sections, {} controls, answers {counted:?}, {} remarks",
            document.sections.len(),
            document.count(),
            document.remarks.len()
        );
        assert_eq!(counted, case.kinds, "{file}");
        assert_eq!(document.count(), case.rows, "{file}");
        let lines = document.controls();
        let lines = lines.map(|(_, control)| control.label_place().line);
        assert_eq!(lines.collect::<Vec<_>>(), case.lines(text), "{file}");
    }
}

#[test]
fn each_document_of_another_family_is_read_or_refused() {
    let known: HashSet<&str> = CASES
        .iter()
        .map(|case| case.file)
        .chain(HEADING_CASES.iter().map(|case| case.file))
        .chain(UNREADABLE.iter().copied())
        .collect();
    for (path, text) in corpus() {
        let Some((_, file)) = path
            .to_str()
            .and_then(|path| path.split_once("other-families/"))
        else {
            continue;
        };
        assert!(known.contains(file), "{file} is in none of the tables");
        if UNREADABLE.contains(&file) {
            let error = read(&text).unwrap_err().to_string();
            assert!(
                error.contains("has no tables, only text"),
                "{file}: {error}"
            );
        }
    }
}

/// What a comparison of two editions says of rows, by their labels.
fn told(old: &Document<'_>, new: &Document<'_>) -> Vec<String> {
    let (old, new) = (old.outline(), new.outline());
    let comparison = compare(old.clone(), new.clone());
    let was = |row: usize| old.rows[row].label;
    let is = |row: usize| new.rows[row].label;
    let told = comparison.changes().iter().filter_map(|change| {
        Some(match *change {
            Change::Added { new } => format!("+ {}", is(new)),
            Change::Removed { old, .. } => format!("- {}", was(old)),
            Change::Recycled { new, .. } => format!("! {}", is(new)),
            Change::Label { old, new } => format!("{} -> {}", was(old), is(new)),
            Change::Retitled { old, new, .. } => format!("{} ~ {}", was(old), is(new)),
            Change::Moved { old, new } => format!("{} > {}", was(old), is(new)),
            _ => return None,
        })
    });
    told.collect()
}

#[test]
fn editions_whose_controls_are_headings_are_paired_as_a_person_pairs_them() {
    let corpus = corpus();
    for (old, new, headings, expected) in [
        (
            "rke2-cis/cis_self_assessment110.md",
            "rke2-cis/cis_self_assessment112.md",
            r#"level = 4, answer = "Result""#,
            // One control has gone, and those after it have its number and the next ones.
            &[
                "1.1.20 ~ 1.1.20",
                "+ 1.2.30",
                "4.2.4 ~ 4.2.4",
                "+ 4.2.14",
                "5.1.1 ~ 5.1.1",
                "5.1.2 ~ 5.1.2",
                "5.1.3 ~ 5.1.3",
                "5.1.4 ~ 5.1.4",
                "5.1.5 ~ 5.1.5",
                "5.1.6 ~ 5.1.6",
                "- 5.2.9",
                "! 5.2.9",
                "! 5.2.10",
                "! 5.2.11",
                "! 5.2.12",
                "5.2.13 -> 5.2.12",
                "5.7.1 -> 5.6.1",
                "5.7.2 -> 5.6.2",
                "5.7.3 -> 5.6.3",
                "5.7.4 -> 5.6.4",
            ][..],
        ),
        (
            "cisa-scuba/teams-v1.0.0.md",
            "cisa-scuba/teams.md",
            r#"level = 4, answer = "Criticality""#,
            // Sections that are all called `Policies` are known by their rows: none of those has moved.
            &[
                "MS.TEAMS.1.2v1 -> MS.TEAMS.1.2v2",
                "- MS.TEAMS.1.7v1",
                "+ MS.TEAMS.1.7v2",
                "MS.TEAMS.2.1v1 -> MS.TEAMS.2.1v2",
                "MS.TEAMS.2.2v1 -> MS.TEAMS.2.2v2",
                "MS.TEAMS.2.3v1 -> MS.TEAMS.2.3v2",
                "- MS.TEAMS.3.1v1",
                "MS.TEAMS.5.1v1 -> MS.TEAMS.5.1v2",
                "MS.TEAMS.5.2v1 -> MS.TEAMS.5.2v2",
                "MS.TEAMS.5.3v1 -> MS.TEAMS.5.3v2",
                "- MS.TEAMS.6.1v1",
                "- MS.TEAMS.6.2v1",
                "- MS.TEAMS.7.1v1",
                "- MS.TEAMS.7.2v1",
                "- MS.TEAMS.8.1v1",
                "- MS.TEAMS.8.2v1",
            ],
        ),
    ] {
        let text = |file: &str| corpus.iter().find(|(path, _)| path.ends_with(file));
        let (Some((_, was)), Some((_, is))) = (text(old), text(new)) else {
            continue;
        };
        let binding = binding(None, None, Some(headings)).unwrap();
        let (was, is) = (
            read_bound(was, &binding).unwrap(),
            read_bound(is, &binding).unwrap(),
        );
        assert_eq!(told(&was, &is), expected, "{new}");
    }
}

/// The catalog of a document, its rows named after their labels or titles.
fn catalog(file: &str, binding: &Binding, name: &str, document: &Document<'_>) -> String {
    let titles: Vec<(&str, &str)> = document
        .controls()
        .map(|(section, control)| (&*section.title, &*control.title.text))
        .collect();
    let labels = document.controls().map(|(_, control)| {
        let label = control.label.as_ref()?;
        label_name(&label.text).filter(|_| are_named_after_labels(document))
    });
    let labels: Option<Vec<String>> = labels.collect();
    // Of two releases on one page, each has the labels of the other.
    let labels = labels.filter(|all| all.iter().collect::<HashSet<_>>().len() == all.len());
    let names = Names {
        sections: (1..=document.sections.len())
            .map(|at| format!("Section{at}"))
            .collect(),
        rows: labels.unwrap_or_else(|| propose(&titles, &HashSet::new())),
    };
    let frame = Frame {
        name,
        about: file,
        document: &format!("../{name}.md"),
        heading: None,
        published: None,
        binding,
    };
    definition(&frame, &names, document).expect("there is a name for each section and each row")
}

#[test]
fn a_catalog_of_each_family_compiles() {
    let corpus = corpus();
    if corpus.is_empty() {
        println!("there are no real documents beside this checkout: nothing is compiled");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("families");
    fs::create_dir_all(folder.join("src")).unwrap();
    let core = workspace().join("controls-core");
    let manifest = format!(
        "[package]\nname = \"families\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\ncontrols-core = {{ path = {core:?} }}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let mut library = String::new();
    let tables = CASES.iter().map(|case| (case.file, case.binding()));
    let headings = HEADING_CASES.iter().map(|case| (case.file, case.binding()));
    for (at, (file, binding)) in tables.chain(headings).enumerate() {
        let found = corpus.iter().find(|(path, _)| path.ends_with(file));
        let (_, text) = found.expect(file);
        let name = format!("Family{at}");
        let document = read_bound(text, &binding).unwrap();
        fs::write(folder.join(format!("{name}.md")), text).unwrap();
        library += &catalog(file, &binding, &name, &document);
        library.push('\n');
    }
    fs::write(folder.join("src/lib.rs"), library).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
