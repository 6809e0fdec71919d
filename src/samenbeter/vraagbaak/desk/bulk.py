"""What an editor does with several cases at once: each in a transaction of its own, so that one that fails keeps no other."""

from samenbeter import _
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.desk import undoing
from samenbeter.vraagbaak.desk.refusing import Refused


MOST = 100
NOTHING = _("table_bulk_nothing", default="Vink eerst een vraag aan.")
CHANGED = _("table_bulk_changed", default="Iemand anders deed er intussen iets mee, of het kan nu niet.")


class Bulk:
    """For the page of the list: its form names the cases by their numbers."""

    # {"done": [numbers], "not": [(number, why)]} after an act
    result = None
    can_undo = False

    @property
    def numbers(self):
        """Return the numbers of the cases that were ticked."""
        found = self.request.form.get("case", [])
        found = [found] if isinstance(found, str) else found
        return [number for number in found if isinstance(number, str)][:MOST]

    def act(self):
        """Do what the button says with each case that was ticked."""
        do = self.field("do")
        acts = {
            "take": lambda case: triage.assign(case, self.me, self.me),
            "give": lambda case: triage.assign(case, self.field("owner"), self.me),
            "theme": lambda case: triage.set_themes(case, [self.field("new_theme")], self.me),
            "urgent": lambda case: triage.set_urgency(case, "urgent", self.me),
            "not_urgent": lambda case: triage.set_urgency(case, "normal", self.me),
            "close": lambda case: triage.close(case, self.me),
            "reject": lambda case: triage.reject(case, self.field("reason"), self.me),
            "undo": lambda case: undoing.undo(case, self.me),
        }
        if do not in acts:
            return None
        if not self.numbers:
            self.errors["case-all"] = NOTHING
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

    def _one(self, number, act):
        """Let one case change; return why it did not, a message, or None."""
        found = store.by_number(self.context, number)
        if found is None or store.is_frozen(found):
            return CHANGED

        def once():
            case = store.load(found.id)
            act(case)
            store.save(case)

        try:
            committed(once)
        except Refused as refused:
            return refused.message
        except (states.WrongStep, vault.NoRecord):
            return CHANGED
        return None
