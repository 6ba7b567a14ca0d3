//! Which columns, headings and words of a document mean what.

/// How a document is to be read.
///
/// ```
/// use controls_document::{Binding, Column, Columns};
///
/// let binding = Binding::Columns(Columns {
///     label: Some(Column::named("CIS ID")),
///     answer: Some(Column::named("Status")),
///     ..Columns::new(Column::named("Recommendation"))
/// });
/// assert_ne!(binding, Binding::Slash);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Binding {
    /// A table has controls if the heading of a column is two words with a slash between them, such as `Yes/No`: the first
    /// word means yes there, the second no.
    #[default]
    Slash,
    /// A table has controls if it has columns with these headings.
    Columns(Columns),
    /// A heading is a control.
    Headings(Headings),
}

/// The columns of a control table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Which section a row is in: of CSV only, because in Markdown the heading above a table says that.
    pub section: Option<Column>,
    /// The document's own number or code of a control.
    pub label: Option<Column>,
    /// What a control is called.
    pub title: Column,
    /// The answer; without it, the catalog has no answers.
    pub answer: Option<Column>,
    /// The notes.
    pub notes: Option<Column>,
    /// The documentation.
    pub documentation: Option<Column>,
    /// The headings of further columns, whose cells are properties of a control.
    pub also: Vec<String>,
    /// Which words mean which answer.
    pub words: Words,
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// The column under a heading, in one of these spellings. Compared as plain text: without emphasis, links and line
    /// breaks, with entities as the characters that they are, and white space folded. Letter case counts.
    Named(Vec<String>),
    /// The column at a position, from 1.
    At(usize),
}

/// Controls that are headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// The level of the headings, from 1 to 6.
    pub level: u8,
    /// What the line with the answer begins with, in one of these spellings; without any, the catalog has no answers.
    pub answer: Vec<String>,
    /// What the line with the notes begins with.
    pub notes: Vec<String>,
    /// What the line with the documentation begins with.
    pub documentation: Vec<String>,
    /// What further lines begin with, which are properties of a control.
    pub also: Vec<String>,
    /// Which words mean which answer.
    pub words: Words,
}

/// Which words mean which answer: the whole cell, whatever its letter case, emphasis and footnote marks.
///
/// Where no words are given for an answer, those mean it that mean the same in every document, such as `Pass` and `✅`,
/// unless they are given for another answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What means yes.
    pub yes: Vec<String>,
    /// What means no.
    pub no: Vec<String>,
    /// What means that the question doesn't apply.
    pub not_applicable: Vec<String>,
    /// What a blank cell means; where it isn't known, a blank cell is an error.
    pub blank: Option<Blank>,
}

/// What a blank cell means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// The product doesn't have it.
    No,
    /// The question doesn't apply.
    NotApplicable,
    /// Nobody has answered yet.
    Unanswered,
}

impl Columns {
    /// Binds the column of the titles and no other.
    #[must_use]
    pub fn new(title: Column) -> Self {
        Columns {
            section: None,
            label: None,
            title,
            answer: None,
            notes: None,
            documentation: None,
            also: Vec::new(),
            words: Words::default(),
        }
    }
}

impl Column {
    /// Returns the column under a heading.
    #[must_use]
    pub fn named(heading: &str) -> Self {
        Column::Named(vec![heading.to_owned()])
    }
}

impl Binding {
    /// Returns whether the rows of a document have answers.
    #[must_use]
    pub fn has_answers(&self) -> bool {
        match self {
            Binding::Slash => true,
            Binding::Columns(columns) => columns.answer.is_some(),
            Binding::Headings(headings) => !headings.answer.is_empty(),
        }
    }
}
