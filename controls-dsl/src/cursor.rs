//! A way through tokens that can look ahead and step over what it can't use.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Span, TokenStream, TokenTree};

/// A position in a list of tokens.
pub(crate) struct Cursor {
    trees: Vec<TokenTree>,
    at: usize,
    /// Where the list ends: the closing bracket around it.
    end: Span,
}

impl Cursor {
    pub(crate) fn new(tokens: TokenStream, end: Span) -> Self {
        let mut trees = Vec::new();
        flatten(tokens, &mut trees);
        Cursor { trees, at: 0, end }
    }

    /// What stands inside a group.
    pub(crate) fn inside(group: &Group) -> Self {
        Cursor::new(group.stream(), group.span_close())
    }

    pub(crate) fn peek(&self) -> Option<&TokenTree> {
        self.trees.get(self.at)
    }

    pub(crate) fn peek_second(&self) -> Option<&TokenTree> {
        self.trees.get(self.at + 1)
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.trees.len()
    }

    /// Where the next token stands, or the end.
    pub(crate) fn span(&self) -> Span {
        self.peek().map_or(self.end, TokenTree::span)
    }

    /// What the next token is, for an error: `` `=` ``, or the end.
    pub(crate) fn found(&self) -> String {
        match self.peek() {
            None => "the end".to_owned(),
            Some(TokenTree::Group(group)) => match group.delimiter() {
                Delimiter::Brace => "`{`".to_owned(),
                Delimiter::Bracket => "`[`".to_owned(),
                Delimiter::Parenthesis | Delimiter::None => "`(`".to_owned(),
            },
            Some(_) if self.is_punct("=>") => "`=>`".to_owned(),
            Some(token) => format!("`{token}`"),
        }
    }

    pub(crate) fn next(&mut self) -> Option<TokenTree> {
        let token = self.trees.get(self.at).cloned();
        self.at += usize::from(token.is_some());
        token
    }

    pub(crate) fn ident(&mut self) -> Option<Ident> {
        match self.peek() {
            Some(TokenTree::Ident(ident)) => {
                let ident = ident.clone();
                self.at += 1;
                Some(ident)
            }
            _ => None,
        }
    }

    pub(crate) fn peek_ident(&self) -> Option<&Ident> {
        match self.peek() {
            Some(TokenTree::Ident(ident)) => Some(ident),
            _ => None,
        }
    }

    pub(crate) fn literal(&mut self) -> Option<Literal> {
        match self.peek() {
            Some(TokenTree::Literal(literal)) => {
                let literal = literal.clone();
                self.at += 1;
                Some(literal)
            }
            _ => None,
        }
    }

    pub(crate) fn group(&mut self, delimiter: Delimiter) -> Option<Group> {
        match self.peek() {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
                let group = group.clone();
                self.at += 1;
                Some(group)
            }
            _ => None,
        }
    }

    /// Whether the punctuation comes next, and as a whole: `=` isn't the beginning of `=>`.
    pub(crate) fn is_punct(&self, punctuation: &str) -> bool {
        is_punct(&self.trees[self.at.min(self.trees.len())..], punctuation)
    }

    /// Takes the punctuation, if it comes next.
    pub(crate) fn punct(&mut self, punctuation: &str) -> bool {
        let found = self.is_punct(punctuation);
        if found {
            self.at += punctuation.len();
        }
        found
    }

    /// Whether a row or section begins here: an attribute, or a name with `=` behind it.
    pub(crate) fn is_at_item(&self) -> bool {
        match (self.peek(), self.peek_second()) {
            (Some(TokenTree::Punct(hash)), Some(TokenTree::Group(group))) => {
                hash.as_char() == '#' && group.delimiter() == Delimiter::Bracket
            }
            (Some(TokenTree::Ident(_)), Some(TokenTree::Punct(_))) => is_punct(&self.trees[self.at + 1..], "="),
            _ => false,
        }
    }

    /// Steps over tokens up to the next row or section, or behind the next comma.
    pub(crate) fn recover(&mut self) {
        while !self.is_at_end() && !self.is_at_item() && !self.punct(",") {
            self.at += 1;
        }
    }
}

fn is_punct(trees: &[TokenTree], punctuation: &str) -> bool {
    let mut expected = punctuation.chars().peekable();
    let mut trees = trees.iter();
    while let Some(c) = expected.next() {
        let Some(TokenTree::Punct(punct)) = trees.next() else { return false };
        if punct.as_char() != c {
            return false;
        }
        if expected.peek().is_none() && c == '=' && is_joint_arrow(punct, trees.as_slice()) {
            return false;
        }
    }
    true
}

fn is_joint_arrow(equals: &Punct, after: &[TokenTree]) -> bool {
    equals.spacing() == proc_macro2::Spacing::Joint
        && matches!(after.first(), Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '>' | '='))
}

/// Takes the groups out that macros put around what they were given.
fn flatten(tokens: TokenStream, into: &mut Vec<TokenTree>) {
    for tree in tokens {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => flatten(group.stream(), into),
            tree => into.push(tree),
        }
    }
}
