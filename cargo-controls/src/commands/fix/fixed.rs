//! A definition, and what has become of it.

use super::plan::Plan;

/// A definition, and what has become of it.
#[derive(Debug)]
pub(super) struct Fixed {
    pub(super) plan: Plan,
    /// The edit as a unified diff; empty if there is none.
    pub(super) diff: String,
    /// Whether the edit has been written.
    pub(super) written: bool,
}
