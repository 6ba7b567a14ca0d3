//! Attributes: those of the language, those that go through, and those that are refused.

use crate::{
    Findings, Text,
    cursor::Cursor,
    names,
    tokens::{Delimiter, Group, Name, Output, Span, Token},
};

/// The attributes of a catalog.
#[derive(Default)]
pub(super) struct CatalogAttributes {
    pub(super) cfgs: Output,
    pub(super) others: Output,
    pub(super) document: Option<Text>,
    pub(super) heading: Option<Text>,
    pub(super) published: Option<Text>,
}

/// What each catalog has already, so that deriving it again would clash.
const IMPLEMENTED: &[&str] = &[
    "Clone",
    "Copy",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
    "Debug",
    "Display",
    "Control",
    "Answered",
];

/// An attribute: `#[name …]`.
struct Attribute<'t> {
    hash: Span,
    group: &'t Group,
    /// Its first word; empty where it begins with something else.
    name: &'t str,
}

impl Attribute<'_> {
    fn span(&self) -> Span {
        Cursor::inside(self.group).span()
    }

    fn write(&self, out: &mut Output) {
        out.token(self.hash).token(self.group.span);
    }
}

fn next<'t>(cursor: &mut Cursor<'t>, findings: &mut Findings) -> Option<Attribute<'t>> {
    while cursor.is_punct("#") {
        let hash = cursor.span();
        cursor.next();
        if cursor.is_punct("!") {
            findings.mistake(
                cursor.span(),
                "inner attributes aren't part of a definition: write `#[…]` above the item",
            );
            cursor.next();
            cursor.group(Delimiter::Bracket);
            continue;
        }
        let Some(group) = cursor.group(Delimiter::Bracket) else {
            without_brackets(cursor, hash, findings);
            continue;
        };
        let name = Cursor::inside(group).peek_ident().map_or("", Name::as_str);
        return Some(Attribute { hash, group, name });
    }
    None
}

/// Says that brackets are missing behind `#`, and steps over what belongs in them.
fn without_brackets(cursor: &mut Cursor<'_>, hash: Span, findings: &mut Findings) {
    let name = cursor.peek_ident().map_or("", Name::as_str);
    if ["document", "heading", "published"].contains(&name) {
        findings.mistake(
            hash,
            format!("an attribute stands in brackets: write `#[{name} = \"…\"]`"),
        );
        cursor.next();
        if cursor.punct("=") {
            cursor.literal();
        }
    } else {
        findings.mistake(
            hash,
            "expected an attribute behind `#`, such as `#[document = \"…\"]`",
        );
    }
}

/// Takes the attributes of a catalog.
pub(super) fn of_catalog(cursor: &mut Cursor<'_>, findings: &mut Findings) -> CatalogAttributes {
    let mut all = CatalogAttributes::default();
    while let Some(attribute) = next(cursor, findings) {
        let slot = match attribute.name {
            "document" => &mut all.document,
            "heading" => &mut all.heading,
            "published" => &mut all.published,
            "cfg" => {
                attribute.write(&mut all.cfgs);
                continue;
            }
            "repr" => {
                findings.mistake(
                    attribute.span(),
                    "a catalog is `#[repr(u16)]` already: remove this attribute",
                );
                continue;
            }
            "derive" => {
                derive(&attribute, findings, &mut all.others);
                continue;
            }
            _ => {
                attribute.write(&mut all.others);
                continue;
            }
        };
        let Some(text) = value(&attribute, findings) else {
            continue;
        };
        match slot {
            None => *slot = Some(text),
            Some(first) => {
                let name = attribute.name;
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
fn value(attribute: &Attribute<'_>, findings: &mut Findings) -> Option<Text> {
    let name = attribute.name;
    let mut inside = Cursor::inside(attribute.group);
    inside.next();
    if !inside.punct("=") {
        findings.mistake(
            attribute.span(),
            format!("`#[{name}]` has no text: write `#[{name} = \"…\"]`"),
        );
        return None;
    }
    let span = inside.span();
    let found = inside.found();
    let is_macro = inside
        .peek_second()
        .is_some_and(|token| token.is_punct('!'));
    let Some(text) = inside
        .literal()
        .and_then(|literal| Text::of(&literal.text, literal.span))
    else {
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
        findings.mistake(
            inside.span(),
            format!(
                "unexpected {} behind the text of `#[{name}]`",
                inside.found()
            ),
        );
    }
    Some(text)
}

/// `#[derive(…)]` without what the catalog has already, which is refused.
fn derive(attribute: &Attribute<'_>, findings: &mut Findings, out: &mut Output) {
    let mut inside = Cursor::inside(attribute.group);
    inside.next();
    let Some(list) = inside.group(Delimiter::Parenthesis) else {
        findings.mistake(attribute.span(), "expected `#[derive(…)]`");
        return;
    };
    let mut kept = Output::default();
    for path in list.tokens.split(|token| token.is_punct(',')) {
        match path.last() {
            Some(Token::Ident(name)) if IMPLEMENTED.contains(&name.as_str()) => findings.mistake(
                name.span(),
                format!("each catalog is `{name}` already, and a second implementation would clash: remove it here"),
            ),
            Some(_) => {
                kept.append(&Output::of(path)).text(",");
            }
            None => {}
        }
    }
    if !kept.is_empty() {
        let mut inner = Output::default();
        inner
            .placed("derive", attribute.span())
            .group(Delimiter::Parenthesis, kept, None);
        out.token(attribute.hash)
            .group(Delimiter::Bracket, inner, Some(attribute.group.span));
    }
}

/// What goes to the variant of a row or a section.
pub(super) struct ItemAttributes<'t> {
    pub(super) tokens: Output,
    /// The last one, in its brackets.
    last: Option<&'t Group>,
}

/// Takes the attributes of a row or a section, all of which go to its variant.
pub(super) fn of_item<'t>(
    cursor: &mut Cursor<'t>,
    what: &str,
    findings: &mut Findings,
) -> ItemAttributes<'t> {
    let mut all = ItemAttributes {
        tokens: Output::default(),
        last: None,
    };
    while let Some(attribute) = next(cursor, findings) {
        let name = attribute.name;
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
            _ => {
                attribute.write(&mut all.tokens);
                all.last = Some(attribute.group);
            }
        }
    }
    all
}

/// Says that attributes have nothing below them.
pub(super) fn dangling(attributes: &ItemAttributes<'_>, what: &str, findings: &mut Findings) {
    if let Some(group) = attributes.last {
        let is_doc = Cursor::inside(group)
            .peek_ident()
            .is_some_and(|name| name.as_str() == "doc");
        let attribute = if is_doc { "doc comment" } else { "attribute" };
        findings.mistake(group.span, format!("no {what} follows this {attribute}"));
    }
}

/// The known word that may have been meant.
pub(super) fn meant(wanted: &str, known: &[&'static str]) -> String {
    match names::nearest(wanted, known.iter().copied()) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => String::new(),
    }
}
