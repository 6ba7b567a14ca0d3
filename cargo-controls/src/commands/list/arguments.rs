//! The arguments of `list`.

use clap::{Args, ValueEnum};
use controls_document::Answer;

use crate::args::{Format, Packaged};

const EXAMPLES: &str = "\
Examples:
  cargo controls list
  cargo controls list AzureBackup --answer no
  cargo controls list AzureBackup --section \"Data protection\" --format json

Exit codes: 0 all is well, 2 something could not be done";

/// List the controls of the catalogs in scope, those of dependencies too
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Catalog, by the name of its enum or the path of that; all that are in scope if none is named
    pub(crate) catalog: Option<String>,
    #[command(flatten)]
    pub(crate) packages: Packaged,
    /// Only controls with this answer; may be given several times
    #[arg(long, value_enum, value_name = "ANSWER")]
    pub(crate) answer: Vec<AnswerKind>,
    /// Only controls of this section, by its heading, alone or after those above it, or by its variant
    #[arg(long, value_name = "SECTION")]
    pub(crate) section: Option<String>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// An answer that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerKind {
    /// The service has it
    Yes,
    /// The service doesn't have it
    No,
    /// The question doesn't apply to the service
    #[value(alias = "n/a")]
    NotApplicable,
    /// The document leaves it open
    Unanswered,
    /// Anything else that the document says
    Qualified,
}

impl AnswerKind {
    /// What kind an answer is of.
    pub(super) fn of(answer: Answer<'_>) -> AnswerKind {
        match answer {
            Answer::Yes => AnswerKind::Yes,
            Answer::No => AnswerKind::No,
            Answer::NotApplicable => AnswerKind::NotApplicable,
            Answer::Unanswered => AnswerKind::Unanswered,
            Answer::Qualified(_) => AnswerKind::Qualified,
        }
    }
}
