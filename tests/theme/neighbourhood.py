"""A small neighbourhood about sleeping, with something hidden of each kind, and how its pages are read."""

from actors import fields_of
from actors import PASSWORD
from actors import relate
from datetime import datetime
from datetime import timedelta
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from Products.CMFCore.indexing import processQueue

import pytz
import requests
import transaction


# each title of what is hidden has this word
HIDDEN = "zilverreiger"
OWN_STATE = {"PartnerOrganisation": "active", "ServiceOffer": "active", "VraagbaakAnswer": "accepted"}
HIDDEN_STATES = {
    "VraagbaakQuestion": "draft",
    "ServiceOffer": "ended",
    "EHealthModule": "suspended",
    "SuccessStory": "retracted",
    "Event": "private",
    "PartnerOrganisation": "ended",
    "Document": "private",
}


def put(item, state):
    """Put an item in a state without asking who may."""
    tool = api.portal.get_tool("portal_workflow")
    workflow = tool.getWorkflowsFor(item)[0]
    tool.setStatusOf(workflow.id, item, {**tool.getStatusOf(workflow.id, item), "review_state": state})
    workflow.updateRoleMappingsFor(item)
    item.reindexObject()


def make(container, portal_type, title, state=None, **fields):
    """Make an item in a state, as the owner of the site; public when no state is given."""
    fields = {"themes": ["slapen"], **fields_of(portal_type), **fields}
    if portal_type == "Event":
        start = pytz.timezone("Europe/Amsterdam").localize(datetime.now() + timedelta(days=fields.pop("days", 2)))
        fields.update(start=start, end=start + timedelta(hours=1))
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        item = createContentInContainer(container, portal_type, checkConstraints=False, title=title, **fields)
        put(item, state or OWN_STATE.get(portal_type, "published"))
    return item


class Neighbourhood:
    """The desk, a folder for all else, one public and one hidden item of each kind, and three people."""

    def __init__(self, portal):
        self.portal = portal
        self.desk = make(portal, "Vraagbaak", "Vraagbaak", "open", themes=[])
        self.folder = make(portal, "Folder", "Van alles", themes=[])
        self.partner = make(self.folder, "PartnerOrganisation", "Slaaphuis")
        self.question = make(self.desk, "VraagbaakQuestion", "Hoe kom ik aan slaap?", themes=["slapen", "piekeren"])
        self.answer = make(self.question, "VraagbaakAnswer", "")
        # its state was put there without a step, so nothing told the question
        self.question.reindexObject()
        self.offer = make(self.partner, "ServiceOffer", "Slaapspreekuur")
        self.module = make(self.folder, "EHealthModule", "Slaapschool")
        self.story = make(self.folder, "SuccessStory", "Ria slaapt weer")
        self.meeting = make(self.folder, "Event", "Slaapavond")
        self.page = make(self.folder, "Document", "Slaapwijzer", themes=[])
        self.hidden = [self._hide(portal_type, state) for portal_type, state in HIDDEN_STATES.items()]
        self._people()
        processQueue()
        transaction.commit()

    def _hide(self, portal_type, state):
        container = {"VraagbaakQuestion": self.desk, "ServiceOffer": self.partner}.get(portal_type, self.folder)
        return make(container, portal_type, f"Slaap {HIDDEN} {portal_type}", state)

    def _people(self):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            for name in ("bewoner", "deskundige", "redacteur"):
                api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
            api.group.add_user(groupname=f"{IUUID(self.partner)}-experts", username="deskundige")
            api.group.add_user(groupname="Vraagbaak Editor", username="redacteur")
            other = make(self.folder, "PartnerOrganisation", "Buurhuis", themes=["geld"])
            relate(self.hidden[0], "consulted", [other])

    def get(self, path, user="", **kw):
        """Return the answer to a request."""
        auth = (user, PASSWORD) if user else None
        return requests.get(
            f"{self.portal.absolute_url()}/{path}", auth=auth, headers={"Accept": "text/html"}, timeout=60, **kw
        )

    def read(self, path, user="", **params):
        """Return a page as a tree."""
        answer = self.get(path, user, params=params)
        assert answer.status_code == 200, answer.status_code
        return html.fromstring(answer.content)


def texts(tree, path):
    """Return the texts that an XPath finds."""
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


def results(tree):
    """Return the titles in the lists of a page."""
    return texts(tree, "//main//ul[@class='sb-list']/li//h3")


def chips(tree):
    """Return {text of a chip: address}."""
    return {" ".join(a.text_content().split()): a.get("href") for a in tree.xpath("//ul[@class='sb-chips']//a")}
