//! A document as `diff` and `history` take it: from a file, or from a revision.

use std::{ops::Range, path::Path};

use controls_document::Place;
use controls_dsl::Source;

use crate::paths;

/// A document with its text.
#[derive(Debug)]
pub(crate) struct Edition {
    /// The text, and what people are shown as its path: for a revision, `REV:PATH`.
    pub(crate) source: Source,
    /// The file that tools are told.
    pub(crate) file: String,
}

impl Edition {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// Says why it can't be read, and shows the path.
    pub(crate) fn open(path: &Path) -> Result<Edition, String> {
        let source = Source::open(&paths::from_here(path))?;
        Ok(Edition {
            file: source.path.clone(),
            source,
        })
    }

    /// Of the line of a place, what is at most so many characters away from it, and the bytes of the place therein, or of its
    /// first characters.
    pub(crate) fn around(&self, place: Place, longest: u32, reach: u32) -> (&str, Range<usize>) {
        let (text, index) = (&*self.source.text, self.source.index());
        let Place {
            line,
            column,
            width,
        } = place;
        let end = column.saturating_add(width.min(longest));
        let columns = [
            column.saturating_sub(reach),
            column,
            end,
            end.saturating_add(reach),
        ];
        let [Some(from), Some(start), Some(end), Some(to)] =
            columns.map(|column| index.offset(text, line, column))
        else {
            return ("", 0..0);
        };
        let shown = &text[from..to];
        let shown = shown.strip_suffix('\r').unwrap_or(shown);
        (shown, start - from..(end - from).min(shown.len()))
    }
}
