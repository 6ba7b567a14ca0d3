"""How the tests ended, by the variants of `Ends`: what the trace says of each, and what it says is missing."""

import json
import re
import sys
from pathlib import Path

ENDS = {
    "Passed": ("passed", None, "only-verified"),
    "PassedInAModule": ("passed", None, "only-verified"),
    "PassedElsewhere": ("passed", None, "only-verified"),
    "PanickedAsExpected": ("passed", None, "only-verified"),
    "PassedAtLast": ("passed", None, "only-verified"),
    "Failed": ("failed", None, "open"),
    "Panicked": ("failed", None, "open"),
    "Ignored": ("missing", "ignored", "open"),
    "FilteredOut": ("missing", None, "open"),
    "NoTest": ("missing", "no-test", "open"),
    "TurnedOff": ("missing", "never-built", "open"),
}


def main(trace, gaps, code):
    (catalog,) = json.loads(Path(trace).read_text(encoding="utf-8"))["catalogs"]
    found = {}
    for control in catalog["controls"]:
        (claim,) = control["verified_by"]
        found[control["variant"]] = (claim["run"], claim["idle"], control["state"])
    assert found == ENDS, f"found {found}"
    missing = re.findall(r"^error: no test verifies `Ends::(\w+)`", Path(gaps).read_text(encoding="utf-8"), re.M)
    expected = [name for name, (*_, state) in ENDS.items() if state == "open"]
    assert (missing, code) == (expected, "1"), f"missing are {missing}, the exit code is {code}"
    print(f"how {len(ENDS)} tests ended is what the trace says")


if __name__ == "__main__":
    main(*sys.argv[1:])
