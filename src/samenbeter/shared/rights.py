"""The words in which rooms and the rights of a resident meet: who, what there is, what went.

Identity is one of two things: an account, or a mail address that somebody proved by a
link. An account never answers for what was left under a mail address: anybody can
write any address into a profile.
"""

from dataclasses import dataclass
from dataclasses import field
from typing import Any


SIZE = 100  # items in a page of an export
PSEUDONYM = "pseudonym:"  # before what the vault calls somebody


@dataclass(frozen=True)
class Subject:
    """A person, known by an account or by a mail address; never both.

    :param userid: the id of the account; "".
    :param email: the mail address; "".
    :param pseudonym: what the vault calls somebody of whom no more is known, as when an
        erasure is replayed; "".
    :param party: only what is with this party; "": with all.
    """

    userid: str = ""
    email: str = ""
    pseudonym: str = ""
    party: str = ""

    @property
    def key(self):
        """Return how the vault knows this person: to be handed to ``Vault.add`` and ``Vault.find``."""
        if self.userid:
            return f"member:{self.userid}"
        return f"{PSEUDONYM}{self.pseudonym}" if self.pseudonym else f"mail:{self.email.strip().lower()}"


@dataclass(frozen=True)
class Item:
    """One thing in an export.

    :param id: opaque, the same each time.
    :param title: what it is, a message or text.
    :param values: [(label, text)], in order; a label is a message.
    :param data: the same for machines, what JSON can say.
    :param party: with whom: vault.PLATFORM, "partner:<UID>", "module:<UID>".
    :param created: a datetime or None.
    :param expires: the date on which it is erased, or None.
    :param files: {name: bytes}.
    """

    id: str
    title: Any
    values: tuple = ()
    data: Any = None
    party: str = "platform"
    created: Any = None
    expires: Any = None
    files: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """A page of an export: its items, and whether it is the last one."""

    items: tuple = ()
    done: bool = True


@dataclass(frozen=True)
class Erased:
    """What an erasure did: how many items went, how many stay, and why those do (messages)."""

    removed: int = 0
    retained: int = 0
    reasons: tuple = ()
