//! Quotations and list items: what a line is in, which decides where a block of code ends.

/// What lines may be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    Quotation,
    /// An item of a list, whose lines are indented by so many columns.
    Item {
        indent: usize,
    },
}

/// How many quotations and list items may be in each other. Nobody writes so many, and each line is looked at once for each.
const DEEPEST: usize = 64;

/// The quotations and list items that are open, from the outside.
#[derive(Debug, Default)]
pub(crate) struct Containers(Vec<Container>);

impl Containers {
    /// How many are open.
    pub(crate) fn depth(&self) -> usize {
        self.0.len()
    }

    /// Whether a list item is open.
    pub(crate) fn in_item(&self) -> bool {
        self.0
            .iter()
            .any(|container| *container != Container::Quotation)
    }

    /// How many quotations are open.
    pub(crate) fn quotations(&self) -> usize {
        let quotations = self.0.iter().filter(|of| **of == Container::Quotation);
        quotations.count()
    }

    /// Goes into those of the open ones that the line is in, and closes the others, unless the line just goes on with a
    /// paragraph in them. Returns how many the line is in by its own marks and indentation.
    pub(crate) fn enter(&mut self, cursor: &mut Cursor<'_>, in_paragraph: bool) -> usize {
        let mut kept = 0;
        for container in &self.0 {
            let is_in = match container {
                Container::Quotation => cursor.quotation(),
                Container::Item { indent } => cursor.is_blank() || cursor.indentation(*indent),
            };
            if !is_in {
                break;
            }
            kept += 1;
        }
        let goes_on = in_paragraph
            && !cursor.is_blank()
            && cursor.clone().item().is_none()
            && !cursor
                .rest()
                .trim_start()
                .starts_with(['#', '`', '~', '<', '|', '>']);
        if !goes_on {
            self.0.truncate(kept);
        }
        kept
    }

    /// Opens those that begin in the line. Returns how many bytes are before its text: the marks of list items are text,
    /// unless a heading or a row of a table follows them.
    pub(crate) fn begin(&mut self, cursor: &mut Cursor<'_>) -> usize {
        let mut text = None;
        while self.0.len() < DEEPEST {
            let at = cursor.at;
            if cursor.quotation() {
                self.0.push(Container::Quotation);
            } else if let Some(indent) = cursor.item() {
                text.get_or_insert(at);
                self.0.push(Container::Item { indent });
            } else {
                break;
            }
        }
        let is_block = |rest: &str| rest.starts_with('|') || rest.starts_with('#');
        match text {
            Some(at) if !is_block(cursor.rest().trim_start()) => at,
            _ => cursor.at,
        }
    }
}

/// A place in a line, behind what has been recognised of it.
#[derive(Clone, Debug)]
pub(crate) struct Cursor<'l> {
    line: &'l str,
    at: usize,
    /// The column, in which a tab goes to the next multiple of four.
    column: usize,
}

impl<'l> Cursor<'l> {
    pub(crate) fn new(line: &'l str) -> Self {
        Cursor {
            line,
            at: 0,
            column: 0,
        }
    }

    pub(crate) fn rest(&self) -> &'l str {
        &self.line[self.at..]
    }

    /// How many columns of white space are next.
    pub(crate) fn indent(&self) -> usize {
        let mut column = self.column;
        for byte in self.rest().bytes() {
            match byte {
                b' ' => column += 1,
                b'\t' => column = (column / 4 + 1) * 4,
                _ => break,
            }
        }
        column - self.column
    }

    pub(crate) fn is_blank(&self) -> bool {
        // Most are found out by their first byte.
        let rest = self.rest();
        !rest.as_bytes().first().is_some_and(u8::is_ascii_graphic) && rest.trim().is_empty()
    }

    /// Passes so many columns of white space, if there are as many.
    fn indentation(&mut self, columns: usize) -> bool {
        if self.indent() < columns {
            return false;
        }
        let end = self.column + columns;
        while self.column < end {
            self.step();
        }
        true
    }

    /// Passes one character of white space or of a mark, all of which are ASCII.
    fn step(&mut self) {
        self.column = match self.line.as_bytes().get(self.at) {
            Some(b'\t') => (self.column / 4 + 1) * 4,
            _ => self.column + 1,
        };
        self.at += 1;
    }

    /// Passes the mark of a quotation, and the space after it.
    pub(crate) fn quotation(&mut self) -> bool {
        let indent = self.indent();
        if indent > 3 || !self.rest().trim_start_matches([' ', '\t']).starts_with('>') {
            return false;
        }
        self.indentation(indent);
        self.step();
        if self.rest().starts_with(' ') {
            self.step();
        }
        true
    }

    /// Passes the mark of a list item. Returns by how many columns the item's lines are indented.
    fn item(&mut self) -> Option<usize> {
        let indent = self.indent();
        let text = self.rest().trim_start_matches([' ', '\t']);
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let mark = match text.as_bytes().get(digits)? {
            b'-' | b'*' | b'+' if digits == 0 => 1,
            b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
            _ => return None,
        };
        let after = &text[mark..];
        if !(after.is_empty() || after.starts_with([' ', '\t'])) || is_rule(text) {
            return None;
        }
        self.indentation(indent);
        for _ in 0..mark {
            self.step();
        }
        let spaces = match self.indent() {
            spaces @ 1..=4 if !after.trim_start().is_empty() => spaces,
            _ => 1,
        };
        self.indentation(spaces.min(self.indent()));
        Some(indent + mark + spaces)
    }
}

/// Whether a text is a rule, such as `* * *`.
pub(crate) fn is_rule(text: &str) -> bool {
    let mut marks = text.bytes().filter(|byte| !matches!(byte, b' ' | b'\t'));
    let first = marks.next();
    matches!(first, Some(b'-' | b'*' | b'_'))
        && marks.try_fold(1, |count, mark| (Some(mark) == first).then_some(count + 1)) >= Some(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_in_what_its_marks_and_its_indentation_say() {
        for (lines, depth, text) in [
            (&["a"][..], 0, "a"),
            (&["> a"], 1, "a"),
            (&["> > a"], 2, "a"),
            (&["> > a", "> b"], 1, "b"),
            (&["- a"], 1, "- a"),
            (&["- a", "  b"], 1, "b"),
            (&["- a", "", "b"], 0, "b"),
            (&["10. a", "", "    b"], 1, "b"),
            (&["10. a", "", "  b"], 0, "  b"),
            (&["- a", "  - b", "", "    c"], 2, "c"),
            (&["- | a |"], 1, "| a |"),
            (&["1. # a"], 1, "# a"),
            (&["> - a", "> ", ">   b"], 2, "b"),
            (&["-\ta", "", "\tb"], 1, "b"),
            (&["* * *"], 0, "* * *"),
            (&["-a", "1.a", "2019) a"], 1, "2019) a"),
            (&["    > a"], 0, "    > a"),
        ] {
            let mut containers = Containers::default();
            let mut last = "";
            for line in lines {
                let mut cursor = Cursor::new(line);
                containers.enter(&mut cursor, false);
                last = &line[containers.begin(&mut cursor)..];
            }
            assert_eq!((containers.depth(), last), (depth, text), "{lines:?}");
        }
    }

    #[test]
    fn a_staircase_of_items_has_an_end() {
        let mut containers = Containers::default();
        for step in 0..200 {
            let line = format!("{}- a", "  ".repeat(step));
            let mut cursor = Cursor::new(&line);
            containers.enter(&mut cursor, false);
            containers.begin(&mut cursor);
            assert_eq!(containers.depth(), (step + 1).min(DEEPEST));
        }
    }
}
