//! What the arguments of several commands have in common.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Which packages a command is about.
#[derive(Args, Debug)]
pub(crate) struct Selection {
    /// Folder of a package or workspace, or a folder inside one
    #[arg(default_value = ".", conflicts_with = "manifest_path")]
    pub(crate) path: PathBuf,
    /// Package of the workspace, by name; may be given several times
    #[arg(short, long = "package", value_name = "NAME", help_heading = PACKAGES)]
    pub(crate) package: Vec<String>,
    /// Path to `Cargo.toml`
    #[arg(long, value_name = "PATH", help_heading = PACKAGES)]
    pub(crate) manifest_path: Option<PathBuf>,
}

/// Which packages a command is about whose first word is something else.
#[derive(Args, Debug)]
pub(crate) struct Packaged {
    /// Package of the workspace, by name; may be given several times
    #[arg(short, long = "package", value_name = "NAME", help_heading = PACKAGES)]
    pub(crate) package: Vec<String>,
    /// Path to `Cargo.toml`
    #[arg(long, value_name = "PATH", help_heading = PACKAGES)]
    pub(crate) manifest_path: Option<PathBuf>,
}

impl Packaged {
    /// The same in the present folder.
    pub(crate) fn selection(&self) -> Selection {
        Selection {
            path: ".".into(),
            package: self.package.clone(),
            manifest_path: self.manifest_path.clone(),
        }
    }
}

const PACKAGES: &str = "Package Selection";

/// What is said, and how, whatever the command.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Display {
    /// Print no warnings, and nothing about what is in order
    #[arg(short, long, global = true, display_order = 900)]
    pub(crate) quiet: bool,
    /// When to use colors
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "WHEN",
        display_order = 900
    )]
    pub(crate) color: Option<When>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
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
