"""Reading pages of the demo site as a visitor or a member, and what they say of their language."""

from bs4 import BeautifulSoup
from plone import api
from samenbeter.demo.accounts import PASSWORD

import contextlib
import requests
import transaction


EN = "You are here"
JSON = {"Accept": "application/json"}


def fetch(url, user=None, method="GET", **kw):
    """Ask for a page as a browser does, without following."""
    kw.setdefault("headers", {"Accept": "text/html"})
    kw.setdefault("allow_redirects", False)
    auth = (user, PASSWORD) if user else None
    return requests.request(method, url, auth=auth, timeout=60, **kw)


def soup(answer):
    """Return a page as a tree."""
    return BeautifulSoup(answer.text, "html.parser")


def lang(answer):
    """Return the language that a page says it is in."""
    return soup(answer).html["lang"]


def leads(page):
    """Return where the links and forms of a page lead, but the links to other languages and to what machines read."""
    for element in page.find_all(["a", "form", "iframe"]):
        address = element.get("href") or element.get("action") or element.get("src") or ""
        for_others = element.get("hreflang") or element.get("type") == "application/ld+json"
        if not for_others and address.startswith("http"):
            yield address


def language_links(page):
    """Return {code: address} of the links to the same page in other languages."""
    return {a["hreflang"]: a["href"] for a in page.select(".sb-langs a")}


def to_url(site, brain):
    """Return the address of a brain below this address of the site."""
    return "/".join([site, *brain.getPath().split("/")[2:]])


def a_question(portal):
    """Return the address below the site of a published question."""
    brain = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="VraagbaakQuestion", review_state="published", sort_on="getId"
    )[0]
    return brain.getPath().removeprefix("/".join(portal.getPhysicalPath()))


@contextlib.contextmanager
def changed(portal, **records):
    """Run with other settings of the site."""
    before = {name: api.portal.get_registry_record(f"plone.{name}") for name in records}
    for name, value in records.items():
        api.portal.set_registry_record(f"plone.{name}", value)
    transaction.commit()
    yield
    transaction.begin()
    for name, value in before.items():
        api.portal.set_registry_record(f"plone.{name}", value)
    transaction.commit()


@contextlib.contextmanager
def saved(name, language):
    """Run with the language that a member saved."""
    api.user.get(username=name).setMemberProperties({"language": language})
    transaction.commit()
    yield
    transaction.begin()
    api.user.get(username=name).setMemberProperties({"language": ""})
    transaction.commit()
