"""What holds for each page of the Vraagbaak, for who asks, who helps and who decides, also when something is wrong."""

from journeys import Visitor
from question_desk import Desk
from question_desk import HALFWAY
from question_desk import NEW
from question_desk import REDACTED
from question_pages import ASKER
from question_pages import code
from question_pages import DESK
from question_pages import EXPERT
from question_pages import opened
from question_pages import OWN_CODE
from question_pages import press
from question_pages import Way
from question_pages import WRONG_CODE
from samenbeter.shared import guard
from samenbeter.shared.limits import Limit
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.experts import link_page
from samenbeter.vraagbaak.receipt import page as receipt_page
from test_pages import everything
from test_pages import violations
from test_pages import WITHOUT_TOOLBAR

import pytest
import transaction


pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk(site):
    """The desk of the demo."""
    return Desk(site)


@pytest.fixture(scope="module")
def visitor(chromium, site):
    """Return a maker of visitors as in other tests, but each account has one browser: it knows the styles by then."""
    made = {}

    def be(user=""):
        if user not in made:
            made[user] = Visitor(chromium, site.absolute_url(), bypass_csp=True)
            if user:
                made[user].be(user)
        page = made[user].page
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        return made[user]

    yield be
    for one in made.values():
        one.leave()


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Nobody has to read a form for seconds, and nobody tried a code before."""
    monkeypatch.setattr(guard, "PACE", 0)
    receipt_page.wrong.clear()
    link_page.wrong.clear()


def look(page, axe, wrong=False):
    """Assert that a page can be used by everybody: wide, on a phone, and very narrow; in the dark too."""
    assert page.locator("h1:visible").count() == 1
    assert page.title()
    if wrong:
        assert page.title().startswith("Fout: ")
        page.wait_for_function("document.activeElement.id == 'sb-errors'")
        dead = "all => all.filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.hash)"
        assert page.locator("#sb-errors a").evaluate_all(dead) == []
    opened(page)
    page.add_style_tag(content="* { transition: none !important }")
    assert everything(page, axe, within=WITHOUT_TOOLBAR) == []
    # what is round it is looked at on a phone elsewhere
    page.set_viewport_size({"width": 390, "height": 844})
    assert everything(page, axe, within="main") == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    if page.get_attribute("html", "data-bs-theme") == "auto":
        page.emulate_media(color_scheme="dark")
        assert violations(page, axe, ["color-contrast"], within="main") == []


WAYS = {**ASKER, **DESK, **EXPERT}


@pytest.mark.parametrize("name", WAYS)
def test_a_page_of_the_vraagbaak(name, visitor, desk, axe):
    page = WAYS[name].go(visitor, desk)
    look(page, axe, WAYS[name].wrong)


@pytest.mark.parametrize("name", OWN_CODE)
def test_a_receipt(name, visitor, desk, axe):
    which, steps = OWN_CODE[name]
    story = desk.new(which)
    page = Way("", "vraagbaak/@@mijn-bonnetje", code(story.code, *steps)).go(visitor, desk)
    look(page, axe)


def test_who_tried_many_codes_waits(visitor, desk, axe, monkeypatch):
    monkeypatch.setattr(receipt_page, "wrong", Limit(1, 60))
    page = Way("", "vraagbaak/@@mijn-bonnetje", code(WRONG_CODE, *code(WRONG_CODE))).go(visitor, desk)
    assert "minuten weer" in page.inner_text("main")
    look(page, axe)


def test_who_tried_many_links_waits(visitor, desk, axe, monkeypatch):
    monkeypatch.setattr(link_page, "wrong", Limit(0, 60))
    look(Way("", "@@antwoord-geven?code=aaaa").go(visitor, desk), axe)


def test_a_question_that_a_person_looks_at_first_has_a_receipt_too(visitor, desk, axe, monkeypatch):
    monkeypatch.setattr(guard, "PACE", 1000)
    page = ASKER["after sending"].go(visitor, desk)
    assert "Een mens kijkt er eerst naar" in page.inner_text("main")
    look(page, axe)


def test_what_an_asker_hid(visitor, desk, axe):
    story = desk.new(REDACTED, title="Hoe komt iemand veilig de trap op?")
    desk.freeze(story.case)
    page = Way("redactie", f"vraagbaak/@@dossier/{story.case.number}").go(visitor, desk)
    assert "liet deze vraag verbergen" in page.inner_text("main")
    look(page, axe)
    look(Way("redactie", "vraagbaak/@@werktafel").go(visitor, desk), axe)


def test_a_colleague_is_on_it(visitor, desk, axe):
    story = desk.new(NEW)
    committed(lambda: story.do(triage.hold, "beheer"))
    page = Way("redactie", f"vraagbaak/@@dossier/{story.case.number}").go(visitor, desk)
    assert "Beatrijs Heerema is er nu mee bezig." in page.inner_text("main")
    look(page, axe)


@pytest.mark.parametrize("act", ["contribute", "decline"])
def test_a_mailed_link_that_did_its_work(act, visitor, desk, axe):
    story = desk.new(HALFWAY, title="Hoe krijgt iemand een gewone nacht?", contributions=[])
    page = Way("", desk.link_of(story.case, "zorg")).go(visitor, desk)
    opened(page)
    if act == "contribute":
        page.fill("#contribution", "Leg je telefoon weg.")
        page.select_option("#discipline", index=1)
    else:
        page.locator("input[name=reason]").first.check()
    press(page, act)
    assert "Dank je wel" in page.inner_text("h1")
    look(page, axe)
    transaction.begin()
    assert store.load(story.case.id).partners != story.case.partners
