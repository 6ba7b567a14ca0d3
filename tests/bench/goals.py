"""The goals, each with the figures that show whether it's met."""

from dataclasses import dataclass

from common import median
from documents import MEGABYTES, ROWS
from lookups import OUTCOMES

PLAIN = "its expansion as plain source"
STRUM = "depending on `strum` with derives"
SERDE = "depending on `serde` with derives"
SECONDS_OF_A_TRACE = 0.3


@dataclass
class Figure:
    """One line of the table: what was measured against what, the goal, and what came of it."""
    what: str
    against: str
    goal: str
    shown: str
    spread: str
    details: str
    is_met: bool | None

    def verdict(self):
        return {True: "yes", False: "no", None: "–"}[self.is_met]


def figures(groups):
    """The lines that the groups which were measured give, in the order of the goals."""
    return [figure for group, make in MAKERS.items() if group in groups for figure in make(groups[group]["measured"])]


def check(measured):
    for size, other, against, goal in (
        (15, "plain", PLAIN, 1.2),
        (1200, "plain", PLAIN, 1.6),
        (1200, "strum", "strum's nine derives", 1 / 4),
        (10000, "strum", "strum's nine derives", 1 / 4),
    ):
        if f"catalog-{size}" in measured:
            ours, theirs = measured[f"catalog-{size}"], measured[f"{other}-{size}"]
            yield ratio(f"`cargo check`, {size:,} rows", against, goal, ours, theirs)


def cold(measured):
    what = "cold build, depending on `controls-azure-backup`"
    yield ratio(what, STRUM, 1, measured["cold-controls"], measured["cold-strum"])
    yield ratio(what, SERDE, 0.8, measured["cold-controls"], measured["cold-serde"])
    yield added(f"the same, {SERDE} too", "without the catalog", measured["cold-serde-controls"], measured["cold-serde"])
    for feature in ("csv", "oscal"):
        what = f"cold build, depending on `controls-core` with the feature `{feature}`"
        yield added(what, "without the feature", measured[f"cold-{feature}"], measured["cold-core"])


def lookups(measured):
    for outcome in OUTCOMES:
        for way, name in (("phf", "`phf::Map`"), ("strum", "strum's `EnumString`")):
            ours, theirs = measured[f"controls {outcome}"], measured[f"{way} {outcome}"]
            figure = ratio(f"`from_id`, 1,200 ids, {outcome}, instructions", name, 1, ours, theirs, "instructions")
            figure.goal, figure.is_met = "< 1 ×", ours[0] < theirs[0]
            yield figure


def constants(measured):
    for name, (ours, literal) in measured.items():
        counts = " / ".join(str(len(body.splitlines())) for body in (ours, literal))
        yield Figure(f"`{name.split('_')[0]}` of a constant, 15 rows, release build", "a literal", "the same machine code",
                     "the same" if ours == literal else "another", "exact", f"{counts} instructions", ours == literal)


def evidence(measured):
    for name, (ours, without) in measured.items():
        counts = " / ".join(str(len(body.splitlines())) for body in (ours, without))
        what = {"attribute": "`#[satisfies]`", "statement": "`satisfies!` and `waived!`"}[name.split("_")[0]]
        yield Figure(f"a function with {what}, release build", "without", "the same machine code",
                     "the same" if ours == without else "another", "exact", f"{counts} instructions", ours == without)


def documents(measured):
    for task, unit, (few, many) in (("reading", " MB", MEGABYTES), ("comparing", " rows", ROWS)):
        yield ratio(f"{task} {many:,}{unit}", f"{few:,}{unit}", 12, measured[f"{task} {many}"], measured[f"{task} {few}"])


def trace(measured):
    ours, theirs = median(measured["trace"]), median(measured["check"])
    what = f"`cargo controls trace`, {measured['files']:,} files, {measured['lines']:,} lines"
    rounds = measured["trace"]
    yield Figure(what, "`cargo check --tests` of them", f"< {SECONDS_OF_A_TRACE} s", amount(ours, "s"),
                 f"{amount(min(rounds), 's')} to {amount(max(rounds), 's')}", f"{amount(ours, 's')} / {amount(theirs, 's')}",
                 ours < SECONDS_OF_A_TRACE)


MAKERS = {"check": check, "cold": cold, "lookups": lookups, "constants": constants, "evidence": evidence, "documents": documents,
          "trace": trace}


def ratio(what, against, goal, ours, theirs, unit="s"):
    """The ratio of medians, with the lowest and highest ratio of one round."""
    value = median(ours) / median(theirs)
    rounds = [one / other for one, other in zip(ours, theirs)]
    is_share = goal < 0.5
    form = (lambda ratio: f"1/{1 / ratio:.1f}") if is_share else (lambda ratio: f"{number(ratio)} ×")
    return Figure(what, against, f"≤ 1/{1 / goal:g}" if is_share else f"≤ {goal:g} ×", form(value), spread(rounds, form),
                  f"{amount(median(ours), unit)} / {amount(median(theirs), unit)}", value <= goal)


def added(what, against, ours, theirs):
    """What ours takes more, in seconds. There's no goal for it."""
    form = lambda seconds: f"+ {seconds:.2f} s"
    rounds = [one - other for one, other in zip(ours, theirs)]
    return Figure(what, against, "–", form(median(ours) - median(theirs)), spread(rounds, form),
                  f"{amount(median(ours), 's')} / {amount(median(theirs), 's')}", None)


def spread(rounds, form):
    return f"{form(min(rounds))} to {form(max(rounds))}" if len(rounds) > 1 else "exact"


def number(value):
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def amount(value, unit):
    if unit == "instructions":
        return f"{value:,.0f}"
    return f"{value * 1e3:.1f} ms" if value < 0.1 else f"{value:.2f} s" if value < 10 else f"{value:.1f} s"
