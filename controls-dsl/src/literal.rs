//! String literals, and what they stand for.

use crate::tokens::{Output, Span};

/// A string literal of the definition.
#[derive(Clone, Debug)]
pub struct Text {
    /// What it stands for.
    pub value: String,
    span: Span,
}

impl Text {
    /// The text of a literal as it's written, if it is a string (cooked or raw, without a suffix).
    #[must_use]
    pub fn of(literal: &str, span: Span) -> Option<Text> {
        Some(Text {
            value: string_value(literal)?,
            span,
        })
    }

    /// Something to go on with where a text is missing.
    pub(crate) fn stand_in(value: &str, span: Span) -> Text {
        Text {
            value: value.to_owned(),
            span,
        }
    }

    /// The literal, once more.
    pub(crate) fn literal(&self) -> Output {
        let mut out = Output::default();
        out.token(self.span);
        out
    }

    /// Where the literal stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }
}

fn string_value(token: &str) -> Option<String> {
    if let Some(raw) = token.strip_prefix('r') {
        let hashes = raw.bytes().take_while(|byte| *byte == b'#').count();
        let inner = raw[hashes..]
            .strip_prefix('"')?
            .strip_suffix(&raw[..hashes])?
            .strip_suffix('"')?;
        return Some(inner.replace("\r\n", "\n"));
    }
    let inner = token.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') {
        unescaped(inner)
    } else if inner.contains('\r') {
        Some(inner.replace("\r\n", "\n"))
    } else {
        Some(inner.to_owned())
    }
}

/// Resolves escapes. The compiler has refused those that don't exist.
fn unescaped(inner: &str) -> Option<String> {
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(c) = rest.next() {
        if c == '\r' && rest.as_str().starts_with('\n') {
            continue;
        }
        if c != '\\' {
            out.push(c);
            continue;
        }
        match rest.next()? {
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            '0' => out.push('\0'),
            c @ ('\\' | '\'' | '"') => out.push(c),
            'x' => {
                let digits = rest.as_str().get(..2)?;
                out.push(char::from(u8::from_str_radix(digits, 16).ok()?));
                rest = rest.as_str()[2..].chars();
            }
            'u' => {
                let (digits, after) = rest.as_str().strip_prefix('{')?.split_once('}')?;
                out.push(char::from_u32(
                    u32::from_str_radix(&digits.replace('_', ""), 16).ok()?,
                )?);
                rest = after.chars();
            }
            // A line that ends in a backslash goes on with the first character of the next that isn't white space.
            '\n' | '\r' => {
                rest = rest
                    .as_str()
                    .trim_start_matches([' ', '\t', '\n', '\r'])
                    .chars()
            }
            _ => return None,
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_stand_for_what_the_compiler_says() {
        // The left side is the source of the literal, the right side is read by the compiler.
        macro_rules! cases {
            ($($literal:literal)*) => { [$((stringify!($literal), $literal)),*] };
        }
        for (source, value) in cases! {
            "" "plain" "é 日本" "a\"b" "\\ \' \n \r \t \0" "\x41\x7f" "\u{e9}\u{1_F600}" r"\n" r#"a "b" \"# r##""#"##
            "a \
             b" "two
lines"
        } {
            assert_eq!(string_value(source).as_deref(), Some(value), "{source}");
        }
    }

    #[test]
    fn other_literals_are_no_strings() {
        for source in [
            "1",
            "'a'",
            "b\"a\"",
            "c\"a\"",
            "\"a\"suffix",
            "1.5",
            "r#\"a\"#x",
        ] {
            assert_eq!(string_value(source), None, "{source}");
        }
    }
}
