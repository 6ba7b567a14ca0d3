//! What real documents could be bound to.

mod support;

use controls_document::{Binding, Column, candidates, read_bound};
use support::corpus;

#[test]
fn the_best_binding_of_a_real_document_is_what_a_person_would_write() {
    for (path, text) in corpus() {
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
            let found = candidates(&text);
            let best = &found[0];
            let shown = |column: Option<&Column>| match column {
                Some(Column::Named(names)) => names.join(" or "),
                Some(Column::At(at)) => at.to_string(),
                None => String::new(),
            };
            let columns = &best.columns;
            assert_eq!(
                [
                    columns.label.as_ref(),
                    Some(&columns.title),
                    columns.answer.as_ref(),
                    columns.notes.as_ref()
                ]
                .map(shown),
                [label, title, answer, notes],
                "{name}: {:?}",
                best.headings
            );
            let document = read_bound(&text, &Binding::Columns(columns.clone())).unwrap();
            assert!(
                document.count() > 0 && document.count() <= best.rows,
                "{name}"
            );
        }
        // Whatever is proposed can be read.
        for candidate in candidates(&text) {
            if candidate.rows > 0 {
                let read = read_bound(&text, &Binding::Columns(candidate.columns.clone()));
                assert!(read.is_ok(), "{}: {candidate:?}: {read:?}", path.display());
            }
        }
    }
}
