"""Who has the list and the case page: the editors of that desk, and nobody else, whoever runs the site."""

from at_the_queue import ANOUK
from at_the_queue import CHIEF
from at_the_queue import OTHER
from at_the_queue import people
from at_the_queue import Queue
from browsing import Web
from plone.uuid.interfaces import IUUID
from samenbeter.vraagbaak.cases import store

import pytest
import re
import transaction


# a page with a form that everybody has
FORM = "account-maken"
# user id: group
OUTSIDE = {
    "anna": None,
    "wies": "Wijkwebber",
    "peter": "Privacy Officer",
    "bea": "Site Administrators",
    "max": "Administrators",
}
EXPERT, MANAGER = "zara", "piet"
EVERYBODY = ("", *OUTSIDE, EXPERT, MANAGER, OTHER)
PAGES = ("@@werktafel", "@@werktafel?list=mine", "@@dossier/{number}", "@@tekstblokken", "@@afwezig")
# what each button sends
LIST_ACTS = (
    {"do": "take"},
    {"do": "give", "owner": OTHER},
    {"do": "theme", "new_theme": "slapen"},
    {"do": "urgent"},
    {"do": "not_urgent"},
    {"do": "close"},
    {"do": "reject", "reason": "spam"},
    {"do": "undo"},
)
PANEL_ACTS = (
    {"do": "take"},
    {"do": "give", "owner": OTHER},
    {"do": "hold"},
    {"do": "release"},
    {"do": "about", "themes": "slapen", "urgent": "1"},
    {"do": "close"},
    {"do": "reject", "reason": "spam"},
    {"do": "take_back"},
    {"do": "reopen"},
    {"do": "undo"},
)


def name(userid):
    """Return how a test is called."""
    return userid or "anonymous"


class TestRoles:
    """Each page and each button, as each of them."""

    @pytest.fixture(scope="class")
    def queue(self, shared_portal):
        """Two desks, and everybody who has nothing to do there."""
        queue = Queue(shared_portal)
        one = IUUID(queue.one)
        people({**OUTSIDE, EXPERT: f"{one}-experts", MANAGER: f"{one}-managers"})
        queue.case = queue.new()
        transaction.commit()
        return queue

    @pytest.fixture
    def kept(self, queue):
        """The case, which is the same afterwards."""
        transaction.begin()
        before = store.load(queue.case.id).data()
        yield before
        transaction.begin()
        assert store.load(queue.case.id).data() == before

    @pytest.mark.parametrize("page", PAGES)
    @pytest.mark.parametrize("userid", EVERYBODY, ids=name)
    def test_the_page_is_not_there(self, queue, kept, userid, page):
        """Refused the same for a number that there is and one that there is not; no owner on it."""
        web, desk, found = Web(userid), queue.desk.absolute_url(), []
        for number in (queue.case.number, "V-2222-22"):
            status = web.get(f"{desk}/{page.format(number=number)}")
            # the page has links to itself in other languages
            text = web.answer.text.replace(f"@@dossier/{number}", "").replace(f"dossier%2F{number}", "")
            assert number not in text
            assert "Anouk" not in text
            found.append((status, re.sub("V-[^/]+", "", web.answer.headers.get("Location", ""))))
        assert found[0] == found[1]
        assert found[0][0] in (302, 401, 403, 404)

    @pytest.mark.parametrize("fields", [*LIST_ACTS, *PANEL_ACTS], ids=lambda fields: fields["do"])
    @pytest.mark.parametrize("userid", EVERYBODY, ids=name)
    def test_no_button_works(self, queue, kept, userid, fields):
        """With a token of their own neither."""
        web, desk = Web(userid), queue.desk.absolute_url()
        token = web.token(f"{queue.portal.absolute_url()}/@@{FORM}")
        form = {"_authenticator": token, **fields}
        found = [web.post(f"{desk}/@@werktafel", case=queue.case.number, **form)]
        found.append(web.post(f"{desk}/@@dossier/{queue.case.number}", panel="triage", **form))
        found.append(web.post(f"{desk}/@@afwezig", **{**form, "do": "add", "first": "2099-01-01"}))
        assert set(found).issubset({302, 401, 403, 404})

    def test_a_case_of_another_desk_is_not_there_for_who_may_work_at_that_one(self, queue, kept):
        """The number of this desk, on the page of the other."""
        web, other = Web(OTHER), queue.other.absolute_url()
        assert web.get(f"{other}/@@werktafel") == 200
        assert queue.case.number not in web.answer.text
        assert web.get(f"{other}/@@dossier/{queue.case.number}") == 404
        token = web.token(f"{other}/@@afwezig")
        answer = web.post(f"{other}/@@werktafel", case=queue.case.number, do="urgent", _authenticator=token)
        assert answer == 200
        assert "Niet gelukt" in web.text

    @pytest.mark.parametrize("userid", [ANOUK, CHIEF])
    def test_the_editors_of_the_desk_have_all_of_it(self, queue, userid):
        """Who gets what nobody answers too: else it would be of somebody who cannot open it."""
        web, desk = Web(userid), queue.desk.absolute_url()
        for page in PAGES:
            assert web.get(f"{desk}/{page.format(number=queue.case.number)}") == 200
        web.get(f"{desk}/@@werktafel")
        assert queue.case.number in web.text
        assert "Anouk" in web.text
