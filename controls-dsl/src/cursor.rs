//! A way through tokens that can look ahead and step over what it can't use.

use crate::tokens::{Delimiter, Group, Literal, Name, Span, Token};

/// A position in a list of tokens.
pub(crate) struct Cursor<'t> {
    /// What hasn't been taken yet.
    rest: &'t [Token],
    /// Where the list ends: the closing bracket around it.
    end: Span,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(tokens: &'t [Token], end: Span) -> Self {
        Cursor { rest: tokens, end }
    }

    /// What stands inside a group.
    pub(crate) fn inside(group: &'t Group) -> Self {
        Cursor::new(&group.tokens, group.close)
    }

    pub(crate) fn peek(&self) -> Option<&'t Token> {
        self.rest.first()
    }

    pub(crate) fn peek_second(&self) -> Option<&'t Token> {
        self.rest.get(1)
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Where the next token stands, or the end.
    pub(crate) fn span(&self) -> Span {
        self.peek().map_or(self.end, Token::span)
    }

    /// What the next token is, for an error: `` `=` ``, or the end.
    pub(crate) fn found(&self) -> String {
        match self.peek() {
            None => "the end".to_owned(),
            Some(Token::Group(group)) => format!("`{}`", group.delimiter.brackets().0),
            Some(_) if self.is_punct("=>") => "`=>`".to_owned(),
            Some(token) => format!("`{token}`"),
        }
    }

    pub(crate) fn next(&mut self) -> Option<&'t Token> {
        let (token, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(token)
    }

    pub(crate) fn ident(&mut self) -> Option<&'t Name> {
        let name = self.peek_ident()?;
        self.next();
        Some(name)
    }

    pub(crate) fn peek_ident(&self) -> Option<&'t Name> {
        match self.peek() {
            Some(Token::Ident(name)) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn literal(&mut self) -> Option<&'t Literal> {
        let literal = self.peek_literal()?;
        self.next();
        Some(literal)
    }

    pub(crate) fn peek_literal(&self) -> Option<&'t Literal> {
        match self.peek() {
            Some(Token::Literal(literal)) => Some(literal),
            _ => None,
        }
    }

    pub(crate) fn group(&mut self, delimiter: Delimiter) -> Option<&'t Group> {
        let group = self
            .peek_group()
            .filter(|group| group.delimiter == delimiter)?;
        self.next();
        Some(group)
    }

    pub(crate) fn peek_group(&self) -> Option<&'t Group> {
        match self.peek() {
            Some(Token::Group(group)) => Some(group),
            _ => None,
        }
    }

    /// Whether the punctuation comes next, and as a whole: `=` isn't the beginning of `=>`.
    pub(crate) fn is_punct(&self, punctuation: &str) -> bool {
        is_punct(self.rest, punctuation)
    }

    /// Takes the punctuation, if it comes next.
    pub(crate) fn punct(&mut self, punctuation: &str) -> bool {
        let found = self.is_punct(punctuation);
        if found {
            self.rest = self.rest.get(punctuation.len()..).unwrap_or_default();
        }
        found
    }

    /// Whether a row or section begins here: an attribute, or a name with `=` behind it.
    pub(crate) fn is_at_item(&self) -> bool {
        match self.rest {
            [Token::Punct(hash), Token::Group(group), ..] => {
                hash.char == '#' && group.delimiter == Delimiter::Bracket
            }
            [Token::Ident(_), rest @ ..] => is_punct(rest, "="),
            _ => false,
        }
    }

    /// Steps over tokens up to the next row or section, or behind the next comma.
    pub(crate) fn recover(&mut self) {
        while !self.is_at_end() && !self.is_at_item() && !self.punct(",") {
            self.next();
        }
    }
}

fn is_punct(tokens: &[Token], punctuation: &str) -> bool {
    let mut rest = tokens;
    let mut joint = false;
    for byte in punctuation.bytes() {
        let [Token::Punct(punct), after @ ..] = rest else {
            return false;
        };
        if punct.char != char::from(byte) {
            return false;
        }
        joint = punct.joint;
        rest = after;
    }
    !(joint
        && punctuation.ends_with('=')
        && rest
            .first()
            .is_some_and(|next| next.is_punct('>') || next.is_punct('=')))
}
