//! The reader: from text to a [`Document`], stage by stage: lines, headings and tables, sections.

use std::collections::HashSet;

use crate::{
    Document, NoControls, ReadError, Remark, Table,
    front::front_matter,
    lines::lines,
    open_table::OpenTable,
    sections::Sections,
    tables::{Block, blocks},
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
/// assert_eq!(document.sections[0].controls[0].answer(), controls_document::Answer::No);
/// # Ok::<(), controls_document::ReadError>(())
/// ```
pub fn read(text: &str) -> Result<Document<'_>, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let front = front_matter(text);
    let mut remarks = front.remarks;
    let (lines, of_lines) = lines(front.rest, front.lines.saturating_add(1));
    remarks.extend(of_lines);
    let mut found = blocks(&lines);
    drop(lines);
    remarks.append(&mut found.remarks);
    leave_alone(&mut found.all, &mut remarks)?;
    let mut reason = NoControls {
        includes: found.includes,
        ..NoControls::default()
    };
    let mut sections = Sections::new(front.title);
    let mut tables = Vec::new();
    for block in found.all {
        match block {
            Block::Heading(found) => sections.heading(found),
            Block::Table(table) => {
                tables.push(Table {
                    header: table.header,
                    headings: table.shown.unwrap_or_default(),
                    last: table.last,
                    rows: table.rows,
                    is_read: table.columns.is_some(),
                });
                remarks.extend(table.remarks);
                if table.rows > 0 && table.columns.is_some() {
                    sections.table(table.header, table.controls);
                } else if table.columns.is_some() {
                    reason.without_rows.get_or_insert(table.delimiter.line);
                }
            }
        }
    }
    remarks.extend(sections.remarks);
    if sections.all.is_empty() {
        reason.tables = tables;
        return Err(ReadError::NoControls(reason));
    }
    let mut document = Document {
        title: sections.title,
        date: front.date,
        headings: sections.headings,
        sections: sections.all,
        tables,
        remarks,
        narrowed: None,
    };
    document.remark_twins();
    if !document.remarks.is_sorted_by_key(|remark| remark.place) {
        document.remarks.sort_by_key(|remark| remark.place);
    }
    Ok(document)
}

/// Leaves alone the tables that are none of controls: without a pair of words in the header row, or with one that no
/// row uses and nobody knows, such as `CEN/CENELEC`.
fn leave_alone(blocks: &mut [Block<'_>], remarks: &mut Vec<Remark>) -> Result<(), ReadError> {
    let tables = blocks.iter_mut().filter_map(|block| match block {
        Block::Table(table) if table.shown.is_some() => Some(table),
        _ => None,
    });
    let mut tables: Vec<&mut OpenTable<'_>> = tables.collect();
    let answered = tables.iter().filter(|table| table.is_answered);
    let used: HashSet<Pair> = answered
        .filter_map(|table| Some(table.columns.as_ref()?.pair.clone()))
        .collect();
    for table in &mut tables {
        let why = match &table.columns {
            Some(columns) => {
                let pair = &columns.pair;
                if used.contains(pair) || (pair.is_known() && !pair.is_inverted()) {
                    if let Some(mistake) = &columns.mistake {
                        return Err(mistake.clone());
                    }
                    if table.rows == 0 {
                        table.remark(table.delimiter, "this control table has no rows");
                    }
                    continue;
                }
                format!("no row answers with `{}` or `{}`", pair.yes, pair.no)
            }
            None => "no column is headed by two words with a slash, such as `Yes/No`".to_owned(),
        };
        table.columns = None;
        table.remarks.clear();
        let headings = match table.shown.as_deref() {
            None | Some("") => "without headings".to_owned(),
            Some(shown) => format!("headed `{shown}`"),
        };
        remarks.push(Remark {
            place: table.header,
            message: format!("the table {headings} is left alone: {why}"),
        });
    }
    Ok(())
}
