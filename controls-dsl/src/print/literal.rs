//! Texts and answers as a definition has them.

use controls_document::Answer;

use crate::names::is_invisible;

/// An answer as it's written after `=>`.
pub(crate) fn answer(answer: Answer<'_>) -> String {
    match answer {
        Answer::Qualified(text) => literal(text),
        word => word.verdict().to_owned(),
    }
}

/// A text as a string literal that stands for exactly this text. Everything that a person can see is left as it is; what
/// can't be seen, or would make the compiler warn of a text that reads otherwise than it's stored, is escaped.
pub(crate) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for (at, c) in text.char_indices() {
        match c {
            '\'' => out.push(c),
            '"' | '\\' => out.extend(['\\', c]),
            // A mark stands with the letter before it; at the beginning it would stand with the quotation mark.
            c if unicode_ident::is_xid_continue(c)
                && !is_invisible(c)
                && (c.is_alphanumeric() || at > 0) =>
            {
                out.push(c);
            }
            c => out.extend(c.escape_debug()),
        }
    }
    out.push('"');
    out
}

/// `#[group]` with what a section is under.
pub(crate) fn group(text: &str) -> String {
    format!("#[group = {}]", literal(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_survives() {
        let survives = |text: &str| {
            syn::parse_str::<syn::LitStr>(&literal(text))
                .is_ok_and(|literal| literal.value() == text)
        };
        for c in '\0'..=char::MAX {
            assert!(
                survives(&c.to_string()) && survives(&format!("a{c}1")),
                "{c:?}"
            );
        }
        for text in [
            "",
            "\\n",
            "\"#",
            "a\\\"b",
            "r#\"x\"#",
            "{}",
            "\r\n",
            "हिन्दी",
            "ทำ",
            "日本\u{3099}",
        ] {
            assert!(survives(text), "{text:?}");
        }
    }

    #[test]
    fn what_can_be_seen_is_left_as_it_is() {
        for text in [
            "हिन्दी",
            "การเข้ารหัส",
            "e\u{301}",
            "l’API's",
            "データ – “x”",
            "😀",
        ] {
            assert_eq!(literal(text), format!("\"{text}\""));
        }
        for (text, expected) in [
            ("a\u{202e}b", r#""a\u{202e}b""#),
            (
                "a\u{200b}\u{2066}\u{feff}\u{ad}",
                r#""a\u{200b}\u{2066}\u{feff}\u{ad}""#,
            ),
            ("\u{301}a", r#""\u{301}a""#),
            ("a\0\u{1b}", r#""a\0\u{1b}""#),
        ] {
            assert_eq!(literal(text), expected);
        }
    }
}
