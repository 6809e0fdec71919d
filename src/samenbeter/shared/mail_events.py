"""What became of a mail, told to who sent it, in the same transaction in which the mail is erased."""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


SENT, REFUSED, NOT_SENT = "sent", "refused", "not_sent"


class IMailOutcome(Interface):
    """Event: the platform is done with a mail that was sent with a reference."""

    reference = Attribute("The opaque text that the sender gave along.")
    outcome = Attribute("SENT: a mail server took it; REFUSED: it never will; NOT_SENT: nobody took it for a week.")


@implementer(IMailOutcome)
@dataclass(frozen=True)
class MailOutcome:
    """See IMailOutcome."""

    reference: str
    outcome: str
