"""Fill a site with the example neighbourhood: folders, content, accounts, states.

The texts are YAML files in ``content/``; their keys are the names of the
schema fields, ``ref`` is a key of their own by which they point at each other.
"""

from datetime import datetime
from datetime import timedelta
from plone import api
from plone.app.textfield import RichTextValue
from plone.app.textfield.interfaces import IRichText
from plone.base.interfaces.syndication import IFeedSettings
from plone.dexterity.utils import createContentInContainer
from plone.dexterity.utils import iterSchemataForType
from plone.namedfile.file import NamedBlobImage
from plone.namedfile.interfaces import INamedImageField
from plone.uuid.interfaces import IUUID
from samenbeter.demo import private
from samenbeter.demo.accounts import ACCOUNTS
from samenbeter.demo.accounts import PASSWORD
from samenbeter.demo.moving import move
from samenbeter.demo.texts import load
from z3c.relationfield import RelationValue
from z3c.relationfield.interfaces import IRelationChoice
from z3c.relationfield.interfaces import IRelationList
from zope.component import getUtility
from zope.event import notify
from zope.interface import Interface
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import getFieldsInOrder

import importlib.resources
import pytz


# as plone.event stores it: zoneinfo objects cannot be pickled by the ZODB
TIMEZONE = pytz.timezone("Europe/Amsterdam")
FRONT_PAGE = "samenbeter-front"
# what the interface can be read in
LANGUAGES = ("nl", "en")
CACHING = "plone.caching.interfaces.ICacheSettings.enabled"
# of which people can follow what is new
WITH_FEED = ("vraagbaak", "verhalen", "agenda")
# id, title, description, layout
FOLDERS = (
    ("modules", "Modules", "Zelf aan de slag, thuis en in je eigen tempo.", "samenbeter-modules"),
    ("verhalen", "Verhalen", "Mensen uit Lindenhof vertellen wat hun lukte.", "samenbeter-stories"),
    ("partners", "Partners", "Wie er in de wijk voor je klaarstaat.", "samenbeter-partners"),
    ("agenda", "Agenda", "Waar je mensen ontmoet, in de wijk en online.", "samenbeter-meetings"),
    ("wijkkrant", "Wijkkrant", "Verhalen en antwoorden op papier.", None),
)


class Demo:
    """One run: remembers what was made by its ref, and which relations are still to be laid."""

    def __init__(self, portal):
        self.portal = portal
        self.made = {}
        self.relations = []
        self.states = []

    def create(self, container, portal_type, entry, **more):
        """Create one item from its YAML entry; relations and state follow when all is there."""
        values, relations = split_values(portal_type, entry)
        obj = createContentInContainer(container, portal_type, checkConstraints=False, **values, **more)
        if "ref" in entry:
            self.made[entry["ref"]] = obj
        if relations:
            self.relations.append((obj, relations))
        if "state" in entry:
            self.states.append((obj, entry["state"]))
        return obj

    def lay_relations(self):
        """Point items at each other, now that all of them are there."""
        intids = getUtility(IIntIds)
        for obj, relations in self.relations:
            for name, refs in relations.items():
                values = [RelationValue(intids.getId(self.made[ref])) for ref in listed(refs)]
                setattr(obj, name, values if isinstance(refs, list) else values[0])
            notify(ObjectModifiedEvent(obj, Attributes(Interface, *relations)))

    def reach_states(self):
        """Move everything to its state, what lies inside first."""
        for obj, state in reversed(self.states):
            move(obj, state)


def listed(value):
    """Return a list of one or more."""
    return value if isinstance(value, list) else [value]


def split_values(portal_type, entry):
    """Return (values for the factory, {relation field: refs})."""
    values, relations = {}, {}
    for schema in iterSchemataForType(portal_type):
        for name, field in getFieldsInOrder(schema):
            if entry.get(name) is None:
                continue
            if IRelationChoice.providedBy(field) or IRelationList.providedBy(field):
                relations[name] = entry[name]
            else:
                values[name] = value_for(field, entry[name])
    return values, relations


def value_for(field, raw):
    """Return what a field stores for what the YAML says."""
    if IRichText.providedBy(field):
        return RichTextValue(raw.strip(), "text/html", "text/x-html-safe")
    if INamedImageField.providedBy(field):
        data = importlib.resources.files("samenbeter.demo").joinpath("content", "images", raw).read_bytes()
        return NamedBlobImage(data=data, filename=raw)
    if isinstance(raw, str):
        return raw.strip()
    return raw


def fill(portal):
    """Fill the site. Run again on a filled site it changes nothing."""
    if "vraagbaak" in portal:
        return
    demo = Demo(portal)
    make_folders(demo)
    for entry in load("partners.yaml"):
        partner = demo.create(portal["partners"], "PartnerOrganisation", entry)
        for offer in entry.get("offers", ()):
            demo.create(partner, "ServiceOffer", offer)
    for entry in load("modules.yaml"):
        demo.create(portal["modules"], "EHealthModule", entry)
    for entry in load("stories.yaml"):
        demo.create(portal["verhalen"], "SuccessStory", entry)
    for entry in load("meetings.yaml"):
        make_meeting(demo, entry)
    make_accounts(demo)
    for part in (1, 2, 3):
        for entry in load(f"questions-{part}.yaml"):
            make_question(demo, entry)
    demo.lay_relations()
    demo.reach_states()
    finish(portal)
    private.fill(portal["vraagbaak"], demo.made)


def make_folders(demo):
    """Make the desk, the folders of the rooms and the pages about the platform."""
    portal = demo.portal
    entry = load("vraagbaak.yaml")
    demo.create(portal, "Vraagbaak", {**entry, "state": "open"}, id="vraagbaak")
    demo.create(portal, "Vraagbaak", load("vraagbaak-jong.yaml"), id="vraagbaak-jong")
    for name, title, description, layout in FOLDERS:
        folder = createContentInContainer(
            portal, "Folder", checkConstraints=False, id=name, title=title, description=description
        )
        if layout:
            folder.setLayout(layout)
        else:
            folder.exclude_from_nav = True
            folder.reindexObject(idxs=["exclude_from_nav"])
        demo.states.append((folder, "published"))
    for page in load("pages.yaml"):
        demo.create(portal, "Document", {**page, "state": "published"}, id=page["ref"], exclude_from_nav=True)


def make_meeting(demo, entry):
    """Make a meeting so many days from today, so that the agenda is never empty."""
    hour, minute = map(int, str(entry["start_time"]).split(":"))
    day = datetime.now(TIMEZONE).replace(tzinfo=None, hour=hour, minute=minute, second=0, microsecond=0)
    start = TIMEZONE.localize(day + timedelta(days=entry["starts_in_days"]))
    end = start + timedelta(minutes=entry["duration_minutes"])
    demo.create(demo.portal["agenda"], "Event", entry, start=start, end=end)


def make_question(demo, entry):
    """Make a question and its contributions, each written by its expert."""
    question = demo.create(demo.portal["vraagbaak"], "VraagbaakQuestion", entry)
    for part in entry.get("answers", ()):
        answer = demo.create(question, "VraagbaakAnswer", part)
        if part.get("author"):
            answer.creators = (part["author"],)
            answer.reindexObject()


def make_accounts(demo):
    """Make the people who can log in."""
    for account in ACCOUNTS:
        api.user.create(
            username=account.id,
            email=account.email,
            password=PASSWORD,
            properties={"fullname": account.fullname},
        )
        groups = list(account.groups)
        if account.partner:
            groups.append(f"{IUUID(demo.made[account.partner])}-{account.partner_group}")
        for group in groups:
            api.group.add_user(groupname=group, username=account.id)


def finish(portal):
    """Give the editors the agenda, the site its front page, and machines their sitemap and feeds."""
    for folder, group in (("agenda", "Vraagbaak Editor"),):
        api.group.grant_roles(groupname=group, roles=["Contributor", "Editor", "Reviewer"], obj=portal[folder])
        portal[folder].reindexObjectSecurity()
    portal.setLayout(FRONT_PAGE)
    languages = api.portal.get_registry_record("plone.available_languages")
    api.portal.set_registry_record("plone.available_languages", list(dict.fromkeys([*languages, *LANGUAGES])))
    api.portal.set_registry_record("plone.enable_sitemap", True)
    api.portal.set_registry_record(CACHING, True)
    for place in WITH_FEED:
        IFeedSettings(portal[place]).enabled = True
    api.portal.set_registry_record(
        "samenbeter.shared.footer_links",
        [f"{page['title']}|/{page['ref']}" for page in load("pages.yaml")],
    )
