"""Takes away what experts were asked about a question: the consultations, who had to do with them, and the mailed links.

It touches no case and no question.
"""

from samenbeter.shared import vault
from samenbeter.vraagbaak.cases.damaged import unless_damaged
from samenbeter.vraagbaak.experts import consultations
from samenbeter.vraagbaak.experts import links
from samenbeter.vraagbaak.experts import people


def forget(uid):
    """Take all of it away; links that were mailed open nothing from now on. What is damaged goes too.

    :param uid: of the question.
    """
    box = vault.get()
    found = list(box.find(subject=f"question:{uid}", room=consultations.ROOM, kind=consultations.KIND))
    for consultation_id in found:
        one = unless_damaged(consultations.load, consultation_id)
        if one is not None:
            _forget_people(box, one)
        box.erase(consultation_id)


def _forget_people(box, one):
    links.revoke(one, {*one.persons, one.colleague, one.done_by, *people.experts_of(one.partner)} - {""})
    for record_id in one.remembered:
        box.erase(record_id)
