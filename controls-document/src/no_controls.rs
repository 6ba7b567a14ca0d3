//! A document without anything that a catalog could be held against.

use std::fmt;

/// Why nothing was found to hold a catalog against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoControls {
    /// How many tables of another kind there are.
    pub other_tables: usize,
    /// The headings of the first of them.
    pub first_other: Option<String>,
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
        if let Some(headings) = &self.first_other {
            write!(f, " (there is a table headed `{headings}`")?;
            match self.other_tables {
                1 => f.write_str(")")?,
                more => write!(f, ", and {} more)", more - 1)?,
            }
        }
        match &self.includes[..] {
            [] => Ok(()),
            [file] => write!(
                f,
                "; its tables may stand in the file that it includes, `{file}`"
            ),
            files => write!(
                f,
                "; its tables may stand in the files that it includes: `{}`",
                files.join("`, `")
            ),
        }
    }
}

impl std::error::Error for NoControls {}
