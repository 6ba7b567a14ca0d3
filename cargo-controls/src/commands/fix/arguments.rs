//! The arguments of `fix`.

use clap::Args;

use crate::args::{Format, Selection};

const EXAMPLES: &str = "\
Examples:
  cargo controls fix
  cargo controls fix controls-azure-backup --write
  cargo controls fix --write --drop forced-tunneling
  cargo controls fix --write --reviewed authorization

No id is dropped unless it's named, or a question about it is answered with yes. Such questions are asked in a terminal,
before anything is written; `q` or the end of the input quits, with nothing written.

After the definitions comes the evidence that they leave behind: names of controls that have others now, and what was reviewed
when its control said something else. No fingerprint is written unless somebody says that they have held the code against
what the control says now, by `--reviewed` or at a question. `--yes` doesn't say so. The question also shows what the control said, if
the definition is edited in the same run.

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
    /// Accept each row that seems to have another title, and each new name that `formerly` gives, instead of asking; of one
    /// that only may have become another it's still asked
    #[arg(long)]
    pub(crate) yes: bool,
    /// Say that what satisfies and verifies this control has been held against what it says now; may be given several times
    #[arg(long, value_name = "ID")]
    pub(crate) reviewed: Vec<String>,
    /// Drop this id with its control; may be given several times
    #[arg(long, value_name = "ID")]
    pub(crate) drop: Vec<String>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
