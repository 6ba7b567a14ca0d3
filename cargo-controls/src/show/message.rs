//! Messages in the form of rustc's, with the place in the source that they are about.

use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::text::harmless;
use crate::{file::SourceSpan, message::Message};

/// How many bytes before a place and after it are shown of its lines, at most, of which a renderer shows as many as fit.
/// One that is given the whole file looks at all of it for each message.
const REACH: usize = 300;

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
    if let Some(place) = message.place() {
        let first = at_place(level, message.text(), place);
        return match message.other() {
            Some((place, text)) => format!("{first}\n{}", at_place(Level::NOTE, text, place)),
            None => first,
        };
    }
    // Nothing follows that further lines would have to be kept apart from.
    let (first, more) = message
        .text()
        .split_once('\n')
        .map_or((message.text(), None), |(first, more)| (first, Some(more)));
    let title = Renderer::styled().render(&[Group::with_title(level.primary_title(first))]);
    more.map_or(title.clone(), |more| {
        format!("{title}\n{}", normalize_untrusted_str(more))
    })
}

fn at_place(level: Level<'_>, text: &str, place: &SourceSpan) -> String {
    let (file, mut range) = (&*place.file, place.range.clone());
    let first = range.start..range.start;
    if range.end <= file.lines_of(&first).end {
        range.end = range.end.min(file.around(&first, REACH).end);
    }
    let (lines, shown) = (file.lines_of(&range), file.around(&range, REACH));
    let (line, column) = file.position(range.start);
    let annotation =
        AnnotationKind::Primary.span(range.start - shown.start..range.end - shown.start);
    let snippet = Snippet::source(&file.text[shown.clone()])
        .line_start(line)
        .annotation(annotation);
    let title = level.clone().primary_title(text);
    if shown.start == lines.start {
        return Renderer::styled().render(&[title.element(snippet.path(&*file.shown))]);
    }
    // The renderer would count the columns from where the line is cut, and doesn't know how wide the numbers of lines are
    // where it sees none.
    let origin = Origin::path(&*file.shown).line(line).char_column(column);
    let head = Renderer::styled().render(&[title.element(origin)]);
    let (title, origin) = head.rsplit_once('\n').unwrap_or(("", &head));
    let width = file.position(range.end).0.to_string().len();
    let cut = Renderer::styled().render(&[Group::with_level(level).element(snippet)]);
    format!("{title}\n{}{origin}\n{cut}", " ".repeat(width))
}
