//! The tokens of a definition, whoever has split it into them: the compiler for the macro, a lexer of its own for the
//! command.
//!
//! They are plain data. What a macro is given are handles of the compiler's, each question about which is a call; here a
//! definition is gone through several times, by code that is compiled without optimisation.

#[cfg(any(test, feature = "proc-macro2"))]
mod lexed;
mod output;

use std::fmt::{self, Display, Formatter};

#[cfg(any(test, feature = "proc-macro2"))]
pub use lexed::lexed;
pub use output::{Output, Part};

/// How many brackets in one another are looked into. What stands in deeper ones is left out: no definition has so many,
/// and the stack has an end.
pub const DEEPEST: usize = 128;

/// Where a token stands: two numbers that mean something to whoever has made the tokens, and nothing in here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span(u32, u32);

impl Span {
    /// A place. `(0, 0)`, the default, is none: where a message has nothing to point at.
    #[must_use]
    pub const fn new(first: u32, second: u32) -> Span {
        Span(first, second)
    }

    /// The two numbers.
    #[must_use]
    pub const fn numbers(self) -> (u32, u32) {
        (self.0, self.1)
    }
}

/// A token. Groups without brackets, which `macro_rules!` puts around what it was given, aren't there: their tokens are.
#[derive(Clone, Debug)]
pub enum Token {
    /// A name or a keyword.
    Ident(Name),
    /// A character of punctuation.
    Punct(Punct),
    /// A literal.
    Literal(Literal),
    /// Brackets and what stands in them.
    Group(Group),
}

/// A name or a keyword.
#[derive(Clone, Debug)]
pub struct Name {
    text: String,
    span: Span,
    /// Whether it's the token that stands there.
    pub(crate) is_written: bool,
}

/// A character of punctuation.
#[derive(Clone, Copy, Debug)]
pub struct Punct {
    /// The character.
    pub char: char,
    /// Whether another one follows without a space between them.
    pub joint: bool,
    /// Where it stands.
    pub span: Span,
}

/// A literal.
#[derive(Clone, Debug)]
pub struct Literal {
    /// As it's written.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// Brackets and what stands in them.
#[derive(Clone, Debug)]
pub struct Group {
    /// The sort of brackets.
    pub delimiter: Delimiter,
    /// What stands in them.
    pub tokens: Vec<Token>,
    /// Where all of it stands.
    pub span: Span,
    /// Where the closing bracket stands.
    pub close: Span,
}

/// A sort of brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// `( … )`
    Parenthesis,
    /// `{ … }`
    Brace,
    /// `[ … ]`
    Bracket,
}

impl Token {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Token::Ident(name) => name.span,
            Token::Punct(punct) => punct.span,
            Token::Literal(literal) => literal.span,
            Token::Group(group) => group.span,
        }
    }

    pub(crate) fn is_punct(&self, wanted: char) -> bool {
        matches!(self, Token::Punct(punct) if punct.char == wanted)
    }
}

impl Name {
    /// A name that is written in a definition, `r#` included.
    #[must_use]
    pub fn new(text: String, span: Span) -> Name {
        Name {
            text,
            span,
            is_written: true,
        }
    }

    /// A name that nobody has written, in the place of something that is.
    pub(crate) fn made_up(text: String, span: Span) -> Name {
        Name {
            text,
            span,
            is_written: false,
        }
    }

    /// The name, `r#` included.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The name without `r#`.
    #[must_use]
    pub fn plain(&self) -> &str {
        self.text.strip_prefix("r#").unwrap_or(&self.text)
    }

    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Delimiter {
    /// The opening bracket and the closing one.
    #[must_use]
    pub const fn brackets(self) -> (&'static str, &'static str) {
        match self {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::Bracket => ("[", "]"),
        }
    }
}

/// As Rust, though not always with the spaces that a person would write.
impl Display for Token {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Token::Ident(name) => f.write_str(&name.text),
            Token::Punct(punct) => write!(f, "{}", punct.char),
            Token::Literal(literal) => f.write_str(&literal.text),
            Token::Group(group) => {
                let (open, close) = group.delimiter.brackets();
                f.write_str(open)?;
                for token in &group.tokens {
                    let is_joint = matches!(token, Token::Punct(punct) if punct.joint);
                    write!(f, "{token}{}", if is_joint { "" } else { " " })?;
                }
                f.write_str(close)
            }
        }
    }
}
