//! The cells of a row, which may come from more than one line.

use std::borrow::Cow;

use crate::{
    Cell, Place, Text,
    cells::Cells,
    lines::{Line, Ruler},
    plain::plain,
    text::{map, part},
};

/// A cell before its white space is folded: it may grow.
#[derive(Debug)]
pub(crate) struct RawCell<'a> {
    text: Cow<'a, str>,
    place: Place,
}

/// The cells of a row.
#[derive(Debug, Default)]
pub(crate) struct RawRow<'a> {
    pub(crate) cells: Vec<RawCell<'a>>,
    /// Whether it has ended with a pipe.
    pub(crate) closed: bool,
    /// The place after its last character.
    pub(crate) end: Place,
    /// Whether its table is one for each renderer, which show its cells below the headings one by one, the empty ones counted.
    pub(crate) is_sound: bool,
}

impl<'a> RawCell<'a> {
    #[cfg(feature = "csv")]
    pub(crate) fn new(text: Cow<'a, str>, place: Place) -> Self {
        RawCell { text, place }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds what goes on in another line.
    fn extend(&mut self, more: RawCell<'a>) {
        if self.is_empty() {
            *self = more;
        } else if !more.is_empty() {
            let text = self.text.to_mut();
            text.push(' ');
            text.push_str(&more.text);
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Its plain text.
    pub(crate) fn plain_text(&self) -> Text<'a> {
        Text::of(match &self.text {
            Cow::Borrowed(text) => plain(text),
            Cow::Owned(text) => Cow::Owned(plain(text).into_owned()),
        })
    }

    /// The cell as plain text.
    pub(crate) fn plain(self) -> Cell<'a> {
        Cell::new(self.plain_text(), self.place)
    }

    pub(crate) fn place(&self) -> Place {
        self.place
    }

    pub(crate) fn cell(self) -> Cell<'a> {
        Cell::new(Text::of(self.text), self.place)
    }
}

impl<'a> RawRow<'a> {
    /// The cells of a line.
    pub(crate) fn new(line: &Line<'a>, split: &Cells) -> Self {
        let mut ruler = Ruler::new(line);
        let cells = split.ranges.iter().map(|range| {
            let text = map(part(&line.text, range.clone()), unescaped);
            let place = ruler.place(range);
            RawCell { text, place }
        });
        let cells = cells.collect();
        let end = line.text.len();
        RawRow {
            cells,
            closed: split.trailing,
            end: ruler.place(&(end..end)),
            is_sound: false,
        }
    }

    /// Adds a line that goes on where the last cell was broken off.
    pub(crate) fn join(&mut self, line: &Line<'a>, split: &Cells) {
        let more = RawRow::new(line, split);
        let mut cells = more.cells.into_iter();
        if !self.closed
            && !split.leading
            && let Some(last) = self.cells.last_mut()
            && let Some(rest) = cells.next()
        {
            last.extend(rest);
        }
        self.cells.extend(cells);
        (self.closed, self.end) = (more.closed, more.end);
    }

    /// Adds the cells of a row without a title to those of this one, cell by cell.
    pub(crate) fn overlay(&mut self, more: RawRow<'a>) {
        let mut more = more.cells.into_iter();
        for (cell, more) in self.cells.iter_mut().zip(more.by_ref()) {
            cell.extend(more);
        }
        self.cells.extend(more);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(RawCell::is_empty)
    }
}

/// `\|` as `|`.
fn unescaped(text: &str) -> Cow<'_, str> {
    if text.contains("\\|") {
        Cow::Owned(text.replace("\\|", "|"))
    } else {
        Cow::Borrowed(text)
    }
}
