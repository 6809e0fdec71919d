"""What is not public is found by nobody who may not read it: by no address, search, feed, list or relation."""

from actors import PASSWORD
from actors import relate
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.shared.workflow import PUBLIC_STATES
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import gzip
import pytest
import requests
import transaction


MARK = "zilverreiger"
# a page may repeat what was searched for; what was found also says this
FOUND = "roerdomp"
TYPES = (
    "VraagbaakQuestion",
    "VraagbaakAnswer",
    "PartnerOrganisation",
    "ServiceOffer",
    "EHealthModule",
    "SuccessStory",
    "Event",
)
# the title of a contribution is its discipline, so the mark goes into what it says
FIELD = {"VraagbaakAnswer": "referral_reason"}
VISITORS = ("anonymous", "anna", "stranger")

PLACES = (
    "",
    "/vraagbaak",
    "/partners",
    "/modules",
    "/verhalen",
    "/agenda",
    "/agenda?past=1",
    "/sitemap",
    "/@@search?SearchableText={mark}",
    "/@@search?SearchableText=beter",
    "/@@search?theme=slapen",
    "/@@search?kind=story",
    "/@@ajax-search?SearchableText={mark}",
    "/thema",
    "/thema/slapen",
    "/@@getVocabulary?name=plone.app.vocabularies.Catalog&attributes=%5B%22Title%22%2C%22UID%22%5D",
    "/vraagbaak?SearchableText={mark}",
    "/verhalen/RSS",
    "/vraagbaak/RSS",
    "/mijn-werk",
    "/samenbeter-front",
)
API_PLACES = (
    "/@search?SearchableText={mark}",
    "/@search?metadata_fields=_all&b_size=2000",
    "/@search?fullobjects=1&b_size=2000&portal_type=SuccessStory",
    "/@navigation?expand.navigation.depth=9",
    "/@contextnavigation",
    "/@sitemap",
    "/@vocabularies/plone.app.vocabularies.Catalog",
    "/vraagbaak?expand=navigation,contextnavigation",
    "/partners",
    "/verhalen?fullobjects=1",
    "/@querystring",
)


def hidden_items(portal):
    """Return all items of our types that a visitor may not View, and mark what they say."""
    found = []
    for brain in portal.portal_catalog.unrestrictedSearchResults(portal_type=TYPES):
        if "Anonymous" in roles_that_view(brain):
            continue
        found.append(brain._unrestrictedGetObject())
    return found


def roles_that_view(brain):
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.getIndexDataForRID(brain.getRID())["allowedRolesAndUsers"]


@pytest.fixture(scope="class")
def hidden(demo_portal):
    """The hidden items; each carries the mark, and a public item of its kind points at it."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        api.user.create(username="stranger", email="stranger@example.org", password=PASSWORD)
        # an expert of a partner to whom nothing was given
        partner = api.content.find(portal_type="PartnerOrganisation", Title="Gemeente")[0:1] or api.content.find(
            portal_type="PartnerOrganisation", sb_kind="municipality"
        )
        api.group.add_user(groupname=f"{partner[0].UID}-experts", username="stranger")
        items = [item for item in hidden_items(demo_portal) if not given_to(item, partner[0].UID)]
        for item in items:
            setattr(item, FIELD.get(item.portal_type, "title"), f"{MARK} {FOUND} {item.getId()}")
            notify(ObjectModifiedEvent(item))
        story = demo_portal["verhalen"].objectValues()
        public = next(one for one in story if api.content.get_state(one) == "published")
        relate(
            public,
            "helped_by",
            [item for item in items if item.portal_type in ("EHealthModule", "ServiceOffer", "PartnerOrganisation")],
        )
    transaction.commit()
    return {"items": items, "public": public}


def given_to(item, uid):
    question = item if item.portal_type == "VraagbaakQuestion" else item.__parent__
    consulted = getattr(question, "consulted", None) or ()
    return any(IUUID(relation.to_object) == uid for relation in consulted)


@pytest.fixture(params=VISITORS)
def visit(request, demo_portal):
    """Return a function that gets an address as one of the visitors."""
    base = demo_portal.absolute_url()
    password = {"anna": "samenbeter-demo", "stranger": PASSWORD}.get(request.param)

    def get(path, accept="text/html"):
        with requests.Session() as session:
            if password:
                session.auth = (request.param, password)
            url = path if path.startswith("http") else base + path.format(mark=MARK)
            return session.get(url, headers={"Accept": accept}, allow_redirects=False)

    return get


def says_the_mark(answer):
    body = answer.content
    if body[:2] == b"\x1f\x8b":
        body = gzip.decompress(body)
    return FOUND.encode() in body


class TestNothingLeaks:
    def test_the_demo_has_something_hidden_of_each_type(self, hidden):
        assert {item.portal_type for item in hidden["items"]} == set(TYPES)
        assert not PUBLIC_STATES.issuperset({api.content.get_state(item) for item in hidden["items"]})

    @pytest.mark.abuse("A01", "A11", "A20")
    def test_no_address_opens_a_hidden_item(self, hidden, visit):
        for item in hidden["items"]:
            for path in ("", "/view", "/edit", "/@@images/portrait", "/@@sharing", "/folder_contents"):
                answer = visit(item.absolute_url() + path)
                assert answer.status_code in (302, 401, 403, 404), f"{item.portal_type} {path}: {answer.status_code}"
                assert not says_the_mark(answer)

    @pytest.mark.abuse("A02", "A20")
    def test_no_service_opens_a_hidden_item(self, hidden, visit):
        for item in hidden["items"]:
            for path in (
                "",
                "/@history",
                "/@workflow",
                "/@relations",
                "/@actions",
                "/@breadcrumbs",
                "/@types",
                "/@search",
            ):
                answer = visit(item.absolute_url() + path, "application/json")
                assert answer.status_code in (401, 403, 404), f"{item.portal_type} {path}: {answer.status_code}"
                assert not says_the_mark(answer)

    @pytest.mark.abuse("A20")
    def test_a_uid_opens_no_hidden_item(self, hidden, visit):
        for item in hidden["items"]:
            answer = visit(f"/resolveuid/{IUUID(item)}")
            followed = visit(answer.headers["Location"]) if "Location" in answer.headers else answer
            assert followed.status_code != 200 or not says_the_mark(followed)

    @pytest.mark.abuse("A03", "A06")
    @pytest.mark.parametrize("place", PLACES)
    def test_no_page_names_a_hidden_item(self, hidden, visit, place):
        answer = visit(place)
        assert answer.status_code < 500
        assert not says_the_mark(answer)

    @pytest.mark.abuse("A06", "A27")
    @pytest.mark.parametrize("place", API_PLACES)
    def test_no_service_names_a_hidden_item(self, hidden, visit, place):
        answer = visit(place, "application/json")
        assert answer.status_code < 500
        assert not says_the_mark(answer)

    @pytest.mark.abuse("A06")
    def test_the_sitemap_for_search_engines_names_no_hidden_item(self, hidden, visit, demo_portal):
        answer = visit("/sitemap.xml.gz")
        assert not says_the_mark(answer)
        assert not any(item.absolute_url().encode() in answer.content for item in hidden["items"])

    def test_a_public_page_says_nothing_of_what_it_points_at(self, hidden, visit):
        for accept in ("text/html", "application/json"):
            answer = visit(hidden["public"].absolute_url(), accept)
            assert answer.status_code == 200
            assert not says_the_mark(answer)

    @pytest.mark.abuse("A03")
    def test_a_query_by_index_finds_no_hidden_item(self, hidden, visit):
        for item in hidden["items"]:
            answer = visit(f"/@search?UID={IUUID(item)}", "application/json")
            assert answer.json()["items_total"] == 0
