//! Sections and their rows.

use super::{
    attributes::{self, ItemAttributes, dangling, meant},
    fields::{self, FIELDS, Fields},
    header::check_variant,
};
use crate::{
    Findings, Row, Section, Text,
    ast::{AnswerKind, RowAnswer},
    cursor::Cursor,
    names::kebab_case,
    tokens::{Delimiter, Group, Name, Output, Span},
};

const ANSWERS: [&str; 3] = ["Yes", "No", "NotApplicable"];

/// Takes all sections of a catalog.
pub(super) fn sections(cursor: &mut Cursor<'_>, findings: &mut Findings) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut outside: Vec<Row> = Vec::new();
    // Of rows in a row, the first is spoken of.
    let mut after_row = false;
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
                    let title = title.unwrap_or_else(|| stand_in(name));
                    let rows = rows(&mut Cursor::inside(body), findings);
                    let usable = check_variant(name, "section", &["ALL", "COUNT"], findings);
                    let name = if usable {
                        name.clone()
                    } else {
                        stand_in_name(&sections, name.span())
                    };
                    sections.push(Section {
                        attributes: attributes.tokens,
                        name,
                        title,
                        rows,
                    });
                    if complete && cursor.is_punct(",") {
                        findings.mistake(
                            cursor.span(),
                            "unexpected `,`: sections follow each other without commas",
                        );
                    }
                    while cursor.punct(",") {}
                    after_row = false;
                }
                None if is_half_section(cursor) => {
                    if title.is_some() {
                        let (text, found) = (name.plain(), cursor.found());
                        findings.mistake(
                            name.span(),
                            format!(
                                "expected `{{` with the rows of section `{text}` behind its heading, found {found}"
                            ),
                        );
                    }
                }
                None => {
                    if title.is_some() && !after_row {
                        findings.mistake(name.span(), is_outside(name));
                    }
                    outside.extend(row_outside(cursor, attributes, name, title));
                    after_row = true;
                }
            },
        }
    }
    keep(outside, &mut sections);
    sections
}

/// Puts rows that stand outside of a section into one, so that code which names their variants gives no second error.
fn keep(mut outside: Vec<Row>, sections: &mut Vec<Section>) {
    match (sections.last_mut(), outside.first()) {
        (Some(section), _) => section.rows.append(&mut outside),
        (None, Some(row)) => {
            let span = row.name.span();
            let (name, title) = (stand_in_name(sections, span), Text::stand_in("Rows", span));
            sections.push(Section {
                attributes: Output::default(),
                name,
                title,
                rows: outside,
            });
        }
        (None, None) => {}
    }
}

/// Whether neither a row nor a section goes on here.
fn is_half_section(cursor: &Cursor<'_>) -> bool {
    cursor.is_at_end() || cursor.is_at_item()
}

fn is_outside(name: &Name) -> String {
    let text = name.plain();
    format!(
        "row `{text}` stands outside of a section: move it into one, `Section = \"Heading\" {{ … }}`"
    )
}

/// The body of a section: braces that aren't the fields of a row.
fn section_body<'t>(cursor: &mut Cursor<'t>) -> Option<&'t Group> {
    let mut inside = Cursor::inside(cursor.peek_group()?);
    let has_fields = inside.ident().is_some() && inside.is_punct(":");
    if has_fields {
        None
    } else {
        cursor.group(Delimiter::Brace)
    }
}

/// Takes a row that stands where a section belongs.
fn row_outside(
    cursor: &mut Cursor<'_>,
    attributes: ItemAttributes<'_>,
    name: &Name,
    title: Option<Text>,
) -> Option<Row> {
    // What else is wrong with it can wait until it's in its place.
    let row = row(cursor, attributes, name, title, &mut Findings::default());
    cursor.punct(",");
    row.map(|row| Row {
        broken: true,
        ..row
    })
}

/// Takes all rows of a section.
fn rows(cursor: &mut Cursor<'_>, findings: &mut Findings) -> Vec<Row> {
    let mut rows = Vec::new();
    while !cursor.is_at_end() {
        let attributes = attributes::of_item(cursor, "row", findings);
        if cursor.is_at_end() {
            dangling(&attributes, "row", findings);
            break;
        }
        if cursor.is_punct(",") {
            findings.mistake(
                cursor.span(),
                "unexpected `,`: a row stands before each comma",
            );
            cursor.punct(",");
            continue;
        }
        let before = findings.as_slice().len();
        let Some((name, title)) = named(cursor, Place::Section, findings) else {
            cursor.recover();
            continue;
        };
        if let Some(body) = nested_section(cursor) {
            let text = name.plain();
            findings.mistake(
                name.span(),
                format!("section `{text}` stands in another one: move it behind the `}}` of the one around it"),
            );
            rows.extend(self::rows(&mut Cursor::inside(body), findings));
            cursor.punct(",");
            continue;
        }
        let row = row(cursor, attributes, name, title, findings);
        let is_wrong = findings.as_slice().len() > before;
        let ends = end_of_row(cursor, is_wrong, findings);
        // Without an end, it may have no answer because it's being typed.
        rows.extend(row.map(|row| Row {
            broken: row.broken || (!ends && row.answer.is_none()),
            ..row
        }));
    }
    rows
}

/// The body of a section that stands where a row belongs.
fn nested_section<'t>(cursor: &mut Cursor<'t>) -> Option<&'t Group> {
    let mut inside = Cursor::inside(cursor.peek_group()?);
    let is_row = inside
        .ident()
        .is_some_and(|name| !FIELDS.contains(&name.as_str()))
        && inside.is_punct("=");
    if is_row {
        cursor.group(Delimiter::Brace)
    } else {
        None
    }
}

/// Takes the comma behind a row, or says that it's missing, unless something else is wrong with the row.
fn end_of_row(cursor: &mut Cursor<'_>, is_wrong: bool, findings: &mut Findings) -> bool {
    if cursor.punct(",") || cursor.is_at_end() {
        return true;
    }
    let is_row = cursor.is_at_item();
    if !is_wrong {
        findings.mistake(
            cursor.span(),
            if is_row {
                missing_comma(cursor)
            } else {
                no_comma(cursor)
            },
        );
    }
    if !is_row {
        cursor.recover();
    }
    false
}

fn missing_comma(cursor: &Cursor<'_>) -> String {
    let next = cursor.peek_ident().map_or_else(
        || "the next row".to_owned(),
        |name| format!("`{}`", name.plain()),
    );
    format!("a comma is missing before {next}: rows are separated by commas")
}

/// What is said where something stands in place of the comma.
fn no_comma(cursor: &Cursor<'_>) -> String {
    let help = match cursor.peek_group() {
        Some(group) if group.delimiter == Delimiter::Parenthesis => {
            let mut inside = Cursor::inside(group);
            if inside.ident().is_some() && inside.is_punct(":") {
                ": fields stand in braces, `{ notes: \"…\" }`"
            } else {
                ": an answer in other words is a string, `=> \"…\"`"
            }
        }
        _ => "",
    };
    format!(
        "expected `,` behind the row, found {}{help}",
        cursor.found()
    )
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
fn named<'t>(
    cursor: &mut Cursor<'t>,
    place: Place,
    findings: &mut Findings,
) -> Option<(&'t Name, Option<Text>)> {
    let span = cursor.span();
    let Some(name) = cursor.ident() else {
        let found = cursor.found();
        findings.mistake(
            span,
            format!("expected {}, found {found}", place.expected()),
        );
        return None;
    };
    let (what, text) = (place.what(), name.plain());
    if !cursor.punct("=") {
        let found = cursor.found();
        findings.mistake(
            name.span(),
            format!("{what} `{text}` has no title: expected `= \"…\"` behind it, found {found}"),
        );
        return Some((name, None));
    }
    let span = if cursor.is_at_end() || cursor.is_at_item() {
        name.span()
    } else {
        cursor.span()
    };
    let title = take_text(cursor);
    if title.is_none() {
        let found = cursor.found();
        findings.mistake(
            span,
            format!("expected the title of {what} `{text}` as a string literal, found {found}"),
        );
        // A value of another kind is stepped over; what may be the next row isn't.
        if !cursor.is_at_item() && !cursor.is_punct(",") && !cursor.is_punct("=>") {
            cursor.next();
        }
    }
    Some((name, title))
}

fn take_text(cursor: &mut Cursor<'_>) -> Option<Text> {
    let literal = cursor.peek_literal()?;
    let text = Text::of(&literal.text, literal.span)?;
    cursor.next();
    Some(text)
}

fn stand_in(name: &Name) -> Text {
    Text::stand_in(name.plain(), name.span())
}

/// A name for a section whose own can't be used.
fn stand_in_name(sections: &[Section], span: Span) -> Name {
    Name::made_up(format!("__Section{}", sections.len()), span)
}

/// Takes what follows the title of a row.
fn row(
    cursor: &mut Cursor<'_>,
    attributes: ItemAttributes<'_>,
    name: &Name,
    title: Option<Text>,
    findings: &mut Findings,
) -> Option<Row> {
    let usable = check_variant(name, "row", &["ALL", "COUNT", "CATALOG"], findings);
    let mut broken = title.is_none();
    let mut answer = None;
    if cursor.punct("=>") || (!broken && other_arrow(cursor, findings)) {
        answer = self::answer(cursor, name, findings);
        broken |= answer.is_none();
    }
    let fields = match cursor.group(Delimiter::Brace) {
        Some(group) => fields::fields(group, findings),
        None => Fields::default(),
    };
    let title = title.unwrap_or_else(|| stand_in(name));
    let Fields {
        id,
        notes,
        documentation,
        formerly,
        alias,
    } = fields;
    let default_id = kebab_case(name.plain());
    usable.then(|| Row {
        attributes: attributes.tokens,
        name: name.clone(),
        title,
        answer,
        id,
        default_id,
        notes,
        documentation,
        formerly,
        alias,
        broken,
    })
}

/// Takes what people write in place of `=>`.
fn other_arrow(cursor: &mut Cursor<'_>, findings: &mut Findings) -> bool {
    let span = cursor.span();
    let Some(arrow) = ["=", "->", ":"]
        .into_iter()
        .find(|arrow| cursor.punct(arrow))
    else {
        return false;
    };
    findings.mistake(
        span,
        format!("expected `=>` before the answer, found `{arrow}`"),
    );
    true
}

/// Takes an answer.
fn answer(cursor: &mut Cursor<'_>, row: &Name, findings: &mut Findings) -> Option<RowAnswer> {
    let allowed = "`Yes`, `No`, `NotApplicable`, or the words of the document as a string";
    let span = cursor.span();
    // The next row, or nothing: the answer isn't written yet.
    if cursor.is_at_end() || cursor.is_punct(",") || cursor.is_at_item() {
        findings.mistake(
            row.span(),
            format!(
                "row `{}` has `=>` without an answer: expected {allowed}",
                row.plain()
            ),
        );
        return None;
    }
    if let Some(text) = take_text(cursor) {
        return Some(RowAnswer {
            kind: AnswerKind::Qualified(text.value),
            span,
        });
    }
    let Some(word) = cursor.ident() else {
        let found = cursor.found();
        findings.mistake(
            span,
            format!("expected an answer, found {found}: it's one of {allowed}"),
        );
        if cursor
            .peek_group()
            .is_none_or(|group| group.delimiter != Delimiter::Brace)
        {
            cursor.next();
        }
        return None;
    };
    let kind = match word.as_str() {
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

fn unknown_answer(
    cursor: &mut Cursor<'_>,
    word: &str,
    span: Span,
    allowed: &str,
    findings: &mut Findings,
) {
    if matches!(word, "N" | "n") && cursor.punct("/") {
        cursor.ident();
        findings.mistake(span, "unknown answer `N/A`: write `NotApplicable`");
        return;
    }
    let (mut path, mut last) = (word.to_owned(), word.to_owned());
    while cursor.punct("::") {
        last = cursor.ident().map(Name::to_string).unwrap_or_default();
        path = format!("{path}::{last}");
    }
    let help = if last == "Qualified" && cursor.group(Delimiter::Parenthesis).is_some() {
        "write the words of the document alone, as a string".to_owned()
    } else if path != last && ANSWERS.contains(&&*last) {
        format!("write `{last}` alone")
    } else {
        format!("it's one of {allowed}{}", meant(word, &ANSWERS))
    };
    findings.mistake(span, format!("unknown answer `{path}`: {help}"));
}
