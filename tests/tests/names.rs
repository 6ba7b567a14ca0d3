//! The names that the language refuses are those that `controls-core` gives away.

use std::fs;

use controls_dsl::{Diagnostics, parse};
use controls_tests::workspace;

/// What `controls-core` gives to an enum by name: the constants and functions in its `impl` blocks.
fn given_to(name: &str) -> Vec<String> {
    let path = workspace().join("controls-core/src/implement.rs");
    let text = fs::read_to_string(path).unwrap();
    let blocks = text.split("\n        }\n");
    let head = format!("        impl ${name} {{");
    let lines = blocks
        .filter(|block| block.contains(&head))
        .flat_map(str::lines);
    lines
        .filter_map(|line| line.trim().strip_prefix("$visibility "))
        .map(|line| {
            let line = line.trim_start_matches("const ").trim_start_matches("fn ");
            line.split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect()
}

fn is_refused(definition: &str) -> bool {
    let mut diagnostics = Diagnostics::default();
    parse(definition.parse().unwrap(), &mut diagnostics);
    let mut messages = diagnostics
        .as_slice()
        .iter()
        .map(|diagnostic| &diagnostic.message);
    messages.any(|message| message.contains("each catalog has an associated"))
}

#[test]
fn no_variant_hides_what_its_enum_has() {
    let (of_controls, of_sections) = (given_to("control"), given_to("section"));
    assert!(of_controls.len() > 15 && of_sections.len() > 3);
    for name in of_controls {
        let definition = format!("enum S {{ N = \"n\" {{ {name} = \"t\" }} }}");
        assert!(is_refused(&definition), "{name}");
    }
    for name in of_sections {
        let definition = format!("enum S {{ {name} = \"n\" {{ R = \"t\" }} }}");
        assert!(is_refused(&definition), "{name}");
    }
    assert!(!is_refused(
        "enum S { CATALOG = \"n\" { controls = \"t\", Iterator = \"u\" } }"
    ));
}
