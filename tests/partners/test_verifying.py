"""An editor writes down that a proof of a trade was seen; what follows from it, and that nobody else can."""

from browsing import Web
from datetime import date
from datetime import timedelta
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.interfaces import IVerifications
from samenbeter.partners import verifying
from samenbeter.shared import clock
from samenbeter.shared.rights import Subject
from zope.component import getUtility

import pytest
import transaction


PASSWORD = "een-lang-wachtwoord"


def make(container, portal_type, *steps, **fields):
    """Make an item as the owner of the site, and take it through these steps."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        item = createContentInContainer(container, portal_type, checkConstraints=False, **fields)
        for step in steps:
            api.content.transition(item, step)
    return item


@pytest.fixture
def place(functional_portal):
    """A partner with an expert and a manager, and an editor."""
    partner = make(functional_portal, "PartnerOrganisation", "activate", title="De Linde")
    people = (
        ("renske", "Vraagbaak Editor"),
        ("zara", f"{IUUID(partner)}-experts"),
        ("petra", f"{IUUID(partner)}-managers"),
        ("anna", None),
    )
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in people:
            api.user.create(
                username=name, email=f"{name}@example.org", password=PASSWORD, properties={"fullname": name.title()}
            )
            if group:
                api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return {"partner": partner, "uid": IUUID(partner), "url": f"{partner.absolute_url()}/@@people"}


def seen(userid="zara", discipline="huisarts"):
    """Return the date that other rooms get."""
    transaction.begin()
    return getUtility(IVerifications).on(userid, discipline)


def test_an_editor_writes_down_what_was_seen(place):
    """With the day and the name; other rooms get the day; other trades have none."""
    web = Web("renske")
    web.get(place["url"])
    assert web.send("seen=yes", discipline="huisarts") == 302
    assert seen() == clock.today()
    assert seen(discipline="apotheker") is None
    assert seen("anna") is None
    web.get(place["url"])
    assert "Huisarts: bewijs gezien op" in web.text
    assert "door Renske" in web.text


def test_it_is_taken_back(place):
    """Then it does not count any more."""
    verifying.see("zara", "huisarts", place["uid"], "renske")
    transaction.commit()
    web = Web("renske")
    web.get(place["url"])
    assert web.send("take_back=" + verifying.of("zara")[0]["id"]) == 302
    assert seen() is None


def test_which_trade_has_to_be_said(place):
    """The error stands at the expert it is about."""
    web = Web("renske")
    web.get(place["url"])
    assert web.send("seen=yes") == 200
    assert web.wrong == ["seen-1"]
    assert web.main.xpath(".//*[@id='seen-1']/@aria-invalid") == ["true"]
    assert seen() is None


def test_only_of_an_expert_of_this_partner(place):
    """A name that was sent along is not enough."""
    web = Web("renske")
    web.get(place["url"])
    web.send("seen=yes", expert="anna", discipline="huisarts")
    assert seen("anna") is None


@pytest.mark.abuse("A42")
@pytest.mark.parametrize("who", ["petra", "zara", "anna"])
def test_nobody_verifies_oneself(place, who):
    """A manager of the partner, the expert, a resident."""
    web = Web(who)
    token = web.token(f"{place['url'].rpartition('/')[0].rpartition('/')[0]}/@@mijn-gegevens")
    status = web.post(place["url"], _authenticator=token, seen="yes", expert="zara", discipline="huisarts")
    assert status != 200
    assert seen() is None


def test_after_two_years_it_counts_no_more(place, monkeypatch):
    """Somebody looks again then."""
    verifying.see("zara", "huisarts", place["uid"], "renske")
    today = clock.today()
    monkeypatch.setattr(clock, "today", lambda: today + timedelta(days=731))
    assert getUtility(IVerifications).on("zara", "huisarts") is None


def test_a_contribution_gets_the_date_when_it_is_sent_in_and_taken_over(place):
    """Nobody can write it; it goes when it was taken back before it is taken over."""
    desk = make(api.portal.get(), "Vraagbaak", "open", title="Vraagbaak")
    question = make(desk, "VraagbaakQuestion", title="Hoe slaap ik?")
    verifying.see("zara", "huisarts", place["uid"], "renske")
    answer = make(question, "VraagbaakAnswer", discipline="huisarts", creators=("zara",))
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        assert answer.verified_on is None
        api.content.transition(answer, "submit")
        assert answer.verified_on == clock.today()
        verifying.take_back("zara", verifying.of("zara")[0]["id"], place["uid"])
        api.content.transition(answer, "accept")
        assert answer.verified_on is None


def test_nobody_writes_the_date(place):
    """Neither an editor over REST, nor by the form."""
    desk = make(api.portal.get(), "Vraagbaak", "open", title="Vraagbaak")
    question = make(desk, "VraagbaakQuestion", title="Hoe slaap ik?")
    answer = make(question, "VraagbaakAnswer", discipline="huisarts")
    transaction.commit()
    web = Web("renske")
    site = api.portal.get().absolute_url()
    path = answer.absolute_url().removeprefix(site)
    web.http.patch(
        f"{site}/++api++{path}", json={"verified_on": "2026-01-01"}, headers={"Accept": "application/json"}, timeout=60
    )
    transaction.begin()
    assert answer.verified_on is None
    web.get(f"{answer.absolute_url()}/edit")
    assert "verified_on" not in web.answer.text


def test_the_expert_reads_it_and_it_goes_with_the_account(place):
    """It is personal data."""
    verifying.see("zara", "huisarts", place["uid"], "renske")
    provider = getUtility(IPersonalDataProvider, "samenbeter.partners.verifications")
    (item,) = provider.export(Subject(userid="zara")).items
    assert [str(value) for _label, value in item.values][0] == "Huisarts"
    assert item.data["on"] == date.today().isoformat()
    provider.erase(Subject(userid="zara"))
    assert getUtility(IVerifications).on("zara", "huisarts") is None
