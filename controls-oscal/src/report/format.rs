//! The formats that a report can be had in.

use std::{fmt, str::FromStr};

/// A format that a report of an assessment can be had in.
///
/// ```
/// use controls_oscal::ReportFormat;
///
/// assert_eq!("junit".parse(), Ok(ReportFormat::Junit));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReportFormat {
    /// An article with tables, in GitHub Flavored Markdown.
    Markdown,
    /// A page: one file without scripts that loads nothing, with a filter by finding, to be read and printed.
    Html,
    /// `JUnit`'s XML, which CI systems show as tests: a suite for each section, a test case for each control.
    ///
    /// What isn't satisfied, or was waived until a day that is over, is a failure. What nobody has assessed is an error. What
    /// is waived or doesn't apply is skipped.
    Junit,
    /// SARIF 2.1.0, in which code scanners report: a result for each control that isn't satisfied or that nobody has assessed,
    /// and for each one that is waived, as a suppressed result.
    Sarif,
    /// OSCAL assessment results, as [`assessment_results`](crate::assessment_results) gives them.
    OscalAssessmentResults,
}

impl ReportFormat {
    /// All formats.
    pub const ALL: &'static [ReportFormat] = &[
        ReportFormat::Markdown,
        ReportFormat::Html,
        ReportFormat::Junit,
        ReportFormat::Sarif,
        ReportFormat::OscalAssessmentResults,
    ];

    /// Returns its name, such as `junit`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ReportFormat::Markdown => "markdown",
            ReportFormat::Html => "html",
            ReportFormat::Junit => "junit",
            ReportFormat::Sarif => "sarif",
            ReportFormat::OscalAssessmentResults => "oscal-assessment-results",
        }
    }
}

impl fmt::Display for ReportFormat {
    /// Writes its name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for ReportFormat {
    type Err = ParseReportFormatError;

    /// Finds a format by its name.
    fn from_str(name: &str) -> Result<Self, ParseReportFormatError> {
        let mut all = ReportFormat::ALL.iter().copied();
        all.find(|format| format.name() == name)
            .ok_or(ParseReportFormatError(()))
    }
}

/// What was read isn't the name of a [`ReportFormat`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseReportFormatError(());

impl fmt::Display for ParseReportFormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = ReportFormat::ALL.iter().map(|format| format!("`{format}`"));
        write!(
            f,
            "a format is one of {}",
            names.collect::<Vec<_>>().join(", ")
        )
    }
}

impl std::error::Error for ParseReportFormatError {}
