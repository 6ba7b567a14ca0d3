//! The arguments of `trace`.

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use crate::args::Packaged;

const EXAMPLES: &str = "\
Examples:
  cargo controls trace
  cargo controls trace AzureBackup --require satisfied --require verified
  cargo controls trace -p my-service --format json

Exit codes: 0 all is well, 1 a control lacks what `--require` asks for, 2 something could not be done";

/// Show what satisfies each control, what verifies it, and what is waived
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Catalog, by the name of its enum; all that are in scope if none is named
    pub(crate) catalog: Option<String>,
    #[command(flatten)]
    pub(crate) packages: Packaged,
    /// Fail unless each control has this or a waiver; may be given several times
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) require: Vec<Requirement>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: TraceFormat,
    /// Take this day for today, as YYYY-MM-DD, when waivers are compared with it
    #[arg(long, value_name = "DATE")]
    pub(crate) today: Option<Date>,
}

/// What each control has to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Requirement {
    /// Code that satisfies it
    Satisfied,
    /// A test that verifies it
    Verified,
}

/// The forms of a trace.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum TraceFormat {
    /// For people
    #[default]
    Text,
    /// For programs; its keys are stable
    Json,
}
