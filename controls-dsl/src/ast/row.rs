//! Rows with their answers and fields.

use std::fmt;

use controls_document::Answer;
use proc_macro2::{Span, extra::DelimSpan};
use syn::Ident;

use super::{
    attribute::Attribute,
    literal::{StringLiteral, plain_name},
};
use crate::names::kebab_case;

/// One row.
#[derive(Debug)]
pub struct Row {
    pub(crate) attributes: Vec<Attribute>,
    /// The variant.
    pub name: Ident,
    /// The title.
    pub title: StringLiteral,
    /// The answer, if the row has one.
    pub answer: Option<RowAnswer>,
    pub(crate) fields: Option<Fields>,
    /// The comma after the row.
    pub(crate) comma: Option<Span>,
    /// The variant's name in kebab-case.
    default_id: String,
    /// Whether something about it has already been found wrong, so that what it lacks needn't be said again.
    pub(crate) broken: bool,
}

/// An answer, and where it is.
#[derive(Debug)]
pub struct RowAnswer {
    kind: AnswerKind,
    /// The token.
    pub span: Span,
}

#[derive(Debug)]
pub(crate) enum AnswerKind {
    Yes,
    No,
    NotApplicable,
    Unanswered,
    Qualified(String),
}

/// The fields of a row, in their braces.
#[derive(Debug)]
pub(crate) struct Fields {
    pub(crate) braces: DelimSpan,
    pub(crate) all: Vec<Field>,
}

/// A field of a row.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) key: Key,
    pub(crate) name: FieldName,
    pub(crate) value: Value,
    /// The comma after the field.
    pub(crate) comma: Option<Span>,
}

/// How a field is named.
#[derive(Debug)]
pub(crate) enum FieldName {
    /// By a word of the language.
    Word(Ident),
    /// By the heading of a column that is bound in `also`.
    Heading(StringLiteral),
}

/// What a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Id,
    Label,
    Notes,
    Documentation,
    Formerly,
    Alias,
    /// A further column.
    Property,
}

/// What a field says.
#[derive(Debug)]
pub(crate) enum Value {
    Text(StringLiteral),
    List(DelimSpan, Vec<(StringLiteral, Option<Span>)>),
}

impl Row {
    /// A row with a name and a title, and nothing else.
    pub(crate) fn new(attributes: Vec<Attribute>, name: Ident, title: StringLiteral) -> Row {
        Row {
            attributes,
            default_id: kebab_case(&plain_name(&name)),
            name,
            title,
            answer: None,
            fields: None,
            comma: None,
            broken: false,
        }
    }

    /// Returns the id: the one that is given, or the variant's name in kebab-case.
    #[must_use]
    pub fn id(&self) -> &str {
        self.given_id().map_or(&self.default_id, |id| &id.value)
    }

    /// Returns whether it's `#[deprecated]`: whether its document has withdrawn the control.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        let mut all = self.attributes.iter();
        all.any(|attribute| attribute.is("deprecated"))
    }

    /// `#[deprecated]`, if it's there and not under a `cfg`.
    #[cfg(feature = "edit")]
    pub(crate) fn deprecated(&self) -> Option<&Attribute> {
        let mut all = self.attributes.iter();
        all.find(|attribute| attribute.is("deprecated"))
    }

    /// What `#[deprecated = "…"]` says; empty for `#[deprecated]`.
    pub(crate) fn deprecation(&self) -> Option<String> {
        let mut all = self.attributes.iter();
        all.find(|attribute| attribute.is("deprecated"))?.text()
    }

    /// Whether it's deprecated, always or under a `cfg`.
    pub(crate) fn is_deprecated(&self) -> bool {
        let mut all = self.attributes.iter();
        all.any(|attribute| attribute.mentions("deprecated"))
    }

    /// Returns `id`, if it's given.
    pub(crate) fn given_id(&self) -> Option<&StringLiteral> {
        self.text(Key::Id)
    }

    /// Returns `label`, the document's own number or code of the control.
    /// An empty one is none.
    #[must_use]
    pub fn label(&self) -> Option<&StringLiteral> {
        self.text(Key::Label)
            .filter(|label| !label.value.is_empty())
    }

    /// Returns what further columns say, by their headings, in order. An empty text is none.
    pub fn properties(&self) -> impl Iterator<Item = (&StringLiteral, &StringLiteral)> {
        let fields = self.fields.iter().flat_map(|fields| &fields.all);
        fields.filter_map(|field| match (&field.name, &field.value) {
            (FieldName::Heading(name), Value::Text(text)) if !text.value.is_empty() => {
                Some((name, text))
            }
            _ => None,
        })
    }

    /// Returns `notes`.
    #[must_use]
    pub fn notes(&self) -> Option<&StringLiteral> {
        self.text(Key::Notes)
    }

    /// Returns `documentation`.
    #[must_use]
    pub fn documentation(&self) -> Option<&StringLiteral> {
        self.text(Key::Documentation)
    }

    /// Returns the texts of `formerly`, earlier ids and titles.
    pub fn formerly(&self) -> impl Iterator<Item = &StringLiteral> {
        self.texts(Key::Formerly)
    }

    /// Returns the texts of `alias`, what people search for.
    pub fn alias(&self) -> impl Iterator<Item = &StringLiteral> {
        self.texts(Key::Alias)
    }

    fn values(&self, key: Key) -> impl Iterator<Item = &Value> {
        let fields = self.fields.iter().flat_map(|fields| &fields.all);
        fields
            .filter(move |field| field.key == key)
            .map(|field| &field.value)
    }

    fn text(&self, key: Key) -> Option<&StringLiteral> {
        self.values(key).find_map(|value| match value {
            Value::Text(text) => Some(text),
            Value::List(..) => None,
        })
    }

    fn texts(&self, key: Key) -> impl Iterator<Item = &StringLiteral> {
        self.values(key)
            .flat_map(|value| match value {
                Value::List(_, texts) => &texts[..],
                Value::Text(_) => &[],
            })
            .map(|(text, _)| text)
    }
}

impl RowAnswer {
    pub(crate) fn new(kind: AnswerKind, span: Span) -> RowAnswer {
        RowAnswer { kind, span }
    }

    /// Returns the answer.
    #[must_use]
    pub fn answer(&self) -> Answer<'_> {
        match &self.kind {
            AnswerKind::Yes => Answer::Yes,
            AnswerKind::No => Answer::No,
            AnswerKind::NotApplicable => Answer::NotApplicable,
            AnswerKind::Unanswered => Answer::Unanswered,
            AnswerKind::Qualified(text) => Answer::Qualified(text),
        }
    }
}

impl FieldName {
    pub(crate) fn span(&self) -> Span {
        match self {
            FieldName::Word(name) => name.span(),
            FieldName::Heading(name) => name.span(),
        }
    }
}

impl PartialEq for FieldName {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (FieldName::Word(one), FieldName::Word(other)) => one == other,
            (FieldName::Heading(one), FieldName::Heading(other)) => one.value == other.value,
            _ => false,
        }
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FieldName::Word(name) => write!(f, "{name}"),
            FieldName::Heading(name) => f.write_str(&name.value),
        }
    }
}

impl Key {
    /// The fields that a word of the language names.
    pub(crate) const WORDS: [(&str, Key); 6] = [
        ("id", Key::Id),
        ("label", Key::Label),
        ("notes", Key::Notes),
        ("documentation", Key::Documentation),
        ("formerly", Key::Formerly),
        ("alias", Key::Alias),
    ];
}
