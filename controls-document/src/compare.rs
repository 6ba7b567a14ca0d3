//! What holding two outlines against each other gives.

mod comparison;
mod context;
mod displaced;
mod facts;
mod likeness;
mod order;
mod pairing;
mod report;
mod retitle;
mod rows;
mod same;
mod sections;
mod spot;
mod successors;
mod title;
mod words;

use crate::Outline;

pub use comparison::Comparison;
pub use facts::Facts;

/// Returns which row of `old`, a definition or an older document, is which row of `new`, a document, and what has
/// changed.
///
/// A row is the same row if it has the same title, first in its section (or what that section is called now), then
/// anywhere, or the same title in other letter case, or if the document calls it again what it was called before.
/// Failing that, a reworded title is recognised by its words and by the rest of the row, or by its place. If two rows
/// could be the one that was removed, neither is: they are its successors.
///
/// The time it takes grows with the size of the outlines. A row is held against a limited number of others, those
/// with which it shares its rarest words, so in a section of which very many rows were reworded at once some may be
/// reported as removed and added.
///
/// ```
/// use controls_document::{Answer, Change, Outline, Row, compare};
///
/// let row = |title, answer| Row { title, answer: Some(answer), ..Row::default() };
/// let old = Outline {
///     sections: vec!["Network".into()],
///     rows: vec![row("vNET Injection support", Answer::No), row("Forced tunneling support", Answer::No)],
/// };
/// let new = Outline {
///     sections: vec!["Network".into()],
///     rows: vec![row("Forced tunneling support", Answer::Yes), row("Quotas", Answer::Yes)],
/// };
///
/// let comparison = compare(old, new);
/// assert_eq!((comparison.new_row(1), comparison.old_row(1)), (Some(0), None));
/// assert_eq!(
///     comparison.changes(),
///     [
///         Change::Removed { old: 0, after: None, successors: vec![] },
///         Change::Answer { old: 1, new: 0 },
///         Change::Added { new: 1 },
///     ],
/// );
/// ```
#[must_use]
pub fn compare<'a>(old: Outline<'a>, new: Outline<'a>) -> Comparison<'a> {
    Comparison::new(old, new)
}

#[cfg(test)]
mod tests;
