"""A neighbourhood in which somebody looks for what is not theirs: people of each kind, and what they made."""

from actors import relate
from actors import rich
from at_the_door import Client
from at_the_door import forget
from at_the_door import form
from at_the_door import people
from at_the_door import rest
from photos import picture
from photos import saved
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from plone.uuid.interfaces import IUUID

import transaction


PAGE, DATA = "text/html", "application/json"
# what nobody may find out: words in what is private, and who asked
ORIGINAL = "waterspreeuw"
ASKER = ("asker-5c1d", "Wollegras", "vraagster@geheim.example")
PEOPLE = {"anna": "", "bram": "", "redactie": "Vraagbaak Editor", "wijkwebber": "Wijkwebber", "zorg": "", "anders": ""}


def make(container, portal_type, *steps, **fields):
    """Make an item as the owner of the site, and take it through these steps of its workflow."""
    item = createContentInContainer(container, portal_type, checkConstraints=False, **fields)
    for step in steps:
        api.content.transition(item, step)
    return item


class Neighbourhood:
    """The site, and a client for each of its people and for visitors."""

    def __init__(self, portal):
        forget()
        self.portal = portal
        for name, group in PEOPLE.items():
            people(name, group=group)
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            self._fill()
        transaction.commit()

    def _fill(self):
        userid, name, email = ASKER
        api.user.create(username=userid, email=email, password="x" * 20, properties={"fullname": name})
        self.folder = make(self.portal, "Folder", "publish", title="Verhalen")
        self.partners = [make(self.portal, "PartnerOrganisation", "activate", title=one) for one in ("Een", "Twee")]
        for who, partner in zip(("zorg", "anders"), self.partners, strict=True):
            api.group.add_user(groupname=f"{IUUID(partner)}-experts", username=who)
        desk = make(self.portal, "Vraagbaak", "open", title="Vraagbaak")
        fields = {"summary": rich("Kort."), "answer_type": "see_gp"}
        self.question = make(desk, "VraagbaakQuestion", title="Hoe slaap ik beter?", **fields)
        self.other = make(desk, "VraagbaakQuestion", title="Een andere roerdomp", **fields)
        for question in (self.question, self.other):
            # as if a resident had typed it in themselves
            question.creators, question.contributors = (userid,), (name,)
            question.reindexObject()
        relate(self.question, "consulted", self.partners)
        api.content.transition(self.question, "consult")

    def story(self, **fields):
        """Make a public story with a portrait."""
        transaction.begin()
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            portrait = NamedBlobImage(saved(picture(), "JPEG"), filename="portret.jpg")
            words = {"situation": "Toen.", "step": "Stap.", "result": "Nu.", "quote_by": "Ria", "portrait_alt": "Ria"}
            steps = ("request_consent", "review", "publish")
            item = make(self.folder, "SuccessStory", *steps, portrait=portrait, themes=["slapen"], **words, **fields)
        transaction.commit()
        return item

    def client(self, who, accept=PAGE):
        """Return a browser or a program of somebody, logged in the way it would; ``visitor`` is not."""
        if who == "visitor":
            return Client(self.portal, accept)
        client, answer = (rest if accept == DATA else form)(self.portal, who)
        assert answer.status_code in (200, 302)
        return client

    def path(self, item):
        """Return the address of an item below that of the site."""
        return item.absolute_url().removeprefix(self.portal.absolute_url())


def said(answer, words):
    """Return which words an answer says; what stood in the question itself, it does not tell."""
    text = answer.text + repr(dict(answer.headers))
    return [word for word in words if word in text and word not in answer.request.url]
