"""Instructions under callgrind: the same on a busy machine as on an idle one."""

import re
import subprocess
import sys

IDS, PASSES = 1200, 4


def instructions(program, *arguments):
    """The instructions that a program executes."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", str(program), *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True)
    counted = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode != 0 or not counted:
        sys.exit(f"{' '.join(command)} has failed:\n{result.stderr[-2000:]}")
    return int(counted[1])


def of_one_lookup(program, way, outcome):
    """The instructions of one lookup, on average over all ids: what more passes cost more, without the loop around it."""
    def of_passes(way):
        few, many = (instructions(program, way, outcome, passes) for passes in (0, PASSES))
        return many - few
    return (of_passes(way) - of_passes("nothing")) / (PASSES * IDS)
