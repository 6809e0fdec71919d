"""A desk with two editors and a text in which somebody stands, for tests of what is held back."""

from my_rights import add_user
from my_rights import PASSWORD
from my_rights import Visitor
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from samenbeter.interfaces import IPersonalDataDetector
from stand_in import StandIn

import requests
import transaction


PAGE = "@@persoonsgegevens"
EDITORS = ("redactie", "collega")
USERS = {
    **dict.fromkeys(EDITORS, "Vraagbaak Editor"),
    "anna": "",
    "wijk": "Wijkwebber",
    "privacy": "Privacy Officer",
}


def rich(html):
    """Return a rich text value; a new one each time, for it belongs to one database."""
    return RichTextValue(html, "text/html", "text/x-html-safe")


def build(portal):
    """Put editors, a desk, a partner and a detector of a few lines in the site."""
    portal.getSiteManager().registerUtility(StandIn(), IPersonalDataDetector)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in USERS.items():
            add_user(name, group)
        desk = api.content.create(portal, "Vraagbaak", "vraagbaak", title="Vraagbaak")
        api.content.transition(desk, "open")
        api.content.transition(api.content.create(portal, "Folder", "map", title="Map"), "publish")
        partner = make(portal.map, "PartnerOrganisation", title="Huiskamer", phone="06-87654321")
        api.content.transition(partner, "activate")
    transaction.commit()
    return portal


def make(container, portal_type, **fields):
    """Make an item, in the current transaction."""
    return createContentInContainer(container, portal_type, checkConstraints=False, **fields)


def question(portal, state="in_review", **fields):
    """Make a question and return it, committed."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        fields = {"title": "Hoe slaap ik?", "summary": rich("<p>Rustig.</p>"), "answer_type": "see_gp", **fields}
        made = make(portal.vraagbaak, "VraagbaakQuestion", **fields)
        if state == "in_review":
            api.content.transition(made, "review")
    transaction.commit()
    return made


def program(name):
    """Return an HTTP session of somebody's program."""
    session = requests.Session()
    session.headers["Accept"] = "application/json"
    if name:
        session.auth = (name, PASSWORD)
    return session


def publish(item, name="redactie", step="publish"):
    """Ask for a step over REST; return the answer."""
    return program(name).post(f"{item.absolute_url()}/@workflow/{step}", json={}, timeout=60)


def state_of(item):
    """Return the state in the database."""
    transaction.begin()
    return api.content.get_state(item)


class Editor(Visitor):
    """Somebody on the page of the marks of one item."""

    def __init__(self, portal, name, item):
        super().__init__(portal, name)
        self.path = f"{item.absolute_url().removeprefix(f'{self.base}/')}/{PAGE}"
        self.look()

    def look(self):
        """Open the page."""
        return self.get(self.path)

    def marks(self):
        """Return {kind and field: id} of what is on the page."""
        return {
            " ".join(heading.text_content().split()): heading.get("id").removeprefix("mark-")
            for heading in self.page.xpath("//main//h2[@id]")
        }

    def do(self, act, mark, **fields):
        """Press a button at a mark and go where that leads; return what the page says."""
        data = {"do": act, "mark": mark, "_authenticator": self.token(), **fields}
        self.answer = self.http.post(f"{self.base}/{self.path}", data=data, allow_redirects=True, timeout=60)
        return self.text
