//! The formats that a catalog can be had in.

use std::{fmt, str::FromStr};

use crate::catalog::OwnedCatalog;

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
    /// An OSCAL catalog: a group for each section, a control with a statement for each row.
    OscalCatalog,
    /// An OSCAL component definition: the service as a component, and what it answers for each control. The catalog that
    /// it names is the one in [`OscalCatalog`](Self::OscalCatalog), in a file called [`file_name`](OwnedCatalog::file_name)
    /// beside it.
    OscalComponentDefinition,
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
    /// A page: one file without scripts that loads nothing, to be read and printed, with filters by answer and by section.
    Html,
    /// What `serde` makes of a compiled catalog, after a key `$schema` that names its JSON schema: the file
    /// `schemas/catalog.json` of this crate.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: &'static [Format] = &[
        Format::OscalCatalog,
        Format::OscalComponentDefinition,
        Format::Csv,
        Format::Markdown,
        Format::Html,
        Format::Json,
    ];

    /// Returns what it is, in a few words.
    #[must_use]
    pub const fn summary(self) -> &'static str {
        match self {
            Format::OscalCatalog => "An OSCAL catalog: a control for each row",
            Format::OscalComponentDefinition => {
                "An OSCAL component definition: what the service answers for each control"
            }
            Format::Csv => "A table for spreadsheets, in UTF-8",
            Format::Markdown => "An article with a table for each section",
            Format::Html => "A page that loads nothing, with filters by answer and by section",
            Format::Json => "Data: what `serde` makes of a compiled catalog",
        }
    }

    /// Returns its name, such as `markdown`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Format::OscalCatalog => "oscal-catalog",
            Format::OscalComponentDefinition => "oscal-component-definition",
            Format::Csv => "csv",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Json => "json",
        }
    }
}

impl OwnedCatalog {
    /// Returns what a file with the catalog in a format is called: `AzureBackup.oscal-catalog.json`.
    #[must_use]
    pub fn file_name(&self, format: Format) -> String {
        let name = &self.name;
        match format {
            Format::OscalCatalog | Format::OscalComponentDefinition => {
                format!("{name}.{format}.json")
            }
            Format::Csv => format!("{name}.csv"),
            Format::Markdown => format!("{name}.md"),
            Format::Html => format!("{name}.html"),
            Format::Json => format!("{name}.json"),
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
