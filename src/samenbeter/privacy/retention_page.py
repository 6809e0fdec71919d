"""The page on which the site decides how long each kind of personal data is kept."""

from datetime import timedelta
from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import following
from samenbeter.privacy import retention
from samenbeter.privacy.pages import PrivatePage
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import periods
from samenbeter.shared.transactions import committed
from zope.component import getUtilitiesFor


# a page does not wait longer; the job goes on by itself
PATIENCE = timedelta(seconds=20)
WRONG = _("retention_wrong", default="Vul een heel getal in van 0 tot ${most}.", mapping={"most": periods.LONGEST})


class RetentionPage(PrivatePage):
    """All kinds with their periods, what would go now, and what went the last time."""

    title = _("retention_title", default="Bewaren en wissen")
    # {name: number} once it was asked for
    counts = None

    def act(self):
        """Save, count, run, or begin a new journal."""
        return {
            "save": self.save,
            "count": self.count,
            "run": self.run,
            "start-over": self.start_over,
        }.get(self.field("do"), self.show)()

    # -- what a POST does

    def save(self):
        """Keep the periods when all are right."""
        decided = dict(self._decided)
        for row in self.rows:
            if not row["editable"]:
                continue
            text = self.field(row["id"])
            if text.isascii() and text.isdigit() and len(text) <= 4 and int(text) <= periods.LONGEST:
                decided[row["name"]] = int(text)
            elif text:
                self.errors[row["id"]] = WRONG
            if not text or decided.get(row["name"]) == row["standard"]:
                # as we deliver it, also when that changes
                decided.pop(row["name"], None)
        if self.errors:
            return None
        committed(lambda: api.portal.set_registry_record(periods.RECORD, decided))
        self.tell(_("retention_saved", default="De bewaartermijnen zijn opgeslagen."))
        return self.back(self.__name__)

    def count(self):
        """Count what would go now; nothing changes."""
        self.counts = retention.dry_run()

    def run(self):
        """Run the job, as long as a page can wait."""
        done = jobs.run_due(until=clock.now() + PATIENCE, only=retention.NAME)
        if done["failed"]:
            self.tell(_("retention_failed", default="Niet alles kon worden gewist. Kijk bij Werk van de site."))
        elif done["more"]:
            self.tell(_("retention_goes_on", default="Er is veel te wissen. De site gaat vanzelf verder."))
        else:
            self.tell(_("retention_ran", default="Klaar. Wat zijn tijd had gehad, is weg."))
        return self.back(self.__name__)

    def start_over(self):
        """Begin a new journal, when the old one is lost."""
        if self.journal_problem:
            committed(self._new_journal)
            self.tell(_("journal_started", default="Er is een nieuw logboek van wissingen."))
        return self.back(self.__name__)

    def _new_journal(self):
        following.start_over()
        audit.note("edit", section=following.NAME)

    # -- what is shown

    @cached_property
    def journal_problem(self):
        """Return what is wrong with the journal of erasures, or None."""
        return following.problem()

    @cached_property
    def last(self):
        """Return (when the job ran last or None, {name: number})."""
        return retention.last_run()

    @cached_property
    def rows(self):
        """Return the kinds, by title."""
        rows = [self._row(name, provider) for name, provider in getUtilitiesFor(IPersonalDataProvider)]
        return sorted(rows, key=lambda row: row["title"].lower())

    @property
    def _decided(self):
        return api.portal.get_registry_record(periods.RECORD, default=None) or {}

    def _row(self, name, provider):
        field = f"days-{name}"
        days = self._decided.get(name, provider.period)
        return {
            "name": name,
            "id": field,
            "title": self.say(provider.title),
            "clock": provider.clock,
            "editable": provider.period is not None or getattr(provider, "can_expire", False),
            "days": self._typed(field, "" if days is None else str(days)),
            "standard": provider.period,
            "would": None if self.counts is None else self.counts.get(name, 0),
            "went": self.last[1].get(name, 0),
        }

    def _typed(self, field, kept):
        return self.field(field) if field in self.request.form else kept
