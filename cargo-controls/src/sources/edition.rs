//! A document as `diff` and `history` take it: from a file, or from a revision.

use std::path::Path;

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

    /// The text as lines, to be looked up by their numbers.
    pub(crate) fn lines(&self) -> Lines<'_> {
        let text = &*self.source.text;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Lines {
            lines: text
                .split('\n')
                .map(|line| line.strip_suffix('\r').unwrap_or(line))
                .collect(),
        }
    }
}

/// The lines of a text.
pub(crate) struct Lines<'t> {
    lines: Vec<&'t str>,
}

impl<'t> Lines<'t> {
    /// A line, from 1; empty where there is none.
    pub(crate) fn line(&self, number: u32) -> &'t str {
        let at = usize::try_from(number)
            .unwrap_or(usize::MAX)
            .wrapping_sub(1);
        self.lines.get(at).copied().unwrap_or_default()
    }

    /// The bytes of a place within its line, of at most so many characters.
    pub(crate) fn range(&self, place: Place, longest: usize) -> std::ops::Range<usize> {
        let line = self.line(place.line);
        let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let byte = |text: &str, chars: usize| {
            text.char_indices()
                .nth(chars)
                .map_or(text.len(), |(at, _)| at)
        };
        let start = byte(line, count(place.column).saturating_sub(1));
        let width = byte(&line[start..], count(place.width).min(longest));
        start..start + width
    }
}
