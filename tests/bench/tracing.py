"""`cargo controls trace` of a workspace of many files, against what else reads all of them: `cargo check`."""

import subprocess
import sys
import time

import rows
from callgrind import instructions
from common import ROOT, write

FILES, ROWS, METHODS = 200, 300, 6


def trace(bench):
    """Seconds of both, by round, and how much there is to read."""
    command = built(bench)
    folder, lines = workspace(bench, FILES)
    cargo(bench, folder, "check", "--tests")
    check_shown(traced(bench, folder, command))
    alternatives = {"trace": lambda: seconds(lambda: traced(bench, folder, command)),
                    "check": lambda: seconds(lambda: checked(bench, folder))}
    return {"files": FILES, "lines": lines, **bench.in_turn(alternatives, bench.rounds * 4)}


def growth(bench):
    """How many times as many instructions four times as many files take."""
    command = built(bench)
    few, many = (workspace(bench, files)[0] for files in (FILES // 4, FILES))
    count = lambda folder: instructions(command, "controls", "trace", "--manifest-path", folder / "Cargo.toml")
    return count(many) / count(few)


def built(bench):
    bench.cargo("build", "--release", "--manifest-path", ROOT / "Cargo.toml", "-p", "cargo-controls")
    return bench.target / "release/cargo-controls"


def traced(bench, folder, command):
    return run(bench, folder, command, "controls", "trace", "--require", "satisfied", "--require", "verified")


def checked(bench, folder):
    (folder / "src/lib.rs").touch()
    return cargo(bench, folder, "check", "--tests")


def check_shown(shown):
    """What is fast and finds nothing is no use."""
    expected = f"{ROWS} controls in Big: {ROWS} satisfied, {ROWS} verified, 0 waived, 0 with nothing"
    if expected not in shown:
        sys.exit(f"`trace` hasn't found everything, expected {expected!r}:\n{shown[-500:]}")


def seconds(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def cargo(bench, folder, *arguments):
    return run(bench, folder, "cargo", *arguments)


def run(bench, folder, *command):
    result = subprocess.run(list(map(str, command)), cwd=folder, env=bench.environment, text=True, capture_output=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} has failed:\n{result.stderr[-4000:]}")
    return result.stdout


def workspace(bench, files):
    """Writes a workspace of one package, whose files satisfy and verify all controls of a catalog. Returns its folder, and how
    many lines the files have."""
    folder = bench.folder / f"trace-{files}"
    of = rows.rows(ROWS * files // FILES)
    write(folder / "document/big.md", rows.document(of))
    write(folder / "Cargo.toml", f"""[workspace]

[package]
name = "traced"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
controls-core = {{ path = "{ROOT}/controls-core" }}
""")
    modules = "".join(f"pub mod m{number};\n" for number in range(files))
    sources = {f"m{number}": source(number, [row.name for row in of[number::files]]) for number in range(files)}
    lines = sum(text.count("\n") for text in sources.values())
    sources["catalog"] = f"//! The catalog.\n\n{rows.definition(of)}"
    sources["lib"] = f"//! Generated.\n\npub mod catalog;\n{modules}"
    for name, text in sources.items():
        write(folder / f"src/{name}.rs", text)
    cargo(bench, folder, "generate-lockfile", "--offline")
    return folder, lines


def source(number, controls):
    """A file as people write them, with evidence for some controls."""
    methods = "\n".join(method(at, controls[at:at + 1]) for at in range(METHODS))
    tests = "\n".join(test(at, name) for at, name in enumerate(controls))
    return f"""//! Accounts of kind {number}.

use std::collections::BTreeMap;

use controls_core::satisfies;

use crate::catalog::Big;

/// What has been booked, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {{
    entries: BTreeMap<String, u64>,
    is_closed: bool,
}}

impl Ledger {{
{methods}}}

#[cfg(test)]
mod tests {{
    use controls_core::verifies;

    use super::*;

{tests}}}
"""


def method(at, controls):
    evidence = "".join(f"    #[satisfies(Big::{name})]\n" for name in controls)
    return f"""    /// Books an amount under a name, and returns what has been booked under it so far.
    ///
    /// # Errors
    ///
    /// When nothing is booked, the ledger is closed, or there is too much of it: then nothing has changed.
{evidence}    pub fn book_{at}(&mut self, name: &str, amount: u64) -> Result<u64, String> {{
        if amount == 0 || self.is_closed {{
            return Err(format!("nothing can be booked under `{{name}}`"));
        }}
        let entry = self.entries.entry(name.to_owned()).or_default();
        *entry = entry.checked_add(amount).ok_or_else(|| format!("`{{name}}` has {{entry}} already"))?;
        Ok(*entry)
    }}
"""


def test(at, name):
    return f"""    #[test]
    #[verifies(Big::{name})]
    fn nothing_is_booked_{at}() {{
        let mut ledger = Ledger::default();
        assert_eq!(ledger.book_{at}("rent", 0), Err("nothing can be booked under `rent`".to_owned()));
        assert!(ledger.entries.is_empty() && !ledger.is_closed);
    }}
"""
