"""Figures that don't depend on how fast a machine is, against those that were recorded."""

import argparse
import json
import re
import subprocess
import sys

import linear
import lookups
import tracing
from callgrind import of_one_lookup
from common import HERE, Bench, crates_of_a_user

RECORDED = HERE / "guard.json"
# Two sizes of a catalog: what one has more than the other is what rows cost.
FEW, MANY = 300, 1200
# How far a figure may rise, by the beginning of its name. Compilers and C libraries differ a little in the instructions
# that they make; crates and functions are counted.
TOLERANCES = {"instructions": 0.10, "read-only data": 0.02, "tokens": 0.02, "crates": 0, "functions": 0}


def measure(bench):
    """All figures by name."""
    bench.cargo("build", "--release", "-p", "lookups")
    program = bench.target / "release/lookups"
    out = {f"instructions of from_id, 1200 ids, {outcome}": round(of_one_lookup(program, "controls", outcome), 1)
           for outcome in lookups.OUTCOMES}
    few, many = (tokens(bench, size) for size in (FEW, MANY))
    of_row = (many - few) / (MANY - FEW)
    out["tokens for each row"] = round(of_row, 2)
    out["tokens of a catalog beside its rows"] = round(few - FEW * of_row)
    few, many = (read_only_data(bench, size) for size in (FEW, MANY))
    out["read-only data for each row, bytes"] = round((many - few) / (MANY - FEW), 1)
    out["crates that a user of a catalog compiles"] = len(crates_of_a_user())
    out["functions of a constant that don't come to a literal's machine code"] = sum(
        ours != literal for ours, literal in lookups.constants(bench).values())
    with_and_without = lookups.evidence(bench).values()
    out["functions that evidence changes"] = sum(ours != without for ours, without in with_and_without)
    return out


def tokens(bench, size):
    """The tokens of an expansion."""
    source = bench.work / f"generated/catalog-{size}/src/lib.rs"
    return int(bench.output("cargo", "run", "-p", "expand", "--", "--count", source))


def read_only_data(bench, size):
    """The bytes of a program's sections for data that is never written, and for pointers into it."""
    bench.cargo("build", "--release", "-p", f"catalog-{size}")
    program = str(bench.target / "release" / f"catalog-{size}")
    sizes = subprocess.run(["size", "-A", program], check=True, capture_output=True, text=True).stdout
    wanted = r"^(\.rodata|\.data\.rel\.ro)\s+(\d+)"
    return sum(int(size) for _, size in re.findall(wanted, sizes, re.MULTILINE))


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/guard", description=__doc__)
    parser.add_argument("--record", action="store_true", help="records the present figures")
    arguments = parser.parse_args()
    bench = Bench(rounds=1, sizes=(FEW, MANY))
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
    growths = linear.growths(bench) | {"files to trace": tracing.growth(bench)}
    for kind, growth in growths.items():
        verdict = "ok" if growth <= linear.LIMIT else "grows faster than its input"
        failures += verdict != "ok"
        figures[kind] = growth
        print(f"{kind}, four times as many: {growth:.1f} times the instructions: {verdict}")
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
