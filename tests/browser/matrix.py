"""Holds the page of `cargo controls matrix --format html` against the JSON of the same matrix, in Chromium, and against the rules of
axe-core, whose source is the last argument."""

import itertools
import json
import sys
from pathlib import Path

from docs import equal
from page import axe_finds_nothing, emulate, opened

ROWS = """return [...document.querySelectorAll('tr:has(small)')].filter(row => row.checkVisibility()).map(
    row => [row.querySelector('small').textContent, ...[...row.querySelectorAll('td')].map(cell => cell.textContent)])"""
HEADINGS = "return [...document.querySelectorAll('thead th')].map(head => head.textContent)"
FILTERS = "return [...document.querySelectorAll('fieldset')].map(filter => filter.checkVisibility())"


def row(control, names):
    """A control as the page has it: its id, and what each catalog says."""
    said = {(of["catalog"], of["package"]): of["answer"] or "present" for of in control["catalogs"]}
    return [control["id"], *(said.get(name, "") for name in names)]


def the_page_says_what_the_data_say(browser, matrix):
    controls, catalogs = matrix["controls"], matrix["catalogs"]
    assert len(controls) > 10 and len(catalogs) > 1, (len(controls), len(catalogs))
    equal(len(browser.script(HEADINGS)), 1 + len(catalogs), "the headings")
    # Tests of one package have catalogs of one name, whose columns the data don't tell apart.
    names = [(of["name"], of["package"]) for of in catalogs]
    alone = [names.count(name) == 1 for name in names]
    assert sum(alone) > 3, names
    shown = [[id, *itertools.compress(cells, alone)] for id, *cells in browser.script(ROWS)]
    equal(shown, [row(control, itertools.compress(names, alone)) for control in controls], "all controls")


def the_filter_leaves_a_section(browser, matrix):
    sections = list(dict.fromkeys(control["section"] for control in matrix["controls"]))
    for number, section in enumerate(sections, 1):
        browser.one(f"#section-{number}").click()
        wanted = [control["id"] for control in matrix["controls"] if control["section"] == section]
        equal([row[0] for row in browser.script(ROWS)], wanted, f"the controls of {section}")
    browser.one("#section-all").click()


def what_is_printed_has_no_filter(browser):
    equal(browser.script(FILTERS), [True], "the filter")
    emulate(browser, media="print")
    equal(browser.script(FILTERS), [False], "the filter on paper")
    emulate(browser)


def main(page, data, axe):
    matrix = json.loads(data.read_text(encoding="utf-8"))
    with opened(page) as browser:
        the_page_says_what_the_data_say(browser, matrix)
        the_filter_leaves_a_section(browser, matrix)
        what_is_printed_has_no_filter(browser)
        axe_finds_nothing(browser, axe.read_text(encoding="utf-8"))
    print("the page of the matrix: 4 passed, 0 failed")


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:]))
