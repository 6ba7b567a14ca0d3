//! Tokens of a text that no compiler reads, by the lexer of `proc-macro2`. Their spans are the bytes of the text.

use std::ops::Range;

use proc_macro2::{Spacing, TokenStream, TokenTree};

use super::{DEEPEST, Delimiter, Group, Literal, Name, Output, Part, Punct, Span, Token};

/// The tokens of a text that has been parsed.
#[must_use]
pub fn lexed(stream: TokenStream) -> Vec<Token> {
    let mut tokens = Vec::new();
    add(stream, DEEPEST, &mut tokens);
    tokens
}

fn add(stream: TokenStream, depth: usize, into: &mut Vec<Token>) {
    for tree in stream {
        let at = span(tree.span());
        into.push(match tree {
            TokenTree::Ident(name) => Token::Ident(Name::new(name.to_string(), at)),
            TokenTree::Punct(punct) => {
                Token::Punct(Punct { char: punct.as_char(), joint: punct.spacing() == Spacing::Joint, span: at })
            }
            TokenTree::Literal(literal) => Token::Literal(Literal { text: literal.to_string(), span: at }),
            TokenTree::Group(group) => {
                let delimiter = match group.delimiter() {
                    proc_macro2::Delimiter::Parenthesis => Delimiter::Parenthesis,
                    proc_macro2::Delimiter::Bracket => Delimiter::Bracket,
                    // A text has no brackets that can't be seen.
                    proc_macro2::Delimiter::Brace | proc_macro2::Delimiter::None => Delimiter::Brace,
                };
                let mut tokens = Vec::new();
                if let Some(depth) = depth.checked_sub(1) {
                    add(group.stream(), depth, &mut tokens);
                }
                Token::Group(Group { delimiter, tokens, span: at, close: span(group.span_close()) })
            }
        });
    }
}

fn span(span: proc_macro2::Span) -> Span {
    let Range { start, end } = span.byte_range();
    let number = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    Span::new(number(start), number(end))
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
            before = if let Part::Token(span) = part { *span } else { Span::default() };
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
        let tokens = lexed(text.parse().unwrap());
        let parts = |tokens: &[Token]| tokens.iter().map(|token| &text[token.span().bytes()]).collect::<Vec<_>>();
        assert_eq!(parts(&tokens), ["é", "{r#a => [\"ü\"]}"]);
        let Token::Group(group) = &tokens[1] else { panic!("{tokens:?}") };
        assert_eq!(parts(&group.tokens), ["r#a", "=", ">", "[\"ü\"]"]);
        assert_eq!(&text[group.close.bytes()], "}");
    }

    #[test]
    fn tokens_are_written_as_they_were() {
        let text = "/// A.\n/** B. */ # [c = \"d\"] pub";
        let written = Output::of(&lexed(text.parse().unwrap())).written(text);
        assert_eq!(written.split_whitespace().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn brackets_without_end_are_no_trouble() {
        let (open, close) = ("(".repeat(50_000), ")".repeat(50_000));
        assert_eq!(lexed(format!("{open}{close} a").parse().unwrap()).len(), 2);
    }
}
