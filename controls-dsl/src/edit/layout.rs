//! Where the parts of a definition are in its text: sections, rows, fields and former names are lists of one sort.

use std::ops::Range;

use proc_macro2::extra::DelimSpan;
use syn::Ident;

use super::trivia::{self, After, Before};
use crate::{
    Definition,
    ast::{self, Attribute, Value},
    print,
};

/// What is inside of brackets: items, and what is around them. All parts together are the whole.
#[derive(Debug)]
pub(super) struct List<T> {
    pub(super) around: Around,
    pub(super) items: Vec<Item<T>>,
}

/// The parts of a list that are no item's.
#[derive(Debug)]
pub(super) struct Around {
    /// From bracket to bracket.
    pub(super) inner: Range<usize>,
    /// The rest of the line of the opening bracket.
    pub(super) head: Range<usize>,
    /// Whole lines after the last item.
    pub(super) after: Range<usize>,
    /// What is before the closing bracket on its line.
    pub(super) tail: Range<usize>,
}

/// An item, and what it is.
#[derive(Debug)]
pub(super) struct Item<T> {
    pub(super) slot: Slot,
    pub(super) of: T,
}

/// Where an item is: its parts from `lead` to `trail` follow each other.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// Whole lines before it that aren't its own.
    pub(super) free: Range<usize>,
    /// Its comments, and its indentation.
    pub(super) lead: Range<usize>,
    /// Its tokens, attributes first.
    pub(super) core: Range<usize>,
    /// The comma after it.
    pub(super) comma: Option<Range<usize>>,
    /// The rest of its line.
    pub(super) trail: Range<usize>,
    /// Whether it begins a line.
    pub(super) begins_line: bool,
}

#[derive(Debug)]
pub(super) struct SectionLayout {
    /// `#[group]` and the literal in it.
    pub(super) group: Option<[Range<usize>; 2]>,
    /// Its variant.
    pub(super) name: Range<usize>,
    pub(super) title: Range<usize>,
    /// What the title says.
    pub(super) says: String,
    pub(super) rows: List<RowLayout>,
}

#[derive(Debug)]
pub(super) struct RowLayout {
    /// `#[deprecated]`.
    pub(super) deprecated: Option<Range<usize>>,
    pub(super) title: Range<usize>,
    pub(super) answer: Option<Range<usize>>,
    /// With the place of the braces.
    pub(super) fields: Option<(Range<usize>, List<FieldLayout>)>,
}

#[derive(Debug)]
pub(super) struct FieldLayout {
    /// As it's written before the `:`; that of a column in quotation marks.
    pub(super) name: String,
    pub(super) value: Range<usize>,
    /// The texts of a list.
    pub(super) texts: Option<List<()>>,
}

/// An item before it's known what is around it.
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
        let After { rest, free, tail } = trivia::after(text, at..inner.end);
        let head = match items.last_mut() {
            Some(last) => {
                last.slot.trail = rest;
                head.unwrap_or(at..at)
            }
            None => rest,
        };
        List {
            around: Around {
                inner,
                head,
                after: free,
                tail,
            },
            items,
        }
    }

    /// Whether it is on one line, as far as the items themselves do.
    pub(super) fn is_inline(&self, text: &str) -> bool {
        let has_line_end = |range: &Range<usize>| {
            text.get(range.clone())
                .is_some_and(|part| part.contains('\n'))
        };
        let Around {
            head, after, tail, ..
        } = &self.around;
        let around = [head, after, tail].into_iter();
        !around
            .chain(
                self.items
                    .iter()
                    .flat_map(|item| [&item.slot.lead, &item.slot.trail]),
            )
            .any(has_line_end)
    }

    /// Whether a comment is in it outside of the items' tokens.
    pub(super) fn has_comments(&self, text: &str) -> bool {
        let Around {
            head, after, tail, ..
        } = &self.around;
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
        [head.clone(), after.clone(), tail.clone()]
            .into_iter()
            .chain(of_items)
            .any(|part| !trivia::is_blank(text, &part))
    }

    /// Where its items are.
    pub(super) fn slots(&self) -> Vec<&Slot> {
        self.items.iter().map(|item| &item.slot).collect()
    }
}

/// The sections of a definition that has no mistakes; `None` where its tokens aren't those of the text.
pub(super) fn sections(text: &str, definition: &Definition) -> Option<List<SectionLayout>> {
    let items = definition.sections.iter().map(|section| {
        let braces = section.braces?;
        let rows = list(
            text,
            braces,
            section.rows.iter().map(|row| self::row(text, row)),
        )?;
        let title = section.title.span().byte_range();
        let group = section.group.as_ref();
        let group =
            group.map(|group| [attribute(&group.attribute), group.text.span().byte_range()]);
        let start = start(&section.attributes, &section.name);
        let first = group.as_ref().map_or(start, |[group, _]| group.start);
        Some(Bare {
            core: start.min(first)..braces.close().byte_range().end,
            comma: None,
            of: SectionLayout {
                group,
                name: section.name.span().byte_range(),
                title,
                says: section.title.value.clone(),
                rows,
            },
        })
    });
    list(text, definition.body?, items)
}

fn attribute(Attribute { pound, brackets }: &Attribute) -> Range<usize> {
    pound.byte_range().start..brackets.span_close().byte_range().end
}

/// Where an item begins: with its first attribute or with its name.
fn start(attributes: &[Attribute], name: &Ident) -> usize {
    let first = attributes.first().map(|attribute| attribute.pound);
    first.unwrap_or_else(|| name.span()).byte_range().start
}

fn list<T>(
    text: &str,
    brackets: DelimSpan,
    items: impl Iterator<Item = Option<Bare<T>>>,
) -> Option<List<T>> {
    let bare: Vec<Bare<T>> = items.collect::<Option<_>>()?;
    let inner = brackets.open().byte_range().end..brackets.close().byte_range().start;
    let mut edges = std::iter::once(inner.start)
        .chain(
            bare.iter()
                .flat_map(|item| [item.core.start, item.core.end]),
        )
        .chain([inner.end]);
    // Tokens that a macro has put there could be anywhere.
    let is_ordered = edges.clone().is_sorted() && edges.all(|edge| text.is_char_boundary(edge));
    is_ordered.then(|| List::new(text, inner, bare))
}

fn row(text: &str, row: &ast::Row) -> Option<Bare<RowLayout>> {
    let title = row.title.span().byte_range();
    let answer = row.answer.as_ref().map(|answer| answer.span.byte_range());
    let fields = match &row.fields {
        Some(fields) => {
            let braces =
                fields.braces.open().byte_range().start..fields.braces.close().byte_range().end;
            let items = fields.all.iter().map(|field| self::field(text, field));
            Some((braces, list(text, fields.braces, items)?))
        }
        None => None,
    };
    let braces = fields.as_ref().map(|(braces, _)| braces);
    let last = braces.or(answer.as_ref()).unwrap_or(&title);
    Some(Bare {
        core: start(&row.attributes, &row.name)..last.end,
        comma: row.comma.map(|comma| comma.byte_range()),
        of: RowLayout {
            deprecated: row.deprecated().map(attribute),
            title,
            answer,
            fields,
        },
    })
}

fn field(text: &str, field: &ast::Field) -> Option<Bare<FieldLayout>> {
    let (value, texts) = match &field.value {
        Value::Text(text) => (text.span().byte_range(), None),
        Value::List(brackets, texts) => {
            let value = brackets.open().byte_range().start..brackets.close().byte_range().end;
            let items = texts.iter().map(|(text, comma)| {
                Some(Bare {
                    core: text.span().byte_range(),
                    comma: comma.map(|comma| comma.byte_range()),
                    of: (),
                })
            });
            (value, Some(list(text, *brackets, items)?))
        }
    };
    Some(Bare {
        core: field.name.span().byte_range().start..value.end,
        comma: field.comma.map(|comma| comma.byte_range()),
        of: FieldLayout {
            name: match &field.name {
                ast::FieldName::Word(name) => name.to_string(),
                ast::FieldName::Heading(name) => print::literal(&name.value),
            },
            value,
            texts,
        },
    })
}
