"""A page asks the catalog as often, and loads as many items, with many items as with few."""

from actors import relate
from collections import Counter
from contextlib import contextmanager
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield import RichTextValue
from plone.dexterity.interfaces import IDexterityContent
from plone.dexterity.utils import createContentInContainer
from Products.ZCatalog.Catalog import Catalog
from unittest.mock import patch
from ZODB.Connection import Connection

import pytest
import requests
import transaction


FEW, MANY = 20, 60
SUMMARY = RichTextValue("<p>Kort.</p>", "text/html", "text/x-html-safe")


@contextmanager
def counting():
    """Count catalog queries and content items that are loaded from the database, also in the server's thread."""
    counted = Counter()
    search, setstate = Catalog.search, Connection.setstate

    def counted_search(self, *args, **kw):
        counted["queries"] += 1
        return search(self, *args, **kw)

    def counted_setstate(self, obj):
        setstate(self, obj)
        if IDexterityContent.implementedBy(type(obj)):
            counted[type(obj).__name__] += 1

    with patch.object(Catalog, "search", counted_search), patch.object(Connection, "setstate", counted_setstate):
        yield counted


@pytest.fixture(scope="class")
def place(functional_portal_class):
    """A desk with a story, answers that refer to it, and a page to look at."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        place = Place(functional_portal_class)
        place.grow(FEW)
        few = {name: place.cost(name) for name in place.pages}
        place.grow(MANY)
        many = {name: place.cost(name) for name in place.pages}
    return few, many


class Place:
    """A desk and a folder of stories that grow."""

    def __init__(self, portal):
        make = createContentInContainer
        self.size = 0
        self.desk = make(portal, "Vraagbaak", checkConstraints=False, title="Groot loket")
        self.folder = make(portal, "Folder", checkConstraints=False, title="Veel verhalen")
        self.folder.setLayout("samenbeter-stories")
        api.content.transition(self.desk, "open")
        api.content.transition(self.folder, "publish")
        self.story = self._story("Ria")
        partner = make(portal, "PartnerOrganisation", checkConstraints=False, title="De Linde")
        api.content.transition(partner, "activate")
        relate(self.story, "helped_by", [partner])
        self.question = self._question("De vraag")
        self.pages = {"desk": self.desk, "question": self.question, "stories": self.folder, "story": self.story}

    def _story(self, title):
        whole = {"situation": "Toen.", "step": "Stap.", "result": "Nu.", "quote_by": "Ria", "themes": ["slapen"]}
        story = createContentInContainer(self.folder, "SuccessStory", checkConstraints=False, title=title, **whole)
        for step in ("request_consent", "review", "publish"):
            api.content.transition(story, step)
        return story

    def _question(self, title):
        fields = {"title": title, "summary": SUMMARY, "answer_type": "see_gp", "themes": ["slapen"]}
        question = createContentInContainer(self.desk, "VraagbaakQuestion", checkConstraints=False, **fields)
        answer = createContentInContainer(
            question, "VraagbaakAnswer", checkConstraints=False, contribution=SUMMARY, discipline="huisarts"
        )
        relate(answer, "referrals", [self.story])
        for item, steps in ((answer, ("submit", "accept")), (question, ("review", "publish"))):
            for step in steps:
                api.content.transition(item, step)
        return question

    def grow(self, size):
        """Add questions and stories until there are so many of each."""
        for number in range(self.size, size):
            self._question(f"Vraag {number}")
            self._story(f"Verhaal {number}")
        self.size = size
        transaction.commit()

    def cost(self, name):
        """Return what a page costs a visitor when no content is in memory."""
        url = self.pages[name].absolute_url()
        # what is made once in a process is made by now
        assert requests.get(url, timeout=60).status_code == 200
        self.desk._p_jar.db().cacheMinimize()
        with counting() as counted:
            assert requests.get(url, timeout=60).status_code == 200
        return dict(counted)


class TestScale:
    """The four pages that residents read most."""

    @pytest.mark.parametrize("name", ["desk", "question", "stories", "story"])
    def test_a_page_costs_the_same_with_three_times_as_much(self, place, name):
        few, many = place
        assert few[name] == many[name]

    def test_a_page_loads_its_own_items_only(self, place):
        _few, many = place
        # one query of each page is the menu of the frame
        assert many == {
            "desk": {"queries": 2, "PloneSite": 1, "Vraagbaak": 1},
            "question": {"queries": 4, "PloneSite": 1, "Vraagbaak": 1, "VraagbaakQuestion": 1, "VraagbaakAnswer": 1},
            "stories": {"queries": 2, "PloneSite": 1, "Folder": 1},
            "story": {"queries": 6, "PloneSite": 1, "Folder": 1, "SuccessStory": 1},
        }
