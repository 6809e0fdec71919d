"""A page asks the catalog as often, and loads as many items, on a site with 200 items of a kind as on one with 20."""

from actors import fields_of
from actors import relate
from collections import Counter
from contextlib import contextmanager
from datetime import datetime
from datetime import timedelta
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.interfaces import IDexterityContent
from plone.dexterity.utils import createContentInContainer
from Products.CMFCore.indexing import processQueue
from Products.ZCatalog.Catalog import Catalog
from samenbeter.shared import fragments
from unittest.mock import patch
from ZODB.Connection import Connection

import pytest
import pytz
import requests
import transaction


FEW, MANY = 20, 200
# page: (catalog queries, content items loaded beside the site); the menu is kept from the request before
COSTS = {
    "front": (7, 0),
    "desk": (1, 1),
    "question": (2, 3),
    "partners": (1, 1),
    "partner": (6, 2),
    "offer": (3, 3),
    "modules": (2, 1),
    "module": (2, 2),
    "stories": (1, 1),
    "story": (5, 2),
    "meetings": (2, 1),
    "meeting": (4, 2),
    "search": (1, 0),
    "search by theme": (1, 0),
    "theme": (1, 0),
    "themes": (0, 0),
    "overview": (2, 0),
}
# what is no item has an address of its own
PATHS = {
    "search": "@@search?SearchableText=iets",
    "search by theme": "@@search?theme=slapen&kind=question",
    "theme": "thema/slapen",
    "themes": "thema",
    "overview": "sitemap",
}
LAYOUTS = {
    "partners": "PartnerOrganisation",
    "modules": "EHealthModule",
    "stories": "SuccessStory",
    "meetings": "Event",
}
PUBLIC = {"PartnerOrganisation": "active", "ServiceOffer": "active", "VraagbaakAnswer": "accepted", "Vraagbaak": "open"}


@contextmanager
def counting():
    """Count catalog queries and content items loaded from the database, also in the server's thread."""
    counted = Counter()
    search, setstate = Catalog.search, Connection.setstate

    def counted_search(self, *args, **kw):
        counted["queries"] += 1
        return search(self, *args, **kw)

    def counted_setstate(self, obj):
        setstate(self, obj)
        if IDexterityContent.implementedBy(type(obj)) and type(obj).__name__ != "PloneSite":
            counted["loaded"] += 1

    with patch.object(Catalog, "search", counted_search), patch.object(Connection, "setstate", counted_setstate):
        yield counted


class Town:
    """A site that grows: one folder for each kind, and one item of each kind that all others point at."""

    def __init__(self, portal):
        self.size = 1
        self.portal = portal
        portal.setLayout("samenbeter-front")
        self.pages = {"front": portal, "desk": self.make(portal, "Vraagbaak")}
        for name in LAYOUTS:
            folder = self.make(portal, "Folder", id=name)
            folder.setLayout(f"samenbeter-{name}")
            self.pages[name] = folder
        self.pages["partner"] = self.one("partners")
        self.pages["offer"] = self.make(self.pages["partner"], "ServiceOffer", themes=["slapen"])
        self.pages["module"] = self.one("modules")
        self.pages["story"] = self.one("stories")
        self.pages["meeting"] = self.one("meetings")
        self.pages["question"] = self.question()

    def make(self, container, portal_type, **fields):
        """Make a public item, indexed once in its state."""
        values = {"title": "Iets", "themes": ["slapen"], **fields_of(portal_type), **fields}
        item = createContentInContainer(container, portal_type, checkConstraints=False, **values)
        tool = api.portal.get_tool("portal_workflow")
        workflow = tool.getWorkflowsFor(item)[0]
        status = {**tool.getStatusOf(workflow.id, item), "review_state": PUBLIC.get(portal_type, "published")}
        tool.setStatusOf(workflow.id, item, status)
        workflow.updateRoleMappingsFor(item)
        item.setEffectiveDate(item.created())
        item.reindexObject()
        return item

    def one(self, place):
        """Make one item in its folder, pointing at the first of the others."""
        portal_type = LAYOUTS[place]
        fields = {}
        if portal_type == "Event":
            start = pytz.timezone("Europe/Amsterdam").localize(datetime.now() + timedelta(days=2))
            fields = {"start": start, "end": start + timedelta(hours=1)}
        item = self.make(self.pages[place], portal_type, **fields)
        if portal_type == "EHealthModule":
            relate(item, "supplier", self.pages["partner"])
        if portal_type == "Event":
            relate(item, "organiser", self.pages["partner"])
        if portal_type == "SuccessStory":
            relate(item, "helped_by", [self.pages["partner"], self.pages["module"], self.pages["offer"]])
        return item

    def question(self):
        """Make a question whose contribution refers to one item of each kind."""
        question = self.make(self.pages["desk"], "VraagbaakQuestion")
        answer = self.make(question, "VraagbaakAnswer")
        relate(answer, "partner", self.pages["partner"])
        relate(answer, "referrals", [self.pages[name] for name in ("offer", "partner", "module", "story", "meeting")])
        question.reindexObject()
        return question

    def grow(self, size):
        """Add items of each kind until there are so many."""
        for number in range(self.size, size):
            for place in LAYOUTS:
                self.one(place)
            self.question()
            if number % 50 == 0:
                transaction.savepoint(optimistic=True)
        self.size = size
        processQueue()
        transaction.commit()

    def cost(self, name):
        """Return what a page costs a visitor when no content is in memory."""
        place = PATHS.get(name)
        url = f"{self.portal.absolute_url()}/{place}" if place else self.pages[name].absolute_url()
        # what is made once in a process is made by now
        assert requests.get(url, timeout=60).status_code == 200
        self.portal._p_jar.db().cacheMinimize()
        with counting() as counted:
            assert requests.get(url, timeout=60).status_code == 200
        return counted["queries"], counted["loaded"]

    def costs(self):
        """Return the cost of each page."""
        return {name: self.cost(name) for name in COSTS}


@pytest.fixture(scope="class")
def monkeypatch_class():
    """Patches that last for the class."""
    with pytest.MonkeyPatch.context() as patches:
        yield patches


@pytest.fixture(scope="class")
def costs(shared_portal, monkeypatch_class):
    """The costs of all pages with few and with many items."""
    # what is kept for visitors may not grow old between two requests
    monkeypatch_class.setattr(fragments, "SECONDS", 10**9)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        town = Town(shared_portal)
        town.grow(FEW)
        few = town.costs()
        town.grow(MANY)
        return few, town.costs()


class TestPageCost:
    @pytest.mark.parametrize("page", COSTS)
    def test_a_page_costs_the_same_with_ten_times_as_much(self, costs, page):
        few, many = costs
        assert many[page] == few[page]

    @pytest.mark.parametrize("page", COSTS)
    def test_a_page_costs_what_stands_here(self, costs, page):
        assert costs[1][page] == COSTS[page]
