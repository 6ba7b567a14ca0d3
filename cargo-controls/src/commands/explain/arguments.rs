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

/// Shows all there is to know of one control: its record, its place in the document, its uses
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The control: its id, variant or title, an earlier one, an alias, or words of its title or notes
    pub(crate) control: String,
    /// The folder of a package or workspace, or one inside of it
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    /// The form of the results
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
