//! What there is to show.

use super::{editions::Label, follow::Track, groups::Group};

/// Several editions, and the controls in any of them.
pub(crate) struct History {
    /// What the editions are called.
    pub(crate) editions: Vec<Label>,
    /// All controls.
    pub(crate) tracks: Vec<Track>,
    /// The controls by the sections in which they stood last.
    pub(crate) groups: Vec<Group>,
}
