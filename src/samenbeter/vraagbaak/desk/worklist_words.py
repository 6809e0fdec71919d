"""How the desk says how much time is left and where a case stands: icon and words, never colour alone."""

from samenbeter import _
from samenbeter.shared import clock
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.case import URGENT
from samenbeter.vraagbaak.desk import people
from samenbeter.vraagbaak.desk import site_panel
from samenbeter.vraagbaak.desk.facts import STATES
from zope.i18n import translate


HOUR = 60
SOON = 3 * HOUR
NOBODY = _("table_stands_nobody", default="Nog niemand gevraagd")
STANDS = {
    states.RECEIVED: _("table_stands_received", default="Gegevens weghalen"),
    states.WAITING: _("table_stands_waiting", default="Wacht op de vrager"),
    states.CLOSED: _("table_stands_closed", default="Gesloten"),
    states.REJECTED: _("table_stands_rejected", default="Niet in behandeling"),
}


def contributions_in(case):
    """Return how many partners answered; the timeline says it, so no consultation is opened for a list."""
    came = {event["about"] for event in case.timeline if event["what"] == "contributed"}
    return len(came.difference(case.partners))


class Words:
    """Says what the table shows of a case.

    :param calendar: of the desk.
    """

    def __init__(self, desk, sb, calendar):
        self.desk, self.sb, self.calendar = desk, sb, calendar

    def row(self, case, titles):
        """Return a row: {number, url, title, time, themes, stands, owner, reads, urgent, hidden}.

        :param titles: {UID: title} of the questions of the page.
        """
        known = {"number": case.number, "url": f"{self.desk.absolute_url()}/@@dossier/{case.number}"}
        if store.is_frozen(case):
            return {**known, "hidden": True, "title": _("table_hidden", default="Verborgen op wens van de vrager")}
        return {
            **known,
            "hidden": False,
            "title": titles.get(case.question) or _("table_new_question", default="Nieuwe vraag"),
            "time": self.time(case),
            "themes": self.sb.terms("samenbeter.themes", case.themes),
            "stands": self.stands(case),
            "owner": people.name_of(case.owner),
            "reads": people.name_of(case.holds) if case.holds else "",
            "urgent": case.urgency == URGENT,
        }

    def time(self, case):
        """Return {"text", "icon", "state"} for the tag: how much working time is left."""
        due = case.due
        if due is None:
            return {"text": _("table_time_none", default="Geen haast"), "icon": "check", "state": "ok"}
        now = clock.now()
        if due <= now:
            return {"text": self._late(due, now), "icon": "warning", "state": "late"}
        left = self.calendar.minutes(now, due)
        if left < 8 * HOUR:
            text = _("table_time_left", default="Nog ${time}", mapping={"time": self._span(now, due)})
            return {"text": text, "icon": "clock", "state": "warn" if left < SOON else "info"}
        text = _("table_time_before", default="Vóór ${when}", mapping={"when": self._when(due)})
        return {"text": text, "icon": "clock", "state": "info"}

    def _late(self, due, now):
        if self.calendar.minutes(due, now) < 1:
            # nobody has worked since: then only the moment says something
            return _("table_time_late_since", default="Te laat sinds ${when}", mapping={"when": self._when(due)})
        return _("table_time_late", default="Te laat: ${time}", mapping={"time": self._span(due, now)})

    def _when(self, moment_):
        return f"{self.sb.day(moment_)}, {self.sb.time(moment_)}"

    def _span(self, start, end):
        minutes = max(1, int(self.calendar.minutes(start, end)))
        if minutes < HOUR:
            return translate(
                _("table_minutes", default="${count} min", mapping={"count": minutes}), context=self.sb.request
            )
        return translate(
            _("table_hours_count", default="${count} uur", mapping={"count": minutes // HOUR}), context=self.sb.request
        )

    def stands(self, case):
        """Return where a case stands, a message."""
        if site_panel.is_late(case, self.desk):
            day = self.sb.day(moment(case.approval["asked"]))
            return _("table_stands_no_yes_since", default="Geen ja gekregen sinds ${day}", mapping={"day": day})
        if case.state == states.ANSWERED:
            if case.is_ready:
                return _("table_stands_ready", default="Klaar om te plaatsen")
            return STATES[case.state][0]["text"]
        if case.state == states.REDACTED:
            return NOBODY
        if case.state == states.ANSWERING:
            if not case.partners:
                return _("table_stands_write", default="Antwoord schrijven")
            came = contributions_in(case)
            return _(
                "table_stands_in",
                default="${count} van ${total} bijdragen binnen",
                mapping={"count": came, "total": came + len(case.partners)},
            )
        return STANDS.get(case.state, case.state)
