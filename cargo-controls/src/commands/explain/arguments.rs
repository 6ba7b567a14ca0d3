//! The arguments of `explain`.

use clap::Args;

use crate::args::{Format, Selection};

const EXAMPLES: &str = "\
Examples:
  cargo controls explain forced-tunneling
  cargo controls explain AzureBackup::ForcedTunneling
  cargo controls explain BYOK controls-azure-backup --format json

Exit codes: 0 the control is there, 1 it and its document differ, 2 it isn't there or something could not be done";

/// Show everything about one control: its record, its place in the document, what code does for it, its uses
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Id, variant or title of the control, an earlier one, an alias, or words from its title or notes
    pub(crate) control: String,
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
