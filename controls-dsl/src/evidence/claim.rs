//! What an attribute claims: the controls, and the fingerprint that was reviewed.

use std::fmt;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{
    Ident, Token,
    ext::IdentExt as _,
    parse::{ParseStream, Parser as _},
};

use super::kind::EvidenceKind;
use crate::{
    Diagnostics, StringLiteral,
    names::meant,
    parse::recover::{at_equals, at_name, comma, found, literal, name, skip, span},
};

/// What `#[satisfies(…)]`, `#[verifies(…)]` or `satisfies!(…)` says.
#[derive(Debug, Default)]
pub struct Claim {
    /// The controls, in order.
    pub controls: Vec<ControlPath>,
    /// The fingerprint of the one control, as it was when the code was reviewed.
    pub reviewed: Option<StringLiteral>,
}

/// A path to a control, as code writes it.
#[derive(Clone, Debug)]
pub struct ControlPath {
    /// The path.
    pub tokens: TokenStream,
    /// Its names.
    pub names: Vec<Ident>,
    /// Where its last name is.
    pub span: Span,
    /// Whether it begins with `::`.
    pub is_global: bool,
}

impl fmt::Display for ControlPath {
    /// Writes the path as rustfmt would.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_global {
            f.write_str("::")?;
        }
        for (index, name) in self.names.iter().enumerate() {
            if index > 0 {
                f.write_str("::")?;
            }
            write!(f, "{name}")?;
        }
        Ok(())
    }
}

impl Claim {
    /// Parses what is in the parentheses, and adds all that is wrong with it to `diagnostics`.
    pub fn parse(kind: EvidenceKind, tokens: TokenStream, diagnostics: &mut Diagnostics) -> Claim {
        let mut claim = Claim::default();
        let parser = |input: ParseStream<'_>| {
            claim.take(kind, input, diagnostics);
            Ok(())
        };
        // `take` reads to the end, whatever is there.
        let _ = parser.parse2(tokens);
        claim.check(kind, diagnostics);
        claim
    }

    fn take(&mut self, kind: EvidenceKind, input: ParseStream<'_>, diagnostics: &mut Diagnostics) {
        while !input.is_empty() {
            if at_argument(input) {
                self.argument(kind, input, diagnostics);
            } else if let Some(control) = ControlPath::take(input) {
                let text = control.to_string();
                match self.controls.iter().find(|first| first.to_string() == text) {
                    None => self.controls.push(control),
                    Some(first) => diagnostics.clash(
                        control.span,
                        format!("`{text}` is named twice: remove one of the two"),
                        first.span,
                        format!("the first `{text}` is here"),
                    ),
                }
            } else {
                let message = format!(
                    "expected a path to a control, such as `AzureBackup::Authorization`, found {}",
                    found(input)
                );
                diagnostics.mistake(span(input), message);
                skip(input);
            }
            if comma(input).is_none() && !input.is_empty() {
                let message = format!("expected `,` between controls, found {}", found(input));
                diagnostics.mistake(span(input), message);
                while !input.is_empty() && comma(input).is_none() {
                    skip(input);
                }
            }
        }
    }

    fn argument(
        &mut self,
        kind: EvidenceKind,
        input: ParseStream<'_>,
        diagnostics: &mut Diagnostics,
    ) {
        let Some(argument) = name(input) else { return };
        skip(input);
        let (at, what) = (span(input), found(input));
        if argument != "reviewed" {
            let message = format!(
                "unknown argument `{argument}`: `#[{}]` takes controls and `reviewed`{}",
                kind.name(),
                meant(&argument.to_string(), &["reviewed"])
            );
            diagnostics.mistake(argument.span(), message);
            skip(input);
        } else if self.reviewed.is_some() {
            diagnostics.mistake(
                argument.span(),
                "`reviewed` is given twice: remove one of the two",
            );
            skip(input);
        } else if let Some(text) = literal(input) {
            self.reviewed = Some(StringLiteral::exact(&text));
        } else {
            let message = format!("expected a fingerprint after `reviewed =`, found {what}");
            let at = if input.is_empty() {
                argument.span()
            } else {
                at
            };
            diagnostics.mistake(at, message);
            skip(input);
        }
    }

    /// What no single argument can be blamed for, and what only the whole claim shows.
    fn check(&self, kind: EvidenceKind, diagnostics: &mut Diagnostics) {
        let name = kind.name();
        if self.controls.is_empty() && diagnostics.is_empty() {
            let message = format!(
                "`{name}` names no control: expected a path to one, such as `AzureBackup::Authorization`"
            );
            let at = self
                .reviewed
                .as_ref()
                .map_or_else(Span::call_site, StringLiteral::span);
            diagnostics.mistake(at, message);
        }
        for control in &self.controls {
            if control.is_of_self() {
                let message = format!(
                    "`Self` has no meaning in `{name}`, which is checked outside of the item: write the name of the enum"
                );
                let at = control.names.first().map_or(control.span, Ident::span);
                diagnostics.mistake(at, message);
            }
        }
        let Some(reviewed) = &self.reviewed else {
            return;
        };
        let text = &reviewed.value;
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let message = format!(
                "`{text}` isn't a fingerprint, which is 32 hexadecimal digits: `cargo controls explain` shows a control's"
            );
            diagnostics.mistake(reviewed.span(), message);
        }
        if self.controls.len() > 1 {
            let message = format!(
                "`reviewed` is the fingerprint of one control, and {} are named: give each a `#[{name}]` of its own",
                self.controls.len()
            );
            diagnostics.mistake(reviewed.span(), message);
        }
    }
}

impl ControlPath {
    /// Whether it begins with `Self`.
    pub(super) fn is_of_self(&self) -> bool {
        self.names.first().is_some_and(|first| first == "Self")
    }

    /// Takes a path; `None`, and nothing taken, where none begins.
    pub(super) fn take(input: ParseStream<'_>) -> Option<ControlPath> {
        let is_global = input.peek(Token![::]) && input.peek3(Ident::peek_any);
        if !is_global && !at_name(input) {
            return None;
        }
        let mut tokens = TokenStream::new();
        if is_global {
            let colons: Token![::] = input.parse().ok()?;
            tokens.extend(quote!(#colons));
        }
        let mut names = Vec::new();
        loop {
            let name = name(input)?;
            tokens.extend(quote!(#name));
            names.push(name);
            if !input.peek(Token![::]) || !input.peek3(Ident::peek_any) {
                break;
            }
            let colons: Token![::] = input.parse().ok()?;
            tokens.extend(quote!(#colons));
        }
        Some(ControlPath {
            span: names.last()?.span(),
            tokens,
            names,
            is_global,
        })
    }
}

/// Whether an argument begins here: a name that `=` follows.
pub(super) fn at_argument(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    name(&ahead).is_some() && at_equals(&ahead)
}
