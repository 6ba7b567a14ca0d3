//! The reader: from text to a [`Document`], in one pass over the lines.

use std::{borrow::Cow, iter::Peekable, rc::Rc, sync::Arc};

use crate::{
    Document, Heading, NoControls, Place, Remark, Section, Text,
    cells::{Cells, is_delimiter},
    folded,
    front::front_matter,
    headings::{self, BOLD},
    lines::{Line, Lines},
    marks::Marks,
    table::{Columns, Header, RawRow, header, place, whole},
};

/// Reads a control document.
///
/// # Errors
///
/// When no control table is found: then a catalog has nothing to be held against. The error says what there is instead,
/// and which files the document includes, for its tables may stand there.
///
/// ```
/// let document = controls_document::read("# Security\n\n## Network\n\n|Control|Yes/No|\n|--|--|\n|Firewall|No|\n")?;
/// assert_eq!(document.sections[0].title, "Network");
/// assert_eq!(document.sections[0].controls[0].answer(), controls_document::Answer::No);
/// # Ok::<(), controls_document::NoControls>(())
/// ```
pub fn read(text: &str) -> Result<Document<'_>, NoControls> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let front = front_matter(text);
    let mut reader = Reader {
        document: Document {
            title: front.title,
            date: front.date,
            ..Document::default()
        },
        groups: Arc::default(),
        heading: None,
        table: None,
        columns: Vec::new(),
        cells: Cells::default(),
        reason: NoControls::default(),
        after_blank: true,
    };
    reader.document.remarks.extend(front.remarks);
    let mut lines = Lines::new(front.rest, front.lines.saturating_add(1)).peekable();
    while let Some(line) = lines.next() {
        reader.line(&line, &mut lines);
    }
    reader.finish()
}

/// How many header rows are kept: a document of ever new ones shall not take longer for each.
const MOST_HEADERS: usize = 8;

struct Reader<'a> {
    document: Document<'a>,
    /// The groups that are open: indices of headings. Sections of one group share them.
    groups: Arc<[usize]>,
    /// The nearest heading above, and the section that it has become.
    heading: Option<(usize, Option<usize>)>,
    table: Option<Table<'a>>,
    /// The header rows of control tables, at most [`MOST_HEADERS`].
    columns: Vec<(Cow<'a, str>, Rc<Columns>)>,
    /// The line that is looked at, split: here for its memory to be used again.
    cells: Cells,
    reason: NoControls,
    after_blank: bool,
}

/// A control table whose rows are being read.
struct Table<'a> {
    columns: Rc<Columns>,
    section: usize,
    /// The row that may go on.
    row: Option<RawRow<'a>>,
    /// Whether a blank line has come since the last row.
    gap: bool,
    delimiter: Place,
    rows: usize,
}

/// The lines that are left.
type Rest<'l, 'a> = &'l mut Peekable<Lines<'a>>;

impl<'a> Reader<'a> {
    fn line(&mut self, line: &Line<'a>, rest: Rest<'_, 'a>) {
        if let Some(message) = line.remark {
            self.remark(whole(line), message);
        }
        if !self.table_line(line, rest) {
            self.close_table();
            if !line.code {
                self.text_line(line, rest);
            }
        }
        self.after_blank = line.is_blank();
    }

    /// Takes a line as part of the open table, if it's one.
    fn table_line(&mut self, line: &Line<'a>, rest: Rest<'_, 'a>) -> bool {
        let Some(table) = &mut self.table else {
            return false;
        };
        if line.code || headings::heading(line).is_some() {
            return false;
        }
        if line.is_blank() {
            table.gap = true;
            return true;
        }
        let mut cells = std::mem::take(&mut self.cells);
        cells.split(line);
        let taken = self.cells_line(line, &cells, rest);
        self.cells = cells;
        taken
    }

    /// Takes a line that has been split as part of the open table.
    fn cells_line(&mut self, line: &Line<'a>, cells: &Cells, rest: Rest<'_, 'a>) -> bool {
        let Some(table) = &mut self.table else {
            return false;
        };
        let piped = cells.leading || cells.trailing || cells.ranges.len() > 1;
        let heads_a_table = piped
            && rest
                .peek()
                .is_some_and(|next| !next.code && is_delimiter(&next.text));
        // Without a gap, a row above a delimiter row is a row, and the delimiter row an accident.
        if heads_a_table && (table.gap || matches!(header(line), Header::Controls(_))) {
            return false;
        }
        if line.text.chars().all(|c| c == '|' || c.is_whitespace()) {
            self.remark(
                whole(line),
                "a line with nothing but pipes within the table is passed over",
            );
            self.close_row();
            return true;
        }
        if is_delimiter(&line.text) {
            let doubled = !table.gap;
            if doubled {
                self.remark(
                    whole(line),
                    "a second delimiter row within the table is passed over",
                );
            }
            return doubled;
        }
        let gap = table.gap;
        let goes_on = table.goes_on(line, cells, piped);
        match goes_on {
            GoesOn::No => false,
            GoesOn::BrokenRow => {
                if let Some(row) = &mut table.row {
                    row.join(line, cells);
                }
                self.remark(
                    whole(line),
                    "this line goes on with the row above, which is broken in two",
                );
                true
            }
            GoesOn::Row => {
                if gap {
                    self.remark(
                        whole(line),
                        "a blank line stands before this row: the table goes on",
                    );
                }
                self.row(line, RawRow::new(line, cells));
                true
            }
        }
    }

    fn close_row(&mut self) {
        if let Some(row) = self.table.as_mut().and_then(|table| table.row.as_mut()) {
            row.closed = true;
        }
    }

    /// Takes a row. One without a title goes on with the row above.
    fn row(&mut self, line: &Line<'a>, row: RawRow<'a>) {
        let Some(table) = &mut self.table else { return };
        table.gap = false;
        let untitled = row.cells.first().is_none_or(|cell| cell.text.is_empty());
        if row.is_empty() {
            self.remark(whole(line), "an empty row is passed over");
        } else if let (true, Some(above)) = (untitled, &mut table.row) {
            above.overlay(row);
            self.remark(
                whole(line),
                "a row without a title goes on with the row above",
            );
        } else if untitled {
            self.remark(whole(line), "a row without a title is passed over");
        } else {
            self.finish_row();
            if let Some(table) = &mut self.table {
                table.row = Some(row);
            }
        }
    }

    fn finish_row(&mut self) {
        let Some(table) = &mut self.table else { return };
        let Some(row) = table.row.take() else {
            return;
        };
        table.rows += 1;
        let control = table.columns.control(row, &mut self.document.remarks);
        if let Some(section) = self.document.sections.get_mut(table.section) {
            section.controls.push(control);
        }
    }

    fn close_table(&mut self) {
        self.finish_row();
        if let Some(table) = self.table.take_if(|table| table.rows == 0) {
            self.reason.without_rows.get_or_insert(table.delimiter.line);
            self.remark(table.delimiter, "this control table has no rows");
        }
        self.table = None;
    }

    /// Takes a line that doesn't belong to an open table.
    fn text_line(&mut self, line: &Line<'a>, rest: Rest<'_, 'a>) {
        if line.is_blank() {
            return;
        }
        if let Some((level, range)) = headings::heading(line) {
            self.heading(line, level, range);
        } else if line.marks.has(Marks::PIPE)
            && rest
                .peek()
                .is_some_and(|next| !next.code && is_delimiter(&next.text))
        {
            if let Some(delimiter) = rest.next() {
                self.open_table(line, &delimiter);
            }
        } else if let Some(range) = headings::bold(&line.text).filter(|_| self.is_paragraph(rest)) {
            self.heading(line, BOLD, range);
        } else if let Some(level) = rest
            .peek()
            .filter(|_| self.after_blank)
            .and_then(headings::underline)
        {
            rest.next();
            let start = line.text.len() - line.text.trim_start().len();
            self.heading(line, level, start..line.text.trim_end().len());
        } else {
            self.reason.includes.extend(included(&line.text));
        }
    }

    /// Whether the present line is a paragraph of its own.
    fn is_paragraph(&self, rest: Rest<'_, 'a>) -> bool {
        self.after_blank
            && rest
                .peek()
                .is_none_or(|next| next.code || next.is_blank() || next.text.contains('|'))
    }

    fn heading(&mut self, line: &Line<'a>, level: u8, range: std::ops::Range<usize>) {
        let place = place(line, &range);
        let title = headings::title(&line.text, range);
        if title.is_empty() {
            // A definition couldn't say which section it is.
            self.remark(place, "a heading without text is passed over");
            return;
        }
        self.close_group();
        if self.document.title.is_none() {
            self.document.title = Some(title.clone());
        }
        self.heading = Some((self.document.headings.len(), None));
        self.document.headings.push(Heading {
            title,
            level,
            place,
            has_controls: false,
        });
    }

    /// Makes a group of the last heading, if no control table has come under it.
    fn close_group(&mut self) {
        if let Some((heading, None)) = self.heading {
            let level = self.document.headings[heading].level;
            let headings = &self.document.headings;
            let open = self
                .groups
                .iter()
                .copied()
                .filter(|group| headings[*group].level < level);
            self.groups = open.chain([heading]).collect();
        }
    }

    /// What a header row says. Those of one article are mostly alike, and are looked at once.
    fn header(&mut self, line: &Line<'a>) -> Header {
        if let Some((_, columns)) = self.columns.iter().find(|(header, _)| *header == line.text) {
            return Header::Controls(Rc::clone(columns));
        }
        let header = header(line);
        if let Header::Controls(columns) = &header
            && self.columns.len() < MOST_HEADERS
        {
            self.columns.push((line.text.clone(), Rc::clone(columns)));
        }
        header
    }

    fn open_table(&mut self, line: &Line<'a>, delimiter: &Line<'a>) {
        match self.header(line) {
            Header::Other(headings) => {
                self.remark(
                    whole(line),
                    format!("the table headed `{headings}` is left alone: no column is headed by two words with a slash, such as `Yes/No`"),
                );
                self.reason.other_tables += 1;
                self.reason.first_other.get_or_insert(headings);
            }
            Header::Controls(columns) => {
                let section = self.section(line);
                self.document
                    .remarks
                    .extend(columns.remarks(line, delimiter));
                self.table = Some(Table {
                    columns,
                    section,
                    row: None,
                    gap: false,
                    delimiter: whole(delimiter),
                    rows: 0,
                });
            }
        }
    }

    /// The section that a table on this line belongs to: a new one, unless its heading has one.
    fn section(&mut self, line: &Line<'a>) -> usize {
        if let Some((_, Some(section))) = self.heading {
            return section;
        }
        let heading = if let Some((heading, _)) = self.heading {
            heading
        } else {
            let title = self
                .document
                .title
                .clone()
                .filter(|title| !title.is_empty());
            let title = title.unwrap_or(Text::new("Controls"));
            let place = whole(line);
            self.remark(
                place,
                format!("no heading stands above this table: its section is called `{title}`"),
            );
            self.document.headings.push(Heading {
                title,
                level: BOLD,
                place,
                has_controls: true,
            });
            self.document.headings.len() - 1
        };
        let of = &mut self.document.headings[heading];
        of.has_controls = true;
        let (title, level, place) = (of.title.clone(), of.level, of.place);
        // A section stands beside a group of the same level as within it: pages that gather many services have both at
        // one level. A group further in has ended.
        let headings = &self.document.headings;
        let is_open = |group: &usize| headings[*group].level <= level;
        if !self.groups.iter().all(is_open) {
            self.groups = self.groups.iter().copied().filter(is_open).collect();
        }
        let section = self.document.sections.len();
        self.document.sections.push(Section {
            title,
            groups: Arc::clone(&self.groups),
            place,
            controls: Vec::new(),
        });
        self.heading = Some((heading, Some(section)));
        section
    }

    fn remark(&mut self, place: Place, message: impl Into<String>) {
        self.document.remarks.push(Remark {
            place,
            message: message.into(),
        });
    }

    fn finish(mut self) -> Result<Document<'a>, NoControls> {
        self.close_table();
        // A section whose tables have no rows is none.
        self.document
            .sections
            .retain(|section| !section.controls.is_empty());
        if self.document.sections.is_empty() {
            return Err(self.reason);
        }
        self.document.remark_twins();
        if !self
            .document
            .remarks
            .is_sorted_by_key(|remark| remark.place)
        {
            self.document.remarks.sort_by_key(|remark| remark.place);
        }
        Ok(self.document)
    }
}

/// How a line that is neither blank nor odd goes on with a table.
enum GoesOn {
    Row,
    BrokenRow,
    No,
}

impl Table<'_> {
    fn goes_on(&self, line: &Line<'_>, cells: &Cells, piped: bool) -> GoesOn {
        let open = self.row.as_ref().filter(|row| !row.closed && !self.gap);
        let first = cells
            .ranges
            .first()
            .map_or("", |range| &line.text[range.clone()]);
        if cells.leading {
            // The row above has ended before its answer, and this line begins with one.
            let lacks_answer = |row: &RawRow<'_>| row.cells.len() < self.columns.until_answer();
            return match open {
                Some(row) if lacks_answer(row) && self.columns.is_plain_answer(first) => {
                    GoesOn::BrokenRow
                }
                _ => GoesOn::Row,
            };
        }
        if self.columns.leading {
            match open {
                Some(_) if !starts_a_block(&line.text) => GoesOn::BrokenRow,
                _ if piped && !self.gap && !starts_a_block(&line.text) => GoesOn::Row,
                _ => GoesOn::No,
            }
        } else if piped && (!self.gap || (self.rows == 0 && self.row.is_none())) {
            GoesOn::Row
        } else {
            GoesOn::No
        }
    }
}

/// Whether a line begins something that isn't the rest of a cell.
fn starts_a_block(text: &str) -> bool {
    let text = text.trim_start();
    [
        "- ", "* ", "+ ", "[!", "<a name", ":::", "#", "---", "***", "___",
    ]
    .iter()
    .any(|mark| text.starts_with(mark))
}

/// The file that a line such as `[!INCLUDE [title](../x.md)]` includes.
fn included(text: &str) -> Option<String> {
    let text = text.trim_start();
    let rest = text
        .get(..9)
        .filter(|start| start.eq_ignore_ascii_case("[!INCLUDE"))
        .map(|_| &text[9..])?;
    let (_, target) = rest.split_once("](")?;
    let (file, _) = target.split_once(')')?;
    Some(folded(file).into_owned()).filter(|file| !file.is_empty())
}
