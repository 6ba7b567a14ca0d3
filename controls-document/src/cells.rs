//! One line of a table as cells.

use std::ops::Range;

use crate::{
    lines::Line,
    marks::Marks,
    spans::{code_spans, destination_end},
};

/// Where the cells of a line stand.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    /// Whether the line begins with a pipe.
    pub(crate) leading: bool,
    /// Whether it ends with one.
    pub(crate) trailing: bool,
    /// The cells, as byte ranges, without the white space around them.
    pub(crate) ranges: Vec<Range<usize>>,
}

impl Cells {
    /// Splits a line at its pipes. Escaped pipes, and those in code spans and link destinations, don't split.
    pub(crate) fn of(line: &Line<'_>) -> Cells {
        let mut cells = Cells::default();
        cells.split(line);
        cells
    }

    /// Splits a line at all pipes that aren't escaped, as a renderer does.
    pub(crate) fn as_rendered(line: &Line<'_>) -> Cells {
        let mut cells = Cells::default();
        let text = &*line.text;
        let mut pipes = Vec::new();
        let mut is_escaped = false;
        for (at, byte) in text.bytes().enumerate() {
            if byte == b'|' && !is_escaped {
                pipes.push(at);
            }
            is_escaped = byte == b'\\' && !is_escaped;
        }
        cells.divide(text, pipes);
        cells
    }

    /// Divides a line at these pipes.
    fn divide(&mut self, text: &str, pipes: impl IntoIterator<Item = usize>) {
        self.ranges.clear();
        let mut start = 0;
        for pipe in pipes {
            self.ranges.push(trimmed(text, start, pipe));
            start = pipe + 1;
        }
        let has_pipes = !self.ranges.is_empty();
        let last = trimmed(text, start, text.len());
        self.trailing = has_pipes && last.is_empty();
        if !self.trailing {
            self.ranges.push(last);
        }
        self.leading = has_pipes && self.ranges.first().is_some_and(Range::is_empty);
        if self.leading {
            self.ranges.remove(0);
        }
    }

    /// Splits a line, in place of the one before: the list of ranges is used again.
    pub(crate) fn split(&mut self, line: &Line<'_>) {
        let text = &*line.text;
        if line.marks.has(MAY_HIDE_PIPES) {
            self.divide(text, pipes(text));
        } else {
            let bytes = text.bytes().enumerate();
            let pipes = bytes.filter(|(_, byte)| *byte == b'|');
            self.divide(text, pipes.map(|(at, _)| at));
        }
    }
}

/// What makes pipes that don't split possible.
pub(crate) const MAY_HIDE_PIPES: Marks = Marks::CODE.and(Marks::BACKSLASH).and(Marks::BRACKET);

/// Whether a line has a pipe that splits it.
pub(crate) fn is_piped(line: &Line<'_>) -> bool {
    if !line.marks.has(Marks::PIPE) {
        return false;
    }
    let cells = Cells::of(line);
    cells.leading || cells.trailing || cells.ranges.len() > 1
}

fn pipes(line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    let mut spans = code_spans(line).into_iter().peekable();
    let mut pipes = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'|' => pipes.push(at),
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
            b'`' => {
                while spans.next_if(|span| span.end <= at).is_some() {}
                if let Some(span) = spans.next_if(|span| span.start == at) {
                    at = span.end - 1;
                }
            }
            b']' if bytes.get(at + 1) == Some(&b'(') => {
                if let Some(end) = destination_end(line, at + 2) {
                    at = end;
                }
            }
            _ => {}
        }
        at += 1;
    }
    pipes
}

fn trimmed(line: &str, start: usize, end: usize) -> Range<usize> {
    let bytes = line.as_bytes();
    let (mut first, mut last) = (start, end);
    while first < last && bytes[first] == b' ' {
        first += 1;
    }
    while first < last && bytes[last - 1] == b' ' {
        last -= 1;
    }
    if first == last || (bytes[first].is_ascii_graphic() && bytes[last - 1].is_ascii_graphic()) {
        return first..last;
    }
    // White space of another kind is rare.
    let text = &line[start..end];
    let first = end - text.trim_start().len();
    first..first + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pipes_split_where_a_person_sees_a_cell_end() {
        for (line, cells) in [
            ("| a | b |", vec!["a", "b"]),
            ("a | b", vec!["a", "b"]),
            ("| a| | b", vec!["a", "", "b"]),
            ("| a |  |", vec!["a", ""]),
            (r"| a \| b | c |", vec![r"a \| b", "c"]),
            ("| `a | b` | c |", vec!["`a | b`", "c"]),
            ("| a ` | b |", vec!["a `", "b"]),
            ("| [a](b|c) | d |", vec!["[a](b|c)", "d"]),
            ("| [a](b | c |", vec!["[a](b", "c"]),
            (r"| a \\| b |", vec![r"a \\", "b"]),
            ("|\u{a0}ä\u{a0}|\u{3000}は い |", vec!["ä", "は い"]),
            ("no table", vec!["no table"]),
            ("|", vec![]),
            ("", vec![""]),
        ] {
            let texts: Vec<_> = Cells::of(&Line::plain(line))
                .ranges
                .into_iter()
                .map(|range| &line[range])
                .collect();
            assert_eq!(texts, cells, "{line}");
        }
    }
}
