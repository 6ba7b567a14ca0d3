//! A document without anything that a catalog could be held against.

use std::fmt;

use crate::Table;

/// Why nothing was found to hold a catalog against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoControls {
    /// The tables, all of another kind.
    pub tables: Vec<Table>,
    /// The line of the first control table, if there is one and none has rows.
    pub without_rows: Option<u32>,
    /// The files that the document includes.
    pub includes: Vec<String>,
}

impl fmt::Display for NoControls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.without_rows {
            return write!(
                f,
                "no controls are found: the control table on line {line} has no rows"
            );
        }
        f.write_str("no control table is found: none has a column headed by two words with a slash, such as `Yes/No`")?;
        let others = || {
            self.tables
                .iter()
                .filter(|table| !table.headings.is_empty())
        };
        if let Some(Table { headings, .. }) = others().next() {
            write!(f, " (there is a table headed `{headings}`")?;
            match others().count() {
                1 => f.write_str(")")?,
                more => write!(f, ", and {} more)", more - 1)?,
            }
        }
        match &self.includes[..] {
            [] => Ok(()),
            [file] => write!(
                f,
                "; its tables may be in the file that it includes, `{file}`"
            ),
            files => write!(
                f,
                "; its tables may be in the files that it includes: `{}`",
                files.join("`, `")
            ),
        }
    }
}
