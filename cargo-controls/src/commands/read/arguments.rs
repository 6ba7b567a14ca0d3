//! The arguments of `read`.

use std::path::PathBuf;

use clap::Args;

use crate::{args::Format, sources::ReadingOptions};

const EXAMPLES: &str = "\
Examples:
  cargo controls read controls-azure-backup/document/security-controls.md
  cargo controls read controls-azure-backup/document/security-controls.md --heading Network --format json

Exit codes: 0 the document has been read, 2 it could not be";

/// Show what is read from a document: its sections, its rows, and remarks
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Document: Markdown, CSV (`.csv`), or a catalog in OSCAL (`.json`)
    pub(crate) document: PathBuf,
    /// Show only what is under this heading
    #[arg(long, value_name = "TEXT")]
    pub(crate) heading: Option<String>,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
