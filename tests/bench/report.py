"""Writes PERFORMANCE.md and the plots."""

import os
import platform
import re
import subprocess
from pathlib import Path

from common import ROOT
from goals import figures, spread
from plot import plot
from reading import READERS

BEGIN, END = "<!-- By hand: begin -->", "<!-- By hand: end -->"
# Why somebody who depends on a catalog compiles each crate.
REASONS = {
    "controls-core": "the types of a catalog, and `controls!`",
    "controls-macros": "the procedural macro; it has to be a crate of its own",
    "controls-dsl": "the definition language; the macro and the command share it",
    "controls-document": "reads and compares documents; the macro and the command share it",
    "syn": "parses a definition",
    "quote": "makes the items of a catalog",
    "proc-macro2": "tokens and where they are, for `syn` and `quote`",
    "unicode-ident": "which letters a name may have; `proc-macro2` and `syn` need it too",
    "unicode-normalization": "compares texts in NFC, so that two ways to write `é` are the same",
    "tinyvec": "for `unicode-normalization`",
    "unicode-width": "how wide the characters in an excerpt of a document are",
}
COMPARED = ["comrak", "phf", "pulldown-cmark", "serde", "strsim", "strum"]


def machine(bench):
    """What the figures were measured on and with."""
    first_line = lambda *command: subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0]
    model = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    lock = (bench.work / "Cargo.lock").read_text()
    versions = {name: re.findall(rf'name = "{name}"\nversion = "([^"]+)"', lock)[-1] for name in COMPARED}
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": model[1] if model else platform.machine(),
        "rustc": first_line("rustc", "--version"),
        "valgrind": first_line("valgrind", "--version"),
        "crates": versions,
        "sizes": bench.sizes,
    }


def write(results, page, folder):
    """Writes the page; what was written by hand between its markers stays."""
    folder.mkdir(parents=True, exist_ok=True)
    plots = write_plots(results["groups"], folder)
    by_hand = ""
    if page.is_file():
        kept = re.search(f"{re.escape(BEGIN)}\n(.*?){re.escape(END)}", page.read_text(), re.DOTALL)
        by_hand = kept[1] if kept else ""
    link = lambda file: os.path.relpath(folder / file, page.parent).replace(os.sep, "/")
    parts = [
        "# Performance",
        introduction(results),
        "## Goals",
        table(results["groups"]),
        f"{BEGIN}\n{by_hand}{END}",
        *(f"![{title}]({link(file)})" for file, title in plots),
        *seconds(results["groups"]),
        *constants(results["groups"]),
        "## What a user compiles",
        "Whoever depends on `controls-azure-backup` also compiles these crates, of which only `controls-core` is part of the program:",
        tree(),
    ]
    page.write_text("\n\n".join(parts) + "\n")


def introduction(results):
    machine = results["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["crates"].items())
    total = sum(group["took"] for group in results["groups"].values()) / 60
    return f"""`tests/bench/run` writes this page, and anybody can run it: it generates its inputs, and measures each alternative
in turn in the same run. Seconds are medians of {describe_rounds(results)}; the ratio is that of the medians, and its spread the
lowest and highest ratio of a single round. Instructions are counted by callgrind, and sizes are taken from the program: both
are the same in each run, except for `HashMap`, which hashes at random. `tests/bench/guard` compares those of a catalog with
recorded values.

| | |
|---|---|
| machine | {machine["cores"]} cores, {machine["processor"]} |
| compiler | {machine["rustc"]} |
| compared with | {versions} |
| counted with | {machine["valgrind"]} |
| command | `tests/bench/run`, {total:.0f} minutes |"""


def describe_rounds(results):
    rounds = sorted({group["rounds"] for group in results["groups"].values()})
    return " or ".join("1 round" if number == 1 else f"{number} rounds" for number in rounds)


def table(groups):
    lines = ["| what | against | goal | ratio | spread | medians | met |", "|---|---|---|---|---|---|---|"]
    for _, figure in figures(groups):
        met = "yes" if figure.is_met else "**no**"
        cells = [figure.what, figure.against, figure.goal, figure.shown, figure.spread, figure.details, met]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def seconds(groups):
    """All seconds of `cargo check`, for what the table of goals leaves out."""
    measured = groups.get("check", {}).get("measured")
    if not measured:
        return
    yield "## `cargo check` in seconds"
    lines = ["| rows | catalog | plain source | strum's derives |", "|---|---|---|---|"]
    for size in sizes(measured):
        cells = [f"{size:,}"]
        for way in ("catalog", "plain", "strum"):
            middle, lowest, highest = spread(measured[f"{way}-{size}"])
            cells.append(f"{middle:.2f} ({lowest:.2f}–{highest:.2f})")
        lines.append(f"| {' | '.join(cells)} |")
    yield "\n".join(lines)


def constants(groups):
    """The assembly of the functions that say what a constant control says."""
    measured = groups.get("constants", {}).get("measured")
    if not measured:
        return
    yield "## Constants in machine code"
    yield "What functions compile to that return the answer or title of `AzureBackup::ForcedTunneling`, next to the same with literals."
    for name, (ours, literal) in measured.items():
        text = f"{name}, with a literal too:\n{ours}" if ours == literal else f"{name}:\n{ours}\n\nwith a literal:\n{literal}"
        yield f"```text\n{text}\n```"


def write_plots(groups, folder):
    out = []
    if "check" in groups:
        measured = groups["check"]["measured"]
        names = {"catalog": "catalog", "plain": "plain source", "strum": "strum's derives"}
        series = {label: [(size, *spread(measured[f"{way}-{size}"])) for size in sizes(measured)] for way, label in names.items()}
        out.append(("check.svg", "Seconds of cargo check over rows", plot("cargo check", "rows", "seconds", series)))
    if "reading" in groups:
        measured = groups["reading"]["measured"]
        # The documents of this catalog's kind have 15 rows in each copy of the seed.
        copy = measured["seed bytes"][0]
        texts = [key.removesuffix(" bytes") for key in measured if key.endswith(" bytes")]
        rows = lambda text: round(measured[f"{text} bytes"][0] / copy) * 15
        series = {reader: [(rows(text), *spread(measured[f"{reader} {text}"])) for text in texts] for reader in READERS}
        out.append(("reading.svg", "Seconds of reading over rows", plot("reading documents", "rows", "seconds", series)))
    for file, _, text in out:
        (folder / file).write_text(text)
    return [(file, title) for file, title, _ in out]


def sizes(measured):
    return sorted({int(name.rsplit("-", 1)[1]) for name in measured})


def tree():
    command = ["cargo", "tree", "-p", "controls-azure-backup", "-e", "normal", "--prefix", "none"]
    text = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    crates = dict(re.findall(r"^([\w-]+) v([\w.+-]+)", text, re.MULTILINE))
    lines = ["| crate | version | for |", "|---|---|---|"]
    lines += [f"| `{name}` | {crates[name]} | {reason} |" for name, reason in REASONS.items() if name in crates]
    lines += [f"| `{name}` | {crates[name]} | **nobody has said why** |"
              for name in sorted(crates.keys() - REASONS.keys() - {"controls-azure-backup"})]
    return "\n".join(lines)
