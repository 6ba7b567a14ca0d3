"""A page that the command has written, in Chromium: what has to hold for each of them."""

import tempfile
from contextlib import contextmanager

from docs import Browser, equal

VIOLATIONS = """const done = arguments[arguments.length - 1];
    axe.run().then(result => done(result.violations.map(of => [of.id, of.nodes.map(node => node.html)])), error => done(String(error)))"""


FILTERS = "return [...document.querySelectorAll('fieldset')].map(filter => filter.checkVisibility())"


@contextmanager
def opened(page):
    """Opens a page. In the end nothing else has been loaded, and nothing been said on the console."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(page.parent, profile)
        try:
            browser.driver.get(page.as_uri())
            yield browser
            equal(len(browser.all("script, link, img, iframe")), 0, "what is loaded")
            log = [entry["message"] for entry in browser.driver.get_log("browser") if "favicon" not in entry["message"]]
            equal(log, [], "the console")
        finally:
            browser.driver.quit()


def emulate(browser, media="", scheme="light"):
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def axe_finds_nothing(browser, axe):
    browser.script(axe)
    for scheme in ["light", "dark"]:
        emulate(browser, scheme=scheme)
        equal(browser.driver.execute_async_script(VIOLATIONS), [], f"what axe-core finds in the {scheme} page")
    emulate(browser)


def what_is_printed_has_no_filters(browser, filters=1):
    equal(browser.script(FILTERS), [True] * filters, "the filters")
    emulate(browser, media="print")
    equal(browser.script(FILTERS), [False] * filters, "the filters on paper")
    emulate(browser)
    pages = browser.driver.execute_cdp_cmd("Page.printToPDF", {})["data"]
    assert pages.startswith("JVBERi0"), "it can't be printed"
