//! What a row answers.

use core::fmt;

use crate::same::same;

/// The answer of a control: whether the service has it.
///
/// [`Display`](fmt::Display) writes `Yes`, `No`, `N/A` or `Unanswered`, or the text of a qualified answer.
///
/// ```
/// use controls_core::Answer;
///
/// assert_eq!(Answer::Qualified("Yes (Premium tier only)").to_string(), "Yes (Premium tier only)");
/// assert!(Answer::Yes.is_yes());
/// assert!(!Answer::Qualified("Yes (Premium tier only)").is_yes());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Answer {
    /// The service has it.
    Yes,
    /// The service doesn't have it.
    No,
    /// The question doesn't apply to the service.
    NotApplicable,
    /// The document leaves it open.
    Unanswered,
    /// Anything else that the document says, word for word.
    Qualified(&'static str),
}

impl Answer {
    /// Returns whether the answer is [`Yes`](Self::Yes). A qualified answer isn't, whatever it begins with.
    #[must_use]
    pub const fn is_yes(self) -> bool {
        matches!(self, Answer::Yes)
    }

    /// Whether both are the same, in constants too.
    pub(crate) const fn same(self, other: Answer) -> bool {
        match (self, other) {
            (Answer::Yes, Answer::Yes)
            | (Answer::No, Answer::No)
            | (Answer::NotApplicable, Answer::NotApplicable)
            | (Answer::Unanswered, Answer::Unanswered) => true,
            (Answer::Qualified(one), Answer::Qualified(other)) => same(one, other),
            _ => false,
        }
    }

    /// The answer as the document has it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Answer::Yes => "Yes",
            Answer::No => "No",
            Answer::NotApplicable => "N/A",
            Answer::Unanswered => "Unanswered",
            Answer::Qualified(text) => text,
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}
