"""Members do not list, find or name each other: the same requests with the switch off, and on."""

from planted import get
from planted import NAME
from planted import plant
from planted import portrait
from planted import session
from planted import SITE_OWNER_NAME
from planted import told
from planted import turn
from planted import USERID
from plone import api

import pytest
import transaction


PAGE, DATA = "text/html", "application/json"
ALL, MEMBERS, OWN = ("visitor", "resident", "wijkwebber"), ("resident", "wijkwebber"), ("wijkwebber",)
OVERRIDE = "&".join(
    f"summary_serializer_metadata.{name}:record={value}"
    for name, value in (
        ("default_metadata_fields:list", "Creator"),
        ("default_metadata_fields:list", "UID"),
        ("non_metadata_attributes:list", "Creator"),
        ("blocklisted_attributes:list", "UID"),
        ("field_accessors", "x"),
    )
)
CATALOG = "@@getVocabulary?name=plone.app.vocabularies.Catalog&field=relatedItems&attributes"
PEOPLE = "plone.app.vocabularies"
# abuse case: {(place, path): (accept, to whom it tells a name on stock Plone)}
REQUESTS = {
    "A04": {
        ("", "@search?metadata_fields=_all&fullobjects=1"): (DATA, ALL),
        ("", "@search?metadata_fields=Creator&metadata_fields=listCreators"): (DATA, ALL),
        ("", f"@search?metadata_fields=Creator&{OVERRIDE}"): (DATA, ()),
        ("proef", ""): (DATA, ALL),
        ("proef/stuk", ""): (DATA, ALL),
        ("proef/stuk", "@lock"): (DATA, ALL),
        ("proef/stuk", "@@plone_lock_info/lock_info"): (PAGE, ALL),
        ("proef/stuk", "?expand=workflow,lock,history"): (DATA, ALL),
    },
    "A07": {
        ("", "@querystring"): (DATA, MEMBERS),
        ("", "@userschema"): (DATA, ()),
        ("", "@types/Document"): (DATA, ()),
        ("", "@site"): (DATA, ()),
    },
    "A08": {
        ("", f"@portrait/{USERID}"): (DATA, ()),
        ("", f"portal_memberdata/portraits/{USERID}"): (PAGE, ()),
        ("", "Members"): (PAGE, ()),
    },
    "A22": {
        ("", f"@@getVocabulary?name={PEOPLE}.Users"): (PAGE, MEMBERS),
        ("", f"@@getVocabulary?name={PEOPLE}.Principals"): (PAGE, MEMBERS),
        ("proef/eigen", f"@@getVocabulary?name={PEOPLE}.Users&field=creators"): (PAGE, OWN),
        ("proef/eigen", f"{CATALOG}=Creator,Title"): (PAGE, OWN),
        ("proef/eigen", f'{CATALOG}=["listCreators"]'): (PAGE, OWN),
        ("", f"@vocabularies/{PEOPLE}.Users"): (DATA, MEMBERS),
        ("", f"@vocabularies/{PEOPLE}.Principals"): (DATA, MEMBERS),
        ("", f"@vocabularies/{PEOPLE}.Groups"): (DATA, ()),
        ("", "@principals?search=plan"): (DATA, ()),
        ("", "@users?query=plan"): (DATA, ()),
        ("", "@groups"): (DATA, ()),
        ("", "@@member-search?form.widgets.fullname=Zon&form.buttons.search=Search"): (PAGE, ()),
        ("proef/eigen", "@@sharing?search_term=Zon&form.button.Search=1"): (PAGE, ()),
    },
    "A23": {
        ("", f"author/{USERID}"): (PAGE, MEMBERS),
        ("", f"@@personal-information?userid={USERID}"): (PAGE, MEMBERS),
        ("", f"@@personal-preferences?userid={USERID}"): (PAGE, MEMBERS),
        ("", f"@@user-information?userid={USERID}"): (PAGE, ()),
        ("", f"@@change-password?userid={USERID}"): (PAGE, ()),
        ("proef", ""): (PAGE, ALL),
        ("proef", "summary_view"): (PAGE, ALL),
        ("proef", "tabular_view"): (PAGE, ALL),
        ("proef", "full_view"): (PAGE, ALL),
        ("proef", "recently_modified"): (PAGE, MEMBERS),
        ("proef", "recently_published"): (PAGE, MEMBERS),
        ("proef/stuk", ""): (PAGE, ALL),
        ("proef/stuk", "Creator"): (PAGE, ()),
        ("proef/stuk", "@@historyview"): (PAGE, ()),
        ("proef/stuk", "@history"): (DATA, ()),
    },
}
CASES = [
    pytest.param(place, path, accept, leaks, id=f"{place}/{path[:60]}")
    for case, requests in REQUESTS.items()
    for (place, path), (accept, leaks) in requests.items()
]
LEAKING = [
    pytest.param(place, path, accept, leaks, id=f"{place}/{path[:60]}")
    for case, requests in REQUESTS.items()
    for (place, path), (accept, leaks) in requests.items()
    if leaks
]


class Site:
    """A site with the planted member, and the sessions of who looks for them."""

    def __init__(self, portal):
        self.portal = portal
        plant(portal)
        self.sessions = {name: session(portal, name) for name in ALL}

    def ask(self, who, place, path, accept):
        """Return the answer to a GET."""
        url = "/".join(filter(None, (self.portal.absolute_url(), place)))
        return get(self.sessions[who], f"{url}{path if path[:1] in ('?', '') else '/' + path}", accept)


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch."""
    return Site(shared_portal)


@pytest.fixture(scope="class")
def strict(shared_portal):
    """The site with it."""
    site = Site(shared_portal)
    turn("members")
    return site


class TestStock:
    """Without the switch: the tests below can fail."""

    @pytest.mark.abuse("A04", "A07", "A22", "A23", stock=True)
    @pytest.mark.parametrize("place, path, accept, leaks", LEAKING)
    def test_a_name_is_told(self, stock, place, path, accept, leaks):
        answers = {who: stock.ask(who, place, path, accept) for who in leaks}
        found = {who: told(answer) or NAME in answer.text for who, answer in answers.items()}
        assert all(found.values()), found

    @pytest.mark.abuse("A08", stock=True)
    def test_a_portrait_is_open_to_all(self, stock):
        answer = stock.ask("visitor", "portal_memberdata/portraits", USERID, PAGE)
        assert answer.headers["Content-Type"].startswith("image/")

    @pytest.mark.abuse("A22", stock=True)
    def test_a_search_tells_whether_somebody_has_an_id(self, stock):
        found = [
            stock.ask("resident", "", f"@search?Creator={who}", DATA).json()["items_total"]
            for who in (USERID, "niemand")
        ]
        assert found[0] > 0 == found[1]


class TestStrict:
    """With it."""

    @pytest.mark.abuse("A04", "A07", "A08", "A22", "A23")
    @pytest.mark.parametrize("place, path, accept, leaks", CASES)
    def test_no_name_is_told(self, strict, place, path, accept, leaks):
        for who in leaks or MEMBERS:
            answer = strict.ask(who, place, path, accept)
            assert answer.status_code < 500
            assert told(answer) == [], who
            assert NAME not in answer.text, who

    @pytest.mark.abuse("A08", "A23")
    @pytest.mark.parametrize("path", ["author/{}", "@@personal-information?userid={}", "@portrait/{}"])
    def test_known_and_unknown_look_the_same(self, strict, path):
        accept = DATA if path.startswith("@portrait") else PAGE
        known, unknown = (strict.ask("resident", "", path.format(who), accept) for who in (USERID, "niemand"))
        assert known.status_code == unknown.status_code == 404

    @pytest.mark.abuse("A22")
    def test_a_search_does_not_tell_whether_somebody_has_an_id(self, strict):
        """It finds as much for one id as for another."""
        for index in ("Creator={}", "Creator:list={}", "Creator.query:record={}", "SearchableText=stuk&Creator={}"):
            counts = {
                strict.ask("resident", "", f"@search?{index.format(who)}", DATA).json()["items_total"]
                for who in (USERID, "niemand")
            }
            assert len(counts) == 1, index

    @pytest.mark.abuse("A22")
    @pytest.mark.parametrize(
        "index, status", [("Creator", 404), ("\\u0043reator", 404), ("Title", 200)], ids=["Creator", "escaped", "Title"]
    )
    def test_a_query_as_data_does_not_either(self, strict, index, status):
        row = '{"i": "INDEX", "o": "plone.app.querystring.operation.string.is", "v": "caf\\u00e9"}'
        query = f'{{"query": [{row.replace("INDEX", index)}]}}'
        answer = strict.sessions["resident"].post(
            f"{strict.portal.absolute_url()}/@querystring-search",
            data=query,
            headers={"Accept": DATA, "Content-Type": DATA},
            timeout=60,
        )
        assert answer.status_code == status, answer.text

    @pytest.mark.abuse("A08")
    def test_a_portrait_is_for_its_owner(self, strict):
        """Also where Plone keeps it."""
        for who in ALL:
            assert strict.ask(who, "portal_memberdata/portraits", USERID, PAGE).status_code == 404, who
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            portrait(strict.portal, "resident")
        transaction.commit()
        assert strict.ask("resident", "portal_memberdata/portraits", "resident", PAGE).status_code == 200
        assert strict.ask("wijkwebber", "portal_memberdata/portraits", "resident", PAGE).status_code == 404

    def test_the_own_page_is_there(self, strict):
        for path in ("@@personal-information", "@@personal-information?userid=resident", "@@change-password"):
            assert strict.ask("resident", "", path, PAGE).status_code == 200, path

    def test_who_edits_a_thing_sees_who_made_it(self, strict):
        """That is how people work together."""
        answer = strict.ask("wijkwebber", "proef/eigen", "", DATA)
        assert answer.json()["creators"] == ["wijkwebber"]

    def test_an_administrator_sees_names(self, strict):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            api.group.add_user(groupname="Site Administrators", username="resident")
        transaction.commit()
        try:
            for place, path, accept in (("", f"author/{USERID}", PAGE), ("proef/stuk", "", DATA)):
                assert "Zonneschijn" in strict.ask("resident", place, path, accept).text, path
            found = strict.ask("resident", "", f"@@getVocabulary?name={PEOPLE}.Users", PAGE)
            assert USERID in found.text
        finally:
            with api.env.adopt_user(username=SITE_OWNER_NAME):
                api.group.remove_user(groupname="Site Administrators", username="resident")
            transaction.commit()
