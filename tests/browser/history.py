"""Holds the page that `cargo controls history --html` makes of two editions against them, in Chromium."""

import sys
from pathlib import Path

from docs import equal, read_article
from page import opened

READ_CELLS = """return [...document.querySelectorAll('tbody th[scope=row]')].map(
    row => [row.textContent.trim(), ...[...row.parentElement.querySelectorAll('td')].map(cell => cell.innerText.trim().split('\\n')[0])])"""


def main(page):
    _, rows = read_article()
    with opened(page) as browser:
        cells = {row[0]: row[1:] for row in browser.script(READ_CELLS)}
        # The second edition, of which the script that calls this says that it answers one row otherwise.
        for row in rows:
            now = "Yes" if row.title == "Forced tunneling support" else row.answer
            equal(cells[row.title], [row.answer, now], row.title)
        equal(len(cells), len(rows), "the number of controls")
    print("the page of the history: 1 passed, 0 failed")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
