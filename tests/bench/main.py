"""Runs the benchmarks, one group after another, and writes the report."""

import argparse
import json
import time
from pathlib import Path

import command
import compile
import lookups
import reading
import report
from common import HERE, ROOT, Bench, say

GROUPS = {
    "check": compile.check,
    "serde": compile.serde,
    "cold": compile.cold,
    "release": compile.release,
    "doc": compile.doc,
    "lookups": lookups.lookups,
    "nearest": lookups.nearest,
    "constants": lookups.constants,
    "reading": reading.reading,
    "comparing": reading.comparing,
    "command": command.command,
}


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/run", description=__doc__)
    numbers = lambda text: [int(number) for number in text.split(",")]
    parser.add_argument("--rounds", type=int, default=5, help="how often each alternative runs (default: 5)")
    parser.add_argument("--sizes", type=numbers, default=[300, 1200, 3000, 10000], metavar="N,N…",
                        help="numbers of rows for `cargo check` (default: 300,1200,3000,10000)")
    parser.add_argument("--megabytes", type=int, default=100, help="size of the large document (default: 100)")
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(GROUPS), metavar="GROUP,GROUP…",
                        help=f"only these groups, the others as they were: {', '.join(GROUPS)}")
    parser.add_argument("--report", action="store_true", help="measures nothing, writes the report again")
    parser.add_argument("--out", type=Path, default=None, metavar="FOLDER",
                        help="writes the results and the report there (default: the repository)")
    arguments = parser.parse_args()
    if unknown := set(arguments.only) - set(GROUPS):
        parser.error(f"there is no group {', '.join(unknown)}")

    out = arguments.out
    page, folder = (out / "PERFORMANCE.md", out) if out else (ROOT / "PERFORMANCE.md", HERE)
    results_file = folder / "results.json"
    results = json.loads(results_file.read_text()) if results_file.is_file() else {"groups": {}}
    if not arguments.report:
        bench = Bench(arguments.rounds, arguments.sizes, arguments.megabytes)
        say("setting up")
        bench.set_up()
        results["machine"] = report.machine(bench)
        for group in arguments.only:
            say(group)
            start = time.perf_counter()
            measured = GROUPS[group](bench)
            seconds = time.perf_counter() - start
            say(f"  {seconds:.0f} s")
            results["groups"][group] = {"rounds": bench.rounds, "took": round(seconds, 1), "measured": measured}
            folder.mkdir(parents=True, exist_ok=True)
            results_file.write_text(json.dumps(results, indent=1) + "\n")
    report.write(results, page, folder)
    say(f"wrote {page}")


main()
