"""The address on a poster counts an arrival and sends on, to this site only and without an error."""

from entering import BROWSER
from entering import counted
from entering import make
from entering import scan
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from samenbeter.shared import entry
from samenbeter.shared import tally
from samenbeter.shared.transactions import committed

import pytest
import re
import requests
import transaction


UNKNOWN = (
    "",
    "geen-code",
    "Dora%20Jansen",
    "dora@example.org",
    "%3Cscript%3E",
    "//evil.example",
    "https:evil.example",
    "..",
    "@@x",
    "_x",
    "++x++y",
    "a/b/c",
    "index_html",
    "REQUEST",
    "x" * 500,
    "%00",
    "%ff%fe",
)
# what Zope refuses in any address, or leads away from /via/, does not come as far as our page
BEFORE = ("..", "%ff%fe", "REQUEST")


@pytest.fixture(scope="class")
def portal(shared_portal):
    """A site with two codes and a page."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        page = api.content.create(shared_portal, "Document", "welkom", title="Welkom")
        api.content.transition(page, "publish")
    transaction.commit()
    make("lindehof-poster", target="/welkom")
    make("krant-12", kind="wijkkrant", title="Wijkkrant van december")
    return shared_portal


@pytest.fixture(autouse=True)
def nothing_counted(portal):
    """Begin each test at nought."""
    tally.place().unlink(missing_ok=True)
    transaction.begin()


class TestACodeThatIsKnown:
    def test_it_counts_and_sends_on_with_the_code(self, portal):
        answer = scan(portal, "lindehof-poster")
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"{portal.absolute_url()}/welkom?van=lindehof-poster"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in answer.headers
        assert counted("lindehof-poster") == (1, 0)

    @pytest.mark.parametrize("path", ["Lindehof-Poster", "lindehof-poster/", "lindehof-poster/x", "%20lindehof-poster"])
    def test_what_people_type_is_understood(self, portal, path):
        assert scan(portal, path).headers["Location"].endswith("/welkom?van=lindehof-poster")

    def test_a_code_without_a_page_leads_to_the_front_page(self, portal):
        assert scan(portal, "krant-12").headers["Location"] == f"{portal.absolute_url()}?van=krant-12"

    def test_it_writes_nothing_in_the_database(self, portal):
        before = portal._p_jar.db().lastTransaction()
        scan(portal, "lindehof-poster")
        assert portal._p_jar.db().lastTransaction() == before

    def test_members_are_counted_like_all_others(self, portal):
        with requests.Session() as session:
            session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
            assert scan(portal, "lindehof-poster", session=session).status_code == 303
        assert counted("lindehof-poster") == (1, 0)

    def test_the_page_where_accounts_are_made_counts_as_opened(self, portal, monkeypatch):
        monkeypatch.setattr(entry, "SIGN_UP", {"welkom"})
        scan(portal, "lindehof-poster")
        assert counted("lindehof-poster", entry.OPENED) == (1, 0)

    def test_one_that_ended_still_leads_there_and_counts_as_unknown(self, portal):
        make("oud", target="/welkom")
        committed(lambda: entry.end("oud"))
        assert scan(portal, "oud").headers["Location"].endswith("/welkom?van=overig")
        assert counted("oud") == (0, 0)
        assert counted(entry.OTHER) == (1, 0)

    def test_one_whose_page_is_gone_leads_to_the_front_page(self, portal):
        make("weg", target="/welkom")
        committed(lambda: setattr(entry.get("weg"), "path", "er-is-niets"))
        assert scan(portal, "weg").headers["Location"] == f"{portal.absolute_url()}?van=weg"


class TestWhatIsNoCode:
    @pytest.mark.abuse("A66")
    @pytest.mark.parametrize("path", UNKNOWN)
    def test_it_leads_to_the_front_page_and_is_not_repeated(self, portal, path):
        answer = scan(portal, path)
        if path in BEFORE:
            # this is not an address of ours any more
            assert "evil" not in answer.headers.get("Location", "")
            return
        assert answer.status_code == 303, answer.text[:200]
        assert answer.headers["Location"] == portal.absolute_url()
        assert answer.text == ""

    def test_it_is_counted_as_something_else_and_not_kept(self, portal):
        scan(portal, "dora-jansen")
        assert counted(entry.OTHER) == (1, 0)
        assert b"dora" not in tally.place().read_bytes()

    def test_what_stands_in_an_address_as_a_code_is_not_repeated(self, portal):
        page = requests.get(f"{portal.absolute_url()}/welkom?van=dora-jansen", timeout=60).text
        assert "dora-jansen" not in page
        assert "van=overig" in page


class TestWhoIsCounted:
    @pytest.mark.parametrize("header", ["Sec_GPC", "DNT"])
    @pytest.mark.abuse("A64")
    def test_who_wants_to_be_left_out_is(self, portal, header):
        answer = scan(portal, "lindehof-poster", **{header: "1"})
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"{portal.absolute_url()}/welkom"
        assert not entry.funnel()

    def test_a_page_that_is_fetched_early_is_not_a_visit(self, portal):
        scan(portal, "lindehof-poster", Sec_Purpose="prefetch;prerender")
        scan(portal, "lindehof-poster", Purpose="prefetch")
        assert not entry.funnel()

    @pytest.mark.parametrize(
        "agent",
        [
            "",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "facebookexternalhit/1.1",
            "WhatsApp/2.23.20.0",
            "curl/8.5.0",
            "python-requests/2.32",
        ],
    )
    def test_programs_are_counted_apart(self, portal, agent):
        scan(portal, "lindehof-poster", User_Agent=agent)
        assert counted("lindehof-poster") == (0, 1)

    def test_head_is_a_program(self, portal):
        assert scan(portal, "lindehof-poster", method="HEAD").status_code == 303
        assert counted("lindehof-poster") == (0, 1)

    @pytest.mark.parametrize("agent", [BROWSER, BROWSER.replace("Chrome", "HeadlessChrome")])
    def test_people_are_people(self, portal, agent):
        """A browser without a window too: what looks at links for others says so by its name."""
        scan(portal, "lindehof-poster", User_Agent=agent)
        assert counted("lindehof-poster") == (1, 0)

    def test_nothing_of_the_visitor_is_kept(self, portal):
        scan(portal, "lindehof-poster", User_Agent=f"{BROWSER} Zilverreiger/1")
        kept = tally.place().read_bytes()
        assert not re.search(rb"ilverreiger|Mozilla|127\.0|localhost|\d\d:\d\d", kept)


class TestThePageWhereItLeads:
    """The code travels on in the address, to where an account is made, and nowhere else."""

    def links(self, portal, query):
        page = requests.get(f"{portal.absolute_url()}/welkom{query}", timeout=60)
        return page, re.findall(r'href="([^"]*van=[^"]*)"', page.text)

    def test_only_the_links_to_log_in_and_make_an_account_carry_it(self, portal):
        _page, links = self.links(portal, "?van=lindehof-poster")
        assert links
        pages = [link.partition("?")[0].removeprefix(portal.absolute_url()) for link in links]
        # the same page in another language keeps its address
        assert set(pages) - {"/en/welkom"} == {"/login", "/@@account-maken"} & set(pages)
        assert "/login" in pages
        assert all(link.endswith("?van=lindehof-poster") for link in links)

    def test_the_page_has_one_address_without_it(self, portal):
        page, _links = self.links(portal, "?van=lindehof-poster")
        assert f'<link rel="canonical" href="{portal.absolute_url()}/welkom"' in page.text

    @pytest.mark.abuse("A65")
    def test_no_cookie_carries_it(self, portal):
        page, _links = self.links(portal, "?van=lindehof-poster")
        assert "Set-Cookie" not in page.headers

    def test_who_comes_after_does_not_get_the_page_of_another_code(self, portal):
        """A browser or proxy that kept it has to ask, and is told apart."""
        first, _links = self.links(portal, "?van=lindehof-poster")
        assert "no-store" in first.headers["Cache-Control"]
        _page, links = self.links(portal, "")
        assert links == []
