//! A document as lines, the first stage of its reading: what is no text is known, comments are taken out, and so are the
//! marks of the quotations and list items that a line is in.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::{
    Place, Remark,
    block::{Ahead, Block},
    comments::{Comments, Cut},
    containers::{Containers, Cursor},
    delimiter::is_delimiter,
    marks::Marks,
    verbatim::Verbatim,
};

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    /// From 1.
    pub(crate) number: u32,
    /// How many characters of the line are before [`text`](Self::text).
    pub(crate) skipped: u32,
    /// The text, without its end of line and without comments: where there are some, it's a copy.
    pub(crate) text: Cow<'a, str>,
    /// The comments that were taken out.
    pub(crate) cuts: Box<[Cut]>,
    /// What kinds of characters it has.
    pub(crate) marks: Marks,
    /// Whether it's code or the like, or the fence around it.
    pub(crate) code: bool,
    /// Whether a list item begins in it.
    pub(crate) item: bool,
    /// How many quotations it's in.
    pub(crate) quoted: usize,
}

impl Line<'_> {
    /// A line of text, the first one.
    #[cfg(test)]
    pub(crate) fn plain(text: &str) -> Line<'_> {
        Line {
            number: 1,
            skipped: 0,
            text: Cow::Borrowed(text),
            cuts: Box::default(),
            marks: Marks::of(text.as_bytes()),
            code: false,
            item: false,
            quoted: 0,
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        !self.code && is_blank(&self.text)
    }
}

/// Whether a text is white space, if anything.
fn is_blank(text: &str) -> bool {
    // Most are found out by their first byte.
    !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && text.trim().is_empty()
}

/// A text as lines.
pub(crate) struct Lines<'a> {
    pub(crate) all: Vec<Line<'a>>,
    /// What is odd about them.
    pub(crate) remarks: Vec<Remark>,
    /// What a block is called that never ends, and where it begins.
    pub(crate) endless: Option<(&'static str, Place)>,
}

/// The lines of a text, the first of which is line `first`.
pub(crate) fn lines(text: &str, first: u32) -> Lines<'_> {
    let mut splitter = Splitter {
        comments: Comments::new(text),
        containers: Containers::default(),
        block: None,
        unclosed: None,
        ahead: Ahead::new(text),
        after_blank: true,
        in_paragraph: false,
        remarks: Vec::new(),
    };
    let mut lines = Vec::with_capacity(text.len() / 64);
    let (mut offset, mut number) = (0, first);
    while offset < text.len() {
        let (marks, length) = Marks::of_line(&text.as_bytes()[offset..]);
        let raw = &text[offset..offset + length];
        let raw = raw.strip_suffix('\r').unwrap_or(raw);
        let line = splitter.line(raw, offset, number, marks);
        if raw.contains('\r') && !line.code {
            splitter.remarks.push(Remark {
                place: whole(&line),
                message:
                    "this line has a carriage return in it, which a renderer takes for its end"
                        .to_owned(),
            });
        }
        lines.push(line);
        offset += length + 1;
        number = number.saturating_add(1);
    }
    let endless = splitter.block.map(|block| (block.what.name(), block.place));
    splitter.remarks.extend(endless.map(|(what, place)| Remark {
        place,
        message: format!("{what} never ends, so all that follows is part of it"),
    }));
    Lines {
        all: lines,
        remarks: splitter.remarks,
        endless,
    }
}

struct Splitter<'a> {
    comments: Comments<'a>,
    containers: Containers,
    block: Option<Block>,
    /// The block that ended last, if it was with the list item that it's in.
    unclosed: Option<Block>,
    ahead: Ahead<'a>,
    after_blank: bool,
    in_paragraph: bool,
    remarks: Vec<Remark>,
}

impl<'a> Splitter<'a> {
    fn line(&mut self, raw: &'a str, offset: usize, number: u32, marks: Marks) -> Line<'a> {
        let mut line = Line {
            number,
            skipped: 0,
            text: Cow::Borrowed(raw),
            cuts: Box::default(),
            marks,
            code: false,
            item: false,
            quoted: 0,
        };
        if self.comments.is_open() {
            self.text(&mut line, raw, offset);
            return line;
        }
        let mut cursor = Cursor::new(raw);
        let kept = self.containers.enter(&mut cursor, self.in_paragraph);
        if let Some(block) = self.block.take_if(|block| kept < block.depth) {
            self.end_with_container(block);
        }
        if let Some(block) = &self.block {
            // A fence that is indented further is code.
            let indent = raw.len() - cursor.rest().len() + cursor.indent();
            let may_close = cursor.indent() < 4 || indent <= block.indent;
            if may_close && block.what.is_closed_by(cursor.rest()) {
                self.block = None;
            }
            line.code = true;
            (self.after_blank, self.in_paragraph) = (false, false);
            return line;
        }
        let depth = self.containers.depth();
        let start = self.containers.begin(&mut cursor);
        line.item = self.containers.in_item() && self.containers.depth() > depth;
        line.quoted = self.containers.quotations();
        line.skipped = u32::try_from(start).unwrap_or(u32::MAX);
        let text = &raw[start..];
        line.text = Cow::Borrowed(text);
        if self.is_code(&cursor, &line, offset + raw.len()) {
            line.code = true;
            self.in_paragraph = false;
            // What follows indented code may be more of it.
            self.after_blank = self.block.is_none();
            return line;
        }
        self.text(&mut line, text, offset + start);
        line
    }

    /// Takes the line as text.
    fn text(&mut self, line: &mut Line<'a>, text: &'a str, offset: usize) {
        let out = self.comments.taken_out(text, offset);
        if let Some(why) = out.no_comment {
            self.remarks.push(Remark {
                place: whole(line),
                message: why.to_owned(),
            });
        }
        (line.text, line.cuts) = (out.text, out.cuts);
        if !line.cuts.is_empty() {
            line.marks = Marks::of(line.text.as_bytes());
        }
        self.after_blank = is_blank(&line.text);
        self.in_paragraph = !self.after_blank;
    }

    /// Whether a line is code, or opens a block of what is no Markdown.
    fn is_code(&mut self, cursor: &Cursor<'_>, line: &Line<'_>, end: usize) -> bool {
        let marks = Marks::CODE.and(Marks::TILDE).and(Marks::ANGLE);
        let may_open = line.marks.has(marks);
        let may_be_indented = matches!(cursor.rest().as_bytes().first(), Some(b' ' | b'\t'));
        if !may_open && !may_be_indented {
            return false;
        }
        let indent = cursor.indent();
        // In a list, indentation is just how its items go on.
        if indent >= 4 && !self.containers.in_item() {
            let is_code = self.after_blank && !is_blank(cursor.rest());
            if is_code && line.marks.has(Marks::PIPE) && is_delimiter(cursor.rest()) {
                self.remarks.push(Remark {
                    place: whole(line),
                    message:
                        "a table that is indented by four spaces or more is code, and isn't read"
                            .to_owned(),
                });
            }
            return is_code;
        }
        if !may_open {
            return false;
        }
        if self.closes_late(cursor, line, end) {
            return true;
        }
        let Some((what, is_closed)) = Verbatim::opened_by(cursor.rest()) else {
            return false;
        };
        if !is_closed {
            self.unclosed = None;
            self.block = Some(Block {
                what,
                depth: self.containers.depth(),
                quotations: self.containers.quotations(),
                indent: usize::try_from(line.skipped).unwrap_or(0) + indent,
                place: whole(line),
            });
        }
        true
    }

    /// Ends a block with what it's in.
    fn end_with_container(&mut self, block: Block) {
        self.remarks.push(Remark {
            place: block.place,
            message: format!(
                "{} isn't closed: it ends with the quotation or list item that it's in",
                block.what.name()
            ),
        });
        let is_in_quotation = block.quotations == self.containers.quotations();
        self.unclosed = is_in_quotation.then_some(block);
    }

    /// Whether a line, which ends at the byte `end`, is the fence that would have closed the block which ended with its
    /// list item: there are authors who don't indent the code itself. It opens nothing then, or all that follows would be
    /// code. Where code follows that is indented as the line is, and its fence, the line opens a block of its own. So it does
    /// where the fences that follow go together only then.
    fn closes_late(&mut self, cursor: &Cursor<'_>, line: &Line<'_>, end: usize) -> bool {
        let indent = usize::try_from(line.skipped).unwrap_or(0) + cursor.indent();
        let closes = |block: &mut Block| {
            block.indent == indent && indent > 0 && block.what.is_closed_by(cursor.rest())
        };
        let block = self.unclosed.take_if(closes);
        let ahead = &mut self.ahead;
        block.is_some_and(|block| !ahead.is_closed(&block, end) && !ahead.ends_in_code(&block, end))
    }
}

/// The whole of a line's text, as a place.
pub(crate) fn whole(line: &Line<'_>) -> Place {
    let start = line.text.len() - line.text.trim_start().len();
    place(line, &(start..line.text.trim_end().len().max(start)))
}

/// The place of a byte range of a line.
pub(crate) fn place(line: &Line<'_>, range: &std::ops::Range<usize>) -> Place {
    Ruler::new(line).place(range)
}

/// Turns byte ranges of one line, in order, into places, looking at each character once.
pub(crate) struct Ruler<'l> {
    text: &'l str,
    cuts: std::slice::Iter<'l, Cut>,
    /// Whether there are characters of more than one byte.
    wide: bool,
    line: u32,
    at: usize,
    column: u32,
}

impl<'l> Ruler<'l> {
    pub(crate) fn new(line: &'l Line<'_>) -> Self {
        Ruler {
            text: &line.text,
            cuts: line.cuts.iter(),
            wide: line.marks.has(Marks::WIDE),
            line: line.number,
            at: 0,
            column: line.skipped.saturating_add(1),
        }
    }

    pub(crate) fn place(&mut self, range: &std::ops::Range<usize>) -> Place {
        // What was taken out before the range is before it, what was taken out after it is after it.
        self.cut(range.start + 1);
        let column = self.forward(range.start);
        self.cut(range.end);
        let end = self.forward(range.end);
        Place {
            line: self.line,
            column,
            width: end - column,
        }
    }

    /// Passes what was taken out before the byte `to`.
    fn cut(&mut self, to: usize) {
        while let Some(cut) = self.cuts.as_slice().first().filter(|cut| cut.at < to) {
            self.column = self.column.saturating_add(cut.characters);
            self.cuts.next();
        }
    }

    fn forward(&mut self, to: usize) -> u32 {
        let passed = if self.wide {
            self.text[self.at..to].chars().count()
        } else {
            to - self.at
        };
        self.at = to;
        let passed = u32::try_from(passed).unwrap_or(u32::MAX);
        self.column = self.column.saturating_add(passed);
        self.column
    }
}
