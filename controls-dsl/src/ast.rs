//! A definition, parsed: what the macro expands, `check` holds against the document, and `fix` edits.

#![cfg_attr(
    not(feature = "edit"),
    expect(dead_code, reason = "the places of brackets and commas are for edits")
)]

use std::fmt;

use controls_document::{Answer, Binding, Outline};
use proc_macro2::{Group, Literal, Punct, Spacing, Span, TokenStream, TokenTree, extra::DelimSpan};
use quote::{ToTokens, TokenStreamExt as _};
use syn::{Ident, LitStr, ext::IdentExt as _};

use crate::names::kebab_case;

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

/// An attribute, as written.
#[derive(Clone, Debug)]
pub(crate) struct Attribute {
    /// `#`.
    pub(crate) pound: Span,
    pub(crate) brackets: Group,
}

/// A section with its rows.
#[derive(Debug)]
pub struct Section {
    pub(crate) attributes: Vec<Attribute>,
    /// The variant in the enum of sections.
    pub name: Ident,
    /// The heading.
    pub title: StringLiteral,
    /// The braces around its rows; `None` for a section that stands in for one that is missing.
    pub(crate) braces: Option<DelimSpan>,
    /// The rows, in order.
    pub rows: Vec<Row>,
}

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

/// A string literal of the definition.
#[derive(Debug)]
pub struct StringLiteral {
    /// What it says.
    pub value: String,
    literal: Literal,
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
        let of_sections = self.sections.iter().flat_map(|section| {
            let of_rows = section.rows.iter().flat_map(|row| &row.attributes);
            section.attributes.iter().chain(of_rows)
        });
        let mut all = self.attributes.iter().chain(of_sections);
        all.any(|attribute| mentions(attribute.brackets.stream(), "deprecated"))
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
                }
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

impl StringLiteral {
    /// What a literal says, to the letter.
    pub(crate) fn exact(literal: &LitStr) -> StringLiteral {
        StringLiteral {
            value: literal.value(),
            literal: literal.token(),
        }
    }

    /// What a literal says, with white space folded as in the cells of a document.
    pub(crate) fn folded(literal: &LitStr) -> StringLiteral {
        StringLiteral {
            value: controls_document::folded(&literal.value()).into_owned(),
            literal: literal.token(),
        }
    }

    /// Something to go on with where a text is missing.
    pub(crate) fn stand_in(name: &Ident) -> StringLiteral {
        StringLiteral::exact(&LitStr::new(&name.unraw().to_string(), name.span()))
    }

    /// Returns where the literal is.
    #[must_use]
    pub fn span(&self) -> Span {
        self.literal.span()
    }

    /// The literal, as written.
    pub(crate) fn literal(&self) -> &Literal {
        &self.literal
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

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let mut pound = Punct::new('#', Spacing::Alone);
        pound.set_span(self.pound);
        tokens.append(pound);
        tokens.append(self.brackets.clone());
    }
}

/// Whether a word is among tokens, in their brackets too.
fn mentions(tokens: TokenStream, word: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == word,
        TokenTree::Group(group) => mentions(group.stream(), word),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Returns a name without `r#`, in the normal form of Unicode in which the compiler compares names (NFC).
#[must_use]
pub fn plain_name(name: &Ident) -> String {
    controls_document::folded(&name.unraw().to_string()).into_owned()
}
