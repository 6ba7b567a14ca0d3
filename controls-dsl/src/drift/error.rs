//! A difference as an error: what has happened, where in the document, and what to do.

use controls_document::{Kind, Place};
use proc_macro2::Span;

use crate::Source;

/// One difference.
#[derive(Clone, Debug)]
pub struct Drift {
    /// What sort of difference it is.
    pub kind: Kind,
    /// Which row of the definition it's about, counted over all sections; `None` for a section, and for a row that the
    /// definition doesn't have.
    pub row: Option<usize>,
    /// The title of the row; `None` for a section as a whole.
    pub title: Option<String>,
    /// The section that it is in, in the document if it's there and else in the definition.
    pub section: String,
    /// What the definition says of what has changed.
    pub old: Option<String>,
    /// What the document says.
    pub new: Option<String>,
    /// Where in the document.
    pub place: Place,
    /// The token of the definition that disagrees.
    pub span: Span,
    /// What has happened, in one line.
    pub message: String,
    /// Whether another difference says it as well: that a label is recycled says that the row which had it has gone.
    pub is_told: bool,
    /// Whether it may be read in two ways, so that a person is asked before anything is done about it.
    pub(super) is_asked: bool,
    /// Whether `fix` does something about it.
    pub(super) is_fixed: bool,
    pub(super) label: String,
    pub(super) help: String,
}

impl Drift {
    /// The whole text of the error: what has happened, where in the document, and what to do.
    #[must_use]
    pub fn text(&self, source: &Source) -> String {
        self.text_with(source, "run `cargo controls fix`")
    }

    /// The same, with another way to have it done for one.
    #[must_use]
    pub fn text_with(&self, source: &Source, way: &str) -> String {
        let gutter = " ".repeat(self.place.line.to_string().len());
        let excerpt = source.excerpt(self.place, &self.label);
        // After a row to paste, the other way has a line of its own. Further lines of help begin below its first word.
        let separator = if self.help.contains('\n') { "\n" } else { ", " };
        let asks = if self.is_asked { ", which asks" } else { "" };
        let help = if self.is_fixed {
            format!("{}{separator}or {way}{asks}", self.help)
        } else {
            self.help.clone()
        };
        let help = help.replace('\n', &format!("\n{gutter}         "));
        format!("{}\n{excerpt}\n{gutter} = help: {help}", self.message)
    }

    /// What is said at the place in the document.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }
}
