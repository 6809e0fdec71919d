"""Who decides on the people of a partner, and what follows from it."""

from actors import relate
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.protect import createToken
from plone.uuid.interfaces import IUUID

import pytest
import requests
import transaction


PASSWORD = "een-lang-wachtwoord"


@pytest.fixture
def portal(functional_portal):
    return functional_portal


@pytest.fixture
def place(portal):
    """A partner with a manager, a question that is with its experts, an editor, and a resident."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        partner = createContentInContainer(portal, "PartnerOrganisation", checkConstraints=False, title="De Linde")
        api.content.transition(partner, "activate")
        desk = createContentInContainer(portal, "Vraagbaak", checkConstraints=False, title="Vraagbaak")
        api.content.transition(desk, "open")
        question = createContentInContainer(desk, "VraagbaakQuestion", checkConstraints=False, title="Geheime vraag")
        relate(question, "consulted", [partner])
        api.content.transition(question, "consult")
        for name, group in (
            ("renske", "Vraagbaak Editor"),
            ("petra", f"{IUUID(partner)}-managers"),
            ("zara", None),
            ("zara2", None),
        ):
            properties = {"fullname": name.title()}
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD, properties=properties)
            if group:
                api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return {"partner": partner, "question": question, "url": f"{partner.absolute_url()}/@@people"}


def get(user, url, **kw):
    """Ask for a page as a person with an account."""
    return requests.get(url, auth=(user, PASSWORD), allow_redirects=False, timeout=60, **kw)


def post(user, url, token=True, **data):
    """Send a form as a person with an account."""
    if token:
        with api.env.adopt_user(username=user):
            data["_authenticator"] = createToken()
    return requests.post(url, data=data, auth=(user, PASSWORD), allow_redirects=False, timeout=60)


def people(place, group="experts"):
    """Return the ids of who is in a group now."""
    transaction.begin()
    return sorted(user.getId() for user in api.user.get_users(groupname=f"{IUUID(place['partner'])}-{group}"))


def reads(user, place):
    """Return what a person gets of the question: (status of its page, found by searching)."""
    url = place["question"].absolute_url()
    site = place["url"].split("/de-linde")[0]
    found = requests.get(
        f"{site}/++api++/@search?SearchableText=Geheime",
        auth=(user, PASSWORD),
        headers={"Accept": "application/json"},
        timeout=60,
    )
    return get(user, url).status_code, found.json()["items_total"]


class TestWhoMay:
    """Editors only."""

    @pytest.mark.abuse("A42")
    @pytest.mark.parametrize("user", ["petra", "zara"])
    def test_others_are_refused(self, place, user):
        assert get(user, place["url"]).status_code in (302, 401, 403)
        assert post(user, place["url"], who="zara", group="managers").status_code in (302, 401, 403)
        assert people(place, "managers") == ["petra"]

    def test_an_editor_sees_both_lists(self, place):
        page = get("renske", place["url"])
        assert page.status_code == 200
        assert "Petra" in page.text
        assert "zara" not in page.text.lower()


class TestChanging:
    """Only a POST with a token changes anything."""

    @pytest.mark.abuse("A33")
    def test_a_get_changes_nothing(self, place):
        assert get("renske", place["url"], params={"who": "zara", "group": "experts"}).status_code == 200
        get("renske", place["url"], params={"remove": "petra", "group": "managers"})
        assert (people(place), people(place, "managers")) == ([], ["petra"])

    @pytest.mark.abuse("A33")
    @pytest.mark.parametrize("data", [{"who": "zara", "group": "experts"}, {"remove": "petra", "group": "managers"}])
    def test_without_a_token_nothing_changes(self, place, data):
        assert post("renske", place["url"], token=False, **data).status_code == 403
        assert (people(place), people(place, "managers")) == ([], ["petra"])

    @pytest.mark.parametrize("who", ["zara", "zara@example.org", " Zara@Example.org "])
    def test_a_person_is_added_by_the_exact_name(self, place, who):
        assert post("renske", place["url"], who=who, group="experts").status_code == 302
        assert people(place) == ["zara"]

    @pytest.mark.parametrize(
        "who", ["zar", "Zara*", "example.org", "@example.org", "niemand@example.org", "Zara Goossens", ""]
    )
    def test_anything_else_gets_one_neutral_answer(self, place, who):
        page = post("renske", place["url"], who=who, group="experts")
        assert page.status_code == 200
        assert 'aria-invalid="true"' in page.text
        assert ("Wij vinden geen account dat precies zo heet." if who else "Vul een e-mailadres") in page.text
        assert "<title>Fout: " in page.text
        assert people(place) == []

    def test_what_was_typed_is_kept_and_escaped(self, place):
        page = post("renske", place["url"], who='"><script>', group="managers")
        (field,) = html.fromstring(page.text).xpath("//input[@id='who']")
        assert field.get("value") == '"><script>'
        assert field.getnext() is None

    @pytest.mark.abuse("A38")
    def test_an_expert_reads_what_the_partner_was_asked_until_taken_out(self, place):
        assert reads("zara", place)[0] in (302, 401, 404)
        assert reads("zara", place)[1] == 0
        post("renske", place["url"], who="zara", group="experts")
        assert reads("zara", place) == (200, 1)
        post("renske", place["url"], remove="zara", group="experts")
        assert people(place) == []
        assert reads("zara", place)[0] in (302, 401, 404)
        assert reads("zara", place)[1] == 0

    def test_an_unknown_group_is_no_other_group(self, place):
        post("renske", place["url"], who="zara", group="Administrators")
        transaction.begin()
        assert "zara" not in {user.getId() for user in api.user.get_users(groupname="Administrators")}


class TestConfirming:
    """The button "Ja, alles klopt nog" of an offer."""

    @pytest.fixture
    def offer(self, place):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            offer = createContentInContainer(
                place["partner"], "ServiceOffer", checkConstraints=False, title="Spreekuur"
            )
            api.content.transition(offer, "activate")
        transaction.commit()
        return offer

    def assured(self, offer):
        transaction.begin()
        return offer.assured_on

    def test_the_partners_manager_confirms(self, offer):
        assert post("petra", f"{offer.absolute_url()}/@@klopt-nog").status_code == 302
        assert self.assured(offer) is not None

    @pytest.mark.abuse("A33")
    def test_nobody_else_and_nothing_else_does(self, offer):
        url = f"{offer.absolute_url()}/@@klopt-nog"
        assert post("zara", url).status_code in (302, 401, 403)
        assert post("petra", url, token=False).status_code == 403
        get("petra", url)
        assert self.assured(offer) is None
