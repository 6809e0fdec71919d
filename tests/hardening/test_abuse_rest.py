"""REST closed to visitors and members: nothing that it gave comes out in another way."""

from abuse_site import ASKER
from abuse_site import DATA
from abuse_site import Neighbourhood
from abuse_site import PAGE
from abuse_site import said
from at_the_door import Client
from at_the_door import PASSWORD
from at_the_door import turn_on
from planted import SECRETS
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID

import pytest
import transaction


USE = "plone.restapi: Use REST API"
PEOPLE = ("visitor", "anna", "wijkwebber", "zorg")
VOCABULARY = "plone.app.vocabularies"
# {place}: a question that was given to one partner, {story}: a public story, {uid}: of the question
SERVICES = (
    "{place}",
    "{place}/@history",
    "{place}/@workflow",
    "{story}",
    "{story}/@lock",
    "/",
    "/++api++",
    "/++api++{story}",
    "/@search?metadata_fields=_all&fullobjects=1",
    "/@search?UID={uid}",
    "/@querystring",
    "/@userschema",
    "/@types/Document",
    "/@site",
    "/@navigation",
    "/@users",
    "/@users/asker-5c1d",
    "/@groups",
    "/@principals?search=asker",
    f"/@vocabularies/{VOCABULARY}.Users",
    f"/@vocabularies/{VOCABULARY}.Principals",
    "/@portrait/asker-5c1d",
    "/@controlpanels",
    "/@roles",
    "/@registry",
)
PAGES = (
    "{place}",
    "{place}/edit",
    "{story}",
    "/",
    "/author/asker-5c1d",
    "/@@personal-information?userid=asker-5c1d",
    f"/@@getVocabulary?name={VOCABULARY}.Users",
    f"/@@getVocabulary?name={VOCABULARY}.Principals",
    f"/@@getVocabulary?name={VOCABULARY}.Catalog&attributes=Creator,Title,UID",
    "/@@search?SearchableText=slaap",
    "/@@ajax-search?SearchableText=slaap",
    "/@@member-search?form.widgets.fullname=Wollegras&form.buttons.search=Search",
    "/portal_memberdata",
    "/portal_catalog",
    "/sitemap",
    "/verhalen/RSS",
)


def close(portal):
    """Let administrators alone use REST."""
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        portal.manage_permission(USE, ["Manager", "Site Administrator"], acquire=0)
    transaction.commit()


@pytest.fixture(scope="class")
def closed(shared_portal):
    """The neighbourhood with a story of the one who asked, all that hardening has to say of it, and REST closed."""
    site = Neighbourhood(shared_portal)
    site.tale = site.story(title="Ria slaapt")
    transaction.begin()
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        site.tale.creators = (ASKER[0],)
        site.tale.reindexObject()
    transaction.commit()
    turn_on("members", "strangers", "methods", "login")
    # programs get their token from a service that stays
    site.clients = {(who, accept): site.client(who, accept) for who in PEOPLE for accept in (PAGE, DATA)}
    close(shared_portal)
    return site


def paths(site, places):
    """Return the addresses with the items of this site in them."""
    found = {"place": site.path(site.question), "story": site.path(site.tale), "uid": IUUID(site.question)}
    return [place.format(**found) for place in places]


@pytest.mark.parametrize("who", PEOPLE)
class TestClosed:
    @pytest.mark.abuse("A02", "A04", "A07", "A20", "A22", "A23", "A36")
    def test_no_service_answers(self, closed, who):
        client = closed.clients[who, DATA]
        answered = {}
        for path in paths(closed, SERVICES):
            answer = client.get(path)
            if answer.status_code not in (401, 403, 404) or said(answer, (*ASKER, *SECRETS, "Hoe slaap")):
                answered[path] = (answer.status_code, answer.text[:200])
        assert answered == {}

    @pytest.mark.abuse("A01", "A03", "A08", "A20", "A22", "A23", "A36")
    def test_no_page_tells_what_it_told_either(self, closed, who):
        client = closed.clients[who, PAGE]
        told = {}
        for path in paths(closed, PAGES):
            answer = client.get(path)
            assert answer.status_code < 500, path
            found = said(answer, ASKER)
            if who != "zorg":
                found += said(answer, ["Hoe slaap ik beter"])
            if found:
                told[path] = found
        assert told == {}

    @pytest.mark.abuse("A21", "A31")
    def test_nothing_is_changed(self, closed, who):
        client = closed.clients[who, DATA]
        url, users = f"{client.base}{closed.path(closed.tale)}", f"{client.base}/@users"
        statuses = {
            client.http.request(method, address, json=sent, allow_redirects=False).status_code
            for method, address, sent in (
                ("PATCH", url, {"title": "Anders"}),
                ("DELETE", url, None),
                ("POST", f"{url}/@workflow/retract", {}),
                ("POST", users, {"username": "nieuw", "email": "n@example.org", "password": PASSWORD}),
                ("PATCH", f"{users}/bram", {"fullname": "Anders"}),
                ("PATCH", f"{users}/{who}", {"roles": {"Manager": True}}),
            )
        }
        assert statuses <= {401, 403, 404}
        transaction.begin()
        assert (closed.tale.title, api.content.get_state(closed.tale)) == ("Ria slaapt", "published")
        assert api.user.get(userid="nieuw") is None
        assert api.user.get(userid="bram").getProperty("fullname") == ""


class TestStillOpen:
    """People do not notice, and administrators can go on."""

    def test_the_site_works(self, closed):
        visitor = Client(closed.portal)
        assert "Ria slaapt" in visitor.get(closed.path(closed.tale)).text
        assert closed.clients["zorg", PAGE].get(closed.path(closed.question)).status_code == 200
        assert closed.clients["anna", PAGE].get("/@@mijn-gegevens").status_code == 200
