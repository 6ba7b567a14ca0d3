//! A document without anything that a catalog could be held against.

use std::{cmp::Reverse, collections::HashMap, fmt};

use crate::{Instead, Place, Table, listed::listed};

/// Why nothing was found to hold a catalog against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoControls {
    /// The tables, all of another kind.
    pub tables: Vec<Table>,
    /// The columns that were to be found, as they're shown; empty where tables are known by a slash.
    pub columns: Vec<String>,
    /// What headings were to be found, where controls are headings.
    pub headings: Option<Box<NoHeadings>>,
    /// The line of the first control table, if there is one and none has rows.
    pub without_rows: Option<u32>,
    /// The files that the document includes.
    pub includes: Vec<String>,
    /// What there is in place of tables; `None` if there are tables, and nothing else that could be controls.
    pub instead: Option<Instead>,
    /// What a block is called that never ends, such as `this code block`, and where it begins.
    pub endless: Option<(&'static str, Place)>,
}

/// What headings were to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoHeadings {
    /// The level that they were to have.
    pub level: u8,
    /// What a line under them was to begin with; nothing in a catalog without answers.
    pub answer: Option<String>,
    /// The levels that headings have, and how many have each.
    pub levels: Vec<(u8, usize)>,
}

impl fmt::Display for NoHeadings {
    /// Writes what isn't there, and what is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let NoHeadings {
            level,
            answer,
            levels,
        } = self;
        let count = levels
            .iter()
            .find(|(of, _)| of == level)
            .map_or(0, |(_, count)| *count);
        match answer {
            Some(answer) if count > 0 => write!(
                f,
                "none of the {count} headings of level {level} has a line under it that begins with `{answer}:`, or a table of one row with that column"
            ),
            _ if count > 0 => write!(f, "none of the {count} headings of level {level} is one"),
            _ => {
                if levels.is_empty() {
                    return f.write_str("the document has no headings");
                }
                write!(f, "no heading has the level {level}; the levels are ")?;
                for (at, (level, count)) in levels.iter().enumerate() {
                    let separator = if at == 0 { "" } else { ", " };
                    let plural = if *count == 1 { "" } else { "s" };
                    write!(f, "{separator}{level} ({count} heading{plural})")?;
                }
                Ok(())
            }
        }
    }
}

/// How many header rows are listed.
const MOST_SHOWN: usize = 8;

fn counted(tables: usize, rows: usize) -> String {
    let rows = match rows {
        1 => "1 row".to_owned(),
        rows => format!("{rows} rows"),
    };
    match tables {
        1 => rows,
        tables => format!("{tables} tables, {rows}"),
    }
}

impl NoControls {
    /// Where what there is in place of controls begins.
    pub(crate) fn place(&self) -> Option<Place> {
        let of_endless = self.endless.map(|(_, place)| place);
        of_endless.or_else(|| self.instead.as_ref()?.place())
    }

    /// With what there is in place of tables, where that's the question.
    pub(crate) fn or(mut self, instead: impl FnOnce() -> Instead) -> Self {
        if self.headings.is_none() && self.without_rows.is_none() {
            // Whatever the title says, a table with rows of several cells is a list of something.
            let is_list =
                |table: &Table| table.rows > 2 && table.headings.matches(" | ").count() > 1;
            let has_list = self.tables.iter().any(is_list);
            let is_more = |of: &Instead| match of {
                Instead::Text => self.tables.is_empty(),
                Instead::OneControl { .. } => !has_list,
                _ => true,
            };
            self.instead = Some(instead()).filter(is_more);
        }
        self
    }

    /// Writes why none of the tables is one of controls.
    fn of_tables(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.columns.is_empty() {
            f.write_str("none has a column headed by two words with a slash, such as `Yes/No`")?;
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
        } else {
            let everywhere = self.missing_everywhere();
            let is_told = !everywhere.is_empty();
            match &everywhere[..] {
                [] => write!(f, "none has {}", self.columns())?,
                [one] => write!(f, "no table has a column {one}")?,
                some => write!(f, "no table has any of the columns {}", listed(some))?,
            }
            for (at, header) in self.header_rows().iter().enumerate() {
                match at {
                    0 => f.write_str("; the header rows are ")?,
                    MOST_SHOWN => {
                        f.write_str(", …")?;
                        break;
                    }
                    _ => f.write_str(", ")?,
                }
                let counted = counted(header.tables, header.rows);
                write!(f, "`{}` ({counted}", header.headings)?;
                if !is_told {
                    let missing = header.missing.iter().filter_map(|at| self.columns.get(*at));
                    let missing: Vec<&str> = missing.map(String::as_str).collect();
                    write!(f, ", without {}", listed(&missing))?;
                }
                f.write_str(")")?;
            }
        }
        Ok(())
    }

    /// The columns that were to be found, in words.
    fn columns(&self) -> String {
        let all: Vec<&str> = self.columns.iter().map(String::as_str).collect();
        match &all[..] {
            [one] => format!("the column {one}"),
            all => format!("all of the columns {}", listed(all)),
        }
    }

    /// The columns that none of the tables has.
    fn missing_everywhere(&self) -> Vec<&str> {
        let mut counts = vec![0; self.columns.len()];
        let tables = self.tables.iter().filter(|table| !table.missing.is_empty());
        for at in tables.clone().flat_map(|table| &table.missing) {
            counts[*at] += 1;
        }
        let all = tables.count();
        let columns = self.columns.iter().zip(counts);
        let missing = columns.filter(|(_, count)| *count == all);
        missing.map(|(column, _)| &**column).collect()
    }

    /// Returns a column that was to be found and one of the tables lacks, with the headings that the table has: of all tables
    /// that lack one, the most likely one. `None` where no table lacks any.
    #[must_use]
    pub fn most_likely(&self) -> Option<(&str, &str)> {
        let tables = self.tables.iter().filter(|table| !table.missing.is_empty());
        let best = tables.min_by_key(|table| (table.missing.len(), Reverse(table.rows)))?;
        let missing = self.columns.get(*best.missing.first()?)?;
        Some((missing, &best.headings))
    }

    /// The header rows that there are, each once; first those with most rows.
    fn header_rows(&self) -> Vec<HeaderRow<'_>> {
        let mut found: Vec<HeaderRow<'_>> = Vec::new();
        let mut places = HashMap::new();
        for table in self
            .tables
            .iter()
            .filter(|table| !table.headings.is_empty())
        {
            let at = *places.entry(&*table.headings).or_insert_with(|| {
                found.push(HeaderRow {
                    headings: &table.headings,
                    missing: &table.missing,
                    tables: 0,
                    rows: 0,
                });
                found.len() - 1
            });
            found[at].tables += 1;
            found[at].rows += table.rows;
        }
        found.sort_by_key(|header| Reverse(header.rows));
        found
    }
}

/// A header row, however many tables have it.
struct HeaderRow<'t> {
    headings: &'t str,
    missing: &'t [usize],
    tables: usize,
    rows: usize,
}

impl fmt::Display for NoControls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((what, _)) = self.endless {
            return write!(
                f,
                "no control is found before {what}, which never ends, so all that follows is part of it"
            );
        }
        if let Some(headings) = &self.headings {
            return write!(f, "no control is found: {headings}");
        }
        if let Some(line) = self.without_rows {
            return write!(
                f,
                "no controls are found: the control table on line {line} has no rows"
            );
        }
        f.write_str("no control table is found: ")?;
        if !self.tables.is_empty() {
            self.of_tables(f)?;
        }
        if let Some(instead) = &self.instead {
            let separator = if self.tables.is_empty() { "" } else { "; " };
            write!(f, "{separator}{instead}")?;
        }
        if self.tables.is_empty() && !self.columns.is_empty() {
            write!(f, "; expected a table with {}", self.columns())?;
        }
        match &self.includes[..] {
            [] => Ok(()),
            [file] => write!(
                f,
                "; control tables may be in the file that it includes, `{file}`"
            ),
            files => write!(
                f,
                "; control tables may be in the files that it includes: `{}`",
                files.join("`, `")
            ),
        }
    }
}
