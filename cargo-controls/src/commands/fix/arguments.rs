//! The arguments of `fix`.

use std::path::PathBuf;

use clap::Args;

use crate::args::Format;

const EXAMPLES: &str = "\
Examples:
  cargo controls fix
  cargo controls fix controls-azure-backup --write

Exit codes: 0 nothing is to be done or all is written, 1 an edit has only been shown, 2 something could not be done";

/// Takes every `controls!` of a package or workspace to the present edition of its document
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The folder of a package or workspace, or one inside of it
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    /// Writes the edits instead of only showing them
    #[arg(long)]
    pub(crate) write: bool,
    /// Takes rows for the same ones where that's a guess, instead of asking
    #[arg(long)]
    pub(crate) yes: bool,
    /// The form of the results
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
