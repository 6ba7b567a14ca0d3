//! A report in its formats.

use super::{format::ReportFormat, html, junit, markdown, model::AssessmentReport, sarif};
use crate::error::ExportError;

impl AssessmentReport {
    /// Returns the report in a format. The same report gives the same bytes on every machine.
    ///
    /// # Errors
    ///
    /// When the text can't be written.
    pub fn export(&self, format: ReportFormat) -> Result<String, ExportError> {
        match format {
            ReportFormat::Markdown => Ok(markdown::markdown(self)),
            ReportFormat::Html => html::html(self),
            ReportFormat::Junit => junit::junit(self),
            ReportFormat::Sarif => sarif::sarif(self),
        }
    }
}
