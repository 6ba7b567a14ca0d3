//! The arguments.

use std::{ffi::OsString, path::PathBuf};

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::{diff, explain, history, import, manual, output};

const EXAMPLES: &str = "\
Examples:
  cargo controls check
  cargo controls read controls-azure-backup/document/security-controls.md
  cargo controls explain BYOK
  cargo controls import controls-azure-backup/document/security-controls.md --name AzureBackup

Exit codes: 0 all is well, 1 a definition and its document differ, 2 something could not be done";

const CHECK_EXAMPLES: &str = "\
Examples:
  cargo controls check
  cargo controls check --format json
  cargo controls check controls-azure-backup
  cargo controls check --against controls-azure-backup/document/security-controls.md

Exit codes: 0 all is well, 1 a definition and its document differ, 2 something could not be done";

const FIX_EXAMPLES: &str = "\
Examples:
  cargo controls fix
  cargo controls fix controls-azure-backup --write

Exit codes: 0 nothing is to be done or all is written, 1 an edit has only been shown, 2 something could not be done";

const READ_EXAMPLES: &str = "\
Examples:
  cargo controls read controls-azure-backup/document/security-controls.md
  cargo controls read controls-azure-backup/document/security-controls.md --heading Network --format json

Exit codes: 0 the document has been read, 2 it could not be";

/// Catalogs of security controls, held against their documents
#[derive(Debug, Parser)]
#[command(name = "cargo-controls", bin_name = "cargo controls", version, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Holds every `controls!` of a package or workspace against its document
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Shows the differences from one document to another, and the release that they ask for
    Diff(diff::Diff),
    /// Shows how each control fared over several editions of a document
    History(history::Arguments),
    Import(import::Import),
    /// Takes every `controls!` of a package or workspace to the present edition of its document
    #[command(after_help = FIX_EXAMPLES)]
    Fix(Fix),
    /// Shows what is read of a document: its sections, rows and what is odd about it
    #[command(after_help = READ_EXAMPLES)]
    Read(Read),
    /// Shows all there is to know of one control: its record, its place in the document, its uses
    Explain(explain::Explain),
    /// Prints a script that completes the command in a shell
    Completions(manual::Completions),
    /// Prints the manual page
    Manual(manual::Manual),
}

#[derive(Args, Debug)]
pub(crate) struct Check {
    /// The folder of a package or workspace, or one inside of it
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    /// Holds a catalog against this newer copy of its document in place of the one that it has
    #[arg(long, value_name = "FILE")]
    pub(crate) against: Option<PathBuf>,
    /// The form of the results
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ReportFormat,
}

#[derive(Args, Debug)]
pub(crate) struct Fix {
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

#[derive(Args, Debug)]
pub(crate) struct Read {
    /// The Markdown file
    pub(crate) document: PathBuf,
    /// Shows only what stands under this heading
    #[arg(long, value_name = "TEXT")]
    pub(crate) heading: Option<String>,
    /// The form of the results
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// For programs; its keys are stable
    Json,
}

/// The forms of what a build reports.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people
    #[default]
    Text,
    /// For programs; its keys are stable
    Json,
    /// For code scanners: SARIF 2.1.0
    Sarif,
    /// For workflows on GitHub: annotations
    Github,
}

impl Arguments {
    /// Reads the words of the command line. Cargo puts `controls` in front of them, a person may leave it out.
    pub(crate) fn parse(
        words: impl IntoIterator<Item = OsString>,
    ) -> Result<Arguments, clap::Error> {
        let mut words: Vec<OsString> = words.into_iter().collect();
        if words.get(1).is_some_and(|word| word == "controls") {
            words.remove(1);
        }
        let mut command = Arguments::command().color(output::clap_colour());
        let matches = command.try_get_matches_from_mut(words)?;
        Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_word_controls_may_stand_in_front() {
        for words in [
            &["cargo-controls", "check", "x"][..],
            &["cargo-controls", "controls", "check", "x"],
        ] {
            let arguments = Arguments::parse(words.iter().map(OsString::from)).unwrap();
            assert!(
                matches!(arguments.command, Command::Check(Check { path, .. }) if path.as_os_str() == "x")
            );
        }
    }
}
