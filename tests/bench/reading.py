"""Reading documents, and comparing them as the macro does."""

import subprocess

from common import ROOT, say

READERS = ["controls-document", "pulldown-cmark", "comrak"]
SEED = ROOT / "controls-azure-backup/document/security-controls.md"
PASSES_OVER_SEED = 2000


def reading(bench):
    """Seconds of each reader, and the most memory that it holds, for the seed and for much of it."""
    bench.cargo("build", "--release", "-p", "reading")
    texts = {"seed": (SEED, PASSES_OVER_SEED)}
    for megabytes in sorted({max(1, bench.megabytes // 100), max(1, bench.megabytes // 10), bench.megabytes}):
        texts[f"{megabytes} MB"] = (much(bench, megabytes), 1)
    out = {f"{text} bytes": [file.stat().st_size] for text, (file, _) in texts.items()}
    for number in range(bench.rounds):
        say(f"  round {number + 1}")
        for text, (file, passes) in texts.items():
            for reader in READERS:
                *seconds, memory = map(float, output(bench, "reading", reader, file, passes))
                out.setdefault(f"{reader} {text}", []).append(min(seconds))
                out.setdefault(f"{reader} {text} memory", []).append(memory)
    return out


def much(bench, megabytes):
    """A document of so many MB: the seed over and over, each time as another service."""
    file = bench.folder / f"much-{megabytes}.md"
    front, body = SEED.read_text().split("\n---\n", 1)
    with file.open("w") as out:
        out.write(front + "\n---\n")
        written = service = 0
        while written < megabytes * 1_000_000:
            service += 1
            written += out.write(body.replace("# Security controls for Azure Backup", f"# Service {service}", 1))
    return file


def comparing(bench):
    """Seconds of one reading and comparison without optimisation, and of the whole `cargo check`."""
    bench.cargo("build", "-p", "tools")
    source = bench.work / "generated/catalog-1200/src/lib.rs"
    program = bench.target / "debug/compare"
    bench.cargo("check", "--lib", "-p", "catalog-1200")
    # The first pass, as in a macro: caches are cold.
    return bench.in_turn({
        "comparing": lambda: float(subprocess.run([program, source, "1"], check=True, capture_output=True).stdout),
        "check": lambda: bench.cargo_time("check", "--lib", "-p", "catalog-1200", touch="catalog-1200"),
    })


def output(bench, program, *arguments):
    return bench.output(bench.target / "release" / program, *arguments).split()
