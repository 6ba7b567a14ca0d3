//! What is before an item: its attributes and its visibility.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::LitStr;

use crate::sources::condition::{Cfg, Condition};

/// Attributes of the language that say nothing of evidence, and that most files are full of.
const INERT: [&str; 16] = [
    "allow",
    "cfg",
    "cold",
    "default",
    "deny",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "forbid",
    "inline",
    "must_use",
    "non_exhaustive",
    "repr",
    "track_caller",
    "warn",
];

/// How many `cfg_attr` may be around an attribute. Nobody writes so many.
const DEEPEST: usize = 8;

/// What the attributes before an item say.
#[derive(Default)]
pub(crate) struct Attributes {
    /// The `path`.
    pub(crate) path: Option<String>,
    /// The `path`s that depend on a `cfg_attr`.
    pub(crate) other_paths: Vec<String>,
    /// Each `cfg` that the item, or where it is, depends on.
    pub(crate) conditions: Vec<Condition>,
    /// Those that may be evidence, or make a test of a function.
    pub(crate) marks: Vec<Mark>,
}

/// An attribute that may be evidence, or make a test of a function.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// The last name of its path.
    pub(crate) name: Ident,
    /// The name before it, if it has one.
    pub(crate) qualifier: Option<Ident>,
    /// What is within its brackets; nothing where it has none.
    pub(crate) body: TokenStream,
    /// Each `cfg_attr` that it depends on.
    pub(crate) conditions: Vec<Condition>,
}

impl Attributes {
    /// Adds what is within the brackets of one.
    pub(crate) fn add(&mut self, body: TokenStream) {
        let tokens: Vec<TokenTree> = body.into_iter().collect();
        self.one(&tokens);
    }

    fn one(&mut self, tokens: &[TokenTree]) {
        // Those in a `cfg_attr` may be some more, as deeply as somebody likes.
        let mut stack = vec![(tokens.to_vec(), Vec::new())];
        while let Some((tokens, conditions)) = stack.pop() {
            match &tokens[..] {
                [TokenTree::Ident(name), TokenTree::Group(body)] if name == "cfg_attr" => {
                    if conditions.len() == DEEPEST {
                        continue;
                    }
                    let (condition, attributes) = conditional(body.stream());
                    let conditions = [conditions, vec![condition]].concat();
                    let attributes = attributes.into_iter().rev();
                    stack.extend(attributes.map(|tokens| (tokens, conditions.clone())));
                }
                [TokenTree::Ident(name), TokenTree::Group(body)] if name == "cfg" => {
                    let cfg = conditions
                        .iter()
                        .fold(Cfg::of(body.stream()), Cfg::unless_off);
                    self.conditions.push(Condition::Cfg(cfg));
                }
                tokens => match path(tokens) {
                    Some(path) if conditions.is_empty() => {
                        self.path.get_or_insert(path);
                    }
                    Some(path) => {
                        self.other_paths.push(path);
                        let conditions = conditions.into_iter().map(Condition::Cfg);
                        self.conditions.extend(conditions);
                    }
                    None => self.marks.extend(Mark::of(tokens, conditions)),
                },
            }
        }
    }
}

impl Mark {
    fn of(tokens: &[TokenTree], conditions: Vec<Cfg>) -> Option<Mark> {
        let end = tokens
            .iter()
            .position(|token| !matches!(token, TokenTree::Ident(_)) && !is_punct(token, ':'))
            .unwrap_or(tokens.len());
        let names: Vec<&Ident> = tokens[..end]
            .iter()
            .filter_map(|token| match token {
                TokenTree::Ident(name) => Some(name),
                _ => None,
            })
            .collect();
        let (name, before) = names.split_last()?;
        if before.is_empty() && INERT.iter().any(|inert| *name == inert) {
            return None;
        }
        Some(Mark {
            name: (*name).clone(),
            qualifier: before.last().map(|name| (*name).clone()),
            body: match &tokens[end..] {
                [TokenTree::Group(group)] => group.stream(),
                _ => TokenStream::new(),
            },
            conditions: conditions.into_iter().map(Condition::Cfg).collect(),
        })
    }
}

/// The condition of a `cfg_attr`, and the attributes that depend on it.
fn conditional(body: TokenStream) -> (Cfg, Vec<Vec<TokenTree>>) {
    let body: Vec<TokenTree> = body.into_iter().collect();
    let mut parts = body.split(|token| is_punct(token, ','));
    let condition = parts.next().unwrap_or_default().iter().cloned().collect();
    (
        Cfg::of(condition),
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
