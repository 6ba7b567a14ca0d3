"""Writes PERFORMANCE.md with its plot, and the figures in README.md."""

import os
import platform
import re
import subprocess
from pathlib import Path

from common import crates_of_a_user, median
from goals import PLAIN, SERDE, STRUM, figures
from plot import plot

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
    "hmac-sha256": "fingerprints of rows",
    "unicode-width": "how wide the characters in an excerpt of a document are",
}
COMPARED = ["phf", "serde", "strum"]
WARNING = "The machine was busy with other work, so that its seconds say little."
WAYS = {"catalog": "catalog", "plain": "plain source", "strum": "strum's derives"}


def machine(bench):
    """What the figures were measured on and with."""
    first_line = lambda *command: subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0]
    model = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    lock = (bench.work / "Cargo.lock").read_text()
    versions = {name: re.search(rf'name = "{name}"\nversion = "([^"]+)"', lock)[1] for name in COMPARED}
    return {
        "load": round(os.getloadavg()[0], 1),
        "cores": len(os.sched_getaffinity(0)),
        "processor": model[1] if model else platform.machine(),
        "rustc": first_line("rustc", "--version"),
        "valgrind": first_line("valgrind", "--version"),
        "crates": versions,
    }


def was_busy(machine):
    return machine["load"] > machine["cores"] / 4


def write(results, page, folder):
    """Writes the page; what was written by hand between its markers stays."""
    folder.mkdir(parents=True, exist_ok=True)
    by_hand = ""
    if page.is_file():
        kept = re.search(f"{re.escape(BEGIN)}\n(.*?){re.escape(END)}", page.read_text(), re.DOTALL)
        by_hand = kept[1] if kept else ""
    groups = results["groups"]
    parts = [
        "# Performance",
        introduction(results),
        "## Goals",
        table(groups),
        f"{BEGIN}\n{by_hand}{END}",
        *seconds(groups, page, folder),
        *constants(groups),
        "## What a user compiles",
        "Whoever depends on `controls-azure-backup` also compiles these crates, of which only `controls-core` is part of the program:",
        crates(),
    ]
    page.write_text("\n\n".join(parts) + "\n")


def introduction(results):
    machine = results["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["crates"].items())
    total = sum(group["took"] for group in results["groups"].values()) / 60
    rounds = sorted({group["rounds"] for group in results["groups"].values()})
    rounds = " or ".join("1 round" if number == 1 else f"{number} rounds" for number in rounds)
    warning = f"\n\n**{WARNING}**" if was_busy(machine) else ""
    return f"""`tests/bench/run` writes this page, and anybody can run it: it generates its inputs, and measures each alternative
in turn in the same run. Seconds are medians of {rounds}, of four times as many where a build takes less than a quarter of
a second; the ratio is that of the medians, and its spread the lowest and highest ratio of a single round. Instructions are
counted by callgrind, and are the same in each run. `tests/bench/guard` compares those of a catalog, and other figures that
don't depend on the machine, with recorded values.

A catalog's *expansion as plain source* is what `controls!` makes of its definition, written out in a file: what somebody would
write who has no macro.

| | |
|---|---|
| machine | {machine["cores"]} cores, {machine["processor"]}; load {machine["load"]} before the run |
| compiler | {machine["rustc"]} |
| compared with | {versions} |
| counted with | {machine["valgrind"]} |
| command | `tests/bench/run`, {total:.0f} minutes |{warning}"""


def table(groups):
    lines = ["| what | against | goal | measured | spread | medians | met |", "|---|---|---|---|---|---|---|"]
    for figure in figures(groups):
        met = "**no**" if figure.is_met is False else figure.verdict()
        cells = [figure.what, figure.against, figure.goal, figure.shown, figure.spread, figure.details, met]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def summary(groups):
    """The goals for a terminal."""
    all_figures = figures(groups)
    names = [f"{figure.what.replace('`', '')} against {figure.against.replace('`', '')}" for figure in all_figures]
    width = max(map(len, names), default=0)
    lines = [f"{name:<{width}}  {figure.shown:>9}  goal {figure.goal:<22}  {figure.verdict()}"
             for name, figure in zip(names, all_figures)]
    judged = [figure.is_met for figure in all_figures if figure.is_met is not None]
    return "\n".join([*lines, f"\n{sum(judged)} of {len(judged)} goals met"])


def seconds(groups, page, folder):
    """All seconds of `cargo check`, also those that no goal names, with their plot."""
    measured = groups.get("check", {}).get("measured")
    if not measured:
        return
    sizes = sorted({int(name.rsplit("-", 1)[1]) for name in measured})
    of = lambda way: [(size, *spread(measured[f"{way}-{size}"])) for size in sizes]
    plot_file = folder / "check.svg"
    plot_file.write_text(plot("cargo check", "rows", "seconds", {name: of(way) for way, name in WAYS.items()}))
    yield "## `cargo check` in seconds"
    yield f"![Seconds of cargo check over rows]({os.path.relpath(plot_file, page.parent).replace(os.sep, '/')})"
    lines = [f"| rows | {' | '.join(WAYS.values())} |", f"|{'---|' * (1 + len(WAYS))}"]
    for row in zip(*map(of, WAYS)):
        cells = [f"{middle:.2f} ({lowest:.2f}–{highest:.2f})" for _, middle, lowest, highest in row]
        lines.append(f"| {row[0][0]:,} | {' | '.join(cells)} |")
    yield "\n".join(lines)


def spread(values):
    return median(values), min(values), max(values)


def constants(groups):
    """The assembly of the functions that return what a constant control says."""
    measured = groups.get("constants", {}).get("measured")
    if not measured:
        return
    yield "## Constants in machine code"
    yield "What functions compile to that return `AzureBackup::ForcedTunneling.answer()` and `.title()`, and the same as literals."
    for name, (ours, literal) in measured.items():
        text = f"{name}, with a literal too:\n{ours}" if ours == literal else f"{name}:\n{ours}\n\nwith a literal:\n{literal}"
        yield f"```text\n{text}\n```"


def crates():
    compiled = crates_of_a_user()
    lines = ["| crate | version | for |", "|---|---|---|"]
    lines += [f"| `{name}` | {compiled[name]} | {reason} |" for name, reason in REASONS.items() if name in compiled]
    lines += [f"| `{name}` | {compiled[name]} | **nobody has said why** |" for name in sorted(compiled.keys() - REASONS.keys())]
    return "\n".join(lines)


def write_readme(results, page):
    """Writes the figures that the README names, once all of them are there. Returns whether it has."""
    by_line = {(figure.what, figure.against): figure for figure in figures(results["groups"])}
    check, build = "`cargo check`, 1,200 rows", "cold build, depending on `controls-azure-backup`"
    try:
        catalog, plain = by_line[check, PLAIN].details.split(" / ")
        derives = by_line[check, "strum's nine derives"].details.split(" / ")[1]
        cold, strum = by_line[build, STRUM].details.split(" / ")
        serde = by_line[build, SERDE].details.split(" / ")[1]
        added = by_line[f"the same, {SERDE} too", "without the catalog"].shown.removeprefix("+ ")
    except KeyError:
        return False
    text = f"""\
`cargo check` of a catalog with 1,200 rows takes {catalog}; its expansion as plain source takes {plain}, and an enum with strum's
derives {derives}.

The first build of a crate that depends on `controls-azure-backup`, with all that it needs, takes {cold}; of one that depends on
`strum` with derives it takes {strum}, on `serde` with derives {serde}. In a crate that depends on `serde` with derives already,
the catalog adds {added}.{f" {WARNING}" if was_busy(results["machine"]) else ""}

[PERFORMANCE.md]"""
    old = page.read_text()
    new = re.sub(r"(?<=\n## What it costs\n\n).*?\[PERFORMANCE\.md\]", lambda _: text, old, count=1, flags=re.DOTALL)
    page.write_text(new)
    return new != old
