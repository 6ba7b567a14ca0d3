//! The reader: from text to a [`Document`], stage by stage: lines, headings and tables, sections.

use std::{collections::HashSet, rc::Rc};

use crate::{
    Binding, Document, Headings, Instead, NoControls, NoHeadings, ReadError, Remark, Table,
    UnreadHeading,
    front::front_matter,
    header::Other,
    heading_controls::{HeadingControls, Piece, heading_controls},
    headings::FoundHeading,
    lines::{Lines, lines},
    named::Named,
    open_table::{Item, OpenTable},
    sections::Sections,
    tables::{Block, Rule, blocks},
    words::Pair,
};

/// Reads a control document.
///
/// # Errors
///
/// When no control table is found: then a catalog has nothing to be held against. The error says what there is instead,
/// and which files the document includes, because its tables may be there. When a table can be read in two ways.
///
/// ```
/// let document = controls_document::read("# Security\n\n## Network\n\n|Control|Yes/No|\n|--|--|\n|Firewall|No|\n")?;
/// assert_eq!(document.sections[0].title, "Network");
/// assert_eq!(document.sections[0].controls[0].answer(), Some(controls_document::Answer::No));
/// # Ok::<(), controls_document::ReadError>(())
/// ```
pub fn read(text: &str) -> Result<Document<'_>, ReadError> {
    read_bound(text, &Binding::Slash)
}

/// Reads a control document in the way that a binding says.
///
/// # Errors
///
/// As [`read`]; and when a row has a blank answer, and the binding doesn't say what that means.
///
/// ```
/// use controls_document::{Answer, Binding, Column, Columns, read_bound};
///
/// let binding = Binding::Columns(Columns {
///     label: Some(Column::named("ID")),
///     answer: Some(Column::named("Status")),
///     ..Columns::new(Column::named("Recommendation"))
/// });
/// let text = "## Network\n\n|ID|Recommendation|Status|\n|--|--|--|\n|**1.1**|Use a firewall|Pass|\n";
/// let document = read_bound(text, &binding)?;
/// let control = &document.sections[0].controls[0];
/// assert_eq!(control.label.as_ref().unwrap().text, "1.1");
/// assert_eq!(control.answer(), Some(Answer::Yes));
/// # Ok::<(), controls_document::ReadError>(())
/// ```
pub fn read_bound<'a>(text: &'a str, binding: &Binding) -> Result<Document<'a>, ReadError> {
    if matches!(binding, Binding::Columns(columns) if columns.section.is_some()) {
        return Err(ReadError::SectionColumn);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let front = front_matter(text);
    let mut reading = Reading {
        sections: Sections::new(front.title, *binding != Binding::Slash),
        remarks: front.remarks,
        ..Reading::default()
    };
    let Lines {
        all: lines,
        remarks,
        endless,
    } = lines(front.rest, front.lines.saturating_add(1));
    reading.remarks.extend(remarks);
    reading.reason.endless = endless;
    let rule = match binding {
        Binding::Slash => Rule::Slash,
        Binding::Columns(columns) => Rule::Named(Named::new(columns)),
        Binding::Headings(_) => Rule::None("the controls are headings"),
    };
    let mut found = blocks(&lines, &rule);
    reading.remarks.append(&mut found.remarks);
    reading.reason.includes = found.includes;
    if let Rule::Named(named) = &rule {
        reading.reason.columns = named.shown();
    }
    if let Binding::Headings(headings) = binding {
        let raw: Vec<&str> = front.rest.split('\n').collect();
        let found_headings = taken_out(&mut found.all);
        let controls = heading_controls(&lines, &raw, found_headings, headings)?;
        reading.headings(headings, controls, &mut found.all);
    }
    leave_alone(&mut found.all, &mut reading.remarks)?;
    reading.blocks(found.all);
    let title = reading.sections.title.clone();
    match reading.document(front.date) {
        Err(ReadError::NoControls(reason)) => {
            let instead = || Instead::of(&lines, title.as_deref());
            Err(ReadError::NoControls(Box::new(reason.or(instead))))
        }
        result => result,
    }
}

/// A document, stage by stage.
#[derive(Default)]
struct Reading<'a> {
    sections: Sections<'a>,
    tables: Vec<Table>,
    unread: Vec<UnreadHeading>,
    remarks: Vec<Remark>,
    reason: NoControls,
}

impl<'a> Reading<'a> {
    /// Takes the controls that are headings. Leaves the tables that nothing was read from.
    fn headings(
        &mut self,
        binding: &Headings,
        controls: HeadingControls<'a>,
        blocks: &mut Vec<Block<'a>>,
    ) {
        self.remarks.extend(controls.remarks);
        self.unread = controls.unread;
        blocks.retain(|block| {
            let Block::Table(table) = block else {
                return true;
            };
            let lines = table.header.line..=table.last;
            // A line in place of a row may have been read too.
            let read = lines.filter(|line| controls.read.contains(line)).count();
            let is_read = table.rows > 0 && read > 0;
            if is_read {
                self.tables.push(self::table(table, true));
            }
            if is_read && table.rows > read {
                let read = match read {
                    1 => "one of them is read".to_owned(),
                    read => format!("{read} of them are read"),
                };
                self.remarks.push(Remark {
                    place: table.header,
                    message: format!("this table has {} rows, and {read}", table.rows),
                });
            }
            !is_read
        });
        for piece in controls.pieces {
            match piece {
                Piece::Heading(found) => self.sections.heading(found),
                Piece::Control(control) => {
                    let place = control.title.place();
                    self.sections.table(place, vec![Item::Control(0, control)]);
                }
            }
        }
        self.reason.headings = Some(Box::new(NoHeadings {
            level: binding.level,
            answer: binding.answer.first().cloned(),
            levels: controls.levels.into_iter().collect(),
        }));
    }

    /// Takes headings and tables.
    fn blocks(&mut self, blocks: Vec<Block<'a>>) {
        for block in blocks {
            match block {
                Block::Heading(found) => self.sections.heading(found),
                Block::Table(table) => {
                    let is_read = table.columns.is_some();
                    let shown = self::table(&table, is_read);
                    let line = shown.header.line;
                    self.tables.push(shown);
                    self.remarks.extend(table.remarks);
                    if table.rows > 0 && is_read {
                        self.sections.table(table.header, table.items);
                    } else if is_read {
                        self.reason.without_rows.get_or_insert(line);
                    }
                }
            }
        }
    }

    fn document(mut self, date: Option<String>) -> Result<Document<'a>, ReadError> {
        self.remarks.extend(self.sections.remarks);
        self.tables.sort_by_key(|table| table.header);
        if self.sections.all.is_empty() {
            self.reason.tables = self.tables;
            return Err(ReadError::NoControls(Box::new(self.reason)));
        }
        // A section whose rows come after those that it heads has begun before them.
        self.sections.all.sort_by_key(|section| section.place);
        let mut document = Document {
            title: self.sections.title,
            date,
            headings: self.sections.headings,
            sections: self.sections.all,
            tables: self.tables,
            remarks: self.remarks,
            unread: self.unread,
            is_known_by_labels: false,
            narrowed: None,
        };
        document.tell_sections_apart();
        document.remark_twins();
        document.remarks.extend(document.twin_labels());
        document.remarks.sort_by_key(|remark| remark.place);
        Ok(document)
    }
}

/// The headings, which aren't among the blocks any more.
fn taken_out<'a>(blocks: &mut Vec<Block<'a>>) -> Vec<FoundHeading<'a>> {
    let is_heading = |block: &mut Block<'_>| matches!(block, Block::Heading(_));
    let taken = blocks.extract_if(.., is_heading);
    let headings = taken.filter_map(|block| match block {
        Block::Heading(found) => Some(found),
        Block::Table(_) => None,
    });
    headings.collect()
}

/// A table as it's told of.
fn table(table: &OpenTable<'_>, is_read: bool) -> Table {
    Table {
        header: table.header,
        headings: table.shown().unwrap_or_default().to_owned(),
        last: table.last,
        rows: table.rows,
        is_read,
        missing: table
            .other
            .as_ref()
            .map_or_else(Vec::new, |other| other.missing.clone()),
    }
}

/// Leaves alone the tables that are none of controls: without the columns that make one, or with a pair of words in the
/// header row that no row uses and nobody knows, such as `CEN/CENELEC`.
fn leave_alone(blocks: &mut [Block<'_>], remarks: &mut Vec<Remark>) -> Result<(), ReadError> {
    let tables = blocks.iter_mut().filter_map(|block| match block {
        Block::Table(table) if table.shown().is_some() => Some(&mut **table),
        _ => None,
    });
    let mut tables: Vec<&mut OpenTable<'_>> = tables.collect();
    let answered = tables.iter().filter(|table| table.is_answered);
    let used: HashSet<Pair> = answered
        .filter_map(|table| table.columns.as_ref()?.pair().cloned())
        .collect();
    for table in &mut tables {
        if let Some(columns) = &table.columns {
            let is_meant =
                |pair: &Pair| used.contains(pair) || (pair.is_known() && !pair.is_inverted());
            let Some(pair) = columns.pair().filter(|pair| !is_meant(pair)) else {
                if let Some(mistake) = table.mistake.take() {
                    return Err(mistake);
                }
                if table.rows == 0 {
                    table.remark(table.delimiter, "this control table has no rows");
                }
                for place in table.heads_of_nothing() {
                    table.remark(place, "this row heads no others, so it isn't read");
                }
                continue;
            };
            table.other = Some(Rc::new(Other {
                shown: columns.shown.clone(),
                why: format!("no row answers with `{}` or `{}`", pair.yes, pair.no),
                missing: Vec::new(),
            }));
            table.columns = None;
            table.remarks.clear();
        }
        if let Some(Other { shown, why, .. }) = table.other.as_deref() {
            let headings = if shown.is_empty() {
                "without headings".to_owned()
            } else {
                format!("headed `{shown}`")
            };
            remarks.push(Remark {
                place: table.header,
                message: format!("the table {headings} is left alone: {why}"),
            });
        }
    }
    Ok(())
}
