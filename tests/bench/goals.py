"""The goals, each with the figures that show whether it's met."""

import statistics

from common import median
from lookups import NEAREST, WAYS
from reading import READERS

# Who compares with what, in the words of the table.
LIMIT = "its expansion as plain source"
A_TWENTIETH = 0.05


class Figure:
    """One line of the table: what was measured against what, the goal, and what came of it."""

    def __init__(self, what, against, goal, shown, is_met, spread="", details=""):
        self.what, self.against, self.goal, self.shown = what, against, goal, shown
        self.is_met, self.spread, self.details = is_met, spread, details


def ratio(what, against, goal, ours, theirs, unit="s", at_least=False):
    """The ratio of medians, with the lowest and highest ratio of one round."""
    value = median(ours) / median(theirs)
    pairs = [one / other for one, other in zip(ours, theirs)]
    spread = f"{in_the_form_of(goal, min(pairs))} to {in_the_form_of(goal, max(pairs))}" if len(pairs) > 1 else "exact"
    is_met = value >= goal if at_least else value <= goal
    shown_goal = f"{'≥' if at_least else '≤'} {share(goal)}"
    return Figure(what, against, shown_goal, in_the_form_of(goal, value), is_met, spread,
                  f"{amount(median(ours), unit)} / {amount(median(theirs), unit)}")


def figures(groups):
    """All lines that the groups which were measured give, in the order of the goals."""
    out = []
    for group, make in MAKERS.items():
        if group in groups:
            out += [(group, figure) for figure in make(groups[group]["measured"])]
    return out


def check(measured):
    for size, goal in ((1200, 1.25), (10000, 1.35)):
        if f"catalog-{size}" in measured:
            yield ratio(f"`cargo check`, {size:,} rows", LIMIT, goal, measured[f"catalog-{size}"], measured[f"plain-{size}"])
    if "catalog-1200" in measured and "catalog-10000" in measured:
        of_row = lambda size: [seconds / size * 1e6 for seconds in measured[f"catalog-{size}"]]
        yield ratio("time per row of `cargo check`, 10,000 rows", "the same, 1,200 rows", 1.3, of_row(10000), of_row(1200), "µs")
    for size, goal in ((1200, 1 / 8), (10000, 1 / 12)):
        if f"catalog-{size}" in measured:
            yield ratio(f"`cargo check`, {size:,} rows", "strum's nine derives", goal, measured[f"catalog-{size}"], measured[f"strum-{size}"])


def serde(measured):
    yield ratio("`cargo check` with `serde`, 1,200 rows", "strum's derives and serde's", 1 / 10,
                measured["catalog-serde-1200"], measured["strum-serde-1200"])


def cold(measured):
    yield ratio("cold build, depending on `controls-azure-backup`", "depending on `strum` with derives", 0.8,
                measured["cold-controls"], measured["cold-strum"])


def release(measured):
    yield ratio("release build, 1,200 rows", LIMIT, 1.1, measured["catalog-1200"], measured["plain-1200"])
    yield ratio("read-only data, 1,200 rows", LIMIT, 1.1, measured["catalog-1200 read-only data"],
                measured["plain-1200 read-only data"], "B")


def doc(measured):
    yield ratio("`cargo doc`, 1,200 rows", LIMIT, 1.25, measured["catalog-1200"], measured["plain-1200"])


def lookups(measured):
    names = {"phf": "`phf::Map`", "strum": "strum's `EnumString`", "strum-phf": "`EnumString` with `use_phf`",
             "hash-map": "`HashMap`"}
    for rows in (15, 1200):
        for outcome in ("hit", "miss"):
            for way in WAYS[1:]:
                yield fewer(f"`from_id`, {rows:,} ids, {outcome}", names[way], measured[f"controls {rows} {outcome}"],
                            measured[f"{way} {rows} {outcome}"])


def fewer(what, against, ours, theirs):
    figure = ratio(what, against, 1, ours, theirs, "instructions")
    figure.goal, figure.is_met = "< 1", ours[0] < theirs[0]
    return figure


def nearest(measured):
    for way in NEAREST[1:]:
        yield ratio("`FromStr`'s error with its nearest id, 1,200 ids", f"`strsim`'s {way}", 1, measured["nearest"],
                    measured[way], "instructions")


def constants(measured):
    for name, (ours, literal) in measured.items():
        lines = [f"{len(body.splitlines())} instructions" for body in (ours, literal)]
        shown = "the same" if ours == literal else "another"
        yield Figure(f"`{name.split('_')[0]}` {' '.join(name.split('_')[1:])}", "a literal", "the same machine code", shown,
                     ours == literal, "exact", " / ".join(lines))


def reading(measured):
    texts = [key.removesuffix(" bytes") for key in measured if key.endswith(" bytes")]
    size = lambda text: measured[f"{text} bytes"][0]
    speed = lambda reader, text: [size(text) / seconds / 1e6 for seconds in measured[f"{reader} {text}"]]
    largest = texts[-1]
    for text in ("seed", largest):
        for other in READERS[1:]:
            yield ratio(f"throughput, {text}", f"`{other}`", 1, speed(READERS[0], text), speed(other, text), "MB/s", at_least=True)
    memory = measured[f"{READERS[0]} {largest} memory"]
    yield ratio(f"most memory, {largest}, the text included", "the text", 2, memory, [size(largest)] * len(memory), "B")
    of_megabyte = lambda text: [seconds / size(text) * 1e9 for seconds in measured[f"{READERS[0]} {text}"]]
    yield ratio(f"time per MB, {largest}", f"the same, {texts[-2]}", 1.2, of_megabyte(largest), of_megabyte(texts[-2]), "ms")


def comparing(measured):
    yield ratio("reading and comparing, unoptimised, 1,200 rows", "the whole `cargo check`", A_TWENTIETH, measured["comparing"], measured["check"])


def command(measured):
    yield ratio("`cargo controls check`, 300 catalogs", "`cargo metadata` and reading the files", 1.5, measured["check"],
                measured["metadata and files"])


MAKERS = {
    "check": check, "serde": serde, "cold": cold, "release": release, "doc": doc, "lookups": lookups, "nearest": nearest,
    "constants": constants, "reading": reading, "comparing": comparing, "command": command,
}


def spread(values):
    """The median with the lowest and highest value."""
    return statistics.median(values), min(values), max(values)


def share(goal):
    if goal == A_TWENTIETH:
        return "5 %"
    return f"1/{round(1 / goal)}" if goal < 0.2 else f"{goal:g} ×"


def in_the_form_of(goal, value):
    """A ratio as its goal is written."""
    if goal == A_TWENTIETH:
        return f"{value:.1%}".replace("%", " %")
    return f"1/{1 / value:.1f}" if goal < 0.2 else f"{number(value)} ×"


def number(value):
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def amount(value, unit):
    if unit == "s" and value < 0.1:
        return f"{value * 1e3:.2f} ms"
    if unit == "B":
        return f"{value / 1e6:.1f} MB" if value >= 1e6 else f"{value / 1e3:.1f} kB"
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{digits}f} {unit}".replace(" instructions", "")
