"""The pile: what came in by a public form and a person looks at first. Nothing honest is lost there.

What was written lies in the vault. A room says by a utility for IDoubtfulForm, named as the
form, how it is called and what happens with it when a person says that it is good.
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from samenbeter import _
from samenbeter.interfaces import IDoubtfulForm
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import periods
from samenbeter.shared import vault
from samenbeter.shared.rights import Subject
from zope.component import queryUtility


ROOM, KIND, PURPOSE = "shared", "doubtful", "samenbeter.doubtful"
PROVIDER = "samenbeter.shared.doubtful"
MACHINE = vault.Machine("samenbeter.shared.doubtful")
STAFF = vault.Staff(PURPOSE, section="shared.doubtful")
DAYS = 30
# more than this nobody reads: then a form says that it is too much now, and keeps what was written in its fields
MOST = 1000
FULL = _(
    "doubtful_full",
    default="Er kwam te veel binnen. Daarom kunnen wij dit nu niet aannemen. Probeer het morgen nog eens, of bel ons.",
)
# so long can be taken back that something was thrown away
UNDO_DAYS = 1


@dataclass(frozen=True)
class Doubt:
    """What may be known of something on the pile without reading what was written.

    :param thrown: the day on which somebody threw it away, or None.
    """

    id: str
    form: str
    reasons: tuple
    received: date
    thrown: date | None = None


def put(form, data, reasons, *, email="", userid="", language=""):
    """Lay something on the pile, in the current transaction; return its id.

    :param form: the name of the form, and of its utility.
    :param data: what was written, as JSON can say it; it is given to ``deliver`` as it is.
    :param reasons: why it is doubted, from ``guard.Verdict.reasons``.
    :param email: the mail address that was filled in, by which its owner finds it again.
    :param userid: of the member who sent it.
    :param language: of the page.
    """
    subject = Subject(userid=userid, email=email).key if userid or email.strip() else ""
    kept = {"form": form, "data": data, "reasons": list(reasons), "language": language, "thrown": ""}
    return vault.get().add(ROOM, KIND, kept, purpose=PURPOSE, subject=subject, expires=periods.until(PROVIDER))


def is_full():
    """Return whether so much waits already that no more comes on the pile. Ask it before ``put``."""
    return vault.get().count(ROOM, KIND) >= MOST


def form_of(name):
    """Return the utility of a form, or None when its room is not there any more."""
    return queryUtility(IDoubtfulForm, name)


def look(doubt_id):
    """Return a Doubt.

    :raises vault.NoRecord: when it is not there.
    """
    record = vault.get().record(doubt_id)
    return _doubt(record, _kept(doubt_id))


def pile():
    """Return the Doubts that wait, the oldest first. What somebody had frozen waits outside."""
    return [doubt for doubt in _all() if doubt.thrown is None]


def thrown_away():
    """Return the Doubts that were thrown away and can still be taken back."""
    return [doubt for doubt in _all() if doubt.thrown is not None]


def text_of(doubt_id):
    """Return what was written, as its form shows it: [(label, text)]. This is in the audit log; commit it."""
    _kept(doubt_id)
    kept = vault.get().read(doubt_id, STAFF)
    form = form_of(kept["form"])
    return list(form.shown(kept["data"])) if form is not None else []


def let_through(doubt_id):
    """Put something back into its flow, in the current transaction; return whether its form took it.

    :raises vault.NoRecord: when it is not there (any more): somebody else did it.
    """
    kept = _kept(doubt_id)
    form = form_of(kept["form"])
    if form is None or kept["thrown"]:
        return False
    _note(doubt_id, "share")
    form.deliver(kept["data"])
    vault.get().erase(doubt_id)
    return True


def throw_away(doubt_id):
    """Throw something away, in the current transaction: tomorrow it is gone."""
    kept = _kept(doubt_id)
    if not kept["thrown"]:
        today = clock.today()
        _note(doubt_id, "delete")
        vault.get().replace(doubt_id, {**kept, "thrown": today.isoformat()})
        vault.get().set_expires(doubt_id, today + timedelta(days=UNDO_DAYS))


def take_back(doubt_id):
    """Lay something that was thrown away back on the pile, in the current transaction."""
    kept = _kept(doubt_id)
    if kept["thrown"]:
        _note(doubt_id, "edit")
        vault.get().replace(doubt_id, {**kept, "thrown": ""})
        since = vault.get().record(doubt_id).created.date()
        vault.get().set_expires(doubt_id, periods.until(PROVIDER, since=since))


def _kept(doubt_id):
    record = vault.get().record(doubt_id)
    if (record.room, record.kind) != (ROOM, KIND) or record.frozen:
        raise vault.NoRecord
    return vault.get().read(doubt_id, MACHINE)


def _all():
    box = vault.get()
    records = [box.record(found) for found in list(box.find(room=ROOM, kind=KIND))]
    records = sorted((one for one in records if not one.frozen), key=lambda one: (one.created, one.id))
    return [_doubt(record, box.read(record.id, MACHINE)) for record in records]


def _doubt(record, kept):
    thrown = date.fromisoformat(kept["thrown"]) if kept["thrown"] else None
    return Doubt(record.id, kept["form"], tuple(kept["reasons"]), record.created.date(), thrown)


def _note(doubt_id, action):
    record = vault.get().record(doubt_id)
    audit.note(action, subject=record.subject, object=doubt_id, section=f"{ROOM}.{KIND}", basis=PURPOSE)
