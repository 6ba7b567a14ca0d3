//! What a row answers.

use std::fmt;

use crate::folded;

/// The answer of one row, as a document or a definition gives it.
///
/// ```
/// use controls_document::Answer;
///
/// assert_eq!(Answer::Yes.to_string(), "Yes");
/// assert_eq!(Answer::Qualified("Yes (Premium tier only)").verdict(), "Qualified");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer<'a> {
    /// The word that the heading of the answer column names first.
    Yes,
    /// The word that the heading of the answer column names second.
    No,
    /// `N/A`.
    NotApplicable,
    /// Nothing, and the binding says that a blank cell means this.
    Unanswered,
    /// Anything else, word for word.
    Qualified(&'a str),
}

/// A word that has a meaning as an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    Yes,
    No,
    NotApplicable,
    Unanswered,
}

/// What a row says in its column of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Said {
    /// There is no such column.
    #[default]
    Nothing,
    Word(Word),
    /// A text that isn't one of the words.
    Text,
}

impl<'a> Answer<'a> {
    /// Returns `Yes`, `No`, `N/A` or `Unanswered`, or the text of a qualified answer.
    ///
    /// ```
    /// use controls_document::Answer;
    ///
    /// assert_eq!(Answer::NotApplicable.text(), "N/A");
    /// assert_eq!(Answer::Qualified("In part").text(), "In part");
    /// ```
    #[must_use]
    pub fn text(self) -> &'a str {
        match self {
            Answer::Yes => "Yes",
            Answer::No => "No",
            Answer::NotApplicable => "N/A",
            Answer::Unanswered => "Unanswered",
            Answer::Qualified(text) => text,
        }
    }

    /// The name of the variant: `Yes`, `No`, `NotApplicable`, `Unanswered` or `Qualified`.
    #[must_use]
    pub fn verdict(self) -> &'static str {
        match self {
            Answer::Yes => "Yes",
            Answer::No => "No",
            Answer::NotApplicable => "NotApplicable",
            Answer::Unanswered => "Unanswered",
            Answer::Qualified(_) => "Qualified",
        }
    }

    /// Whether both say the same, with white space folded in qualified answers.
    #[must_use]
    pub fn same(self, other: Answer<'_>) -> bool {
        match (self, other) {
            (Answer::Qualified(one), Answer::Qualified(other)) => folded(one) == folded(other),
            (one, other) => one.verdict() == other.verdict(),
        }
    }
}

impl fmt::Display for Answer<'_> {
    /// Writes [`text`](Answer::text).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
    }
}
