//! The arguments of `check`.

use std::path::PathBuf;

use clap::Args;

use crate::args::ReportFormat;

const EXAMPLES: &str = "\
Examples:
  cargo controls check
  cargo controls check --format json
  cargo controls check controls-azure-backup
  cargo controls check --against controls-azure-backup/document/security-controls.md

Exit codes: 0 all is well, 1 a definition and its document differ, 2 something could not be done";

/// Holds every `controls!` of a package or workspace against its document
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The folder of a package or workspace, or one inside of it
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    /// Holds a catalog against this newer copy of its document in place of the one that it has
    #[arg(long, value_name = "FILE")]
    pub(crate) against: Option<PathBuf>,
    /// The form of the results
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ReportFormat,
}
