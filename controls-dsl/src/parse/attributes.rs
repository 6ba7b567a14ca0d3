//! Attributes: those of the language, those that go through, and those that are refused.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::{Findings, Text, cursor::Cursor, names};

/// The attributes of a catalog.
#[derive(Default)]
pub(super) struct CatalogAttributes {
    pub(super) cfgs: TokenStream,
    pub(super) others: TokenStream,
    pub(super) document: Option<Text>,
    pub(super) heading: Option<Text>,
    pub(super) published: Option<Text>,
}

/// What each catalog has already, so that deriving it again would clash.
const IMPLEMENTED: &[&str] =
    &["Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Debug", "Display", "Control", "Answered"];

/// An attribute: `#[name …]`.
struct Attribute {
    hash: Punct,
    group: Group,
    /// Its first word; empty where it begins with something else.
    name: String,
}

impl Attribute {
    fn span(&self) -> Span {
        Cursor::inside(&self.group).span()
    }

    fn tokens(self) -> [TokenTree; 2] {
        [TokenTree::Punct(self.hash), TokenTree::Group(self.group)]
    }
}

fn next(cursor: &mut Cursor, findings: &mut Findings) -> Option<Attribute> {
    loop {
        if !cursor.is_punct("#") {
            return None;
        }
        let Some(TokenTree::Punct(hash)) = cursor.next() else { return None };
        if cursor.is_punct("!") {
            findings
                .mistake(cursor.span(), "inner attributes aren't part of a definition: write `#[…]` above the item");
            cursor.next();
            cursor.group(Delimiter::Bracket);
            continue;
        }
        let Some(group) = cursor.group(Delimiter::Bracket) else {
            without_brackets(cursor, hash.span(), findings);
            continue;
        };
        let name = Cursor::inside(&group).peek_ident().map(Ident::to_string).unwrap_or_default();
        return Some(Attribute { hash, group, name });
    }
}

/// Says that brackets are missing behind `#`, and steps over what belongs in them.
fn without_brackets(cursor: &mut Cursor, hash: Span, findings: &mut Findings) {
    let name = cursor.peek_ident().map(Ident::to_string).unwrap_or_default();
    if ["document", "heading", "published"].contains(&name.as_str()) {
        findings.mistake(hash, format!("an attribute stands in brackets: write `#[{name} = \"…\"]`"));
        cursor.next();
        if cursor.punct("=") {
            cursor.literal();
        }
    } else {
        findings.mistake(hash, "expected an attribute behind `#`, such as `#[document = \"…\"]`");
    }
}

/// Takes the attributes of a catalog.
pub(super) fn of_catalog(cursor: &mut Cursor, findings: &mut Findings) -> CatalogAttributes {
    let mut all = CatalogAttributes::default();
    while let Some(attribute) = next(cursor, findings) {
        let slot = match attribute.name.as_str() {
            "document" => &mut all.document,
            "heading" => &mut all.heading,
            "published" => &mut all.published,
            "cfg" => {
                all.cfgs.extend(attribute.tokens());
                continue;
            }
            "repr" => {
                findings.mistake(attribute.span(), "a catalog is `#[repr(u16)]` already: remove this attribute");
                continue;
            }
            "derive" => {
                all.others.extend(derive(&attribute, findings));
                continue;
            }
            _ => {
                all.others.extend(attribute.tokens());
                continue;
            }
        };
        let Some(text) = value(&attribute, findings) else { continue };
        match slot {
            None => *slot = Some(text),
            Some(first) => {
                let name = &attribute.name;
                findings.clash(
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

/// The literal of `#[name = "literal"]`.
fn value(attribute: &Attribute, findings: &mut Findings) -> Option<Text> {
    let name = &attribute.name;
    let mut inside = Cursor::inside(&attribute.group);
    inside.next();
    if !inside.punct("=") {
        findings.mistake(attribute.span(), format!("`#[{name}]` has no text: write `#[{name} = \"…\"]`"));
        return None;
    }
    let span = inside.span();
    let found = inside.found();
    let is_macro = matches!(inside.peek_second(), Some(TokenTree::Punct(punct)) if punct.as_char() == '!');
    let Some(text) = inside.literal().as_ref().and_then(Text::of) else {
        let message = if is_macro && name == "document" {
            let found = found.trim_matches('`');
            format!(
                "`#[document]` takes a string literal, and `{found}!(…)` isn't one yet when the document is read: write the path out"
            )
        } else {
            format!("`#[{name}]` takes a string literal, found {found}")
        };
        findings.mistake(span, message);
        return None;
    };
    if !inside.is_at_end() {
        findings.mistake(inside.span(), format!("unexpected {} behind the text of `#[{name}]`", inside.found()));
    }
    Some(text)
}

/// `#[derive(…)]` without what the catalog has already, which is refused.
fn derive(attribute: &Attribute, findings: &mut Findings) -> TokenStream {
    let mut inside = Cursor::inside(&attribute.group);
    inside.next();
    let Some(list) = inside.group(Delimiter::Parenthesis) else {
        findings.mistake(attribute.span(), "expected `#[derive(…)]`");
        return TokenStream::new();
    };
    let mut kept = TokenStream::new();
    let mut path: Vec<TokenTree> = Vec::new();
    let mut entries = Cursor::inside(&list);
    loop {
        let token = entries.next();
        let at_comma = matches!(&token, Some(TokenTree::Punct(punct)) if punct.as_char() == ',');
        match token {
            Some(token) if !at_comma => path.push(token),
            _ => {
                match path.last() {
                    Some(TokenTree::Ident(name)) if IMPLEMENTED.contains(&name.to_string().as_str()) => findings.mistake(
                        name.span(),
                        format!("each catalog is `{name}` already, and a second implementation would clash: remove it here"),
                    ),
                    Some(_) => {
                        kept.extend(path.drain(..));
                        kept.extend([TokenTree::Punct(Punct::new(',', Spacing::Alone))]);
                    }
                    None => {}
                }
                path.clear();
                if !at_comma {
                    break;
                }
            }
        }
    }
    if kept.is_empty() {
        return kept;
    }
    let word = Ident::new("derive", attribute.span());
    let inner = [TokenTree::Ident(word), TokenTree::Group(Group::new(Delimiter::Parenthesis, kept))];
    let mut group = Group::new(Delimiter::Bracket, inner.into_iter().collect());
    group.set_span(attribute.group.span());
    [TokenTree::Punct(attribute.hash.clone()), TokenTree::Group(group)].into_iter().collect()
}

/// Takes the attributes of a row or a section, all of which go to its variant.
pub(super) fn of_item(cursor: &mut Cursor, what: &str, findings: &mut Findings) -> TokenStream {
    let mut others = TokenStream::new();
    while let Some(attribute) = next(cursor, findings) {
        let name = attribute.name.as_str();
        match name {
            "cfg" | "cfg_attr" => findings.mistake(
                attribute.span(),
                format!(
                    "`#[{name}]` isn't allowed on a {what}: a catalog states facts, the same ones in every build; on the whole catalog it is"
                ),
            ),
            "document" | "heading" | "published" => findings.mistake(
                attribute.span(),
                format!("`#[{name}]` belongs to the catalog: move it above the `enum`"),
            ),
            _ => others.extend(attribute.tokens()),
        }
    }
    others
}

/// Says that attributes have nothing below them.
pub(super) fn dangling(attributes: &TokenStream, what: &str, findings: &mut Findings) {
    if let Some(TokenTree::Group(group)) = attributes.clone().into_iter().last() {
        let is_doc = Cursor::inside(&group).peek_ident().is_some_and(|name| name == "doc");
        let attribute = if is_doc { "doc comment" } else { "attribute" };
        findings.mistake(group.span(), format!("no {what} follows this {attribute}"));
    }
}

/// The known word that may have been meant.
pub(super) fn meant(wanted: &str, known: &[&'static str]) -> String {
    match names::nearest(wanted, known.iter().copied()) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => String::new(),
    }
}
