//! What there is to show.

use super::{editions::EditionLabel, follow::Track, groups::Group};

/// Several editions, and the controls in any of them.
pub(crate) struct History<'d> {
    /// What the editions are called.
    pub(crate) editions: Vec<EditionLabel>,
    /// All controls.
    pub(crate) tracks: Vec<Track<'d>>,
    /// The controls by the sections in which they were last.
    pub(crate) groups: Vec<Group>,
}
