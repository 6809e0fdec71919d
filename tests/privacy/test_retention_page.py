"""The page of retention: who may, what a wrong number does, and that looking changes nothing."""

from datetime import timedelta
from lxml import html
from planting import PASSWORD
from planting import Resident
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import erasing
from samenbeter.privacy import following
from samenbeter.privacy import journal
from samenbeter.shared import clock
from samenbeter.shared import periods
from samenbeter.shared import rights
from samenbeter.shared import vault
from zope.component import getUtilitiesFor

import pytest
import requests
import transaction


MAIL = "samenbeter.shared.mail"


class Page:
    """The page, for one person."""

    def __init__(self, portal, name=SITE_OWNER_NAME, password=SITE_OWNER_PASSWORD):
        self.url = f"{portal.absolute_url()}/@@samenbeter-retention"
        self.session = requests.Session()
        self.session.auth = (name, password)

    def get(self):
        self.answer = self.session.get(self.url, timeout=60, allow_redirects=False)
        self.tree = html.fromstring(self.answer.text)
        return self

    def token(self):
        return self.get().tree.xpath("//input[@name='_authenticator']/@value")[0]

    def post(self, do, token=None, **fields):
        data = {"do": do, "_authenticator": self.token() if token is None else token, **fields}
        self.answer = self.session.post(self.url, data=data, timeout=60)
        self.tree = html.fromstring(self.answer.text)
        transaction.begin()
        return self

    def text(self, path="//main"):
        return " ".join(" ".join(element.text_content().split()) for element in self.tree.xpath(path))


def field(name):
    return {f"days-{MAIL}": name}


def decided():
    transaction.begin()
    return api.portal.get_registry_record(periods.RECORD)


def keep_mail(days):
    until = clock.today() + timedelta(days=days)
    vault.get().add("shared", "mail", {}, purpose="samenbeter.mail", subject="mail:x@example.org", expires=until)
    transaction.commit()


def kept_mail():
    transaction.begin()
    return vault.get().count("shared", "mail")


@pytest.fixture
def page(functional_portal):
    # what is asked first makes stores
    transaction.commit()
    return Page(functional_portal)


class TestWhoMay:
    @pytest.mark.parametrize("role", ["Member", "Privacy Officer", "Vraagbaak Editor", "Expert"])
    def test_others_may_not(self, functional_portal, role):
        Resident(functional_portal, "anna", "Zilverreiger").sign_up(roles=("Member", role))
        transaction.commit()
        stranger = Page(functional_portal, "anna", PASSWORD)
        assert stranger.get().answer.status_code != 200
        stranger.post("save", token="x", **field("3"))
        assert decided() == {}

    @pytest.mark.parametrize("do", ["save", "run", "start-over"])
    @pytest.mark.parametrize("token", ["", "wrong"])
    def test_without_a_token_nothing_happens(self, page, do, token):
        keep_mail(-1)
        erasing.erase_now(rights.Subject(email="a@example.org"))
        journal.place().unlink()
        answer = page.post(do, token=token, **field("3")).answer
        assert answer.status_code == 403
        assert decided() == {}
        assert kept_mail() == 1
        assert following.problem() is not None

    def test_no_cache_keeps_it(self, page):
        assert page.get().answer.headers["Cache-Control"] == "no-store"
        assert page.answer.headers["Referrer-Policy"] == "no-referrer"


class TestLooking:
    def test_each_kind_is_there_with_its_clock(self, page):
        rows = page.get().tree.xpath("//tbody/tr")
        providers = dict(getUtilitiesFor(IPersonalDataProvider))
        assert len(rows) == len(providers)
        inputs = {i.get("name") for i in page.tree.xpath("//tbody//input")}
        assert f"days-{MAIL}" in inputs
        assert "days-samenbeter.privacy.member" in inputs
        assert "days-samenbeter.privacy.restriction" not in inputs
        for one in page.tree.xpath("//tbody//input"):
            assert page.tree.xpath("//label[@for=$id]", id=one.get("id"))

    def test_looking_erases_nothing(self, page):
        keep_mail(-1)
        assert "Het is nog nooit gedaan." in page.get().text()
        assert kept_mail() == 1


class TestActing:
    def test_counting_counts_and_erases_nothing(self, page):
        keep_mail(-1), keep_mail(3)
        assert "Nu zou er weg gaan: 1. Er is nog niets veranderd." in page.post("count").text(
            "//main//*[@role='status']"
        )
        assert kept_mail() == 2

    def test_running_erases_and_tells(self, page):
        keep_mail(-1), keep_mail(3)
        text = page.post("run").text("//body")
        assert "Klaar. Wat zijn tijd had gehad, is weg." in text
        assert "Toen ging er weg: 1." in text
        assert kept_mail() == 1
        assert "Toen ging er weg: 0." in page.post("run").text("//body")

    @pytest.mark.parametrize(("typed", "kept"), [("0", 0), ("1", 1), ("3650", 3650), (" 30 ", 30)])
    def test_a_number_of_days_is_kept(self, page, typed, kept):
        assert "De bewaartermijnen zijn opgeslagen." in page.post("save", **field(typed)).text("//body")
        assert decided() == {MAIL: kept}
        assert page.tree.xpath(f"//input[@name='days-{MAIL}']/@value") == [str(kept)]

    def test_saving_what_stands_there_changes_nothing(self, page):
        page.post("save", **field("0"))
        shown = {one.get("name"): one.get("value") for one in page.tree.xpath("//tbody//input")}
        page.post("save", **shown)
        assert decided() == {MAIL: 0}

    def test_nothing_is_as_we_deliver_it(self, page):
        page.post("save", **field("3"))
        page.post("save", **field(""))
        assert decided() == {}
        assert page.tree.xpath(f"//input[@name='days-{MAIL}']/@value") == ["7"]

    @pytest.mark.parametrize("typed", ["-1", "3651", "99999", "veel", "1.5", "1e3", "²", "٣", "<b>"])
    def test_what_is_no_number_is_said_and_stays_in_the_field(self, page, typed):
        page.post("save", **field(typed), **{"days-samenbeter.stories.stories": "5"})
        assert page.answer.status_code == 200
        assert decided() == {}
        (link,) = page.tree.xpath("//*[@role='alert']//a")
        assert link.get("href") == f"#days-{MAIL}"
        (one,) = page.tree.xpath(f"//input[@name='days-{MAIL}']")
        assert one.get("value") == typed
        assert one.get("aria-invalid") == "true"
        assert one.get("id") + "-error" in one.get("aria-describedby")
        assert page.tree.xpath("//input[@name='days-samenbeter.stories.stories']/@value") == ["5"]
        assert page.tree.findtext("head/title").startswith("Fout:")

    @pytest.mark.parametrize("name", ["samenbeter.privacy.restriction", "samenbeter.nergens.niets", ""])
    def test_what_has_no_days_gets_none(self, page, name):
        page.post("save", **{f"days-{name}": "3"})
        assert decided() == {}


class TestJournal:
    def test_a_lost_journal_is_said_and_can_be_begun_anew(self, page):
        assert "Begin een nieuw logboek" not in page.get().text()
        page.post("start-over")
        erasing.erase_now(rights.Subject(email="a@example.org"))
        assert "Begin een nieuw logboek" not in page.get().text()
        journal.place().unlink()
        assert "Het logboek van wissingen is weg." in page.get().text("//*[@role='alert']")
        page.post("start-over")
        assert following.problem() is None
        assert erasing.erase_now(rights.Subject(email="a@example.org")).finished
