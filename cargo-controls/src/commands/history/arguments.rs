//! The arguments of `history`.

use std::path::PathBuf;

use clap::Args;

use crate::{args::Format, sources::ReadingOptions};

const EXAMPLES: &str = "\
Examples:
  git show HEAD~1:controls-azure-backup/document/security-controls.md > older.md
  cargo controls history older.md controls-azure-backup/document/security-controls.md
  cargo controls history --html history.html older.md controls-azure-backup/document/security-controls.md

Exit codes: 0 the editions have been read, 2 something could not be done";

/// Show how each control changed over several editions of a document
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Editions of the document, earliest first
    #[arg(required = true, value_name = "DOCUMENT")]
    pub(crate) documents: Vec<PathBuf>,
    /// Also write the table to this file, as a page for a browser; only an earlier page is overwritten
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// Show only what is under this heading, which each edition has
    #[arg(long, value_name = "TEXT")]
    pub(crate) heading: Option<String>,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
