//! What changes within a row: its title, its answer, and its fields.

use std::ops::Range;

use crate::withdrawal::Withdrawal;

use super::{
    layout::{FieldLayout, Item, List, RowLayout},
    trivia,
    weave::{Piece, Shape, weave},
};

/// Lines that people read have at most so many characters.
const WIDEST: usize = 120;

/// What a row says from now on, as text of the definition. `None` leaves it as it is.
#[derive(Default)]
pub(super) struct Changed {
    pub(super) title: Option<String>,
    pub(super) answer: Option<String>,
    /// The fields, by their names as they're written.
    pub(super) fields: Vec<(String, NewValue)>,
    pub(super) formerly: Option<Former>,
    /// What becomes of `#[deprecated]`.
    pub(super) withdrawal: Option<Withdrawal>,
}

impl Changed {
    /// What a field says from now on, if that has changed.
    fn field(&self, name: &str) -> Option<&NewValue> {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value)
    }
}

/// What a field says from now on.
pub(super) enum NewValue {
    Literal(String),
    None,
}

/// What becomes of `formerly`.
pub(super) struct Former {
    /// The positions of the texts that stay.
    pub(super) kept: Vec<usize>,
    /// The literals that come.
    pub(super) added: Vec<String>,
}

/// How the text around a row is written.
pub(super) struct Style<'s> {
    pub(super) text: &'s str,
    pub(super) line_end: &'s str,
    /// One step of indentation.
    pub(super) unit: &'s str,
}

impl Style<'_> {
    fn part(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Whether a row that ends at a position would be too wide for its line with so much more.
    fn is_too_wide(&self, end: usize, more: &str) -> bool {
        let line = self.part(self.part(0..end).rfind('\n').map_or(0, |at| at + 1)..end);
        // A comma follows.
        line.chars().count() + more.chars().count() + 1 > WIDEST
    }
}

/// The tokens of a row with its changes.
pub(super) fn changed(row: &Item<RowLayout>, changed: &Changed, style: &Style<'_>) -> String {
    let core = &row.slot.core;
    let mut out = String::new();
    let mut at = core.start;
    match (&changed.withdrawal, &row.of.deprecated) {
        (Some(Withdrawal::Add(attribute)), _) => {
            out.push_str(attribute);
            if row.slot.begins_line {
                out.push_str(style.line_end);
                out.push_str(trivia::indentation(style.text, core.start));
            } else {
                out.push(' ');
            }
        }
        (Some(Withdrawal::Replace(attribute)), Some(range)) => {
            out.extend([style.part(at..range.start), attribute]);
            at = range.end;
        }
        (Some(Withdrawal::Remove), Some(range)) => {
            out.push_str(style.part(at..range.start));
            let after = style.part(range.end..core.end);
            at = range.end + (after.len() - after.trim_start().len());
        }
        (Some(_) | None, _) => {}
    }
    let literals = [
        (Some(&row.of.title), &changed.title),
        (row.of.answer.as_ref(), &changed.answer),
    ];
    for (range, literal) in literals {
        if let (Some(range), Some(literal)) = (range, literal) {
            out.push_str(style.part(at..range.start));
            out.push_str(literal);
            at = range.end;
        }
    }
    let before = row.of.answer.as_ref().unwrap_or(&row.of.title).end;
    match &row.of.fields {
        None => {
            out.push_str(style.part(at..core.end));
            out.push_str(&new_fields(changed, core, style));
        }
        Some((braces, list)) => match fields(row, list, changed, style) {
            Some(text) => {
                out.push_str(style.part(at..braces.start + 1));
                out.push_str(&text);
                out.push_str(style.part(braces.end.saturating_sub(1)..core.end));
            }
            None => {
                out.push_str(style.part(at..before));
            }
        },
    }
    out
}

/// Braces for a row that has none.
fn new_fields(changed: &Changed, core: &Range<usize>, style: &Style<'_>) -> String {
    let fields = added(changed, |_| false);
    if fields.is_empty() {
        return String::new();
    }
    if let [("formerly", field)] = &fields[..] {
        let inline = format!(" {{ {field} }}");
        if !style.is_too_wide(core.end, &inline) {
            return inline;
        }
    }
    let indent = trivia::indentation(style.text, core.end);
    format!(
        " {{{}{}{indent}}}",
        style.line_end,
        lines(fields.iter().map(|(_, field)| &**field), indent, style)
    )
}

/// Fields, each on a line.
fn lines<'f>(fields: impl Iterator<Item = &'f str>, indent: &str, style: &Style<'_>) -> String {
    fields
        .flat_map(|field| [indent, style.unit, field, ",", style.line_end])
        .collect()
}

/// The fields that a row lacks, by name, in the order in which they are written.
fn added(changed: &Changed, has: impl Fn(&str) -> bool) -> Vec<(&str, String)> {
    let mut fields = Vec::new();
    if let Some(Former { added, .. }) = &changed.formerly
        && !added.is_empty()
        && !has("formerly")
    {
        fields.push(("formerly", format!("formerly: [{}]", added.join(", "))));
    }
    for (name, value) in &changed.fields {
        if let NewValue::Literal(literal) = value
            && !has(name)
        {
            fields.push((name, format!("{name}: {literal}")));
        }
    }
    fields
}

/// What is in the braces from now on; `None` if nothing is.
fn fields(
    row: &Item<RowLayout>,
    list: &List<FieldLayout>,
    changed: &Changed,
    style: &Style<'_>,
) -> Option<String> {
    let kept: Vec<(usize, &Item<FieldLayout>, String)> = list
        .items
        .iter()
        .enumerate()
        .filter_map(|(at, field)| Some((at, field, kept_field(field, changed, style)?)))
        .collect();
    let new = added(changed, |name| {
        list.items.iter().any(|field| field.of.name == name)
    });
    let goes = kept.is_empty() && new.is_empty() && !list.items.is_empty();
    let inline = list.is_inline(style.text);
    let has_comments = list.has_comments(style.text);
    let indent = trivia::indentation(style.text, row.slot.core.end);
    let outer = if inline {
        trivia::indentation(style.text, list.around.inner.start)
    } else {
        indent
    };
    if inline && !has_comments && !new.is_empty() {
        if let ([], [("formerly", field)]) = (&kept[..], &new[..]) {
            return Some(format!(" {field} "));
        }
        let more: String = new.iter().flat_map(|(_, field)| [", ", field]).collect();
        if new.iter().any(|(name, _)| *name != "formerly")
            || style.is_too_wide(row.slot.core.end, &more)
        {
            let fields = in_order(
                kept.iter()
                    .map(|(_, field, text)| (&*field.of.name, text.clone())),
                new,
            );
            return Some(format!(
                "{}{}{outer}",
                style.line_end,
                lines(fields.iter().map(|field| &**field), outer, style)
            ));
        }
    }
    let own = list.items.iter().find(|field| field.slot.begins_line);
    let own = own.map(|field| trivia::indentation(style.text, field.slot.core.start).to_owned());
    let own = own.unwrap_or_else(|| format!("{outer}{}", style.unit));
    let shape = Shape {
        text: style.text,
        line_end: style.line_end,
        indent: &own,
        close: outer,
        commas: true,
        inline,
    };
    let old = kept.into_iter().map(|(at, field, core)| {
        (
            &*field.of.name,
            Piece::Old {
                slot: &field.slot,
                stays: Some(at),
                core,
            },
        )
    });
    let new = new.into_iter().map(|(name, field)| {
        (
            name,
            Piece::New {
                inline: Some(field.clone()),
                block: field,
            },
        )
    });
    let text = weave(&shape, &list.around, &list.slots(), &in_order(old, new));
    (!goes || !text.trim().is_empty()).then_some(text)
}

/// Puts new fields among old ones: the label first, notes before documentation, all others last.
fn in_order<'n, T>(
    old: impl Iterator<Item = (&'n str, T)>,
    new: impl IntoIterator<Item = (&'n str, T)>,
) -> Vec<T> {
    let mut fields: Vec<(&str, T)> = old.collect();
    for (name, field) in new {
        let place = |wanted: &str| fields.iter().position(|(name, _)| *name == wanted);
        let at = match name {
            "label" => Some(0),
            "notes" => place("documentation"),
            "documentation" => place("notes").map(|at| at + 1),
            _ => None,
        };
        fields.insert(at.unwrap_or(fields.len()), (name, field));
    }
    fields.into_iter().map(|(_, field)| field).collect()
}

/// A field with its change; `None` if it goes.
fn kept_field(field: &Item<FieldLayout>, changed: &Changed, style: &Style<'_>) -> Option<String> {
    let core = &field.slot.core;
    let with = |value: &str| format!("{}{value}", style.part(core.start..field.of.value.start));
    let as_it_is = || style.part(core.clone()).to_owned();
    if let ("formerly", Some(former), Some(texts)) =
        (&*field.of.name, &changed.formerly, &field.of.texts)
    {
        return former_texts(texts, former, style).map(|texts| with(&format!("[{texts}]")));
    }
    match changed.field(&field.of.name) {
        None => Some(as_it_is()),
        Some(NewValue::Literal(literal)) => Some(with(literal)),
        Some(NewValue::None) => None,
    }
}

/// What is in the brackets of `formerly` from now on; `None` if nothing is.
fn former_texts(texts: &List<()>, former: &Former, style: &Style<'_>) -> Option<String> {
    if former.kept.is_empty() && former.added.is_empty() {
        return None;
    }
    let close = trivia::indentation(style.text, texts.around.inner.end);
    let own = texts.items.iter().find(|text| text.slot.begins_line);
    let own = own.map(|text| trivia::indentation(style.text, text.slot.core.start).to_owned());
    let own = own.unwrap_or_else(|| format!("{close}{}", style.unit));
    let inline = texts.is_inline(style.text);
    let shape = Shape {
        text: style.text,
        line_end: style.line_end,
        indent: &own,
        close,
        commas: true,
        inline,
    };
    let kept = former
        .kept
        .iter()
        .filter_map(|at| Some((*at, texts.items.get(*at)?)));
    let kept = kept.map(|(at, text)| Piece::Old {
        slot: &text.slot,
        stays: Some(at),
        core: style.part(text.slot.core.clone()).to_owned(),
    });
    let added = former.added.iter().map(|text| Piece::New {
        inline: Some(text.clone()),
        block: text.clone(),
    });
    Some(weave(
        &shape,
        &texts.around,
        &texts.slots(),
        &kept.chain(added).collect::<Vec<_>>(),
    ))
}

/// A row that's new, as it's written on lines of its own, without a comma.
pub(super) fn new_block(head: &str, new: &[String], indent: &str, style: &Style<'_>) -> String {
    if new.is_empty() {
        return head.to_owned();
    }
    let lines = lines(new.iter().map(|field| &**field), indent, style);
    format!("{head} {{{}{lines}{indent}}}", style.line_end)
}
