"""Lookups by id, the nearest id, and what a constant comes to in machine code."""

import re

from callgrind import of_one_lookup
from common import say

WAYS = ["controls", "phf", "strum", "strum-phf", "hash-map"]
# strsim takes millions of instructions for each text that it compares with 1,200 ids.
STEP_OF_NEAREST = 100
NEAREST = ["nearest", "levenshtein", "jaro-winkler"]


def lookups(bench):
    """Instructions of one lookup, for each way, number of ids and outcome."""
    program = build(bench)
    out = {}
    for rows in (15, 1200):
        for outcome in ("hit", "miss"):
            for way in WAYS:
                out[f"{way} {rows} {outcome}"] = [of_one_lookup(program, way, rows, outcome)]
    return out


def nearest(bench):
    """Instructions of one failed `FromStr`, which finds the nearest id, and of strsim over all ids."""
    program = build(bench)
    out = {}
    for way in NEAREST:
        say(f"  {way}")
        out[way] = [of_one_lookup(program, way, 1200, "miss", STEP_OF_NEAREST, passes=1)]
    return out


def build(bench):
    bench.cargo("build", "--release", "-p", "lookups", "--features", "others")
    return bench.target / "release/lookups"


def constants(bench):
    """The functions of the crate `constants` in assembly, by name: with catalog, with literals."""
    builds = [functions(bench, []), functions(bench, ["--features", "literal"])]
    return {name: [body, builds[1].get(name, "")] for name, body in builds[0].items()}


def functions(bench, features):
    """The instructions of each exported function, without the names of labels, which are hashes, and without how far behind
    a label a text stands."""
    folder = bench.target / "release/deps"
    for old in folder.glob("constants-*.s"):
        old.unlink()
    (bench.work / "constants/src/lib.rs").touch()
    bench.cargo("rustc", "--release", "-p", "constants", *features, "--", "--emit", "asm", "-C", "codegen-units=1")
    (assembly,) = folder.glob("constants-*.s")
    text = assembly.read_text()
    out = {}
    for name, body in re.findall(r"^(\w+_(?:by|in)_a_\w+):\n(.*?)^\.Lfunc_end", text, re.MULTILINE | re.DOTALL):
        lines = [line.strip() for line in body.splitlines() if not line.strip().startswith((".cfi", ".p2align", "#"))]
        out[name] = "\n".join(re.sub(r"\.L\w+(?:\.\w+)*(?:\+\d+)?", "LABEL", line).replace("\t", " ") for line in lines)
    # Functions that come to the same are one, with another name for it.
    for name, same in re.findall(r"^(?:\s*\.set )?(\w+)(?: =|,) (\w+)$", text, re.MULTILINE):
        if same in out:
            out[name] = out[same]
    return out
