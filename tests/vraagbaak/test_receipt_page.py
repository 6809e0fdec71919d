"""The page of the receipt by its code: in the body of a form and nowhere else."""

from asking_people import Person
from bs4 import BeautifulSoup
from planted_case import Planted
from plone import api
from samenbeter.shared import guard
from samenbeter.shared import guard_rate
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import asking_back
from samenbeter.vraagbaak.receipt import page

import pytest
import re
import requests
import transaction


PASSWORD = "samenbeter-demo"
TOKEN = re.compile("[0-9a-f]{40}")
UNKNOWN = "Deze code kennen wij niet. Kijk of alle letters kloppen."
BSN = "111222333"


class Reader:
    """Somebody with a browser."""

    def __init__(self, desk, user=None):
        self.url = f"{desk.absolute_url()}/@@mijn-bonnetje"
        self.session = requests.Session()
        self.session.auth = (user, PASSWORD) if user else None

    def token(self):
        """Get the page, and return the token of its form."""
        found = BeautifulSoup(self.session.get(self.url, timeout=60).text, "html.parser")
        return found.find("input", {"name": "_authenticator"})["value"]

    def do(self, **fields):
        """Get the page, and send its form with these fields."""
        sent = {"_authenticator": self.token(), **fields}
        return self.session.post(self.url, data=sent, timeout=60, allow_redirects=False)


@pytest.fixture
def planted(demo_portal):
    """A case in the demo neighbourhood, of the account anna."""
    page.wrong.clear()
    guard_rate.clear()
    return Planted(demo_portal.vraagbaak)


@pytest.fixture
def reader(planted):
    """A visitor."""
    return Reader(planted.desk)


class TestWho:
    """Who sees what."""

    def test_the_code_opens_it_however_it_is_typed(self, planted, reader):
        """And the answer is kept nowhere, has no cookie, and sends nobody on."""
        answer = reader.do(code=planted.code.lower().replace("-", " "))
        assert answer.status_code == 200
        assert "sb-steps" in answer.text
        assert answer.headers["Cache-Control"] == "no-store"
        assert not answer.cookies and "Location" not in answer.headers
        assert "kwikstaart" not in answer.text

    def test_a_code_in_an_address_opens_nothing(self, planted, reader):
        """Not by a look, and not by a form."""
        url = f"{reader.url}?code={planted.code}"
        assert "sb-steps" not in reader.session.get(url).text
        token = reader.token()
        for data in ({"_authenticator": token}, {"_authenticator": token, "code": planted.code}):
            assert "sb-steps" not in reader.session.post(url, data=data).text

    def test_a_look_says_nothing(self, reader):
        """A form, no cookie, kept by nobody."""
        answer = reader.session.get(reader.url)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
        assert not answer.cookies
        field = BeautifulSoup(answer.text, "html.parser").find(id="code")
        assert (field["name"], field["type"], field["autocapitalize"]) == ("code", "text", "characters")

    def test_a_code_of_another_desk_opens_too(self, planted, reader):
        """Nobody has to know at which one it was asked."""
        reader.url = f"{api.portal.get().absolute_url()}/vraagbaak-jong/@@mijn-bonnetje"
        assert "sb-steps" in reader.do(code=planted.code).text

    @pytest.mark.abuse("A20")
    def test_a_wrong_code_looks_like_no_question(self, planted, reader, monkeypatch):
        """A wrong code, one that is none, an erased one, a hidden one, and one that a person looks at first."""
        monkeypatch.setattr(guard, "PACE", 0)
        person = Person(planted.desk)
        person.get()
        person.send("check", text="Nog een vraag", publish="no")
        person.send("send", bijlage_kenmerk="x")
        (doubted,) = person.codes
        erased = Planted(planted.desk, userid="")
        committed(lambda: store.erase(erased.id))
        committed(lambda: store.vault.get().freeze(planted.id, True))
        wrong_ones = (store.new_code(), "onzin", "' OR 1=1", "", erased.code, planted.code, doubted)
        found = set()
        for code in wrong_ones:
            answer = reader.do(code=code)
            found.add((answer.status_code, len(answer.text), TOKEN.sub("", answer.text)))
        ((status, _length, text),) = found
        assert (status, "sb-steps" in text, UNKNOWN in text, "@@code-kwijt" in text) == (200, False, True, True)

    @pytest.mark.abuse("A14")
    def test_who_tries_many_codes_waits(self, planted, reader, monkeypatch):
        """Also with the right one, from the same network; a right one is not counted."""
        monkeypatch.setattr(page.wrong, "most", 3)
        places = ["here"]
        monkeypatch.setattr(guard_rate, "place_of", lambda request: places[0])
        assert [reader.do(code=planted.code).status_code for _time in range(5)] == [200] * 5
        answers = [reader.do(code=code) for code in ("a", "b", "c", "d", planted.code)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
        assert 590 < int(answers[-1].headers["Retry-After"]) <= 600
        assert "Probeer het over 10 minuten" in answers[-1].text and "sb-steps" not in answers[-1].text
        places[0] = "elsewhere"
        assert "sb-steps" in reader.do(code=planted.code).text

    @pytest.mark.abuse("A14")
    def test_a_number_that_may_not_be_here_is_no_way_round_it(self, planted, reader, monkeypatch):
        """A form that is refused for what is in it counts its wrong code too."""
        monkeypatch.setattr(page.wrong, "most", 1)
        monkeypatch.setattr(guard_rate, "place_of", lambda request: "here")
        for status in (200, 429):
            assert reader.do(code=store.new_code(), do="stuck", outcome_text=BSN).status_code == status
        assert "sb-steps" not in reader.do(code=planted.code, do="stuck", outcome_text=BSN).text


class TestActs:
    """What an asker does, read back."""

    def test_the_whole_of_it(self, planted, reader, demo_portal):
        """Answer, yes, other words, no, and gone."""
        partners = [
            brain._unrestrictedGetObject()
            for brain in demo_portal.portal_catalog.unrestrictedSearchResults(portal_type="PartnerOrganisation")
        ]
        own = {
            name: next(
                p for p in partners if f"{api.content.get_uuid(p)}-experts" in api.user.get(username=name).getGroups()
            )
            for name in ("zorg", "welzijn")
        }
        planted.redact()
        planted.consult(own["zorg"], own["welzijn"])
        planted.answer()
        text = reader.do(code=planted.code).text
        assert "Een leuning helpt" in text and "Laat een leuning maken" in text
        assert reader.do(code=planted.code, do="stuck", outcome_text="Nog niet.").status_code == 200
        transaction.begin()
        assert planted.case.state == "answering"

    def test_a_reply_goes_on(self, planted, reader):
        """An empty one is an error at the field, and so is a number of somebody; too much is not lost."""
        asked = planted.change(asking_back.ask_back, "Hoe lang al?", "redactie")
        text = reader.do(code=planted.code, do="reply", asked=asked, reply=" ").text
        assert f'href="#reply-{asked}"' in text and f'id="reply-{asked}"' in text
        refused = reader.do(code=planted.code, do="reply", asked=asked, reply=f"Ik ben {BSN}").text
        assert f'href="#reply-{asked}"' in refused
        long = reader.do(code=planted.code, do="reply", asked=asked, reply="a" * 6000).text
        assert f'href="#reply-{asked}"' in long and "a" * 6000 in long
        assert "Dank je" in reader.do(code=planted.code, do="reply", asked=asked, reply="Een maand.").text
        transaction.begin()
        assert planted.case.state == "received" and planted.case.due is not None

    @pytest.mark.abuse("A21")
    def test_erasing_needs_a_tick_and_is_real(self, planted, reader):
        """Afterwards the code is a wrong code."""
        assert 'href="#sure"' in reader.do(code=planted.code, do="erase").text
        answer = reader.do(code=planted.code, do="erase", sure="1")
        assert "gewist" in answer.text
        transaction.begin()
        assert store.by_code(planted.code) is None
        assert "sb-steps" not in reader.do(code=planted.code).text

    @pytest.mark.abuse("A33")
    def test_without_a_token_nothing_happens(self, planted):
        """A page elsewhere cannot send the form."""
        answer = requests.post(
            Reader(planted.desk).url, data={"code": planted.code, "do": "erase", "sure": "1"}, timeout=60
        )
        assert answer.status_code == 403
        transaction.begin()
        assert store.by_code(planted.code) is not None
