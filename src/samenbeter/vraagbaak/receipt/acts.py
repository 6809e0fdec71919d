"""What an asker does on the page of the receipt: each form sends ``do``, and is done in a transaction of its own."""

from samenbeter import _
from samenbeter.shared import keys
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import case as words
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk.refusing import Refused
from samenbeter.vraagbaak.receipt import erasing
from samenbeter.vraagbaak.receipt import receiving


# more than may be written: who wrote too much loses nothing of it
LONGEST_SHOWN = 100_000
CHANGED = _("receipt_changed", default="Er is intussen iets veranderd. Kijk hoe het nu is.")
CANNOT = _(
    "receipt_cannot", default="Dit lukt nu niet. Er is niets veranderd. Probeer het straks nog eens, of bel ons."
)
TICK = _("receipt_erase_tick", default="Zet eerst een vinkje. Wissen kan niet ongedaan.")
SAID = {
    "reply": _("receipt_said_reply", default="Dank je. Wij gaan verder met je vraag."),
    words.HELPED: _("receipt_said_helped", default="Fijn dat je geholpen bent."),
    words.ACTED: _("receipt_said_acted", default="Mooi dat je iets deed."),
    words.STUCK: _("receipt_said_stuck", default="Jammer. Wij kijken er nog een keer naar."),
    "approve": _("receipt_said_approve", default="Dank je. De redactie mag deze woorden op de site zetten."),
    "refuse": _("receipt_said_refuse", default="Goed. Je vraag komt niet op de site."),
    "claim": _("receipt_said_claim", default="Je vraag hangt nu aan je account."),
}
OFF_SITE = _("receipt_said_off_site", default="Je vraag staat niet meer op de site.")


class Acts:
    """What the forms do. The page says which question it is: ``find()``, and ``gone()`` when it is not there (any more).

    It has ``status_page`` and ``erased_page``.
    """

    longest = LONGEST_SHOWN
    # a message, after something was done, and whether it says that it did not work
    said = None
    warns = False
    # whether to ask once more before all is erased
    erasing = False
    erased = False
    # until when backups have it; None when that is not known
    backups_until = None
    # whether the asker's words stay on the site after erasing
    stays_public = False

    def do(self):
        """Do what one of the forms asks; return the whole answer, or None when the question is gone."""
        wanted = self.field("do")
        if wanted == "erase":
            return self._erase()
        self.erasing = wanted == "erase_ask"
        act = self._act(wanted)
        if act is not None:
            was_public = self.status_of(self.case).is_public
            self._change(wanted, act)
            if wanted == "refuse" and was_public and self.said == SAID[wanted]:
                self.said = OFF_SITE
        return self._shown()

    def _act(self, wanted):
        """Return what has to be done with a case, a function of it; None for nothing."""
        if wanted in receiving.OUTCOMES:
            # what is still wanted is only asked by the last of the three
            text = self.field("outcome_text", self.longest) if wanted == words.STUCK else ""
            return lambda case: receiving.outcome(case, wanted, text)
        if wanted == "claim":
            return (lambda case: receiving.claim(case, self.userid)) if self.may_claim else None
        return {
            "reply": lambda case: receiving.reply(case, self.field("asked", 50), self.field("reply", self.longest)),
            "approve": lambda case: receiving.approve(case, self.field("hash", 100)),
            "refuse": receiving.refuse,
        }.get(wanted)

    def _change(self, wanted, act):
        def once():
            case = self.find()
            if case is None:
                raise vault.NoRecord
            act(case)
            store.save(case)

        try:
            committed(once)
            self.said = SAID[wanted]
        except Refused as refused:
            if not refused.field:
                return self._warn(refused.message)
            self.errors[self._id_of(refused.field)] = refused.message
        except (states.WrongStep, vault.NoRecord):
            self._warn(CHANGED)
        except keys.VaultProblem:
            self._cannot()
        return None

    def _id_of(self, field):
        """Return the id of a field of a form: there can be several questions to answer."""
        return f"reply-{self.field('asked', 50)}" if field == "reply" else field

    def refused(self):
        """Return the page with what was written, and what may not be in it."""
        self.errors = {self._id_of(field): message for field, message in self.errors.items()}
        return self.status_page()

    def _warn(self, message):
        self.said, self.warns = message, True

    def _cannot(self):
        self.request.response.setStatus(503)
        self._warn(CANNOT)

    def _shown(self):
        """Return the page with the question as it is now."""
        self.case = self.find()
        return self.gone() if self.case is None else self.status_page()

    def _erase(self):
        if not self.field("sure"):
            self.erasing = True
            self.errors["sure"] = TICK
            return self._shown()
        self.stays_public = self.status_of(self.case).is_public
        if self.stays_public and self.field("from_site"):
            self._change("refuse", receiving.refuse)
            if self.said != SAID["refuse"]:
                # nothing is erased when the site keeps what had to go
                return self._shown()
            self.stays_public = False
        try:
            self.backups_until = erasing.erase(self.case)
        except keys.VaultProblem:
            self._cannot()
            return self._shown()
        self.case, self.erased = None, True
        return self.erased_page()
