//! A definition, parsed.

use std::fmt::{self, Display, Formatter};

use controls_document::{Answer, Outline};

use crate::{
    Text,
    tokens::{Name, Output, Span},
};

/// What stands inside `controls! { … }`.
#[derive(Debug)]
pub struct Definition {
    /// `#[cfg]`s, which go to every item.
    pub(crate) cfgs: Output,
    /// All other attributes, which go to the enum.
    pub(crate) attributes: Output,
    /// `#[document]`.
    pub document: Option<Text>,
    /// `#[heading]`.
    pub heading: Option<Text>,
    /// `#[published]`.
    pub published: Option<Text>,
    /// The visibility.
    pub(crate) visibility: Visibility,
    /// Where `enum` stands.
    pub(crate) keyword: Span,
    /// Where the braces around the sections stand.
    pub(crate) body: Span,
    /// The name of the enum.
    pub name: Name,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

/// A visibility: as tokens for the enums, as text for what is implemented for them.
#[derive(Debug, Default)]
pub(crate) struct Visibility {
    pub(crate) tokens: Output,
    pub(crate) text: String,
}

impl Display for Visibility {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A section with its rows.
#[derive(Debug)]
pub struct Section {
    pub(crate) attributes: Output,
    /// The variant in the enum of sections.
    pub name: Name,
    /// The heading.
    pub title: Text,
    /// The rows, in order.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    pub(crate) attributes: Output,
    /// The variant.
    pub name: Name,
    /// The title.
    pub title: Text,
    /// The answer, if the row has one.
    pub answer: Option<RowAnswer>,
    /// `id`, if it's given.
    pub id: Option<Text>,
    /// The variant's name in kebab-case.
    pub(crate) default_id: String,
    /// `notes`.
    pub notes: Option<Text>,
    /// `documentation`.
    pub documentation: Option<Text>,
    /// `formerly`.
    pub formerly: Vec<Text>,
    /// `alias`.
    pub alias: Vec<Text>,
    /// Whether something about it has already been found wrong, so that what it lacks needn't be said again.
    pub(crate) broken: bool,
}

/// An answer, and where it stands.
#[derive(Debug)]
pub struct RowAnswer {
    pub(crate) kind: AnswerKind,
    /// The token.
    pub span: Span,
}

#[derive(Debug)]
pub(crate) enum AnswerKind {
    Yes,
    No,
    NotApplicable,
    Qualified(String),
}

impl RowAnswer {
    /// The answer.
    #[must_use]
    pub fn answer(&self) -> Answer<'_> {
        match &self.kind {
            AnswerKind::Yes => Answer::Yes,
            AnswerKind::No => Answer::No,
            AnswerKind::NotApplicable => Answer::NotApplicable,
            AnswerKind::Qualified(text) => Answer::Qualified(text),
        }
    }
}

impl Definition {
    /// All rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    /// How many rows there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sections.iter().map(|section| section.rows.len()).sum()
    }

    /// Whether its rows have answers.
    pub(crate) fn has_answers(&self) -> bool {
        self.rows().any(|row| row.answer.is_some())
    }

    /// What the definition says, to be compared with a document. Rows have the indices of [`rows`](Self::rows).
    #[must_use]
    pub fn outline(&self) -> Outline<'_> {
        let mut rows = Vec::with_capacity(self.count());
        for (section, of) in self.sections.iter().enumerate() {
            rows.extend(of.rows.iter().map(|row| controls_document::Row {
                section,
                title: &row.title.value,
                answer: row.answer.as_ref().map(RowAnswer::answer),
                notes: value(row.notes.as_ref()),
                documentation: value(row.documentation.as_ref()),
                former: row.formerly.iter().map(|text| &*text.value).collect(),
            }));
        }
        Outline {
            sections: self
                .sections
                .iter()
                .map(|section| &*section.title.value)
                .collect(),
            rows,
        }
    }
}

impl Row {
    /// The id: the one that is given, or the variant's name in kebab-case.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.as_ref().map_or(&self.default_id, |id| &id.value)
    }
}

fn value(text: Option<&Text>) -> &str {
    text.map_or("", |text| &text.value)
}
