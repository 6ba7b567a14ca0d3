//! What is wrong, and the place in the source that it's about.

use crate::file::SourceSpan;

/// Something that is wrong, and where.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// Whether something could not be done; else it's a warning.
    pub(crate) is_error: bool,
    /// What is wrong: lower case, no final stop. More lines may follow.
    text: String,
    place: Option<SourceSpan>,
}

impl Message {
    /// Says that something could not be done.
    pub(crate) fn error(text: impl Into<String>) -> Message {
        Message {
            is_error: true,
            text: text.into(),
            place: None,
        }
    }

    /// Says that something is odd.
    pub(crate) fn warning(text: impl Into<String>) -> Message {
        Message {
            is_error: false,
            text: text.into(),
            place: None,
        }
    }

    /// The message about a place.
    pub(crate) fn at(self, place: SourceSpan) -> Message {
        Message {
            place: Some(place),
            ..self
        }
    }

    /// What is wrong.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where, if it's about a place in a source.
    pub(crate) fn place(&self) -> Option<&SourceSpan> {
        self.place.as_ref()
    }
}
