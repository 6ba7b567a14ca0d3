//! The tokens that the macro is given.

use controls_dsl::{DEEPEST, Delimiter, Group, Literal, Name, Output, Punct, Span, Token};
use proc_macro::{Spacing, TokenStream, TokenTree};

/// The tokens as they came from the compiler, in the order in which they begin. The place of a token in `controls-dsl`
/// is its number here, from 1, so that the compiler is asked only for the places that are needed.
pub(crate) struct Input(Vec<TokenTree>);

/// What the second number of a place says: which part of the token is meant.
const WHOLE: u32 = 0;
const CLOSE: u32 = 1;

impl Input {
    /// Keeps the tokens, and takes them apart for `controls-dsl`.
    pub(crate) fn of(stream: TokenStream) -> (Input, Vec<Token>) {
        let mut input = Input(Vec::new());
        let mut tokens = Vec::new();
        input.add(stream, DEEPEST, &mut tokens);
        (input, tokens)
    }

    fn add(&mut self, stream: TokenStream, depth: usize, into: &mut Vec<Token>) {
        for tree in stream {
            let number = u32::try_from(self.0.len() + 1).unwrap_or_default();
            let span = Span::new(number, WHOLE);
            match &tree {
                TokenTree::Ident(name) => {
                    into.push(Token::Ident(Name::new(name.to_string(), span)))
                }
                TokenTree::Punct(punct) => {
                    into.push(Token::Punct(Punct {
                        char: punct.as_char(),
                        joint: punct.spacing() == Spacing::Joint,
                        span,
                    }));
                }
                TokenTree::Literal(literal) => into.push(Token::Literal(Literal {
                    text: literal.to_string(),
                    span,
                })),
                TokenTree::Group(group) => {
                    let inside = depth.checked_sub(1).map(|depth| (group.stream(), depth));
                    let delimiter = delimiter(group.delimiter());
                    self.0.push(tree);
                    let mut tokens = Vec::new();
                    if let Some((stream, depth)) = inside {
                        self.add(
                            stream,
                            depth,
                            if delimiter.is_some() {
                                &mut tokens
                            } else {
                                into
                            },
                        );
                    }
                    if let Some(delimiter) = delimiter {
                        into.push(Token::Group(Group {
                            delimiter,
                            tokens,
                            span,
                            close: Span::new(number, CLOSE),
                        }));
                    }
                    continue;
                }
            }
            self.0.push(tree);
        }
    }

    /// A token of the compiler's, by its place.
    pub(crate) fn tree(&self, span: Span) -> Option<&TokenTree> {
        let (number, _) = span.numbers();
        self.0.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    /// A place of the compiler's. What has none stands where the macro is called.
    pub(crate) fn span(&self, span: Span) -> proc_macro::Span {
        match (self.tree(span), span.numbers()) {
            (None, _) => proc_macro::Span::call_site(),
            (Some(TokenTree::Group(group)), (_, CLOSE)) => group.span_close(),
            (Some(tree), _) => tree.span(),
        }
    }
}

/// The sort of brackets; `None` for those that can't be seen.
fn delimiter(of: proc_macro::Delimiter) -> Option<Delimiter> {
    match of {
        proc_macro::Delimiter::Parenthesis => Some(Delimiter::Parenthesis),
        proc_macro::Delimiter::Brace => Some(Delimiter::Brace),
        proc_macro::Delimiter::Bracket => Some(Delimiter::Bracket),
        proc_macro::Delimiter::None => None,
    }
}

/// Parts the path of `controls-core` from the definition behind it.
pub(crate) fn krate(tokens: &[Token]) -> (Output, &[Token]) {
    match tokens {
        [Token::Group(path), definition @ ..] if path.delimiter == Delimiter::Parenthesis => {
            (Output::of(&path.tokens), definition)
        }
        definition => {
            let mut krate = Output::default();
            krate.text("::controls_core");
            (krate, definition)
        }
    }
}
