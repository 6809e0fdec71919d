"""Of which expert an editor saw a proof of the trade: a registration that was looked up, a diploma that was shown.

Kept is that it was seen, when and by whom; never the proof itself, nor a number of a register.
"""

from datetime import date
from plone import api
from samenbeter.interfaces import IVerifications
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import periods
from samenbeter.shared import vault
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory


ROOM, KIND, PURPOSE = "partners", "verification", "samenbeter.verification"
PROVIDER = "samenbeter.partners.verifications"
SECTION = "partners.verification"
MACHINE = vault.Machine(PROVIDER)


@implementer(IVerifications)
class Verifications:
    """Answers other rooms."""

    def on(self, userid, discipline):
        """Return the date on which an editor saw it, or None; what is too old does not count."""
        days = [day_of(data) for _id, data in _of(userid) if data["discipline"] == discipline]
        return max(days, default=None)


def of(userid):
    """Return what was seen of a person: [{"id", "discipline", "title", "on", "by"}], by trade.

    :param userid: of the expert.
    :returns: ``on`` a date, ``by`` the user id of the editor.
    """
    found = [
        {
            "id": record_id,
            "discipline": data["discipline"],
            "title": title_of(data["discipline"]),
            "on": day_of(data),
            "by": data["by"],
        }
        for record_id, data in _of(userid)
    ]
    return sorted(found, key=lambda one: one["title"].lower())


def see(userid, discipline, partner, by):
    """Write down that an editor saw a proof today; return whether it is a trade that we know.

    :param userid: of the expert.
    :param discipline: a token of the vocabulary "samenbeter.disciplines".
    :param partner: UID of the partner on whose page this is done.
    :param by: user id of the editor.
    """
    if discipline not in _terms():
        return False
    for one in of(userid):
        if one["discipline"] == discipline:
            # it was seen once more: the new day counts
            vault.get().erase(one["id"])
    record_id = vault.get().add(
        ROOM,
        KIND,
        {"discipline": discipline, "by": by, "on": clock.today().isoformat()},
        purpose=PURPOSE,
        subject=f"member:{userid}",
        expires=periods.until(PROVIDER),
    )
    _note("edit", record_id, partner)
    return True


def take_back(userid, record_id, partner):
    """Take away that a proof was seen; return whether it was there.

    :param userid: of the expert.
    :param record_id: as ``of`` returned.
    :param partner: UID of the partner on whose page this is done.
    """
    if record_id not in {one["id"] for one in of(userid)}:
        return False
    _note("delete", record_id, partner)
    return vault.get().erase(record_id)


def day_of(data):
    """Return the date on which a proof was seen, of what was kept."""
    return date.fromisoformat(data["on"])


def title_of(discipline):
    """Return a trade in words, in the language of the request."""
    terms = _terms()
    title = terms.getTerm(discipline).title if discipline in terms else discipline
    return translate(title, context=getRequest())


def choices():
    """Return the trades to choose from: {"token", "title"}."""
    return [{"token": term.token, "title": title_of(term.token)} for term in _terms()]


def _terms():
    return getUtility(IVocabularyFactory, "samenbeter.disciplines")(api.portal.get())


def _of(userid):
    box, today = vault.get(), clock.today()
    for record_id in list(box.find(subject=f"member:{userid}", room=ROOM, kind=KIND)) if userid else ():
        record = box.record(record_id)
        if not record.frozen and (record.expires is None or record.expires >= today):
            yield record_id, box.read(record_id, MACHINE)


def _note(action, record_id, partner):
    subject = vault.get().record(record_id).subject
    audit.note(action, subject=subject, party=f"partner:{partner}", object=record_id, section=SECTION, basis=PURPOSE)
