//! What somebody has probably meant.

use strsim::osa_distance;

/// The thing whose name was probably meant: one to three edits away, depending on the length of what is wanted.
pub(crate) fn nearest<T>(wanted: &str, names: impl IntoIterator<Item = (String, T)>) -> Option<T> {
    let allowed = (wanted.chars().count() / 3).clamp(1, 3);
    names
        .into_iter()
        .map(|(name, thing)| (osa_distance(wanted, &name), name, thing))
        .filter(|(edits, name, _)| *edits <= allowed && *edits < name.chars().count())
        .min_by_key(|(edits, ..)| *edits)
        .map(|(.., thing)| thing)
}
