"""What machines look for below ``/.well-known/``: whom to tell of a leak, where to change a password.

security.txt is RFC 9116. gpc.json says that we respect Global Privacy Control: no data of
anybody are sold or shared, and a visit that asks for it is not counted.
"""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from plone import api
from Products.Five import BrowserView
from samenbeter.hardening.settings import PREFIX
from samenbeter.shared import clock
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

import json


# when what gpc.json says was last looked at
GPC_SINCE = date(2026, 11, 26)
NAMES = ("security.txt", "gpc.json", "change-password")


@implementer(IPublishTraverse)
class WellKnown(BrowserView):
    """The folder ``/.well-known`` of the site."""

    wanted = ""

    def publishTraverse(self, request, name):
        """Take the name of the file off the address.

        :raises NotFound: there is no such file.
        """
        if self.wanted or name not in NAMES:
            raise NotFound(name)
        self.wanted = name
        return self

    def __call__(self):
        """Return the file.

        :raises NotFound: there is none, or the settings do not say what has to stand in it.
        """
        if self.wanted == "change-password":
            self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@change-password", status=302)
            return ""
        text, kind = {"security.txt": (security_txt, "text/plain"), "gpc.json": (gpc, "application/json")}.get(
            self.wanted, (_nothing, "")
        )
        answer = text()
        if answer is None:
            raise NotFound(self.wanted or self.__name__)
        self.request.response.setHeader("Content-Type", f"{kind}; charset=utf-8")
        return answer


def security_txt():
    """Return the text of security.txt, or None when the settings do not say enough, or its day is over."""
    contact = contact_address(_setting("security_contact"))
    expires = _setting("security_expires")
    if not contact or expires is None or expires < clock.today():
        return None
    until = datetime.combine(expires, time(), tzinfo=UTC)
    lines = [f"Contact: {contact}", f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}", "Preferred-Languages: nl, en"]
    policy = _setting("security_policy")
    site = (api.portal.get_registry_record("samenbeter.privacy.site_url", default=None) or "").rstrip("/")
    lines += [f"Policy: {policy}"] if policy else []
    lines += [f"Canonical: {site}/.well-known/security.txt"] if site else []
    return "\n".join(lines) + "\n"


def contact_address(text):
    """Return a contact as an address that programs understand, or "" when it is none."""
    text = (text or "").strip()
    if not text or any(letter.isspace() or not letter.isprintable() for letter in text):
        return ""
    if text.startswith(("https://", "mailto:", "tel:")):
        return text
    return f"mailto:{text}" if "@" in text else ""


def gpc():
    """Return gpc.json."""
    return json.dumps({"gpc": True, "lastUpdate": GPC_SINCE.isoformat()})


def _nothing():
    return None


def _setting(name):
    return api.portal.get_registry_record(f"{PREFIX}.{name}", default=None)
