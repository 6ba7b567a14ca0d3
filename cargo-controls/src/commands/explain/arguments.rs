//! The arguments of `explain`.

use std::path::PathBuf;

use clap::Args;

use crate::args::Format;

const EXAMPLES: &str = "\
Examples:
  cargo controls explain forced-tunneling
  cargo controls explain AzureBackup::ForcedTunneling
  cargo controls explain BYOK controls-azure-backup --format json

Exit codes: 0 the control is there, 1 it and its document differ, 2 it isn't there or something could not be done";

/// Show everything about one control: its record, its place in the document, its uses
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Id, variant or title of the control, an earlier one, an alias, or words from its title or notes
    pub(crate) control: String,
    /// Folder of a package or workspace, or a folder inside one
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
