//! The arguments of `diff`.

use std::path::PathBuf;

use clap::Args;

use crate::args::ReportFormat;

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
  cargo controls diff --translation controls-azure-backup/document/security-controls.md older.md

Exit codes: 0 there is no difference, 1 there are differences, 2 something could not be done";

/// Shows the differences from one document to another, and the release that they ask for
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES, override_usage = USAGE)]
pub(crate) struct Arguments {
    /// The earlier document, or the original of a translation
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// The later document, or the translation
    #[arg(value_name = "NEW", required_unless_present = "git")]
    pub(crate) new: Option<PathBuf>,
    /// Compares two revisions of one document; a revision left out is `HEAD`
    #[arg(long, value_name = "REV..REV", allow_hyphen_values = true)]
    pub(crate) git: Option<String>,
    /// Compares by place: titles and notes may differ, rows and answers may not
    #[arg(long, conflicts_with_all = ["git", "changelog"])]
    pub(crate) translation: bool,
    /// Prints an entry for the `CHANGELOG.md` of the catalog
    #[arg(long, conflicts_with = "format")]
    pub(crate) changelog: bool,
    /// The form of the results
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ReportFormat,
}
