//! Lines as headings and tables: which line is the header row of a table, which is a row of it, and which is neither.

use std::{borrow::Cow, rc::Rc};

use crate::{
    Place, Remark,
    cells::{Cells, is_piped},
    columns::{ControlHeader, Header},
    delimiter::{is_damaged_delimiter, is_delimiter},
    header::{Other, headings, shown},
    headings::{self as heading_lines, FoundHeading},
    lines::{Line, whole},
    marks::Marks,
    named::Named,
    open_table::{LineKind, OpenTable},
    slash, unread,
    words::Pair,
};

/// What is found in a document, in order.
#[derive(Debug)]
pub(crate) enum Block<'a> {
    Heading(FoundHeading<'a>),
    Table(Box<OpenTable<'a>>),
}

/// What is found in some lines.
#[derive(Debug, Default)]
pub(crate) struct Blocks<'a> {
    pub(crate) all: Vec<Block<'a>>,
    pub(crate) remarks: Vec<Remark>,
    /// The files that the document includes.
    pub(crate) includes: Vec<String>,
}

/// How many header rows are kept: a document of ever new ones shall not take longer for each.
const MOST_HEADERS: usize = 8;

/// By what a header row is known to be that of a control table.
#[derive(Debug)]
pub(crate) enum Rule {
    Slash,
    Named(Named),
    /// No table has controls, for this reason.
    None(&'static str),
}

/// Finds the headings and tables.
pub(crate) fn blocks<'a>(lines: &[Line<'a>], rule: &Rule) -> Blocks<'a> {
    let mut finder = Finder {
        lines,
        rule,
        out: Blocks::default(),
        table: None,
        before: Before::Nothing,
        headers: Vec::new(),
        cells: Cells::default(),
    };
    let mut at = 0;
    while at < lines.len() {
        at += finder.take(at).max(1);
    }
    finder.close_table();
    finder.out
}

/// What the line above is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// There is none, or it's blank, or a heading.
    Nothing,
    Row,
    Text,
}

/// A header row that was found.
struct Head {
    header: Header,
    /// Where the rows begin: how many lines the header row and its delimiter row take.
    lines: usize,
    delimiter: Option<usize>,
    remark: Option<(usize, &'static str)>,
}

struct Finder<'l, 'a> {
    lines: &'l [Line<'a>],
    rule: &'l Rule,
    out: Blocks<'a>,
    table: Option<OpenTable<'a>>,
    before: Before,
    /// The header rows of control tables, at most [`MOST_HEADERS`].
    headers: Vec<(Cow<'a, str>, Rc<ControlHeader>)>,
    /// The line that is looked at, split: here for its memory to be used again.
    cells: Cells,
}

impl<'a> Finder<'_, 'a> {
    /// Takes what begins in a line. Returns how many lines it has.
    fn take(&mut self, at: usize) -> usize {
        let line = &self.lines[at];
        if line.code {
            self.interrupt(at);
            self.before = Before::Nothing;
            1
        } else if line.is_blank() {
            if let Some(table) = &mut self.table {
                table.gap = true;
            }
            self.before = Before::Nothing;
            1
        } else if let Some(found) = heading_lines::marked(&self.lines[at..]) {
            self.heading(found)
        } else if let Some(head) = self.head(at) {
            self.open_table(at, &head);
            head.lines
        } else if self.row(at) {
            self.before = Before::Row;
            1
        } else if starts_with_pipe(line) {
            self.orphans(at)
        } else {
            self.paragraph(at)
        }
    }

    fn remark(&mut self, place: Place, message: impl Into<String>) {
        self.out.remarks.push(Remark {
            place,
            message: message.into(),
        });
    }

    fn heading(&mut self, found: FoundHeading<'a>) -> usize {
        let lines = found.lines;
        self.before = Before::Nothing;
        if let Some(remark) = found.remark {
            self.remark(found.place, remark);
        }
        self.close_table();
        self.out.all.push(Block::Heading(found));
        lines
    }

    /// Whatever is in the line isn't part of the open table.
    fn interrupt(&mut self, at: usize) {
        if let Some(table) = &mut self.table {
            table.interrupt(&self.lines[at]);
        }
    }

    fn close_table(&mut self) {
        if let Some(mut table) = self.table.take() {
            table.close();
            self.out.all.push(Block::Table(Box::new(table)));
        }
    }

    /// The header row that a line is, if it's one.
    fn head(&mut self, at: usize) -> Option<Head> {
        let line = &self.lines[at];
        if !line.marks.has(Marks::PIPE) || is_delimiter(&line.text) || !is_piped(line) {
            return None;
        }
        let next = self.lines.get(at + 1).filter(|next| !next.code);
        let below = next.is_some_and(|next| is_delimiter(&next.text));
        let is_row = self.table.as_ref().is_some_and(OpenTable::goes_on_directly);
        let may_head = match self.rule {
            Rule::Slash => slash::may_head(line),
            // Within a table, such a row heads rows of it.
            Rule::Named(_) => !is_row,
            Rule::None(_) => false,
        };
        if !below && !may_head {
            return None;
        }
        let header = self.header(line);
        match &header {
            // A row above a delimiter row is a row, and the delimiter row an accident, unless it can only be a header.
            Header::Other(_) if !below || is_row => None,
            _ if below => Some(Head {
                header,
                lines: 2,
                delimiter: Some(at + 1),
                remark: None,
            }),
            Header::Controls(columns) => {
                let may_repeat = match self.table.as_ref().map(|table| table.columns.as_deref()) {
                    Some(Some(open)) => columns.is_like(open),
                    Some(None) => columns.pair().is_none_or(Pair::is_known) && !is_row,
                    None => true,
                };
                let (lines, delimiter, remark) =
                    self.without_delimiter(at).filter(|_| may_repeat)?;
                Some(Head {
                    header,
                    lines,
                    delimiter,
                    remark: Some((delimiter.unwrap_or(at), remark)),
                })
            }
            Header::Other(_) => None,
        }
    }

    /// What is below the header row of a control table that has no delimiter row right below it: how many lines up to
    /// its rows, its delimiter row, and what is odd.
    fn without_delimiter(&self, at: usize) -> Option<(usize, Option<usize>, &'static str)> {
        let is_text = |at: &usize| !self.lines[*at].code;
        let next = Some(at + 1)
            .filter(|next| *next < self.lines.len())
            .filter(is_text)?;
        if is_damaged_delimiter(&self.lines[next].text) {
            return Some((
                2,
                Some(next),
                "this delimiter row is damaged: a Markdown renderer shows no table here",
            ));
        }
        let is_blank = |line: &&Line<'_>| line.is_blank();
        let blank = self.lines[next..].iter().take_while(is_blank).count();
        let after = Some(next + blank)
            .filter(|after| *after < self.lines.len())
            .filter(is_text)?;
        let line = &self.lines[after];
        if blank > 0 && (is_delimiter(&line.text) || is_damaged_delimiter(&line.text)) {
            let remark = "a blank line is between the header row and this delimiter row: a Markdown renderer shows no table here";
            return Some((after + 1 - at, Some(after), remark));
        }
        let has_row = if blank == 0 {
            is_piped(line)
        } else {
            starts_with_pipe(line)
        };
        let remark =
            "no delimiter row is below this header row: a Markdown renderer shows no table here";
        has_row.then_some((1, None, remark))
    }

    /// What a header row says. Those of one article are mostly alike, and are looked at once.
    fn header(&mut self, line: &Line<'a>) -> Header {
        if let Some((_, columns)) = self.headers.iter().find(|(header, _)| *header == line.text) {
            return Header::Controls(Rc::clone(columns));
        }
        let header = match self.rule {
            Rule::Slash => slash::header(line),
            Rule::Named(named) => named.header(line),
            Rule::None(why) => Header::Other(Rc::new(Other {
                shown: shown(&headings(line)),
                why: (*why).to_owned(),
                missing: Vec::new(),
            })),
        };
        if let Header::Controls(columns) = &header
            && self.headers.len() < MOST_HEADERS
        {
            self.headers.push((line.text.clone(), Rc::clone(columns)));
        }
        header
    }

    fn open_table(&mut self, at: usize, head: &Head) {
        self.close_table();
        self.before = Before::Row;
        let line = &self.lines[at];
        let mut table = OpenTable::new(line, &head.header);
        if let Header::Controls(columns) = &head.header {
            let delimiter = head.delimiter.map(|at| &self.lines[at]);
            let sound = delimiter.filter(|_| head.remark.is_none());
            table.remarks = columns.remarks(line, sound);
            table.rendered = sound.and_then(|delimiter| columns.rendered(delimiter));
            table.delimiter = whole(delimiter.unwrap_or(line));
            if let Some((at, remark)) = head.remark {
                table.remark(whole(&self.lines[at]), remark);
            }
        }
        table.last = line.number + u32::try_from(head.lines - 1).unwrap_or(0);
        self.table = Some(table);
    }

    /// Takes a line as part of the open table, if it's one.
    fn row(&mut self, at: usize) -> bool {
        let Some(table) = &mut self.table else {
            return false;
        };
        let line = &self.lines[at];
        self.cells.split(line);
        match table.piece(line, &self.cells) {
            LineKind::None => return false,
            LineKind::Odd(remark) => table.remark(whole(line), remark),
            LineKind::Rest => table.join(line, &self.cells),
            LineKind::Row => table.row(line, &self.cells),
        }
        table.last = line.number;
        true
    }

    /// Takes lines that look like rows, and aren't part of any table.
    fn orphans(&mut self, at: usize) -> usize {
        let mut count = 1;
        while at + count < self.lines.len() {
            let line = &self.lines[at + count];
            if line.code || !starts_with_pipe(line) || self.head(at + count).is_some() {
                break;
            }
            count += 1;
        }
        let what = if count == 1 {
            "this line looks like the row of a table, but no header row is above it: it isn't read"
                .to_owned()
        } else {
            format!(
                "{count} lines from here on look like rows of a table, but no header row is above them: they aren't read"
            )
        };
        self.remark(whole(&self.lines[at]), what);
        self.before = Before::Text;
        self.out.all.push(Block::Table(Box::new(OpenTable::headless(
            &self.lines[at..at + count],
        ))));
        count
    }

    /// Takes a paragraph, and what is no paragraph either: lines of text without a blank one between them.
    fn paragraph(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        // A line that would underline a heading, and doesn't, is no part of one.
        let mut is_torn = false;
        while let Some(line) = self
            .lines
            .get(end)
            .filter(|line| !line.code && !line.is_blank())
        {
            if !is_torn
                && let Some(level) = self.underline(at, end)
                && let Some(found) = heading_lines::underlined(&self.lines[at..end], level)
            {
                return self.heading(found);
            }
            is_torn |= heading_lines::underline(line).is_some();
            let may_be_row = match &self.table {
                Some(table) if !table.leading => is_piped(line),
                _ => starts_with_pipe(line),
            };
            if may_be_row
                || heading_lines::marked(&self.lines[end..]).is_some()
                || self.head(end).is_some()
            {
                break;
            }
            end += 1;
        }
        if end == at + 1
            && self.is_alone(at)
            && let Some(found) = heading_lines::emphasised(&self.lines[at])
        {
            return self.heading(found);
        }
        self.interrupt(at);
        self.before = Before::Text;
        for line in &self.lines[at..end] {
            self.out.includes.extend(unread::included(&line.text));
            self.out.remarks.extend(unread::remark(line));
        }
        end - at
    }

    /// The level of the heading that the paragraph between two lines is by the second one.
    fn underline(&mut self, at: usize, end: usize) -> Option<u8> {
        let (first, line) = (&self.lines[at], &self.lines[end]);
        let level = heading_lines::underline(line)?;
        let is_in_same = !first.item && first.quoted == line.quoted;
        (is_in_same && self.may_be_heading(end + 1)).then_some(level)
    }

    /// Whether a line of its own may be a heading: there is nothing but a row of a table around it.
    fn is_alone(&mut self, at: usize) -> bool {
        let next = self.lines.get(at + 1);
        let ends =
            next.is_none_or(|next| next.code || next.is_blank() || next.marks.has(Marks::PIPE));
        ends && !self.lines[at].item && self.may_be_heading(at + 1)
    }

    /// Whether a heading may be above the line `next`. Right below a row it's one only if it heads a table, or the rows
    /// after it would be lost for an accident.
    fn may_be_heading(&mut self, next: usize) -> bool {
        match self.before {
            Before::Nothing => true,
            Before::Text => false,
            Before::Row => {
                let blank = self.lines[next.min(self.lines.len())..].iter();
                let next = next + blank.take_while(|line| line.is_blank()).count();
                next >= self.lines.len() || (!self.lines[next].code && self.head(next).is_some())
            }
        }
    }
}

fn starts_with_pipe(line: &Line<'_>) -> bool {
    line.text.trim_start().starts_with('|')
}
