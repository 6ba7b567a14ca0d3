//! Answers where there is little room.

use controls_document::Answer;

/// Shown where a control isn't there.
pub(crate) const ABSENT: &str = "·";
/// Shown where it's there, and has no answer.
pub(crate) const PRESENT: &str = "●";
/// Shown for an answer that is nobody's.
pub(crate) const OPEN: &str = "open";
/// Shown for an answer in words of its own.
pub(crate) const QUALIFIED: &str = "qual.";

/// An answer in five letters at most.
pub(crate) fn short(answer: Answer<'_>) -> &'static str {
    match answer {
        Answer::Yes => "Yes",
        Answer::No => "No",
        Answer::NotApplicable => "N/A",
        Answer::Unanswered => OPEN,
        Answer::Qualified(_) => QUALIFIED,
    }
}
