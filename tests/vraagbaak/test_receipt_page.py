"""The page of the receipt: by its code or with an account, and by nobody else."""

from bs4 import BeautifulSoup
from planted_case import Planted
from plone import api
from samenbeter.shared import guard_rate
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.receipt import page

import pytest
import re
import requests
import transaction


PASSWORD = "samenbeter-demo"


class Reader:
    """Somebody with a browser."""

    def __init__(self, desk, user=None):
        self.url = f"{desk.absolute_url()}/@@mijn-bonnetje"
        self.session = requests.Session()
        self.session.auth = (user, PASSWORD) if user else None

    def form(self, url, **fields):
        """Get a page, and send its form with these fields."""
        token = BeautifulSoup(self.session.get(url, timeout=60).text, "html.parser").find(
            "input", {"name": "_authenticator"}
        )
        sent = {"_authenticator": token["value"], **fields}
        return self.session.post(url, data=sent, timeout=60, allow_redirects=False)

    def do(self, **fields):
        """Send the form of the page."""
        return self.form(self.url, **fields)


@pytest.fixture
def planted(demo_portal):
    """A case in the demo neighbourhood, of the account anna."""
    page.wrong.clear()
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

    @pytest.mark.abuse("A20")
    def test_a_wrong_code_looks_like_no_question(self, planted, reader):
        """And like a question that its asker had hidden."""
        from samenbeter.shared import vault

        vault.get().freeze(planted.id, True)
        transaction.commit()
        answers = [reader.do(code=code) for code in (store.new_code(), "onzin", "' OR 1=1", planted.code)]
        said = {re.sub(r'value="[^"]*"', "", answer.text) for answer in answers}
        assert len(said) == 1 and {answer.status_code for answer in answers} == {200}
        assert "sb-steps" not in answers[0].text

    @pytest.mark.abuse("A14")
    def test_who_tries_many_codes_waits(self, planted, reader, monkeypatch):
        """Also with the right one, from the same network."""
        monkeypatch.setattr(page.wrong, "most", 3)
        monkeypatch.setattr(guard_rate, "place_of", lambda request: "here")
        answers = [reader.do(code=code) for code in ("a", "b", "c", "d", planted.code)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
        assert answers[-1].headers["Retry-After"] == "600"

    def test_an_account_sees_its_own_and_nobody_elses(self, planted):
        """Another account, a visitor and another desk get what is not there."""
        link = planted.case.accounts[0]
        url = f"{planted.desk.absolute_url()}/@@mijn-vraag/{link}"
        assert "sb-steps" in Reader(planted.desk, "anna").session.get(url).text
        assert Reader(planted.desk, "bilal").session.get(url).status_code == 404
        assert Reader(planted.desk, "redactie").session.get(url).status_code == 404
        assert "sb-steps" not in Reader(planted.desk).session.get(url).text
        other = f"{api.portal.get().absolute_url()}/vraagbaak-jong/@@mijn-vraag/{link}"
        assert Reader(planted.desk, "anna").session.get(other).status_code == 404

    def test_it_stands_on_the_page_of_the_account(self, planted):
        """With where it leads."""
        text = Reader(planted.desk, "anna").session.get(f"{api.portal.get().absolute_url()}/@@mijn-samenbeter").text
        assert planted.case.accounts[0] in text


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
        """An empty one is an error at the field."""
        from samenbeter.vraagbaak.desk import asking_back

        asked = planted.change(asking_back.ask_back, "Hoe lang al?", "redactie")
        text = reader.do(code=planted.code, do="reply", asked=asked, reply=" ").text
        assert 'href="#reply"' in text
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

    def test_an_account_claims_it(self, planted):
        """By the code; both work from then on."""
        bilal = Reader(planted.desk, "bilal")
        assert "hangt nu aan je account" in bilal.do(code=planted.code, do="claim").text
        transaction.begin()
        assert sorted(store.account_ids(planted.case)) == ["anna", "bilal"]

    @pytest.mark.abuse("A33")
    def test_without_a_token_nothing_happens(self, planted):
        """A page elsewhere cannot send the form."""
        answer = requests.post(
            Reader(planted.desk).url, data={"code": planted.code, "do": "erase", "sure": "1"}, timeout=60
        )
        assert answer.status_code == 403
        transaction.begin()
        assert store.by_code(planted.code) is not None
