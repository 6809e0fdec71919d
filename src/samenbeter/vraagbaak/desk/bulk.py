"""What an editor does with several cases at once: each in a transaction of its own, so that one that fails keeps no other."""

from samenbeter import _
from samenbeter.shared import keys
from samenbeter.shared import vault
from samenbeter.shared.doubtful_views import GONE as DONE_ALREADY
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.desk import undoing
from samenbeter.vraagbaak.desk.refusing import Refused
from transaction.interfaces import TransientError


MOST = 100
# what the acts below leave as the last act of a case
OURS = ("assigned", "themed", "urgent", "closed", "rejected")
NOTHING = _("table_bulk_nothing", default="Vink eerst een vraag aan.")
CHANGED = _("table_bulk_changed", default="Iemand anders deed er intussen iets mee, of het kan nu niet.")


class Bulk:
    """For the page of the list: its form names the cases by their numbers."""

    # {"done": [numbers], "failed": [(number, why)]} after an act
    result = None
    can_undo = False

    @property
    def numbers(self):
        """Return the numbers of the cases that were ticked, each once."""
        found = self.request.form.get("case", [])
        found = [found] if isinstance(found, str) else found
        return list(dict.fromkeys(number for number in found if isinstance(number, str)))[:MOST]

    def act(self):
        """Do what the button says with each case that was ticked."""
        do = self.field("do")
        acts = {
            "take": lambda case: triage.assign(case, self.me, self.me),
            "give": lambda case: triage.assign(case, self.field("owner"), self.me),
            "theme": lambda case: triage.set_themes(case, [*case.themes, self.field("new_theme")], self.me),
            "urgent": lambda case: triage.set_urgency(case, "urgent", self.me),
            "not_urgent": lambda case: triage.set_urgency(case, "normal", self.me),
            "close": lambda case: triage.close(case, self.me),
            "reject": lambda case: triage.reject(case, self.field("reason"), self.me),
            "undo": self._undo,
        }
        if do not in acts:
            return None
        if not self.numbers:
            self.errors["case-all"] = NOTHING
        elif do == "reject" and self.field("reason") not in triage.REASONS:
            self.errors["reason"] = triage.NO_REASON
        if self.errors:
            return None
        done, failed = [], []
        for number in self.numbers:
            why = self._one(number, acts[do])
            if why is None:
                done.append(number)
            else:
                failed.append((number, why))
        self.result = {"done": done, "failed": failed}
        self.can_undo = bool(done) and do != "undo"
        return None

    def _undo(self, case):
        """Take back what this editor did with the list.

        The message with the button can be old: what a colleague did since is not this editor's to take back.
        """
        if case.undo.get("by") != self.me or case.undo.get("what") not in OURS:
            raise Refused("", undoing.TOO_LATE)
        undoing.undo(case, self.me)

    def _one(self, number, act):
        """Let one case change; return why it did not, a message, or None."""
        try:
            found = store.by_number(self.context, number)
            if found is None or store.is_frozen(found):
                return CHANGED

            def once():
                case = store.load(found.id)
                # a verb says False when there is nothing to do: then there is nothing to take back either
                changed = act(case) is not False
                if changed:
                    store.save(case)
                return changed

            return None if committed(once) else DONE_ALREADY
        except Refused as refused:
            return refused.message
        except (states.WrongStep, vault.NoRecord, keys.VaultProblem, TransientError):
            return CHANGED
