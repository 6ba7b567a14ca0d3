//! What is said of a control under its heading, in lines such as `**Result:** PASS` and `- _Rationale:_ …`.

use std::{borrow::Cow, ops::Range};

use crate::{
    Cell, Place, Text,
    cells::Cells,
    containers::is_rule,
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
    /// All names that the binding has, as plain text.
    pub(crate) names: &'l [String],
}

/// How far a value goes on.
#[derive(Clone, Copy)]
pub(crate) enum Extent {
    /// To the end of its paragraph.
    Paragraph,
    /// To the next line with a name, or the next heading.
    Block,
}

impl<'l, 'a> Under<'l, 'a> {
    /// What the first line says that begins with one of these names, which are plain text, or the cell under one of them in
    /// a table of one row, or beside one of them in a table of two columns.
    pub(crate) fn value(self, names: &[String], extent: Extent) -> Option<Cell<'a>> {
        (0..self.lines.len()).find_map(|at| {
            let line = &self.lines[at];
            if line.code {
                return None;
            }
            names.iter().find_map(|name| {
                self.line(at, name, extent)
                    .or_else(|| self.comment(at, name))
                    .or_else(|| self.table(at, name))
                    .or_else(|| self.field(at, name))
            })
        })
    }

    /// The lines that have one of these names, which are plain text, and what they say.
    pub(crate) fn named(self, names: &[String]) -> impl Iterator<Item = (Place, Cell<'a>)> {
        let lines = self.lines.iter().enumerate();
        let lines = lines.filter(|(_, line)| !line.code);
        lines.filter_map(move |(at, line)| {
            let mut values = names.iter().filter_map(|name| {
                self.line(at, name, Extent::Paragraph)
                    .or_else(|| self.comment(at, name))
                    .or_else(|| self.field(at, name))
            });
            Some((whole(line), values.next()?))
        })
    }

    /// All names that something is said under, as plain text.
    pub(crate) fn all_names(self) -> impl Iterator<Item = String> {
        let lines = self.lines.iter().enumerate();
        let lines = lines.filter(|(_, line)| !line.code);
        lines.flat_map(move |(at, line)| {
            let of_line = label(&line.text).filter(|label| label.is_marked || label.is_item);
            let of_line = of_line.map(|label| plain(&line.text[label.name]).into_owned());
            of_line.into_iter().chain(self.names_in_table(at))
        })
    }

    /// The names in a line of a table of one row, or of two columns.
    fn names_in_table(self, at: usize) -> Vec<String> {
        let line = &self.lines[at];
        if !line.text.contains('|') || is_delimiter(&line.text) {
            return Vec::new();
        }
        if self.row_below(at).is_some() {
            return headings_of(line)
                .into_iter()
                .map(|heading| heading.text)
                .collect();
        }
        let cells = Cells::of(line);
        let first = cells
            .ranges
            .first()
            .map(|range| plain(&line.text[range.clone()]).into_owned());
        first
            .filter(|name| self.field(at, name).is_some())
            .into_iter()
            .collect()
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
    fn line(self, at: usize, name: &str, extent: Extent) -> Option<Cell<'a>> {
        let line = &self.lines[at];
        let label =
            label(&line.text).filter(|label| plain(&line.text[label.name.clone()]) == *name)?;
        if let Extent::Block = extent {
            return Some(self.block(at, &label));
        }
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

    /// What follows a name up to the next name or heading: paragraphs, lists and code, but no tables, on which there are
    /// remarks.
    fn block(self, at: usize, label: &Label) -> Cell<'a> {
        let rest = (at + 1..self.lines.len()).take_while(|next| !self.ends(*next, at, label));
        let is_text = |next: &usize| {
            let line = &self.lines[*next];
            let text = line.text.trim();
            line.code || !(text.starts_with('|') || is_rule(text))
        };
        let rest = rest.filter(is_text).map(|next| (next, 0));
        let mut pieces = [(at, label.end)]
            .into_iter()
            .chain(rest)
            .filter_map(|(at, start)| {
                let text = &self.lines[at].text;
                let start = start + indentation(&text[start..]);
                let range = start..start + text[start..].trim_end().len();
                (!range.is_empty()).then_some((&self.lines[at], range))
            });
        let Some((first, range)) = pieces.next() else {
            let line = &self.lines[at];
            return Cell::empty(place(line, &(line.text.len()..line.text.len())));
        };
        let place = place(first, &range);
        let Some((second, of_second)) = pieces.next() else {
            return Cell::new(Text::of(part(&first.text, range)), place);
        };
        let mut text = first.text[range].to_owned();
        for (line, range) in [(second, of_second)].into_iter().chain(pieces) {
            text.push(' ');
            text.push_str(&line.text[range]);
        }
        Cell::new(Text::of(text.into()), place)
    }

    /// Whether what was said under a name in one line ends before another line. A name in a list ends what an item of that
    /// list says, and what isn't in a list is ended by those that aren't either; each name of the binding ends both.
    fn ends(self, at: usize, begun: usize, by: &Label) -> bool {
        let line = &self.lines[at];
        if line.code {
            return false;
        }
        if headings::marked(&self.lines[at..]).is_some() {
            return true;
        }
        let indent = |at: usize| {
            let line = &self.lines[at];
            line.skipped as usize + indentation(&line.text)
        };
        // A list item says what is in its line, and in those that are indented below.
        let is_said = !self.lines[begun].text[by.end..].trim().is_empty();
        if by.is_item && is_said && is_item(&line.text) && indent(at) <= indent(begun) {
            return true;
        }
        let Some(label) = label(&line.text) else {
            return false;
        };
        let is_bound = || {
            let name = plain(&line.text[label.name.clone()]);
            self.names.iter().any(|bound| *bound == name)
        };
        let is_sibling = (label.is_marked || (label.is_item && !by.is_marked))
            && label.is_item == by.is_item
            && (!by.is_item || indent(at) <= indent(begun));
        is_sibling || is_bound()
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
        let row = self.row_below(at)?;
        let column = headings_of(&self.lines[at])
            .iter()
            .position(|heading| heading.text == *name)?;
        let cells = RawRow::new(row, &Cells::of(row)).cells;
        cells.into_iter().nth(column).map(RawCell::cell)
    }

    /// The row of a table that has no other, if its header row is this line.
    fn row_below(self, at: usize) -> Option<&'l Line<'a>> {
        let [header, delimiter, row, ..] = &self.lines[at..] else {
            return None;
        };
        let is_row = |line: &Line<'_>| !line.code && line.text.contains('|');
        let is_one = is_row(header)
            && is_delimiter(&delimiter.text)
            && is_row(row)
            && !self.lines.get(at + 3).is_some_and(is_row);
        is_one.then_some(row)
    }

    /// The cell beside a name, in a table of two columns: what a control has, and what that is.
    fn field(self, at: usize, name: &str) -> Option<Cell<'a>> {
        let row = &self.lines[at];
        let above = self.lines.get(at.checked_sub(1)?)?;
        let is_row = |line: &Line<'_>| !line.code && line.text.contains('|');
        if !is_row(row) || !is_row(above) || is_delimiter(&row.text) {
            return None;
        }
        let cells = Cells::of(row);
        let [first, _] = &cells.ranges[..] else {
            return None;
        };
        if plain(&row.text[first.clone()]) != *name {
            return None;
        }
        let mut cells = RawRow::new(row, &cells).cells.into_iter();
        cells.nth(1).map(RawCell::cell)
    }
}

/// A name at the front of a line, and where what follows its colon begins.
struct Label {
    name: Range<usize>,
    end: usize,
    /// Whether it's in a list.
    is_item: bool,
    /// Whether it's emphasised.
    is_marked: bool,
}

/// The name that a line begins with, after the mark of a list item: `**Result:**`, `_Rationale_:`, `Risk:`.
fn label(text: &str) -> Option<Label> {
    let mut start = indentation(text);
    let mut is_item = false;
    if let Some(rest) = text[start..].strip_prefix(['-', '*', '+'])
        && rest.starts_with([' ', '\t'])
    {
        start += 1 + indentation(rest);
        is_item = true;
    }
    let unmarked = start;
    while text[start..].starts_with('<') {
        start += text[start..].find('>')? + 1;
    }
    start += marks(&text[start..]);
    let colon = start + text[start..].find([':', '：'])?;
    let name = text[start..colon].trim_end_matches(is_mark);
    let name = start..start + name.trim_end().len();
    let wide = text[colon..].chars().next().map_or(1, char::len_utf8);
    // A full stop ends a sentence, unless the name is emphasised as a whole.
    let is_whole = name.start > unmarked
        && (text[..colon].ends_with(is_mark) || text[colon + wide..].starts_with(is_mark));
    let is_name = !name.is_empty()
        && !text[name.clone()].contains(['|', '[', '`'])
        && (is_whole || !text[name.clone()].contains('.'));
    let mut end = colon + wide;
    end += marks(&text[end..]);
    while text[end..].trim_start().starts_with('<')
        && text[end..].trim_start()[1..].starts_with('/')
    {
        end += text[end..].find('>')? + 1;
    }
    is_name.then_some(Label {
        is_marked: name.start > unmarked,
        name,
        end,
        is_item,
    })
}

/// Whether a line begins with the mark of a list item.
fn is_item(text: &str) -> bool {
    let rest = text.trim_start().strip_prefix(['-', '*', '+']);
    rest.is_some_and(|rest| rest.starts_with([' ', '\t']))
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
