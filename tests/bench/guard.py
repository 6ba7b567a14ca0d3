"""Figures that don't depend on how fast a machine is, against those that were recorded."""

import argparse
import json
import re
import subprocess
import sys

import compile
import lookups
from callgrind import of_one_lookup
from common import HERE, ROOT, Bench

RECORDED = HERE / "guard.json"
# How far a figure may rise, by the beginning of its name. Compilers and C libraries differ a little in the instructions
# that they make; crates and items are counted.
TOLERANCES = {"instructions": 0.10, "read-only data": 0.02, "tokens": 0.02, "items": 0, "crates": 0, "constants": 0}


def measure(bench):
    """All figures by name."""
    bench.cargo("build", "--release", "-p", "lookups", "--no-default-features")
    program = bench.target / "release/lookups"
    out = {}
    for rows in (15, 1200):
        for outcome in ("hit", "miss"):
            out[f"instructions of from_id, {rows} ids, {outcome}"] = round(of_one_lookup(program, "controls", rows, outcome), 1)
    out["instructions of FromStr's error, 1200 ids"] = round(
        of_one_lookup(program, "nearest", 1200, "miss", lookups.STEP_OF_NEAREST, passes=1))

    (few, few_items), (many, many_items) = (counts(bench, size) for size in (300, 1200))
    out["tokens for each row"] = round((many - few) / 900, 2)
    out["tokens of a catalog beside its rows"] = round(few - 300 * (many - few) / 900)
    out["items for each row"] = (many_items - few_items) / 900
    out["items of a catalog"] = few_items

    sizes = []
    for size in (300, 1200):
        bench.cargo("build", "--release", "-p", f"catalog-{size}")
        sizes.append(compile.read_only_data(bench.target / "release" / f"catalog-{size}"))
    out["read-only data for each row, bytes"] = round((sizes[1] - sizes[0]) / 900, 1)
    out["crates in the default tree"] = len(tree())
    out["constants that don't come to a literal's machine code"] = sum(
        one != other for name, (one, other) in lookups.constants(bench).items() if "_a_constant" in name)
    return out


def counts(bench, size):
    """The tokens and items of an expansion."""
    source = bench.work / f"generated/catalog-{size}/src/lib.rs"
    return map(int, bench.output("cargo", "run", "-q", "-p", "tools", "--bin", "expand", "--", "--count", source).split())


def tree():
    """The names of the crates that a user of a catalog compiles, without the catalog."""
    command = ["cargo", "tree", "-p", "controls-azure-backup", "-e", "normal", "--prefix", "none"]
    text = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted(set(re.findall(r"^([\w-]+) v", text, re.MULTILINE)) - {"controls-azure-backup"})


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/guard", description=__doc__)
    parser.add_argument("--record", action="store_true", help="records the present figures")
    arguments = parser.parse_args()
    bench = Bench(sizes=(300, 1200))
    bench.set_up()
    rustc = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    figures = measure(bench)
    if arguments.record:
        RECORDED.write_text(json.dumps({"rustc": rustc, "figures": figures}, indent=2) + "\n")
    recorded = json.loads(RECORDED.read_text())
    failures = 0
    for name in sorted(figures.keys() | recorded["figures"].keys()):
        now, before = figures.get(name), recorded["figures"].get(name)
        verdict = judge(name, now, before)
        failures += verdict == "worse"
        print(f"{name}: {now}, recorded {before}: {verdict}")
    print(f"\n{len(figures) - failures} passed, {failures} failed")
    if failures and rustc != recorded["rustc"]:
        print(f"recorded with rustc {recorded['rustc']}, measured with {rustc}")
    sys.exit(failures != 0)


def judge(name, now, before):
    """Whether a figure is still within what is tolerated. All of them are better when they are lower."""
    if now is None or before is None:
        return "worse"
    tolerance = next(tolerance for start, tolerance in TOLERANCES.items() if name.startswith(start))
    if now > before * (1 + tolerance):
        return "worse"
    return "better, record it" if now < before * (1 - max(tolerance, 0.02)) else "ok"


if __name__ == "__main__":
    main()
