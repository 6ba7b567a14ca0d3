//! The arguments of `check`.

use std::path::PathBuf;

use clap::Args;

use crate::args::{ReportFormat, Selection};

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
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Check against this newer copy of the document instead of the catalog's own
    #[arg(long, value_name = "FILE")]
    pub(crate) against: Option<PathBuf>,
    /// List the remarks about each document instead of counting them
    #[arg(short, long, conflicts_with = "quiet")]
    pub(crate) verbose: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ReportFormat,
}
