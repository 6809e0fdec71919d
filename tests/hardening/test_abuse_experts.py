"""What an expert learns of a question: its words, and not who asked; and until when."""

from abuse_site import ASKER
from abuse_site import DATA
from abuse_site import Neighbourhood
from abuse_site import PAGE
from abuse_site import said
from actors import relate
from at_the_door import turn_on
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID

import pytest
import transaction


EXPAND = "?expand=" + ",".join(
    ("actions", "breadcrumbs", "lock", "history", "navigation", "types", "workflow", "relations")
)
# {place}: the question; {uid}: of it
PLACES = (
    ("{place}", PAGE),
    ("{place}/view", PAGE),
    ("{place}/@@historyview", PAGE),
    ("{place}/Creator", PAGE),
    ("{place}/@@sharing", PAGE),
    ("/@@mijn-werk", PAGE),
    ("/vraagbaak", PAGE),
    ("/@@search?SearchableText=Hoe", PAGE),
    ("/resolveuid/{uid}", PAGE),
    ("{place}", DATA),
    ("{place}" + EXPAND, DATA),
    ("{place}/@history", DATA),
    ("{place}/@workflow", DATA),
    ("{place}/@relations", DATA),
    ("{place}/@sharing", DATA),
    ("{place}/@lock", DATA),
    ("/vraagbaak?fullobjects=1", DATA),
    ("/@search?UID={uid}&metadata_fields=_all", DATA),
    ("/@search?UID={uid}&metadata_fields=_all&fullobjects=1", DATA),
    ("/@search?UID={uid}&metadata_fields=listCreators&metadata_fields=Creator", DATA),
)
# on a site without the switch these name who made it
NAMING = (
    ("{place}", PAGE),
    ("/@search?UID={uid}&metadata_fields=_all", DATA),
    ("/@search?UID={uid}&metadata_fields=listCreators&metadata_fields=Creator", DATA),
)
OTHER = "roerdomp"


@pytest.fixture(scope="class")
def stock(shared_portal):
    """A question that was given to the partners of two experts, and one that was not."""
    return Neighbourhood(shared_portal)


@pytest.fixture(scope="class")
def strict(stock):
    turn_on("members", "strangers")
    return stock


def asked(site, who, places):
    """Yield (path, answer) of each place."""
    clients = {accept: site.client(who, accept) for accept in (PAGE, DATA)}
    for path, accept in places:
        path = path.format(place=site.path(site.question), uid=IUUID(site.question))
        yield path, clients[accept].get(path)


class TestStock:
    @pytest.mark.abuse("A36", stock=True)
    def test_a_program_is_told_who_asked(self, stock):
        for path, answer in asked(stock, "zorg", NAMING):
            assert ASKER[0] in answer.text, path


@pytest.mark.abuse("A36")
class TestWhoAsked:
    def test_nothing_tells_it(self, strict):
        told, read = {}, []
        for path, answer in asked(strict, "zorg", PLACES):
            assert answer.status_code < 500, path
            # another question of the same resident is no more theirs than their name
            found = said(answer, (*ASKER, OTHER))
            if found:
                told[path] = found
            if "Hoe slaap ik" in answer.text:
                read.append(path)
        assert told == {}
        # they do get the question, as a page and as data
        assert strict.path(strict.question) in read and len(read) > 4

    @pytest.mark.parametrize("field", ["Creator=asker-5c1d", "SearchableText=Wollegras", "listCreators=asker-5c1d"])
    def test_nor_a_search_for_them(self, strict, field):
        client = strict.client("zorg", DATA)
        guess, nobody = (
            client.get(f"/@search?portal_type=VraagbaakQuestion&{field}{more}").json() for more in ("", "xx")
        )
        assert guess["items_total"] == nobody["items_total"]


class Looking:
    """An expert who stays logged in, in a browser and as a program."""

    def __init__(self, site):
        self.site = site
        self.clients = [site.client("zorg", accept) for accept in (PAGE, DATA)]

    def sees(self):
        """Return the statuses of the question, and how often a search finds it."""
        path = self.site.path(self.site.question)
        uid = IUUID(self.site.question)
        statuses = [client.get(path).status_code for client in self.clients]
        return statuses, self.clients[1].get(f"/@search?UID={uid}").json()["items_total"]

    def answers(self):
        """Return the status of adding a contribution."""
        data = {"@type": "VraagbaakAnswer", "discipline": "huisarts"}
        return self.clients[1].post(self.site.path(self.site.question), json=data).status_code


def taken_back(site):
    relate(site.question, "consulted", site.partners[1:])


def revised(site):
    api.content.transition(site.question, "review")
    api.content.transition(site.question, "revise")


def taken_out(site):
    api.group.remove_user(groupname=f"{IUUID(site.partners[0])}-experts", username="zorg")


def ended(site):
    api.content.transition(site.partners[0], "end")


@pytest.mark.abuse("A38")
class TestTakenBack:
    """At the next request, in the sessions that there are."""

    @pytest.mark.parametrize("act", [taken_out, taken_back, revised, ended], ids=lambda act: act.__name__)
    def test_it_is_not_there(self, functional_portal, act):
        site = Neighbourhood(functional_portal)
        turn_on("strangers")
        expert = Looking(site)
        assert expert.sees() == ([200, 200], 1)
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            act(site)
        transaction.commit()
        assert expert.sees() == ([404, 404], 0)
        assert expert.answers() in (401, 403, 404)
        transaction.begin()
        assert list(site.question.objectIds()) == []

    def test_a_partner_that_comes_back_has_its_questions_again(self, functional_portal):
        site = Neighbourhood(functional_portal)
        expert = Looking(site)
        for step, found in (("end", 0), ("activate", 1)):
            transaction.begin()
            with api.env.adopt_user(username=SITE_OWNER_NAME):
                api.content.transition(site.partners[0], step)
            transaction.commit()
            assert expert.sees()[1] == found, step


@pytest.mark.abuse("A27")
class TestTitle:
    """Of a question that is not public."""

    @pytest.mark.parametrize("who", ["visitor", "anna", "zorg"])
    def test_it_is_not_in_its_address_and_in_no_page_there(self, strict, who):
        path = strict.path(strict.other)
        assert OTHER not in path and "andere" not in path
        for accept in (PAGE, DATA):
            client = strict.client(who, accept)
            for address in (path, f"{path}/view", f"{path}/bestaat-niet", f"/resolveuid/{IUUID(strict.other)}"):
                answer = client.get(address)
                assert said(answer, [OTHER]) == []
                # what the browser tells the next site is not even the address
                assert answer.headers.get("Referrer-Policy", "") in (
                    "",
                    "strict-origin-when-cross-origin",
                    "same-origin",
                )
