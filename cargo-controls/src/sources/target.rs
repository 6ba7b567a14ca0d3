//! What Cargo makes of a package: libraries, programs, tests.

use std::fmt;

/// A target of a package.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CargoTarget {
    /// The name of the package.
    pub(crate) package: String,
    /// What it's made for.
    pub(crate) kind: TargetKind,
    /// Its name, as Cargo has it.
    pub(crate) name: String,
}

/// What a target is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TargetKind {
    /// A library, of whatever kind.
    Library,
    Binary,
    Test,
    Example,
    Bench,
    BuildScript,
}

impl CargoTarget {
    /// A target as Cargo describes it.
    pub(super) fn of(package: &str, target: &cargo_metadata::Target) -> CargoTarget {
        let kind = if target.is_custom_build() {
            TargetKind::BuildScript
        } else if target.is_bin() {
            TargetKind::Binary
        } else if target.is_test() {
            TargetKind::Test
        } else if target.is_example() {
            TargetKind::Example
        } else if target.is_bench() {
            TargetKind::Bench
        } else {
            TargetKind::Library
        };
        CargoTarget {
            package: package.to_owned(),
            kind,
            name: target.name.clone(),
        }
    }

    /// The name of its crate in Rust.
    pub(crate) fn crate_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

impl TargetKind {
    /// The name as data has it, which is Cargo's.
    pub(crate) fn name(self) -> &'static str {
        match self {
            TargetKind::Library => "lib",
            TargetKind::Binary => "bin",
            TargetKind::Test => "test",
            TargetKind::Example => "example",
            TargetKind::Bench => "bench",
            TargetKind::BuildScript => "build",
        }
    }
}

impl fmt::Display for CargoTarget {
    /// Writes the target as `cargo nextest` names it: `package`, `package::test`, `package::bin/name`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CargoTarget {
            package,
            kind,
            name,
        } = self;
        match kind {
            TargetKind::Library => f.write_str(package),
            TargetKind::Test => write!(f, "{package}::{name}"),
            kind => write!(f, "{package}::{}/{name}", kind.name()),
        }
    }
}
