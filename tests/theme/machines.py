"""How the tests of feeds, data and addresses ask the demo site, as a visitor or with an account."""

from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.demo.accounts import ACCOUNTS
from samenbeter.demo.accounts import PASSWORD

import json
import requests


KINDS = {
    "question": ("VraagbaakQuestion", "published"),
    "story": ("SuccessStory", "published"),
    "partner": ("PartnerOrganisation", "active"),
    "offer": ("ServiceOffer", "active"),
    "module": ("EHealthModule", "published"),
    "meeting": ("Event", "published"),
}


def get(url, user=None, method="GET", accept="text/html", **kw):
    """Return the answer to a request, without following it."""
    auth = (user, PASSWORD) if user else None
    kw.setdefault("allow_redirects", False)
    return requests.request(method, url, headers={"Accept": accept}, auth=auth, timeout=60, **kw)


def one(kind, **query):
    """Return the address of a public item of a kind: the newest, which is no question of an asker.

    The day of those is rounded, and they leave the site when somebody else changes their words.
    """
    portal_type, state = KINDS[kind]
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        found = api.content.find(
            portal_type=portal_type, review_state=state, sort_on="created", sort_order="reverse", **query
        )
    return found[0].getURL()


def graph_of(text):
    """Return what a page says in words of schema.org; nothing when it says nothing."""
    found = html.fromstring(text).xpath("//script[@type='application/ld+json']/text()")
    return json.loads(found[0])["@graph"] if found else []


def people():
    """Return what names a person with an account: ids, names, mail addresses."""
    ids = {account.id for account in ACCOUNTS} - {"partner", "privacy", "redactie", "zorg", "welzijn", "wijkwebber"}
    return ids | {account.fullname for account in ACCOUNTS} | {account.email for account in ACCOUNTS}


def says(text, words):
    """Return the words that stand in a text."""
    return sorted(word for word in words if word.lower() in text.lower())
