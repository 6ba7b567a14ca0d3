"""Reading documents and comparing two editions: whether ten times as much takes ten times as long."""

import rows
from common import ROOT, say, write

SEED = ROOT / "controls-azure-backup/document/security-controls.md"
MEGABYTES = (1, 10)
ROWS = (1000, 10000)
PASSES = 5


def documents(bench):
    """Seconds of reading documents of some MB, and of comparing two editions with some number of rows."""
    bench.cargo("build", "--release", "-p", "documents")
    folder = bench.folder / "documents"
    tasks = {}
    for megabytes in MEGABYTES:
        file = folder / f"{megabytes}-mb.md"
        write(file, much(megabytes))
        tasks[f"reading {megabytes}"] = ["read", file]
    for count in ROWS:
        old, new = folder / f"{count}-rows-old.md", folder / f"{count}-rows-new.md"
        of = rows.rows(count)
        write(old, rows.document(of))
        write(new, rows.document(rows.next_edition(of)))
        tasks[f"comparing {count}"] = ["compare", old, new]
    out = {task: [] for task in tasks}
    for number in range(bench.rounds):
        say(f"  round {number + 1}")
        for task, arguments in tasks.items():
            seconds = bench.output(bench.target / "release/documents", PASSES, *arguments).split()
            out[task].append(min(map(float, seconds)))
    return out


def much(megabytes):
    """A document of so many MB: the seed over and over, each time as another service."""
    front, body = SEED.read_text().split("\n---\n", 1)
    parts, length, service = [front, "\n---\n"], 0, 0
    while length < megabytes * 1_000_000:
        service += 1
        parts.append(body.replace("# Security controls for Azure Backup", f"# Service {service}", 1))
        length += len(parts[-1].encode())
    return "".join(parts)
