//! No input makes the macro panic, or lose its way.

use controls_dsl::expand;
use proptest::prelude::*;

/// Tokens put together from the words of the language.
fn definition() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "#[document = \"a.md\"]",
        "#[cfg(x)]",
        "#[derive(Debug, X)]",
        "#",
        "[]",
        "pub",
        "enum",
        "A",
        "B",
        "type",
        "_",
        "=",
        "\"t\"",
        "=>",
        "Yes",
        "No",
        "{",
        "}",
        ",",
        "notes",
        ":",
        "\"n\"",
        "id",
        "formerly",
        "[\"f\"]",
        "1",
        "!",
        "r#type",
        "(x)",
        "'a",
        "Network = \"N\" {",
        "C = \"c\" => No,",
        "alias: [\"x\"],",
        "}",
        "concat!(\"a\")",
        "\"s\"s",
        "[\"s\"s: 1, \"f\"]",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| {
        // Whatever is open is closed at the end, and nothing else is: else it's no token stream.
        let mut open = 0_usize;
        let mut text = String::from("enum S { ");
        for piece in pieces {
            if piece == "}" && open == 0 {
                continue;
            }
            open = open + usize::from(piece.ends_with('{')) - usize::from(piece == "}");
            text.push_str(piece);
            text.push(' ');
        }
        text + &"}".repeat(open + 1)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_tokens_expand_to_tokens(text in definition()) {
        let tokens = format!("(::controls_core) {text}").parse().unwrap();
        let expanded = expand(tokens, &|_| None).to_string();
        // What reads it back is another lexer than the one that has made it.
        prop_assert!(expanded.parse::<proc_macro2::TokenStream>().is_ok(), "{text}: {expanded}");
        prop_assert!(expanded.contains("enum S"), "{text}: {expanded}");
    }
}
