"""What all groups share: where things are, how commands run and are timed, and the crates that are generated."""

import json
import os
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

    def __init__(self, rounds=5, sizes=(300, 1200, 3000, 10000), megabytes=100):
        self.rounds, self.sizes, self.megabytes = rounds, list(sizes), megabytes
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
        self.lookup_sources()
        for size in self.sizes:
            self.strum(size)
        self.catalog(1200, "-serde", 'controls-core = { workspace = true, features = ["serde"] }')
        self.strum(1200, "-serde", "serde.workspace = true")
        self.package("cold-controls", "controls-azure-backup.workspace = true", GENERATED_LIBRARY)
        self.package("cold-strum", "strum.workspace = true", GENERATED_LIBRARY)
        for size in sorted({1200, *self.sizes}):
            self.package(f"plain-{size}", "controls-core.workspace = true", GENERATED_LIBRARY)
        for manifest in (self.work / "Cargo.toml", ROOT / "Cargo.toml"):
            if self.cargo("fetch", "--offline", "--manifest-path", manifest, check=False) != 0:
                self.cargo("fetch", "--manifest-path", manifest)
        self.environment["CARGO_NET_OFFLINE"] = "true"

    def package(self, name, dependency, library, program=None, document=None):
        """Writes a crate of the workspace. Returns its folder."""
        folder = self.work / "generated" / name
        write(folder / "Cargo.toml", f"""[package]
name = "{name}"
version.workspace = true
edition.workspace = true
publish.workspace = true

[dependencies]
{dependency}
""")
        write(folder / "src/lib.rs", library)
        if program:
            write(folder / "src/main.rs", program)
        if document:
            write(folder / "document/big.md", document)
        return folder

    def catalog(self, size, suffix="", dependency="controls-core.workspace = true"):
        of = rows.rows(size)
        program = f"fn main() {{\n    std::hint::black_box(catalog_{size}::Big::CATALOG);\n}}\n"
        self.package(f"catalog{suffix}-{size}", dependency, rows.definition(of),
                     None if suffix else program, rows.document(of))

    def strum(self, size, suffix="", dependency=""):
        derives = rows.STRUM_DERIVES + (", serde::Serialize, serde::Deserialize" if suffix else "")
        source = rows.strum_enum(rows.rows(size), derives=derives, serde=bool(suffix))
        self.package(f"strum{suffix}-{size}", f"strum.workspace = true\n{dependency}", source)

    def plain(self, size):
        """The limit: the expansion of the catalog of this size as plain source."""
        catalog = self.work / "generated" / f"catalog-{size}"
        expansion = self.output("cargo", "run", "-q", "-p", "tools", "--bin", "expand", "--", catalog / "src/lib.rs")
        program = (catalog / "src/main.rs").read_text().replace("catalog_", "plain_")
        self.package(f"plain-{size}", "controls-core.workspace = true", expansion, program,
                     (catalog / "document/big.md").read_text())

    def lookup_sources(self):
        """The ids that are looked up, and the other ways to look them up, as source."""
        big = rows.rows(1200)
        small = seed_rows()
        lists = {"SMALL": [row.id for row in small], "BIG": [row.id for row in big]}
        text = "//! The ids that are looked up, and some that aren't there.\n\n"
        tables = "//! The same ids in other hands.\n\n"
        for name, ids in lists.items():
            misses = [rows.mistyped(id) for id in ids]
            for constant, values in ((name, ids), (f"{name}_MISSES", misses)):
                text += f"pub(crate) static {constant}: [&str; {len(values)}] = {json.dumps(values)};\n"
            entries = ", ".join(f"{json.dumps(id)} => {index}usize" for index, id in enumerate(ids))
            tables += f"pub(crate) static {name}: phf::Map<&str, usize> = phf::phf_map! {{ {entries} }};\n"
        for name, of in (("Small", small), ("Big", big)):
            tables += rows.strum_enum(of, name, "strum::EnumString", facts=False)
            tables += rows.strum_enum(of, f"{name}Phf", "strum::EnumString", "#[strum(use_phf)]", facts=False)
        write(self.work / "lookups/src/ids.rs", text)
        write(self.work / "lookups/src/others/tables.rs", tables)

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


def seed_rows():
    """The names and ids of the first catalog, from its source: in it, an id is always made of the name."""
    import re
    source = (ROOT / "controls-azure-backup/src/lib.rs").read_text()
    names = re.findall(r"^ {12}(\w+) = ", source, re.MULTILINE)
    kebab = lambda name: re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", name).lower()
    return [rows.Row(name, kebab(name), name, "", "", "", "") for name in names]


def write(path, text):
    """Writes a file, unless it says so already: Cargo goes by the time of the last change."""
    if not path.is_file() or path.read_text() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def median(values):
    return statistics.median(values)


def say(text):
    print(text, file=sys.stderr, flush=True)
