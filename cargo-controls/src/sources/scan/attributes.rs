//! What is before an item: its attributes and its visibility.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::LitStr;

/// What the attributes before an item say.
#[derive(Default)]
pub(super) struct Attributes {
    /// The `path`.
    pub(super) path: Option<String>,
    /// The `path`s that depend on a `cfg_attr`.
    pub(super) other_paths: Vec<String>,
    /// Whether the item, or where it is, depends on a `cfg`.
    pub(super) conditional: bool,
}

impl Attributes {
    /// Adds what is within the brackets of one.
    pub(super) fn add(&mut self, body: TokenStream) {
        let tokens: Vec<TokenTree> = body.into_iter().collect();
        match &tokens[..] {
            [TokenTree::Ident(name), TokenTree::Group(body)] if name == "cfg_attr" => {
                let body: Vec<TokenTree> = body.stream().into_iter().collect();
                // The first is the condition.
                for attribute in body.split(|token| is_punct(token, ',')).skip(1) {
                    if let Some(path) = path(attribute) {
                        self.other_paths.push(path);
                        self.conditional = true;
                    }
                    self.conditional |= is_named(attribute, "cfg");
                }
            }
            tokens => {
                self.path = self.path.take().or_else(|| path(tokens));
                self.conditional |= is_named(tokens, "cfg");
            }
        }
    }
}

fn path(attribute: &[TokenTree]) -> Option<String> {
    match attribute {
        [TokenTree::Ident(name), equals, TokenTree::Literal(path)]
            if name == "path" && is_punct(equals, '=') =>
        {
            let path = syn::parse_str::<LitStr>(&path.to_string()).ok()?;
            Some(path.value())
        }
        _ => None,
    }
}

fn is_named(attribute: &[TokenTree], wanted: &str) -> bool {
    matches!(attribute, [TokenTree::Ident(name), ..] if name == wanted)
}

/// Takes `pub` or `pub(…)` from the front.
pub(super) fn visibility(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    match tokens {
        [TokenTree::Ident(word), TokenTree::Group(scope), rest @ ..]
            if word == "pub" && scope.delimiter() == Delimiter::Parenthesis =>
        {
            Some(rest)
        }
        [TokenTree::Ident(word), rest @ ..] if word == "pub" => Some(rest),
        _ => None,
    }
}

/// Takes `#[…]` or `#![…]` from the front.
pub(super) fn attribute(tokens: &[TokenTree]) -> Option<(&Group, &[TokenTree])> {
    let [hash, rest @ ..] = tokens else {
        return None;
    };
    let rest = match rest {
        [bang, rest @ ..] if is_punct(bang, '!') => rest,
        rest => rest,
    };
    match rest {
        [TokenTree::Group(body), rest @ ..]
            if is_punct(hash, '#') && body.delimiter() == Delimiter::Bracket =>
        {
            Some((body, rest))
        }
        _ => None,
    }
}

/// Whether a token is this mark.
pub(super) fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}
