"""A consultation: which partner was asked about a question, when, and what came of it. In the vault.

It is known by the question, never by who asked that. Who of the partner was asked by name, or did something
with it, has a record "asked" by which a person's data are found.
"""

from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from plone import api
from samenbeter.shared import periods
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases.case import now


ROOM = "vraagbaak"
KIND, ASKED = "consultation", "asked"
PURPOSE = "samenbeter.answers"
PROVIDER, ASKED_PROVIDER = "samenbeter.vraagbaak.consultations", "samenbeter.vraagbaak.asked"
MACHINE = vault.Machine(PROVIDER)

OPEN, ANSWERED, DECLINED, PASSED_ON, ENDED = "open", "answered", "declined", "passed_on", "ended"


@dataclass
class Consultation:
    """One partner that was asked about one question.

    :param id: of its record in the vault.
    :param question: UID of the VraagbaakQuestion.
    :param partner: UID of the PartnerOrganisation.
    :param persons: user ids of the experts who were asked by name; empty: all experts of the partner.
    :param note: of the editor to the experts.
    :param asked: when, in ISO form.
    :param state: OPEN, ANSWERED, DECLINED, PASSED_ON or ENDED.
    :param changed: when it came into that state; "" while it is open.
    :param reason: a word of ``words.REASONS``, when the partner declined.
    :param reason_text: what the expert wrote about that, for editors only.
    :param colleague: user id of the colleague to whom it was passed on.
    :param wanted: disciplines that the expert would like to be asked too.
    :param backup: UID of the partner to ask when this one does not answer in time; "".
    :param by: user id of the editor who asked, or case.PLATFORM.
    :param done_by: user id of who answered, declined, passed on or ended it; "".
    :param remembered: ids of the records by which people find that they had to do with it.
    """

    id: str
    question: str
    partner: str
    asked: str
    by: str
    persons: list = field(default_factory=list)
    note: str = ""
    state: str = OPEN
    changed: str = ""
    reason: str = ""
    reason_text: str = ""
    colleague: str = ""
    wanted: list = field(default_factory=list)
    backup: str = ""
    done_by: str = ""
    remembered: list = field(default_factory=list)

    @property
    def is_open(self):
        """Return whether the partner still has to answer."""
        return self.state == OPEN

    def close(self, state, by):
        """Let it come to an end.

        :param state: how.
        :param by: a user id, or case.PLATFORM.
        """
        self.state, self.changed, self.done_by = state, now(), by

    def data(self):
        """Return what is kept of it."""
        return {name: value for name, value in asdict(self).items() if name != "id"}


def add(question, partner, by, **known):
    """Keep a new one, and return it.

    :param question: UID.
    :param partner: UID.
    :param known: other fields: persons, note, backup.
    """
    made = Consultation(id="", question=question, partner=partner, asked=now(), by=by, **known)
    made.id = vault.get().add(
        ROOM,
        KIND,
        made.data(),
        purpose=PURPOSE,
        subject=f"question:{question}",
        party=f"partner:{partner}",
        expires=periods.until(PROVIDER),
    )
    for userid in made.persons:
        remember(userid, made)
    return made


def load(consultation_id):
    """Return a Consultation.

    :raises vault.NoRecord: when it is not there, or it is none.
    """
    box = vault.get()
    record = box.record(consultation_id)
    if (record.room, record.kind) != (ROOM, KIND):
        raise vault.NoRecord
    return Consultation(id=record.id, **box.read(record.id, MACHINE))


def save(consultation):
    """Keep a Consultation as it is now."""
    vault.get().replace(consultation.id, consultation.data())


def of_question(uid):
    """Return the Consultations about a question, oldest first.

    :param uid: of the question.
    """
    found = [load(one) for one in list(vault.get().find(subject=f"question:{uid}", room=ROOM, kind=KIND))]
    return sorted(found, key=lambda one: (one.asked, one.id))


def open_of(uid, partner=None):
    """Return the open Consultations about a question, of all partners or one.

    :param uid: of the question.
    :param partner: UID, or None.
    """
    return [one for one in of_question(uid) if one.is_open and partner in (None, one.partner)]


# -- who of the partner had to do with it


def remember(userid, consultation):
    """Let a person's data be found: that this person was asked, or did something with a Consultation. Saves it."""
    if consultation.id in ids_of_person(userid):
        return
    record_id = vault.get().add(
        ROOM,
        ASKED,
        {"consultation": consultation.id},
        purpose=PURPOSE,
        subject=f"member:{userid}",
        party=f"partner:{consultation.partner}",
        expires=vault.get().record(consultation.id).expires,
    )
    consultation.remembered.append(record_id)
    save(consultation)


def ids_of_person(userid):
    """Return the ids of the Consultations that a person had to do with."""
    box = vault.get()
    found = list(box.find(subject=f"member:{userid}", room=ROOM, kind=ASKED))
    return [box.read(one, MACHINE)["consultation"] for one in found]


def forget_person(userid):
    """Take a person out of the Consultations that stay: the work of a partner goes on without the name."""
    for consultation_id in ids_of_person(userid):
        try:
            one = load(consultation_id)
        except vault.NoRecord:
            continue
        one.persons = [other for other in one.persons if other != userid]
        one.colleague = "" if one.colleague == userid else one.colleague
        one.done_by = "" if one.done_by == userid else one.done_by
        save(one)


def question_of(consultation):
    """Return the VraagbaakQuestion of a Consultation, or None: for the platform, it does not ask who may see it."""
    return item(consultation.question)


def item(uid):
    """Return content by its UID, or None. For the platform: it does not ask who may see it."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid) if uid else ()
    return found[0]._unrestrictedGetObject() if found else None
