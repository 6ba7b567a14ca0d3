//! A table whose rows are being read, or counted where it's left alone.

use std::rc::Rc;

use crate::{
    Control, Place, ReadError, Remark,
    answer::{Said, Word},
    cells::{Cells, MAY_HIDE_PIPES},
    columns::{ControlHeader, Header},
    containers::is_rule,
    delimiter::is_delimiter,
    groups::{self, Groups},
    header::Other,
    headings::{BOLD, FoundHeading, bold},
    lines::{Line, whole},
    rows::{RawCell, RawRow},
};

/// A table, up to the row that was read last.
#[derive(Debug, Default)]
pub(crate) struct OpenTable<'a> {
    /// What the headings say; nothing if it's no control table.
    pub(crate) columns: Option<Rc<ControlHeader>>,
    /// Why it's left alone, if it has a header row.
    pub(crate) other: Option<Rc<Other>>,
    /// The header row.
    pub(crate) header: Place,
    pub(crate) delimiter: Place,
    /// How many cells a row has where a renderer shows the table: the delimiter row is where it belongs, and has as many cells
    /// as the header row.
    pub(crate) rendered: Option<usize>,
    /// The last line.
    pub(crate) last: u32,
    /// How many rows it has.
    pub(crate) rows: usize,
    pub(crate) items: Vec<Item<'a>>,
    groups: Groups,
    /// Why its rows can't be read.
    pub(crate) mistake: Option<ReadError>,
    /// What is odd, if it's a control table.
    pub(crate) remarks: Vec<Remark>,
    /// Whether a row answers with one of the words of the heading.
    pub(crate) is_answered: bool,
    /// Whether the header row begins with a pipe, and so should the others.
    pub(crate) leading: bool,
    /// How many quotations it's in.
    quoted: usize,
    /// The row that may go on.
    row: Option<RawRow<'a>>,
    /// Whether a blank line is between the last row and the present line.
    pub(crate) gap: bool,
    /// The first line since the last row that isn't part of the table.
    pub(crate) interrupted: Option<Place>,
    /// That line, if a renderer shows it as the next row.
    tail: Option<Place>,
}

/// What a row is.
#[derive(Debug)]
pub(crate) enum Item<'a> {
    /// A control, under so many heads.
    Control(usize, Control<'a>),
    /// The head of the rows after it, under so many others.
    Head(usize, FoundHeading<'a>),
}

/// What a line is to a table.
pub(crate) enum LineKind {
    Row,
    /// More of the row above.
    Rest,
    /// What isn't read, and why.
    Odd(&'static str),
    None,
}

impl<'a> OpenTable<'a> {
    /// A table with a header row.
    pub(crate) fn new(line: &Line<'a>, header: &Header) -> Self {
        let mut table = OpenTable {
            header: whole(line),
            quoted: line.quoted,
            leading: line.text.trim_start().starts_with('|'),
            ..OpenTable::default()
        };
        match header {
            Header::Controls(columns) => {
                table.mistake.clone_from(&columns.mistake);
                table.columns = Some(Rc::clone(columns));
            }
            Header::Other(other) => table.other = Some(Rc::clone(other)),
        }
        table
    }

    /// What looks like rows, without a header row.
    pub(crate) fn headless(lines: &[Line<'a>]) -> Self {
        let first = lines.first().map(whole).unwrap_or_default();
        OpenTable {
            header: first,
            last: lines.last().map_or(first.line, |line| line.number),
            rows: lines.len(),
            ..OpenTable::default()
        }
    }

    pub(crate) fn remark(&mut self, place: Place, message: impl Into<String>) {
        self.remarks.push(Remark {
            place,
            message: message.into(),
        });
    }

    /// Whether nothing is between the last row and the present line.
    pub(crate) fn goes_on_directly(&self) -> bool {
        !self.gap && self.interrupted.is_none()
    }

    /// Takes note of a line that isn't part of the table.
    pub(crate) fn interrupt(&mut self, line: &Line<'_>) {
        if self.interrupted.is_some() {
            return;
        }
        let place = whole(line);
        let is_row = !self.gap && !line.code && !starts_a_block(line, self.quoted);
        self.tail = Some(place).filter(|_| is_row);
        self.interrupted = Some(place);
    }

    /// Ends the table.
    pub(crate) fn close(&mut self) {
        self.finish_row(None);
        if let Some(place) = self.tail.take() {
            self.remark(
                place,
                "this line comes right after a row, so a renderer shows it as one; it isn't read",
            );
        }
    }

    /// What a line is to the table.
    pub(crate) fn piece(&self, line: &Line<'_>, cells: &Cells) -> LineKind {
        let piped = cells.leading || cells.trailing || cells.ranges.len() > 1;
        if piped && line.text.chars().all(|c| c == '|' || c.is_whitespace()) {
            return LineKind::Odd("a line with nothing but pipes within the table is ignored");
        }
        if is_delimiter(&line.text) {
            return LineKind::Odd("a second delimiter row within the table is ignored");
        }
        let directly = self.goes_on_directly();
        let open = self.row.as_ref().filter(|row| !row.closed && directly);
        let is_block = || begins_anew(line, self.quoted);
        if cells.leading {
            // The row above has ended before its answer, and this line begins with one.
            let first = cells
                .ranges
                .first()
                .map_or("", |range| &line.text[range.clone()]);
            let is_rest = |columns: &Rc<ControlHeader>| {
                open.is_some_and(|row| row.cells.len() < columns.until_answer)
                    && columns.word(first).is_some()
            };
            if self.columns.as_ref().is_some_and(is_rest) {
                LineKind::Rest
            } else {
                LineKind::Row
            }
        } else if open.is_some() && self.leading && !is_block() {
            LineKind::Rest
        } else if !piped || (self.leading && (!directly || is_block())) {
            LineKind::None
        } else if self.leading
            || directly
            || self.is_empty()
            || self.interrupted.is_some() && !self.gap
        {
            LineKind::Row
        } else {
            LineKind::None
        }
    }

    /// The heads that no row is under.
    pub(crate) fn heads_of_nothing(&self) -> Vec<Place> {
        let next = self.items.iter().skip(1).map(Some).chain([None]);
        let heads = self.items.iter().zip(next).filter_map(|pair| match pair {
            (Item::Head(_, found), None) => Some(found.place),
            (Item::Head(depth, found), Some(Item::Head(below, _))) if below <= depth => {
                Some(found.place)
            }
            _ => None,
        });
        heads.collect()
    }

    fn is_empty(&self) -> bool {
        self.rows == 0 && self.row.is_none()
    }

    /// Takes a line as the rest of the row above.
    pub(crate) fn join(&mut self, line: &Line<'a>, cells: &Cells) {
        if self.columns.is_some() {
            self.remark(
                whole(line),
                "this line goes on with the row above, which is broken in two",
            );
        }
        if let Some(row) = &mut self.row {
            row.join(line, cells);
        }
    }

    /// Takes a line as a row. One without a title goes on with the row above.
    pub(crate) fn row(&mut self, line: &Line<'a>, cells: &Cells) {
        let gap = std::mem::take(&mut self.gap);
        self.tail = None;
        if let Some(place) = self.interrupted.take() {
            self.remark(
                place,
                "this line isn't part of the table that it interrupts, and which goes on below",
            );
        } else if gap {
            self.remark(
                whole(line),
                "a blank line is before this row: the table goes on",
            );
        }
        let Some(columns) = self.columns.clone() else {
            self.rows += 1;
            return;
        };
        // A code span or a link over several cells is none for a renderer, which splits first.
        let wanted = self.rendered.filter(|count| cells.ranges.len() < *count);
        let wanted = wanted.filter(|_| line.marks.has(MAY_HIDE_PIPES));
        let split = wanted.map(|_| Cells::as_rendered(line));
        let split = split.filter(|split| Some(split.ranges.len()) == wanted);
        let mut row = RawRow::new(line, split.as_ref().unwrap_or(cells));
        row.is_sound = self.rendered.is_some();
        let is_untitled = columns.title(&row).is_none_or(RawCell::is_empty);
        let single = columns.lone_cell(&row).filter(|_| is_untitled);
        if row.is_empty() {
            self.remark(whole(line), "an empty row is ignored");
        } else if let Some(cell) = single
            && groups::may_head(cell.text())
        {
            // What it heads is below it, whatever column it's in.
            self.finish_row(None);
            match self.groups.head(cell.text(), "", "", false) {
                Some(depth) => self.items.push(Item::Head(depth, heading(depth, cell))),
                None => self.remark(whole(line), "a row without a title is ignored"),
            }
        } else if !is_untitled {
            self.finish_row(Some(&row));
            self.row = Some(row);
        } else if !columns.label(&row).is_empty() {
            self.remark(
                whole(line),
                "a row with a label but without a title is ignored",
            );
        } else if let Some(above) = &mut self.row {
            above.overlay(row);
            self.remark(
                whole(line),
                "a row without a title goes on with the row above",
            );
        } else {
            self.remark(whole(line), "a row without a title is ignored");
        }
    }

    /// Ends the row that might have gone on, given the one after it.
    fn finish_row(&mut self, next: Option<&RawRow<'a>>) {
        let (Some(row), Some(columns)) = (self.row.take(), self.columns.clone()) else {
            return;
        };
        let label = columns.label(&row);
        let repeats = columns.is_repeated_by(&row);
        let place = columns.title(&row).map(RawCell::place).unwrap_or_default();
        if repeats && columns.is_title_repeated_by(&row) {
            self.remark(place, "the header row is repeated here");
            return;
        }
        let next = next.map(|next| columns.label(next)).unwrap_or_default();
        let title = columns.title(&row).map(RawCell::text).unwrap_or_default();
        let is_bold = bold(title).is_some();
        let heads = repeats && (is_bold || columns.are_distinct());
        if columns.is_bare(&row) || heads {
            if heads && !is_bold {
                self.remark(
                    place,
                    "this row repeats the headings, so it's taken for the heading of the rows below it",
                );
            }
            let head = self.groups.head(title, &label, &next, heads);
            if let Some(depth) = head
                && let Some(title) = columns.title(&row)
            {
                self.items.push(Item::Head(depth, heading(depth, title)));
                return;
            }
        }
        let depth = self.groups.row(title, &label);
        self.rows += 1;
        match columns.control(row, &mut self.remarks) {
            Ok(control) => {
                self.is_answered |= matches!(control.said, Said::Word(Word::Yes | Word::No));
                self.items.push(Item::Control(depth, control));
            }
            Err(mistake) => {
                self.mistake.get_or_insert(mistake);
            }
        }
    }

    /// The headings as they're shown; nothing if it has no header row.
    pub(crate) fn shown(&self) -> Option<&str> {
        let columns = self.columns.as_ref().map(|columns| &*columns.shown);
        columns.or_else(|| self.other.as_ref().map(|other| &*other.shown))
    }
}

/// A cell as the heading of the rows below it.
fn heading<'a>(depth: usize, cell: &RawCell<'a>) -> FoundHeading<'a> {
    FoundHeading {
        level: u8::try_from(depth).map_or(u8::MAX, |depth| depth.saturating_add(BOLD + 1)),
        place: cell.place(),
        title: cell.plain_text(),
        lines: 1,
        remark: None,
    }
}

/// Whether a line begins something that isn't the rest of a cell.
fn begins_anew(line: &Line<'_>, quoted: usize) -> bool {
    let text = line.text.trim_start();
    starts_a_block(line, quoted)
        || ["[!", "<a name", "!["]
            .iter()
            .any(|mark| text.starts_with(mark))
}

/// Whether a line begins a block of its own, and so ends the table for a renderer.
fn starts_a_block(line: &Line<'_>, quoted: usize) -> bool {
    let text = line.text.trim();
    let after_signs = text.trim_start_matches('#');
    let is_heading = text.starts_with('#')
        && text.len() - after_signs.len() <= 6
        && (after_signs.is_empty() || after_signs.starts_with([' ', '\t']));
    let is_footnote = text.starts_with("[^") && text.contains("]:");
    let is_directive = text.starts_with(":::") || text.starts_with("[!");
    line.item || line.quoted > quoted || is_heading || is_footnote || is_directive || is_rule(text)
}
