"""Once on each working day: a mail to each editor with how much there is to do, and nothing of what it is about.

Who only helps out, or is in chief, gets it too as long as a question is theirs.
"""

from datetime import timedelta
from plone import api
from samenbeter import _
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import mail
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases.working_time import ZONE
from samenbeter.vraagbaak.letters import letters
from samenbeter.vraagbaak.letters import owning
from samenbeter.vraagbaak.letters import people
from samenbeter.vraagbaak.letters import words
from samenbeter.vraagbaak.letters.unowned import desks
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


# on a desk: number of the day of which its editors were told last
KEY = "samenbeter.vraagbaak.digest"
DESK_PAGE = "@@werktafel"


@implementer(IJob)
class Digest:
    """The job "samenbeter.vraagbaak.digest"."""

    title = _("job_digest", default="Redactie vertellen wat er ligt")
    every = timedelta(days=1)
    # before people begin, in winter and in summer
    at = 5
    words = {"told": _("job_digest_told", default="redacteuren gemaild")}

    def run(self, argument, until):
        """Mail to the editors of each desk that works today; the mails of a desk are one transaction."""
        return True, {"told": sum(committed(lambda desk=desk: tell(desk)) for desk in desks())}


def tell(desk):
    """Mail to the editors of a desk, once on a working day; return how many."""
    today = clock.now().astimezone(ZONE).date()
    if not promise.calendar_of(desk).spans(today) or IAnnotations(desk).get(KEY) == today.toordinal():
        return 0
    IAnnotations(desk)[KEY] = today.toordinal()
    return sum(tell_editor(desk, userid) for userid in readers(desk) if not owning.is_away(userid))


def readers(desk):
    """Return the user ids of the editors of a desk who have something to do, and of others who own a case; in order.

    What is too late is something to do for each editor.
    """
    uid, rows = api.content.get_uuid(desk), index.get()
    is_late = due_before(index.word("desk", uid, "open"), clock.now()) > 0
    editors = set(owning.editors(desk)) if is_late else set()
    owners = {userid for userid in owning.able(desk) if rows.size(index.word("desk", uid, "owner", userid))}
    return sorted(editors | owners)


def tell_editor(desk, userid):
    """Mail to one editor; return whether that was possible."""
    found = counts(desk, userid)
    member = people.member_of(userid)
    language = people.language_of(member)
    # one paragraph for each list: a list of one line is no list
    lines = [words.count(name, number) for name, number in found.items() if number]
    body = letters.text_of([words.DIGEST_FIRST, *lines, letters.page_of(desk, DESK_PAGE)], language)
    try:
        mail.send(
            member.getProperty("email", "") or "",
            words.DIGEST_SUBJECT,
            body,
            about=people.about(userid),
            language=language,
            html=True,
        )
    except mail.NoAddress:
        return False
    return True


def counts(desk, userid):
    """Return {list: how many}: of this editor, too late, due today, open in all, and waiting for the asker.

    Reads the index only: what is too late or due today costs as much as there is of it.
    """
    uid, rows = api.content.get_uuid(desk), index.get()
    opened = index.word("desk", uid, "open")
    now, midnight = clock.now(), _next_midnight()
    late = due_before(opened, now)
    return {
        "mine": rows.size(index.word("desk", uid, "owner", userid)),
        "late": late,
        "today": due_before(opened, midnight) - late,
        "open": rows.size(opened),
        "waiting": rows.size(index.word("desk", uid, "state", states.WAITING)),
    }


def due_before(word, moment):
    """Return how many running cases with a word are due before a moment."""
    minute = int(moment.timestamp() // 60)
    ranks = (index.URGENT, index.RUNNING)
    return sum(len(index.get().ids([word], limit=None, rank=rank, before=minute)) for rank in ranks)


def _next_midnight():
    local = clock.now().astimezone(ZONE) + timedelta(days=1)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)
