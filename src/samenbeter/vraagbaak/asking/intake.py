"""The page "Voer een vraag in": for who hears a question by phone or at the table. The resident goes home with the receipt."""

from plone import api
from samenbeter import _
from samenbeter.vraagbaak.asking import asking
from samenbeter.vraagbaak.asking import words
from samenbeter.vraagbaak.asking.page import AskPage

import dataclasses


FORM = "vraagbaak.enter"
KNOWS, YES = "knows", "yes"
NOT_TOLD = _("ask_enter_knows_missing", default="Vraag de bewoner eerst of het mag. Vink het dan aan.")


class EnterPage(AskPage):
    """The same form, for a resident who does not fill it in."""

    guard_form = FORM
    intake = True
    own_title = _("ask_enter_title", default="Voer een vraag in voor een bewoner")
    channel_words = words.CHANNELS
    for_whom_words = words.FOR_WHOM_ENTERED
    # what is entered hangs on no account, and least of all on that of who enters it
    member = None

    @property
    def channel(self):
        """Return how the question came in; "" for nothing chosen yet."""
        found = self._sent("channel")
        return found if found in self.channel_words else ""

    @property
    def knows(self):
        """Return whether the resident knows that it is entered."""
        return self._sent(KNOWS) == YES

    @property
    def asked(self):
        """Return the Asked, with who entered it."""
        return dataclasses.replace(super().asked, channel=self.channel, entered_by=api.user.get_current().getId())

    def problems(self):
        """Return {field: message}, in the order of the page."""
        found = super().problems()
        first = {asking.CHANNEL: found.pop(asking.CHANNEL)} if asking.CHANNEL in found else {}
        return {**first, **({} if self.knows else {KNOWS: NOT_TOLD}), **found}

    @property
    def carried(self):
        """Return what goes along to the next page."""
        return [*super().carried, ("channel", self.channel), (KNOWS, YES if self.knows else "")]

    def judge(self):
        """Return what the guard says of it: nobody doubts who is logged in, and the same form twice is one question."""
        return dataclasses.replace(super().judge(), ok=True, reasons=())
