//! Documents whose controls are headings, and where a few lines that know nothing of the reader find them.

use controls_document::Binding;
use controls_dsl::binding;

/// A document whose controls are headings, and its binding in the words of the attribute.
pub(crate) struct HeadingCase {
    pub(crate) file: &'static str,
    pub(crate) headings: &'static str,
    /// What a heading begins with that is a control, and what a line under it has with its answer.
    pub(crate) start: &'static str,
    pub(crate) answer: &'static str,
    /// How many controls there are, and how many answer yes, no, not applicable, not at all, and with another text.
    pub(crate) rows: usize,
    pub(crate) kinds: [usize; 5],
}

pub(crate) const HEADING_CASES: &[HeadingCase] = &[
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

impl HeadingCase {
    pub(crate) fn binding(&self) -> Binding {
        binding(None, None, Some(self.headings))
            .unwrap_or_else(|error| panic!("{}: {error:?}", self.file))
    }

    /// The lines of the headings under which there's an answer.
    pub(crate) fn lines(&self, text: &str) -> Vec<u32> {
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
