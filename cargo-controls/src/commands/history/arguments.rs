//! The arguments of `history`.

use std::path::PathBuf;

use clap::Args;

use crate::args::Format;

const EXAMPLES: &str = "\
Examples:
  git show HEAD~1:controls-azure-backup/document/security-controls.md > older.md
  cargo controls history older.md controls-azure-backup/document/security-controls.md
  cargo controls history --html history.html older.md controls-azure-backup/document/security-controls.md

Exit codes: 0 the editions have been read, 2 something could not be done";

/// Shows how each control fared over several editions of a document
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The editions of the document, the earliest first
    #[arg(required = true, value_name = "DOCUMENT")]
    pub(crate) documents: Vec<PathBuf>,
    /// Writes the table to this file as well, as a page for a browser
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// The form of the results
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
