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

/// Check every `controls!` of a package or workspace against its document
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Folder of a package or workspace, or a folder inside one
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    /// Check against this newer copy of the document instead of the catalog's own
    #[arg(long, value_name = "FILE")]
    pub(crate) against: Option<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ReportFormat,
}
