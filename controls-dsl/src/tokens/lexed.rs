//! Tokens of a text that no compiler reads, by the lexer of `proc-macro2`. Their spans are the bytes of the text.

use std::ops::Range;

use proc_macro2::{Spacing, TokenStream, TokenTree};

use super::{DEEPEST, Delimiter, Group, Literal, Name, Output, Part, Punct, Span, Token};

/// The tokens of a text, or of a part of it, that has been parsed.
#[must_use]
pub fn lexed(text: &str, stream: TokenStream) -> Vec<Token> {
    let mut tokens = Vec::new();
    Lexed::new(text).add(stream, DEEPEST, &mut tokens);
    tokens
}

/// A text, and how its tokens' bytes are found.
struct Lexed<'t> {
    text: &'t str,
    /// Where each line begins, in a text of ASCII: there a token's bytes follow from its line and column, which the lexer
    /// knows at once. Its bytes it keeps in a map that it fills as it's asked.
    lines: Vec<usize>,
}

impl<'t> Lexed<'t> {
    fn new(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = if text.is_ascii() {
            std::iter::once(0).chain(ends).collect()
        } else {
            Vec::new()
        };
        Lexed { text, lines }
    }

    fn add(&self, stream: TokenStream, depth: usize, into: &mut Vec<Token>) {
        for tree in stream {
            into.push(match tree {
                TokenTree::Ident(name) => {
                    let text = name.to_string();
                    let span = self.span(name.span(), &text);
                    Token::Ident(Name::new(text, span))
                }
                TokenTree::Punct(punct) => {
                    let char = punct.as_char();
                    let span = self.span(punct.span(), char.encode_utf8(&mut [0; 4]));
                    Token::Punct(Punct {
                        char,
                        joint: punct.spacing() == Spacing::Joint,
                        span,
                    })
                }
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    let span = self.span(literal.span(), &text);
                    Token::Literal(Literal { text, span })
                }
                TokenTree::Group(group) => self.group(&group, depth),
            });
        }
    }

    fn group(&self, group: &proc_macro2::Group, depth: usize) -> Token {
        let delimiter = match group.delimiter() {
            proc_macro2::Delimiter::Parenthesis => Delimiter::Parenthesis,
            proc_macro2::Delimiter::Bracket => Delimiter::Bracket,
            // A text has no brackets that can't be seen.
            proc_macro2::Delimiter::Brace | proc_macro2::Delimiter::None => Delimiter::Brace,
        };
        let mut tokens = Vec::new();
        if let Some(depth) = depth.checked_sub(1) {
            self.add(group.stream(), depth, &mut tokens);
        }
        let (open, close) = delimiter.brackets();
        let (open, close) = (
            self.span(group.span_open(), open),
            self.span(group.span_close(), close),
        );
        let span = Span::new(open.numbers().0, close.numbers().1);
        Token::Group(Group {
            delimiter,
            tokens,
            span,
            close,
        })
    }

    /// The bytes of a token that is written so, or of the doc comment that it comes from.
    fn span(&self, span: proc_macro2::Span, written: &str) -> Span {
        let number = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        let at = span.start();
        let start = self
            .lines
            .get(at.line.wrapping_sub(1))
            .map(|line| line + at.column);
        let Range { start, end } = match start {
            Some(start)
                if self
                    .text
                    .get(start..)
                    .is_some_and(|text| text.starts_with(written)) =>
            {
                start..start + written.len()
            }
            _ => span.byte_range(),
        };
        Span::new(number(start), number(end))
    }
}

impl Span {
    /// The bytes of the text that a token was read from.
    #[must_use]
    pub fn bytes(self) -> Range<usize> {
        let (start, end) = self.numbers();
        let byte = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        byte(start)..byte(end)
    }
}

impl Output {
    /// The whole as text, as somebody would write it who has no macro. `text` is the one that the tokens were read from.
    #[must_use]
    pub fn written(&self, text: &str) -> String {
        let mut out = String::new();
        self.write(text, &mut out);
        out
    }

    fn write(&self, text: &str, out: &mut String) {
        let mut before = Span::default();
        for part in self.parts() {
            match part {
                Part::Text(generated) | Part::Placed(generated, _) => out.push_str(generated),
                // Of a doc comment, `#` and brackets stand in one place.
                Part::Token(span) if *span == before => {}
                Part::Token(span) => out.push_str(text.get(span.bytes()).unwrap_or_default()),
                Part::Group(delimiter, inner, _) => {
                    let (open, close) = delimiter.brackets();
                    out.push_str(open);
                    inner.write(text, out);
                    out.push_str(close);
                }
            }
            before = if let Part::Token(span) = part {
                *span
            } else {
                Span::default()
            };
            // A doc comment ends with its line.
            out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_the_bytes_of_the_text() {
        let text = "é {r#a => [\"ü\"]}";
        let tokens = lexed(text, text.parse().unwrap());
        let parts = |tokens: &[Token]| {
            tokens
                .iter()
                .map(|token| &text[token.span().bytes()])
                .collect::<Vec<_>>()
        };
        assert_eq!(parts(&tokens), ["é", "{r#a => [\"ü\"]}"]);
        let Token::Group(group) = &tokens[1] else {
            panic!("{tokens:?}")
        };
        assert_eq!(parts(&group.tokens), ["r#a", "=", ">", "[\"ü\"]"]);
        assert_eq!(&text[group.close.bytes()], "}");
    }

    #[test]
    fn tokens_are_written_as_they_were() {
        let text = "/// A.\n/** B. */ # [c = \"d\"] pub";
        let written = Output::of(&lexed(text, text.parse().unwrap())).written(text);
        assert_eq!(
            written.split_whitespace().collect::<Vec<_>>(),
            text.split_whitespace().collect::<Vec<_>>()
        );
    }

    #[test]
    fn brackets_without_end_are_no_trouble() {
        let (open, close) = ("(".repeat(50_000), ")".repeat(50_000));
        let text = format!("{open}{close} a");
        assert_eq!(lexed(&text, text.parse().unwrap()).len(), 2);
    }
}
