"""What holds for each page that residents see."""

from journeys import PAGES

import pytest


pytestmark = pytest.mark.browser

WIDTHS = (1280, 390, 320)
FIRST_STOPS = 20
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Plone's own pages, whose script keeps its translated words in the browser: nothing about the visitor
PLONES_OWN = {"a page", "search", "nothing found", "log in"}
WORDS_OF_PLONE = {"widgets-nl", "widgets-nl-updated"}

RING = """() => {
  const style = getComputedStyle(document.activeElement);
  const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const box = document.activeElement.getBoundingClientRect();
  return [document.activeElement.tagName, outline || style.boxShadow !== 'none', box.width > 0 && box.height > 0];
}"""


def violations(page, axe, only=None):
    """Return what axe finds that keeps people out: (rule, where)."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=str(axe))
    run = {"type": "rule", "values": only} if only else {"type": "tag", "values": WCAG}
    found = page.evaluate("run => axe.run(document, {runOnly: run})", run)
    return [
        (violation["id"], node["target"])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page(name, visitor, addresses, axe, site):
    somebody = visitor(bypass_csp=True)
    page = somebody.go(addresses[name])

    # nothing is fetched from elsewhere, nothing is left behind
    assert [url for url in somebody.requested if not url.startswith((site.absolute_url(), "data:"))] == []
    assert somebody.context.cookies() == []
    kept = set(page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"))
    assert kept <= (WORDS_OF_PLONE if name in PLONES_OWN else set())

    assert page.locator("h1").count() == 1
    assert page.get_attribute("html", "lang") == "nl"
    assert page.title()

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    page.set_viewport_size({"width": 1280, "height": 900})

    for _stop in range(FIRST_STOPS):
        page.keyboard.press("Tab")
        tag, ring, size = page.evaluate(RING)
        assert tag == "BODY" or (ring and size), (tag, somebody.focused())

    assert violations(page, axe) == []
    if page.get_attribute("html", "data-bs-theme") == "auto":
        page.emulate_media(color_scheme="dark")
        # colours do not change at once
        page.wait_for_timeout(300)
        assert violations(page, axe, ["color-contrast"]) == []


@pytest.mark.parametrize("name", ["front", "question", "partner", "module", "story", "meeting"])
def test_a_page_on_a_phone(name, visitor, addresses, axe):
    page = visitor(viewport={"width": 390, "height": 844}, bypass_csp=True).go(addresses[name])
    assert violations(page, axe) == []
