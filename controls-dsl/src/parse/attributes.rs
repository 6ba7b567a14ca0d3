//! Attributes: those of the language, those that go through, and those that are refused.

use proc_macro2::{Delimiter, Group, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{TokenStreamExt as _, quote_spanned};
use syn::{
    Token,
    parse::{ParseBuffer, ParseStream},
};

use super::{
    binding::BindingAttributes,
    recover::{at_equals, at_macro, brackets, drain, found, literal, name, next_name, skip, span},
};
use crate::{
    Diagnostics, StringLiteral,
    ast::{Attribute, Group as SectionGroup},
};

/// The attributes of a catalog.
#[derive(Default)]
pub(super) struct CatalogAttributes {
    pub(super) cfgs: Vec<Attribute>,
    pub(super) others: Vec<Attribute>,
    pub(super) document: Option<StringLiteral>,
    pub(super) heading: Option<StringLiteral>,
    pub(super) published: Option<StringLiteral>,
    pub(super) binding: BindingAttributes,
}

/// The attributes of the language.
const OURS: [&str; 7] = [
    "document",
    "group",
    "heading",
    "published",
    "columns",
    "answers",
    "headings",
];

/// What each catalog implements already, so that deriving it again would clash.
const IMPLEMENTED: [&str; 12] = [
    "Clone",
    "Copy",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
    "Debug",
    "Display",
    // strum's name for `FromStr`.
    "EnumString",
    "Control",
    "Answered",
];

/// What each catalog implements with a feature of `controls-core`, which has the name of the crate that the derive is of.
const IMPLEMENTED_WITH: [(&str, &[&str]); 4] = [
    ("serde", &["Serialize", "Deserialize"]),
    (
        "strum",
        &[
            "EnumIter",
            "EnumCount",
            "EnumMessage",
            "VariantArray",
            "VariantNames",
        ],
    ),
    ("enum-map", &["Enum"]),
    ("schemars", &["JsonSchema"]),
];

/// An attribute, and what is in its brackets.
struct Unread<'i> {
    attribute: Attribute,
    /// Its first word; empty where it begins with something else.
    name: String,
    /// The place of that word.
    span: Span,
    inside: ParseBuffer<'i>,
}

impl Unread<'_> {
    /// The attribute as it is.
    fn passed_on(self) -> Attribute {
        drain(&self.inside);
        self.attribute
    }
}

fn next<'i>(input: &ParseBuffer<'i>, diagnostics: &mut Diagnostics) -> Option<Unread<'i>> {
    while let Some(pound) = input.parse::<Option<Token![#]>>().ok()? {
        if input.peek(Token![!]) {
            diagnostics.mistake(
                span(input),
                "inner attributes aren't part of a definition: write `#[…]` above the item",
            );
            skip(input);
            if let Some((_, inside)) = brackets(input, Delimiter::Bracket) {
                drain(&inside);
            }
            continue;
        }
        let group = input.fork().parse::<Group>().ok();
        let (Some(group), Some((_, inside))) = (group, brackets(input, Delimiter::Bracket)) else {
            without_brackets(input, pound.span, diagnostics);
            continue;
        };
        return Some(Unread {
            attribute: Attribute {
                pound: pound.span,
                brackets: group,
            },
            name: next_name(&inside).map_or_else(String::new, |name| name.to_string()),
            span: span(&inside),
            inside,
        });
    }
    None
}

/// Says that brackets are missing after `#`, and steps over what belongs in them.
fn without_brackets(input: ParseStream<'_>, pound: Span, diagnostics: &mut Diagnostics) {
    let word = next_name(input).map_or_else(String::new, |name| name.to_string());
    if OURS.contains(&&*word) {
        diagnostics.mistake(
            pound,
            format!("an attribute is written in brackets: write `#[{word} = \"…\"]`"),
        );
        name(input);
        if at_equals(input) {
            skip(input);
            literal(input);
        }
    } else {
        diagnostics.mistake(
            pound,
            "expected an attribute after `#`, such as `#[document = \"…\"]`",
        );
    }
}

/// Takes the attributes of a catalog.
pub(super) fn of_catalog(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> CatalogAttributes {
    let mut all = CatalogAttributes::default();
    while let Some(attribute) = next(input, diagnostics) {
        if bound(&attribute, &mut all.binding, diagnostics) {
            continue;
        }
        let slot = match &*attribute.name {
            "document" => &mut all.document,
            "heading" => &mut all.heading,
            "published" => &mut all.published,
            "cfg" => {
                all.cfgs.push(attribute.passed_on());
                continue;
            }
            "repr" => {
                diagnostics.mistake(
                    attribute.span,
                    "catalogs are `#[repr(u16)]` already: remove this attribute",
                );
                drain(&attribute.inside);
                continue;
            }
            "group" => {
                diagnostics.mistake(
                    attribute.span,
                    "`#[group]` belongs to a section: move it above one",
                );
                drain(&attribute.inside);
                continue;
            }
            "derive" => {
                all.others.extend(derive(attribute, diagnostics));
                continue;
            }
            _ => {
                all.others.push(attribute.passed_on());
                continue;
            }
        };
        let text = value(&attribute, diagnostics);
        drain(&attribute.inside);
        let Some(text) = text else { continue };
        match slot {
            None => *slot = Some(text),
            Some(first) => {
                let name = attribute.name;
                diagnostics.clash(
                    text.span(),
                    format!("`#[{name}]` is given twice: remove one of the two"),
                    first.span(),
                    format!("the first `#[{name}]` is here"),
                );
            }
        }
    }
    all
}

/// Takes an attribute that binds the document, if it's one.
fn bound(
    attribute: &Unread<'_>,
    binding: &mut BindingAttributes,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some(of) = BindingAttributes::attribute(&attribute.name) else {
        return false;
    };
    let Unread { name, inside, .. } = attribute;
    skip(inside);
    if let Some((_, list)) = brackets(inside, Delimiter::Parenthesis) {
        binding.add(of, attribute.span, &list, diagnostics);
    } else {
        diagnostics.mistake(
            attribute.span,
            format!(
                "`#[{name}]` takes arguments in parentheses: write `#[{name}({})]`",
                of.example
            ),
        );
        binding.refuse(of, attribute.span);
    }
    drain(inside);
    true
}

/// The literal of `#[name = "literal"]`.
fn value(attribute: &Unread<'_>, diagnostics: &mut Diagnostics) -> Option<StringLiteral> {
    let Unread { name, inside, .. } = attribute;
    skip(inside);
    if !at_equals(inside) {
        diagnostics.mistake(
            attribute.span,
            format!("`#[{name}]` has no text: write `#[{name} = \"…\"]`"),
        );
        return None;
    }
    skip(inside);
    let (at, what) = (span(inside), found(inside));
    let is_macro = at_macro(inside);
    let Some(text) = literal(inside).map(|literal| StringLiteral::exact(&literal)) else {
        let message = if is_macro && name == "document" {
            let what = what.trim_matches('`');
            format!(
                "`#[document]` takes a string literal, and `{what}!(…)` isn't one yet when the document is read: write the path out"
            )
        } else {
            format!("`#[{name}]` takes a string literal, found {what}")
        };
        diagnostics.mistake(at, message);
        return None;
    };
    if !inside.is_empty() {
        diagnostics.mistake(
            span(inside),
            format!("unexpected {} after the text of `#[{name}]`", found(inside)),
        );
    }
    Some(text)
}

/// `#[derive(…)]` without what the catalog implements already, which is refused.
fn derive(attribute: Unread<'_>, diagnostics: &mut Diagnostics) -> Option<Attribute> {
    let Unread {
        attribute,
        span,
        inside,
        ..
    } = attribute;
    skip(&inside);
    let list = inside.fork().parse::<Group>().ok();
    drain(&inside);
    let Some(list) = list.filter(|list| list.delimiter() == Delimiter::Parenthesis) else {
        diagnostics.mistake(span, "expected `#[derive(…)]`");
        return None;
    };
    let is_comma =
        |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ',');
    let trees: Vec<TokenTree> = list.stream().into_iter().collect();
    let mut kept = TokenStream::new();
    for path in trees.split(is_comma) {
        if let Some((at, message)) = refused(path) {
            diagnostics.mistake(at, message);
        } else if !path.is_empty() {
            kept.extend(path.iter().cloned());
            kept.append(Punct::new(',', Spacing::Alone));
        }
    }
    if kept.is_empty() {
        return None;
    }
    let mut brackets = Group::new(Delimiter::Bracket, quote_spanned!(span=> derive(#kept)));
    brackets.set_span(attribute.brackets.span());
    Some(Attribute {
        brackets,
        ..attribute
    })
}

/// What is wrong with a derive, and where, if it's of something that catalogs implement.
fn refused(path: &[TokenTree]) -> Option<(Span, String)> {
    let Some(TokenTree::Ident(name)) = path.last() else {
        return None;
    };
    if IMPLEMENTED.iter().any(|known| name == known) {
        let message = format!("catalogs already implement `{name}`: remove it from `derive`");
        return Some((name.span(), message));
    }
    let krate = path.iter().find_map(|token| match token {
        TokenTree::Ident(first) if path.len() > 1 => Some(first.to_string()),
        _ => None,
    });
    let (feature, _) = IMPLEMENTED_WITH.into_iter().find(|(feature, known)| {
        // Of a crate's own derives, such as `serde_derive`, too; another crate's of the same name are none of ours.
        let is_of = match &krate {
            Some(krate) => krate.replace('_', "-").starts_with(feature),
            // Other crates have an `Enum` as well.
            None => name != "Enum",
        };
        is_of && known.iter().any(|known| name == known)
    })?;
    let message = format!(
        "catalogs implement `{name}` with the feature `{feature}` of `controls-core`: turn that on, and remove `{name}` from `derive`"
    );
    Some((name.span(), message))
}

/// Takes the attributes of a row, all of which go to its variant.
pub(super) fn of_row(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Vec<Attribute> {
    of_item(input, "row", diagnostics, |attribute, diagnostics| {
        diagnostics.mistake(
            attribute.span,
            "`#[group]` belongs to a section: move it above the section that this row is in",
        );
        drain(&attribute.inside);
    })
}

/// Takes the attributes of a section: those that go to its variant, and `#[group]`.
pub(super) fn of_section(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> (Vec<Attribute>, Option<SectionGroup>) {
    let mut group: Option<SectionGroup> = None;
    let others = of_item(input, "section", diagnostics, |attribute, diagnostics| {
        let text = value(&attribute, diagnostics);
        let attribute = attribute.passed_on();
        let Some(text) = text else { return };
        match &group {
            None => group = Some(SectionGroup { attribute, text }),
            Some(first) => diagnostics.clash(
                text.span(),
                "`#[group]` is given twice: remove one of the two",
                first.text.span(),
                "the first `#[group]` is here",
            ),
        }
    });
    (others, group)
}

/// Takes the attributes of an item, all of which go to its variant but `#[group]`.
fn of_item(
    input: ParseStream<'_>,
    what: &str,
    diagnostics: &mut Diagnostics,
    mut group: impl FnMut(Unread<'_>, &mut Diagnostics),
) -> Vec<Attribute> {
    let mut all = Vec::new();
    while let Some(attribute) = next(input, diagnostics) {
        let name = &*attribute.name;
        match name {
            "cfg" | "cfg_attr" => diagnostics.mistake(
                attribute.span,
                format!(
                    "`#[{name}]` isn't allowed on a {what}: a catalog states facts, the same ones in every build; on the whole catalog it is"
                ),
            ),
            "group" => {
                group(attribute, diagnostics);
                continue;
            }
            _ if OURS.contains(&name) => diagnostics.mistake(
                attribute.span,
                format!("`#[{name}]` belongs to the catalog: move it above the `enum`"),
            ),
            _ => {
                all.push(attribute.passed_on());
                continue;
            }
        }
        drain(&attribute.inside);
    }
    all
}

/// Says that attributes, of which the last one is given, have nothing below them.
pub(super) fn dangling(last: Option<&Attribute>, what: &str, diagnostics: &mut Diagnostics) {
    if let Some(last) = last {
        let first = last.brackets.stream().into_iter().next();
        let is_doc = matches!(first, Some(TokenTree::Ident(name)) if name == "doc");
        let attribute = if is_doc { "doc comment" } else { "attribute" };
        diagnostics.mistake(
            last.brackets.span(),
            format!("no {what} follows this {attribute}"),
        );
    }
}
