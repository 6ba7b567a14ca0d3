"""Holds the documentation in a folder against the article, in Chromium; a second folder gets a screenshot."""

import functools
import re
import sys
import tempfile
from collections import namedtuple
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

ARTICLE = Path(__file__).resolve().parents[2] / "controls-azure-backup/document/security-controls.md"
PUBLISHED = "https://learn.microsoft.com/azure/backup/backup-security-controls"
ROWS = 15
ENUM = "enum.AzureBackup.html"
PAGES = [ENUM, "enum.AzureBackupSection.html", "index.html"]
SEARCHES = {
    "Forced tunneling support": "ForcedTunneling",
    "BYOK": "EncryptionAtRestCustomerManagedKeys",
    "RBAC": "Authorization",
    "vnet-injection": "VnetInjection",
}
ARGUMENTS = """--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking
--disable-component-update --disable-sync --disable-quic --no-proxy-server --window-size=1280,1600""".split()
NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND"
ROWS_OF_TABLE = """return [...document.querySelectorAll('.top-doc table tbody tr')].map(row => [
    ...[...row.cells].map(cell => cell.textContent), row.querySelector('a')?.getAttribute('href') ?? ''])"""
# Within a pixel: the browser scrolls to whole ones.
IN_VIEW = """const box = document.getElementById(arguments[0])?.getBoundingClientRect();
    return !!box && box.height > 0 && box.top > -1 && box.bottom < innerHeight + 1"""
Row = namedtuple("Row", "line section title answer notes")
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def read_article():
    """The date of the article, and its rows."""
    text = ARTICLE.read_text(encoding="utf-8")
    date = datetime.strptime(re.search(r"^ms\.date: *(\S+)", text, re.M)[1], "%m/%d/%Y").date().isoformat()
    rows, section = [], None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            section = line[3:].strip()
        elif line.startswith("|") and not line.startswith(("| Security control", "|---")):
            title, answer, notes, *_ = (cell.strip() for cell in line.split("|")[1:])
            rows.append(Row(number, section, title, answer, notes))
    return date, rows


def plain(text):
    """Text without what rustdoc does to it on purpose: its quotes, its spaces."""
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').split())


def equal(found, expected, what):
    assert found == expected, f"{what}: found {found!r}, expected {expected!r}"


def contains(text, part, what):
    assert part in text, f"{what}: {part!r} isn't in {text!r}"


class Browser:
    def __init__(self, doc, profile):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in [*ARGUMENTS, NO_NETWORK, f"--user-data-dir={profile}"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(30)
        self.root = (doc / "controls_azure_backup").as_uri() + "/"
        self.script = self.driver.execute_script
        self.all = functools.partial(self.driver.find_elements, By.CSS_SELECTOR)

    def open(self, page):
        self.driver.get(self.root + page)

    def one(self, selector):
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} elements are `{selector}`, expected 1"
        return found[0]

    def until(self, condition, what):
        wait = WebDriverWait(self.driver, 10, poll_frequency=0.05)
        return wait.until(lambda _: condition(), f"waited in vain {what}")

    def links(self):
        """Each link of the page: as it's written, and where it leads."""
        return self.script("return [...document.links].map(link => [link.getAttribute('href'), link.href])")

    def table(self):
        """Section, title, answer and the link's target of each row of the table, with no section left blank."""
        rows, section = self.script(ROWS_OF_TABLE), ""
        for row in rows:
            row[0] = section = row[0] or section
        return [[*row[:3], row[-1]] for row in rows]

    def arrived_at(self, variant):
        """Waits until the page is that of the enum and the variant is in view."""
        here = self.root + f"{ENUM}#variant.{variant}"
        self.until(lambda: self.driver.current_url == here, f"for the address {here}")
        self.until(lambda: self.script(IN_VIEW, f"variant.{variant}"), f"for {variant} in view")


def the_table_is_the_articles(browser, rows):
    equal(len(rows), ROWS, "rows of the article")
    browser.open(ENUM)
    table = browser.table()
    equal(len(table), ROWS, "rows of the table")
    for row, cells in zip(rows, table):
        equal([plain(cell) for cell in cells[:3]], [row.section, row.title, row.answer], f"line {row.line}")


def each_row_leads_to_its_variant(browser, variants):
    equal(len(set(variants)), ROWS, "different variants that rows lead to")
    for variant in variants:
        browser.open(ENUM)
        browser.one(f".top-doc table a[href='#variant.{variant}']").click()
        browser.arrived_at(variant)


def the_variant_says_what_the_row_says(browser, row, variant):
    assert row and variant, f"rows of article and table don't pair up: {row or variant}"
    browser.open(ENUM)
    docs = browser.one(f"[id='variant.{variant}'] + .docblock")
    text, what = plain(docs.text), f"documentation of {variant}"
    contains(text, f"{row.title}: {row.answer}", what)
    contains(text, plain(LINK.sub(r"\1", row.notes)), what)
    contains(text, f"Section: {row.section}.", what)
    contains(text, f"Id: {re.sub('(?<!^)(?=[A-Z])', '-', variant).lower()}.", what)
    contains(text, f"{ARTICLE.name}, line {row.line}.", what)
    found = [(link.text, link.get_dom_attribute("href")) for link in docs.find_elements(By.TAG_NAME, "a")]
    expected = [(words, urljoin(PUBLISHED, target)) for words, target in LINK.findall(row.notes)]
    equal(found, expected, f"links of {variant}")


def the_page_says_where_it_comes_from(browser, date):
    browser.open(ENUM)
    contains(plain(browser.one(".top-doc").text), f"{ARTICLE.name} of {date}", "description")
    browser.one(f".top-doc a[href='{PUBLISHED}']")


def search_finds_the_variant(browser, words, variant):
    browser.open(ENUM)
    browser.until(lambda: browser.all("#search-button a"), "for the button that opens the search").pop().click()
    browser.until(lambda: browser.all("input.search-input"), "for the search box").pop().send_keys(words)
    done = """const has = selector => document.querySelector(selector) !== null;
        return document.title.startsWith(`"${arguments[0]}"`) && !has('#search .loading')
            && has('.search-results.active a, .search-failed.active')"""
    browser.until(lambda: browser.script(done, words), f"for results of {words!r}")
    results = browser.all(".search-results.active a")
    assert results, f"search for {words!r} finds nothing"
    leads_to = results[0].get_attribute("href").removeprefix(browser.root)
    equal(leads_to, f"{ENUM}#variant.{variant}", f"first result for {words!r}")
    results[0].click()
    browser.arrived_at(variant)


def external_links_are_well_formed(browser, page):
    """And none is left unmade: rustdoc doesn't resolve what's inherited from a trait of another crate."""
    browser.open(page)
    for text in browser.script("return [...document.querySelectorAll('.docblock')].map(docs => docs.innerHTML)"):
        unmade = re.search(r"\[<code>.{0,60}|.{0,60}\]\(", re.sub("(?s)<pre.*?</pre>", "", text))
        assert not unmade, f"{page} has a link that isn't one: {unmade[0]!r}"
    for written, target in browser.links():
        url, what = urlsplit(written), f"{page} links {written!r}"
        assert not url.path.endswith(".md"), f"{what}, a file of the article's repository"
        if urlsplit(target).scheme != "file":
            assert url.scheme in ("http", "https"), f"{what}, which isn't of the web"
            assert url.hostname and "." in url.hostname, f"{what}, without a host"
            assert not re.search(r"\s|%20|[<>\\]", written), f"{what}, with a space or a stray character"


@functools.cache
def ids(file):
    """The ids of a page, or of the one it redirects to."""
    text = file.read_text(encoding="utf-8")
    if redirect := re.search(r'http-equiv="refresh" content="0;URL=([^"]*)"', text):
        return ids((file.parent / redirect[1]).resolve())
    return set(re.findall(r'\bid="([^"]*)"', text))


def internal_links_lead_somewhere(browser, page):
    browser.open(page)
    for written, target in browser.links():
        if (url := urlsplit(target)).scheme != "file":
            continue
        file = Path(unquote(url.path))
        assert file.is_file(), f"{page} links {written!r}, which isn't there"
        # Pages of source code take a range of lines, which is no id.
        if url.fragment and "/src/" not in url.path:
            assert {url.fragment, unquote(url.fragment)} & ids(file), f"{page} links {written!r}: there is no such id"


def the_console_is_quiet(browser, page):
    browser.driver.get_log("browser")
    browser.open(page)
    log = browser.driver.get_log("browser")
    severe = [entry["message"] for entry in log if entry["level"] == "SEVERE" and "favicon" not in entry["message"]]
    assert not severe, f"{page} has errors in the console: {severe}"


def checks(browser):
    """Each check: a function with its arguments."""
    browser.open(ENUM)
    date, rows = read_article()
    variants = [row[3].removeprefix("#variant.") for row in browser.table()]
    yield the_table_is_the_articles, rows
    yield each_row_leads_to_its_variant, variants
    for row, variant in zip_longest(rows, variants):
        yield the_variant_says_what_the_row_says, row, variant
    yield the_page_says_where_it_comes_from, date
    for words, variant in SEARCHES.items():
        yield search_finds_the_variant, words, variant
    for page in PAGES:
        yield external_links_are_well_formed, page
        yield internal_links_lead_somewhere, page
        yield the_console_is_quiet, page


def main(doc, out):
    passed = failed = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(doc, profile)
        try:
            for check, *arguments in checks(browser):
                try:
                    check(browser, *arguments)
                    passed += 1
                except (AssertionError, WebDriverException) as error:
                    failed += 1
                    print(f"FAILED {check.__name__}: {getattr(error, 'msg', error)}", flush=True)
            browser.open(ENUM)
            browser.driver.save_screenshot(str(out / "enum.AzureBackup.png"))
        finally:
            browser.driver.quit()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*(Path(argument).resolve() for argument in sys.argv[1:])))
