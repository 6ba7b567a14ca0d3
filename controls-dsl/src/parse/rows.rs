//! Sections and their rows.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use super::{
    attributes::{self, dangling, meant},
    fields::{self, Fields},
    header::check_variant,
};
use crate::{
    Findings, Row, Section, Text,
    ast::{AnswerKind, RowAnswer},
    cursor::Cursor,
    names::plain,
};

const ANSWERS: [&str; 3] = ["Yes", "No", "NotApplicable"];

/// Takes all sections of a catalog.
pub(super) fn sections(cursor: &mut Cursor, findings: &mut Findings) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut outside: Vec<Row> = Vec::new();
    while !cursor.is_at_end() {
        let attributes = attributes::of_item(cursor, "section", findings);
        if cursor.is_at_end() {
            dangling(&attributes, "section", findings);
            break;
        }
        match named(cursor, Place::Catalog, findings) {
            None => cursor.recover(),
            Some((name, title)) => match section_body(cursor) {
                Some(body) => {
                    let complete = title.is_some();
                    let title = title.unwrap_or_else(|| stand_in(&name));
                    let rows = rows(&mut Cursor::inside(&body), findings);
                    if check_variant(&name, "section", &["ALL", "COUNT"], findings) {
                        sections.push(Section { attributes, name, title, rows });
                    }
                    if complete && cursor.is_punct(",") {
                        findings.mistake(cursor.span(), "unexpected `,`: sections follow each other without commas");
                    }
                    while cursor.punct(",") {}
                }
                None => outside.extend(row_outside(cursor, attributes, name, title, findings)),
            },
        }
    }
    if let Some(section) = sections.last_mut() {
        section.rows.append(&mut outside);
    }
    sections
}

/// The body of a section: braces that aren't the fields of a row.
fn section_body(cursor: &mut Cursor) -> Option<Group> {
    let Some(TokenTree::Group(group)) = cursor.peek() else { return None };
    let mut inside = Cursor::inside(group);
    let has_fields = inside.ident().is_some() && inside.is_punct(":");
    if has_fields { None } else { cursor.group(Delimiter::Brace) }
}

/// Takes a row that stands where a section belongs. It's kept, so that code which names its variant gives no second
/// error.
fn row_outside(
    cursor: &mut Cursor,
    attributes: TokenStream,
    name: Ident,
    title: Option<Text>,
    findings: &mut Findings,
) -> Option<Row> {
    if title.is_some() {
        let text = plain(&name);
        let message = if cursor.is_punct("=>") || cursor.is_punct(",") || cursor.peek().is_some() {
            format!("the row `{text}` stands outside of a section: move it into one, `Section = \"Heading\" {{ … }}`")
        } else {
            format!("expected `{{` with the rows of section `{text}` behind its heading, found the end")
        };
        findings.mistake(name.span(), message);
    }
    // What else is wrong with it can wait until it's in its place.
    let row = row(cursor, attributes, name, title, &mut Findings::default());
    cursor.punct(",");
    row.map(|row| Row { broken: true, ..row })
}

/// Takes all rows of a section.
fn rows(cursor: &mut Cursor, findings: &mut Findings) -> Vec<Row> {
    let mut rows = Vec::new();
    while !cursor.is_at_end() {
        let attributes = attributes::of_item(cursor, "row", findings);
        if cursor.is_at_end() {
            dangling(&attributes, "row", findings);
            break;
        }
        if cursor.is_punct(",") {
            findings.mistake(cursor.span(), "unexpected `,`: a row stands before each comma");
            cursor.punct(",");
            continue;
        }
        let Some((name, title)) = named(cursor, Place::Section, findings) else {
            cursor.recover();
            continue;
        };
        rows.extend(row(cursor, attributes, name, title, findings));
        end_of_row(cursor, findings);
    }
    rows
}

/// Takes the comma behind a row, or says that it's missing.
fn end_of_row(cursor: &mut Cursor, findings: &mut Findings) {
    if cursor.punct(",") || cursor.is_at_end() {
        return;
    }
    let is_row = cursor.is_at_item();
    if is_row {
        let next = cursor.peek_ident().map_or_else(|| "the next row".to_owned(), |name| format!("`{}`", plain(name)));
        findings.mistake(cursor.span(), format!("a comma is missing before {next}: rows are separated by commas"));
    } else {
        findings.mistake(cursor.span(), format!("expected `,` behind the row, found {}", cursor.found()));
        cursor.recover();
    }
}

/// Where a name with a title is expected.
#[derive(Clone, Copy)]
enum Place {
    Catalog,
    Section,
}

impl Place {
    fn expected(self) -> &'static str {
        match self {
            Place::Catalog => "a section, such as `Network = \"Network\" { … }`",
            Place::Section => "a row, such as `Firewall = \"Firewall support\" => No`",
        }
    }

    fn what(self) -> &'static str {
        match self {
            Place::Catalog => "section",
            Place::Section => "row",
        }
    }
}

/// Takes `Name = "Title"`. A name with something wrong behind it is still a name.
fn named(cursor: &mut Cursor, place: Place, findings: &mut Findings) -> Option<(Ident, Option<Text>)> {
    let span = cursor.span();
    let found = cursor.found();
    let Some(name) = cursor.ident() else {
        findings.mistake(span, format!("expected {}, found {found}", place.expected()));
        return None;
    };
    let (what, text) = (place.what(), plain(&name));
    if !cursor.punct("=") {
        let found = cursor.found();
        findings
            .mistake(name.span(), format!("{what} `{text}` has no title: expected `= \"…\"` behind it, found {found}"));
        return Some((name, None));
    }
    let span = if cursor.is_at_end() || cursor.is_at_item() { name.span() } else { cursor.span() };
    let title = take_text(cursor);
    if title.is_none() {
        let found = cursor.found();
        findings.mistake(span, format!("expected the title of {what} `{text}` as a string literal, found {found}"));
        // A value of another kind is stepped over; what may be the next row isn't.
        if !cursor.is_at_item() && !cursor.is_punct(",") && !cursor.is_punct("=>") {
            cursor.next();
        }
    }
    Some((name, title))
}

fn take_text(cursor: &mut Cursor) -> Option<Text> {
    match cursor.peek() {
        Some(TokenTree::Literal(literal)) => {
            let text = Text::of(literal)?;
            cursor.next();
            Some(text)
        }
        _ => None,
    }
}

fn stand_in(name: &Ident) -> Text {
    Text::stand_in(&plain(name), name.span())
}

/// Takes what follows the title of a row.
fn row(
    cursor: &mut Cursor,
    attributes: TokenStream,
    name: Ident,
    title: Option<Text>,
    findings: &mut Findings,
) -> Option<Row> {
    let usable = check_variant(&name, "row", &["ALL", "COUNT", "CATALOG"], findings);
    let mut broken = title.is_none();
    let mut answer = None;
    if cursor.punct("=>") {
        answer = self::answer(cursor, &name, findings);
        broken |= answer.is_none();
    }
    let fields = match cursor.group(Delimiter::Brace) {
        Some(group) => fields::fields(&group, findings),
        None => Fields::default(),
    };
    let title = title.unwrap_or_else(|| stand_in(&name));
    let Fields { id, notes, documentation, formerly, alias } = fields;
    usable.then_some(Row { attributes, name, title, answer, id, notes, documentation, formerly, alias, broken })
}

/// Takes an answer.
fn answer(cursor: &mut Cursor, row: &Ident, findings: &mut Findings) -> Option<RowAnswer> {
    let allowed = "`Yes`, `No`, `NotApplicable`, or the words of the document as a string";
    let span = cursor.span();
    // The next row, or nothing: the answer isn't written yet.
    if cursor.is_at_end() || cursor.is_punct(",") || cursor.is_at_item() {
        findings.mistake(row.span(), format!("row `{}` has `=>` without an answer: expected {allowed}", plain(row)));
        return None;
    }
    if let Some(text) = take_text(cursor) {
        return Some(RowAnswer { kind: AnswerKind::Qualified(text.value), span });
    }
    let found = cursor.found();
    let Some(word) = cursor.ident() else {
        findings.mistake(span, format!("expected an answer, found {found}: it's one of {allowed}"));
        if !matches!(cursor.peek(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace) {
            cursor.next();
        }
        return None;
    };
    let kind = match word.to_string().as_str() {
        "Yes" => AnswerKind::Yes,
        "No" => AnswerKind::No,
        "NotApplicable" => AnswerKind::NotApplicable,
        other => {
            unknown_answer(cursor, other, word.span(), allowed, findings);
            return None;
        }
    };
    Some(RowAnswer { kind, span })
}

fn unknown_answer(cursor: &mut Cursor, word: &str, span: Span, allowed: &str, findings: &mut Findings) {
    if matches!(word, "N" | "n") && cursor.punct("/") {
        cursor.ident();
        findings.mistake(span, "unknown answer `N/A`: write `NotApplicable`");
    } else if word == "Qualified" && cursor.group(Delimiter::Parenthesis).is_some() {
        findings.mistake(span, "unknown answer `Qualified`: write the words of the document alone, as a string");
    } else {
        findings.mistake(span, format!("unknown answer `{word}`: it's one of {allowed}{}", meant(word, &ANSWERS)));
    }
}
