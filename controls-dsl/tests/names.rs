//! Names are compared as the compiler does.

use controls_dsl::{Findings, check, parse};

/// What is found wrong with a definition.
fn findings(definition: &str) -> Vec<String> {
    let mut findings = Findings::default();
    let mut definition = parse(definition.parse().unwrap(), &mut findings).unwrap();
    check(&mut definition, &mut findings);
    let all = findings.as_slice().iter();
    all.map(|finding| finding.message.clone()).collect()
}

#[test]
fn a_name_in_two_spellings_of_unicode_is_one_name() {
    // One character for the letter with its accent, and two.
    let (one, two) = ("Caf\u{e9}", "Cafe\u{301}");
    let rows = format!("enum S {{ N = \"n\" {{ {one} = \"a\" => No, {two} = \"b\" => No }} }}");
    let sections =
        format!("enum S {{ {one} = \"a\" {{ A = \"a\" }} {two} = \"b\" {{ B = \"b\" }} }}");
    for (definition, what) in [(rows, "control"), (sections, "section")] {
        let findings = findings(&definition);
        assert!(
            findings[0].starts_with(&format!("{what} `{one}` is defined twice")),
            "{findings:?}"
        );
    }
}
