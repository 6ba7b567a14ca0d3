//! A report in its formats.

use controls_core::Assessed;

use super::{format::ReportFormat, html, junit, markdown, model::AssessmentReport, sarif};
use crate::{error::ExportError, oscal::assessment_results};

impl AssessmentReport {
    /// Returns the report in a format. The same report gives the same bytes on every machine.
    ///
    /// # Errors
    ///
    /// When nothing has been assessed and the format is [OSCAL's](ReportFormat::OscalAssessmentResults), or the text can't be
    /// written.
    pub fn export(&self, format: ReportFormat) -> Result<String, ExportError> {
        match format {
            ReportFormat::Markdown => Ok(markdown::markdown(self)),
            ReportFormat::Html => html::html(self),
            ReportFormat::Junit => junit::junit(self),
            ReportFormat::Sarif => sarif::sarif(self),
            ReportFormat::OscalAssessmentResults => {
                let found = self.rows().map(|row| {
                    let assessed = Assessed::new(row.finding.clone(), &*row.evidence);
                    (row.id.to_owned(), assessed)
                });
                assessment_results(&self.catalog, &found.collect(), self.today)
            }
        }
    }
}
