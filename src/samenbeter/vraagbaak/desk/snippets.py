"""Texts that editors use more than once, such as how to reach the doctor at night: with an owner and a review date.

They lie in the vault, for they say which editor sees to them; a record is known by that person.
"""

from dataclasses import dataclass
from datetime import date
from plone import api
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import vault
from zope.annotation.interfaces import IAnnotations


ROOM, KIND = "vraagbaak", "snippet"
PURPOSE = "samenbeter.answers"
PROVIDER = "samenbeter.vraagbaak.snippets"
MACHINE = vault.Machine(PROVIDER)
LONGEST_TITLE, LONGEST = 100, 2000
NOBODY = _("snippets_nobody", default="Dit blok heeft geen eigenaar")
TIME = _("snippets_time", default="Kijk na of dit nog klopt")


class NotKept(ValueError):
    """A snippet cannot be kept; ``errors`` is {field: what to do}: "title", "text", "owner" or "review_on"."""

    def __init__(self, errors):
        super().__init__(", ".join(errors))
        self.errors = errors
        self.field = next(iter(errors))
        self.message = errors[self.field]


@dataclass(frozen=True)
class Snippet:
    """A text for more than one answer.

    :param id: of its record in the vault; another one when it gets another owner.
    :param desk: UID of the Vraagbaak.
    :param owner: user id of the editor who sees to it; "" when that person left.
    :param review_on: a date: from then on somebody has to look whether it still holds.
    """

    id: str
    desk: str
    title: str
    text: str
    owner: str
    review_on: date

    @property
    def stale(self):
        """Return what is wrong with it, a message; None when nothing is."""
        if not self.owner or api.user.get(userid=self.owner) is None:
            return NOBODY
        return TIME if self.review_on <= clock.today() else None


# -- finding


def of_desk(desk):
    """Return the Snippets of a desk, by title."""
    uid = api.content.get_uuid(desk)
    return sorted((one for one in _all() if one.desk == uid), key=lambda one: one.title.lower())


def get(desk, snippet_id):
    """Return a Snippet of a desk, or None."""
    return next((one for one in of_desk(desk) if one.id == snippet_id), None)


def behind(text, snippet):
    """Return a text with a Snippet at its end."""
    return f"{text.rstrip()}\n\n{snippet.text}".lstrip()


def _all():
    # looking makes no vault
    if vault.KEY not in IAnnotations(api.portal.get()):
        return
    box = vault.get()
    for record_id in box.find(room=ROOM, kind=KIND):
        yield _snippet(record_id, box.read(record_id, MACHINE), box.record(record_id).frozen)


def _snippet(record_id, data, frozen):
    owner = "" if frozen else data["owner"]
    return Snippet(record_id, data["desk"], data["title"], data["text"], owner, date.fromisoformat(data["review_on"]))


# -- changing: the caller commits


def keep(desk, title, text, owner, review_on, editors, snippet_id=""):
    """Keep a new snippet, or change one; return its id.

    :param review_on: a date, or a text such as "2027-05-24".
    :param editors: user ids of who can own one.
    :param snippet_id: of the one to change.
    :raises NotKept: when a field is not right, or it is not there any more.
    """
    title, text, day = " ".join(title.split()), text.replace("\r\n", "\n").strip(), _day(review_on)
    errors = _wrong(title, text, owner, day, editors)
    if snippet_id and get(desk, snippet_id) is None:
        errors = {"title": _("snippets_gone", default="Iemand haalde dit blok weg. Bewaar het als nieuw blok.")}
    if errors:
        raise NotKept(errors)
    if snippet_id:
        vault.get().erase(snippet_id)
    return put(
        {
            "desk": api.content.get_uuid(desk),
            "title": title,
            "text": text,
            "owner": owner,
            "review_on": day.isoformat(),
        }
    )


def put(data):
    """Keep a snippet under its owner; return its id.

    :param data: the fields of Snippet but ``id``, as JSON can say them.
    """
    subject = f"member:{data['owner']}" if data["owner"] else ""
    return vault.get().add(ROOM, KIND, data, purpose=PURPOSE, subject=subject)


def remove(desk, snippet_id):
    """Take a snippet of a desk away; return whether it was there."""
    return get(desk, snippet_id) is not None and vault.get().erase(snippet_id)


def _day(value):
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _wrong(title, text, owner, day, editors):
    errors = {}
    if not title or len(title) > LONGEST_TITLE:
        errors["title"] = _(
            "snippets_title_wrong",
            default="Geef het blok een naam van hooguit ${count} tekens.",
            mapping={"count": LONGEST_TITLE},
        )
    if not text or len(text) > LONGEST:
        errors["text"] = _(
            "snippets_text_wrong",
            default="Schrijf de tekst, in hooguit ${count} tekens.",
            mapping={"count": LONGEST},
        )
    if owner not in editors:
        errors["owner"] = _("snippets_owner_wrong", default="Kies wie dit blok bijhoudt.")
    if day is None:
        errors["review_on"] = _("snippets_date_wrong", default="Kies de dag waarop iemand dit nakijkt.")
    return errors
