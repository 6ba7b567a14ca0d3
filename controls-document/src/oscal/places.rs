//! Where a byte of a text is, in lines and characters.

use crate::Place;

/// How many bytes are looked at to find one place.
const STEP: usize = 512;

/// The places of a text, found in a time that doesn't depend on how long its lines are: some catalogs are one line.
pub(super) struct Places<'a> {
    text: &'a str,
    /// Where each step begins: the byte, and its line and column.
    steps: Vec<(usize, u32, u32)>,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let (mut line, mut column) = (1, 1);
        let mut steps = vec![(0, line, column)];
        let mut next = STEP;
        for (at, c) in text.char_indices() {
            if at >= next {
                steps.push((at, line, column));
                next = at + STEP;
            }
            (line, column) = after(c, line, column);
        }
        Places { text, steps }
    }

    /// The place of what is between two bytes, or of the part of it in its first line.
    pub(super) fn of(&self, start: usize, end: usize) -> Place {
        let step = self.steps.partition_point(|(at, ..)| *at <= start);
        let (from, mut line, mut column) = self.steps[step.saturating_sub(1)];
        for c in self.text.get(from..start).unwrap_or_default().chars() {
            (line, column) = after(c, line, column);
        }
        let part = self.text.get(start..end).unwrap_or_default();
        let first = part.chars().take_while(|c| !matches!(c, '\n' | '\r'));
        Place {
            line,
            column,
            width: u32::try_from(first.count()).unwrap_or(u32::MAX),
        }
    }
}

fn after(c: char, line: u32, column: u32) -> (u32, u32) {
    match c {
        '\n' => (line.saturating_add(1), 1),
        _ => (line, column.saturating_add(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_lines_of_any_length() {
        for text in [
            "a\nbä\r\n\nc".to_owned(),
            format!("{}\n{}\n", "ä".repeat(3 * STEP), "b\n".repeat(STEP)),
            "x".repeat(4 * STEP + 1),
        ] {
            let places = Places::new(&text);
            let (mut line, mut column) = (1, 1);
            for (at, c) in text.char_indices() {
                let found = places.of(at, at + c.len_utf8());
                assert_eq!((found.line, found.column), (line, column), "{at}");
                (line, column) = after(c, line, column);
            }
        }
        let place = Places::new("a\nbcd\nef").of(3, 8);
        assert_eq!((place.line, place.column, place.width), (2, 2, 2));
    }
}
