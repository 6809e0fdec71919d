"""A resident and what the site knows of them: on a phone, with the keyboard only, and without script."""

from io import BytesIO
from journeys import PASSWORD
from plone import api
from test_pages import everything
from test_pages import WITHOUT_TOOLBAR
from zipfile import ZipFile

import json
import pytest
import transaction


pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}}
# pages of a resident, of a visitor, of who runs the site
OWN = (
    "@@mijn-gegevens",
    "@@wie-zag-mijn-gegevens",
    "@@mijn-toestemmingen",
    "@@mijn-download",
    "@@mijn-gegevens-kloppen",
    "@@wis-mijn-gegevens",
)
PUBLIC = ("@@privacy", "@@gegevens-zonder-account", "@@link-uit-mail?code=none", "en/@@privacy")
WORK = {
    "privacy": ("@@verzoeken", "@@samenbeter-audit", "@@verwerkingsregister"),
    "beheer": ("@@samenbeter-jobs", "@@samenbeter-vault", "@@samenbeter-retention", "@@samenbeter-break-glass"),
}


@pytest.fixture
def resident(site):
    """Return a maker of accounts that nobody else uses."""

    def make(userid):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            api.user.create(
                username=userid,
                email=f"{userid}@samenbeter.example",
                password=PASSWORD,
                properties={"fullname": f"Naam van {userid}"},
            )
        transaction.commit()
        return userid

    return make


def by_id(wanted):
    """Return what recognises an element by its id."""
    return lambda element, _text, _address: element == wanted


def by_text(wanted):
    """Return what recognises a link or a button by the words that it begins with."""
    return lambda _id, text, _address: text.startswith(wanted)


def press(somebody, words):
    """Go to a button with Tab and press it."""
    somebody.tab_to(by_text(words))
    with somebody.page.expect_navigation():
        somebody.page.keyboard.press("Enter")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_keeps_people_out(visitor, resident, axe, width, scheme):
    """Of the pages of a resident and of a visitor."""
    userid = resident(f"axe-{width}-{scheme}")
    options = {"viewport": {"width": width, "height": 844}, "bypass_csp": True, "color_scheme": scheme}
    for user, paths in ((userid, OWN), ("", PUBLIC)):
        somebody = visitor(user, **options)
        for path in paths:
            page = somebody.go(path)
            assert page.locator("h1").count() == 1, path
            assert everything(page, axe) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert [url for url in somebody.requested if not url.startswith((somebody.home, "data:"))] == []
    assert somebody.context.cookies() == []


@pytest.mark.parametrize("user", WORK)
def test_the_pages_of_who_looks_after_it(visitor, axe, user):
    somebody = visitor(user, bypass_csp=True)
    for path in WORK[user]:
        page = somebody.go(path)
        assert page.locator("h1").count() == 1, path
        assert everything(page, axe, within=WITHOUT_TOOLBAR) == [], path
        page.set_viewport_size({"width": 320, "height": 900})
        assert page.evaluate("document.querySelector('main').scrollWidth") <= 320, path
        page.set_viewport_size({"width": 1280, "height": 900})


def test_the_work_page_leads_there(visitor):
    for user, paths in WORK.items():
        page = visitor(user).go("mijn-werk")
        links = page.locator("#inhoud a").evaluate_all("links => links.map(link => link.href)")
        assert [path for path in paths if not any(link.endswith(path) for link in links)] == []


def test_all_is_fetched_on_a_phone_with_the_keyboard(visitor, resident):
    """From the menu to the file; and it is there once."""
    somebody = visitor(**PHONE)
    somebody.log_in(resident("toets"))
    somebody.follow(by_text("Mijn gegevens"))
    assert somebody.heading() == "Dit weten wij van je"
    press(somebody, "Download")
    somebody.tab_to(by_id("password"))
    somebody.page.keyboard.type("verkeerd-wachtwoord")
    somebody.page.keyboard.press("Enter")
    somebody.page.wait_for_selector(".sb-errsum a[href='#password']")
    somebody.tab_to(by_id("password"))
    somebody.page.keyboard.type(PASSWORD)
    somebody.page.keyboard.press("Enter")
    somebody.page.wait_for_selector("text=Je bestand staat klaar")
    somebody.tab_to(by_text("Haal het bestand op"))
    with somebody.page.expect_download() as download:
        somebody.page.keyboard.press("Enter")
    found = ZipFile(BytesIO(download.value.path().read_bytes()))
    assert "Naam van toets" in found.read("index.html").decode()
    assert "Naam van toets" in json.dumps(json.loads(found.read("data.json")))
    somebody.go("@@mijn-download")
    assert not somebody.page.locator("text=Je bestand staat klaar").count()


def test_a_choice_is_made_and_taken_back_on_a_phone_with_the_keyboard(visitor, resident):
    """To take it back is one press, as giving it was."""
    somebody = visitor(**PHONE)
    somebody.log_in(resident("keuze"))
    somebody.go("@@mijn-toestemmingen")
    press(somebody, "Ja, dat is goed")
    somebody.go("@@mijn-toestemmingen")
    press(somebody, "Toch niet, stop ermee")
    somebody.go("@@mijn-toestemmingen")
    assert not somebody.page.locator("#inhoud button:has-text('Toch niet')").count()


def test_all_is_erased_on_a_phone_without_script(visitor, resident, site):
    """First what is missing is said; then it is gone, and so is who is logged in."""
    somebody = visitor(java_script_enabled=False, **PHONE)
    somebody.log_in(resident("weg"))
    somebody.page.click(".sb-nav >> text=Mijn gegevens")
    somebody.page.click("#inhoud >> text=Wis mijn gegevens")
    erase = "#inhoud button:has-text('Wis mijn gegevens')"
    somebody.page.click(erase)
    assert somebody.page.locator(".sb-errsum a").count() == 2
    assert somebody.page.title().startswith("Fout:")
    somebody.page.check("#sure")
    somebody.page.fill("#password", PASSWORD)
    somebody.page.click(erase)
    assert somebody.heading() == "Je gegevens zijn gewist"
    assert somebody.page.locator(".sb-nav >> text=Inloggen").count() == 1
    transaction.begin()
    assert api.user.get(userid="weg") is None
    somebody.go("@@mijn-gegevens")
    assert somebody.page.locator("#__ac_password").count() == 1
