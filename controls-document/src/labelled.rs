//! What is said of a control under its heading, in lines such as `**Result:** PASS` and `- _Rationale:_ …`.

use std::{borrow::Cow, ops::Range};

use crate::{
    Cell, Place, Text,
    cells::Cells,
    delimiter::is_delimiter,
    header::headings as headings_of,
    headings,
    lines::{Line, place, whole},
    place::width,
    plain::plain,
    rows::{RawCell, RawRow},
    text::part,
};

/// What is under a heading.
#[derive(Clone, Copy)]
pub(crate) struct Under<'l, 'a> {
    pub(crate) lines: &'l [Line<'a>],
    /// The same lines as they are in the document, with their comments.
    pub(crate) raw: &'l [&'a str],
}

impl<'a> Under<'_, 'a> {
    /// What the first line says that begins with one of these names, which are plain text, or the cell under one of them in
    /// a table of one row.
    pub(crate) fn value(self, names: &[String]) -> Option<Cell<'a>> {
        (0..self.lines.len()).find_map(|at| {
            let line = &self.lines[at];
            if line.code {
                return None;
            }
            names.iter().find_map(|name| {
                self.line(at, name)
                    .or_else(|| self.comment(at, name))
                    .or_else(|| self.table(at, name))
            })
        })
    }

    /// The lines that have one of these names, which are plain text, and what they say.
    pub(crate) fn named(self, names: &[String]) -> impl Iterator<Item = (Place, Cell<'a>)> {
        let lines = self.lines.iter().enumerate();
        let lines = lines.filter(|(_, line)| !line.code);
        lines.filter_map(move |(at, line)| {
            let mut values = names
                .iter()
                .filter_map(|name| self.line(at, name).or_else(|| self.comment(at, name)));
            Some((whole(line), values.next()?))
        })
    }

    /// The first sentence.
    pub(crate) fn sentence(self) -> Option<Cell<'a>> {
        let is_text = |line: &Line<'_>| !line.code && !line.is_blank() && !is_image(&line.text);
        let first = self.lines.iter().position(is_text)?;
        let line = &self.lines[first];
        let start = label(&line.text).map_or_else(|| indentation(&line.text), |label| label.end);
        let (text, range) = self.paragraph(first, start);
        let end = sentence_end(&text);
        let place = place(line, &(range.start..range.end.min(range.start + end)));
        Some(Cell::new(Text::of(part(&text, 0..end)), place))
    }

    /// What follows a name in a line.
    fn line(self, at: usize, name: &str) -> Option<Cell<'a>> {
        let line = &self.lines[at];
        let label =
            label(&line.text).filter(|label| plain(&line.text[label.name.clone()]) == *name)?;
        let rest = line.text[label.end..].trim();
        if !rest.is_empty() {
            let (text, range) = self.paragraph(at, label.end);
            return Some(Cell::new(Text::of(text), place(line, &range)));
        }
        // The value may have a paragraph of its own.
        let empty = || Cell::empty(place(line, &(line.text.len()..line.text.len())));
        let next = (at + 1..self.lines.len()).find(|at| !self.lines[*at].is_blank());
        let Some(next) = next.filter(|next| self.goes_on(*next)) else {
            return Some(empty());
        };
        let below = &self.lines[next];
        let (text, range) = self.paragraph(next, indentation(&below.text));
        Some(Cell::new(Text::of(text), place(below, &range)))
    }

    /// The text from a position in a line up to the end of its paragraph, and where its first line is.
    fn paragraph(self, at: usize, start: usize) -> (Cow<'a, str>, Range<usize>) {
        let line = &self.lines[at];
        let rest = &line.text[start..];
        let start = start + indentation(rest);
        let range = start..start + rest.trim().len();
        let more = (at + 1..self.lines.len())
            .take_while(|at| self.goes_on(*at))
            .count();
        if more == 0 {
            return (part(&line.text, range.clone()), range);
        }
        let mut text = line.text[range.clone()].to_owned();
        for line in &self.lines[at + 1..=at + more] {
            text.push(' ');
            text.push_str(line.text.trim());
        }
        (Cow::Owned(text), range)
    }

    /// Whether a line goes on with the paragraph above it.
    fn goes_on(self, at: usize) -> bool {
        let line = &self.lines[at];
        let text = line.text.trim_start();
        !line.code
            && !line.is_blank()
            && !line.item
            && !text.starts_with(['|', '#', '<', '-', '*', '+'])
            && label(&line.text).is_none()
            && headings::marked(&self.lines[at..]).is_none()
    }

    /// What follows a name in a comment: `<!-- Policy: …; Criticality: SHALL -->`.
    fn comment(self, at: usize, name: &str) -> Option<Cell<'a>> {
        let line = &self.lines[at];
        if line.cuts.is_empty() {
            return None;
        }
        let raw = *self.raw.get(at)?;
        let (start, _) = raw.match_indices("<!--").next()?;
        let start = start + "<!--".len();
        let end = start + raw[start..].find("-->")?;
        let mut from = start;
        for part in raw[start..end].split(';') {
            let part_start = from;
            from += part.len() + 1;
            let Some((before, value)) = part.split_once(':') else {
                continue;
            };
            if before.trim() == name {
                let begin = part_start + before.len() + 1 + indentation(value);
                let value = value.trim();
                return Some(Cell::new(Text::new(value), of_raw(line, raw, begin, value)));
            }
        }
        None
    }

    /// The cell under a name, in a table with one row that begins in a line.
    fn table(self, at: usize, name: &str) -> Option<Cell<'a>> {
        let [header, delimiter, row, ..] = &self.lines[at..] else {
            return None;
        };
        let is_row = |line: &Line<'_>| !line.code && line.text.contains('|');
        if !is_row(header) || !is_delimiter(&delimiter.text) || !is_row(row) {
            return None;
        }
        if self.lines.get(at + 3).is_some_and(is_row) {
            return None;
        }
        let column = headings_of(header)
            .iter()
            .position(|heading| heading.text == *name)?;
        let cells = RawRow::new(row, &Cells::of(row)).cells;
        cells.into_iter().nth(column).map(RawCell::cell)
    }
}

/// A name at the front of a line, and where what follows its colon begins.
struct Label {
    name: Range<usize>,
    end: usize,
}

/// The name that a line begins with, after the mark of a list item: `**Result:**`, `_Rationale_:`, `Risk:`.
fn label(text: &str) -> Option<Label> {
    let mut start = indentation(text);
    if let Some(rest) = text[start..].strip_prefix(['-', '*', '+'])
        && rest.starts_with([' ', '\t'])
    {
        start += 1 + indentation(rest);
    }
    while text[start..].starts_with('<') {
        start += text[start..].find('>')? + 1;
    }
    start += marks(&text[start..]);
    let colon = start + text[start..].find([':', '：'])?;
    let name = text[start..colon].trim_end_matches(is_mark);
    let name = start..start + name.trim_end().len();
    let is_name = !name.is_empty() && !text[name.clone()].contains(['|', '[', '.', '`']);
    let wide = text[colon..].chars().next().map_or(1, char::len_utf8);
    let mut end = colon + wide;
    end += marks(&text[end..]);
    while text[end..].trim_start().starts_with('<')
        && text[end..].trim_start()[1..].starts_with('/')
    {
        end += text[end..].find('>')? + 1;
    }
    is_name.then_some(Label { name, end })
}

fn is_mark(c: char) -> bool {
    matches!(c, '*' | '_' | '`')
}

/// How many bytes of marks of emphasis a text begins with.
fn marks(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_mark).len()
}

fn indentation(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Whether a line has nothing but an image, a badge for example.
fn is_image(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with("![") || text.starts_with("[![")
}

/// Where the first sentence of a text ends, without its full stop.
fn sentence_end(text: &str) -> usize {
    let stops = text.match_indices(['.', '?', '!']);
    let ends = |(at, _): &(usize, &str)| {
        let rest = &text[at + 1..];
        let next = rest.trim_start();
        next.len() < rest.len()
            && !next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
    };
    let inner = stops.clone().find(ends).map(|(at, _)| at);
    inner.unwrap_or_else(|| text.trim_end_matches('.').len())
}

/// Where something is that starts at a byte of a line as it is in the document.
fn of_raw(line: &Line<'_>, raw: &str, start: usize, text: &str) -> Place {
    Place {
        line: line.number,
        column: width(&raw[..start]).saturating_add(1),
        width: width(text),
    }
}
