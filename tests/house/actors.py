"""The people of the permissions table, and the content that they try it on."""

from pathlib import Path
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.locking.interfaces import ILockable
from plone.protect import createToken
from plone.uuid.interfaces import IUUID
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.interface import Interface
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import requests
import transaction
import yaml


PASSWORD = "a-long-test-password"
TABLE = yaml.safe_load((Path(__file__).parent.parent / "resources" / "permissions.yaml").read_text("utf-8"))

# actor: (site groups, partner, kind of partner group)
ACTORS = {
    "anonymous": None,
    "resident": ((), "", ""),
    "expert of the question": ((), "one", "experts"),
    "expert who wrote it": ((), "one", "experts"),
    "expert of another partner": ((), "two", "experts"),
    "manager of the partner": ((), "one", "managers"),
    "manager of another partner": ((), "two", "managers"),
    "wijkwebber who wrote it": (("Wijkwebber",), "", ""),
    "another wijkwebber": (("Wijkwebber",), "", ""),
    "editor": (("Vraagbaak Editor",), "", ""),
    "privacy officer": (("Privacy Officer",), "", ""),
    "site administrator": (("Site Administrators",), "", ""),
    "manager": (("Administrators",), "", ""),
}


def rich(text):
    """Return a rich text value; a new one each time, for it belongs to one database."""
    return RichTextValue(f"<p>{text}</p>", "text/html", "text/x-html-safe")


def fields_of(portal_type):
    """Return what an item needs to go through all its states."""
    return {
        "VraagbaakQuestion": {"summary": rich("Kort."), "answer_type": "see_gp"},
        "VraagbaakAnswer": {"contribution": rich("Bijdrage."), "discipline": "huisarts"},
        "EHealthModule": {
            "data_kept": "Antwoorden.",
            "retention": "30 dagen",
            "policy_url": "https://maker.example/privacy",
            "policy_version": "1",
        },
        "SuccessStory": {"situation": "Toen.", "step": "Stap.", "result": "Nu.", "quote_by": "Ria"},
    }.get(portal_type, {})


def user_id(actor):
    """Return the log-in name of an actor."""
    return actor.replace(" ", "-")


class Stage:
    """One item of each type, in one site, and everybody who may come by."""

    def __init__(self, portal):
        self.portal = portal
        self.items = {}
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            self._partners()
            self._people()
            self._items()
        transaction.commit()

    def _make(self, container, portal_type, **fields):
        return createContentInContainer(
            container, portal_type, checkConstraints=False, title="Iets", **{**fields_of(portal_type), **fields}
        )

    def _partners(self):
        self.folder = createContentInContainer(self.portal, "Folder", checkConstraints=False, title="Map")
        api.content.transition(self.folder, "publish")
        self.partners = {name: self._make(self.folder, "PartnerOrganisation") for name in ("one", "two")}
        for partner in self.partners.values():
            api.content.transition(partner, "activate")

    def _people(self):
        for actor, place in ACTORS.items():
            if place is None:
                continue
            groups, partner, kind = place
            api.user.create(username=user_id(actor), email=f"{user_id(actor)}@example.org", password=PASSWORD)
            wanted = [*groups, *([f"{IUUID(self.partners[partner])}-{kind}"] if partner else [])]
            for group in wanted:
                api.group.add_user(groupname=group, username=user_id(actor))

    def _items(self):
        self.desk = self._make(self.portal, "Vraagbaak")
        api.content.transition(self.desk, "open")
        self.question = self.new("VraagbaakQuestion")
        self.put(self.question, "consulting")
        for portal_type in TABLE:
            self.items[portal_type] = self.new(portal_type)

    def new(self, portal_type):
        """Make one more item of this type, as its writer would have."""
        if portal_type == "Vraagbaak":
            return self._make(self.portal, portal_type)
        if portal_type == "VraagbaakQuestion":
            item = self._make(self.desk, portal_type)
            relate(item, "consulted", [self.partners["one"]])
            return item
        if portal_type == "VraagbaakAnswer":
            item = self._make(self.question, portal_type, creators=(user_id("expert who wrote it"),))
            relate(item, "partner", self.partners["one"])
            item.reindexObject()
            return item
        if portal_type == "PartnerOrganisation":
            return self.partners["one"]
        if portal_type == "ServiceOffer":
            return self._make(self.partners["one"], portal_type)
        item = self._make(self.folder, portal_type)
        if portal_type == "EHealthModule":
            relate(item, "supplier", self.partners["two"])
        if portal_type == "SuccessStory":
            owner = self.portal.acl_users.getUserById(user_id("wijkwebber who wrote it"))
            item.changeOwnership(owner)
            item.manage_setLocalRoles(owner.getId(), ["Owner"])
            item.reindexObjectSecurity()
        return item

    def start(self, portal_type, state):
        """Return the item of this type in this state; what it lies in is as public as in daily life."""
        transaction.begin()
        if api.content.get_state(self.partners["one"]) != "active":
            self.put(self.partners["one"], "active")
        item = self.items[portal_type]
        # the edit form of the actor before left its lock
        ILockable(item).clear_locks()
        if state:
            self.put(item, state)
        return item

    def put(self, item, state):
        """Put an item in a state without asking who may."""
        tool = api.portal.get_tool("portal_workflow")
        workflow = tool.getWorkflowsFor(item)[0]
        status = tool.getStatusOf(workflow.id, item) or {}
        tool.setStatusOf(workflow.id, item, {**status, "review_state": state})
        workflow.updateRoleMappingsFor(item)
        item.reindexObject(idxs=["review_state"])
        item.reindexObjectSecurity()
        transaction.commit()

    def token(self, actor):
        """Return the CSRF token of an actor."""
        if actor == "anonymous":
            return ""
        with api.env.adopt_user(username=user_id(actor)):
            return createToken()


def relate(item, name, targets):
    """Lay relations from a field to targets, as saving a form would."""
    intids = getUtility(IIntIds)
    many = isinstance(targets, list)
    values = [RelationValue(intids.getId(target)) for target in (targets if many else [targets])]
    setattr(item, name, values if many else values[0])
    notify(ObjectModifiedEvent(item, Attributes(Interface, f"Schema.{name}")))


def session_of(actor, accept):
    """Return an HTTP session logged in as an actor; redirects are not followed."""
    session = requests.Session()
    session.headers["Accept"] = accept
    if actor != "anonymous":
        session.auth = (user_id(actor), PASSWORD)
    return session


def whole_table(test):
    """Parametrize a test over all cells of the table."""
    rows = list(cells())
    names = ["-".join((portal_type, state, user_id(actor))) for portal_type, state, actor, *_rest in rows]
    return pytest.mark.parametrize("portal_type, state, actor, allowed, transitions", rows, ids=names)(test)


def cells():
    """Yield (type, state, actor, allowed actions, all transitions of the type)."""
    for portal_type, states in TABLE.items():
        acts = {act for row in states.values() for cell in row.values() for act in cell.split()}
        transitions = sorted(acts - {"view", "edit", "delete"})
        for state, row in states.items():
            for actor in ACTORS:
                yield portal_type, state, actor, tuple(row.get(actor, "").split()), tuple(transitions)


def steps_from(portal_type, state):
    """Return the transitions that somebody may take from this state."""
    acts = {act for cell in TABLE[portal_type][state].values() for act in cell.split()}
    return sorted(acts - {"view", "edit", "delete"})
