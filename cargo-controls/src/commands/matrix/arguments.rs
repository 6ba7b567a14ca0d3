//! The arguments of `matrix`.

use clap::{Args, ValueEnum};

use crate::args::Packaged;

const EXAMPLES: &str = "\
Examples:
  cargo controls matrix
  cargo controls matrix byok
  cargo controls matrix --section \"Data protection\" --format csv > matrix.csv

Exit codes: 0 all is well, 2 something could not be done";

/// Show the catalogs in scope side by side: what each of them says of a control
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Only this control: its id, variant, label, title or alias, or words from its title or notes, in any catalog
    pub(crate) control: Option<String>,
    #[command(flatten)]
    pub(crate) packages: Packaged,
    /// Only controls of this section, by its heading, alone or after those above it, or by its variant
    #[arg(long, value_name = "SECTION")]
    pub(crate) section: Option<String>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: MatrixFormat,
}

/// The forms of a matrix.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum MatrixFormat {
    /// For people
    #[default]
    Text,
    /// For programs; its keys are stable
    Json,
    /// For spreadsheets
    Csv,
    /// For a page of documentation
    Markdown,
    /// For a browser: one page that loads nothing
    Html,
}
