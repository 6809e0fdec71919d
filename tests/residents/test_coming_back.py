"""Who signs up comes back to where they were; what came along is kept with nobody; what is kept can be erased."""

from base64 import b64decode
from coming_in import add_user
from coming_in import ADDRESS
from coming_in import Browser
from coming_in import digits_in
from coming_in import forget
from coming_in import kept
from coming_in import link_in
from coming_in import mails
from coming_in import SIGN_UP
from coming_in import TYPED
from plone import api
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.residents import mailing
from samenbeter.shared import entry
from samenbeter.shared.rights import Subject
from samenbeter.shared.transactions import committed
from zope.component import getUtility

import pytest
import transaction


@pytest.fixture(autouse=True)
def nobody_tried(monkeypatch):
    forget(monkeypatch)


@pytest.fixture
def browser(functional_portal):
    return Browser(functional_portal)


class TestWhereSomebodyWas:
    """Back to the page one came from, and never off the site."""

    def test_the_code_leads_back(self, browser):
        browser.get(f"{SIGN_UP}?came_from={browser.base}/sitemap?x=1")
        browser.send(email=ADDRESS, do="yes")
        assert kept("residents")[0]["came_from"] == f"{browser.base}/sitemap"
        assert browser.send(code=digits_in(mails()[0])).headers["Location"] == f"{browser.base}/sitemap?x=1"

    def test_so_does_the_link(self, browser, functional_portal):
        browser.get(SIGN_UP, headers={"Referer": f"{browser.base}/sitemap"})
        browser.send(email=ADDRESS, do="yes")
        phone = Browser(functional_portal)
        phone.get(link_in(mails()[0]))
        assert phone.send().headers["Location"] == f"{browser.base}/sitemap"

    @pytest.mark.abuse("A18")
    @pytest.mark.parametrize(
        "target",
        [
            "https://kwaad.example/",
            "//kwaad.example",
            "https:kwaad.example",
            "javascript:alert(1)",
            "{site}.kwaad.example/",
            "{site}@kwaad.example/",
            "\\\\kwaad.example",
            "{site}/login",
            "{site}/@@account-maken?van=x",
        ],
    )
    def test_nobody_is_sent_elsewhere(self, browser, target):
        browser.get(SIGN_UP)
        browser.send(email=ADDRESS, do="yes", came_from=target.format(site=browser.base))
        location = browser.send(code=digits_in(mails()[0]), came_from=target.format(site=browser.base)).headers[
            "Location"
        ]
        assert location == f"{browser.base}/@@mijn-samenbeter"


class TestEntryCode:
    """The code of a poster: followed, and kept with nobody."""

    def test_each_step_is_counted_and_nothing_ties_a_person_to_it(self, browser, functional_portal):
        committed(lambda: entry.make("poster", "Poster", "@@account-maken", "lindehof7"))
        browser.get("via/lindehof7")
        assert browser.answer.status_code == 303
        page = browser.answer.headers["Location"].removeprefix(f"{browser.base}/")
        browser.sign_up(page=page)
        (mail,) = mails()
        assert "lindehof7" not in str(mail) + str(kept("residents"))
        browser.send(code=digits_in(mail))
        transaction.begin()
        counted = {step: number["people"] for step, number in entry.funnel()["lindehof7"].items()}
        assert counted == dict.fromkeys(entry.STEPS, 1)
        member = api.user.get(username=ADDRESS)
        properties = api.portal.get_tool("portal_memberdata").propertyIds()
        assert "lindehof7" not in str([member.getProperty(name, "") for name in properties])
        assert "lindehof7" not in str(kept("residents")) + str(kept("shared"))
        assert set(browser.http.cookies.keys()) == {"__ac", "statusmessages"}
        assert b"lindehof7" not in b64decode(browser.http.cookies["statusmessages"].strip('"') + "==")


def test_who_is_erased_takes_the_link_along(functional_portal):
    add_user("bilal", login="bilal@example.org")
    Browser(functional_portal).sign_up("bilal@example.org")
    transaction.begin()
    provider = getUtility(IPersonalDataProvider, "samenbeter.residents.access")
    subject = Subject(userid="bilal")
    (item,) = provider.export(subject).items
    assert "bilal@example.org" in str(item.values)
    assert "secret" not in item.data and "typed" not in item.data
    committed(lambda: provider.erase(subject))
    assert kept("residents") == [] and provider.verify_erased(subject) == []


def test_the_pages_that_take_a_code_lead_to_the_beginning(functional_portal):
    browser = Browser(functional_portal)
    assert browser.get(TYPED).headers["Location"] == f"{browser.base}/{SIGN_UP}"
    for page in ("@@tweede-stap", "@@nieuw-wachtwoord"):
        assert browser.get(page).headers["Location"] == f"{browser.base}/login"


def test_the_secret_of_a_link_is_not_kept(functional_portal):
    Browser(functional_portal).sign_up()
    (record,) = kept("residents")
    (mail,) = mails()
    assert link_in(mail).rpartition(".")[2] not in str(record)
    assert digits_in(mail).replace(" ", "") not in (record["typed"], record["secret"])
    assert record["use"] == mailing.SIGN_UP
