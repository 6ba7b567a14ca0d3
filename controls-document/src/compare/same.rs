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
            .all(|(old, new)| same_text(old.title, new.title) && old.group.fits(new.group))
        && old.rows.iter().zip(&new.rows).all(|(old, new)| {
            old.section == new.section
                && same_text(old.label, new.label)
                && same_text(old.title, new.title)
                && same_rest(old, new)
        })
}

/// Whether both texts are equal, white space aside.
pub(super) fn same_text(old: &str, new: &str) -> bool {
    old == new || folded(old) == folded(new)
}

/// Whether answers, notes, documentation and further columns are equal.
pub(super) fn same_rest(old: &Row<'_>, new: &Row<'_>) -> bool {
    same_answer(old.answer, new.answer)
        && same_text(old.notes, new.notes)
        && same_text(old.documentation, new.documentation)
        && other_properties(old, new).is_empty()
}

/// The headings of the further columns that don't say the same.
pub(super) fn other_properties<'a>(old: &Row<'a>, new: &Row<'a>) -> Vec<&'a str> {
    if old.properties == new.properties {
        return Vec::new();
    }
    let mut names: Vec<&str> = old.properties.iter().map(|(name, _)| *name).collect();
    for (name, _) in &new.properties {
        if !names.contains(name) {
            names.push(name);
        }
    }
    names.retain(|name| !same_text(old.property(name), new.property(name)));
    names
}

/// Whether the answers are equal, or one of them is unknown.
pub(super) fn same_answer(old: Option<Answer<'_>>, new: Option<Answer<'_>>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => old.same(new),
        _ => true,
    }
}
