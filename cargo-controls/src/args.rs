//! What the arguments of several commands have in common.

use clap::ValueEnum;

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
