//! What the tokens of a file hold that matters here: calls of macros, which may be definitions, and what leads to other
//! files.

mod attributes;

use std::ops::Range;

use controls_dsl::plain_name as plain;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use attributes::{Attributes, attribute, is_punct, visibility};

/// The name of the macro whose calls are definitions.
pub(crate) const MACRO: &str = "controls";

/// Macros whose input is quoted: what is called in it isn't called here.
const QUOTES: [&str; 4] = ["quote", "quote_spanned", "parse_quote", "stringify"];

/// How many brackets around a definition are looked through. Nobody writes so many, and the stack has an end.
const DEEPEST: u16 = 256;

/// What has been found.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The calls of macros, in order, those within others after them.
    pub(crate) calls: Vec<Call>,
    /// The macros that are defined by example.
    pub(crate) templates: Vec<Template>,
    /// The names under which the macro of definitions is imported.
    pub(crate) imports: Vec<Import>,
    /// The modules that are in other files, in order.
    pub(crate) modules: Vec<Module>,
    /// The files that are included, in order.
    pub(crate) includes: Vec<Include>,
}

/// A `name!(…)`.
#[derive(Debug)]
pub(crate) struct Call {
    /// The name of the macro.
    pub(crate) name: String,
    /// The brackets with its input.
    pub(crate) body: Group,
    /// Where the name is, in bytes.
    pub(crate) range: Range<usize>,
    /// The call in whose input it is.
    pub(crate) within: Option<usize>,
}

/// A `macro_rules! name { … }`.
#[derive(Debug)]
pub(crate) struct Template {
    /// The name.
    pub(crate) name: String,
    /// The macros that it calls.
    pub(crate) calls: Vec<String>,
}

/// A `use …::controls as name;`.
#[derive(Debug)]
pub(crate) struct Import {
    /// The name.
    pub(crate) name: String,
    /// Whether others may import it from here.
    pub(crate) is_public: bool,
    /// Where it is, in bytes.
    pub(crate) range: Range<usize>,
}

/// An `include!(…)`.
#[derive(Debug)]
pub(crate) struct Include {
    /// What is within its brackets.
    pub(crate) body: TokenStream,
    /// Whether it depends on a `cfg`.
    pub(crate) conditional: bool,
    /// Where it is, in bytes.
    pub(crate) range: Range<usize>,
}

/// A `mod name;`.
#[derive(Debug)]
pub(crate) struct Module {
    /// The name and the paths.
    pub(crate) named: Named,
    /// The modules of this file that it is in, outermost first.
    pub(crate) inside: Vec<Named>,
    /// Whether it, or one that it is in, depends on a `cfg` or on what a macro makes of it.
    pub(crate) conditional: bool,
    /// Where the name is, in bytes.
    pub(crate) range: Range<usize>,
}

/// A module by its name, and by its paths if it has any. That of a `mod name { … }` is the path of a folder.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// The name.
    pub(crate) name: String,
    /// Its `path`.
    pub(crate) path: Option<String>,
    /// Those that depend on a `cfg_attr`.
    pub(crate) other_paths: Vec<String>,
}

impl Named {
    fn new(name: String, attributes: Attributes) -> Named {
        Named {
            name,
            path: attributes.path,
            other_paths: attributes.other_paths,
        }
    }
}

/// Looks through the tokens of a file.
pub(crate) fn scan(tokens: TokenStream) -> Scan {
    let mut scan = Scan::default();
    scan.tokens(tokens, &Around::default());
    scan
}

/// What is around some tokens.
#[derive(Clone, Default)]
struct Around {
    modules: Vec<Named>,
    conditional: bool,
    /// The call in whose input they are.
    call: Option<usize>,
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

impl Scan {
    fn tokens(&mut self, tokens: TokenStream, around: &Around) {
        if around.depth > DEEPEST {
            return;
        }
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let (mut attributes, mut is_public) = (Attributes::default(), false);
        let mut rest = &tokens[..];
        while let [first, after @ ..] = rest {
            if let Some((body, after)) = attribute(rest) {
                attributes.add(body.stream());
                rest = after;
            } else if let Some(after) = visibility(rest) {
                // It's between an item and its attributes.
                is_public = true;
                rest = after;
            } else {
                let attributes = std::mem::take(&mut attributes);
                rest = self
                    .item(rest, attributes, is_public, around)
                    .unwrap_or_else(|| {
                        if let TokenTree::Group(group) = first {
                            self.tokens(group.stream(), &around.deeper());
                        }
                        after
                    });
                is_public = false;
            }
        }
    }

    /// Takes a macro call, a module or an import from the front.
    fn item<'t>(
        &mut self,
        tokens: &'t [TokenTree],
        attributes: Attributes,
        is_public: bool,
        around: &Around,
    ) -> Option<&'t [TokenTree]> {
        match tokens {
            [
                TokenTree::Ident(name),
                bang,
                TokenTree::Group(body),
                after @ ..,
            ] if is_punct(bang, '!') => {
                self.call(
                    &plain(name),
                    body,
                    name.span().byte_range(),
                    &attributes,
                    around,
                );
                Some(after)
            }
            [
                TokenTree::Ident(word),
                bang,
                TokenTree::Ident(name),
                TokenTree::Group(body),
                after @ ..,
            ] if word == "macro_rules" && is_punct(bang, '!') => {
                self.templates.push(Template {
                    name: plain(name),
                    calls: called(body),
                });
                Some(after)
            }
            [
                TokenTree::Ident(word),
                TokenTree::Ident(name),
                end,
                after @ ..,
            ] if word == "mod" && is_punct(end, ';') => {
                self.modules.push(Module {
                    conditional: attributes.conditional
                        || around.conditional
                        || around.call.is_some(),
                    named: Named::new(plain(name), attributes),
                    inside: around.modules.clone(),
                    range: name.span().byte_range(),
                });
                Some(after)
            }
            [
                TokenTree::Ident(word),
                TokenTree::Ident(name),
                TokenTree::Group(body),
                after @ ..,
            ] if word == "mod" && body.delimiter() == Delimiter::Brace => {
                let mut inside = around.deeper();
                inside.conditional |= attributes.conditional;
                inside.modules.push(Named::new(plain(name), attributes));
                self.tokens(body.stream(), &inside);
                Some(after)
            }
            [TokenTree::Ident(word), after @ ..] if word == "use" => {
                let is_part = |token: &&TokenTree| match token {
                    TokenTree::Ident(_) => true,
                    TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                    token => [':', ',', '*'].iter().any(|mark| is_punct(token, *mark)),
                };
                let tree = after.iter().take_while(is_part).count();
                self.import(&after[..tree], is_public);
                Some(after)
            }
            _ => None,
        }
    }

    fn call(
        &mut self,
        name: &str,
        body: &Group,
        range: Range<usize>,
        attributes: &Attributes,
        around: &Around,
    ) {
        if QUOTES.contains(&name) {
            return;
        }
        if name == "include" {
            self.includes.push(Include {
                body: body.stream(),
                conditional: attributes.conditional || around.conditional,
                range,
            });
            return;
        }
        self.calls.push(Call {
            name: name.to_owned(),
            body: body.clone(),
            range,
            within: around.call,
        });
        let mut inside = around.deeper();
        inside.conditional |= attributes.conditional;
        inside.call = Some(self.calls.len() - 1);
        self.tokens(body.stream(), &inside);
    }

    /// Looks through what is imported for the macro.
    fn import(&mut self, tree: &[TokenTree], is_public: bool) {
        let mut stack = vec![tree.to_vec()];
        while let Some(tokens) = stack.pop() {
            for (at, token) in tokens.iter().enumerate() {
                match (token, &tokens[at + 1..]) {
                    (TokenTree::Group(group), _) => {
                        stack.push(group.stream().into_iter().collect());
                    }
                    // What follows a path that goes on isn't the macro.
                    (TokenTree::Ident(name), [next, ..])
                        if name == MACRO && is_punct(next, ':') => {}
                    (TokenTree::Ident(name), after) if name == MACRO => {
                        let name = match after {
                            [TokenTree::Ident(word), TokenTree::Ident(alias), ..]
                                if word == "as" =>
                            {
                                alias
                            }
                            _ => name,
                        };
                        self.imports.push(Import {
                            name: plain(name),
                            is_public,
                            range: name.span().byte_range(),
                        });
                    }
                    _ => {}
                }
            }
        }
    }
}

/// The macros that are called anywhere within brackets, which may be nested deeper than the stack is high.
fn called(body: &Group) -> Vec<String> {
    let mut names = Vec::new();
    let mut stack = vec![body.stream()];
    while let Some(tokens) = stack.pop() {
        let mut before = None;
        for token in tokens {
            if let (Some(name), true) = (&before, is_punct(&token, '!')) {
                names.push(plain(name));
            }
            if let TokenTree::Group(group) = &token {
                stack.push(group.stream());
            }
            before = match token {
                TokenTree::Ident(name) => Some(name),
                _ => None,
            };
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_found_wherever_they_are() {
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
            let scan = scan(source.parse().unwrap());
            let calls = scan.calls.iter().filter(|call| call.name == MACRO);
            assert_eq!(calls.count(), count, "{source}");
        }
    }

    #[test]
    fn brackets_without_end_are_no_trouble() {
        let (open, close) = ("(".repeat(50_000), ")".repeat(50_000));
        let scan = scan(format!("{open}{close} controls! {{}}").parse().unwrap());
        assert_eq!(scan.calls.len(), 1);
    }

    #[test]
    fn modules_are_known_by_their_attributes() {
        for (source, expected) in [
            ("mod a;", Some((None, vec![], false))),
            (
                "#[cfg(x)] #[path = r\"p.rs\"] pub(in a) mod b;",
                Some((Some("p.rs"), vec![], true)),
            ),
            (
                "#[cfg_attr(any(x, y), doc(hidden), path = \"p.rs\")] pub mod c;",
                Some((None, vec!["p.rs"], true)),
            ),
            (
                "#[cfg_attr(x, path = \"p.rs\")] #[cfg_attr(y, path = \"q.rs\")] mod c;",
                Some((None, vec!["p.rs", "q.rs"], true)),
            ),
            (
                "#[cfg_attr(x, allow(y))] mod c;",
                Some((None, vec![], false)),
            ),
            ("#[cfg(x)] use y; mod d;", Some((None, vec![], false))),
            ("#[cfg(x)] mod i { mod e; }", Some((None, vec![], true))),
            ("fn f() { mod g; }", Some((None, vec![], false))),
            ("cfg_if! { mod h; }", Some((None, vec![], true))),
            ("mod i {}", None),
        ] {
            let scan = scan(source.parse().unwrap());
            let module = scan.modules.first().map(|module| {
                let Named {
                    path, other_paths, ..
                } = &module.named;
                let others = other_paths.iter().map(|path| &**path).collect();
                (path.as_deref(), others, module.conditional)
            });
            assert_eq!(module, expected, "{source}");
        }
    }

    #[test]
    fn imports_of_the_macro_have_names() {
        for (source, expected) in [
            ("use controls_core::controls;", &[("controls", false)][..]),
            (
                "pub(crate) use controls_core::controls as catalog;",
                &[("catalog", true)],
            ),
            (
                "mod a { use ::c::{self, d::{controls as one, e}, controls as r#type}; }",
                &[("type", false), ("one", false)],
            ),
            ("use a::controls::b; use a::{controls::*, c};", &[]),
            ("fn f<'a>() -> impl T + use<'a> { controls as usize }", &[]),
        ] {
            let scan = scan(source.parse().unwrap());
            let names: Vec<_> = scan
                .imports
                .iter()
                .map(|import| (&*import.name, import.is_public))
                .collect();
            assert_eq!(names, expected, "{source}");
        }
    }

    #[test]
    fn templates_say_what_they_call() {
        let source = "macro_rules! m { ($a:ident) => { mod a { $crate::controls! { enum $a {} } b!(); } }; }";
        let scan = scan(source.parse().unwrap());
        let templates: Vec<_> = scan
            .templates
            .iter()
            .map(|template| (&*template.name, &template.calls[..]))
            .collect();
        assert_eq!(
            templates,
            [("m", &["controls".to_owned(), "b".to_owned()][..])]
        );
        assert_eq!(scan.calls.len(), 0);
    }
}
