"""Each list that a site can give, and pages that hardly anybody knows: no member is in one."""

from planted import get
from planted import NAME
from planted import plant
from planted import session
from planted import told
from planted import turn
from planted import USERID
from zope.component import getUtilitiesFor
from zope.schema.interfaces import IVocabularyFactory

import pytest


PAGE, DATA = "text/html", "application/json"
# the ways to a vocabulary: (who, where, path)
WAYS = (
    ("resident", "", "@@getVocabulary?query=&name={}", PAGE),
    ("wijkwebber", "proef/eigen", "@@getVocabulary?field=creators&name={}", PAGE),
    ("resident", "", "@vocabularies/{}", DATA),
    ("wijkwebber", "proef/eigen", "@vocabularies/{}", DATA),
)
# on which of the public items; each is a list of what there is, or of what Plone knows of it
PLACES = ("proef", "proef/stuk")
PAGES = (
    "listing_view",
    "event_listing",
    "album_view",
    "@@full_view_item",
    "@@contact-info",
    "@@test-rendering",
    "@@qsOptions",
    "@@querybuilder_html_results",
    "@@content_status_history",
    "users_with_local_role?role=Owner",
    "owner_info",
    "RSS",
    "atom.xml",
)
SERVICES = (
    "@relations",
    "@comments",
    "@aliases",
    "@linkintegrity",
    "@translations",
    "@sources/creators",
    "@search?metadata_fields=_all",
)
LEAKING = ("listing_view", "event_listing", "album_view", "@@full_view_item")


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The planted member, and who looks for them."""
    plant(shared_portal)
    base = shared_portal.absolute_url()
    sessions = {who: session(shared_portal, who) for who in ("visitor", "resident", "wijkwebber")}

    def ask(who, place, path, accept):
        return get(sessions[who], "/".join(filter(None, (base, place, path))), accept)

    return ask


@pytest.fixture(scope="class")
def strict(stock):
    turn("members")
    return stock


def names(answer):
    """Return what an answer tells of the member."""
    return told(answer) + [NAME] * (NAME in answer.text)


class TestStock:
    @pytest.mark.abuse("A22", stock=True)
    def test_two_vocabularies_name_members(self, stock):
        for who, place, path, accept in WAYS[:1] + WAYS[2:]:
            for name in ("Users", "Principals"):
                assert names(stock(who, place, path.format(f"plone.app.vocabularies.{name}"), accept)), path

    @pytest.mark.abuse("A23", stock=True)
    @pytest.mark.parametrize("path", LEAKING)
    def test_a_list_names_who_made_it(self, stock, path):
        assert NAME in stock("resident", "proef", path, PAGE).text


class TestStrict:
    @pytest.mark.abuse("A22")
    @pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]} {way[2].partition('?')[0]}")
    def test_no_vocabulary_names_one(self, strict, way):
        who, place, path, accept = way
        vocabularies = sorted(name for name, _factory in getUtilitiesFor(IVocabularyFactory))
        assert len(vocabularies) > 60
        found = {name: names(strict(who, place, path.format(name), accept)) for name in vocabularies}
        assert {name: one for name, one in found.items() if one} == {}

    @pytest.mark.abuse("A04", "A23")
    @pytest.mark.parametrize("who", ["visitor", "resident", "wijkwebber"])
    def test_no_other_page_or_service_does(self, strict, who):
        asked = [(path, PAGE) for path in PAGES] + [(path, DATA) for path in SERVICES]
        found = {}
        for place in PLACES:
            for path, accept in asked:
                answer = strict(who, place, path, accept)
                assert answer.status_code < 500, path
                if names(answer) or USERID in answer.text:
                    found[place, path] = names(answer)
        assert found == {}
