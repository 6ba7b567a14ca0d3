//! The arguments of `read`.

use std::path::PathBuf;

use clap::Args;

use crate::args::Format;

const EXAMPLES: &str = "\
Examples:
  cargo controls read controls-azure-backup/document/security-controls.md
  cargo controls read controls-azure-backup/document/security-controls.md --heading Network --format json

Exit codes: 0 the document has been read, 2 it could not be";

/// Shows what is read of a document: its sections, rows and what is odd about it
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The Markdown file
    pub(crate) document: PathBuf,
    /// Shows only what stands under this heading
    #[arg(long, value_name = "TEXT")]
    pub(crate) heading: Option<String>,
    /// The form of the results
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
