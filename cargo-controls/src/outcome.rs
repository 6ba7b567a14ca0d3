//! What comes of a command.

use crate::message::Message;

/// The results and messages of a command, before anything is printed.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// What goes to stdout.
    pub(crate) results: String,
    /// What goes to stderr.
    pub(crate) messages: Vec<Message>,
    /// How it went.
    pub(crate) exit: Exit,
}

/// How a command went. The worst of several counts, and the last one is the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// All is well.
    Well,
    /// A definition and its document differ, or a control lacks what is required.
    Drift,
    /// Something could not be done.
    Failed,
}

impl Exit {
    /// The exit code.
    pub(crate) fn code(self) -> u8 {
        match self {
            Exit::Well => 0,
            Exit::Drift => 1,
            Exit::Failed => 2,
        }
    }
}
