//! What is proposed for real documents, where they are at hand.

use std::{
    fs,
    path::{Path, PathBuf},
};

use controls_document::{Binding, Column, read_bound};
use controls_dsl::binding_attributes;

use super::Proposal;

fn corpus() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|of| of == "md") && !path.ends_with("README.md")
            {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    files
}

#[test]
fn the_proposal_for_a_real_document_is_what_a_person_would_write() {
    for (path, text) in corpus() {
        let proposal = Proposal::of(&text);
        for (name, label, title, answer, notes) in [
            (
                "cis-kubernetes-2025-08-05.md",
                "CIS ID",
                "Recommendation description",
                "Status",
                "Reason",
            ),
            (
                "cis-kubernetes-2024-08-30.md",
                "CIS ID",
                "Recommendation description",
                "Status",
                "",
            ),
            (
                "cis-ubuntu-2026-06-11.md",
                "CIS paragraph number",
                "Recommendation description",
                "Status",
                "Reason",
            ),
            ("pipelock-nist-800-53.md", "Control", "Name", "Coverage", ""),
            ("status.md", "", "Table Operation", "Java", ""),
            ("bindy-slsa.md", "", "Requirement", "Level 1", ""),
            (
                "1.2-en/0x07-V2-Data_Storage_and_Privacy_requirements.md",
                "#",
                "Description",
                "L2",
                "",
            ),
        ] {
            if !path.ends_with(name) {
                continue;
            }
            let first = proposal.as_ref().and_then(|of| of.best.as_ref()).unwrap();
            let Binding::Columns(columns) = &first.binding else {
                panic!("{name} isn't bound by columns");
            };
            let shown = |column: Option<&Column>| match column {
                Some(Column::Named(names)) => names.join(" or "),
                Some(Column::At(at)) => at.to_string(),
                None => String::new(),
            };
            let found = [
                columns.label.as_ref(),
                Some(&columns.title),
                columns.answer.as_ref(),
                columns.notes.as_ref(),
            ];
            assert_eq!(found.map(shown), [label, title, answer, notes], "{name}");
            let document = read_bound(&text, &first.binding).unwrap();
            let rows = proposal.as_ref().map_or(0, |of| of.headers[0].rows);
            assert!(document.count() > 0 && document.count() <= rows, "{name}");
        }
        // Whatever is proposed can be read.
        if let Some(first) = proposal.and_then(|proposal| proposal.best) {
            let read = read_bound(&text, &first.binding);
            assert!(read.is_ok(), "{}: {read:?}", path.display());
        }
    }
}

#[test]
fn headings_are_proposed_for_real_documents_whose_controls_they_are() {
    for (path, text) in corpus() {
        let proposal = Proposal::of(&text);
        for (name, expected) in [
            (
                "cis_self_assessment110.md",
                "#[headings(level = 4, answer = \"Result\", notes = \"Rationale\")]",
            ),
            (
                "cis_self_assessment112.md",
                "#[headings(level = 4, answer = \"Result\", notes = \"Rationale\")]",
            ),
            (
                "aad.md",
                "#[headings(level = 4, answer = \"Criticality\", notes = \"Rationale\", also = [\"Last modified\"])]",
            ),
            (
                "teams-v1.0.0.md",
                "#[headings(level = 4, answer = \"Criticality\", notes = \"Rationale\", also = [\"Last modified\"])]",
            ),
            (
                "teams.md",
                "#[headings(level = 4, answer = \"Criticality\", notes = \"Rationale\", also = [\"Last modified\"])]",
            ),
            (
                "azure-monitor-mcsb-2024-02.md",
                "#[headings(level = 5, answer = \"Supported\", notes = \"Feature notes\", documentation = \"Reference\", also = [\"Enabled By Default\", \"Configuration Responsibility\"])]",
            ),
            (
                "load-balancer-v3-2022-09.md",
                "#[headings(level = 5, answer = \"Supported\", notes = \"Feature notes\", documentation = \"Reference\", also = [\"Enabled By Default\", \"Configuration Responsibility\"])]",
            ),
            (
                "openssf-osps/2026-02-19.md",
                "#[headings(level = 4, notes = \"Recommendation\")]",
            ),
        ] {
            if path.ends_with(name) {
                let best = proposal.as_ref().and_then(|of| of.best.as_ref()).unwrap();
                assert_eq!(binding_attributes(&best.binding), [expected], "{name}");
            }
        }
        for name in [
            "build-requirements.md",
            "secure-key-vault.md",
            "aks-security-controls-policy.md",
        ] {
            assert!(!path.ends_with(name) || proposal.is_none(), "{name}");
        }
    }
}
