//! The items of a file, by the tokens that they begin with.

use controls_dsl::plain_name as plain;
use proc_macro2::{Delimiter, Group, TokenTree};

use super::attributes::is_punct;
use crate::sources::compact::compact;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ItemKind {
    Function,
    Test,
    Method,
    Type,
    Trait,
    Impl,
    Module,
    Constant,
    /// A statement, or anything else.
    Statement,
}

impl ItemKind {
    /// Whether it can be called.
    pub(crate) fn is_function(self) -> bool {
        matches!(self, ItemKind::Function | ItemKind::Test | ItemKind::Method)
    }

    /// The name as data has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            ItemKind::Function => "function",
            ItemKind::Test => "test",
            ItemKind::Method => "method",
            ItemKind::Type => "type",
            ItemKind::Trait => "trait",
            ItemKind::Impl => "impl",
            ItemKind::Module => "module",
            ItemKind::Constant => "constant",
            ItemKind::Statement => "statement",
        }
    }
}

/// An item at the front of some tokens.
pub(super) struct Item<'t> {
    pub(super) kind: ItemKind,
    /// Its name; of an impl the type, as `<Type as Trait>` where it's one of a trait.
    pub(super) name: String,
    /// What is in its last braces.
    pub(super) body: Option<&'t Group>,
    /// What is between its name and its body, and may have expressions in it.
    pub(super) head: &'t [TokenTree],
    /// What follows.
    pub(super) after: &'t [TokenTree],
    /// Whether it's a function that nothing but a call is needed to run, as `#[test]` asks.
    pub(super) is_plain: bool,
}

impl Item<'_> {
    /// Whether the attributes of evidence can be on it: functions and constants without a body do nothing yet.
    pub(super) fn holds_evidence(&self) -> bool {
        match self.kind {
            ItemKind::Function => self.body.is_some(),
            ItemKind::Constant => self.head.iter().any(|token| is_punct(token, '=')),
            _ => true,
        }
    }
}

/// Takes an item from the front, after its attributes and its visibility.
pub(super) fn item(tokens: &[TokenTree]) -> Option<Item<'_>> {
    let mut rest = tokens;
    let mut is_special = false;
    // There are no more words before the one that says what it is.
    for _ in 0..8 {
        let [TokenTree::Ident(word), after @ ..] = rest else {
            return None;
        };
        let next_is = |words: &[&str]| match after.first() {
            Some(TokenTree::Ident(next)) => words.iter().any(|word| next == word),
            _ => false,
        };
        match &*word.to_string() {
            "fn" => {
                let function = named(ItemKind::Function, after)?;
                return Some(Item {
                    is_plain: !is_special && needs_nothing(function.head),
                    ..function
                });
            }
            "struct" | "enum" | "type" => return named(ItemKind::Type, after),
            // A word like any other where no name follows.
            "union" if matches!(after, [TokenTree::Ident(_), ..]) => {
                return named(ItemKind::Type, after);
            }
            "trait" => return named(ItemKind::Trait, after),
            "mod" => return named(ItemKind::Module, after),
            "static" => return constant(after),
            "const" if !next_is(&["fn", "async", "unsafe", "extern", "trait"]) => {
                return constant(after);
            }
            "impl" => return Some(implementation(after)),
            word @ ("default" | "const" | "async" | "unsafe" | "safe" | "auto") => {
                is_special |= ["async", "unsafe"].contains(&word);
                rest = after;
            }
            "extern" => {
                let has_name = matches!(after, [TokenTree::Literal(_), ..]);
                rest = &after[usize::from(has_name)..];
            }
            _ => return None,
        }
    }
    None
}

fn named(kind: ItemKind, tokens: &[TokenTree]) -> Option<Item<'_>> {
    let [TokenTree::Ident(name), rest @ ..] = tokens else {
        return None;
    };
    Some(until_body(kind, plain(name), rest))
}

/// A constant or a static: its name, after `mut` if it has one, and its value.
fn constant(tokens: &[TokenTree]) -> Option<Item<'_>> {
    let tokens = match tokens {
        [TokenTree::Ident(word), rest @ ..] if word == "mut" => rest,
        tokens => tokens,
    };
    // A block of a constant has no name.
    let [TokenTree::Ident(name), rest @ ..] = tokens else {
        return None;
    };
    let end = rest.iter().position(|token| is_punct(token, ';'));
    let (head, after) = rest.split_at(end.unwrap_or(rest.len()));
    Some(Item {
        kind: ItemKind::Constant,
        name: plain(name),
        body: None,
        head,
        after,
        is_plain: false,
    })
}

/// Whether a function has neither arguments nor parameters that aren't lifetimes, by what is between its name and its body.
fn needs_nothing(head: &[TokenTree]) -> bool {
    let (parameters, rest) = match head {
        [first, ..] if is_punct(first, '<') => head.split_at(angles(head)),
        head => head.split_at(0),
    };
    let is_lifetime = |pair: &[TokenTree]| is_punct(&pair[0], '\'');
    let is_name = |pair: &&[TokenTree]| matches!(pair[1], TokenTree::Ident(_));
    let mut names = parameters.windows(2).filter(is_name);
    let takes_nothing = match rest.first() {
        Some(TokenTree::Group(arguments)) => arguments.stream().is_empty(),
        _ => false,
    };
    takes_nothing && names.all(is_lifetime)
}

fn implementation(tokens: &[TokenTree]) -> Item<'_> {
    let item = until_body(ItemKind::Impl, String::new(), tokens);
    let mut head = item.head;
    // Its parameters.
    if head.first().is_some_and(|token| is_punct(token, '<')) {
        head = &head[angles(head)..];
    }
    let mut depth = 0_usize;
    let (mut of_trait, mut of_type) = (None, Vec::new());
    for (at, token) in head.iter().enumerate() {
        depth = depth_after(head, at, depth);
        match token {
            TokenTree::Ident(word) if depth == 0 && word == "where" => break,
            // `for<'a>` is part of a type.
            TokenTree::Ident(word)
                if depth == 0
                    && word == "for"
                    && head.get(at + 1).is_none_or(|next| !is_punct(next, '<')) =>
            {
                of_trait = Some(std::mem::take(&mut of_type));
            }
            token if depth == 0 && (!is_punct(token, '>') || is_arrow(head, at)) => {
                of_type.push(token.clone());
            }
            _ => {}
        }
    }
    let shown = |tokens: Vec<TokenTree>| compact(tokens.into_iter().collect());
    let of_type = shown(of_type);
    Item {
        name: match of_trait {
            Some(of_trait) => format!("<{of_type} as {}>", shown(of_trait)),
            None => of_type,
        },
        ..item
    }
}

/// An item that ends with its body, or with a semicolon where it has none.
fn until_body(kind: ItemKind, name: String, tokens: &[TokenTree]) -> Item<'_> {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        depth = depth_after(tokens, at, depth);
        match token {
            TokenTree::Group(group) if depth == 0 && group.delimiter() == Delimiter::Brace => {
                return Item {
                    kind,
                    name,
                    body: Some(group),
                    head: &tokens[..at],
                    after: &tokens[at + 1..],
                    is_plain: false,
                };
            }
            token if is_punct(token, ';') => {
                return Item {
                    kind,
                    name,
                    body: None,
                    head: &tokens[..at],
                    after: &tokens[at + 1..],
                    is_plain: false,
                };
            }
            _ => {}
        }
    }
    Item {
        kind,
        name,
        body: None,
        head: tokens,
        after: &[],
        is_plain: false,
    }
}

/// How many angle brackets are open after a token.
fn depth_after(tokens: &[TokenTree], at: usize, depth: usize) -> usize {
    let token = &tokens[at];
    if is_punct(token, '<') {
        depth + 1
    } else if is_punct(token, '>') && !is_arrow(tokens, at) {
        depth.saturating_sub(1)
    } else {
        depth
    }
}

/// Whether a `>` is that of `->` or `=>`.
fn is_arrow(tokens: &[TokenTree], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|before| is_punct(before, '-') || is_punct(before, '='))
}

/// How many tokens the angle brackets at the front take.
fn angles(tokens: &[TokenTree]) -> usize {
    let mut depth = 0;
    for at in 0..tokens.len() {
        depth = depth_after(tokens, at, depth);
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_known_by_their_first_tokens() {
        for (source, expected) in [
            ("fn a() { b }", "function a {"),
            (
                "fn a(x: [u8; 4]) -> B<{ 1 + 2 }> where C: D<E> { b }",
                "function a {",
            ),
            ("const unsafe extern \"C\" fn a();", "function a"),
            ("async fn r#type() -> impl Fn() -> u8 {}", "function type {"),
            ("struct A<T>(T);", "type A"),
            ("struct A<const N: usize = { 1 }> { b: u8 }", "type A {"),
            ("union A { b: u8 }", "type A {"),
            ("type A = B;", "type A"),
            ("unsafe auto trait A: B {}", "trait A {"),
            ("mod a { }", "module a {"),
            ("const A: u8 = { 1 };", "constant A"),
            ("static mut A: u8 = 1;", "constant A"),
            ("impl A { }", "impl A {"),
            ("impl<T: B<C>> a::A<T> where T: D { }", "impl a::A {"),
            (
                "unsafe impl<'a> fmt::Display for crate::Vault<'a, u8> { }",
                "impl <crate::Vault as fmt::Display> {",
            ),
            ("impl From<A> for B { }", "impl <B as From> {"),
            ("impl !Send for B { }", "impl <B as !Send> {"),
            ("impl<F> A for fn(F) -> u8 { }", "impl <fn(F)->u8 as A> {"),
            (
                "impl A for &'static dyn B { }",
                "impl <&'static dyn B as A> {",
            ),
            ("impl", "impl "),
        ] {
            let tokens: Vec<TokenTree> = source
                .parse::<proc_macro2::TokenStream>()
                .unwrap()
                .into_iter()
                .collect();
            let found = item(&tokens).unwrap_or_else(|| panic!("{source}"));
            let body = if found.body.is_some() { " {" } else { "" };
            assert_eq!(
                format!("{} {}{body}", found.kind.name(), found.name),
                expected,
                "{source}"
            );
        }
        for source in [
            "union = 1;",
            "a",
            "const { 1 }",
            "extern crate a;",
            "let a = 1;",
            "unsafe { }",
            "",
        ] {
            let tokens: Vec<TokenTree> = source
                .parse::<proc_macro2::TokenStream>()
                .unwrap()
                .into_iter()
                .collect();
            assert!(item(&tokens).is_none(), "{source}");
        }
    }
}
