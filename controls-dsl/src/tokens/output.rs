//! What a definition expands to, for the compiler to read.

use super::{Delimiter, Name, Span, Token};

/// Rust that is put together from generated text and from tokens of the definition. These go out as they came in: with
/// their places, so that editors and errors find their way, and with whatever the compiler knows of them besides.
#[derive(Clone, Debug, Default)]
pub struct Output(Vec<Part>);

/// A part of what a definition expands to.
#[derive(Clone, Debug)]
pub enum Part {
    /// Generated Rust, whose brackets have their partners in it. It has no place in the definition.
    Text(String),
    /// A token of the definition.
    Token(Span),
    /// Generated Rust, each of whose tokens stands where a token of the definition does.
    Placed(String, Span),
    /// Brackets around other parts. They stand where a token of the definition does, if there is a place.
    Group(Delimiter, Output, Option<Span>),
}

impl Output {
    /// The tokens, once more.
    #[must_use]
    pub fn of(tokens: &[Token]) -> Output {
        Output(
            tokens
                .iter()
                .map(|token| Part::Token(token.span()))
                .collect(),
        )
    }

    /// The parts, in order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds generated text.
    pub fn text(&mut self, more: &str) -> &mut Self {
        match self.0.last_mut() {
            Some(Part::Text(text)) => {
                text.push(' ');
                text.push_str(more);
            }
            _ => self.0.push(Part::Text(more.to_owned())),
        }
        self
    }

    /// Adds a token of the definition.
    pub(crate) fn token(&mut self, span: Span) -> &mut Self {
        self.0.push(Part::Token(span));
        self
    }

    /// Adds generated text with a place.
    pub(crate) fn placed(&mut self, text: impl Into<String>, span: Span) -> &mut Self {
        self.0.push(Part::Placed(text.into(), span));
        self
    }

    /// Adds a name: the token, if it's one of the definition's.
    pub(crate) fn name(&mut self, name: &Name) -> &mut Self {
        if name.is_written {
            self.token(name.span())
        } else {
            self.placed(name.as_str(), name.span())
        }
    }

    /// Adds brackets around other parts.
    pub(crate) fn group(
        &mut self,
        delimiter: Delimiter,
        inner: Output,
        span: Option<Span>,
    ) -> &mut Self {
        self.0.push(Part::Group(delimiter, inner, span));
        self
    }

    /// Adds what another one has.
    pub(crate) fn append(&mut self, other: &Output) -> &mut Self {
        self.0.extend_from_slice(&other.0);
        self
    }
}
