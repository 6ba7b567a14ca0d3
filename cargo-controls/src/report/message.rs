//! Messages in the form of rustc's, with the place in the source that they are about.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

use crate::sources::Place;

/// Something that is wrong, and where.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// Whether something could not be done; else it's a warning.
    pub(crate) is_error: bool,
    /// What is wrong: lower case, no final stop. More lines may follow.
    text: String,
    place: Option<Place>,
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
    pub(crate) fn at(self, place: Place) -> Message {
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
    pub(crate) fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// The message as rustc would print it, coloured, without a line end.
    pub(crate) fn render(&self) -> String {
        let level = if self.is_error {
            Level::ERROR
        } else {
            Level::WARNING
        };
        let Some(place) = &self.place else {
            // Nothing follows that further lines would have to be kept apart from.
            let (first, more) = self
                .text
                .split_once('\n')
                .map_or((&*self.text, None), |(first, more)| (first, Some(more)));
            let title = Renderer::styled().render(&[Group::with_title(level.primary_title(first))]);
            return more.map_or(title.clone(), |more| {
                format!("{title}\n{}", normalize_untrusted_str(more))
            });
        };
        let (text, range, line) = lines_around(place);
        let annotation = AnnotationKind::Primary.span(range);
        let snippet = Snippet::source(text)
            .path(&*place.file.shown)
            .line_start(line)
            .annotation(annotation);
        Renderer::styled().render(&[level.primary_title(&*self.text).element(snippet)])
    }
}

/// The lines of a place, the place in them, and the number of the first. A renderer that is given the whole file looks
/// at all of it for each message.
fn lines_around(place: &Place) -> (&str, std::ops::Range<usize>, usize) {
    let (text, range) = (&*place.file.text, &place.range);
    let start = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[range.end..]
        .find('\n')
        .map_or(text.len(), |end| range.end + end);
    let line = text[..start].matches('\n').count() + 1;
    let shown = &text[start..end];
    (
        shown.strip_suffix('\r').unwrap_or(shown),
        range.start - start..range.end - start,
        line,
    )
}
