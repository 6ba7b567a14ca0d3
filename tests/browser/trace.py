"""Holds the page of `cargo controls trace --format html` against the JSON of the same trace, in Chromium, and against the
rules of axe-core, whose source is the last argument."""

import json
import sys
from pathlib import Path

from docs import equal
from page import axe_finds_nothing, opened, what_is_printed_has_no_filters

STATES = ["verified", "satisfied", "only-verified", "waived", "open"]
VISIBLE = """return [...document.querySelectorAll('tr[data-state]')].filter(row => row.checkVisibility()).map(
    row => [row.querySelector('th small').textContent, row.dataset.state, row.querySelectorAll('li').length])"""
SECTIONS = """return [...document.querySelectorAll('th[scope=rowgroup]')].filter(head => head.checkVisibility()).map(
    head => head.textContent)"""


def expected(control, name):
    evidence = control["satisfied_by"] + control["verified_by"] + control["waivers"]
    return [f"{name}::{control['variant']}", control["state"], len(evidence)]


def the_filter_leaves_the_rows_of_a_state(browser, catalog):
    rows = [expected(control, catalog["name"]) for control in catalog["controls"]]
    equal(browser.script(VISIBLE), rows, "all rows")
    for state in STATES:
        browser.one(f"#show-{state}").click()
        equal(browser.script(VISIBLE), [row for row in rows if row[1] == state], f"the rows that are {state}")
        sections = dict.fromkeys(of["section"] for of in catalog["controls"] if of["state"] == state)
        equal(browser.script(SECTIONS), list(sections), f"the sections that are {state}")
    browser.one("#show-all").click()
    equal(browser.script(VISIBLE), rows, "all rows once more")


def each_place_is_a_link(browser, catalog):
    places = [
        f"https://example.test/{of['path']}#L{of['line']}"
        for control in catalog["controls"]
        for of in control["satisfied_by"] + control["verified_by"] + control["waivers"]
    ]
    equal([href for href, _ in browser.links()], places, "the links")


def main(page, data, axe):
    (catalog,) = json.loads(data.read_text(encoding="utf-8"))["catalogs"]
    with opened(page) as browser:
        the_filter_leaves_the_rows_of_a_state(browser, catalog)
        what_is_printed_has_no_filters(browser)
        each_place_is_a_link(browser, catalog)
        axe_finds_nothing(browser, axe.read_text(encoding="utf-8"))
    print("the page of the trace: 5 passed, 0 failed")


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:]))
