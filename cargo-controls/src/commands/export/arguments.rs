//! The arguments of `export`.

use clap::{
    Args,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use controls_oscal::Format;

use crate::args::Packaged;

const EXAMPLES: &str = "\
Examples:
  cargo controls export AzureBackup --format csv
  cargo controls export AzureBackup --format oscal-catalog > AzureBackup.oscal-catalog.json

Exit codes: 0 all is well, 1 the catalog and its document differ, 2 something could not be done";

/// Give a catalog in a format that others read: OSCAL, a spreadsheet, an article
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Catalog, by the name of its enum; need not be named where only one is in scope
    pub(crate) catalog: Option<String>,
    #[command(flatten)]
    pub(crate) packages: Packaged,
    /// Format
    #[arg(long, value_parser = formats())]
    pub(crate) format: Format,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let values = Format::ALL
        .iter()
        .map(|format| PossibleValue::new(format.name()).help(format.summary()));
    PossibleValuesParser::new(values).try_map(|name| name.parse::<Format>())
}
