//! Attributes.

use proc_macro2::{Group, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _};

/// An attribute, as written.
#[derive(Clone, Debug)]
pub(crate) struct Attribute {
    /// `#`.
    pub(crate) pound: Span,
    pub(crate) brackets: Group,
}

impl Attribute {
    /// Whether it's of this name, whatever follows it.
    pub(super) fn is(&self, name: &str) -> bool {
        let mut tokens = self.brackets.stream().into_iter();
        let first = tokens.next();
        let is_path = matches!(tokens.next(), Some(TokenTree::Punct(of)) if of.as_char() == ':');
        matches!(first, Some(TokenTree::Ident(of)) if of == name) && !is_path
    }

    /// The text after `=`, if there's nothing else; empty where there's only the name.
    pub(super) fn text(&self) -> Option<String> {
        let mut tokens = self.brackets.stream().into_iter().skip(1);
        match (tokens.next(), tokens.next(), tokens.next()) {
            (None, ..) => Some(String::new()),
            (Some(TokenTree::Punct(equals)), Some(TokenTree::Literal(text)), None)
                if equals.as_char() == '=' =>
            {
                let text: syn::LitStr = syn::parse2(TokenTree::from(text).into()).ok()?;
                Some(text.value())
            }
            _ => None,
        }
    }

    /// Whether a word is among its tokens.
    pub(super) fn mentions(&self, word: &str) -> bool {
        mentions(self.brackets.stream(), word)
    }
}

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let mut pound = Punct::new('#', Spacing::Alone);
        pound.set_span(self.pound);
        tokens.append(pound);
        tokens.append(self.brackets.clone());
    }
}

/// Whether a word is among tokens, in their brackets too.
fn mentions(tokens: TokenStream, word: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == word,
        TokenTree::Group(group) => mentions(group.stream(), word),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
