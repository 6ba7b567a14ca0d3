//! What Cargo makes of a package: libraries, programs, tests.

use std::fmt;

use super::manifest::Manifest;

/// A target of a package.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CargoTarget {
    /// The name of the package.
    pub(crate) package: String,
    /// What it's made for.
    pub(crate) kind: TargetKind,
    /// Its name, as Cargo has it.
    pub(crate) name: String,
    /// Why `cargo test` runs none of its tests, if it doesn't.
    pub(crate) untested: Option<Untested>,
}

/// Why `cargo test` runs no tests of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Untested {
    /// The target is left out: `test = false`, which examples and benches have unless they say otherwise.
    Off,
    /// It has no harness that would find them: `harness = false`.
    NoHarness,
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
    pub(super) fn of(
        package: &str,
        target: &cargo_metadata::Target,
        manifest: &Manifest,
    ) -> CargoTarget {
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
        let untested = if !target.test {
            Some(Untested::Off)
        } else if !manifest.has_harness(kind.name(), &target.name) {
            Some(Untested::NoHarness)
        } else {
            None
        };
        CargoTarget {
            package: package.to_owned(),
            kind,
            name: target.name.clone(),
            untested,
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
            untested: _,
        } = self;
        match kind {
            TargetKind::Library => f.write_str(package),
            TargetKind::Test => write!(f, "{package}::{name}"),
            kind => write!(f, "{package}::{}/{name}", kind.name()),
        }
    }
}
