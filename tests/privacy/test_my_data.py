"""The page "Mijn gegevens": what we know, why and until when; and what can be changed there."""

from datetime import date
from my_rights import add_user
from my_rights import code_in
from my_rights import forget_limits
from my_rights import kept
from my_rights import mails
from my_rights import Moved
from my_rights import PASSWORD
from my_rights import put
from my_rights import says
from my_rights import Visitor
from my_rights import who
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IConsents
from samenbeter.shared import audit
from samenbeter.shared import vault
from zope.component import getUtility

import pytest
import transaction


@pytest.fixture
def portal(functional_portal):
    forget_limits()
    for name in ("yara", "bilal"):
        add_user(name)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        partner = createContentInContainer(
            functional_portal, "PartnerOrganisation", checkConstraints=False, title="De Linde"
        )
    give = getUtility(IConsents).give
    for party in (vault.PLATFORM, f"partner:{IUUID(partner)}"):
        give(who("yara"), "samenbeter.contact", party=party, method="web-button", language="nl")
    transaction.commit()
    return functional_portal


@pytest.fixture
def yara(portal):
    visitor = Visitor(portal, "yara")
    visitor.get("@@mijn-gegevens")
    return visitor


def consents():
    return kept(kind="consent")


class TestWhatWeKnow:
    def test_it_stands_there_by_relation_with_why_and_until_when(self, yara):
        tables = yara.page.xpath("//main//table")
        assert [table.findtext("caption") for table in tables] == ["Met dit wijkplatform", "Met onze partner De Linde"]
        text = " ".join(tables[0].text_content().split())
        assert "E-mailadres: yara@example.org" in text
        assert "Je account blijft tot jij het wist." in text
        for row in tables[0].xpath(".//tbody/tr"):
            assert all(" ".join(cell.text_content().split()) for cell in row)

    def test_a_day_on_which_it_is_erased_is_said_as_a_date(self, yara):
        with transaction.manager:
            yara_request = {"type": "objection", "number": "AAAA-BBBB", "received": "2026-01-01", "due": "2026-02-01"}
            data = {**yara_request, "userid": "yara", "email": "", "text": "Nee", "language": "nl", "extended": ""}
            record = put(who("yara"), data, kind="request")
            vault.get().set_expires(record, date(2027, 5, 24))
        yara.get("@@mijn-gegevens")
        assert "Wij wissen dit op 24 mei 2027" in yara.text

    def test_it_is_her_own_whatever_the_address_asks(self, yara):
        for query in ("userid=bilal", "subject=member:bilal", "email=bilal@example.org"):
            yara.get(f"@@mijn-gegevens?{query}")
            assert "bilal" not in yara.text and "yara@example.org" in yara.text

    def test_it_works_without_scripts_and_leads_everywhere(self, yara):
        links = {url.rpartition("@@")[2] for url in yara.page.xpath("//main//a/@href")}
        assert {"wie-zag-mijn-gegevens", "mijn-download", "mijn-gegevens-kloppen", "wis-mijn-gegevens"} <= links
        assert {"mijn-toestemmingen", "privacy"} <= links
        assert "Autoriteit Persoonsgegevens" in yara.text
        assert not yara.page.xpath("//main//script")
        assert all(form.get("action") for form in yara.page.xpath("//main//form"))

    def test_the_menu_leads_to_it(self, yara, portal):
        assert f"{yara.base}/@@mijn-gegevens" in yara.page.xpath("//header//nav//a/@href")
        visitor = Visitor(portal)
        visitor.get("")
        assert not [url for url in visitor.page.xpath("//a/@href") if "mijn-gegevens" in url]
        assert f"{visitor.base}/@@privacy" in visitor.page.xpath("//footer//a/@href")


class TestWhoSaw:
    def test_nobody_is_said_too(self, yara):
        yara.get("@@wie-zag-mijn-gegevens")
        assert "Niemand" in yara.text

    def test_who_in_which_role_what_and_why(self, yara):
        with transaction.manager, api.env.adopt_user(username=SITE_OWNER_NAME):
            entry = {"subject": vault.get().pseudonym("member:yara"), "section": "privacy.request"}
            for _time in range(3):
                audit.note("view", basis="samenbeter.rights", **entry)
            reason = put(who("yara"), {"reason": "Er was brand"}, room="shared", kind="break_glass")
            audit.note("break_glass", reason=reason, **entry)
            audit.note("view", subject=vault.get().pseudonym("member:bilal"), section="privacy.export")
        yara.get("@@wie-zag-mijn-gegevens")
        rows = [" ".join(row.text_content().split()) for row in yara.page.xpath("//main//ol[@class='sb-timeline']/li")]
        assert len(rows) == 2
        assert "In nood geopend" in rows[0] and "Er was brand" in rows[0]
        assert "Een beheerder van de site" in rows[1] and "3 keer die dag" in rows[1] and "Jouw rechten" in rows[1]
        assert SITE_OWNER_NAME not in yara.text

    def test_by_period(self, portal, monkeypatch):
        with transaction.manager, api.env.adopt_user(username=SITE_OWNER_NAME):
            audit.note("view", subject=vault.get().pseudonym("member:yara"))
        Moved(monkeypatch).on(days=40)
        # the session is over by then
        yara = Visitor(portal, "yara")
        found = {
            period: len(seen_in(yara, period).xpath("//main//ol[@class='sb-timeline']/li"))
            for period in ("week", "month", "year", "all", "x")
        }
        assert found == {"week": 0, "month": 0, "year": 1, "all": 1, "x": 1}


def seen_in(visitor, period):
    visitor.get(f"@@wie-zag-mijn-gegevens?period={period}")
    return visitor.page


class TestFreeze:
    def test_one_button_and_back_again(self, yara):
        yara.press("freeze")
        yara.get("@@mijn-gegevens")
        assert "Je gegevens staan stil." in yara.text
        assert all(record.frozen for record, _data in consents())
        assert [data["type"] for data in says("proof")] == ["restriction"]
        yara.press("thaw")
        yara.get("@@mijn-gegevens")
        assert "Je gegevens staan stil." not in yara.text
        assert not any(record.frozen for record, _data in consents())


class TestStop:
    def test_it_says_what_goes_and_then_it_goes(self, yara):
        page = yara.page.xpath("//main//form[contains(@action, 'stop-relatie')]")
        assert len(page) == 1
        party = page[0].fields["party"]
        yara.post("@@stop-relatie", party=party)
        assert "Dit gaat weg" in yara.text and len(consents()) == 2
        yara.press("stop")
        assert [record.party for record, _data in consents()] == [vault.PLATFORM]

    @pytest.mark.parametrize("party", ["", "platform", "partner:x", "module:"])
    def test_what_she_does_not_have_cannot_be_stopped(self, yara, party):
        yara.post("@@stop-relatie", party=party, do="stop")
        assert len(consents()) == 2 and api.user.get(userid="yara") is not None

    def test_its_address_alone_does_nothing(self, yara):
        assert yara.get("@@stop-relatie?party=platform&do=stop").status_code == 303
        assert len(consents()) == 2


class TestCorrect:
    @pytest.fixture
    def form(self, yara):
        yara.get("@@mijn-gegevens-kloppen")
        return yara

    def test_the_name(self, form):
        assert form.press("name", fullname="Yara <b>J.</b>").status_code == 303
        transaction.begin()
        assert api.user.get(userid="yara").getProperty("fullname") == "Yara <b>J.</b>"
        form.get("@@mijn-gegevens")
        assert "<b>J.</b>" not in form.answer.text

    def test_a_name_can_go_and_one_that_looks_like_a_doctor_is_refused(self, form):
        form.press("name", fullname="Ηuisarts Lindenhof")
        assert form.page.xpath("//*[@role='alert']//a/@href") == ["#fullname"]
        form.post("@@mijn-gegevens-kloppen", do="name", fullname=" ")
        transaction.begin()
        assert api.user.get(userid="yara").getProperty("fullname") == ""

    def test_another_address_counts_after_a_link_to_it_and_the_old_one_hears_of_it(self, form, portal):
        assert form.press("email", email="yara@nieuw.example.org", password=PASSWORD).status_code == 303
        transaction.begin()
        assert api.user.get(userid="yara").getProperty("email") == "yara@example.org"
        to_new, to_old = mails()
        assert (to_new["to"], to_old["to"]) == ("yara@nieuw.example.org", "yara@example.org")
        assert "nieuw" not in to_old["body"] + to_new["subject"] + to_old["subject"]
        code = code_in(to_new)
        # on another device, without logging in
        phone = Visitor(portal)
        phone.get(f"@@link-uit-mail?code={code}")
        phone.post("@@link-uit-mail", code=code)
        transaction.begin()
        assert api.user.get(userid="yara").getProperty("email") == "yara@nieuw.example.org"
        assert phone.get(f"@@link-uit-mail?code={code}").status_code == 404

    def test_the_link_holds_a_day(self, form, portal, monkeypatch):
        form.press("email", email="yara@nieuw.example.org", password=PASSWORD)
        code = code_in(mails()[0])
        Moved(monkeypatch).on(hours=25)
        Visitor(portal).post("@@link-uit-mail", code=code)
        transaction.begin()
        assert api.user.get(userid="yara").getProperty("email") == "yara@example.org"

    @pytest.mark.parametrize(
        ("fields", "wrong"),
        [
            ({"email": "yara@nieuw.example.org", "password": ""}, ["#password"]),
            ({"email": "yara@nieuw.example.org", "password": "fout"}, ["#password"]),
            ({"email": "geen adres", "password": PASSWORD}, ["#email"]),
            ({"email": "", "password": ""}, ["#email", "#password"]),
        ],
    )
    def test_without_password_or_address_nothing_is_mailed(self, form, fields, wrong):
        form.press("email", **fields)
        assert form.page.xpath("//*[@role='alert']//a/@href") == wrong
        assert mails() == [] and says("access") == []

    def test_where_the_address_is_the_login_name_it_follows_but_not_to_that_of_another(self, form, portal):
        # Plone changes all log-in names at once
        api.portal.set_registry_record("plone.use_email_as_login", True)
        transaction.commit()
        for address, login in (("bilal@example.org", "yara@example.org"), ("Yara@nieuw.example.org",) * 2):
            form.get("@@mijn-gegevens-kloppen")
            form.press("email", email=address, password=PASSWORD)
            code = code_in([mail for mail in mails() if mail["to"] == address][0])
            Visitor(portal).post("@@link-uit-mail", code=code)
            transaction.begin()
            assert api.user.get(userid="yara").getUserName() == login.lower()

    def test_a_question_goes_to_the_privacy_officer(self, form):
        form.press("ask", text="Mijn straat heet anders", kind="objection")
        (data,) = says("request")
        assert (data["type"], data["text"], data["userid"]) == ("objection", "Mijn straat heet anders", "yara")
        form.get("@@mijn-gegevens")
        assert "Wat je ons vroeg" in form.text and data["number"] in form.text

    def test_an_empty_one_is_an_error_and_what_was_chosen_stays(self, form):
        form.press("ask", text=" ", kind="objection")
        assert form.page.xpath("//*[@role='alert']//a/@href") == ["#text"]
        assert form.page.xpath("//input[@name='kind'][@checked]/@value") == ["objection"]
        assert says("request") == []
