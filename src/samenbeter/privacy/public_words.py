"""What everybody may know already: names, numbers and addresses of partners, offers, meetings and the site itself.

They say nothing about a resident, so no text needs to be without them.
"""

from functools import cached_property
from plone import api
from samenbeter.privacy.controller import controller
from samenbeter.shared import counts
from samenbeter.shared import marks
from urllib.parse import urlsplit

import re


# type: its state in which everybody may read it
PUBLIC = {"PartnerOrganisation": "active", "ServiceOffer": "active", "Event": "published", "EHealthModule": "published"}
# the fields of those that are there to be known
CONTACTS = (
    "phone",
    "email",
    "privacy_contact",
    "website",
    "url",
    "street",
    "postal_code",
    "location",
    "contact_name",
    "contact_phone",
    "contact_email",
    "event_url",
    "policy_url",
    "launch_url",
)
_SPACE = re.compile(r"[\W_]+")
_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Za-z]{2})\b")
_NOT_DIGIT = re.compile(r"\D")


class PublicWords:
    """Answers whether something is known to everybody; looks at the content only when it is asked.

    :param obj: an item whose own contacts count too, and those of what it lies in.
    """

    def __init__(self, obj=None):
        self.obj = obj

    def knows(self, kind, words):
        """Return whether what was marked as this kind is public.

        :param kind: one of shared.marks.KINDS.
        :param words: what was marked.
        """
        if kind == marks.NAME:
            return _has(self.names(words), words)
        if kind == marks.PHONE:
            return _number(words) in self._numbers
        if kind == marks.URL:
            return _host(words) in self._hosts
        if kind == marks.POSTCODE:
            return _postcode(words) in self._postcodes
        if kind in (marks.EMAIL, marks.ADDRESS):
            return any(_within(_plain(words), contact) for contact in self._plain_contacts)
        return False

    def names(self, words):
        """Return the names with these words in them, of partners, offers, meetings and modules: one look in an index.

        The more there are of them, the longer it would take to go through all.
        """
        wanted = _plain(words)
        catalog = api.portal.get_tool("portal_catalog")
        # a word of the query language is a word here; the index is asked itself, because a query of the catalog
        # would first index what this request is still busy with, item by item
        found = counts.scores(catalog, "Title", " ".join(f'"{word}"' for word in wanted.split())) if wanted else {}
        rows = [catalog.getMetadataForRID(rid) for rid in found]
        return [_plain(row["Title"]) for row in rows if PUBLIC.get(row["portal_type"], "-") == row["review_state"]]

    @cached_property
    def _contacts(self):
        brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type=list(PUBLIC))
        public = [brain for brain in brains if brain.review_state == PUBLIC[brain.portal_type]]
        items = [brain._unrestrictedGetObject() for brain in public]
        if self.obj is not None:
            items += [self.obj, self.obj.aq_parent]
        found = [getattr(item.aq_base, name, None) for item in items for name in CONTACTS]
        return [*(value for value in found if isinstance(value, str)), *self._of_site]

    @property
    def _of_site(self):
        site = controller()
        return [site.address, site.email, site.phone, site.officer, api.portal.get().absolute_url()]

    @cached_property
    def _plain_contacts(self):
        return [_plain(contact) for contact in self._contacts]

    @cached_property
    def _postcodes(self):
        return {_postcode(contact) for contact in self._contacts} - {""}

    @cached_property
    def _numbers(self):
        return {_number(contact) for contact in self._contacts} - {""}

    @cached_property
    def _hosts(self):
        return {_host(contact) for contact in self._contacts} - {""}


def _has(names, words):
    """Return whether words are a public name: all of it, or two words of it at least."""
    wanted = _plain(words)
    return any(name == wanted or (" " in wanted and _within(wanted, name)) for name in names)


def _within(words, text):
    return bool(words) and f" {words} " in f" {text} "


def _plain(text):
    return _SPACE.sub(" ", text.casefold()).strip()


def _postcode(text):
    found = _POSTCODE.search(text)
    return (found[1] + found[2]).upper() if found else ""


def _number(text):
    digits = _NOT_DIGIT.sub("", text)
    for country in ("0031", "31"):
        if digits.startswith(country) and len(digits) > 9:
            return "0" + digits.removeprefix(country).removeprefix("0")
    return digits if len(digits) > 2 else ""


def _host(text):
    text = text.strip()
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host or host == "localhost" else ""
