//! What the tokens of a file hold that matters here: definitions, and modules that stand in other files.

use std::ops::Range;

use controls_dsl::plain_name as plain;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::LitStr;

/// Macros whose input is a template or a quotation. A `controls!` in it isn't a definition: its parts may be missing.
const TEMPLATES: [&str; 5] = [
    "macro_rules",
    "quote",
    "quote_spanned",
    "parse_quote",
    "stringify",
];

/// How many brackets around a definition are looked through. Nobody writes so many, and the stack has an end.
const DEEPEST: u16 = 256;

/// What has been found.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The brackets of each `controls!`, in order.
    pub(crate) definitions: Vec<Group>,
    /// The modules that stand in other files, in order.
    pub(crate) modules: Vec<Module>,
}

/// A `mod name;`.
#[derive(Debug)]
pub(crate) struct Module {
    /// The name.
    pub(crate) name: String,
    /// Its `#[path]`.
    pub(crate) path: Option<String>,
    /// The modules of this file that it stands in, outermost first.
    pub(crate) inside: Vec<Named>,
    /// Whether it, or one that it stands in, depends on a `#[cfg]`.
    pub(crate) conditional: bool,
    /// Where the name stands, in bytes.
    pub(crate) range: Range<usize>,
}

/// A `mod name { … }`.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// The name.
    pub(crate) name: String,
    /// Its `#[path]`, which is that of a folder.
    pub(crate) path: Option<String>,
}

/// Looks through the tokens of a file.
pub(crate) fn scan(tokens: TokenStream) -> Scan {
    let mut scan = Scan::default();
    scan.tokens(tokens, &Around::default());
    scan
}

/// What stands around some tokens.
#[derive(Clone, Default)]
struct Around {
    modules: Vec<Named>,
    conditional: bool,
    /// Whether they are the input of a macro, in which nobody knows what `mod` means.
    in_macro: bool,
    depth: u16,
}

impl Around {
    /// The same within one more pair of brackets.
    fn deeper(&self) -> Around {
        Around {
            depth: self.depth + 1,
            ..self.clone()
        }
    }
}

/// What the attributes before an item say.
#[derive(Default)]
struct Attributes {
    path: Option<String>,
    conditional: bool,
}

impl Scan {
    fn tokens(&mut self, tokens: TokenStream, around: &Around) {
        if around.depth > DEEPEST {
            return;
        }
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut attributes = Attributes::default();
        let mut rest = &tokens[..];
        while let [first, after @ ..] = rest {
            if let Some((body, after)) = attribute(rest) {
                attributes.add(body.stream());
                rest = after;
            } else if let Some(after) = visibility(rest) {
                // It stands between an item and its attributes.
                rest = after;
            } else {
                rest = self
                    .item(rest, std::mem::take(&mut attributes), around)
                    .unwrap_or_else(|| {
                        if let TokenTree::Group(group) = first {
                            self.tokens(group.stream(), &around.deeper());
                        }
                        after
                    });
            }
        }
    }

    /// Takes a macro call or a module from the front.
    fn item<'t>(
        &mut self,
        tokens: &'t [TokenTree],
        attributes: Attributes,
        around: &Around,
    ) -> Option<&'t [TokenTree]> {
        match tokens {
            // `name!(…)`, and `macro_rules! name { … }`
            [
                TokenTree::Ident(name),
                TokenTree::Punct(bang),
                TokenTree::Group(body),
                after @ ..,
            ]
            | [
                TokenTree::Ident(name),
                TokenTree::Punct(bang),
                TokenTree::Ident(_),
                TokenTree::Group(body),
                after @ ..,
            ] if bang.as_char() == '!' => {
                self.call(&plain(name), body, around);
                Some(after)
            }
            [
                TokenTree::Ident(word),
                TokenTree::Ident(name),
                TokenTree::Punct(end),
                after @ ..,
            ] if word == "mod" && end.as_char() == ';' && !around.in_macro => {
                self.modules.push(Module {
                    name: plain(name),
                    path: attributes.path,
                    inside: around.modules.clone(),
                    conditional: attributes.conditional || around.conditional,
                    range: name.span().byte_range(),
                });
                Some(after)
            }
            [
                TokenTree::Ident(word),
                TokenTree::Ident(name),
                TokenTree::Group(body),
                after @ ..,
            ] if word == "mod" && body.delimiter() == Delimiter::Brace && !around.in_macro => {
                let mut inside = around.deeper();
                inside.modules.push(Named {
                    name: plain(name),
                    path: attributes.path,
                });
                inside.conditional |= attributes.conditional;
                self.tokens(body.stream(), &inside);
                Some(after)
            }
            _ => None,
        }
    }

    fn call(&mut self, name: &str, body: &Group, around: &Around) {
        if name == "controls" {
            self.definitions.push(body.clone());
        } else if !TEMPLATES.contains(&name) {
            self.tokens(
                body.stream(),
                &Around {
                    in_macro: true,
                    ..around.deeper()
                },
            );
        }
    }
}

/// Takes `pub` or `pub(…)` from the front.
fn visibility(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
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
fn attribute(tokens: &[TokenTree]) -> Option<(&Group, &[TokenTree])> {
    let [TokenTree::Punct(hash), rest @ ..] = tokens else {
        return None;
    };
    let rest = match rest {
        [TokenTree::Punct(bang), rest @ ..] if bang.as_char() == '!' => rest,
        rest => rest,
    };
    match rest {
        [TokenTree::Group(body), rest @ ..]
            if hash.as_char() == '#' && body.delimiter() == Delimiter::Bracket =>
        {
            Some((body, rest))
        }
        _ => None,
    }
}

impl Attributes {
    fn add(&mut self, body: TokenStream) {
        let tokens: Vec<TokenTree> = body.into_iter().take(3).collect();
        match &tokens[..] {
            [
                TokenTree::Ident(name),
                TokenTree::Punct(equals),
                TokenTree::Literal(path),
            ] if name == "path" && equals.as_char() == '=' => {
                self.path = self.path.take().or_else(|| {
                    let path = syn::parse_str::<LitStr>(&path.to_string()).ok()?;
                    Some(path.value())
                });
            }
            [TokenTree::Ident(name), ..] if name == "cfg" || name == "cfg_attr" => {
                self.conditional = true;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_are_found_wherever_they_stand() {
        for (source, count) in [
            ("controls! {}", 1),
            ("controls_core::controls!(); ::a::b::controls![];", 2),
            ("mod a { fn f() { { controls! { pub enum A {} } } } }", 1),
            ("in_a_module! { controls! {} }", 1),
            ("#[cfg(x)] controls! {}", 1),
            (
                "macro_rules! m { ($a:ident) => { controls! { enum $a {} } } }",
                0,
            ),
            (
                "fn f() { quote! { controls! { #rows } }; stringify!(controls! {}) }",
                0,
            ),
            ("fn f() { if controls != (a) {} controls(); other!(); }", 0),
            (
                "use a::controls; /* controls! {} */ const A: &str = \"controls! {}\";",
                0,
            ),
            ("#[doc = controls! {}] struct A;", 0),
        ] {
            assert_eq!(
                scan(source.parse().unwrap()).definitions.len(),
                count,
                "{source}"
            );
        }
    }

    #[test]
    fn brackets_without_end_are_no_trouble() {
        let (open, close) = ("(".repeat(50_000), ")".repeat(50_000));
        assert_eq!(
            scan(format!("{open}{close} controls! {{}}").parse().unwrap())
                .definitions
                .len(),
            1
        );
    }

    #[test]
    fn modules_are_known_by_their_attributes() {
        for (source, expected) in [
            ("mod a;", Some((None, false))),
            (
                "#[cfg(x)] #[path = r\"p.rs\"] pub(in a) mod b;",
                Some((Some("p.rs"), true)),
            ),
            (
                "#[cfg_attr(x, path = \"p.rs\")] pub mod c;",
                Some((None, true)),
            ),
            ("#[cfg(x)] use y; mod d;", Some((None, false))),
            ("#[cfg(x)] mod i { mod e; }", Some((None, true))),
            ("fn f() { mod g; }", Some((None, false))),
            ("cfg_if! { mod h; }", None),
            ("mod i {}", None),
        ] {
            let scan = scan(source.parse().unwrap());
            let module = scan
                .modules
                .first()
                .map(|module| (module.path.as_deref(), module.conditional));
            assert_eq!(module, expected, "{source}");
        }
    }
}
