//! What the definition expands to, as tokens of the compiler's.

use std::str::FromStr;

use controls_dsl::{Delimiter, Output, Part, Span};
use proc_macro::{Group, LexError, TokenStream, TokenTree, token_stream};

use crate::input::Input;

/// The sign between two generated texts: no Rust has it but within brackets.
const BETWEEN: char = '$';

/// Puts the parts together. Fails if a generated text isn't Rust, which only a mistake in these crates can bring about.
///
/// All generated texts are lexed as one: each is a new source file to the compiler.
pub(crate) fn rendered(output: &Output, input: &Input) -> Result<TokenStream, LexError> {
    let mut text = String::new();
    join(output, &mut text);
    let generated = TokenStream::from_str(&text)?.into_iter();
    Ok(Renderer { input, generated }.stream(output))
}

/// Adds the texts in the order in which they are needed.
fn join(output: &Output, to: &mut String) {
    for part in output.parts() {
        match part {
            Part::Text(text) | Part::Placed(text, _) => {
                to.push_str(text);
                to.push('\n');
                to.push(BETWEEN);
                to.push('\n');
            }
            Part::Token(_) => {}
            Part::Group(_, inner, _) => join(inner, to),
        }
    }
}

struct Renderer<'i> {
    input: &'i Input,
    /// The tokens of all texts.
    generated: token_stream::IntoIter,
}

impl Renderer<'_> {
    fn stream(&mut self, output: &Output) -> TokenStream {
        let mut trees: Vec<TokenTree> = Vec::new();
        for part in output.parts() {
            match part {
                Part::Text(_) => self.next_text(&mut trees),
                Part::Token(span) => trees.extend(self.input.tree(*span).cloned()),
                Part::Placed(_, span) => {
                    let first = trees.len();
                    self.next_text(&mut trees);
                    let span = self.input.span(*span);
                    for tree in &mut trees[first..] {
                        place(tree, span);
                    }
                }
                Part::Group(delimiter, inner, span) => {
                    let inner = self.stream(inner);
                    trees.push(TokenTree::Group(self.group(*delimiter, inner, *span)));
                }
            }
        }
        trees.into_iter().collect()
    }

    fn next_text(&mut self, trees: &mut Vec<TokenTree>) {
        for tree in self.generated.by_ref() {
            if matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == BETWEEN) {
                break;
            }
            trees.push(tree);
        }
    }

    fn group(&self, delimiter: Delimiter, inner: TokenStream, span: Option<Span>) -> Group {
        let delimiter = match delimiter {
            Delimiter::Parenthesis => proc_macro::Delimiter::Parenthesis,
            Delimiter::Brace => proc_macro::Delimiter::Brace,
            Delimiter::Bracket => proc_macro::Delimiter::Bracket,
        };
        let mut group = Group::new(delimiter, inner);
        if let Some(span) = span {
            group.set_span(self.input.span(span));
        }
        group
    }
}

/// Gives a token, and all in it, a place.
fn place(tree: &mut TokenTree, span: proc_macro::Span) {
    if let TokenTree::Group(group) = tree {
        let mut inside: Vec<TokenTree> = group.stream().into_iter().collect();
        for tree in &mut inside {
            place(tree, span);
        }
        *group = Group::new(group.delimiter(), inside.into_iter().collect());
    }
    tree.set_span(span);
}
