//! `Name = "Title"`, with which rows and sections begin.

use syn::{Ident, Token, parse::ParseStream};

use super::recover::{at_equals, at_item, found, literal, name, skip, span};
use crate::{Diagnostics, StringLiteral, ast::plain_name, names::is_keyword};

/// A name, and the title that is given to it, if one is.
pub(super) struct Named {
    pub(super) name: Ident,
    pub(super) title: Option<StringLiteral>,
}

/// What is expected to have a name.
#[derive(Clone, Copy)]
pub(super) struct Expected {
    what: &'static str,
    example: &'static str,
    /// What the enum has besides its variants: a variant of the same name would hide it.
    taken: &'static [&'static str],
}

pub(super) const SECTION: Expected = Expected {
    what: "section",
    example: "`Network = \"Network\" { … }`",
    taken: &[
        "ALL",
        "COUNT",
        "group",
        "title",
        "controls",
        "assert_control",
    ],
};

pub(super) const ROW: Expected = Expected {
    what: "row",
    example: "`Firewall = \"Firewall support\" => No`",
    taken: &[
        "ALL",
        "COUNT",
        "CATALOG",
        "all",
        "record",
        "id",
        "title",
        "label",
        "section",
        "answer",
        "notes",
        "documentation",
        "links",
        "position",
        "fingerprint",
        "assert_answer",
        "assert_control",
        "assert_fingerprint",
        "from_id",
        "set",
        "with_answer",
    ],
};

/// Whether no row may be called so, because each catalog has something of that name.
pub(crate) fn is_taken(name: &str) -> bool {
    ROW.taken.contains(&name)
}

/// Takes `Name = "Title"`. A name that something wrong follows is still a name.
pub(super) fn named(
    input: ParseStream<'_>,
    Expected { what, example, .. }: Expected,
    diagnostics: &mut Diagnostics,
) -> Option<Named> {
    let (at, next) = (span(input), found(input));
    let Some(name) = name(input) else {
        diagnostics.mistake(
            at,
            format!("expected a {what}, such as {example}, found {next}"),
        );
        return None;
    };
    let plain = plain_name(&name);
    if !at_equals(input) {
        let next = found(input);
        diagnostics.mistake(
            name.span(),
            format!("{what} `{plain}` has no title: expected `= \"…\"` after it, found {next}"),
        );
        return Some(Named { name, title: None });
    }
    skip(input);
    let at = if input.is_empty() || at_item(input) {
        name.span()
    } else {
        span(input)
    };
    let title = literal(input).map(|literal| StringLiteral::folded(&literal));
    if title.is_none() {
        let next = found(input);
        diagnostics.mistake(
            at,
            format!("expected the title of {what} `{plain}` as a string literal, found {next}"),
        );
        // A value of another kind is stepped over; what may be the next row isn't.
        if !at_item(input) && !input.peek(Token![,]) && !input.peek(Token![=>]) {
            skip(input);
        }
    }
    Some(Named { name, title })
}

/// Says that a catalog can't have its name, if it can't.
pub(super) fn check_catalog(name: &Ident, diagnostics: &mut Diagnostics) -> bool {
    let plain = plain_name(name);
    let is_taken = plain.starts_with("__");
    if is_taken {
        diagnostics.mistake(
            name.span(),
            format!(
                "`{plain}` can't name a catalog: names that begin with `__` are the macro's own; choose another"
            ),
        );
    }
    !is_taken
}

/// Says what is wrong with the name of a variant, if anything is.
pub(super) fn check_variant(
    name: &Ident,
    Expected { what, taken, .. }: Expected,
    diagnostics: &mut Diagnostics,
) -> bool {
    let text = &*name.to_string();
    let message = if is_keyword(text) {
        let raw = match text {
            "$crate" | "Self" | "self" | "super" | "crate" | "_" => String::new(),
            text => format!(", or write `r#{text}`"),
        };
        format!("`{text}` is a Rust keyword and can't name a {what}: choose another name{raw}")
    } else if taken.contains(&text) {
        let kind = if text.starts_with(char::is_uppercase) {
            "constant"
        } else {
            "function"
        };
        format!(
            "`{text}` can't name a {what}: each catalog has an associated {kind} of this name; choose another"
        )
    } else {
        return true;
    };
    diagnostics.mistake(name.span(), message);
    false
}
