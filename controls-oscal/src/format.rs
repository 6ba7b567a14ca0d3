//! The formats that a catalog can be had in.

use std::{fmt, str::FromStr};

use crate::{catalog::OwnedCatalog, csv, error::ExportError, json, markdown};

/// A format that a catalog can be had in.
///
/// ```
/// use controls_oscal::Format;
///
/// assert_eq!("csv".parse(), Ok(Format::Csv));
/// assert_eq!(Format::Markdown.to_string(), "markdown");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A table for spreadsheets: RFC 4180, in UTF-8 with a byte order mark, because Excel takes anything else for the
    /// characters of the machine's language.
    ///
    /// No cell is taken for a formula: one that begins as a formula does (with `=`, `+`, `-` or `@`), or with an
    /// apostrophe, has one more apostrophe in front.
    Csv,
    /// An article: a table for each section, valid GitHub Flavored Markdown.
    ///
    /// Links in it lead where they do from where the document is published.
    Markdown,
    /// What `serde` makes of a compiled catalog.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: &'static [Format] = &[Format::Csv, Format::Markdown, Format::Json];

    /// Returns its name, such as `markdown`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Markdown => "markdown",
            Format::Json => "json",
        }
    }
}

impl OwnedCatalog {
    /// Returns the catalog in a format. The same catalog gives the same bytes on every machine.
    ///
    /// ```
    /// use controls_azure_backup::{AzureBackup, Control};
    /// use controls_oscal::{Format, OwnedCatalog};
    ///
    /// let csv = OwnedCatalog::from(AzureBackup::CATALOG).export(Format::Csv)?;
    /// assert!(csv.contains("Network,forced-tunneling,Forced tunneling support,No,"));
    /// # Ok::<(), controls_oscal::ExportError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the format can't say what the catalog does.
    pub fn export(&self, format: Format) -> Result<String, ExportError> {
        match format {
            Format::Csv => csv::csv(self),
            Format::Markdown => Ok(markdown::markdown(self)),
            Format::Json => Ok(json::json(self)),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Format {
    type Err = ParseFormatError;

    fn from_str(name: &str) -> Result<Self, ParseFormatError> {
        let mut all = Format::ALL.iter().copied();
        all.find(|format| format.name() == name)
            .ok_or(ParseFormatError(()))
    }
}

/// What was read isn't the name of a [`Format`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseFormatError(());

impl fmt::Display for ParseFormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = Format::ALL
            .iter()
            .map(|format| format!("`{format}`"))
            .collect();
        write!(f, "a format is one of {}", names.join(", "))
    }
}

impl std::error::Error for ParseFormatError {}
