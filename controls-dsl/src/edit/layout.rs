//! Where the parts of a definition stand in its text: sections, rows, fields and former names are lists of one sort.

use std::ops::Range;

use super::trivia::{self, Before, Behind};
use crate::{
    cursor::Cursor,
    tokens::{Delimiter, Group, Span, Token},
};

/// What stands inside of brackets: items, and what stands around them. All parts together are the whole.
#[derive(Debug)]
pub(super) struct List<T> {
    pub(super) frame: Frame,
    pub(super) items: Vec<Item<T>>,
}

/// The parts of a list that are no item's.
#[derive(Debug)]
pub(super) struct Frame {
    /// From bracket to bracket.
    pub(super) inner: Range<usize>,
    /// The rest of the line of the opening bracket.
    pub(super) head: Range<usize>,
    /// Whole lines behind the last item.
    pub(super) behind: Range<usize>,
    /// What stands before the closing bracket on its line.
    pub(super) tail: Range<usize>,
}

/// An item, and what it is.
#[derive(Debug)]
pub(super) struct Item<T> {
    pub(super) slot: Slot,
    pub(super) of: T,
}

/// Where an item stands: its parts from `lead` to `trail` follow each other.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// Whole lines before it that aren't its own.
    pub(super) free: Range<usize>,
    /// Its comments, and its indentation.
    pub(super) lead: Range<usize>,
    /// Its tokens, attributes first.
    pub(super) core: Range<usize>,
    /// The comma behind it.
    pub(super) comma: Option<Range<usize>>,
    /// The rest of its line.
    pub(super) trail: Range<usize>,
    /// Whether it begins a line.
    pub(super) begins_line: bool,
}

#[derive(Debug)]
pub(super) struct Section {
    pub(super) title: Range<usize>,
    pub(super) rows: List<Row>,
}

#[derive(Debug)]
pub(super) struct Row {
    pub(super) title: Range<usize>,
    pub(super) answer: Option<Range<usize>>,
    /// With the place of the braces.
    pub(super) fields: Option<(Range<usize>, List<Field>)>,
}

#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) value: Range<usize>,
    /// The texts of a list.
    pub(super) texts: Option<List<()>>,
}

/// An item before it's known what stands around it.
struct Bare<T> {
    core: Range<usize>,
    comma: Option<Range<usize>>,
    of: T,
}

impl<T> List<T> {
    fn new(text: &str, inner: Range<usize>, bare: Vec<Bare<T>>) -> Self {
        let mut items: Vec<Item<T>> = Vec::with_capacity(bare.len());
        let mut head = None;
        let mut at = inner.start;
        for Bare { core, comma, of } in bare {
            let Before { rest, free, lead } = trivia::before(text, at..core.start);
            match items.last_mut() {
                Some(before) => before.slot.trail = rest,
                None => head = Some(rest),
            }
            let begins_line = text
                .get(..lead.start)
                .is_some_and(|before| before.ends_with('\n'));
            at = comma.as_ref().map_or(core.end, |comma| comma.end);
            items.push(Item {
                slot: Slot {
                    free,
                    lead,
                    core,
                    comma,
                    trail: at..at,
                    begins_line,
                },
                of,
            });
        }
        let Behind { rest, free, tail } = trivia::behind(text, at..inner.end);
        let head = match items.last_mut() {
            Some(last) => {
                last.slot.trail = rest;
                head.unwrap_or(at..at)
            }
            None => rest,
        };
        List {
            frame: Frame {
                inner,
                head,
                behind: free,
                tail,
            },
            items,
        }
    }

    /// Whether it stands on one line, as far as the items themselves do.
    pub(super) fn is_inline(&self, text: &str) -> bool {
        let has_line_end = |range: &Range<usize>| {
            text.get(range.clone())
                .is_some_and(|part| part.contains('\n'))
        };
        let Frame {
            head, behind, tail, ..
        } = &self.frame;
        let around = [head, behind, tail].into_iter();
        !around
            .chain(
                self.items
                    .iter()
                    .flat_map(|item| [&item.slot.lead, &item.slot.trail]),
            )
            .any(has_line_end)
    }

    /// Whether a comment stands in it outside of the items' tokens.
    pub(super) fn has_comments(&self, text: &str) -> bool {
        let Frame {
            head, behind, tail, ..
        } = &self.frame;
        let of_items = self.items.iter().flat_map(|item| {
            let Slot {
                free,
                lead,
                core,
                comma,
                trail,
                ..
            } = &item.slot;
            let before_comma = comma
                .as_ref()
                .map_or(core.end..core.end, |comma| core.end..comma.start);
            [free.clone(), lead.clone(), before_comma, trail.clone()]
        });
        [head.clone(), behind.clone(), tail.clone()]
            .into_iter()
            .chain(of_items)
            .any(|part| !trivia::is_blank(text, &part))
    }

    /// Where its items stand.
    pub(super) fn slots(&self) -> Vec<&Slot> {
        self.items.iter().map(|item| &item.slot).collect()
    }
}

/// The sections of a definition that has no mistakes; `None` where the tokens are others.
pub(super) fn sections(text: &str, tokens: &[Token]) -> Option<List<Section>> {
    let mut cursor = Cursor::new(tokens, Span::default());
    let body = loop {
        match cursor.next()? {
            Token::Group(group) if group.delimiter == Delimiter::Brace => break group,
            _ => {}
        }
    };
    list(text, body, |cursor| section(text, cursor))
}

fn list<T>(
    text: &str,
    group: &Group,
    item: impl Fn(&mut Cursor<'_>) -> Option<(Range<usize>, T)>,
) -> Option<List<T>> {
    let mut cursor = Cursor::inside(group);
    let mut bare = Vec::new();
    while !cursor.is_at_end() {
        let start = cursor.span().bytes().start;
        let (last, of) = item(&mut cursor)?;
        let comma = cursor.is_punct(",").then(|| cursor.span().bytes());
        cursor.punct(",");
        bare.push(Bare {
            core: start..last.end,
            comma,
            of,
        });
    }
    let outer = group.span.bytes();
    let inner = outer.start + 1..outer.end.checked_sub(1)?;
    let mut edges = std::iter::once(inner.start)
        .chain(
            bare.iter()
                .flat_map(|item| [item.core.start, item.core.end]),
        )
        .chain([inner.end]);
    // Tokens that a macro has put there would stand anywhere.
    let is_ordered = edges.clone().is_sorted() && edges.all(|edge| text.is_char_boundary(edge));
    is_ordered.then(|| List::new(text, inner, bare))
}

fn section(text: &str, cursor: &mut Cursor<'_>) -> Option<(Range<usize>, Section)> {
    let title = named(cursor)?;
    let body = cursor.group(Delimiter::Brace)?;
    let rows = list(text, body, |cursor| row(text, cursor))?;
    Some((body.span.bytes(), Section { title, rows }))
}

fn row(text: &str, cursor: &mut Cursor<'_>) -> Option<(Range<usize>, Row)> {
    let title = named(cursor)?;
    let mut last = title.clone();
    let mut answer = None;
    if cursor.punct("=>") {
        last = cursor.next()?.span().bytes();
        answer = Some(last.clone());
    }
    let mut fields = None;
    if let Some(group) = cursor.group(Delimiter::Brace) {
        last = group.span.bytes();
        fields = Some((
            last.clone(),
            list(text, group, |cursor| field(text, cursor))?,
        ));
    }
    Some((
        last,
        Row {
            title,
            answer,
            fields,
        },
    ))
}

fn field(text: &str, cursor: &mut Cursor<'_>) -> Option<(Range<usize>, Field)> {
    let name = cursor.ident()?.to_string();
    if !cursor.punct(":") {
        return None;
    }
    let token = cursor.next()?;
    let value = token.span().bytes();
    let texts = match token {
        Token::Group(group) => Some(list(text, group, |cursor| {
            Some((cursor.next()?.span().bytes(), ()))
        })?),
        _ => None,
    };
    Some((value.clone(), Field { name, value, texts }))
}

/// Steps over attributes and `Name =`, and takes the title.
fn named(cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
    while cursor.punct("#") {
        cursor.group(Delimiter::Bracket)?;
    }
    cursor.ident()?;
    if !cursor.punct("=") {
        return None;
    }
    Some(cursor.next()?.span().bytes())
}
