"""Accounts that nobody uses any more: warned a month before, then erased through the journal.

Off until the site says after how many days (``shared.periods``). Only people who have
no role beyond that of a member; who works on the site is known to others.
"""

from contextlib import suppress
from datetime import date
from datetime import timedelta
from datetime import timezone
from plone import api
from samenbeter import _
from samenbeter.interfaces import IJob
from samenbeter.privacy import erasing
from samenbeter.privacy.following import MEMBER
from samenbeter.shared import clock
from samenbeter.shared import mail
from samenbeter.shared import periods
from samenbeter.shared import rights
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer


ROOM, KIND = "privacy", "inactive"
MACHINE = vault.Machine("samenbeter.privacy.inactive")
WARNING = timedelta(days=30)
ADDRESS = "samenbeter.privacy.site_url"
BATCH = 100
OWN_ROLES = frozenset(("Authenticated", "Member"))
# what Plone keeps of who never logged in
NEVER = 2000

SUBJECT = _("inactive_mail_subject", default="Je account op ${site}")
# one message for each paragraph: a translation keeps no empty lines
BODY = (
    _(
        "inactive_mail_why",
        default="Je bent al lang niet op ${site} geweest. Op ${date} wissen wij je account, met alles erin.",
    ),
    _("inactive_mail_keep", default="Wil je je account houden? Log dan voor die dag een keer in: ${url}"),
    _("inactive_mail_stop", default="Wil je het niet meer? Dan hoef je niets te doen."),
)


def subject_of(userid):
    """Return the Subject of an account."""
    return rights.Subject(userid=userid)


def accounts():
    """Yield (user id, the day of the last log-in or None for never); opens no member."""
    for userid in api.portal.get_tool("acl_users").source_users._user_passwords:
        yield userid, last_use(userid)


def last_use(userid):
    """Return the day of the last log-in, or None for never."""
    stored = api.portal.get_tool("acl_users").mutable_properties._storage
    login_time = (stored.get(userid) or {}).get("login_time")
    if login_time is None or login_time.year() <= NEVER:
        return None
    return login_time.asdatetime().astimezone(timezone.utc).date()


def idle(now):
    """Yield (user id, last day of use, Mark) of accounts that are to be warned or to go.

    :param now: a moment, in UTC.
    """
    kept = periods.days(MEMBER)
    if kept is None:
        return
    # a short time is not all warning
    latest = now.date() - max(timedelta(days=kept) - WARNING, timedelta(days=kept) / 2)
    for userid, last in accounts():
        if last is not None and last > latest:
            continue
        mark = Mark(userid)
        # of who never logged in Plone does not know since when there is an account
        since = last or mark.since
        if since is None or (since <= latest and _is_plain(userid)):
            yield userid, since, mark


def _is_plain(userid):
    user = api.portal.get_tool("acl_users").getUserById(userid)
    return user is not None and OWN_ROLES.issuperset(user.getRoles())


class Mark:
    """What is remembered of an account that nobody uses: a record in the vault."""

    def __init__(self, userid):
        self.box = vault.get()
        self.key = subject_of(userid).key
        self.id = next(self.box.find(subject=self.key, room=ROOM, kind=KIND), None)
        self.data = self.box.read(self.id, MACHINE) if self.id else {}

    @property
    def since(self):
        """Return the day on which the account was first seen unused, or None."""
        return date.fromisoformat(self.data["seen"]) if self.id else None

    def warned_since(self, last):
        """Return the day on which its owner was warned after the last use, or None."""
        day = self.data.get("warned")
        return date.fromisoformat(day) if day and date.fromisoformat(day) >= last else None

    def put(self, **more):
        """Remember something, in the current transaction."""
        self.data = {"seen": clock.today().isoformat(), **self.data, **more}
        if self.id:
            self.box.replace(self.id, self.data)
        else:
            self.id = self.box.add(ROOM, KIND, self.data, purpose="samenbeter.account", subject=self.key)


def overdue(now):
    """Yield (user id, Mark) of accounts that go now: warned, and not used since."""
    kept = periods.days(MEMBER)
    for userid, last, mark in idle(now):
        warned = mark.warned_since(last) if last is not None else None
        if (
            warned is not None
            and warned <= now.date() - WARNING
            and last <= now.date() - timedelta(days=kept)
            and not mark.data.get("handed")
            and not erasing.is_restricted(mark.key)
        ):
            yield userid, mark


def hand_over(now, limit):
    """Write at most so many of these accounts into the journal of erasures; return how many."""
    found = [pair for pair, _number in zip(overdue(now), range(limit), strict=False)]
    for userid, mark in found:
        mark.put(handed=erasing.begin(subject_of(userid)))
    return len(found)


def warn(userid):
    """Warn the owner of an account, in the current transaction; return whether that was done now.

    Of who never logged in it is first remembered that the account is there.
    """
    last = last_use(userid)
    mark = Mark(userid)
    if last is None and mark.since is None:
        mark.put()
        return False
    if mark.warned_since(last or mark.since) is not None:
        return False
    day = clock.today() + WARNING
    address = api.user.get(userid=userid).getProperty("email")
    mark.put(warned=clock.today().isoformat(), handed=None)
    with suppress(mail.NoAddress):
        # without an address nobody can be warned; it goes on the same day
        mail.send(address, *_letter(day), about=mark.key)
    return True


def _letter(day):
    site, language = api.portal.get(), api.portal.get_default_language()
    # a job does not know under which address people come
    address = (api.portal.get_registry_record(ADDRESS, default=None) or site.absolute_url()).rstrip("/")
    words = {"site": site.title, "date": periods.in_words(day, language), "url": f"{address}/login"}
    for paragraphs in ((SUBJECT,), BODY):
        yield "\n\n".join(translate(Message(text, mapping=words), target_language=language) for text in paragraphs)


@implementer(IJob)
class Warnings:
    """Warns people whose account is going to be erased."""

    title = _("job_inactive", default="Waarschuwen voor een account dat niemand gebruikt")
    every = timedelta(days=1)
    at = 0

    def run(self, argument, until):
        """Warn, in batches."""
        warned = 0
        ids = [userid for userid, _last, _mark in idle(clock.now())]
        for start in range(0, len(ids), BATCH):
            if until and clock.now() >= until:
                return False, {"warned": warned}
            batch = ids[start : start + BATCH]
            warned += committed(lambda batch=batch: sum(warn(userid) for userid in batch))
        return True, {"warned": warned}
