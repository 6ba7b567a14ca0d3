//! What comes of a binding.

use controls_document::Binding;

/// A binding, and what is read by it.
pub(crate) struct Bound {
    pub(crate) binding: Binding,
    /// The heading of the answers.
    pub(crate) answer: Option<String>,
    /// The answers as they're written, by what they mean; those that appear most often first.
    pub(crate) answers: Vec<(&'static str, String, usize)>,
    /// How many answers are blank.
    pub(crate) blanks: usize,
}
