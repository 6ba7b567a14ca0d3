//! What differs between two outlines.

mod context;
mod likeness;
mod order;
mod pairing;
mod report;
mod retitle;
mod rows;
mod sections;
mod successors;
mod words;

use crate::{Answer, Change, Outline, Row, folded};

use context::Context;

/// All differences from `old`, a definition or an older document, to `new`, a document.
///
/// They come in the order of `new`: what concerns a section stands before what concerns its rows, and a removed row
/// where it would stand. The answer is empty if both outlines say the same, white space aside; letter case,
/// punctuation and Markdown are content. Answers are compared only where both rows have one.
///
/// A row is the same row if it has the same title, first in its section (or what that section is called now), then
/// anywhere, or the same title in other letter case. Failing that, a reworded title is recognised by its words and by
/// the rest of the row. If two rows could be the one that is gone, neither is: they are its successors.
///
/// A new section without rows is not reported: there is nothing in it that a catalog could lack.
///
/// The time it takes grows with the size of the outlines. A row is held against a limited number of others, those
/// with which it shares its rarest words, so in a section of which very many rows were reworded at once some may be
/// reported as removed and added.
///
/// ```
/// use controls_document::{Answer, Change, Outline, Row, compare};
///
/// let row = |title, answer| Row { section: 0, title, answer: Some(answer), notes: "", documentation: "" };
/// let old = Outline {
///     sections: vec!["Network"],
///     rows: vec![row("vNET Injection support", Answer::No), row("Forced tunneling support", Answer::No)],
/// };
/// let new = Outline {
///     sections: vec!["Network"],
///     rows: vec![row("VNet injection support", Answer::No), row("Forced tunneling support", Answer::Yes)],
/// };
///
/// assert!(compare(&old, &old).is_empty());
/// assert_eq!(
///     compare(&old, &new),
///     [Change::Retitled { old: 0, new: 0, certain: true }, Change::Answer { old: 1, new: 1 }],
/// );
/// ```
#[must_use]
pub fn compare(old: &Outline<'_>, new: &Outline<'_>) -> Vec<Change> {
    if is_same(old, new) {
        return Vec::new();
    }
    let context = Context::new(old, new);
    let sections = sections::paired(&context);
    let rows = rows::paired(&context, &sections);
    report::changes(&context, &sections, &rows)
}

/// For each row of `new`, the row of `old` that [`compare`] takes for the same one.
///
/// ```
/// use controls_document::{Outline, Row, partners};
///
/// let row = |title| Row { section: 0, title, answer: None, notes: "", documentation: "" };
/// let old = Outline { sections: vec!["Network"], rows: vec![row("Peering"), row("vNET Injection")] };
/// let new = Outline { sections: vec!["Network"], rows: vec![row("VNet injection"), row("Quotas")] };
/// assert_eq!(partners(&old, &new), [Some(1), None]);
/// ```
#[must_use]
pub fn partners(old: &Outline<'_>, new: &Outline<'_>) -> Vec<Option<usize>> {
    if is_same(old, new) {
        return (0..new.rows.len()).map(Some).collect();
    }
    let context = Context::new(old, new);
    let rows = rows::paired(&context, &sections::paired(&context));
    (0..new.rows.len())
        .map(|row| rows.pairing.of_new(row))
        .collect()
}

/// The case of nearly every build, in one walk without any allocation.
fn is_same(old: &Outline<'_>, new: &Outline<'_>) -> bool {
    old.sections.len() == new.sections.len()
        && old.rows.len() == new.rows.len()
        && old
            .sections
            .iter()
            .zip(&new.sections)
            .all(|(old, new)| same_text(old, new))
        && old.rows.iter().zip(&new.rows).all(|(old, new)| {
            old.section == new.section && same_text(old.title, new.title) && same_rest(old, new)
        })
}

/// Whether both texts are equal, white space aside.
fn same_text(old: &str, new: &str) -> bool {
    old == new || folded(old) == folded(new)
}

/// Whether answers, notes and documentation are equal.
fn same_rest(old: &Row<'_>, new: &Row<'_>) -> bool {
    same_answer(old.answer, new.answer)
        && same_text(old.notes, new.notes)
        && same_text(old.documentation, new.documentation)
}

/// Whether the answers are equal, or one of them is unknown.
fn same_answer(old: Option<Answer<'_>>, new: Option<Answer<'_>>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => old.same(new),
        _ => true,
    }
}

#[cfg(test)]
mod tests;
