//! The arguments of `cargo controls import`.

use std::path::PathBuf;

use clap::Args;

use crate::args::Format;

const EXAMPLES: &str = "\
Examples:
  cargo controls import controls-azure-backup/document/security-controls.md --name AzureBackup
  cargo controls import controls-azure-backup/document/security-controls.md --name Network --heading Network
  cargo controls import controls-azure-backup/document/security-controls.md --all --format json
  cargo controls import controls-azure-backup/document/security-controls.md --name Backup --crate controls-backup

The path of the document is printed as it's typed, and a definition has it relative to its own file: run the command in
the folder of that file, such as `src`.

Exit codes: 0 all is well, 2 something could not be done";

/// Prints a definition for a document, or makes a crate of it, with names proposed for sections and controls
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The Markdown file
    pub(crate) document: PathBuf,
    /// The name of the catalog, a type; with `--all`, what each name begins with
    #[arg(long, value_name = "NAME", required_unless_present = "all")]
    pub(crate) name: Option<String>,
    /// Takes only what stands under this heading
    #[arg(long, value_name = "TEXT")]
    pub(crate) heading: Option<String>,
    /// Makes a definition for each heading that gathers sections, named after it: for a page of many services
    #[arg(long, conflicts_with = "heading")]
    pub(crate) all: bool,
    /// Where readers find the document: an address that relative links are resolved against
    #[arg(long, value_name = "URL")]
    pub(crate) published: Option<String>,
    /// Makes a crate in this folder, which isn't there yet or is empty, with a copy of the document
    #[arg(long = "crate", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    /// Has the crate depend on `controls-core` in this folder, in place of the published one
    #[arg(long, value_name = "PATH", requires = "folder")]
    pub(crate) controls_core: Option<PathBuf>,
    /// The form of the results
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
