"""The link that is mailed to an expert: one question, one answer, without logging in.

Whether a link holds is looked at each time: it does as long as the question is with this partner, and this
person is one of its experts. A code that was used, is old, was taken back or never was, all look the same.
"""

from datetime import timedelta
from plone.uuid.interfaces import IUUID
from samenbeter.shared import clock
from samenbeter.shared import vault
from samenbeter.shared.mailed_links import MailedLinks
from samenbeter.shared.rights import Subject
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import people


ROOM, KIND = "vraagbaak", "answer_link"
PAGE = "@@antwoord-geven"
USE = "answer"
DAYS = 7
# so long after the promise an answer may still come
AFTER = timedelta(days=2)

LINKS = MailedLinks(ROOM, KIND, consultations.PURPOSE, PAGE)


class Opened:
    """A link that holds: who may answer which question for which partner.

    :ivar id: of the record of the link.
    """

    def __init__(self, link, consultation, question):
        self.id = link.id
        self.userid = link.subject.userid
        self.partner = consultation.partner
        self.consultation = consultation
        self.question = question


def make(consultation, userid, due=None):
    """Keep a link in the current transaction; return the address to mail.

    :param consultation: a Consultation that is open.
    :param userid: of the expert.
    :param due: the moment of the promise, a datetime in UTC; None: there is none.
    """
    now = clock.now()
    until = max(due, now) + AFTER if due is not None else now + timedelta(days=DAYS)
    code = LINKS.make(
        USE,
        Subject(userid=userid),
        minutes=int((until - now) / timedelta(minutes=1)),
        consultation=consultation.id,
        question=consultation.question,
    )
    return LINKS.address(code)


def look(code):
    """Return what a code opens, an Opened; None when it does not hold, and nobody can tell why. Changes nothing."""
    link = LINKS.look(code)
    if link is None or vault.get().record(link.id).frozen:
        return None
    try:
        consultation = consultations.load(link.data["consultation"])
    except vault.NoRecord:
        return None
    question = consultations.question_of(consultation)
    if not consultation.is_open or question is None or IUUID(question, None) != link.data["question"]:
        return None
    if consultation.partner not in people.partners_for(question, link.subject.userid):
        return None
    return Opened(link, consultation, question)


def use_up(opened):
    """Take a link away, in the current transaction."""
    vault.get().erase(opened.id)


def revoke(consultation, userids):
    """Take away the links of these people for a Consultation."""
    box = vault.get()
    for userid in userids:
        for record in list(box.find(subject=f"member:{userid}", room=ROOM, kind=KIND)):
            if box.read(record, LINKS.access)["consultation"] == consultation.id:
                box.erase(record)
