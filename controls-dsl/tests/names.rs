//! Names are compared as the compiler does.

use controls_dsl::{Diagnostics, check, parse};

/// What is found wrong with a definition.
fn diagnostics(definition: &str) -> Vec<String> {
    let mut diagnostics = Diagnostics::default();
    let mut definition = parse(definition.parse().unwrap(), &mut diagnostics).unwrap();
    check(&mut definition, &mut diagnostics);
    let all = diagnostics.as_slice().iter();
    all.map(|diagnostic| diagnostic.message.clone()).collect()
}

#[test]
fn a_name_in_two_spellings_of_unicode_is_one_name() {
    // One character for the letter with its accent, and two.
    let (one, two) = ("Caf\u{e9}", "Cafe\u{301}");
    let rows = format!("enum S {{ N = \"n\" {{ {one} = \"a\" => No, {two} = \"b\" => No }} }}");
    let sections =
        format!("enum S {{ {one} = \"a\" {{ A = \"a\" }} {two} = \"b\" {{ B = \"b\" }} }}");
    for (definition, what) in [(rows, "control"), (sections, "section")] {
        let diagnostics = diagnostics(&definition);
        assert!(
            diagnostics[0].starts_with(&format!("{what} `{one}` is defined twice")),
            "{diagnostics:?}"
        );
    }
}
