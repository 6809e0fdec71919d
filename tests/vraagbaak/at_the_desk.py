"""What the tests of the desk make, and how they read a page."""

from actors import relate
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer


def rich(text):
    """Return rich text as a form stores it."""
    return RichTextValue(text, "text/html", "text/x-html-safe")


def make(container, portal_type, *steps, **fields):
    """Make an item as the owner of the site, and take it through these steps of its workflow."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        item = createContentInContainer(container, portal_type, checkConstraints=False, **fields)
        for step in steps:
            api.content.transition(item, step)
    return item


def link(item, name, targets):
    """Lay relations as the owner of the site."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        relate(item, name, targets)


def step(item, *steps):
    """Take an item through steps of its workflow as the owner of the site."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name in steps:
            api.content.transition(item, name)


def at(place, brains):
    """Return the brains of what lies below this place."""
    return [brain for brain in brains if brain.getURL().startswith(place.absolute_url() + "/")]


ANSWERED = {"summary": rich("<p>Sta op.</p>"), "answer_type": "general_information"}


def texts(tree, path):
    """Return the texts that an XPath finds."""
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


def answer(question, *steps, **fields):
    """Add a contribution."""
    fields = {"contribution": rich("<p>Wandel.</p>"), "discipline": "huisarts", **fields}
    return make(question, "VraagbaakAnswer", *steps, **fields)
