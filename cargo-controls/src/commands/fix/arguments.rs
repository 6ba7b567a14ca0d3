//! The arguments of `fix`.

use clap::Args;

use crate::args::{Format, Selection};

const EXAMPLES: &str = "\
Examples:
  cargo controls fix
  cargo controls fix controls-azure-backup --write
  cargo controls fix --write --drop forced-tunneling

No id is dropped unless it's named, or a question about it is answered with yes. Such questions are asked in a terminal,
before anything is written; `q` or the end of the input quits, with nothing written.

Exit codes: 0 nothing to do or all edits written, 1 an edit has only been shown, 2 something could not be done";

/// Update every `controls!` of a package or workspace to the current edition of its document
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Write the edits instead of only showing them
    #[arg(long)]
    pub(crate) write: bool,
    /// Accept every guess that two rows are likely the same, instead of asking
    #[arg(long)]
    pub(crate) yes: bool,
    /// Drop this id with its control; may be given several times
    #[arg(long, value_name = "ID")]
    pub(crate) drop: Vec<String>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
