//! The arguments of `export`.

use std::path::PathBuf;

use clap::{
    Args,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use controls_core::Date;
use controls_oscal::{Format, ReportFormat};

use crate::{args::Packaged, show::source_url::SourceUrl};

const EXAMPLES: &str = "\
Examples:
  cargo controls export AzureBackup --format csv
  cargo controls export AzureBackup --format oscal-catalog > AzureBackup.oscal-catalog.json
  cargo controls export AzureBackup --format oscal-assessment-results --assessment assessment.json

Exit codes: 0 all is well, 1 the catalog and its document differ, 2 something could not be done";

/// Give a catalog in a format that others read: OSCAL, a spreadsheet, an article
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Catalog, by the name of its enum or the path of that; need not be named where only one is in scope
    pub(crate) catalog: Option<String>,
    #[command(flatten)]
    pub(crate) packages: Packaged,
    /// Format
    #[arg(long, value_parser = formats())]
    pub(crate) format: ExportFormat,
    /// What was found for the controls: the JSON of an `Assessment`, such as `trace --assessment` prints
    #[arg(
        long,
        value_name = "FILE",
        required_if_eq("format", "oscal-assessment-results")
    )]
    pub(crate) assessment: Option<PathBuf>,
    /// The day of the assessment, as YYYY-MM-DD, on which waivers may have ended; without it, that of the document
    #[arg(long, value_name = "DATE", requires = "assessment")]
    pub(crate) today: Option<Date>,
    /// In `oscal-component-definition` and `oscal-assessment-results`, link what satisfies and verifies controls to this
    /// address, which has `{file}` and may have `{line}` in it
    #[arg(long, value_name = "URL")]
    pub(crate) source_url: Option<SourceUrl>,
}

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExportFormat {
    Catalog(Format),
    AssessmentResults,
}

impl ExportFormat {
    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            ExportFormat::Catalog(format) => format.name(),
            ExportFormat::AssessmentResults => ReportFormat::OscalAssessmentResults.name(),
        }
    }

    /// Whether it has what code does for controls.
    pub(super) fn says_what_code_does(self) -> bool {
        matches!(
            self,
            ExportFormat::Catalog(Format::OscalComponentDefinition)
                | ExportFormat::AssessmentResults
        )
    }

    fn summary(self) -> &'static str {
        match self {
            ExportFormat::Catalog(format) => format.summary(),
            ExportFormat::AssessmentResults => {
                "OSCAL assessment results: what was found for each control, with `--assessment`"
            }
        }
    }

    /// All of them, those of OSCAL first.
    fn all() -> impl Iterator<Item = ExportFormat> + Clone {
        let catalogs = Format::ALL.iter().copied().map(ExportFormat::Catalog);
        let (of_oscal, others): (Vec<_>, Vec<_>) =
            catalogs.partition(|format| format.name().starts_with("oscal-"));
        of_oscal
            .into_iter()
            .chain([ExportFormat::AssessmentResults])
            .chain(others)
    }
}

fn formats() -> impl TypedValueParser<Value = ExportFormat> {
    let values =
        ExportFormat::all().map(|format| PossibleValue::new(format.name()).help(format.summary()));
    PossibleValuesParser::new(values).try_map(|name| {
        let mut all = ExportFormat::all();
        all.find(|format| format.name() == name)
            .ok_or("there is no such format")
    })
}
