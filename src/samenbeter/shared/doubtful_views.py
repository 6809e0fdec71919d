"""The page of the pile: what came in by a public form and looks like spam. A person decides, not a machine."""

from collections import Counter
from functools import cached_property
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import doubtful
from samenbeter.shared import keys
from samenbeter.shared.guard import REASONS
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.transactions import committed
from samenbeter.shared.vault import NoRecord


GONE = _("doubtful_gone", default="Dit is al gedaan, door jou of door iemand anders.")
SHOW = _("doubtful_show", default="Toon")
GOOD = _("doubtful_good", default="Toch goed")
SPAM = _("doubtful_spam", default="Weg")


class DoubtfulPage(PrivatePage):
    """What waits, by age; closed until somebody opens it, and that is written down."""

    title = _("doubtful_title", default="Twijfel: mens of computer?")
    opened = ""
    text = ()
    problem = None

    def act(self):
        """Open something, let it through, throw it away, or take that back."""
        acts = {"show": self._show, "good": self._good, "spam": self._spam, "undo": self._undo}
        act = acts.get(self.field("do"))
        if act is None:
            return None
        try:
            return act(self.field("doubt"))
        except NoRecord:
            self.tell(GONE)
            return self.back("twijfel")

    def _show(self, doubt_id):
        self.text = committed(lambda: doubtful.text_of(doubt_id))
        self.opened = doubt_id

    def _good(self, doubt_id):
        form = doubtful.look(doubt_id).form
        if committed(lambda: doubtful.let_through(doubt_id)):
            counters.count("pile", form, "good")
            self.tell(_("doubtful_said_good", default="Het gaat nu gewoon door, net als de andere."))
        else:
            self.tell(_("doubtful_said_cannot", default="Dit formulier bestaat niet meer. Het kan niet door."))
        return self.back("twijfel")

    def _spam(self, doubt_id):
        form = doubtful.look(doubt_id).form
        committed(lambda: doubtful.throw_away(doubt_id))
        counters.count("pile", form, "spam")
        self.tell(_("doubtful_said_spam", default="Weg. Tot en met morgen kun je het nog terughalen, onderaan."))
        return self.back("twijfel")

    def _undo(self, doubt_id):
        committed(lambda: doubtful.take_back(doubt_id))
        self.tell(_("doubtful_said_back", default="Het ligt weer op de stapel."))
        return self.back("twijfel")

    # -- looking

    @cached_property
    def rows(self):
        """Return what waits, the oldest first; nothing when the vault is closed."""
        try:
            return [self._row(doubt) for doubt in doubtful.pile()]
        except keys.VaultProblem as problem:
            self.problem = problem.message
            return []

    @cached_property
    def thrown(self):
        """Return what was thrown away and can come back."""
        return [] if self.problem else [self._row(doubt) for doubt in doubtful.thrown_away()]

    def _row(self, doubt):
        form = doubtful.form_of(doubt.form)
        days = (clock.today() - doubt.received).days
        age = _("doubtful_age", default="${days} dagen geleden", mapping={"days": days})
        if days < 2:
            age = (_("doubtful_today", default="Vandaag"), _("doubtful_yesterday", default="Gisteren"))[max(days, 0)]
        return {
            "id": doubt.id,
            "form": form.title if form is not None else _("doubtful_form_gone", default="Een formulier dat weg is"),
            "age": age,
            "reasons": [REASONS[reason] for reason in doubt.reasons if reason in REASONS],
            "open": doubt.id == self.opened,
            "known": form is not None,
        }

    def buttons(self, row):
        """Return what can be done with a row: {do, title, icon, css}."""
        show = {"do": "show", "title": SHOW, "icon": "eye", "css": "sb-btn--second"}
        good = {"do": "good", "title": GOOD, "icon": "check", "css": "sb-btn--second"}
        spam = {"do": "spam", "title": SPAM, "icon": "bin", "css": "sb-btn--stop"}
        return [
            *([] if row["open"] or not row["known"] else [show]),
            *([good] if row["known"] else []),
            spam,
        ]

    @cached_property
    def reasons(self):
        """Return how often each reason was seen in the last month: [(words, number)], most first."""
        since = clock.today().replace(day=1)
        found = Counter()
        for key, periods in counters.series("guard", since=since).items():
            if key[2] in REASONS:
                found[key[2]] += sum(periods.values())
        return [(REASONS[reason], number) for reason, number in found.most_common()]
