//! What a command has to say.

use crate::report::Message;

/// The results and messages of a command, before anything is printed.
#[derive(Debug)]
pub(crate) struct Answer {
    /// What goes to stdout.
    pub(crate) results: String,
    /// What goes to stderr.
    pub(crate) messages: Vec<Message>,
    /// How it went.
    pub(crate) outcome: Outcome,
}

/// How a command went. The worst of several counts, and the last one is the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// All is well.
    Well,
    /// A definition and its document differ.
    Drift,
    /// Something could not be done.
    Failed,
}

impl Outcome {
    /// The exit code.
    pub(crate) fn code(self) -> u8 {
        match self {
            Outcome::Well => 0,
            Outcome::Drift => 1,
            Outcome::Failed => 2,
        }
    }
}
