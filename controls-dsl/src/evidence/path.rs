//! Paths to controls.

use std::fmt;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Ident, Token, ext::IdentExt as _, parse::ParseStream};

use crate::{
    Diagnostics,
    ast::plain_name,
    parse::{
        is_taken,
        recover::{at_name, name},
    },
};

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

impl ControlPath {
    /// Whether it begins with `Self`.
    pub(super) fn is_of_self(&self) -> bool {
        self.names.first().is_some_and(|first| first == "Self")
    }

    /// Whether it leads to something that each catalog has, and that no control is called.
    pub(super) fn is_of_catalog(&self) -> bool {
        let name = self.names.last().map(plain_name);
        self.names.len() > 1 && name.is_some_and(|name| is_taken(&name))
    }

    /// Adds that it leads to no control, where that shows in its name.
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        if self.is_of_catalog() {
            let message = format!(
                "`{self}` isn't a control, but something that each catalog has: name a control, such as `AzureBackup::Authorization`"
            );
            diagnostics.mistake(self.span, message);
        }
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
