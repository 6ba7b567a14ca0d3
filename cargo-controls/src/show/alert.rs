//! Differences as tools want them: a rule, a message, a place and another one.

use controls_document::Place;

use crate::file::SourceSpan;

/// A stretch of a file: lines and columns from 1, columns in characters, the end after the last character.
#[derive(Clone, Debug)]
pub(crate) struct Location {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
}

/// One difference.
pub(crate) struct Alert {
    /// Its kind.
    pub(crate) rule: &'static str,
    /// The release that it asks for.
    pub(crate) release: Option<&'static str>,
    /// A few words that say what it's about.
    pub(crate) title: String,
    /// What has happened.
    pub(crate) message: String,
    /// What to do, or what else there is to know.
    pub(crate) help: Option<String>,
    /// Where it's reported.
    pub(crate) at: Location,
    /// The other place, and what is said there.
    pub(crate) other: Option<(Location, String)>,
}

impl Location {
    /// A place in a document.
    pub(crate) fn in_document(file: &str, place: Place) -> Location {
        let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).max(1);
        let (line, column) = (count(place.line), count(place.column));
        let width = usize::try_from(place.width).unwrap_or(usize::MAX);
        Location {
            file: file.to_owned(),
            line,
            column,
            end_line: line,
            end_column: column.saturating_add(width),
        }
    }

    /// A place in a source file.
    pub(crate) fn in_source(place: &SourceSpan) -> Location {
        let (line, column) = place.file.position(place.range.start);
        let (end_line, end_column) = place.file.position(place.range.end);
        Location {
            file: place.file.shown.clone(),
            line,
            column,
            end_line,
            end_column,
        }
    }
}
