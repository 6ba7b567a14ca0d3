//! How many rows a catalog has at least and at most.

use std::fmt::Write as _;

use controls_dsl::expand;

/// The errors in what a definition with so many rows expands to.
fn errors(rows: usize) -> Vec<String> {
    let mut definition = String::from("enum Service { Network = \"Network\" {");
    for row in 0..rows {
        let _ = write!(definition, "Row{row} = \"Row {row}\" => No,");
    }
    let expansion = expand((definition + "} }").parse().unwrap(), &|_| None).to_string();
    assert!(expansion.contains("enum Service"), "{rows}");
    let calls = expansion.split("__controls_error ! {").skip(1);
    calls
        .filter_map(|call| Some(call.split_once('}')?.0.trim().to_owned()))
        .collect()
}

// In a build with overflow checks, and in one without.
#[ignore = "takes half a minute; `.ci/run` has it"]
#[test]
fn a_catalog_has_rows_but_no_more_than_its_enum_has_numbers() {
    for (rows, expected) in [
        (0, Some("catalog `Service` is empty")),
        (1, None),
        (65_535, None),
        (
            65_536,
            Some("catalog `Service` has 65536 rows, and can have 65535: split it"),
        ),
    ] {
        let errors = errors(rows);
        assert_eq!(errors.len(), usize::from(expected.is_some()), "{errors:?}");
        if let Some(expected) = expected {
            assert!(errors[0].contains(expected), "{errors:?}");
        }
    }
}
