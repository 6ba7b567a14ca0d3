//! What comes of a binding.

use controls_document::Binding;

/// A binding, and what is read by it.
pub(crate) struct Bound {
    pub(crate) binding: Binding,
    /// The heading of the answers.
    pub(crate) answer: Option<String>,
    /// Columns that look like answers, and why none of them is proposed, if none is.
    pub(crate) not_answers: Vec<(String, WhyNot)>,
    /// How many controls it reads.
    pub(crate) controls: usize,
    /// Whether the answers only say how much a control matters.
    pub(crate) is_weight: bool,
    /// The name under which the titles of controls are that are headings with nothing but a code.
    pub(crate) titles: Option<String>,
    /// How many header rows it reads: that of its name, and those with another title and the same columns beside it.
    pub(crate) headers: usize,
    /// The answers as they're written, by what they mean; those that appear most often first.
    pub(crate) answers: Vec<(&'static str, String, usize)>,
    /// How many answers are blank.
    pub(crate) blanks: usize,
}

/// Why a column isn't proposed as the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WhyNot {
    /// Its cells are texts, no two of which are alike.
    HasTexts,
    /// It says which controls a level has.
    IsLevel,
}
