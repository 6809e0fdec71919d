"""The form that asks for a link, when it is doubted that a person sent it: a person looks, and then it is mailed."""

from samenbeter import _
from samenbeter.interfaces import IDoubtfulForm
from samenbeter.privacy import links
from samenbeter.privacy.fresh import NOT_YOU
from samenbeter.privacy.fresh import SUBJECT
from samenbeter.shared import mail
from samenbeter.shared.rights import Subject
from zope.i18n import translate
from zope.interface import implementer


FORM = "privacy.without_account"
LINK_MINUTES = 60
LETTER = _(
    "rights_door_mail",
    default="Je wilt zien wat wij van je weten. Open deze link en druk op de knop. Hij werkt één keer, een uur lang.",
)


def mail_link(address, language):
    """Mail a link to an address, in the current transaction.

    :param language: in which the mail is written.
    """

    def say(message):
        return translate(message, target_language=language)

    code = links.make(links.DOOR, Subject(email=address), minutes=LINK_MINUTES)
    mail.send(address, say(SUBJECT), links.letter(say(LETTER), code, say(NOT_YOU)))


@implementer(IDoubtfulForm)
class DoorForm:
    """The utility "privacy.without_account"."""

    title = _("rights_mail_title", default="Wat weten wij van jou, zonder account?")

    def shown(self, data):
        """Return the address."""
        return [(_("rights_email", default="Wat is je mailadres?"), data["email"])]

    def deliver(self, data):
        """Mail the link."""
        mail_link(data["email"], data["language"])
