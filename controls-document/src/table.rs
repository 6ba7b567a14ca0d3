//! Tables: which column is which, and rows as controls.

use std::{borrow::Cow, rc::Rc};

use crate::{
    Cell, Control, Place, Remark, Text, answer::Word, cells::Cells, folded, lines::Line,
    marks::Marks,
};

/// What the header row of a control table says.
#[derive(Debug)]
pub(crate) struct Columns {
    /// The columns in order; those with an empty heading have no role.
    roles: Vec<Option<Role>>,
    /// The words that mean yes and no, in lower case.
    yes: String,
    no: String,
    /// Whether the header row begins with a pipe, and so should the others.
    pub(crate) leading: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Title,
    Answer,
    Notes,
    Documentation,
    Other,
}

/// What a header row is the header of.
#[derive(Debug)]
pub(crate) enum Header {
    /// A control table.
    Controls(Rc<Columns>),
    /// Some other table: its headings.
    Other(String),
}

/// Reads a header row. It's that of a control table if a column, not the first one, is headed by two words with a
/// slash between them.
pub(crate) fn header(line: &Line<'_>) -> Header {
    let cells = Cells::of(line);
    let headings: Vec<Cow<'_, str>> = cells
        .ranges
        .iter()
        .map(|range| bare_heading(&line.text[range.clone()]))
        .collect();
    let answer = headings
        .iter()
        .enumerate()
        .skip(1)
        .find_map(|(column, text)| Some((column, two_words(text)?)));
    let Some((answer, (yes, no))) = answer else {
        let named: Vec<_> = headings
            .iter()
            .map(|heading| &**heading)
            .filter(|heading| !heading.is_empty())
            .collect();
        return Header::Other(named.join(" | "));
    };
    let mut unnamed = vec![Role::Documentation, Role::Notes, Role::Title];
    let roles = headings.iter().enumerate().map(|(column, heading)| {
        if column == answer {
            Some(Role::Answer)
        } else if heading.is_empty() && (column > 0 || answer != 1) {
            // An empty heading before the answers is that of the titles; elsewhere it's an accident.
            None
        } else if heading.eq_ignore_ascii_case("documentation") && unnamed.len() < 3 {
            unnamed.retain(|role| *role != Role::Documentation);
            Some(Role::Documentation)
        } else {
            Some(unnamed.pop().unwrap_or(Role::Other))
        }
    });
    Header::Controls(Rc::new(Columns {
        roles: roles.collect(),
        yes,
        no,
        leading: cells.leading,
    }))
}

/// The text of a heading without emphasis and line breaks around it.
fn bare_heading(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(|c: char| c == '*' || c == '_' || c.is_whitespace());
    if !text.ends_with('>') {
        return folded(text);
    }
    folded(text.trim_end_matches("<br>").trim_end_matches("<br/>"))
}

/// The two words of a heading such as `Yes/No`, in lower case. Wide slashes are slashes.
fn two_words(heading: &str) -> Option<(String, String)> {
    let (yes, no) = heading.split_once(['/', '／'])?;
    let word = |text: &str| {
        let text = text.trim();
        let is_word = text.contains(char::is_alphabetic)
            && !text.contains(|c: char| c.is_whitespace() || matches!(c, '/' | '／' | '(' | '['));
        is_word.then(|| text.to_lowercase())
    };
    Some((word(yes)?, word(no)?)).filter(|(yes, no)| yes != no)
}

impl Columns {
    /// Says what is odd about the header, given the delimiter row below it.
    pub(crate) fn remarks(&self, header: &Line<'_>, delimiter: &Line<'_>) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let (count, delimiters) = (self.roles.len(), Cells::of(delimiter).ranges.len());
        let empty = self.roles.iter().filter(|role| role.is_none()).count();
        if count != delimiters {
            remarks.push(Remark {
                place: whole(delimiter),
                message: uneven(delimiters, count, empty),
            });
        }
        if !self.roles.contains(&Some(Role::Other)) {
            return remarks;
        }
        let ignored = Cells::of(header).ranges.into_iter().zip(&self.roles);
        for (range, _) in ignored.filter(|(_, role)| **role == Some(Role::Other)) {
            remarks.push(Remark {
                place: place(header, &range),
                message: format!("the column `{}` isn't read", folded(&header.text[range])),
            });
        }
        remarks
    }

    /// Whether the text is one of the answers that need no reading.
    pub(crate) fn is_plain_answer(&self, text: &str) -> bool {
        self.word(text).is_some()
    }

    fn word(&self, text: &str) -> Option<Word> {
        // There is no white space in any of the answers, so what has some is another one.
        if text.eq_ignore_ascii_case("n/a") {
            return Some(Word::NotApplicable);
        }
        let is = |word: &str| text.chars().flat_map(char::to_lowercase).eq(word.chars());
        if is(&self.yes) {
            Some(Word::Yes)
        } else {
            is(&self.no).then_some(Word::No)
        }
    }

    /// How many cells a row has at least if it has its answer.
    pub(crate) fn until_answer(&self) -> usize {
        let named = self.roles.iter().flatten();
        named.take_while(|role| **role != Role::Answer).count() + 1
    }

    /// Makes a control of a row.
    pub(crate) fn control<'a>(&self, row: RawRow<'a>, remarks: &mut Vec<Remark>) -> Control<'a> {
        let RawRow { cells, end, .. } = row;
        let by_place = self.is_by_place(&cells);
        let mut roles = self.roles.iter().filter(|role| by_place || role.is_some());
        let mut control = Control {
            title: Cell::empty(end),
            answer: Cell::empty(end),
            notes: Cell::empty(end),
            documentation: Cell::empty(end),
            word: None,
        };
        let first = cells.first().cloned();
        let count = cells.len();
        for cell in cells {
            match roles.next() {
                Some(Some(Role::Title)) => control.title = cell,
                Some(Some(Role::Answer)) => control.answer = cell,
                Some(Some(Role::Notes)) => control.notes = cell,
                Some(Some(Role::Documentation)) => control.documentation = cell,
                Some(Some(Role::Other)) => {}
                Some(None) | None if cell.text.is_empty() => {}
                Some(None) | None => remarks.push(Remark {
                    place: cell.place(),
                    message: "this cell has no heading above it, and isn't read".to_owned(),
                }),
            }
        }
        control.word = self.word(&control.answer.text);
        if control.answer.text.is_empty() {
            let message = if count < self.until_answer() {
                format!("the row `{}` ends before its answer", control.title.text)
            } else {
                format!("the row `{}` has an empty answer", control.title.text)
            };
            let place = first.as_ref().map_or(end, Cell::place);
            remarks.push(Remark {
                place: Place {
                    width: place.width.max(1),
                    ..place
                },
                message,
            });
        }
        control
    }

    /// Whether the cells stand below their headings one by one, the empty headings counted: so they do if there are as
    /// many as headings, unless something stands below an empty one and nothing below the last.
    fn is_by_place(&self, cells: &[Cell<'_>]) -> bool {
        let below_empty =
            |(role, cell): (&Option<Role>, &Cell<'_>)| role.is_none() && !cell.text.is_empty();
        cells.len() == self.roles.len()
            && (cells.last().is_some_and(|last| !last.text.is_empty())
                || !self.roles.iter().zip(cells).any(below_empty))
    }
}

/// The cells of a row, which may come from more than one line.
#[derive(Debug, Default)]
pub(crate) struct RawRow<'a> {
    pub(crate) cells: Vec<Cell<'a>>,
    /// Whether it has ended with a pipe.
    pub(crate) closed: bool,
    /// The place behind its last character.
    pub(crate) end: Place,
}

impl<'a> RawRow<'a> {
    /// The cells of a line.
    pub(crate) fn new(line: &Line<'a>, split: &Cells) -> Self {
        let mut row = RawRow::default();
        row.append(line, split);
        row
    }

    /// Adds the cells of another line.
    pub(crate) fn append(&mut self, line: &Line<'a>, split: &Cells) {
        let mut column = ColumnCounter::new(line);
        self.cells.reserve(split.ranges.len());
        for range in &split.ranges {
            let text = match &line.text {
                Cow::Borrowed(text) => unescaped(&text[range.clone()]),
                Cow::Owned(text) => Cow::Owned(unescaped(&text[range.clone()]).into_owned()),
            };
            let text = Text::of(text);
            self.cells.push(Cell::new(text, column.place(range)));
        }
        self.closed = split.trailing;
        self.end = column.place(&(line.text.len()..line.text.len()));
    }

    /// Adds a line that goes on where the last cell was broken off.
    pub(crate) fn join(&mut self, line: &Line<'a>, split: &Cells) {
        let mut more = RawRow::new(line, split);
        if !self.closed
            && !split.leading
            && let (Some(last), false) = (self.cells.last_mut(), more.cells.is_empty())
        {
            extend(last, more.cells.remove(0));
        }
        self.cells.append(&mut more.cells);
        self.closed = more.closed;
        self.end = more.end;
    }

    /// Adds the cells of a row without a title to those of this one, cell by cell.
    pub(crate) fn overlay(&mut self, more: RawRow<'a>) {
        let mut more = more.cells.into_iter();
        for (cell, more) in self.cells.iter_mut().zip(more.by_ref()) {
            extend(cell, more);
        }
        self.cells.extend(more);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_empty())
    }
}

fn extend<'a>(cell: &mut Cell<'a>, more: Cell<'a>) {
    if cell.text.is_empty() {
        *cell = more;
    } else if !more.text.is_empty() {
        let text = format!("{} {}", cell.text, more.text);
        *cell = Cell::new(Text::of(Cow::Owned(text)), cell.place());
    }
}

/// What is odd about a delimiter row that has other columns than its header row, of which some may be empty.
fn uneven(delimiters: usize, headings: usize, empty: usize) -> String {
    let cells = |count| match count {
        1 => "1 cell".to_owned(),
        count => format!("{count} cells"),
    };
    let empty = match empty {
        0 => String::new(),
        1 => " (one of them empty)".to_owned(),
        empty => format!(" ({empty} of them empty)"),
    };
    format!(
        "the delimiter row has {}, its header row {}{empty}: a Markdown renderer shows no table here",
        cells(delimiters),
        cells(headings)
    )
}

/// `\|` as `|`.
fn unescaped(text: &str) -> Cow<'_, str> {
    if text.contains("\\|") {
        Cow::Owned(text.replace("\\|", "|"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The whole of a line's text, as a place.
pub(crate) fn whole(line: &Line<'_>) -> Place {
    let start = line.text.len() - line.text.trim_start().len();
    place(line, &(start..line.text.trim_end().len().max(start)))
}

/// The place of a byte range of a line.
pub(crate) fn place(line: &Line<'_>, range: &std::ops::Range<usize>) -> Place {
    ColumnCounter::new(line).place(range)
}

/// Turns byte ranges of one line, in order, into places, looking at each character once.
struct ColumnCounter<'l> {
    text: &'l str,
    /// Whether there are characters of more than one byte.
    wide: bool,
    line: u32,
    at: usize,
    column: u32,
}

impl<'l> ColumnCounter<'l> {
    fn new(line: &'l Line<'_>) -> Self {
        let column = line.skipped.saturating_add(1);
        ColumnCounter {
            text: &line.text,
            wide: line.marks.has(Marks::WIDE),
            line: line.number,
            at: 0,
            column,
        }
    }

    fn place(&mut self, range: &std::ops::Range<usize>) -> Place {
        let column = self.forward(range.start);
        let end = self.forward(range.end);
        Place {
            line: self.line,
            column,
            width: end - column,
        }
    }

    fn forward(&mut self, to: usize) -> u32 {
        let passed = if self.wide {
            self.text[self.at..to].chars().count()
        } else {
            to - self.at
        };
        self.at = to;
        self.column = self
            .column
            .saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
        self.column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_words_with_a_slash_head_the_answers() {
        for (heading, expected) in [
            ("Yes/No", Some(("yes", "no"))),
            ("Yes/no", Some(("yes", "no"))),
            ("Oui / Non", Some(("oui", "non"))),
            ("はい/いいえ", Some(("はい", "いいえ"))),
            ("是／否", Some(("是", "否"))),
            ("ใช่/ไม่ใช่", Some(("ใช่", "ไม่ใช่"))),
            ("Yes", None),
            ("Network isolation / firewalling", None),
            ("1/2", None),
            ("/", None),
            ("a/b/c", None),
        ] {
            let words = two_words(heading);
            assert_eq!(
                words.as_ref().map(|(yes, no)| (&**yes, &**no)),
                expected,
                "{heading}"
            );
        }
    }
}
