"""The desk: its list, what is done with several cases at once, the panel of one, and days off."""

from actors import PASSWORD as OTHERS
from bs4 import BeautifulSoup
from plone import api
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.asking.asking import ask
from samenbeter.vraagbaak.asking.asking import Asked
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import absence

import pytest
import requests
import transaction


PASSWORD = "samenbeter-demo"
OUTSIDERS = (None, "anna", "zorg", "wijkwebber", "partner", "privacy", "beheer")
assert OTHERS


class Editor:
    """Somebody with a browser."""

    def __init__(self, url, user="redactie"):
        self.url = url
        self.session = requests.Session()
        self.session.auth = (user, PASSWORD) if user else None

    def get(self, query="", url=None):
        """Return the answer of a page."""
        return self.session.get((url or self.url) + query, timeout=60)

    def post(self, url=None, **fields):
        """Get the page, and send a form of it."""
        url = url or self.url
        token = BeautifulSoup(self.get(url=url).text, "html.parser").find("input", {"name": "_authenticator"})
        return self.session.post(url, data={"_authenticator": token["value"], **fields}, timeout=60)


@pytest.fixture
def desk(demo_portal):
    """The desk of the demo neighbourhood."""
    return demo_portal.vraagbaak


@pytest.fixture
def editor(desk):
    """An editor at the list."""
    return Editor(f"{desk.absolute_url()}/@@werktafel")


def asks(desk, count=1):
    """Let so many people ask; return the last Case."""
    for number in range(count):
        _code, case = committed(lambda number=number: ask(desk, Asked(text=f"Vraag {number}: wat nu?", publish="yes")))
    return case


def state(case):
    """Return a Case as it is now."""
    transaction.begin()
    return store.load(case.id)


class TestList:
    """The page of the list."""

    @pytest.mark.parametrize("user", OUTSIDERS, ids=str)
    @pytest.mark.parametrize("page", ["@@werktafel", "@@dossier/V-2222-22", "@@tekstblokken"])
    def test_only_editors_have_it(self, desk, user, page):
        """Not who runs the site either."""
        text = Editor(f"{desk.absolute_url()}/{page}", user).get().text
        assert "sb-table" not in text and 'name="case"' not in text and "Tekstblokken" not in text

    def test_it_lists_what_waits_and_never_its_words(self, desk, editor):
        """With the number, the time and the owner."""
        case = asks(desk)
        text = editor.get().text
        assert case.number in text and "wat nu" not in text
        assert "Nog" in text or "Vóór" in text

    def test_a_page_opens_as_many_cases_however_many_there_are(self, desk, editor, monkeypatch):
        """And not one more: it is the same with a few and with many."""
        opened = []
        real = vault.Vault.open

        def counted(box, record):
            opened.append(record.kind)
            return real(box, record)

        monkeypatch.setattr(vault.Vault, "open", counted)
        asks(desk, 30)
        found = []
        for _time in range(2):
            opened.clear()
            assert editor.get().status_code == 200
            found.append(sorted(opened))
            asks(desk, 60)
        assert found[0] == found[1]
        assert found[0].count("case") == 25
        assert "words" not in found[0] and "contact" not in found[0]

    def test_it_can_be_narrowed(self, desk, editor):
        """By list, theme and page."""
        case = asks(desk)
        assert case.number not in editor.get("?list=rejected").text
        assert case.number not in editor.get("?theme=slapen").text
        editor.post(case=case.number, do="theme", new_theme="slapen")
        assert case.number in editor.get("?theme=slapen").text


class TestSeveral:
    """What is done with cases that were ticked."""

    def test_some_work_and_some_do_not_and_it_is_undone(self, desk, editor):
        """Each by itself, and it says why not."""
        first, second = asks(desk), asks(desk)
        answer = editor.post(case=[first.number, second.number, "V-2222-22"], do="urgent")
        assert answer.text.count("Niet gelukt") == 1
        assert (state(first).urgency, state(second).urgency) == ("urgent", "urgent")
        editor.post(case=[first.number], do="undo")
        assert (state(first).urgency, state(second).urgency) == ("normal", "urgent")

    def test_a_reason_is_needed_to_reject(self, desk, editor):
        """One of the list."""
        case = asks(desk)
        editor.post(case=case.number, do="reject", reason="")
        assert state(case).state == "received"
        editor.post(case=case.number, do="reject", reason="spam")
        assert state(case).state == "rejected"

    @pytest.mark.abuse("A33")
    def test_without_a_token_nothing_happens(self, desk, editor):
        """A page elsewhere cannot send the form."""
        case = asks(desk)
        answer = editor.session.post(editor.url, data={"case": case.number, "do": "urgent"}, timeout=60)
        assert answer.status_code == 403
        assert state(case).urgency == "normal"


class TestPanel:
    """On the page of one case."""

    def test_who_about_what_and_over(self, desk, editor):
        """And the last act can be taken back."""
        case = asks(desk)
        url = f"{desk.absolute_url()}/@@dossier/{case.number}"
        editor.post(url, panel="triage", do="about", themes=["slapen"], urgent="1")
        assert (state(case).themes, state(case).urgency) == (["slapen"], "urgent")
        editor.post(url, panel="triage", do="hold")
        assert state(case).holds
        assert 'href="#reason"' in editor.post(url, panel="triage", do="reject", reason="x").text
        editor.post(url, panel="triage", do="reject", reason="double")
        assert state(case).state == "rejected"
        editor.post(url, panel="triage", do="undo")
        assert state(case).state == "received"


class TestAway:
    """Days off."""

    def test_somebody_says_when_they_are_away(self, demo_portal):
        """A wrong day is an error at the field; it can be taken away again."""
        editor = Editor(f"{demo_portal.absolute_url()}/@@afwezig", "zorg")
        assert 'href="#first"' in editor.post(do="add", first="morgen", last="").text
        editor.post(do="add", first="2027-01-04", last="2027-01-08")
        transaction.begin()
        userid = api.user.get(username="zorg").getId()
        (away,) = absence.get(userid)
        assert away.first.isoformat() == "2027-01-04"
        editor.post(do="remove", id=away.id)
        transaction.begin()
        assert absence.get(userid) == []
