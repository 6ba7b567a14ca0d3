//! The reader of CSV: a table as spreadsheets and other tools write it.

mod records;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, sync::Arc};

use crate::{
    Above, Columns, Document, Heading, Instead, MOST_CONTROLS, NoControls, Place, ReadError,
    Remark, Section, Table, Text,
    columns::{ControlHeader, Header, Role},
    header::{ColumnHeading, shown},
    named::Named,
    plain::plain,
    rows::{RawCell, RawRow},
};
use records::{Field, Record, Records, malformed};

/// Reads a control document that is CSV, as RFC 4180 has it: the first row has the headings, each other row is a control.
///
/// The column `section` of the binding says which section a row is in; without one, all are in a section called `Controls`.
/// Texts of cells are taken as Markdown, as those of a table in Markdown are.
///
/// # Errors
///
/// When the text isn't CSV, a row has more or fewer cells than the header row, or lacks its title or its section; when a
/// column isn't there or is there twice; when there's no row, or more than [`MOST_CONTROLS`]; and when a row has a blank answer, and the binding doesn't say
/// what that means. Nothing is read leniently but empty lines and rows.
///
/// ```
/// use controls_document::{Answer, Column, Columns, read_csv};
///
/// let columns = Columns {
///     section: Some(Column::named("Domain")),
///     answer: Some(Column::named("Met")),
///     ..Columns::new(Column::named("Requirement"))
/// };
/// let text = "Domain,Requirement,Met\r\nNetwork,\"Firewall, with rules\",Yes\r\n";
/// let document = read_csv(text, &columns)?;
/// assert_eq!(document.sections[0].title, "Network");
/// assert_eq!(document.sections[0].controls[0].title.text, "Firewall, with rules");
/// assert_eq!(document.sections[0].controls[0].answer(), Some(Answer::Yes));
/// # Ok::<(), controls_document::ReadError>(())
/// ```
pub fn read_csv<'a>(text: &'a str, columns: &Columns) -> Result<Document<'a>, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut records = Records::new(text);
    let named = Named::new(columns);
    let Some(first) = first(&mut records)? else {
        return Err(ReadError::NoControls(Box::new(NoControls {
            columns: named.shown(),
            instead: Some(Instead::Nothing),
            ..NoControls::default()
        })));
    };
    separated_by_commas(&first)?;
    let place = whole(&first);
    let headings: Vec<ColumnHeading> = first.fields.iter().enumerate().map(heading).collect();
    let mut table = Table {
        header: place,
        headings: shown(&headings),
        last: place.line,
        rows: 0,
        is_read: true,
        missing: Vec::new(),
    };
    let header = match named.header_of(&headings, None) {
        Header::Controls(header) => header,
        Header::Other(other) => {
            while let Some(record) = records.next()? {
                table.rows += usize::from(!is_blank(&record));
            }
            table.is_read = false;
            table.missing.clone_from(&other.missing);
            return Err(ReadError::NoControls(Box::new(NoControls {
                columns: named.shown(),
                tables: vec![table],
                ..NoControls::default()
            })));
        }
    };
    if let Some(mistake) = &header.mistake {
        return Err(mistake.clone());
    }
    let mut rows = Rows {
        header: &header,
        width: headings.len(),
        is_sectioned: columns.section.is_some(),
        place,
        sections: Vec::new(),
        by_title: HashMap::new(),
        last: None,
        remarks: header.unread().to_vec(),
    };
    while let Some(record) = records.next()? {
        table.last = record.end.line;
        let place = whole(&record);
        table.rows += usize::from(rows.row(record)?);
        if table.rows > MOST_CONTROLS {
            let what = "this row".to_owned();
            return Err(ReadError::TooMany { what, place });
        }
    }
    if table.rows == 0 {
        return Err(ReadError::NoControls(Box::new(NoControls {
            without_rows: Some(place.line),
            tables: vec![table],
            ..NoControls::default()
        })));
    }
    let heading = |section: &Section<'a>| Heading {
        title: section.title.clone(),
        level: 1,
        place: section.place,
        has_controls: true,
    };
    let mut document = Document {
        headings: rows.sections.iter().map(heading).collect(),
        sections: rows.sections,
        tables: vec![table],
        remarks: rows.remarks,
        ..Document::default()
    };
    document.remark_twins();
    document.remarks.extend(document.twin_labels());
    document.remarks.sort_by_key(|remark| remark.place);
    Ok(document)
}

/// The first record that isn't blank.
fn first<'a>(records: &mut Records<'a>) -> Result<Option<Record<'a>>, ReadError> {
    while let Some(record) = records.next()? {
        if !is_blank(&record) {
            return Ok(Some(record));
        }
    }
    Ok(None)
}

/// Checks that the cells of the header row aren't separated by something else than commas.
fn separated_by_commas(header: &Record<'_>) -> Result<(), ReadError> {
    let [only] = &header.fields[..] else {
        return Ok(());
    };
    let separators = [(';', "semicolons"), ('\t', "tabs"), ('|', "pipes")];
    match separators.iter().find(|(of, _)| only.text.contains(*of)) {
        Some((_, separators)) => Err(malformed(
            format!("the cells are separated by {separators}, and those of CSV are by commas"),
            only.place,
        )),
        None => Ok(()),
    }
}

/// A heading. One without text gets a name, so that the column is known.
fn heading((at, field): (usize, &Field<'_>)) -> ColumnHeading {
    let text = Text::of(plain(&field.text)).to_string();
    ColumnHeading {
        text: if text.is_empty() {
            format!("number {}", at + 1)
        } else {
            text
        },
        place: field.place,
    }
}

/// The rows, as they are read.
struct Rows<'a, 'h> {
    header: &'h ControlHeader,
    /// How many cells a row has.
    width: usize,
    is_sectioned: bool,
    /// Where the header row is.
    place: Place,
    sections: Vec<Section<'a>>,
    /// The sections by their titles.
    by_title: HashMap<Text<'a>, usize>,
    /// The section of the row before.
    last: Option<usize>,
    remarks: Vec<Remark>,
}

impl<'a> Rows<'a, '_> {
    /// Reads a row. Returns whether it's one.
    fn row(&mut self, record: Record<'a>) -> Result<bool, ReadError> {
        let place = whole(&record);
        if is_blank(&record) {
            if record.fields.len() > 1 {
                self.remark(place, "this row is empty, and isn't read".to_owned());
            }
            return Ok(false);
        }
        let malformed = |what: String| malformed(what, place);
        if record.fields.len() != self.width {
            let cells = |count| match count {
                1 => "1 cell".to_owned(),
                count => format!("{count} cells"),
            };
            let (row, header) = (cells(record.fields.len()), cells(self.width));
            return Err(malformed(format!(
                "this row has {row}, and the header row {header}"
            )));
        }
        let cells = record.fields.into_iter();
        let row = RawRow {
            cells: cells
                .map(|field| RawCell::new(field.text, field.place))
                .collect(),
            closed: true,
            end: record.end,
            is_sound: true,
        };
        let section = self.section(&row)?;
        let control = self.header.control(row, &mut self.remarks)?;
        if control.title.text.is_empty() {
            return Err(malformed("this row has no title".to_owned()));
        }
        self.sections[section].controls.push(control);
        Ok(true)
    }

    /// The section of a row.
    fn section(&mut self, row: &RawRow<'a>) -> Result<usize, ReadError> {
        let (title, place) = match self.header.cell(row, Role::Section) {
            Some(cell) => (cell.plain_text(), cell.place()),
            None => (Text::new("Controls"), self.place),
        };
        if self.is_sectioned && title.is_empty() {
            return Err(malformed(
                "this row doesn't say which section it's in".to_owned(),
                Place { width: 1, ..place },
            ));
        }
        let next = self.sections.len();
        let section = *self.by_title.entry(title.clone()).or_insert(next);
        if section == next {
            self.sections.push(Section {
                title,
                groups: Arc::default(),
                place,
                name: None,
                controls: Vec::new(),
                above: Above::default(),
            });
        }
        let is_new = self.sections[section].controls.is_empty();
        if !is_new && self.last.is_some_and(|last| last != section) {
            let title = &self.sections[section].title;
            let message = format!(
                "the section `{title}` has rows before those of other sections too: they are read together"
            );
            self.remark(place, message);
        }
        self.last = Some(section);
        Ok(section)
    }

    fn remark(&mut self, place: Place, message: String) {
        self.remarks.push(Remark { place, message });
    }
}

/// Whether there's nothing in any cell.
fn is_blank(record: &Record<'_>) -> bool {
    record
        .fields
        .iter()
        .all(|field| field.text.trim().is_empty())
}

/// The part of a record in its first line.
fn whole(record: &Record<'_>) -> Place {
    let (first, end) = (record.fields[0].place, record.end);
    Place {
        column: 1,
        width: if first.line == end.line {
            end.column.saturating_sub(1).max(1)
        } else {
            first.width.max(1)
        },
        ..first
    }
}
