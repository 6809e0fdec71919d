"""A contribution says since when the trade of its writer is verified: set by the platform, never by a form."""

from samenbeter.interfaces import IVerifications
from zope.component import queryUtility


# states that a contribution comes into when somebody answers for it
STATES = ("submitted", "accepted")


def keep_date(answer, event):
    """Set the date on which an editor saw a proof of this trade of the writer, or take it away."""
    if event.new_state.getId() not in STATES:
        return
    verifications = queryUtility(IVerifications)
    writer = next(iter(answer.creators or ()), None)
    known = verifications is not None and writer and answer.discipline
    answer.verified_on = verifications.on(writer, answer.discipline) if known else None
