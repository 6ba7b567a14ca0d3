//! A definition, parsed: what the macro expands, `check` holds against the document, and `fix` edits.

#![cfg_attr(
    not(feature = "edit"),
    expect(dead_code, reason = "the places of brackets and commas are for edits")
)]

mod attribute;
mod literal;
mod row;

use controls_document::{Binding, Outline, OutlineSection, headings_of};
use proc_macro2::{Span, TokenStream, extra::DelimSpan};
use syn::Ident;

pub(crate) use attribute::Attribute;
pub use literal::{StringLiteral, plain_name};
pub(crate) use row::{AnswerKind, Field, FieldName, Fields, Key, Value};
pub use row::{Row, RowAnswer};

/// What is inside `controls! { … }`.
#[derive(Debug)]
pub struct Definition {
    /// `#[cfg]`s, which go to every item.
    pub(crate) cfgs: Vec<Attribute>,
    /// All other attributes, which go to the enum.
    pub(crate) attributes: Vec<Attribute>,
    /// `#[document]`.
    pub document: Option<StringLiteral>,
    /// `#[heading]`.
    pub heading: Option<StringLiteral>,
    /// `#[published]`.
    pub published: Option<StringLiteral>,
    /// How the document is read, by `#[columns]`, `#[answers]` and `#[headings]`; `None` where a mistake in them leaves
    /// that open.
    pub binding: Option<Binding>,
    /// Where the first of these is.
    pub(crate) bound: Option<Span>,
    /// The visibility, as written.
    pub(crate) visibility: TokenStream,
    /// `enum`.
    pub(crate) keyword: Span,
    /// The name of the enum.
    pub name: Ident,
    /// The braces around the sections, unless they are missing.
    pub(crate) body: Option<DelimSpan>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// What has been typed of rows that aren't complete.
    pub(crate) half_typed: Vec<HalfTyped>,
}

/// A section with its rows.
#[derive(Debug)]
pub struct Section {
    /// All attributes but `#[group]`.
    pub(crate) attributes: Vec<Attribute>,
    /// `#[group]`.
    pub(crate) group: Option<Group>,
    /// The variant in the enum of sections.
    pub name: Ident,
    /// The heading.
    pub title: StringLiteral,
    /// The braces around its rows; `None` for a section that stands in for one that is missing.
    pub(crate) braces: Option<DelimSpan>,
    /// The rows, in order.
    pub rows: Vec<Row>,
}

/// What a section is under: the heading above it, or several, outermost first.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) attribute: Attribute,
    pub(crate) text: StringLiteral,
}

impl Section {
    /// Returns what it's under, as `#[group]` has it.
    #[must_use]
    pub fn group(&self) -> Option<&StringLiteral> {
        Some(&self.group.as_ref()?.text)
    }

    /// Returns the headings that [`group`](Self::group) names, outermost first.
    pub fn headings_above(&self) -> impl Iterator<Item = &str> {
        let group = self.group().into_iter();
        group.flat_map(|group| headings_of(&group.value))
    }
}

/// What has been typed where an answer or a field is to be: an editor completes it if it sees the words in a place where
/// the compiler expects them.
#[derive(Debug)]
pub(crate) enum HalfTyped {
    Answer(Ident),
    Field(Ident),
}

impl Definition {
    /// Returns all rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    /// Returns how many rows there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sections.iter().map(|section| section.rows.len()).sum()
    }

    /// Whether its rows have answers.
    pub(crate) fn has_answers(&self) -> bool {
        self.rows().any(|row| row.answer.is_some())
    }

    /// Whether something in it is deprecated, which generated code names all the same.
    pub(crate) fn has_deprecated(&self) -> bool {
        let of_sections = self.sections.iter().flat_map(|of| &of.attributes);
        let mut all = self.attributes.iter().chain(of_sections);
        all.any(|attribute| attribute.mentions("deprecated")) || self.rows().any(Row::is_deprecated)
    }

    /// Returns what the definition says, to be compared with a document. Rows have the indices of [`rows`](Self::rows).
    #[must_use]
    pub fn outline(&self) -> Outline<'_> {
        let mut rows = Vec::with_capacity(self.count());
        for (section, of) in self.sections.iter().enumerate() {
            rows.extend(of.rows.iter().map(|row| {
                controls_document::Row {
                    section,
                    label: row.label().map_or("", |text| &text.value),
                    title: &row.title.value,
                    answer: row.answer.as_ref().map(RowAnswer::answer),
                    notes: row.notes().map_or("", |text| &text.value),
                    documentation: row.documentation().map_or("", |text| &text.value),
                    properties: row
                        .properties()
                        .map(|(name, text)| (&*name.value, &*text.value))
                        .collect(),
                    former: row.formerly().map(|text| &*text.value).collect(),
                    given: None,
                    id: row.id(),
                }
            }));
        }
        Outline {
            sections: self
                .sections
                .iter()
                .map(|section| OutlineSection {
                    title: &section.title.value,
                    group: section
                        .group()
                        .map_or(controls_document::Group::Unsaid, |group| {
                            controls_document::Group::Said(&group.value)
                        }),
                })
                .collect(),
            rows,
        }
    }
}
