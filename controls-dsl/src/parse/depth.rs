//! How deep brackets are nested: what parses them calls itself for each, and the stack has an end.

use proc_macro2::{Span, TokenStream, TokenTree};

/// No definition has as many brackets in one another.
const DEEPEST: usize = 64;

/// Where brackets are nested deeper than a definition has them, if they are.
pub(super) fn too_deep(tokens: TokenStream) -> Option<Span> {
    let mut around = vec![tokens.into_iter()];
    while let Some(innermost) = around.last_mut() {
        match innermost.next() {
            None => {
                around.pop();
            }
            Some(TokenTree::Group(group)) if around.len() > DEEPEST => {
                return Some(group.span_open());
            }
            Some(TokenTree::Group(group)) => around.push(group.stream().into_iter()),
            Some(_) => {}
        }
    }
    None
}
