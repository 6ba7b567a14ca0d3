//! When two outlines, rows or texts say the same.

use crate::{Answer, Outline, Row, folded};

/// Whether both outlines say the same, row by row. This is the case of nearly every build, so it's one walk without any
/// allocation.
pub(super) fn is_same(old: &Outline<'_>, new: &Outline<'_>) -> bool {
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
pub(super) fn same_text(old: &str, new: &str) -> bool {
    old == new || folded(old) == folded(new)
}

/// Whether answers, notes and documentation are equal.
pub(super) fn same_rest(old: &Row<'_>, new: &Row<'_>) -> bool {
    same_answer(old.answer, new.answer)
        && same_text(old.notes, new.notes)
        && same_text(old.documentation, new.documentation)
}

/// Whether the answers are equal, or one of them is unknown.
pub(super) fn same_answer(old: Option<Answer<'_>>, new: Option<Answer<'_>>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => old.same(new),
        _ => true,
    }
}
