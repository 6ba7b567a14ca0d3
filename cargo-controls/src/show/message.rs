//! Messages in the form of rustc's, with the place in the source that they are about.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

use super::text::harmless;
use crate::{file::SourceSpan, message::Message};

/// The message as rustc would print it, coloured, without a line end.
pub(crate) fn rendered(message: &Message) -> String {
    harmless(&as_rustc_does(message))
}

fn as_rustc_does(message: &Message) -> String {
    let level = if message.is_error {
        Level::ERROR
    } else {
        Level::WARNING
    };
    let Some(place) = message.place() else {
        // Nothing follows that further lines would have to be kept apart from.
        let (first, more) = message
            .text()
            .split_once('\n')
            .map_or((message.text(), None), |(first, more)| (first, Some(more)));
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
    Renderer::styled().render(&[level.primary_title(message.text()).element(snippet)])
}

/// The lines of a place, the place in them, and the number of the first. A renderer that is given the whole file looks
/// at all of it for each message.
fn lines_around(place: &SourceSpan) -> (&str, std::ops::Range<usize>, usize) {
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
