//! What the tokens of a file hold that matters here: calls of macros, which may be definitions, and what leads to other
//! files.

pub(super) mod attributes;
mod items;
#[cfg(test)]
mod tests;

use std::ops::Range;

use controls_dsl::plain_name as plain;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use attributes::{Attributes, attribute, is_inner, is_punct, visibility};

pub(crate) use items::{Call, Include, MacroImport, Module, Named, Template};

/// The name of the macro whose calls are definitions.
pub(crate) const MACRO: &str = "controls";

/// Macros whose input is quoted: what is called in it isn't called here.
pub(super) const QUOTES: [&str; 4] = ["quote", "quote_spanned", "parse_quote", "stringify"];

/// How many brackets around a definition are looked through. Nobody writes so many, and the stack has an end.
pub(super) const DEEPEST: u16 = 256;

/// What has been found.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The calls of macros, in order, those within others after them.
    pub(crate) calls: Vec<Call>,
    /// The macros that are defined by example.
    pub(crate) templates: Vec<Template>,
    /// The names under which the macro of definitions is imported.
    pub(crate) imports: Vec<MacroImport>,
    /// The modules that are in other files, in order.
    pub(crate) modules: Vec<Module>,
    /// The files that are included, in order.
    pub(crate) includes: Vec<Include>,
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
    cfgs: Vec<String>,
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
        let around = &with_inner(&tokens, around);
        let (mut attributes, mut is_public) = (Attributes::default(), false);
        let mut rest = &tokens[..];
        while let [first, after @ ..] = rest {
            if let Some((body, after)) = attribute(rest) {
                if !is_inner(rest) {
                    attributes.add(body.stream());
                }
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
                let mut cfgs = with(&around.cfgs, &attributes.cfgs);
                let maker = around.call.and_then(|at| self.calls.get(at));
                cfgs.extend(maker.map(|call| format!("{}!", call.name)));
                self.modules.push(Module {
                    cfgs,
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
                inside.cfgs = with(&around.cfgs, &attributes.cfgs);
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
                inside: around.modules.clone(),
                cfgs: with(&around.cfgs, &attributes.cfgs),
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
        inside.cfgs = with(&around.cfgs, &attributes.cfgs);
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
                        self.imports.push(MacroImport {
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

/// What is around some tokens, with what attributes among them say about all of them.
fn with_inner(tokens: &[TokenTree], around: &Around) -> Around {
    let mut attributes = Attributes::default();
    let mut rest = tokens;
    while let Some((body, after)) = attribute(rest).filter(|_| is_inner(rest)) {
        attributes.add(body.stream());
        rest = after;
    }
    Around {
        cfgs: with(&around.cfgs, &attributes.cfgs),
        ..around.clone()
    }
}

fn with(cfgs: &[String], more: &[String]) -> Vec<String> {
    [cfgs, more].concat()
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
