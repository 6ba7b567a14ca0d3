//! Answers where there is little room.

use std::collections::HashSet;

use controls_document::Answer;

/// Shown where a control isn't there.
pub(crate) const ABSENT: &str = "·";
/// Shown where it's there, and has no answer.
pub(crate) const PRESENT: &str = "●";
/// Shown where it's there, and has been withdrawn.
pub(crate) const WITHDRAWN: &str = "wdrn.";
/// Shown for an answer that is nobody's.
const OPEN: &str = "open";
/// Shown for an answer in words of its own.
const QUALIFIED: &str = "qual.";

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

/// What each sign means that isn't an answer's own word, in the order of a legend.
const MEANINGS: [(&str, &str); 5] = [
    (ABSENT, "not there"),
    (PRESENT, "there"),
    (WITHDRAWN, "withdrawn"),
    (QUALIFIED, "in words of its own"),
    (OPEN, "not answered"),
];

/// What the signs mean that appear in a table.
pub(crate) fn legend<'s>(shown: impl Iterator<Item = &'s str>) -> Vec<String> {
    let shown: HashSet<&str> = shown.collect();
    let used = MEANINGS.iter().filter(|(sign, _)| shown.contains(sign));
    used.map(|(sign, meaning)| format!("{sign} {meaning}"))
        .collect()
}
