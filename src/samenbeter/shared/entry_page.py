"""The page of the entry codes: what hangs where, how many people came by it, and how far they got."""

from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.interfaces import IPersonalDataDetector
from samenbeter.shared import charts
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.shared import csv_text
from samenbeter.shared import entry
from samenbeter.shared import visits
from samenbeter.shared.marks import NAME
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.transactions import committed
from zope.component import queryUtility

import datetime


WEEKS = 8
NO_CODE = {
    entry.OTHER: _("entry_row_other", default="Een code die er niet (meer) is"),
    entry.NONE: _("entry_row_none", default="Zonder code"),
}


def is_named(*texts):
    """Return whether somebody's name seems to stand in a text: a help, not a guarantee."""
    detector = queryUtility(IPersonalDataDetector)
    if detector is None:
        return False
    return any(mark.kind == NAME for text in texts for mark in detector.marks(text.replace("-", " ").title()))


class EntryCodes(PrivatePage):
    """Makes codes, lets them end, and shows what was counted. No visitor is known by any of it."""

    title = _("entry_title", default="Toegangscodes")
    kinds = entry.KINDS
    steps = entry.STEPS

    def act(self):
        """Make a code, let one end, or hand out the figures."""
        acts = {"make": self._make, "end": self._end, "csv": self._csv}
        act = acts.get(self.field("do"))
        return act() if act else None

    def _make(self):
        values = (self.field("kind"), self.field("title", 200), self.field("target", 500), self.field("code", 60))
        try:
            made = committed(lambda: entry.make(*values).code)
        except entry.Refused as refused:
            self.errors[refused.field] = refused.message
            return None
        self.tell(_("entry_said_made", default="De code ${code} is er.", mapping={"code": made}))
        if is_named(made, self.field("title", 200)):
            self.tell(
                _(
                    "entry_said_name",
                    default="Staat er een naam van iemand in? Maak dan liever een andere code. Iedereen kan hem lezen.",
                )
            )
        return self.back("toegangscodes")

    def _end(self):
        code = self.field("code")
        if committed(lambda: entry.end(code)):
            self.tell(_("entry_said_ended", default="De code telt niet meer mee. De link blijft werken."))
        return self.back("toegangscodes")

    def _csv(self):
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="toegangscodes.csv"')
        return csv_text.table(self._table())

    def _table(self):
        yield ["code", "kind", "title", "target", "created", "ended", "bots", *entry.STEPS]
        for row in self.rows:
            one = row["entry"]
            about = (one.kind, one.title, f"/{one.path}", one.created, one.ended or "") if one else ("", "", "", "", "")
            yield [row["code"], *about, row["bots"], *(step["people"] for step in row["steps"])]

    # -- looking

    @cached_property
    def site_url(self):
        """Return the address of the site that names no language: it goes on paper."""
        return self.sb.site_url()

    @cached_property
    def rows(self):
        """Return the codes with what was counted of each, and at the end what came otherwise."""
        counted = entry.funnel()
        rows = [self._row(one.code, one, counted.get(one.code)) for one in entry.codes()]
        return [*rows, *(self._row(name, None, counted[name]) for name in NO_CODE if name in counted)]

    def _row(self, code, one, steps):
        empty = {visits.PEOPLE: 0, visits.BOTS: 0}
        steps = steps or dict.fromkeys(entry.STEPS, empty)
        return {
            "code": code,
            "entry": one,
            "title": one.title if one else NO_CODE[code],
            "kind": entry.KINDS.get(one.kind) if one else None,
            "path": f"/{one.path}" if one else None,
            "url": f"{self.site_url}/{entry.VIA}/{code}" if one else None,
            "ended": self.sb.date(one.ended) if one and one.ended else None,
            "created": self.sb.date(one.created) if one else None,
            "bots": sum(step[visits.BOTS] for step in steps.values()),
            "steps": [{"title": title, "people": steps[name][visits.PEOPLE]} for name, title in entry.STEPS.items()],
        }

    @cached_property
    def weeks(self):
        """Return the last weeks: [(words, number of people that arrived by any code)]."""
        today = clock.today()
        monday = today - datetime.timedelta(days=today.weekday())
        first = monday - datetime.timedelta(weeks=WEEKS - 1)
        found = {first + datetime.timedelta(weeks=number): 0 for number in range(WEEKS)}
        for key, periods in counters.series(entry.COUNTER, since=first).items():
            if key[2:] == (entry.ARRIVED, visits.PEOPLE):
                for period, n in periods.items():
                    week = counters.week_of(period)
                    # of a month that is over the weeks are not known any more
                    if week in found and len(period) == 10:
                        found[week] += n
        return [(self._week(week), n) for week, n in found.items()]

    def _week(self, monday):
        return self.say(_("entry_week", default="Week van ${date}", mapping={"date": f"{monday.day}-{monday.month}"}))

    @property
    def chart(self):
        """Return the weeks as a chart; nothing while nobody came."""
        if not any(n for _words, n in self.weeks):
            return ""
        return charts.bars(self.weeks, self.say(_("entry_chart", default="Mensen die binnenkwamen, per week")))

    @property
    def home(self):
        """Return the title of the site."""
        return api.portal.get().title
