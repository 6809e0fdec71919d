"""Who wants to be erased is told beforehand what goes, does it with a tick and a password, and gets a proof."""

from my_rights import add_user
from my_rights import forget_limits
from my_rights import kept
from my_rights import PASSWORD
from my_rights import put
from my_rights import says
from my_rights import Visitor
from my_rights import who
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.utils import createContentInContainer
from samenbeter.interfaces import IConsents
from samenbeter.privacy import erase_me
from samenbeter.privacy import erasing
from samenbeter.privacy import following
from samenbeter.privacy import journal
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from zope.component import getUtility

import pytest
import transaction


PAGE = "@@wis-mijn-gegevens"


@pytest.fixture
def portal(functional_portal):
    forget_limits()
    for name in ("yara", "bilal"):
        add_user(name)
        give = getUtility(IConsents).give
        give(who(name), "samenbeter.contact", party=vault.PLATFORM, method="web-button", language="nl")
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        partner = createContentInContainer(
            functional_portal, "PartnerOrganisation", checkConstraints=False, title="De Linde", creators=("yara",)
        )
        partner.reindexObject()
    transaction.commit()
    return functional_portal


@pytest.fixture
def yara(portal):
    visitor = Visitor(portal, "yara")
    visitor.get(PAGE)
    return visitor


def exists(name):
    transaction.begin()
    return api.user.get(userid=name) is not None


class TestBeforehand:
    @pytest.mark.abuse("A59")
    def test_it_says_what_goes_what_stays_and_until_when_backups_have_it(self, yara):
        goes, stays = yara.page.xpath("//main//section[@aria-labelledby='sb-goes' or @aria-labelledby='sb-stays']")
        assert "Je account" in goes.text_content() and "ja of nee" in goes.text_content()
        assert "zonder je naam" in stays.text_content()
        assert in_words(erasing.backups_until()) in " ".join(stays.text_content().split())
        assert exists("yara")

    @pytest.mark.parametrize(
        ("fields", "wrong"),
        [
            ({"sure": "", "password": PASSWORD}, ["#sure"]),
            ({"sure": "yes", "password": ""}, ["#password"]),
            ({"sure": "yes", "password": "fout"}, ["#password"]),
            ({"sure": "", "password": ""}, ["#sure", "#password"]),
        ],
    )
    def test_without_tick_or_password_nothing_goes(self, yara, fields, wrong):
        yara.press("erase", **fields)
        assert yara.page.xpath("//*[@role='alert']//a/@href") == wrong
        assert exists("yara") and says("proof") == []


def in_words(day):
    months = "januari februari maart april mei juni juli augustus september oktober november december".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


class TestErased:
    @pytest.fixture
    def gone(self, yara):
        with transaction.manager:
            put(who("yara"), {"userid": "yara"}, kind="export")
        yara.press("erase", sure="yes", password=PASSWORD)
        return yara

    def test_it_is_gone_and_the_other_is_not_touched(self, gone):
        assert not exists("yara") and exists("bilal")
        pseudonym = vault.get().pseudonym("member:yara")
        left = [record.kind for record, _data in kept() if record.subject == pseudonym]
        assert left == []
        assert len(says("consent")) == 1

    @pytest.mark.abuse("A59")
    def test_the_page_is_the_proof_for_a_visitor(self, gone):
        (proof,) = says("proof")
        assert gone.answer.status_code == 200
        assert proof["number"] in gone.text
        assert str(proof["counts"]["removed"]) in gone.text and "zonder je naam" in gone.text
        assert proof["outcome"] == "done" and proof["counts"]["removed"] >= 3 and proof["counts"]["retained"] >= 1
        assert "yara" not in str(proof) and "yara" not in gone.answer.text.lower()
        # nobody is logged in any more
        assert gone.page.xpath("//header//a[contains(@href, '/login')]")
        assert not gone.page.xpath("//header//a[contains(@href, 'mijn-gegevens')]")

    @pytest.mark.abuse("A32")
    def test_the_cookie_is_taken_away_and_worth_nothing(self, yara):
        cookie = yara.http.cookies["__ac"]
        yara.press("erase", sure="yes", password=PASSWORD)
        assert not yara.http.cookies.get("__ac")
        yara.http.cookies.set("__ac", cookie)
        assert yara.get("@@mijn-gegevens").status_code in (302, 401, 403)

    def test_no_mail_waits_for_who_is_gone(self, gone):
        assert says("mail", "shared") == []

    def test_doing_it_twice_does_nothing(self, gone):
        assert not gone.page.xpath("//main//button")
        assert gone.post(PAGE, do="erase", sure="yes", password=PASSWORD).status_code in (302, 401, 403)


class TestBrokenOff:
    def test_when_something_fails_it_says_that_it_goes_on_by_itself(self, yara, monkeypatch):
        provider = dict(following.providers(journal.ALL))["samenbeter.privacy.consents"]
        erase = type(provider).erase
        monkeypatch.setattr(type(provider), "erase", broken)
        yara.press("erase", sure="yes", password=PASSWORD)
        assert "Wij maken het vanzelf af" in yara.text
        (begun,) = says("proof")
        monkeypatch.setattr(type(provider), "erase", erase)
        following.Erasures().run("", None)
        assert not exists("yara")
        (proof,) = says("proof")
        assert (begun["outcome"], proof["outcome"]) == ("begun", "done")
        assert (begun["number"], proof["counts"]["removed"] > 0) == (proof["number"], True)

    def test_an_erasure_that_was_killed_before_it_had_a_proof_gets_one(self, yara):
        erasing.begin(Subject(userid="yara"))
        following.Erasures().run("", None)
        assert not exists("yara")
        (proof,) = says("proof")
        assert proof["type"] == "erasure" and proof["outcome"] == "done" and "yara" not in str(proof)

    def test_without_a_journal_nothing_is_begun(self, yara, monkeypatch):
        monkeypatch.setattr(journal, "add", no_disk)
        assert yara.press("erase", sure="yes", password=PASSWORD).status_code == 503
        assert exists("yara") and says("proof") == []


def broken(*args):
    raise OSError("broken off")


def no_disk(*args):
    raise journal.NotWritten


class TestWhoKeepsTheSite:
    @pytest.mark.abuse("A59")
    def test_the_last_one_is_told_why_and_what_to_do(self, portal):
        add_user("beheer", "Site Administrators")
        transaction.commit()
        beheer = Visitor(portal, "beheer")
        beheer.get(PAGE)
        assert "Maak eerst iemand anders beheerder" in beheer.text
        assert not beheer.page.xpath("//main//button[@value='erase']")
        beheer.post(PAGE, do="erase", sure="yes", password=PASSWORD)
        assert exists("beheer") and says("proof") == []

    @pytest.mark.parametrize("group", ["Administrators", "Site Administrators"])
    def test_one_of_two_may_go(self, portal, group):
        add_user("beheer", "Site Administrators")
        add_user("ander", group)
        assert erase_me.why_not("beheer") is None
        assert erase_me.why_not("yara") is None

    def test_an_account_of_zope_itself_is_not_ours_to_erase(self, portal):
        owner = Visitor(portal)
        owner.http.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        owner.get(PAGE)
        assert "niet van deze site" in owner.text
        owner.get("@@mijn-gegevens")
        assert owner.answer.status_code == 200
