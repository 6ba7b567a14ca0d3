//! CSV as RFC 4180 has it, record by record, with the place of each cell.
//!
//! What spreadsheets and the crate `csv` read somehow is refused here, because it may be a row that somebody has damaged:
//! quotes in the middle of a cell, text after a closing quote, and quotes that are never closed.

use std::borrow::Cow;

use crate::{Place, ReadError, place::width};

/// Something that isn't CSV.
pub(super) fn malformed(what: String, place: Place) -> ReadError {
    ReadError::Malformed {
        what,
        help: "correct this line, or write the table anew as CSV: cells with quotes, commas or line ends in quotes, and quotes in them doubled",
        place,
    }
}

/// One cell.
#[derive(Debug)]
pub(super) struct Field<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) place: Place,
}

/// One record: a row, of which a quoted cell may go over lines.
#[derive(Debug)]
pub(super) struct Record<'a> {
    pub(super) fields: Vec<Field<'a>>,
    /// The place after its last character.
    pub(super) end: Place,
}

/// The records of a text.
pub(super) struct Records<'a> {
    text: &'a str,
    /// The byte where the next record begins.
    at: usize,
    line: u32,
    column: u32,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Records {
            text,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// The next record.
    pub(super) fn next(&mut self) -> Result<Option<Record<'a>>, ReadError> {
        if self.at == self.text.len() {
            return Ok(None);
        }
        let mut fields = Vec::new();
        loop {
            fields.push(self.field()?);
            let end = self.place(0);
            match self.text.as_bytes().get(self.at) {
                Some(b',') => self.skip(1),
                None => return Ok(Some(Record { fields, end })),
                Some(_) => {
                    // A line feed, or one with a carriage return before it.
                    let length = if self.text[self.at..].starts_with('\r') {
                        2
                    } else {
                        1
                    };
                    self.skip(length);
                    return Ok(Some(Record { fields, end }));
                }
            }
        }
    }

    /// The cell that begins here. What follows it is a comma, the end of a line, or nothing.
    fn field(&mut self) -> Result<Field<'a>, ReadError> {
        if self.text[self.at..].starts_with('"') {
            return self.quoted();
        }
        let rest = &self.text[self.at..];
        let text = &rest[..rest.find([',', '\n', '\r', '"']).unwrap_or(rest.len())];
        let trimmed = text.trim_start();
        let mut place = self.place(width(trimmed.trim_end()));
        let blank = width(text) - width(trimmed);
        place.column = place.column.saturating_add(blank);
        self.skip(text.len());
        if self.text[self.at..].starts_with('"') {
            let what = "a quote is in a cell that doesn't begin with one";
            return Err(self.malformed(what));
        }
        self.ends()?;
        let text = Cow::Borrowed(text);
        Ok(Field { text, place })
    }

    fn quoted(&mut self) -> Result<Field<'a>, ReadError> {
        let open = self.place(1);
        self.skip(1);
        let mut place = self.place(0);
        let mut text = Cow::Borrowed("");
        loop {
            let rest = &self.text[self.at..];
            let Some(length) = rest.find('"') else {
                return Err(malformed("this quote is never closed".to_owned(), open));
            };
            let part = &rest[..length];
            if text.is_empty() {
                text = Cow::Borrowed(part);
            } else {
                text.to_mut().push_str(part);
            }
            self.skip(length);
            if self.line == place.line {
                place.width = self.column.saturating_sub(place.column);
            } else if place.width == 0 {
                place.width = width(part.lines().next().unwrap_or_default());
            }
            let is_doubled = self.text[self.at..].starts_with("\"\"");
            self.skip(if is_doubled { 2 } else { 1 });
            if !is_doubled {
                break;
            }
            text.to_mut().push('"');
        }
        if !matches!(
            self.text.as_bytes().get(self.at),
            None | Some(b',' | b'\n' | b'\r')
        ) {
            let what = "a cell goes on after the quote that closes it";
            return Err(self.malformed(what));
        }
        self.ends()?;
        Ok(Field { text, place })
    }

    /// Checks that a line doesn't end here with a carriage return alone.
    fn ends(&self) -> Result<(), ReadError> {
        let rest = &self.text[self.at..];
        if rest.starts_with('\r') && !rest.starts_with("\r\n") {
            return Err(
                self.malformed("a line ends with a carriage return that no line feed follows")
            );
        }
        Ok(())
    }

    fn malformed(&self, what: &str) -> ReadError {
        malformed(what.to_owned(), self.place(1))
    }

    fn place(&self, width: u32) -> Place {
        Place {
            line: self.line,
            column: self.column,
            width,
        }
    }

    fn skip(&mut self, length: usize) {
        let skipped = &self.text[self.at..self.at + length];
        self.at += length;
        match skipped.rfind('\n') {
            None => self.column = self.column.saturating_add(width(skipped)),
            Some(last) => {
                let lines = skipped.matches('\n').count();
                let lines = u32::try_from(lines).unwrap_or(u32::MAX);
                self.line = self.line.saturating_add(lines);
                self.column = width(&skipped[last + 1..]).saturating_add(1);
            }
        }
    }
}
