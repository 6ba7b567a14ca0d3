"""Lookups by id, and what a constant and what evidence come to in machine code."""

import re

from callgrind import of_one_lookup

WAYS = ["controls", "phf", "strum"]
OUTCOMES = ["hit", "miss"]


def lookups(bench):
    """Instructions of one lookup among 1,200 ids, for each way and outcome."""
    bench.cargo("build", "--release", "-p", "lookups", "--features", "others")
    program = bench.target / "release/lookups"
    return {f"{way} {outcome}": [of_one_lookup(program, way, outcome)] for outcome in OUTCOMES for way in WAYS}


def constants(bench):
    """What a control that is a constant comes to, by the names of functions: with catalog, with literals."""
    return both(bench, "of_a_constant")


def evidence(bench):
    """What functions with evidence come to, by their names: with it, without."""
    return both(bench, "with_evidence")


def both(bench, kind):
    """The functions of the crate `constants` whose names end so, in assembly, in both of its builds."""
    builds = [functions(bench, []), functions(bench, ["--features", "literal"])]
    return {name: [body, builds[1].get(name, "")] for name, body in builds[0].items() if name.endswith(kind)}


def functions(bench, features):
    """The instructions of each exported function, without the names of labels, which are hashes, and without how far
    after a label a text begins."""
    folder = bench.target / "release/deps"
    for old in folder.glob("constants-*.s"):
        old.unlink()
    (bench.work / "constants/src/lib.rs").touch()
    bench.cargo("rustc", "--release", "-p", "constants", *features, "--", "--emit", "asm", "-C", "codegen-units=1")
    (assembly,) = folder.glob("constants-*.s")
    text = assembly.read_text()
    out = {}
    for name, body in re.findall(r"^(\w+_(?:of_a_constant|with_evidence)):\n(.*?)^\.Lfunc_end", text, re.MULTILINE | re.DOTALL):
        lines = [line.strip() for line in body.splitlines() if not line.strip().startswith((".cfi", ".p2align", "#"))]
        out[name] = "\n".join(re.sub(r"\.L\w+(?:\.\w+)*(?:\+\d+)?", "LABEL", line).replace("\t", " ") for line in lines)
    # Functions that come to the same are one, with another name for it.
    for name, same in re.findall(r"^(?:\s*\.set )?(\w+)(?: =|,) (\w+)$", text, re.MULTILINE):
        if same in out:
            out[name] = out[same]
    return out
