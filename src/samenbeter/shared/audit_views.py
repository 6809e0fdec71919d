"""The page "Logboek": who reads it is in it, too."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import timezone
from dateutil.tz import gettz
from functools import cached_property
from itertools import islice
from plone import api
from samenbeter import _
from samenbeter.shared import audit
from samenbeter.shared import audit_words
from samenbeter.shared import clock
from samenbeter.shared import seals
from samenbeter.shared.audit_page import GuardedPage
from samenbeter.shared.audit_store import Entry
from samenbeter.shared.transactions import committed

import csv
import dataclasses
import io
import re


PURPOSE = "samenbeter.security"
SIZE = 50
DAYS = 7
ACTOR = re.compile(r"[0-9a-f]{32}")


class AuditPage(GuardedPage):
    """The form and the state of the seals on GET; entries only on POST, and each look is an entry."""

    title = _("audit_title", default="Logboek")
    rows = None
    asked = None
    more = False

    def act(self):
        """Show a page of entries, hand them over as CSV, say who an actor is, or look through all."""
        if "check" in self.request.form:
            self.problems = seals.look(committed(audit.store))
            return None
        if self.period is None:
            return None
        if self.field("who"):
            self.asked = self._who(self.field("who"))
        section = "csv" if "csv" in self.request.form else "entries"
        committed(lambda: audit.note("logview", section=section, basis=PURPOSE))
        if section == "csv":
            return self._csv()
        start = (self.page - 1) * SIZE
        found = list(islice(audit.entries(*self.period, action=self.action), start, start + SIZE + 1))
        self.more = len(found) > SIZE
        self.rows = [self._row(entry) for entry in found[:SIZE]]
        return None

    # -- what was asked

    @cached_property
    def first(self):
        """Return the first day, as the form has it."""
        return self.field("first") or (self._today - timedelta(days=DAYS - 1)).isoformat()

    @cached_property
    def last(self):
        """Return the last day, as the form has it."""
        return self.field("last") or self._today.isoformat()

    @cached_property
    def action(self):
        """Return the action that is asked for; "" for all."""
        return self.field("action") if self.field("action") in audit.ACTIONS else ""

    @cached_property
    def page(self):
        """Return the number of the page."""
        # who asks for a person stays where they are
        text = self.field("now" if self.field("who") else "page", 6)
        return max(1, int(text)) if text.isascii() and text.isdigit() else 1

    @cached_property
    def period(self):
        """Return (moment, moment) in UTC of the days that are asked for; None when they are none."""
        days = []
        for name in ("first", "last"):
            try:
                days.append(date.fromisoformat(getattr(self, name)))
            except ValueError:
                self.errors[name] = _("audit_no_day", default="Vul een dag in, zoals 2026-11-24.")
        if self.errors:
            return None
        first, last = days
        if last < first or last.year > 9000:
            self.errors["last"] = _("audit_before", default="De laatste dag is vóór de eerste. Draai ze om.")
            return None
        return self._midnight(first), self._midnight(last + timedelta(days=1))

    @cached_property
    def _zone(self):
        return gettz(api.portal.get_registry_record("plone.portal_timezone", default=None) or "Europe/Amsterdam")

    @property
    def _today(self):
        return clock.now().astimezone(self._zone).date()

    def _midnight(self, day):
        return datetime.combine(day, time(), self._zone).astimezone(timezone.utc)

    # -- showing

    def actions(self):
        """Return the actions to choose from."""
        return [
            {"value": name, "title": audit_words.ACTIONS[name], "chosen": name == self.action} for name in audit.ACTIONS
        ]

    @cached_property
    def words(self):
        """Return what says what entries mean."""
        return audit_words.Words()

    def _row(self, entry):
        return {
            "when": audit.moment(entry),
            "what": self.words.what(entry),
            "outcome": audit_words.OUTCOMES.get(entry.outcome, entry.outcome),
            "who": self.words.who(entry),
            "organisation": self.words.organisation(entry),
            "actor": entry.actor,
            "person": ACTOR.fullmatch(entry.actor) is not None,
            "why": self.words.why(entry),
            "reason": self.words.reason(entry),
            "about": entry.subject,
            "object": entry.object,
        }

    def state(self):
        """Return what is known of the seals: {"sealed": date or None, "checked": moment or None, "problems": number}."""
        store = audit.existing()
        last = seals.newest(store) if store is not None else None
        return {
            "sealed": date.fromordinal(last.day) if last is not None else None,
            "checked": store.checked.moment if store is not None else None,
            "problems": store.checked.problems if store is not None else 0,
        }

    # what is not as it was, just looked for; None: nobody asked
    problems = None

    # -- who

    def _who(self, actor):
        """Return who acts under a name of the log; that somebody asked is in the log."""
        if not ACTOR.fullmatch(actor):
            return None
        committed(lambda: audit.note("logview", object=actor, section="who", basis=PURPOSE))
        name = next((_name(member) for member in _staff() if audit.pseudonym_of(member.getId()) == actor), None)
        return {"actor": actor, "name": name}

    # -- CSV

    def _csv(self):
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="logboek.csv"')
        names = [field.name for field in dataclasses.fields(Entry)]
        text = io.StringIO()
        lines = csv.writer(text)
        lines.writerow([*names, "organisation_title"])
        for entry in audit.entries(*self.period, action=self.action):
            title = self.say(self.words.organisation(entry))
            lines.writerow([_cell(value) for value in (*(getattr(entry, name) for name in names), title)])
        # a spreadsheet knows by the mark that it is UTF-8
        return "\ufeff" + text.getvalue()


def _cell(value):
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _staff():
    """Yield the members who have one of the roles that the log knows, each once."""
    roles, seen = set(audit.ROLES), set()
    for group in api.group.get_groups():
        if roles & set(group.getRoles()):
            for member in group.getGroupMembers():
                if member.getId() not in seen and hasattr(member, "getUserName"):
                    seen.add(member.getId())
                    yield member
    manager = api.portal.get_tool("acl_users").portal_role_manager
    for role in audit.ROLES:
        for userid, _title in manager.listAssignedPrincipals(role):
            member = api.user.get(userid=userid) if userid not in seen else None
            if member is not None:
                seen.add(userid)
                yield member


def _name(member):
    return member.getProperty("fullname") or member.getUserName()
