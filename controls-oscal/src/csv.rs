//! A table for spreadsheets: RFC 4180, in UTF-8, with nothing in it that is taken for a formula.

use controls_document::heading_path;

use crate::{catalog::OwnedCatalog, error::ExportError};

/// Says to a spreadsheet that the text is UTF-8. Without it, Excel reads the characters of the machine's language.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// A row for each control, below a row of headings. Columns that would be empty throughout are left out.
pub(crate) fn csv(catalog: &OwnedCatalog) -> Result<String, ExportError> {
    let properties = catalog.property_names();
    let is_labelled = catalog.records().any(|record| record.label.is_some());
    let is_answered = catalog.has_answers();
    let is_grouped = catalog
        .sections
        .iter()
        .any(|section| !section.group.is_empty());
    let is_withdrawn = catalog.records().any(|record| record.withdrawn);
    let fixed = [
        ("group", is_grouped),
        ("section", true),
        ("id", true),
        ("label", is_labelled),
        ("title", true),
        ("answer", is_answered),
        ("notes", true),
        ("documentation", true),
        ("withdrawn", is_withdrawn),
    ];
    let headings = fixed.iter().filter(|(_, is_there)| *is_there);
    let mut rows = vec![
        headings
            .map(|(heading, _)| *heading)
            .chain(properties.iter().copied())
            .collect::<Vec<_>>(),
    ];
    let groups = catalog.sections.iter();
    let groups: Vec<String> = groups.map(|section| heading_path(&section.group)).collect();
    for (section, group) in catalog.sections.iter().zip(&groups) {
        rows.extend(section.records.iter().map(|record| {
            let cells = [
                &**group,
                &section.title,
                &record.id,
                record.label.as_deref().unwrap_or_default(),
                &record.title,
                record.answer.as_ref().map_or("", |answer| answer.text()),
                record.notes.as_deref().unwrap_or_default(),
                record.documentation.as_deref().unwrap_or_default(),
                if record.withdrawn { "withdrawn" } else { "" },
            ];
            let cells = cells.into_iter().zip(fixed);
            let properties = properties.iter().map(|name| record.property(name));
            cells
                .filter_map(|(cell, (_, is_there))| is_there.then_some(cell))
                .chain(properties.map(Option::unwrap_or_default))
                .collect()
        }));
    }
    csv_table(&rows)
}

/// Returns rows as a table for spreadsheets: RFC 4180, in UTF-8, with nothing in it that is taken for a formula.
///
/// # Errors
///
/// When a row has more or fewer cells than the first.
///
/// ```
/// let rows = [vec!["control", "answer"], vec!["byok", "=1+1"]];
/// assert_eq!(
///     controls_oscal::csv_table(&rows)?,
///     "\u{feff}control,answer\r\nbyok,'=1+1\r\n"
/// );
/// # Ok::<(), controls_oscal::ExportError>(())
/// ```
pub fn csv_table(rows: &[Vec<&str>]) -> Result<String, ExportError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BOM.to_vec());
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| harmless(cell)))
            .map_err(|error| ExportError::Unwritable(error.into()))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| ExportError::Unwritable(error.into_error().into()))?;
    // Made of texts, so it's one.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A cell that no spreadsheet takes for a formula: with an apostrophe before the first character where that would begin
/// one, or is an apostrophe itself. Whoever removes one apostrophe from the beginning of a cell has the text again.
fn harmless(cell: &str) -> String {
    let begins_formula = cell.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\'',
    ]);
    if begins_formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
