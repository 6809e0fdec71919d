"""Saying yes or no, and taking a yes back: the acts behind the page, the mailed link and REST.

Plain functions of a Subject; no HTTP in them. Each is a transaction of its own.
"""

from contextlib import suppress
from samenbeter.interfaces import IConsents
from samenbeter.privacy import consent_receipts
from samenbeter.privacy.consents import is_current
from samenbeter.privacy.purposes import purpose_of
from samenbeter.privacy.purposes import purposes
from samenbeter.shared import mail
from samenbeter.shared.transactions import committed
from samenbeter.shared.vault import PLATFORM
from zope.component import getUtility


def askable():
    """Return {id: purpose} of what people can say yes or no to on their own page."""
    return {name: purpose for name, purpose in purposes().items() if purpose.asked}


def choices(subject):
    """Return what a person can say yes or no to now: [{id, purpose, consent, holds, answered}].

    :param subject: a Subject.
    :returns: ``consent`` is the Consent of the last answer or None; ``holds`` when it is a yes to this text;
        ``answered`` when it is an answer to this text at all.
    """
    consents = getUtility(IConsents)
    known = consents.of(subject)
    found = []
    for name, purpose in askable().items():
        last = next((one for one in known if (one.purpose, one.party) == (name, PLATFORM)), None)
        current = last is not None and is_current(last)
        found.append(
            {
                "id": name,
                "purpose": purpose,
                "consent": last,
                "holds": consents.allowed(subject, name, PLATFORM) is not None,
                "answered": current and last.state in ("given", "renewed", "refused", "withdrawn"),
            }
        )
    return found


def answer(subject, purpose, yes, *, method, language, address=""):
    """Write down a yes or a no to something that a person can be asked on their own page; return the Consent.

    :param purpose: the id of the purpose.
    :param method: how it was said, a code of ``consent_words.METHODS``.
    :param language: of the text that was shown.
    :param address: the mail address to which a receipt goes; "" for none.
    :raises KeyError: for what cannot be asked.
    """
    if purpose_of(purpose) is None or purpose not in askable():
        raise KeyError("this cannot be asked")
    consents = getUtility(IConsents)
    say = consents.give if yes else consents.refuse

    def act():
        consent_id = say(subject, purpose, party=PLATFORM, method=method, language=language)
        return _receipt(subject, consent_id, address, language)

    return committed(act)


def withdraw(subject, consent_id, *, language, address=""):
    """Take a consent back; return the Consent.

    :raises vault.NoRecord: when this person has no such consent.
    """

    def act():
        getUtility(IConsents).withdraw(subject, consent_id)
        return _receipt(subject, consent_id, address, language)

    return committed(act)


def _receipt(subject, consent_id, address, language):
    found = getUtility(IConsents).get(subject, consent_id)
    if address:
        # what somebody said counts, also when their address is none
        with suppress(mail.NoAddress):
            consent_receipts.send(subject, found, address, language)
    return found
