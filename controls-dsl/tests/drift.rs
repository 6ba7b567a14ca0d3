//! What is said of a cell, by what the definition and the document have of it.

use controls_dsl::{Diagnostics, Source, drifts, parse};

#[test]
fn a_cell_is_changed_where_it_is_written() {
    let add = "review the change, then add `notes: \"In preview.\"` to this row, in braces";
    let write = "review the change, then write `\"In preview.\"` here";
    let remove = "review the change, then remove `notes` from this row";
    let lacks = "the document has notes for `Firewall`, and the definition has none";
    for (fields, cell, message, help) in [
        ("", "In preview.", lacks, add),
        // The field is there, and says nothing.
        ("{ notes: \"\" }", "In preview.", lacks, write),
        (
            "{ notes: \"In all regions.\" }",
            "In preview.",
            "the notes of `Firewall` have changed",
            write,
        ),
        (
            "{ notes: \"In preview.\" }",
            "",
            "the document no longer has notes for `Firewall`",
            remove,
        ),
    ] {
        let definition = format!(
            "#[document = \"d.md\"] enum Service {{ Network = \"Network\" {{ Firewall = \"Firewall\" => Yes {fields} }} }}"
        );
        let text = format!(
            "## Network\n\n| Control | Yes/No | Notes |\n|---|---|---|\n| Firewall | Yes | {cell} |\n"
        );
        let mut diagnostics = Diagnostics::default();
        let definition = parse(definition.parse().unwrap(), &mut diagnostics).unwrap();
        let source = Source::new("d.md".to_owned(), text);
        let document = source.document(&definition, &mut diagnostics).unwrap();
        assert!(diagnostics.is_empty(), "{:?}", diagnostics.as_slice());
        let drifts = drifts(&definition, &document);
        let said: Vec<_> = drifts
            .iter()
            .map(|drift| (&*drift.message, drift.help()))
            .collect();
        assert_eq!(said, [(message, help)], "{fields} {cell}");
    }
}
