//! The arguments of `trace`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use crate::{args::Packaged, show::source_url::SourceUrl};

const EXAMPLES: &str = "\
Examples:
  cargo controls trace
  cargo controls trace AzureBackup --require satisfied --require verified
  cargo controls trace --format html --output trace.html
  cargo controls trace AzureBackup --assessment

Exit codes: 0 all is well, 1 a control lacks what `--require` asks for, 2 something could not be done";

/// Show what satisfies each control, what verifies it, and what is waived
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Catalog, by the name of its enum or the path of that; all that are in scope if none is named
    pub(crate) catalog: Option<String>,
    #[command(flatten)]
    pub(crate) packages: Packaged,
    /// Fail unless each control has this or a waiver; may be given several times
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) require: Vec<Requirement>,
    /// Count a control as verified only by tests that passed, as this report of `cargo nextest` or `cargo2junit` says
    #[arg(long, value_name = "FILE")]
    pub(crate) results: Option<PathBuf>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: TraceFormat,
    /// Write the page to this file instead of stdout; only an earlier page is overwritten
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Link sources in `markdown` and `html` to this address, which has `{file}` and may have `{line}` in it
    #[arg(long, value_name = "URL")]
    pub(crate) source_url: Option<SourceUrl>,
    /// Print one catalog as the JSON of an `Assessment`, which `controls-core` reads
    #[arg(long, conflicts_with_all = ["format", "output", "source_url"])]
    pub(crate) assessment: bool,
    /// Take this day for today, as YYYY-MM-DD, when waivers are compared with it
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
}

/// A day as waivers have it.
fn day(text: &str) -> Result<Date, String> {
    // A date may be written in other ways too, with a time for example.
    let is_plain = text.len() == "YYYY-MM-DD".len();
    let date = text.parse().ok().filter(|_| is_plain);
    date.ok_or_else(|| format!("`{text}` isn't a day of the calendar: expected `YYYY-MM-DD`"))
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
    /// For a page of documentation
    Markdown,
    /// For a browser: one page that loads nothing
    Html,
    /// For code scanners: the gaps as SARIF 2.1.0
    Sarif,
    /// For workflows on GitHub: the gaps as annotations
    Github,
}
