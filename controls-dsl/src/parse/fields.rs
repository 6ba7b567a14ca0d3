//! The fields of a row.

use super::attributes::meant;
use crate::{
    Findings, Text,
    cursor::Cursor,
    tokens::{Delimiter, Group, Name},
};

pub(super) const FIELDS: [&str; 5] = ["id", "notes", "documentation", "formerly", "alias"];

/// What stands in the braces of a row.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) id: Option<Text>,
    pub(super) notes: Option<Text>,
    pub(super) documentation: Option<Text>,
    pub(super) formerly: Vec<Text>,
    pub(super) alias: Vec<Text>,
}

/// Takes the fields of a row.
pub(super) fn fields(group: &Group, findings: &mut Findings) -> Fields {
    let mut cursor = Cursor::inside(group);
    let mut fields = Fields::default();
    let mut seen: Vec<&Name> = Vec::new();
    while !cursor.is_at_end() {
        let span = cursor.span();
        let Some(name) = cursor.ident() else {
            let found = cursor.found();
            findings.mistake(
                span,
                format!("expected a field, such as `notes: \"…\"`, found {found}"),
            );
            recover(&mut cursor);
            continue;
        };
        let text = name.as_str();
        if let Some(first) = seen.iter().find(|first| first.as_str() == text) {
            findings.clash(
                name.span(),
                format!("field `{text}` is given twice: remove one of the two"),
                first.span(),
                format!("the first `{text}` is here"),
            );
        }
        if !FIELDS.contains(&text) {
            let near = meant(text, &FIELDS);
            findings.mistake(
                name.span(),
                format!("unknown field `{text}`: a row has {}{near}", list(&FIELDS)),
            );
            recover(&mut cursor);
            continue;
        }
        seen.push(name);
        if !cursor.punct(":") {
            let found = cursor.found();
            findings.mistake(
                cursor.span(),
                format!("expected `:` behind `{text}`, found {found}"),
            );
            if !cursor.punct("=") {
                recover(&mut cursor);
                continue;
            }
        }
        value(&mut cursor, text, &mut fields, findings);
        end_of_field(&mut cursor, findings);
    }
    fields
}

fn value(cursor: &mut Cursor<'_>, name: &str, fields: &mut Fields, findings: &mut Findings) {
    match name {
        "id" => fields.id = text(cursor, name, findings),
        "notes" => fields.notes = text(cursor, name, findings),
        "documentation" => fields.documentation = text(cursor, name, findings),
        "formerly" => fields.formerly = texts(cursor, name, findings),
        _ => fields.alias = texts(cursor, name, findings),
    }
}

fn text(cursor: &mut Cursor<'_>, name: &str, findings: &mut Findings) -> Option<Text> {
    let text = cursor
        .peek_literal()
        .and_then(|literal| Text::of(&literal.text, literal.span));
    if text.is_none() {
        let is_macro = cursor
            .peek_second()
            .is_some_and(|token| token.is_punct('!'));
        let found = if is_macro {
            "a macro".to_owned()
        } else {
            cursor.found()
        };
        findings.mistake(
            cursor.span(),
            format!("`{name}` takes a string literal, found {found}"),
        );
        if cursor.is_punct(",") || is_at_field(cursor) {
            return None;
        }
        // `concat!(…)` and the like.
        cursor.next();
        if cursor.punct("!") {
            cursor.next();
        }
        return None;
    }
    cursor.next();
    text
}

fn texts(cursor: &mut Cursor<'_>, name: &str, findings: &mut Findings) -> Vec<Text> {
    let Some(group) = cursor.group(Delimiter::Bracket) else {
        let found = cursor.found();
        findings.mistake(
            cursor.span(),
            format!("`{name}` takes a list, `[\"…\", \"…\"]`, found {found}"),
        );
        if !cursor.is_punct(",") && !is_at_field(cursor) {
            cursor.next();
        }
        return Vec::new();
    };
    let mut cursor = Cursor::inside(group);
    let mut texts = Vec::new();
    while !cursor.is_at_end() {
        texts.extend(text(&mut cursor, name, findings));
        if !cursor.is_at_end() && !cursor.punct(",") {
            let found = cursor.found();
            findings.mistake(
                cursor.span(),
                format!("expected `,` between the texts of `{name}`, found {found}"),
            );
            if cursor.peek_literal().is_some() {
                continue;
            }
            recover(&mut cursor);
        }
    }
    texts
}

fn end_of_field(cursor: &mut Cursor<'_>, findings: &mut Findings) {
    if cursor.punct(",") || cursor.is_at_end() {
        return;
    }
    let found = cursor.found();
    if is_at_field(cursor) {
        findings.mistake(
            cursor.span(),
            format!("a comma is missing before {found}: fields are separated by commas"),
        );
    } else {
        findings.mistake(
            cursor.span(),
            format!("expected `,` behind the field, found {found}"),
        );
        recover(cursor);
    }
}

fn is_at_field(cursor: &Cursor<'_>) -> bool {
    cursor.peek_ident().is_some()
        && cursor
            .peek_second()
            .is_some_and(|token| token.is_punct(':'))
}

/// Steps over what can't be used, up to the next field or behind the next comma.
fn recover(cursor: &mut Cursor<'_>) {
    while !cursor.is_at_end() && !cursor.punct(",") {
        cursor.next();
        if is_at_field(cursor) {
            break;
        }
    }
}

fn list(words: &[&str]) -> String {
    let mut out = String::new();
    for (index, word) in words.iter().enumerate() {
        out.push_str(match index {
            0 => "",
            index if index + 1 == words.len() => " and ",
            _ => ", ",
        });
        out.push('`');
        out.push_str(word);
        out.push('`');
    }
    out
}
