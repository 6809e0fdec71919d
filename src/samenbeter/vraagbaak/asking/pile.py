"""The form of asking, for who looks at what the guard doubted. The receipt is given already."""

from plone.app.uuid.utils import uuidToObject
from samenbeter import _
from samenbeter.interfaces import IDoubtfulForm
from samenbeter.shared import vault
from samenbeter.vraagbaak.asking import words
from samenbeter.vraagbaak.asking.asking import ask
from samenbeter.vraagbaak.asking.asking import Asked
from zope.interface import implementer


FORM = "vraagbaak.ask"


@implementer(IDoubtfulForm)
class AskForm:
    """What came in by the page "Stel je vraag"."""

    title = _("ask_title", default="Stel je vraag")

    def shown(self, data):
        """Return what was asked and chosen, without the receipt code."""
        asked = Asked(**data["asked"])
        found = [
            (words.TEXT_LABEL, asked.text),
            (words.PUBLISH_LABEL, words.PUBLISH[asked.publish]),
            (words.FOR_WHOM_LABEL, words.FOR_WHOM[asked.for_whom]),
        ]
        return [*found, (words.EMAIL_LABEL, asked.email)] if asked.email else found

    def deliver(self, data):
        """Make the case, by the code that is on the receipt.

        :raises vault.NoRecord: when the desk is gone; nothing is lost then.
        """
        desk = uuidToObject(data["desk"], unrestricted=True)
        if desk is None:
            raise vault.NoRecord
        ask(desk, Asked(**data["asked"]), data["code"], laid_aside=True)
