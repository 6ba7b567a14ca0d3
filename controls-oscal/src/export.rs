//! A catalog in one of the formats.

use crate::{
    catalog::OwnedCatalog, csv, error::ExportError, format::Format, html, json, markdown, oscal,
};

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
    /// When the format is one of answers, and the catalog has none.
    pub fn export(&self, format: Format) -> Result<String, ExportError> {
        match format {
            Format::OscalCatalog => Ok(oscal::catalog(self)),
            Format::OscalComponentDefinition => oscal::component_definition(self),
            Format::Csv => csv::csv(self),
            Format::Markdown => Ok(markdown::markdown(self)),
            Format::Html => html::html(self),
            Format::Json => Ok(json::json(self)),
        }
    }
}
