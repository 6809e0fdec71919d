"""What holds for each page that residents see."""

from journeys import PAGES
from stock import fill
from stock import PAGES as STOCK

import pytest


pytestmark = pytest.mark.browser

WIDTHS = (1280, 390, 320)
FIRST_STOPS = 20
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PRACTICE = [*WCAG, "best-practice"]
KEEPS_OUT = ("serious", "critical")

# a first visit, with nothing in the browser's memory: KB, requests
MOST = (300, 15)
MOST_OF = {
    "front": (150, 6),
    "desk": (130, 6),
    "question": (120, 6),
    "partner": (130, 6),
    "module": (220, 10),
    "story": (220, 10),
    "meeting": (120, 6),
    "search": (130, 6),
    "log in": (120, 6),
    "sign up": (120, 6),
    "not there": (120, 6),
    "registration": (120, 6),
    "forgotten": (120, 6),
    "reset": (120, 6),
}

RING = """() => {
  const style = getComputedStyle(document.activeElement);
  const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const box = document.activeElement.getBoundingClientRect();
  return [document.activeElement.tagName, outline || style.boxShadow !== 'none', box.width > 0 && box.height > 0];
}"""


def violations(page, axe, only=None, tags=WCAG, impacts=KEEPS_OUT, within=None):
    """Return what axe finds that keeps people out: (rule, where).

    :param only: these rules instead of all that have one of the tags.
    :param impacts: how bad; nothing for all.
    :param within: a selector of the part that is looked at, or a context of axe; None: the whole page.
    """
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=str(axe))
    run = {"type": "rule", "values": only} if only else {"type": "tag", "values": tags}
    # what is good is not told in full: that takes half of the time
    found = page.evaluate(
        "([within, run]) => axe.run(within || document, {runOnly: run, resultTypes: ['violations']})", [within, run]
    )
    return [
        (violation["id"], node["target"])
        for violation in found["violations"]
        if not impacts or violation["impact"] in impacts
        for node in violation["nodes"]
    ]


# Plone's toolbar for editors gets its roles from a script of its own, a moment after the page
WITHOUT_TOOLBAR = {"exclude": [["#edit-zone"]]}


def everything(page, axe, within=None):
    """Return all that axe finds, also what is only good practice."""
    return violations(page, axe, tags=PRACTICE, impacts=(), within=within)


@pytest.fixture(scope="module")
def addresses(addresses, site):
    """Return the addresses of our pages, and of those that Plone itself makes."""
    fill(site)
    home = site.absolute_url()
    return {**addresses, **{name: f"{home}/{path}" for name, path in STOCK.items()}}


@pytest.fixture
def weighed():
    """Return a function that goes to a page and says what came over the line: (KB, requests)."""

    def weigh(somebody, address):
        line = somebody.context.new_cdp_session(somebody.page)
        line.send("Network.enable")
        sizes = []
        line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        somebody.go(address).wait_for_load_state("networkidle")
        line.detach()
        return sum(sizes) / 1024, len(sizes)

    return weigh


@pytest.mark.parametrize("name", [*PAGES, *STOCK])
def test_a_page(name, visitor, addresses, axe, site, weighed):
    somebody = visitor(bypass_csp=True)
    weight, requests = weighed(somebody, addresses[name])
    most, most_requests = MOST_OF.get(name, MOST)
    assert weight <= most
    assert requests <= most_requests
    page = somebody.page

    # nothing is fetched from elsewhere, nothing is left behind
    assert [url for url in somebody.requested if not url.startswith((site.absolute_url(), "data:"))] == []
    assert somebody.context.cookies() == []
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []

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

    assert everything(page, axe) == []
    assert page.get_attribute("html", "data-bs-theme") == "auto"
    page.emulate_media(color_scheme="dark")
    # colours do not change at once
    page.wait_for_timeout(300)
    assert violations(page, axe, ["color-contrast"]) == []


ON_A_PHONE = (
    "front",
    "question",
    "partner",
    "module",
    "story",
    "meeting",
    "log in",
    "sign up",
    "registration",
    "a document",
)


@pytest.mark.parametrize("name", ON_A_PHONE)
def test_a_page_on_a_phone(name, visitor, addresses, axe):
    page = visitor(viewport={"width": 390, "height": 844}, bypass_csp=True).go(addresses[name])
    assert everything(page, axe) == []


@pytest.mark.parametrize("name", ["front", "question", "log in", "a document"])
def test_a_page_in_forced_colours(name, visitor, addresses):
    """Fills disappear: what has the focus and what is chosen still shows."""
    page = visitor(forced_colors="active").go(addresses[name])
    for _stop in range(FIRST_STOPS):
        page.keyboard.press("Tab")
        tag, ring, size = page.evaluate(RING)
        assert tag == "BODY" or (ring and size)


@pytest.mark.parametrize(
    "path", ["@@mijn-samenbeter", "@@personal-information", "@@personal-preferences", "@@change-password"]
)
def test_the_pages_of_a_resident_with_an_account(path, visitor, axe, weighed):
    anna = visitor("anna", bypass_csp=True)
    weight, requests = weighed(anna, path)
    assert (weight, requests) <= MOST
    assert everything(anna.page, axe) == []
    anna.page.set_viewport_size({"width": 320, "height": 900})
    assert anna.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_password_can_be_read_by_who_types_it(visitor):
    page = visitor().go("login")
    page.fill("#__ac_password", "geheim")
    button = page.get_by_role("button", name="Toon wachtwoord")
    button.click()
    assert page.get_attribute("#__ac_password", "type") == "text"
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert page.get_attribute("#__ac_password", "type") == "password"


def test_without_script_nothing_asks_for_one(visitor):
    page = visitor(java_script_enabled=False).go("login")
    assert page.locator(".sb-show").is_hidden()
    assert page.locator(".pat-cookietrigger").is_hidden()


def test_a_long_page_has_a_table_of_contents(visitor, addresses):
    page = visitor().go(addresses["a document"])
    page.get_by_role("navigation", name="Inhoud").get_by_role("link", name="Kop drie").click()
    assert page.url.endswith("#sb-part-1")
