"""A site where people write a citizen service number (BSN), and places where something of it could be left."""

from base64 import b64encode
from my_rights import add_user
from my_rights import PASSWORD
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.interfaces import IPersonalDataDetector
from stand_in import StandIn
from zope.component import queryUtility

import logging
import requests
import transaction


# passes the eleven-test; of nobody
NUMBER = "111222333"
# as people write it, and as somebody writes it who wants it to get through
SPELLINGS = {
    "plain": "111222333",
    "dots": "111.222.333",
    "spaces": "111 222 333",
    "dashes": "111-222-333",
    "other groups": "1112 22 333",
    "no-break spaces": "111\u00a0222\u00a0333",
    "full-width": "\uff11\uff11\uff11\uff12\uff12\uff12\uff13\uff13\uff13",
    "arabic": "\u0661\u0661\u0661\u0662\u0662\u0662\u0663\u0663\u0663",
    "zero-width": "111\u200b222\u200b333",
    "joiners": "1\u200d1\u200d1\u200d2\u200d2\u200d2\u200d3\u200d3\u200d3",
    "soft hyphens": "111\u00ad222\u00ad333",
    "byte order marks": "111\ufeff222\ufeff333",
    "in a tag": "111<b>222</b>333",
    "entities": "111&nbsp;222&nbsp;333",
    "numeric entities": "&#49;11222333",
}
# what would be left of each in bytes
TRACES = tuple({spelling.encode() for spelling in SPELLINGS.values()})
USERS = {"anna": "", "zorg": "", "redactie": "Vraagbaak Editor", "wijk": "Wijkwebber", "privacy": "Privacy Officer"}
JSON = {"Accept": "application/json"}


class Heard(logging.Handler):
    """All that is logged."""

    def __init__(self):
        super().__init__(logging.INFO)
        self.lines = []

    def emit(self, record):
        """Keep a line, with its traceback."""
        self.lines.append(logging.Formatter().format(record))


def build(portal):
    """Put people and a desk in the site."""
    if queryUtility(IPersonalDataDetector) is None:
        portal.getSiteManager().registerUtility(StandIn(), IPersonalDataDetector)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in USERS.items():
            add_user(name, group)
        desk = api.content.create(portal, "Vraagbaak", "vraagbaak", title="Vraagbaak")
        api.content.transition(desk, "open")
        partners = api.content.create(portal, "Folder", "partners", title="Partners")
        api.content.create(partners, "PartnerOrganisation", "zorg", title="De zorg")
        api.content.create(desk, "VraagbaakQuestion", "vraag", title="Ik slaap slecht")
    transaction.commit()
    return portal


def as_user(name):
    """Return an HTTP session of a program."""
    session = requests.Session()
    session.headers.update(JSON)
    if name:
        session.auth = (name, PASSWORD)
    return session


def upload_metadata(name):
    """Return the header with the name of a file that is uploaded in parts."""
    return f"filename {b64encode(name.encode()).decode()}"


def left_in(text):
    """Return the spellings that are in a text or in bytes."""
    whole = text if isinstance(text, bytes) else text.encode()
    return sorted(trace.decode() for trace in TRACES if trace in whole)


def left_in_database(layer):
    """Return the spellings that are in the bytes of the database of a layer, also in old states and big files."""
    storage, found = layer["zodbDB"].storage, set()
    for change in storage.changes.iterator() if hasattr(storage, "changes") else storage.iterator():
        for record in change:
            found.update(left_in(record.data or b""))
        found.update(left_in(bytes(change.user) + bytes(change.description)))
    return sorted(found)
