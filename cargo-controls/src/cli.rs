//! The arguments of the whole command.

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::{
    args::{Display, When},
    colour,
    commands::{
        check, diff, explain, export, fix, history, import, list, manual, matrix, read, trace,
    },
};

const EXAMPLES: &str = "\
Examples:
  cargo controls check
  cargo controls read controls-azure-backup/document/security-controls.md
  cargo controls explain BYOK
  cargo controls import controls-azure-backup/document/security-controls.md --name AzureBackup

Exit codes: 0 all is well, 1 a definition and its document differ, or a control has a gap, 2 something could not be done";

/// Catalogs of security controls, held against their documents
#[derive(Debug, Parser)]
#[command(name = "cargo-controls", bin_name = "cargo controls", version, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) display: Display,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(check::Arguments),
    Diff(diff::Arguments),
    History(history::Arguments),
    Import(import::Arguments),
    Fix(fix::Arguments),
    Read(read::Arguments),
    Explain(explain::Arguments),
    List(list::Arguments),
    Matrix(matrix::Arguments),
    Export(export::Arguments),
    Trace(trace::Arguments),
    /// Print a completion script for a shell
    Completions(manual::Completions),
    /// Print the manual page
    Manual(manual::Manual),
}

impl Cli {
    /// Reads the words of the command line. Cargo puts `controls` in front of them, a person may leave it out.
    pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Cli, clap::Error> {
        let mut words: Vec<OsString> = words.into_iter().collect();
        if words.get(1).is_some_and(|word| word == "controls") {
            words.remove(1);
        }
        // What is wrong with the words, and the help, have colours as well.
        colour::decide(color(&words));
        let mut command = Cli::command().color(colour::of_clap());
        let matches = command.try_get_matches_from_mut(words)?;
        Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
    }
}

/// The value of `--color`, read before anything else is.
fn color(words: &[OsString]) -> Option<When> {
    let mut values = words.iter().enumerate().filter_map(|(at, word)| {
        let value = match word.to_str()?.strip_prefix("--color")? {
            "" => words.get(at + 1)?.to_str()?,
            value => value.strip_prefix('=')?,
        };
        When::from_str(value, false).ok()
    });
    values.next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_word_controls_may_come_first() {
        for words in [
            &["cargo-controls", "check", "x"][..],
            &["cargo-controls", "controls", "check", "x"],
        ] {
            let arguments = Cli::parse(words.iter().map(OsString::from)).unwrap();
            assert!(
                matches!(arguments.command, Command::Check(check::Arguments { selection, .. }) if selection.path.as_os_str() == "x")
            );
        }
    }
}
