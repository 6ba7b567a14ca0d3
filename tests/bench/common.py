"""What all groups share: where things are, how commands run and are timed, and the crates that are generated."""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import rows

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GENERATED_LIBRARY = "//! Generated.\n"


class Bench:
    """A run: its options, and the workspace of the crates that are measured."""

    # Crates without a line of code, and what they depend on.
    COLD = {
        "cold-controls": ["controls-azure-backup"],
        "cold-strum": ["strum"],
        "cold-serde": ["serde"],
        "cold-serde-controls": ["serde", "controls-azure-backup"],
        "cold-core": ["controls-core"],
        "cold-csv": ["controls-core/csv"],
        "cold-oscal": ["controls-core/oscal"],
    }

    def __init__(self, rounds, sizes):
        self.rounds, self.sizes = rounds, list(sizes)
        command = ["cargo", "metadata", "--no-deps", "--format-version", "1"]
        metadata = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        self.folder = Path(json.loads(metadata)["target_directory"]) / "bench"
        self.work, self.target = self.folder / "crates", self.folder / "target"
        self.environment = os.environ | {
            "CARGO_TARGET_DIR": str(self.target), "CARGO_INCREMENTAL": "0", "CARGO_TERM_COLOR": "never",
            "CARGO_TERM_QUIET": "true",
        }

    def set_up(self):
        """Lays out the workspace, and fetches what it depends on: the only step that may need a network."""
        # Crates of earlier runs are members too, and would take part in the lock.
        shutil.rmtree(self.work / "generated", ignore_errors=True)
        for source in (HERE / "crates").rglob("*"):
            if source.is_file():
                text = source.read_text().replace("@ROOT@", str(ROOT))
                write(self.work / source.relative_to(HERE / "crates"), text)
        for size in sorted({1200, *self.sizes}):
            self.catalog(size)
        for size in self.sizes:
            # Their sources come later: they are expanded by a crate of this workspace.
            self.package(f"plain-{size}", ["controls-core"], GENERATED_LIBRARY)
            self.package(f"strum-{size}", ["strum"], rows.strum_enum(rows.rows(size)))
        for name, dependencies in self.COLD.items():
            self.package(name, dependencies, GENERATED_LIBRARY)
        self.lookup_sources()
        for manifest in (self.work / "Cargo.toml", ROOT / "Cargo.toml"):
            if self.cargo("fetch", "--offline", "--manifest-path", manifest, check=False) != 0:
                self.cargo("fetch", "--manifest-path", manifest)
        self.environment["CARGO_NET_OFFLINE"] = "true"

    def package(self, name, dependencies, library, program=None, document=None):
        """Writes a crate of the workspace. Returns its folder."""
        folder = self.work / "generated" / name
        dependencies = "\n".join(map(dependency, dependencies))
        write(folder / "Cargo.toml", f"""[package]
name = "{name}"
version.workspace = true
edition.workspace = true
publish.workspace = true

[dependencies]
{dependencies}
""")
        write(folder / "src/lib.rs", library)
        if program:
            write(folder / "src/main.rs", program)
        if document:
            write(folder / "document/big.md", document)
        return folder

    def catalog(self, size):
        """A catalog, and a program that holds all of it."""
        of = rows.rows(size)
        program = f"fn main() {{\n    std::hint::black_box(catalog_{size}::Big::CATALOG);\n}}\n"
        self.package(f"catalog-{size}", ["controls-core"], rows.definition(of), program, rows.document(of))

    def plain(self, size):
        """The limit: the expansion of the catalog of this size as plain source."""
        catalog, name = self.work / "generated" / f"catalog-{size}", f"plain-{size}"
        # The expansion asserts where its document is, relative to the file that it's in.
        write(self.work / "generated" / name / "document/big.md", (catalog / "document/big.md").read_text())
        file = f"generated/{name}/src/lib.rs"
        expansion = self.output("cargo", "run", "-p", "expand", "--", catalog / "src/lib.rs", file)
        self.package(name, ["controls-core"], expansion)

    def lookup_sources(self):
        """The ids that are looked up, and the other ways to look them up, as source."""
        of = rows.rows(1200)
        ids = [row.id for row in of]
        text = "//! The ids that are looked up, and some that aren't there.\n\n"
        for constant, values in (("HITS", ids), ("MISSES", map(rows.mistyped, ids))):
            text += f"pub(crate) static {constant}: [&str; {len(ids)}] = {json.dumps(list(values))};\n"
        write(self.work / "lookups/src/ids.rs", text)
        entries = ", ".join(f"{json.dumps(id)} => {index}usize" for index, id in enumerate(ids))
        others = "//! What else these ids can be looked up with.\n\n"
        others += f"pub(crate) static MAP: phf::Map<&str, usize> = phf::phf_map! {{ {entries} }};\n"
        others += rows.strum_enum(of, derives="strum::EnumString", facts=False)
        write(self.work / "lookups/src/others.rs", others)

    def cargo(self, *arguments, check=True, **environment):
        """Runs Cargo in the workspace. Returns its exit code."""
        command = ["cargo", *map(str, arguments)]
        result = subprocess.run(command, cwd=self.work, env=self.environment | environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if result.returncode != 0 and check:
            sys.exit(f"{' '.join(command)} has failed:\n{result.stdout[-4000:]}")
        return result.returncode

    def output(self, *command, **environment):
        """Runs a command in the workspace. Returns what it prints."""
        result = subprocess.run(list(map(str, command)), cwd=self.work, env=self.environment | environment, text=True,
                                capture_output=True)
        if result.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))} has failed:\n{result.stderr[-4000:]}")
        return result.stdout

    def cargo_time(self, *arguments, touch=None):
        """The seconds that Cargo takes, with a source file that looks changed."""
        if touch:
            (self.work / "generated" / touch / "src/lib.rs").touch()
        start = time.perf_counter()
        self.cargo(*arguments)
        return time.perf_counter() - start

    def in_turn(self, alternatives, rounds=None):
        """Runs each alternative once a round, in turn. Returns what each has measured, by round."""
        out = {name: [] for name in alternatives}
        for number in range(rounds or self.rounds):
            say(f"  round {number + 1}")
            for name, measure in alternatives.items():
                out[name].append(measure())
        return out


def dependency(name):
    """A dependency of the workspace, with a feature after a slash, as a line of a manifest."""
    name, _, feature = name.partition("/")
    return f"{name} = {{ workspace = true{f', features = [{json.dumps(feature)}]' if feature else ''} }}"


def crates_of_a_user():
    """The crates that whoever depends on a catalog compiles besides it, with their versions."""
    command = ["cargo", "tree", "-p", "controls-azure-backup", "-e", "normal", "--prefix", "none"]
    text = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    crates = dict(re.findall(r"^([\w-]+) v([\w.+-]+)", text, re.MULTILINE))
    del crates["controls-azure-backup"]
    return crates


def write(path, text):
    """Writes a file, unless it says so already: Cargo goes by the time of the last change."""
    if not path.is_file() or path.read_text() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def median(values):
    return statistics.median(values)


def say(text):
    print(text, file=sys.stderr, flush=True)
