"""Holds the page that `cargo controls history --html` makes of two editions against them, in Chromium."""

import sys
import tempfile
from pathlib import Path

from selenium.webdriver.common.by import By

from docs import Browser, equal, read_article

READ_CELLS = """return [...document.querySelectorAll('tbody th[scope=row]')].map(
    row => [row.textContent.trim(), ...[...row.parentElement.querySelectorAll('td')].map(cell => cell.innerText.trim().split('\\n')[0])])"""


def main(page):
    _, rows = read_article()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(page.parent, profile)
        try:
            browser.driver.get(page.as_uri())
            cells = {row[0]: row[1:] for row in browser.driver.execute_script(READ_CELLS)}
            # The second edition, of which the script that calls this says that it answers one row otherwise.
            for row in rows:
                now = "Yes" if row.title == "Forced tunneling support" else row.answer
                equal(cells[row.title], [row.answer, now], row.title)
            equal(len(cells), len(rows), "the number of controls")
            equal(len(browser.driver.find_elements(By.CSS_SELECTOR, "script, link, img, iframe")), 0, "what is loaded")
            log = [entry["message"] for entry in browser.driver.get_log("browser") if "favicon" not in entry["message"]]
            equal(log, [], "the console")
        finally:
            browser.driver.quit()
    print("the page of the history: 1 passed, 0 failed")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
