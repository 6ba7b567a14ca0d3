"""Holds the page of `cargo controls matrix --format html` against the JSON of the same matrix, in Chromium, and against the rules of
axe-core, whose source is the last argument."""

import json
import sys
from pathlib import Path

from docs import equal
from page import axe_finds_nothing, opened, what_is_printed_has_no_filters

ROWS = """return [...document.querySelectorAll('tr:has(small)')].filter(row => row.checkVisibility()).map(
    row => [row.querySelector('small').textContent, ...[...row.querySelectorAll('td')].map(cell => cell.textContent)])"""
HEADINGS = "return [...document.querySelectorAll('thead th')].map(head => head.textContent)"


def said_by(catalog):
    """What a catalog says of a control, as the page has it."""
    if catalog["withdrawn"]:
        return f"{catalog['answer']} (withdrawn)" if catalog["answer"] else "withdrawn"
    return catalog["answer"] or "present"


def row(control, headings):
    """A control as the page has it: its id, and what each catalog says."""
    said = {of["heading"]: said_by(of) for of in control["catalogs"]}
    return [control["id"], *(said.get(heading, "") for heading in headings)]


def the_page_says_what_the_data_say(browser, matrix):
    controls, catalogs = matrix["controls"], matrix["catalogs"]
    assert len(controls) > 10 and len(catalogs) > 1, (len(controls), len(catalogs))
    headings = [of["heading"] for of in catalogs]
    equal(browser.script(HEADINGS)[1:], headings, "the headings")
    equal(browser.script(ROWS), [row(control, headings) for control in controls], "all controls")


def the_filter_leaves_a_section(browser, matrix):
    sections = list(dict.fromkeys(control["section"] for control in matrix["controls"]))
    for number, section in enumerate(sections, 1):
        browser.one(f"#section-{number}").click()
        wanted = [control["id"] for control in matrix["controls"] if control["section"] == section]
        equal([row[0] for row in browser.script(ROWS)], wanted, f"the controls of {section}")
    browser.one("#section-all").click()


def main(page, data, axe):
    matrix = json.loads(data.read_text(encoding="utf-8"))
    with opened(page) as browser:
        the_page_says_what_the_data_say(browser, matrix)
        the_filter_leaves_a_section(browser, matrix)
        what_is_printed_has_no_filters(browser)
        axe_finds_nothing(browser, axe.read_text(encoding="utf-8"))
    print("the page of the matrix: 4 passed, 0 failed")


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:]))
