"""Holds the page of an assessment's report against the data of the same assessment, in Chromium, and against the rules of
axe-core, whose source is the last argument. The report is of a day on which one of two waivers has ended."""

import json
import sys
from pathlib import Path

from docs import equal
from page import axe_finds_nothing, opened, what_is_printed_has_no_filters

TODAY = "2027-04-01"
STATES = {
    "NotAssessed": "not-assessed",
    "NotSatisfied": "not-satisfied",
    "Satisfied": "satisfied",
    "NotApplicable": "not-applicable",
}
ROWS = """return [...document.querySelectorAll('#controls tr[data-state]')].filter(row => row.checkVisibility()).map(
    row => [row.querySelector('th small').textContent, row.dataset.state])"""
TO_DO = """return [...document.querySelectorAll('[aria-label="What is to be done"] tbody tr')].map(
    row => row.querySelector('th small').textContent)"""
COUNTS = """return [...document.querySelectorAll('table.counts tbody tr')].map(
    row => [row.dataset.state, Number(row.querySelector('td').textContent)])"""


def state(assessed):
    finding = assessed["finding"]
    if isinstance(finding, str):
        return STATES[finding]
    return "waiver-ended" if finding["Waived"]["until"] < TODAY else "waived"


def the_filter_leaves_the_rows_of_a_finding(browser, rows):
    equal(browser.script(ROWS), rows, "all rows")
    for shown in sorted({of for _, of in rows}):
        browser.one(f"#show-{shown}").click()
        equal(browser.script(ROWS), [row for row in rows if row[1] == shown], f"the rows that are {shown}")
    browser.one("#show-all").click()
    equal(browser.script(ROWS), rows, "all rows once more")


def what_is_to_be_done_comes_first(browser, rows):
    order = ["not-assessed", "not-satisfied", "waiver-ended"]
    gaps = [row for of in order for row in rows if row[1] == of]
    equal(browser.script(TO_DO), [id for id, _ in gaps], "what is to be done")
    counts = dict(browser.script(COUNTS))
    for of in {of for _, of in rows}:
        equal(counts[of], sum(row[1] == of for row in rows), f"how many are {of}")


def main(page, data, axe):
    assessment = json.loads(data.read_text(encoding="utf-8"))
    rows = [[id, state(assessed)] for id, assessed in assessment.items()]
    assert len({of for _, of in rows}) == 6, "not each finding is there"
    with opened(page) as browser:
        the_filter_leaves_the_rows_of_a_finding(browser, rows)
        what_is_to_be_done_comes_first(browser, rows)
        what_is_printed_has_no_filters(browser)
        axe_finds_nothing(browser, axe.read_text(encoding="utf-8"))
    print("the page of an assessment: 5 passed, 0 failed")


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:]))
