"""The page on which somebody makes an account: one field and one tap.

Whether an address is known here nobody learns by it: the answer is the same for all.
"""

from samenbeter import _
from samenbeter.interfaces import IDoubtfulForm
from samenbeter.residents import mailing
from samenbeter.residents.arriving import Arriving
from samenbeter.residents.arriving import bare
from samenbeter.shared import doubtful
from samenbeter.shared import entry
from samenbeter.shared import guard
from samenbeter.shared.mailed_links import is_address
from samenbeter.shared.transactions import committed
from zope.interface import implementer


FORM = "residents.sign_up"
# one field that a browser fills in: who is faster than this did not see it
SECONDS = 1
EMAIL_WRONG = _("rights_email_wrong", default="Dit adres klopt niet. Schrijf het zoals naam@voorbeeld.nl.")
EMAIL_AT = _("residents_email_at", default="In je adres mist een @. Schrijf het zoals naam@voorbeeld.nl.")


class SignUp(Arriving):
    """Asks for a mail address, and whether somebody is sixteen."""

    guard_form = FORM
    own_title = _("residents_sign_up", default="Maak een account")
    # "young", "waits": what is shown instead of the form
    instead = ""

    def act(self):
        """Mail a link and a code; nothing of somebody who is younger is kept."""
        if self.field("do") == "young":
            self.instead = "young"
            self.now = _("residents_young_title", default="Je kunt hier alles lezen")
            return None
        if not self.open:
            return None
        address = self.field("email")
        if not is_address(address):
            self.errors["email"] = EMAIL_WRONG if "@" in address else EMAIL_AT
            return None
        return self._take(address)

    def _take(self, address):
        verdict = guard.judge(self.request, FORM, seconds=SECONDS)
        if not verdict.again:
            entry.count(entry.SENT, self.request)
        # what was doubted and comes in once more is still doubted, and lies on the pile already
        if verdict.doubtful or (mailing.is_busy() and not verdict.again):
            self._lay_aside(address, verdict, verdict.reasons or (guard.BUSY,))
            return None
        committed(verdict.once)
        return self.sent(mailing.invite(address, bare(self.came_from)), address)

    def _lay_aside(self, address, verdict, reasons):
        data = {"address": address, "came_from": bare(self.came_from)}
        if doubtful.is_full() and not verdict.again:
            self.errors["email"] = doubtful.FULL
            return

        def act():
            if verdict.once():
                doubtful.put(FORM, data, reasons, email=address, language=self.language)

        committed(act)
        self.instead = "waits"
        self.now = _("residents_waits_title", default="Wij kijken even mee")


@implementer(IDoubtfulForm)
class SignUpForm:
    """The form of this page, for who looks at what the guard doubted."""

    title = _("residents_sign_up", default="Maak een account")

    def shown(self, data):
        """Return the address."""
        return [(_("data_access_address", default="Mailadres"), data["address"])]

    def deliver(self, data):
        """Mail the link."""
        mailing.invite_now(data["address"], data["came_from"])
