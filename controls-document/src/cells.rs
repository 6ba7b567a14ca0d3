//! One line of a table as cells.

use std::ops::Range;

use crate::spans::{code_spans, destination_end};

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

/// Splits a line at its pipes. Escaped pipes, and those in code spans and link destinations, don't split.
pub(crate) fn split(line: &str) -> Cells {
    let pipes = pipes(line);
    let mut cells = Cells::default();
    let mut start = 0;
    for &pipe in &pipes {
        cells.ranges.push(trimmed(line, start..pipe));
        start = pipe + 1;
    }
    let last = trimmed(line, start..line.len());
    cells.trailing = !pipes.is_empty() && last.is_empty();
    if !cells.trailing {
        cells.ranges.push(last);
    }
    cells.leading = !pipes.is_empty() && cells.ranges.first().is_some_and(Range::is_empty);
    if cells.leading {
        cells.ranges.remove(0);
    }
    cells
}

/// Whether a line is a delimiter row, such as `|---|:--:|`. Dashes that an editor has turned into `–` or `—` count.
pub(crate) fn is_delimiter(line: &str) -> bool {
    let mut pipe = false;
    let mut dash = false;
    for c in line.chars() {
        match c {
            '|' => pipe = true,
            '-' | '–' | '—' => dash = true,
            ':' => {}
            c if c.is_whitespace() => {}
            _ => return false,
        }
    }
    pipe && dash
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

fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let text = &line[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
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
            let texts: Vec<_> = split(line).ranges.into_iter().map(|range| &line[range]).collect();
            assert_eq!(texts, cells, "{line}");
        }
    }

    #[test]
    fn delimiters_have_dashes_and_a_pipe() {
        for (line, expected) in [
            ("|---|---|--|", true),
            ("--- | :-:", true),
            ("---", false),
            ("| |", false),
            ("|–|—|", true),
            ("|-x-|", false),
        ] {
            assert_eq!(is_delimiter(line), expected, "{line}");
        }
    }
}
