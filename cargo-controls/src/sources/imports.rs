//! The names that a file gives to what is elsewhere.

use std::rc::Rc;

use controls_dsl::plain_name as plain;
use proc_macro2::{TokenStream, TokenTree};

use super::scan::attributes::is_punct;

/// What one name, or all names behind a `*`, stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Import {
    /// The path of what is imported. That of a `*` ends before it.
    pub(crate) path: Vec<String>,
    /// The name that the file gives it; `None` for all names in it.
    pub(crate) name: Option<String>,
    pub(crate) within: Within,
}

/// Where in a file something is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Within {
    /// The names of the items around it, outermost first.
    pub(crate) path: Rc<Vec<String>>,
    /// How many of them are modules, from the first on.
    pub(crate) modules: usize,
}

/// Everything that is imported in some tokens, in whichever of their brackets. `type Name = a::Path;` is one as well.
pub(super) fn imports(levels: &[Vec<TokenTree>]) -> Vec<Import> {
    let mut found = Vec::new();
    for level in levels {
        let mut rest = &level[..];
        while let [token, after @ ..] = rest {
            rest = after;
            match token {
                // `use<'a>` is no import.
                TokenTree::Ident(word)
                    if word == "use" && after.first().is_some_and(|next| !is_punct(next, '<')) =>
                {
                    let end = after.iter().position(|token| is_punct(token, ';'));
                    let (item, after) = after.split_at(end.unwrap_or(after.len()));
                    tree(item, &Within::default(), &mut found);
                    rest = after;
                }
                TokenTree::Ident(word) if word == "type" => {
                    found.extend(alias(after, &Within::default()));
                }
                _ => {}
            }
        }
    }
    found
}

/// The tokens in each pair of brackets, and those outside of them. Brackets may be nested deeper than the stack is high.
pub(crate) fn levels(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut levels = Vec::new();
    let mut stack = vec![tokens];
    while let Some(tokens) = stack.pop() {
        let level: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in level.iter().enumerate() {
            if let TokenTree::Group(group) = token
                && !is_definition(&level[..at])
            {
                stack.push(group.stream());
            }
        }
        levels.push(level);
    }
    levels
}

/// Whether the brackets after these tokens are those of a `controls!`.
fn is_definition(before: &[TokenTree]) -> bool {
    matches!(before, [.., TokenTree::Ident(name), bang] if name == "controls" && is_punct(bang, '!'))
}

/// Adds the names of one `use`.
pub(super) fn tree(item: &[TokenTree], within: &Within, found: &mut Vec<Import>) {
    let mut stack = vec![(item.to_vec(), Vec::new())];
    while let Some((tokens, before)) = stack.pop() {
        for branch in tokens.split(|token| is_punct(token, ',')) {
            let mut path: Vec<String> = before.clone();
            let mut rest = branch;
            loop {
                match rest {
                    [TokenTree::Ident(word), TokenTree::Ident(alias)] if word == "as" => {
                        found.extend(import(path, Some(plain(alias)), within));
                        break;
                    }
                    [TokenTree::Ident(name), after @ ..] => {
                        path.push(plain(name));
                        rest = after;
                    }
                    [TokenTree::Group(group), ..] => {
                        stack.push((group.stream().into_iter().collect(), path));
                        break;
                    }
                    [star, ..] if is_punct(star, '*') => {
                        found.push(Import {
                            path,
                            name: None,
                            within: within.clone(),
                        });
                        break;
                    }
                    [_, after @ ..] => rest = after,
                    [] => {
                        found.extend(import(path, None, within));
                        break;
                    }
                }
            }
        }
    }
}

/// One name, which is the last of its path where the file gives it no other.
fn import(mut path: Vec<String>, name: Option<String>, within: &Within) -> Option<Import> {
    if path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    let name = name.or_else(|| path.last().cloned())?;
    Some(Import {
        path,
        name: Some(name),
        within: within.clone(),
    })
}

/// `Name = a::Path;` after `type`.
pub(super) fn alias(tokens: &[TokenTree], within: &Within) -> Option<Import> {
    let [TokenTree::Ident(name), equals, rest @ ..] = tokens else {
        return None;
    };
    if !is_punct(equals, '=') {
        return None;
    }
    let mut path = Vec::new();
    for token in rest {
        match token {
            TokenTree::Ident(name) => path.push(plain(name)),
            token if is_punct(token, ':') => {}
            token if is_punct(token, ';') => break,
            _ => return None,
        }
    }
    (!path.is_empty()).then(|| Import {
        path,
        name: Some(plain(name)),
        within: within.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_file() {
        for (source, expected) in [
            ("use a::B;", &["a::B as B"][..]),
            ("use ::a::B as C;", &["a::B as C"]),
            (
                "pub(crate) use r#type::{self as t, B, c::{D as E, *}};",
                &["type as t", "type::B as B", "type::c::D as E", "type::c::*"],
            ),
            (
                "use a::B::*; mod m { fn f() { use super::C; } }",
                &["a::B::*", "super::C as C"],
            ),
            ("fn f() -> impl T + use<'_> { a }", &[]),
            (
                "type A = b::C; type D<T> = E<T>; type F = Vec<G>;",
                &["b::C as A"],
            ),
            ("trait T { type A; type B = C; }", &["C as B"]),
            ("use", &[]),
        ] {
            let tokens = source.parse().unwrap();
            let mut shown: Vec<String> = imports(&levels(tokens))
                .iter()
                .map(|import| match &import.name {
                    Some(name) => format!("{} as {name}", import.path.join("::")),
                    None => format!("{}::*", import.path.join("::")),
                })
                .collect();
            shown.sort();
            let mut expected = expected.to_vec();
            expected.sort_unstable();
            assert_eq!(shown, expected, "{source}");
        }
    }
}
