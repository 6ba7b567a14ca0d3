//! The item that an attribute is on, as tokens: what is in it isn't parsed, only where a constant can be put.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::quote;

use super::kind::EvidenceKind;
use crate::Diagnostics;

/// An item.
pub(super) struct Item {
    /// Its attributes.
    attributes: TokenStream,
    /// All else.
    tokens: Vec<TokenTree>,
    place: Spot,
}

/// Where the constant can be that the compiler checks.
#[derive(Clone, Copy)]
pub(super) enum Spot {
    /// At the front of the function's body: beside a method nothing can be that has no name.
    Body,
    /// In a block before the value of a constant, which may be one of an impl. The value begins at this token.
    Value(usize),
    /// After the item.
    Beside,
}

impl Item {
    /// Reads an item. Returns the tokens as they were if it's none that can hold evidence, with a diagnostic.
    pub(super) fn parse(
        tokens: TokenStream,
        kind: EvidenceKind,
        diagnostics: &mut Diagnostics,
    ) -> Result<Item, TokenStream> {
        let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let mut start = 0;
        while is_punct(all.get(start), '#') && is_group(all.get(start + 1), Delimiter::Bracket) {
            start += 2;
        }
        let rest = &all[start..];
        let Some(place) = place(rest) else {
            let (at, message) = refusal(rest, kind);
            diagnostics.mistake(at, message);
            return Err(tokens);
        };
        if kind == EvidenceKind::Verifies && !matches!(place, Spot::Body) {
            diagnostics.mistake(
                Span::call_site(),
                "`#[verifies]` is for functions: put it on the test that shows what the control asks",
            );
        }
        Ok(Item {
            attributes: all[..start].iter().cloned().collect(),
            tokens: rest.to_vec(),
            place,
        })
    }

    /// Whether a line may be added to its documentation. Where it has none of its own, nobody is to think that it had: neither
    /// a lint, nor rustdoc, which shows the trait's where a method of an `impl` has none. No `impl` needs any.
    pub(super) fn takes_docs(&self) -> bool {
        let has_docs = self
            .attributes
            .clone()
            .into_iter()
            .any(|token| match token {
                TokenTree::Group(attribute) => {
                    let mut tokens = attribute.stream().into_iter();
                    is_word(tokens.next().as_ref(), "doc") && is_punct(tokens.next().as_ref(), '=')
                }
                _ => false,
            });
        let mut words = self
            .tokens
            .iter()
            .skip_while(|token| is_word(Some(token), "unsafe") || is_word(Some(token), "default"));
        has_docs || is_word(words.next(), "impl")
    }

    /// The item with documentation after its own, and with the constant.
    pub(super) fn with(self, docs: Option<&TokenStream>, checks: &TokenStream) -> TokenStream {
        let Item {
            attributes,
            mut tokens,
            place,
        } = self;
        let mut beside = None;
        match place {
            Spot::Body => {
                if let Some(TokenTree::Group(body)) = tokens.pop() {
                    tokens.push(TokenTree::Group(with_checks(&body, checks)));
                }
            }
            Spot::Value(at) => {
                let end = tokens.split_off(tokens.len().saturating_sub(1));
                let value: TokenStream = tokens.split_off(at).into_iter().collect();
                let mut block = Group::new(Delimiter::Brace, quote!(#checks #value));
                block.set_span(Span::call_site());
                tokens.push(TokenTree::Group(block));
                tokens.extend(end);
            }
            Spot::Beside => beside = Some(checks),
        }
        quote!(#attributes #docs #(#tokens)* #beside)
    }
}

/// The body of a function with constants at its front, after the attributes of the function that are in it.
fn with_checks(body: &Group, checks: &TokenStream) -> Group {
    let all: Vec<TokenTree> = body.stream().into_iter().collect();
    let mut start = 0;
    while is_punct(all.get(start), '#')
        && is_punct(all.get(start + 1), '!')
        && is_group(all.get(start + 2), Delimiter::Bracket)
    {
        start += 3;
    }
    let (attributes, rest) = all.split_at(start);
    let mut group = Group::new(Delimiter::Brace, quote!(#(#attributes)* #checks #(#rest)*));
    group.set_span(body.span());
    group
}

/// Where the constant can be, by the item's keyword; `None` if there's no place, or if it's no item.
fn place(tokens: &[TokenTree]) -> Option<Spot> {
    let mut at = 0;
    loop {
        let word = match tokens.get(at)? {
            TokenTree::Ident(word) => word.to_string(),
            _ => return None,
        };
        let next = tokens.get(at + 1);
        let is_followed_by = |words: &[&str]| words.iter().any(|word| is_word(next, word));
        match &*word {
            "pub" if is_group(next, Delimiter::Parenthesis) => at += 2,
            "extern" if matches!(next, Some(TokenTree::Literal(_))) => at += 2,
            "const" if !is_followed_by(&["fn", "async", "unsafe", "extern", "trait"]) => {
                return value(tokens, at).map(Spot::Value);
            }
            "pub" | "default" | "const" | "async" | "unsafe" | "safe" | "auto" | "extern" => {
                at += 1;
            }
            "fn" => return is_group(tokens.last(), Delimiter::Brace).then_some(Spot::Body),
            "static" | "struct" | "enum" | "union" | "trait" | "impl" | "mod" | "type" => {
                return Some(Spot::Beside);
            }
            _ => return None,
        }
    }
}

/// The first token of a constant's value: what follows the first `=` outside of angle brackets.
fn value(tokens: &[TokenTree], from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        let TokenTree::Punct(punct) = token else {
            continue;
        };
        let is_after = |before: char| at > 0 && is_punct(tokens.get(at - 1), before);
        match punct.as_char() {
            '<' => depth += 1,
            '>' if !is_after('-') => depth = depth.saturating_sub(1),
            '=' if depth == 0 => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Why an item can't hold evidence, and where to say so.
fn refusal(tokens: &[TokenTree], kind: EvidenceKind) -> (Span, String) {
    let name = kind.name();
    let function = tokens
        .iter()
        .take(8)
        .find(|token| is_word(Some(token), "fn"));
    if let Some(function) = function {
        let message = format!(
            "a function without a body does nothing yet: put `#[{name}]` on the trait, or on an `impl` of it"
        );
        return (function.span(), message);
    }
    let word = tokens.iter().take(4).find_map(|token| match token {
        TokenTree::Ident(word) if word == "use" || word == "extern" => Some(word),
        _ => None,
    });
    if let Some(word) = word {
        let what = match word.to_string() {
            word if word == "use" => "a `use`",
            _ if is_group(tokens.last(), Delimiter::Brace) => "an `extern` block",
            _ => "an `extern crate`",
        };
        let message =
            format!("{what} does nothing for a control: put `#[{name}]` on the item that does");
        return (word.span(), message);
    }
    let at = tokens.first().map_or_else(Span::call_site, TokenTree::span);
    let message = format!(
        "`#[{name}]` is for items, such as functions, types, impls and modules: in other places write \
         `controls_core::evidence::satisfies!(…)`"
    );
    (at, message)
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn is_group(token: Option<&TokenTree>, wanted: Delimiter) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == wanted)
}

fn is_word(token: Option<&TokenTree>, wanted: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(word)) if word == wanted)
}
