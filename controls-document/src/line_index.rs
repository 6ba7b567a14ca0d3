//! Where the lines and characters of a text are.

use std::ops::Range;

use crate::Place;

/// How many bytes are looked at to find one place.
const STEP: usize = 512;

/// The lines and columns of a text, found in a time that doesn't depend on how long its lines are: some documents are one
/// line. A byte order mark at the front counts as nothing.
///
/// ```
/// use controls_document::{LineIndex, Place};
///
/// let text = "| a | Yes |\n| b | No |\n";
/// let index = LineIndex::new(text);
/// assert_eq!(index.offset(text, 2, 7), Some(18));
/// assert_eq!(index.place(text, 18..20), Place { line: 2, column: 7, width: 2 });
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    /// Where each step begins.
    steps: Vec<Position>,
}

/// A byte, and its line and column.
#[derive(Clone, Copy, Debug)]
struct Position {
    at: usize,
    line: u32,
    column: u32,
}

impl Position {
    /// The position after a character.
    fn after(self, c: char) -> Position {
        let at = self.at + c.len_utf8();
        match c {
            '\n' => Position {
                at,
                line: self.line.saturating_add(1),
                column: 1,
            },
            _ => Position {
                at,
                line: self.line,
                column: self.column.saturating_add(1),
            },
        }
    }
}

impl LineIndex {
    /// Returns the index of a text, which the other methods are given again.
    #[must_use]
    pub fn new(text: &str) -> LineIndex {
        let mut position = Position {
            at: text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len(),
            line: 1,
            column: 1,
        };
        let mut steps = vec![position];
        let mut next = STEP;
        for c in text.get(position.at..).unwrap_or_default().chars() {
            if position.at >= next {
                steps.push(position);
                next = position.at + STEP;
            }
            position = position.after(c);
        }
        LineIndex { steps }
    }

    /// Returns the place of a range of bytes, or of the part of it in its first line.
    #[must_use]
    pub fn place(&self, text: &str, range: Range<usize>) -> Place {
        let mut position = self.step_before(|step| step.at <= range.start);
        let before = text.get(position.at..range.start).unwrap_or_default();
        for c in before.chars() {
            position = position.after(c);
        }
        let part = text.get(range).unwrap_or_default();
        let first = part.chars().take_while(|c| !matches!(c, '\n' | '\r'));
        Place {
            line: position.line,
            column: position.column,
            width: u32::try_from(first.count()).unwrap_or(u32::MAX),
        }
    }

    /// Returns the byte at which a character of a line begins, both from 1. Where the line ends before, it's the end of the
    /// line; `None` where there's no such line.
    #[must_use]
    pub fn offset(&self, text: &str, line: u32, column: u32) -> Option<usize> {
        let mut position =
            self.step_before(|step| (step.line, step.column) <= (line, column.max(1)));
        for c in text.get(position.at..)?.chars() {
            if position.line == line && (position.column >= column || c == '\n') {
                break;
            }
            position = position.after(c);
        }
        (position.line == line).then_some(position.at)
    }

    /// Returns a line, from 1, without its end; empty where there is none.
    #[must_use]
    pub fn line<'t>(&self, text: &'t str, line: u32) -> &'t str {
        let start = self.offset(text, line, 1);
        let rest = start
            .and_then(|start| text.get(start..))
            .unwrap_or_default();
        let end = rest.find('\n').unwrap_or(rest.len());
        let line = rest.get(..end).unwrap_or_default();
        line.strip_suffix('\r').unwrap_or(line)
    }

    /// The last step of those that come first.
    fn step_before(&self, is_before: impl Fn(&Position) -> bool) -> Position {
        let count = self.steps.partition_point(is_before);
        let step = self.steps.get(count.saturating_sub(1));
        step.copied().unwrap_or(Position {
            at: 0,
            line: 1,
            column: 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_lines_of_any_length() {
        for text in [
            "a\nbä\r\n\nc".to_owned(),
            "\u{feff}a\nb".to_owned(),
            format!("{}\n{}\n", "ä".repeat(3 * STEP), "b\n".repeat(STEP)),
            "x".repeat(4 * STEP + 1),
        ] {
            let index = LineIndex::new(&text);
            let (mut line, mut column) = (1, 1);
            for (at, c) in text.char_indices().filter(|(_, c)| *c != '\u{feff}') {
                let found = index.place(&text, at..at + c.len_utf8());
                assert_eq!((found.line, found.column), (line, column), "{at}");
                assert_eq!(
                    index.offset(&text, line, column),
                    Some(at),
                    "{line}:{column}"
                );
                match c {
                    '\n' => (line, column) = (line + 1, 1),
                    _ => column += 1,
                }
            }
            assert_eq!(index.offset(&text, line, column + 9), Some(text.len()));
            assert_eq!(index.offset(&text, line + 1, 1), None);
        }
        let text = "a\nbcd\nef";
        let index = LineIndex::new(text);
        let place = index.place(text, 3..8);
        assert_eq!((place.line, place.column, place.width), (2, 2, 2));
        assert_eq!(index.offset(text, 2, 9), Some(5));
        assert_eq!(index.offset(text, 0, 1), None);
    }
}
