//! Documents whose controls are rows, and what a few lines that know nothing of the reader find in them.

use controls_document::{Binding, folded, plain_text};
use controls_dsl::binding;

/// A document and its binding, in the words of the attributes.
pub(crate) struct Case {
    pub(crate) file: &'static str,
    pub(crate) columns: &'static str,
    pub(crate) answers: Option<&'static str>,
    /// What the header rows of its tables have among their headings, and how many of their rows are controls.
    pub(crate) headings: &'static [&'static str],
    pub(crate) rows: usize,
    /// The headings of the columns that are compared.
    pub(crate) title: &'static str,
    pub(crate) answer: Option<&'static str>,
    /// How many rows answer yes, no, not applicable, not at all, and with another text.
    pub(crate) kinds: [usize; 5],
}

const CIS_KUBERNETES: &str = r#"label = "CIS ID", title = "Recommendation description", answer = "Status", also = ["Assessment status", "Level"]"#;
const CIS_KUBERNETES_2025: &str = r#"label = "CIS ID", title = "Recommendation description", answer = "Status", notes = "Reason", also = ["Assessment status", "Level"]"#;
const CIS_UBUNTU: &str = r#"label = "CIS paragraph number", title = "Recommendation description", answer = "Status", notes = "Reason""#;
const ASVS_4: &str =
    r##"label = "#", title = "Description", also = ["L1", "L2", "L3", "CWE", "NIST §"]"##;

pub(crate) const CASES: &[Case] = &[
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
    pub(crate) fn binding(&self) -> Binding {
        binding(Some(self.columns), self.answers, None)
            .unwrap_or_else(|error| panic!("{}: {error:?}", self.file))
    }

    /// The cells of the rows of its tables, under the headings that are compared: a title and an answer.
    pub(crate) fn cells(&self, text: &str) -> Vec<(String, String)> {
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
pub(crate) fn bare(text: &str) -> String {
    let text = plain_text(text)
        .replace(['*', '_', '`'], "")
        .replace("&nbsp;", " ");
    folded(&text).into_owned()
}
