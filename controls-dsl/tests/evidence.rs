//! What `#[satisfies]` makes of an item.

use controls_dsl::evidence::{EvidenceKind, attribute};
use proc_macro2::TokenStream;

/// Whether the item has documentation that leads to the control.
fn leads_to_the_control(item: &str) -> bool {
    let tokens = |text: &str| text.parse::<TokenStream>().unwrap();
    let expanded = attribute(EvidenceKind::Satisfies, tokens("A::B"), tokens(item)).to_string();
    assert!(expanded.contains("A :: B . assert_control ()"), "{item}");
    expanded.contains(r#"# [doc = "\n\nSatisfies [`A::B`](A::B)."]"#)
}

#[test]
fn only_documentation_that_is_there_has_a_line_added() {
    for (item, expected) in [
        ("/// Known.\nfn a() {}", true),
        (
            "#[must_use]\n#[doc = \"Known.\"]\npub fn a() -> u8 { 1 }",
            true,
        ),
        ("/// Known.\npub struct A;", true),
        ("impl A {}", true),
        ("unsafe impl A for B {}", true),
        ("fn a() {}", false),
        ("#[doc(hidden)]\npub fn a() {}", false),
        ("#[must_use = \"doc = 1\"]\npub fn a() -> u8 { 1 }", false),
        ("pub const A: u8 = 1;", false),
        ("pub(crate) mod a { //! Within.\n }", false),
    ] {
        assert_eq!(leads_to_the_control(item), expected, "{item}");
    }
}
