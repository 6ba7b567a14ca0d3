//! A difference between a definition and its document, with its places worked out.

use controls_document::{Kind, Place};
use controls_dsl::{Drift, Source};

use crate::{file::SourceSpan, sources::Found};

/// What is left of a [`Drift`] when the tokens of its definition have gone.
#[derive(Debug)]
pub(crate) struct Difference {
    /// What sort of difference it is.
    pub(crate) kind: Kind,
    /// The title of the row; `None` for a section as a whole.
    pub(crate) title: Option<String>,
    /// The section that it is in.
    pub(crate) section: String,
    /// What the definition says of what has changed.
    pub(crate) old: Option<String>,
    /// What the document says.
    pub(crate) new: Option<String>,
    /// Where in the document.
    pub(crate) place: Place,
    /// Where in the definition.
    pub(crate) at: SourceSpan,
    /// What has happened, in one line.
    pub(crate) message: String,
    /// What is said at the place in the document.
    pub(crate) label: String,
    /// What to do about it.
    pub(crate) help: String,
    /// All of that, as the macro's error has it.
    pub(crate) text: String,
}

impl Difference {
    /// A difference of a definition from a document.
    pub(super) fn of(drift: Drift, found: &Found, source: &Source) -> Difference {
        Difference {
            at: found.place(drift.span),
            label: drift.label().to_owned(),
            help: drift.help().to_owned(),
            text: drift.text(source),
            kind: drift.kind,
            title: drift.title,
            section: drift.section,
            old: drift.old,
            new: drift.new,
            place: drift.place,
            message: drift.message,
        }
    }
}
