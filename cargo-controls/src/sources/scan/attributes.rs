//! What is before an item: its attributes and its visibility.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::LitStr;

use crate::sources::compact::compact;

/// What the attributes before an item say.
#[derive(Default)]
pub(crate) struct Attributes {
    /// The `path`.
    pub(crate) path: Option<String>,
    /// The `path`s that depend on a `cfg_attr`.
    pub(crate) other_paths: Vec<String>,
    /// Each `cfg` that the item, or where it is, depends on, such as `cfg(unix)`.
    pub(crate) cfgs: Vec<String>,
}

impl Attributes {
    /// Adds what is within the brackets of one.
    pub(crate) fn add(&mut self, body: TokenStream) {
        let tokens: Vec<TokenTree> = body.into_iter().collect();
        match &tokens[..] {
            [TokenTree::Ident(name), TokenTree::Group(body)] if name == "cfg_attr" => {
                let (condition, attributes) = conditional(body.stream());
                for attribute in &attributes {
                    let path = path(attribute);
                    if path.is_some() || is_named(attribute, "cfg") {
                        self.cfgs.push(condition.clone());
                    }
                    self.other_paths.extend(path);
                }
            }
            tokens => {
                self.path = self.path.take().or_else(|| path(tokens));
                if is_named(tokens, "cfg") {
                    self.cfgs.push(compact(tokens.iter().cloned().collect()));
                }
            }
        }
    }
}

/// The condition of a `cfg_attr`, as a `cfg`, and the attributes that depend on it.
pub(crate) fn conditional(body: TokenStream) -> (String, Vec<Vec<TokenTree>>) {
    let body: Vec<TokenTree> = body.into_iter().collect();
    let mut parts = body.split(|token| is_punct(token, ','));
    let condition = parts.next().unwrap_or_default().iter().cloned().collect();
    (
        format!("cfg({})", compact(condition)),
        parts.map(<[TokenTree]>::to_vec).collect(),
    )
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
pub(crate) fn visibility(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
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
pub(crate) fn attribute(tokens: &[TokenTree]) -> Option<(&Group, &[TokenTree])> {
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

/// Whether an attribute at the front is about what it's in: `#![…]`.
pub(crate) fn is_inner(tokens: &[TokenTree]) -> bool {
    tokens.get(1).is_some_and(|bang| is_punct(bang, '!'))
}

/// Whether a token is this mark.
pub(crate) fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}
