//! Tokens as text.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// How many brackets around a token are looked into. Nobody writes so many, and the stack has an end.
const DEEPEST: u16 = 64;

/// The tokens on one line, with spaces about where rustfmt puts them.
pub(super) fn compact(tokens: TokenStream) -> String {
    at_depth(tokens, 0)
}

fn at_depth(tokens: TokenStream, depth: u16) -> String {
    if depth > DEEPEST {
        return "…".to_owned();
    }
    let mut out = String::new();
    let mut was_word = false;
    for token in tokens {
        let is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
        if was_word && is_word {
            out.push(' ');
        }
        was_word = is_word;
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                out.extend([open, &at_depth(group.stream(), depth + 1), close]);
            }
            TokenTree::Punct(punct) => match punct.as_char() {
                ',' => out.push_str(", "),
                mark @ ('=' | '+') => out.extend([" ", mark.encode_utf8(&mut [0; 4]), " "]),
                mark => out.push(mark),
            },
            token => out.push_str(&token.to_string()),
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_look_as_written() {
        for text in [
            "feature = \"extra\"",
            "all(unix, not(feature = \"a\"))",
            "&'a dyn Fn(u8, u8) + Send",
            "[u8; 4]",
            "a::B",
            "",
        ] {
            let shown = compact(text.parse().unwrap());
            let spaceless = text.replace("; ", ";");
            assert_eq!(shown, spaceless);
        }
    }

    #[test]
    fn brackets_without_end_are_no_trouble() {
        let (open, close) = ("(".repeat(50_000), ")".repeat(50_000));
        let shown = compact(format!("a{open}b{close}").parse().unwrap());
        assert!(shown.starts_with("a((") && shown.contains('…'), "{shown}");
    }
}
