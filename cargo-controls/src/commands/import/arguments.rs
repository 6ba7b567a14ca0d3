//! The arguments of `cargo controls import`.

use std::path::PathBuf;

use clap::Args;

use crate::{args::Format, sources::ReadingOptions};

const EXAMPLES: &str = "\
Examples:
  cargo controls import controls-azure-backup/document/security-controls.md --name AzureBackup
  cargo controls import controls-azure-backup/document/security-controls.md --name Network --heading Network
  cargo controls import controls-azure-backup/document/security-controls.md --all --format json
  cargo controls import controls-azure-backup/document/security-controls.md --name Backup --crate controls-backup --controls-core controls-core

The path of the document is printed as it is typed, and in a definition it is relative to the source file: run the
command in that file's folder, such as `src`.

Exit codes: 0 all is well, 2 something could not be done";

/// Print a definition for a document, or create a crate from it, with proposed names for sections and controls
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Document: Markdown, CSV (`.csv`), or a catalog in OSCAL (`.json`)
    pub(crate) document: PathBuf,
    /// Name of the catalog's enum; with `--all`, the prefix of each name
    #[arg(long, value_name = "NAME", required_unless_present = "all")]
    pub(crate) name: Option<String>,
    /// Use only what is under this heading
    #[arg(long, value_name = "TEXT")]
    pub(crate) heading: Option<String>,
    /// Make one definition for each heading that groups sections, named after it: for a page of many services
    #[arg(long, conflicts_with = "heading")]
    pub(crate) all: bool,
    /// Address of the published document, which relative links are resolved against
    #[arg(long, value_name = "URL")]
    pub(crate) published: Option<String>,
    /// Create a crate in this folder, which must not exist or be empty, with a copy of the document
    #[arg(long = "crate", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    /// Make the crate depend on the `controls-core` in this folder instead of the published one
    #[arg(long, value_name = "PATH", requires = "folder")]
    pub(crate) controls_core: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
