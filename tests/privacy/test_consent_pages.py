"""The page of one's own consents: taking back is as easy as giving, and nobody sees those of others."""

from plone import api
from plone.protect import createToken
from policy_site import get
from policy_site import main
from policy_site import PASSWORD
from policy_site import people
from policy_site import text_of
from samenbeter.interfaces import IConsents
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from vocabulary import unknown
from zope.component import getUtility

import pytest
import re
import requests
import transaction


PURPOSE = "samenbeter.contact"


@pytest.fixture
def portal(functional_portal):
    """The site, with residents and people who work here."""
    return people(functional_portal)


def post(portal, user, token=True, **data):
    """Send a form to the page of one's own consents."""
    if token:
        with api.env.adopt_user(username=user):
            data["_authenticator"] = createToken()
    url = f"{portal.absolute_url()}/@@mijn-toestemmingen"
    return requests.post(url, data=data, auth=(user, PASSWORD), allow_redirects=False, timeout=60)


class TestOwnConsents:
    """The page of who asks."""

    def answered(self, user="anna"):
        """Return whether a person said yes, as it is stored."""
        transaction.begin()
        return getUtility(IConsents).allowed(Subject(userid=user), PURPOSE, vault.PLATFORM)

    def clicks(self, portal, say):
        """Return how many controls of the page have to be used to say something: one button, and no more."""
        page = main(get(portal, "@@mijn-toestemmingen", "anna"))
        (button,) = page.xpath(f".//button[@name='{say[0]}' and contains(@value, '{say[1]}')]")[:1]
        form = next(button.iterancestors("form"))
        required = form.xpath(".//*[@required]")
        return 1 + len(required)

    @pytest.mark.abuse("A61")
    def test_taking_back_is_no_more_work_than_giving(self, portal):
        giving = self.clicks(portal, ("answer", "yes"))
        post(portal, "anna", purpose=PURPOSE, answer="yes")
        assert self.answered()
        taking_back = self.clicks(portal, ("withdraw", self.answered()))
        assert taking_back <= giving
        post(portal, "anna", withdraw=self.answered())
        assert self.answered() is None

    def test_yes_and_no_look_the_same(self, portal):
        page = main(get(portal, "@@mijn-toestemmingen", "anna"))
        buttons = page.xpath(".//button[@name='answer']")
        assert [b.get("value") for b in buttons] == ["yes", "no"]
        assert len({b.get("class") for b in buttons}) == 1

    def test_without_an_answer_nothing_was_agreed(self, portal):
        page = get(portal, "@@mijn-toestemmingen", "anna")
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert "Hier staat nog niets" in page.text
        assert self.answered() is None

    @pytest.mark.parametrize("data", [{"purpose": PURPOSE, "answer": "yes"}])
    def test_without_a_token_nothing_changes(self, portal, data):
        assert post(portal, "anna", token=False, **data).status_code == 403
        get(portal, "@@mijn-toestemmingen", "anna", params=data)
        assert self.answered() is None

    @pytest.mark.parametrize(
        "data",
        [
            {},
            {"purpose": PURPOSE},
            {"purpose": PURPOSE, "answer": "maybe"},
            {"purpose": "samenbeter.stories", "answer": "yes"},
            {"purpose": "samenbeter.nothing", "answer": "yes"},
            {"withdraw": "0" * 32},
            {"withdraw": "../../etc"},
        ],
    )
    def test_what_cannot_be_answered_is_not_there(self, portal, data):
        assert post(portal, "anna", **data).status_code == 404
        transaction.begin()
        assert getUtility(IConsents).of(Subject(userid="anna")) == []

    @pytest.mark.abuse("A20")
    def test_that_of_somebody_else_is_not_there(self, portal):
        post(portal, "anna", purpose=PURPOSE, answer="yes")
        found = self.answered()
        assert get(portal, f"@@mijn-toestemmingen/{found}", "anna").status_code == 200
        for name in (f"@@mijn-toestemmingen/{found}", f"@@mijn-toestemmingen/{found}/bewijs.jsonld"):
            assert get(portal, name, "bilal").status_code == 404
            assert get(portal, name, "privacy").status_code == 404
            assert get(portal, name).status_code in (302, 401, 404)
        assert post(portal, "bilal", withdraw=found).status_code == 404
        assert self.answered() == found
        assert found not in get(portal, "@@mijn-toestemmingen", "bilal").text

    def test_the_receipt_shows_the_text_and_is_a_file(self, portal):
        post(portal, "anna", purpose=PURPOSE, answer="yes")
        page = text_of(main(get(portal, f"@@mijn-toestemmingen/{self.answered()}", "anna")))
        assert "Wij mogen je mailen om te vragen hoe het gaat." in page
        found = get(portal, f"@@mijn-toestemmingen/{self.answered()}/bewijs.jsonld", "anna")
        assert found.headers["Content-Type"] == "application/ld+json"
        assert found.headers["Cache-Control"] == "no-store"
        assert found.json()["@type"] == "dpv:ConsentReceipt"
        assert unknown(found.json()) == set()
        assert "anna" not in found.text

    def test_a_receipt_by_mail_only_when_wanted(self, portal):
        def mails():
            transaction.begin()
            return vault.get().count("shared", "mail") + len(portal.MailHost.messages)

        post(portal, "anna", purpose=PURPOSE, answer="yes")
        assert mails() == 0
        post(portal, "anna", withdraw=self.answered(), receipt="1")
        assert mails() == 1

    def test_what_was_said_stays_to_be_read(self, portal):
        post(portal, "anna", purpose=PURPOSE, answer="yes")
        post(portal, "anna", withdraw=self.answered())
        page = main(get(portal, "@@mijn-toestemmingen", "anna"))
        events = [re.sub(r"^.*uur", "", text_of(li)) for li in page.xpath(".//ol[@class='sb-timeline']/li")]
        assert events == ["Je nam je ja terug", "Je zei ja"]
