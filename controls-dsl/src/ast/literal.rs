//! String literals and names.

use proc_macro2::{Literal, Span};
use syn::{Ident, LitStr, ext::IdentExt as _};

/// A string literal of the definition.
#[derive(Debug)]
pub struct StringLiteral {
    /// What it says.
    pub value: String,
    literal: Literal,
}

impl StringLiteral {
    /// What a literal says, to the letter.
    pub(crate) fn exact(literal: &LitStr) -> StringLiteral {
        StringLiteral {
            value: literal.value(),
            literal: literal.token(),
        }
    }

    /// What a literal says, with white space folded as in the cells of a document.
    pub(crate) fn folded(literal: &LitStr) -> StringLiteral {
        StringLiteral {
            value: controls_document::folded(&literal.value()).into_owned(),
            literal: literal.token(),
        }
    }

    /// Something to go on with where a text is missing.
    pub(crate) fn stand_in(name: &Ident) -> StringLiteral {
        StringLiteral::exact(&LitStr::new(&name.unraw().to_string(), name.span()))
    }

    /// Returns where the literal is.
    #[must_use]
    pub fn span(&self) -> Span {
        self.literal.span()
    }

    /// The literal, as written.
    pub(crate) fn literal(&self) -> &Literal {
        &self.literal
    }
}

/// Returns a name without `r#`, in the normal form of Unicode in which the compiler compares names (NFC).
#[must_use]
pub fn plain_name(name: &Ident) -> String {
    controls_document::folded(&name.unraw().to_string()).into_owned()
}
