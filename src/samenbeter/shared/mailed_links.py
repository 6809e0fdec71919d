"""Links that are mailed: each works once, and not for long.

A link is a record of the vault and a secret. The vault keeps the secret as a keyed hash,
so who reads the database cannot open a link. Opening the page of a link changes nothing,
for programs that look through mail open them all: the button on it uses the link up.

A room has its own kind of links: it makes one ``MailedLinks`` for them.
"""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from plone import api
from samenbeter.shared import clock
from samenbeter.shared import mail
from samenbeter.shared import proofs
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject

import hmac
import secrets


SITE_URL = "samenbeter.privacy.site_url"


@dataclass(frozen=True)
class Link:
    """One link: the id of its record, what it is for, whose it is, and what more was kept with it."""

    id: str
    use: str
    subject: Subject
    data: dict


def is_address(text):
    """Return whether a text is one mail address, to which can be mailed."""
    try:
        mail.clean_address(text)
    except mail.NoAddress:
        return False
    return "." in text.rpartition("@")[2]


def page_address(page):
    """Return the address of a page of the site, for in a mail.

    Who asks can say any host in a request, and the link must not lead there: the settings say the right one.
    """
    site = api.portal.get_registry_record(SITE_URL, default=None) or api.portal.get().absolute_url()
    return f"{site.rstrip('/')}/{page}"


class MailedLinks:
    """The links of one room.

    :param room: the room that keeps them.
    :param kind: what they are called in the vault; a provider of personal data answers for them.
    :param purpose: the id of the purpose for which they are kept.
    :param page: the name of the page that a link leads to.
    """

    def __init__(self, room, kind, purpose, page):
        self.room, self.kind, self.purpose, self.page = room, kind, purpose, page
        self.access = vault.Machine(f"samenbeter.{room}.links")

    def make(self, use, subject, *, minutes, **data):
        """Keep a link in the current transaction, and return its code.

        :param use: what it is for, a word of the room.
        :param subject: a Subject.
        :param data: what is needed when it is used.
        """
        secret = secrets.token_urlsafe(24)
        until = clock.now() + timedelta(minutes=minutes)
        kept = {
            "use": use,
            "secret": proofs.hashed("link", secret),
            "until": until.isoformat(),
            "userid": subject.userid,
            "email": subject.email,
            **data,
        }
        record = vault.get().add(
            self.room, self.kind, kept, purpose=self.purpose, subject=subject.key, expires=until.date()
        )
        return f"{record}.{secret}"

    def address(self, code):
        """Return the address that is mailed."""
        return f"{page_address(self.page)}?code={code}"

    def letter(self, before, code, after):
        """Return the text of a mail with a link.

        :param before: what to do with it, a text.
        :param after: what else there is to say, a text.
        """
        return f"{before}\n\n{self.address(code)}\n\n{after}\n"

    def look(self, code):
        """Return the Link of a code, or None when it is no code, was used, or is too old: nobody can tell which."""
        record, _dot, secret = str(code).partition(".")
        link = self.by_id(record)
        if link is None or not hmac.compare_digest(
            link.data["secret"].encode(), proofs.hashed("link", secret).encode()
        ):
            return None
        return link

    def by_id(self, record):
        """Return the Link of a record, without its secret, or None: for who proved it in another way."""
        try:
            closed = vault.get().record(record)
            if (closed.room, closed.kind) != (self.room, self.kind):
                return None
            kept = vault.get().read(record, self.access)
        except vault.NoRecord:
            return None
        if datetime.fromisoformat(kept["until"]) <= clock.now():
            return None
        return Link(record, kept["use"], Subject(userid=kept["userid"], email=kept["email"]), kept)
