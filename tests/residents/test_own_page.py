""" "Mijn SamenBeter", "Waarom een account?", and choosing a password."""

from coming_in import add_user
from coming_in import Browser
from coming_in import forget
from coming_in import kept
from coming_in import link_in
from coming_in import mails
from coming_in import Moved
from coming_in import PASSWORD
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.interfaces import IAccountReason
from samenbeter.interfaces import IMySection
from samenbeter.interfaces import ISamenBeterLayer
from samenbeter.residents import reasons
from zope.component import getGlobalSiteManager
from zope.interface import implementer
from zope.interface import Interface

import pytest
import transaction


@implementer(IMySection)
class Questions:
    """A part that another room could have."""

    order, title, icon, available = 1, "Mijn vragen", "chat", True
    empty = "Je vroeg nog niets."
    found = ()

    def __init__(self, context, request):
        """Depend on nothing."""

    def rows(self):
        """Return what the test wants."""
        return self.found


class Hidden(Questions):
    """A part that this person has not."""

    title, available = "Mijn cijfers", False


@pytest.fixture
def yara(functional_portal):
    forget()
    add_user("yara", login="yara@example.org")
    browser = Browser(functional_portal)
    browser.log_in("yara@example.org")
    return browser


@pytest.fixture
def rooms():
    manager = getGlobalSiteManager()
    found = [(Questions, "test.questions"), (Hidden, "test.hidden")]
    for factory, name in found:
        manager.registerAdapter(factory, (Interface, ISamenBeterLayer), IMySection, name)
    yield Questions
    for factory, name in found:
        manager.unregisterAdapter(factory, (Interface, ISamenBeterLayer), IMySection, name)


class TestMyPage:
    """Built from what each room has for this person."""

    def test_the_first_time_it_says_what_somebody_can_do(self, yara):
        yara.get("@@mijn-samenbeter")
        assert len(yara.page.xpath("//section[@aria-labelledby='sb-firsts']//li")) == 3
        assert "een buur" in yara.text

    def test_who_has_a_name_need_not_choose_one(self, yara):
        transaction.begin()
        api.user.get("yara").setMemberProperties({"fullname": "Yara"})
        transaction.commit()
        yara.get("@@mijn-samenbeter")
        assert "Dit kun je nu doen" in yara.text
        assert "Kies een naam" not in yara.text

    def test_later_it_does_not(self, yara, functional_portal, monkeypatch):
        transaction.begin()
        member = api.user.get("yara")
        member.setMemberProperties({"login_time": member.getProperty("login_time") + 3})
        transaction.commit()
        yara.get("@@mijn-samenbeter")
        assert "Dit kun je nu doen" not in yara.text

    def test_each_room_has_its_part_and_an_empty_one_says_what_to_do(self, yara, rooms, monkeypatch):
        yara.get("@@mijn-samenbeter")
        titles = [" ".join(one.text_content().split()) for one in yara.page.xpath("//main//h2")]
        assert titles[1:] == ["Mijn vragen", "Mijn vragen", "Mijn account", "Wat wij van je weten"]
        assert "Je vroeg nog niets." in yara.text
        monkeypatch.setattr(rooms, "found", [{"title": "Slapen <b>", "url": "https://x.example", "note": "vandaag"}])
        yara.get("@@mijn-samenbeter")
        assert "Slapen <b> vandaag" in yara.text
        assert "Je vroeg nog niets." not in yara.text

    def test_a_name_that_was_chosen_greets(self, yara):
        yara.get("@@mijn-gegevens-kloppen")
        yara.send(0, do="name", fullname="Yara")
        yara.get("@@mijn-samenbeter")
        assert yara.page.xpath("string(//h1)") == "Dag Yara"

    def test_it_is_kept_by_no_browser(self, yara):
        assert yara.get("@@mijn-samenbeter").headers["Cache-Control"] == "no-store"

    def test_it_stands_in_the_menu_of_members_only(self, yara, functional_portal):
        yara.get("")
        assert yara.page.xpath("//nav//a[contains(@href, 'mijn-samenbeter')]")
        visitor = Browser(functional_portal)
        visitor.get("")
        assert not visitor.page.xpath("//nav//a[contains(@href, 'mijn-samenbeter')]")
        assert visitor.page.xpath("//nav//a[contains(@href, 'account-maken')]")
        assert visitor.get("@@mijn-samenbeter").status_code in (302, 401, 403)

    def test_who_logs_out_here_is_out(self, yara):
        yara.get("@@mijn-samenbeter")
        number = [form.get("action").endswith("@@logout") for form in yara.page.xpath("//main//form")].index(True)
        yara.send(number)
        assert not yara.is_inside


class TestWhy:
    """The page says what is true on this site."""

    def heads(self, browser):
        browser.get("@@waarom-een-account")
        return [one.text for one in browser.page.xpath("//main//section[1]//h3")]

    def test_each_reason_is_a_permission_that_members_have_and_visitors_not(self, functional_portal):
        browser = Browser(functional_portal)
        heads = self.heads(browser)
        assert "Alles van jou op één plek" in heads
        assert "Zien wie jouw gegevens opende" in heads
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            functional_portal.manage_permission("SamenBeter privacy: Use own data", ["Manager"])
        transaction.commit()
        assert self.heads(browser) == ["Alles van jou op één plek", "Je vraag volgen zonder code"]

    def test_what_visitors_may_as_well_is_no_reason(self, functional_portal):
        assert not reasons.holds("View", functional_portal)
        assert reasons.holds("SamenBeter residents: Use own page", functional_portal)
        assert not reasons.holds("SamenBeter residents: Hand out paper codes", functional_portal)

    def test_another_room_adds_its_own(self, functional_portal):
        class Ask(reasons.OwnPage):
            order, title, text = 1, "Terugvinden wat je vroeg", "Alleen jij ziet dat."

        manager = getGlobalSiteManager()
        manager.registerAdapter(Ask, (Interface, ISamenBeterLayer), IAccountReason, "test.ask")
        try:
            assert self.heads(Browser(functional_portal))[0] == "Terugvinden wat je vroeg"
        finally:
            manager.unregisterAdapter(Ask, (Interface, ISamenBeterLayer), IAccountReason, "test.ask")

    def test_it_says_what_one_can_do_without(self, functional_portal):
        browser = Browser(functional_portal)
        browser.get("@@waarom-een-account")
        assert "Vragen met hun antwoord lezen" in browser.text
        assert browser.page.xpath("//main//a[contains(@href, 'account-maken')]")


class TestPassword:
    """Nobody needs one; who wants one proves the mail address."""

    def test_the_mailed_link_lets_choose_one(self, yara, functional_portal):
        yara.get("@@mijn-wachtwoord")
        yara.send()
        (mail,) = mails()
        assert "yara" not in mail["subject"]
        phone = Browser(functional_portal)
        phone.get(link_in(mail))
        phone.send()
        phone.send(password="kort")
        assert phone.wrong == ["password"]
        phone.send(password="zeven-wilde-zwanen")
        assert phone.is_inside
        again = Browser(functional_portal)
        again.log_in("yara@example.org")
        assert again.wrong == ["__ac_password"]
        again.log_in("yara@example.org", "zeven-wilde-zwanen")
        assert again.is_inside
        assert kept("residents") == []

    def test_the_proof_is_of_one_person_and_a_quarter_of_an_hour(self, yara, functional_portal, monkeypatch):
        time = Moved(monkeypatch)
        add_user("bilal", login="bilal@example.org")
        yara.get("@@mijn-wachtwoord")
        yara.send()
        phone = Browser(functional_portal)
        phone.get(link_in(mails()[0]))
        phone.send()
        action, form = phone.form()
        phone.post(action, **{**form, "user": "bilal", "password": "zeven-wilde-zwanen"})
        assert phone.answer.headers["Location"].endswith("/login")
        time.on(minutes=16)
        phone.post(action, **{**form, "password": "zeven-wilde-zwanen"})
        assert phone.answer.headers["Location"].endswith("/login")
        for name in ("yara@example.org", "bilal@example.org"):
            again = Browser(functional_portal)
            again.log_in(name, PASSWORD)
            assert "__ac" in again.http.cookies
