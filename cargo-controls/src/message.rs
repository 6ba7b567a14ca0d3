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
    other: Option<(SourceSpan, String)>,
}

impl Message {
    /// Says that something could not be done.
    pub(crate) fn error(text: impl Into<String>) -> Message {
        Message {
            is_error: true,
            text: text.into(),
            place: None,
            other: None,
        }
    }

    /// Says that something is odd.
    pub(crate) fn warning(text: impl Into<String>) -> Message {
        Message {
            is_error: false,
            text: text.into(),
            place: None,
            other: None,
        }
    }

    /// The message about a place.
    pub(crate) fn at(self, place: SourceSpan) -> Message {
        Message {
            place: Some(place),
            ..self
        }
    }

    /// The message about another place too, with what is there.
    pub(crate) fn with_other(self, place: SourceSpan, text: impl Into<String>) -> Message {
        Message {
            other: Some((place, text.into())),
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
    /// Another place that it's about, and what is there.
    pub(crate) fn other(&self) -> Option<&(SourceSpan, String)> {
        self.other.as_ref()
    }
}
