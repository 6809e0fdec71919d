"""Make, check, list and revoke tokens of programs.

A token is ``sbt_<id of its record>_<secret>``. Of the secret only a keyed hash is in the vault, with the
account, a title, and the rights that the account had. A token ends at its last day, when it is revoked, and
with the account: when that goes, loses a right, gets another password or logs out.
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from plone import api
from samenbeter import _
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import hardened
from samenbeter.shared import proofs
from samenbeter.shared import vault
from samenbeter.shared.keys import VaultProblem
from samenbeter.shared.limits import Limit
from samenbeter.shared.roles_elsewhere import all_roles
from samenbeter.shared.service_tokens import plugin
from zope.annotation.interfaces import IAnnotations

import hmac
import re
import secrets
import threading


ROOM, KIND = "shared", "service_token"
PURPOSE, PROVIDER = "samenbeter.account", "samenbeter.shared.service_tokens"
MACHINE = vault.Machine(PROVIDER)
COUNTER = "service_token"
PREFIX = "sbt_"
SHAPE = re.compile(r"sbt_([0-9a-f]{32})_([A-Za-z0-9_-]{43})")
MOST_DAYS, USUAL_DAYS = 365, 90
LONGEST_TITLE = 100
# the roles that our groups give, and those that are too much for a program
OURS = ("Vraagbaak Editor", "Expert", "Wijkwebber", "Partner Manager", "Privacy Officer")
TOO_MUCH = ("Manager", "Site Administrator")
# the switch with which people log in with two steps
TWO_STEPS = "second_step"
ACCOUNT, TITLE, DAYS = "account", "title", "days"

# of one token: five requests a second, for a minute
of_token = Limit(300, 60)

NO_ACCOUNT = _("token_no_account", default="Vul de inlognaam in van een account dat er is, precies zoals die is.")
NOT_OURS = _(
    "token_not_ours",
    default="Dit account zit in geen groep van ons. Zet het eerst in een groep, zoals Vraagbaak Editor.",
)
IS_ADMIN = _(
    "token_is_admin", default="Dit account beheert de site. Maak voor een programma een account dat minder mag."
)
NO_TITLE = _("token_no_title", default="Schrijf waarvoor de sleutel is.")
WRONG_DAYS = _("token_days", default="Kies een aantal dagen, van 1 tot en met 365.")


class Refused(ValueError):
    """A token cannot be made like this.

    :param field: ACCOUNT, TITLE or DAYS.
    :param message: what to do, a message.
    """

    def __init__(self, field, message):
        super().__init__(field)
        self.field = field
        self.message = message


@dataclass(frozen=True)
class Token:
    """What is known of a token.

    :param id: of its record.
    :param userid: of the account.
    :param title: what it is for.
    :param made: the date on which it was made.
    :param last_day: the last date on which it lets in.
    :param used: the date on which it last did; None for never, or longer than a year ago.
    """

    id: str
    userid: str
    title: str
    made: date
    last_day: date
    used: date | None = None

    @property
    def ended(self):
        """Return whether its last day is over."""
        return self.last_day < clock.today()


def rights_of(user):
    """Return the roles and groups of a user, which decide what opens for them, as a sorted list."""
    return sorted({*user.getRoles(), *(user.getGroups() if hasattr(user, "getGroups") else ())})


def make(account, title, days=USUAL_DAYS):
    """Make a token for an account; return (the token itself, which nobody sees again, and a Token).

    :param account: the user id or the log-in name.
    :param title: what it is for.
    :param days: how long it lets in, 1..MOST_DAYS.
    :raises Refused: with the first field that is wrong.
    :raises keys.VaultProblem: when the vault is closed.
    """
    member = (api.user.get(userid=account) or api.user.get(username=account)) if account else None
    if member is None:
        raise Refused(ACCOUNT, NO_ACCOUNT)
    rights = rights_of(member)
    if set(TOO_MUCH).intersection(rights):
        raise Refused(ACCOUNT, IS_ADMIN)
    if not set(OURS).intersection(rights):
        raise Refused(ACCOUNT, NOT_OURS)
    title = title.strip()[:LONGEST_TITLE]
    if not title:
        raise Refused(TITLE, NO_TITLE)
    if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= MOST_DAYS:
        raise Refused(DAYS, WRONG_DAYS)
    plugin.install()
    secret, box, today = secrets.token_urlsafe(32), vault.get(), clock.today()
    data = {
        "userid": member.getId(),
        "title": title,
        "made": today.isoformat(),
        "rights": rights,
        # the roles that the account had while who makes this took a second step; a token of before that has none
        "two_steps": sorted(all_roles(member.getUser())) if hardened.is_on(TWO_STEPS) else [],
        "hash": _hashed(secret),
    }
    until = today + timedelta(days=days)
    record_id = box.add(ROOM, KIND, data, purpose=PURPOSE, subject=f"member:{member.getId()}", expires=until)
    _note("share", record_id)
    return f"{PREFIX}{record_id}_{secret}", _token(record_id, data, until)


def _hashed(secret):
    return proofs.hashed("service token", secret)


def _note(action, record_id):
    audit.note(
        action,
        subject=vault.get().record(record_id).subject,
        object=record_id,
        section=f"{ROOM}.{KIND}",
        basis=PURPOSE,
    )


def check(text):
    """Return (id, user id, rights that the account had, roles that two steps stand behind) of a token that lets in.

    None for any other text.

    :raises keys.VaultProblem: when the vault is closed.
    """
    found = SHAPE.fullmatch(text)
    record = _record(found.group(1)) if found else None
    if record is None or record.frozen or record.expires < clock.today():
        return None
    data = vault.get().read(record.id, MACHINE)
    if not hmac.compare_digest(data["hash"], _hashed(found.group(2))):
        return None
    return record.id, data["userid"], data["rights"], data.get("two_steps", ())


def _record(record_id):
    try:
        record = vault.get().record(record_id)
    except vault.NoRecord:
        return None
    return record if (record.room, record.kind) == (ROOM, KIND) else None


def everything():
    """Return all Tokens, those that end first at the front."""
    box = vault.get()
    used = _last_days()
    found = []
    for record_id in list(box.find(room=ROOM, kind=KIND)):
        data = box.read(record_id, MACHINE)
        found.append(_token(record_id, data, box.record(record_id).expires, used.get(record_id)))
    return sorted(found, key=lambda token: (token.last_day, token.title, token.id))


def _token(record_id, data, until, used=None):
    return Token(record_id, data["userid"], data["title"], date.fromisoformat(data["made"]), until, used)


def revoke(record_id):
    """End a token at once; return whether it was there."""
    if _record(record_id) is None:
        return False
    _note("delete", record_id)
    return vault.get().erase(record_id)


def end_all(userid):
    """End all tokens of an account; return whether there were any. A vault that is closed lets nobody in anyway."""
    box = IAnnotations(api.portal.get()).get(vault.KEY)
    if not userid or box is None:
        return False
    try:
        found = list(box.find(subject=f"member:{userid}", room=ROOM, kind=KIND))
    except VaultProblem:
        return False
    # all of them, not only the first
    return sum(map(box.erase, found)) > 0


def left(userid):
    """Return whether an account has any token."""
    box = IAnnotations(api.portal.get()).get(vault.KEY)
    try:
        return box is not None and any(box.find(subject=f"member:{userid}", room=ROOM, kind=KIND))
    except VaultProblem:
        return False


# -- when it was last used: a day, counted outside the database

_seen, _lock = {}, threading.Lock()


def note_use(record_id):
    """Remember that a token let somebody in today; a process does so once a day."""
    today = clock.today()
    with _lock:
        if _seen.get(record_id) == today:
            return
        _seen[record_id] = today
    counters.count(COUNTER, record_id)


def _last_days():
    """Return {id: date of the last day on which it was used}."""
    found = {}
    for key, periods in counters.series(COUNTER).items():
        days = [date.fromisoformat(period) for period in periods if len(period) == 10]
        if days and len(key) == 2:
            found[key[1]] = max(days)
    return found
