"""The pile: a person looks, it goes on or it goes away, and nothing of it is seen by who may not."""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from guarded import FORM
from guarded import kept
from guarded import register
from guarded import unregister
from lxml import html
from people import get
from people import make_people
from people import PEOPLE
from people import post
from people import refused
from people import text_of
from samenbeter.interfaces import IDoubtfulForm
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import doubtful
from samenbeter.shared import guard
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from samenbeter.shared.transactions import committed
from zope.component import getGlobalSiteManager
from zope.component import getUtility

import pytest
import transaction


EMAIL = "dora@example.org"
WORDS = "zilverreiger aan de gracht"
OPENERS = ("redactie",)


@pytest.fixture(scope="class")
def site(shared_portal):
    """A site with people of each role, and a public form."""
    make_people()
    register()
    yield shared_portal
    unregister()


@pytest.fixture
def page(site):
    """The address of the page."""

    def clear():
        for room, kind in (("test", "note"), ("shared", "doubtful")):
            for found in list(vault.get().find(room=room, kind=kind)):
                vault.get().erase(found)

    committed(clear)
    return f"{site.absolute_url()}/@@twijfel"


@pytest.fixture
def doubt(page):
    """Something on the pile."""
    return committed(lambda: doubtful.put(FORM, {"text": WORDS}, (guard.FAST, guard.LINKS), email=EMAIL))


@pytest.fixture
def later(monkeypatch):
    """Move the time on."""
    real = datetime.now

    def move(**by):
        monkeypatch.setattr(clock, "now", lambda: real(timezone.utc) + timedelta(**by))

    return move


def notes(action):
    """Return the entries of the log about the pile."""
    transaction.begin()
    now = clock.now()
    found = audit.entries(now - timedelta(days=3), now + timedelta(days=3), action)
    return [entry for entry in found if entry.section == "shared.doubtful"]


class TestThePage:
    @pytest.mark.parametrize("user", [None, *PEOPLE])
    def test_only_who_handles_it_comes_in(self, page, doubt, user):
        answer = get(user, page)
        assert (answer.status_code == 200) if user in OPENERS else refused(answer)
        assert WORDS not in answer.text

    @pytest.mark.parametrize("user", [user for user in PEOPLE if user not in OPENERS])
    def test_nobody_else_opens_or_moves_anything(self, page, doubt, user):
        for do in ("show", "good", "spam", "undo"):
            answer = post(user, page, do=do, doubt=doubt)
            assert refused(answer)
            assert WORDS not in answer.text
        assert kept() == ([], {WORDS: (guard.FAST, guard.LINKS)})

    def test_it_is_closed_until_it_is_opened_and_says_why(self, page, doubt):
        found = text_of(get("redactie", page))
        assert WORDS not in found and EMAIL not in found
        assert "Vandaag" in found
        assert "binnen een paar tellen" in found and "veel links" in found

    def test_opening_is_a_post_and_stands_in_the_log(self, page, doubt):
        before = len(notes("view"))
        assert WORDS not in get("redactie", f"{page}?do=show&doubt={doubt}").text
        assert len(notes("view")) == before
        answer = post("redactie", page, do="show", doubt=doubt)
        assert WORDS in text_of(answer)
        assert answer.headers["Cache-Control"] == "no-store"
        assert len(notes("view")) == before + 1
        assert doubt not in answer.url

    def test_what_is_good_goes_its_way_once(self, page, doubt):
        assert post("redactie", page, do="good", doubt=doubt).status_code == 303
        assert kept() == ([WORDS], {})
        assert notes("share")
        post("redactie", page, do="good", doubt=doubt)
        assert kept() == ([WORDS], {})

    def test_what_is_thrown_away_can_come_back_until_tomorrow(self, page, doubt, later):
        post("redactie", page, do="spam", doubt=doubt)
        assert doubtful.pile() == []
        assert "Terughalen" in text_of(get("redactie", page))
        post("redactie", page, do="undo", doubt=doubt)
        transaction.begin()
        assert [one.id for one in doubtful.pile()] == [doubt]
        kept_until = vault.get().record(doubt).expires
        assert kept_until == clock.today() + timedelta(days=doubtful.DAYS)
        post("redactie", page, do="spam", doubt=doubt)
        later(days=2)
        provider = getUtility(IPersonalDataProvider, doubtful.PROVIDER)
        assert committed(lambda: provider.purge(clock.now(), 100)) == 1
        assert kept() == ([], {})

    def test_what_was_thrown_away_does_not_go_on(self, page, doubt):
        post("redactie", page, do="spam", doubt=doubt)
        post("redactie", page, do="good", doubt=doubt)
        assert kept()[0] == []

    def test_without_the_token_nothing_happens(self, page, doubt):
        for do in ("good", "spam", "show"):
            assert post("redactie", page, token=False, do=do, doubt=doubt).status_code == 403
        assert kept() == ([], {WORDS: (guard.FAST, guard.LINKS)})

    @pytest.mark.parametrize("doubt_id", ["", "x", "0" * 32, "zz"])
    def test_what_is_not_on_the_pile_is_done_already(self, page, doubt_id):
        for do in ("good", "spam", "show", "undo"):
            assert post("redactie", page, do=do, doubt=doubt_id).status_code == 303

    def test_a_record_of_another_kind_is_not_on_it(self, page):
        other = committed(lambda: vault.get().add("test", "note", {"text": WORDS}, purpose="samenbeter.rights"))
        for do in ("show", "good", "spam", "undo"):
            assert WORDS not in post("redactie", page, do=do, doubt=other).text
        assert kept() == ([WORDS], {})

    def test_of_a_form_that_is_gone_it_only_goes_away(self, page, doubt):
        form = getUtility(IDoubtfulForm, FORM)
        manager = getGlobalSiteManager()
        manager.unregisterUtility(provided=IDoubtfulForm, name=FORM)
        try:
            found = html.fromstring(get("redactie", page).text)
            assert found.xpath("//main//button/@value") == ["spam"]
            post("redactie", page, do="good", doubt=doubt)
            assert kept() == ([], {WORDS: (guard.FAST, guard.LINKS)})
        finally:
            manager.registerUtility(form, IDoubtfulForm, FORM)

    def test_reasons_are_counted(self, page):
        counters.count("guard", FORM, guard.FILLED, n=3)
        table = html.fromstring(get("redactie", page).text).xpath("//section[@aria-labelledby='sb-reasons']//tr")
        cells = {row.xpath("./th")[0].text: row.xpath("./td/text()") for row in table[1:]}
        assert int(cells["Een veld dat mensen niet zien, was ingevuld."][0]) >= 3

    def test_without_anything_it_says_so(self, page):
        assert "Er ligt niets" in text_of(get("redactie", page))


class TestPersonalData:
    """Of whoever filled it in."""

    def test_they_find_it_and_have_it_erased(self, doubt):
        provider = getUtility(IPersonalDataProvider, doubtful.PROVIDER)
        dora = Subject(email=EMAIL)
        [item] = provider.export(dora).items
        assert WORDS in [text for _label, text in item.values]
        assert committed(lambda: provider.erase(dora)).removed == 1
        assert provider.verify_erased(dora) == []

    def test_what_they_had_frozen_lies_outside_the_pile(self, page, doubt):
        provider = getUtility(IPersonalDataProvider, doubtful.PROVIDER)
        committed(lambda: provider.restrict(Subject(email=EMAIL), True))
        assert doubtful.pile() == []
        post("redactie", page, do="good", doubt=doubt)
        assert kept()[0] == []

    def test_after_thirty_days_it_is_gone(self, doubt, later):
        provider = getUtility(IPersonalDataProvider, doubtful.PROVIDER)
        later(days=doubtful.DAYS)
        assert provider.expired(clock.now()) == 0
        later(days=doubtful.DAYS + 1)
        assert provider.expired(clock.now()) == 1
