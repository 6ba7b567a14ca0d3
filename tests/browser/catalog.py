"""Holds the page of `cargo controls export --format html` against the JSON of the same catalog, in Chromium, and against the
rules of axe-core, whose source is the last argument."""

import json
import re
import sys
from pathlib import Path

from docs import equal
from page import axe_finds_nothing, opened, what_is_printed_has_no_filters

VISIBLE = """return [...document.querySelectorAll('tr:not(thead tr):has(small)')].filter(row => row.checkVisibility()).map(
    row => row.querySelector('th small').textContent)"""
SECTIONS = """return [...document.querySelectorAll('th[scope=rowgroup]')].filter(head => head.checkVisibility()).map(
    head => head.textContent)"""


def kind(control):
    """The answer as the page names its kind."""
    answer = next(iter(control["answer"])) if isinstance(control["answer"], dict) else control["answer"]
    return re.sub("(?<!^)(?=[A-Z])", "-", answer).lower()


def the_filters_leave_what_is_asked_for(browser, catalog):
    controls = catalog["controls"]
    sections = [section["title"] for section in catalog["sections"]]
    choices = [None, *dict.fromkeys(map(kind, controls))]
    assert len(choices) > 2, choices
    for answer in choices:
        browser.one(f"#answer-{answer or 'all'}").click()
        for number, section in enumerate([None, *sections]):
            browser.one(f"#section-{number or 'all'}").click()
            wanted = [
                control
                for control in controls
                if answer in (None, kind(control)) and section in (None, control["section"])
            ]
            what = f"{answer or 'all'} in {section or 'all'}"
            equal(browser.script(VISIBLE), [control["id"] for control in wanted], f"the controls: {what}")
            equal(
                browser.script(SECTIONS),
                list(dict.fromkeys(control["section"] for control in wanted)),
                f"the sections: {what}",
            )
    browser.one("#answer-all").click()
    browser.one("#section-all").click()


def links_lead_where_the_catalog_says(browser, catalog):
    links = [link["url"] for control in catalog["controls"] for link in control["links"] if link["url"]]
    equal([href for href, _ in browser.links()], [catalog["published"], *links], "the links")


def main(page, data, axe):
    catalog = json.loads(data.read_text(encoding="utf-8"))
    with opened(page) as browser:
        the_filters_leave_what_is_asked_for(browser, catalog)
        what_is_printed_has_no_filters(browser, filters=2)
        links_lead_where_the_catalog_says(browser, catalog)
        axe_finds_nothing(browser, axe.read_text(encoding="utf-8"))
    print("the page of the catalog: 5 passed, 0 failed")


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:]))
