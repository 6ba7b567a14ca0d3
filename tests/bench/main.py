"""Runs the benchmarks, one group after another, writes PERFORMANCE.md and the figures of README.md, and prints the goals."""

import argparse
import json
import time
from pathlib import Path

import compile
import documents
import lookups
import report
import tracing
from common import HERE, ROOT, Bench, say

GROUPS = {
    "check": compile.check,
    "cold": compile.cold,
    "lookups": lookups.lookups,
    "constants": lookups.constants,
    "evidence": lookups.evidence,
    "documents": documents.documents,
    "trace": tracing.trace,
}


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/run", description=__doc__)
    numbers = lambda text: [int(number) for number in text.split(",")]
    parser.add_argument("--rounds", type=int, default=5, help="how often each alternative runs (default: 5)")
    parser.add_argument("--sizes", type=numbers, default=[15, 300, 1200, 3000, 10000], metavar="N,N…",
                        help="numbers of rows for `cargo check` (default: 15,300,1200,3000,10000)")
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(GROUPS), metavar="GROUP,GROUP…",
                        help=f"only these groups, the others as they were: {', '.join(GROUPS)}")
    parser.add_argument("--report", action="store_true", help="measures nothing, writes the report again")
    parser.add_argument("--out", type=Path, default=None, metavar="FOLDER",
                        help="writes the results and PERFORMANCE.md there, and leaves the repository's pages alone")
    arguments = parser.parse_args()
    if unknown := set(arguments.only) - set(GROUPS):
        parser.error(f"there is no group {', '.join(unknown)}")

    out = arguments.out
    page, folder = (out / "PERFORMANCE.md", out) if out else (ROOT / "PERFORMANCE.md", HERE)
    results_file = folder / "results.json"
    results = json.loads(results_file.read_text()) if results_file.is_file() else {"groups": {}}
    if not arguments.report:
        bench = Bench(arguments.rounds, arguments.sizes)
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
    written = [page]
    if not out and report.write_readme(results, ROOT / "README.md"):
        written.append(ROOT / "README.md")
    say(f"wrote {', '.join(map(str, written))}\n")
    print(report.summary(results["groups"]))


main()
