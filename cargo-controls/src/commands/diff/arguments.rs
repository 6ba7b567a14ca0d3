//! The arguments of `diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::sources::ReadingOptions;

const USAGE: &str = "\
cargo controls diff [OPTIONS] <OLD> <NEW>
       cargo controls diff [OPTIONS] --git <REV..REV> <PATH> [PATH IN THE LATER REVISION]
       cargo controls diff [OPTIONS] --translation <ORIGINAL> <TRANSLATED>";

const EXAMPLES: &str = "\
Examples:
  git show HEAD~1:controls-azure-backup/document/security-controls.md > older.md
  cargo controls diff older.md controls-azure-backup/document/security-controls.md
  cargo controls diff --changelog older.md controls-azure-backup/document/security-controls.md
  cargo controls diff --git HEAD~1..HEAD controls-azure-backup/document/security-controls.md
  cargo controls diff --format oscal-mapping --name AzureBackup older.md controls-azure-backup/document/security-controls.md
  cargo controls diff --translation controls-azure-backup/document/security-controls.md older.md

Exit codes: 0 there is no difference, 1 there are differences, 2 something could not be done";

/// Show the differences between two documents, and the release that they call for
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES, override_usage = USAGE)]
pub(crate) struct Arguments {
    /// Earlier document, or the original of a translation
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// Later document, or the translation
    #[arg(value_name = "NEW", required_unless_present = "git")]
    pub(crate) new: Option<PathBuf>,
    /// Compare two revisions of one document, also if it was renamed; an omitted revision is `HEAD`
    #[arg(long, value_name = "REV..REV", allow_hyphen_values = true)]
    pub(crate) git: Option<String>,
    /// Compare by position: titles and notes may differ, rows and answers may not
    #[arg(long, conflicts_with_all = ["git", "changelog"])]
    pub(crate) translation: bool,
    /// Print an entry for the catalog's `CHANGELOG.md`
    #[arg(long, conflicts_with = "format")]
    pub(crate) changelog: bool,
    /// List the remarks about each document instead of counting them
    #[arg(short, long, conflicts_with = "quiet")]
    pub(crate) verbose: bool,
    /// Compare only what is under this heading, which both documents have
    #[arg(long, value_name = "TEXT", conflicts_with = "translation")]
    pub(crate) heading: Option<String>,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
    /// In `oscal-mapping`, the name of the catalog; without it, one made of the name of the later document's file
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: DiffFormat,
}

/// The forms of what differs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    #[default]
    Text,
    /// For programs; its keys are stable
    Json,
    /// For code scanners: SARIF 2.1.0
    Sarif,
    /// For workflows on GitHub: annotations
    Github,
    /// An OSCAL mapping collection: what has become of each control
    OscalMapping,
}
