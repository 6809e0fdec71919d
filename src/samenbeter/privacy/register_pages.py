"""The register of processing for who works here: a page, a table to take along, and the start of a DPIA."""

from functools import cached_property
from samenbeter import _
from samenbeter.privacy import dpia
from samenbeter.privacy.policy_pages import RegisterView

import csv
import io


# a spreadsheet takes a text that begins with one of these for a formula
FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = {
    "id": _("register_id", default="Naam in de site"),
    "title": _("register_what", default="Soort gegevens"),
    "description": _("register_about", default="Wat erin staat en over wie"),
    "data": _("register_data", default="Gegevens"),
    "special": _("register_special", default="Bijzondere gegevens"),
    "why": _("register_why", default="Doel"),
    "law": _("register_ground", default="Grondslag"),
    "article": _("register_article", default="Artikel van de AVG"),
    "exception": _("register_exception", default="Uitzondering voor bijzondere gegevens"),
    "who": _("register_who", default="Wie het kan lezen"),
    "period": _("register_period", default="Bewaartermijn"),
    "clock": _("register_clock", default="Vanaf wanneer, en wat het eerder laat eindigen"),
    "closed": _("register_closed", default="Versleuteld bewaard"),
}
YES, NO = _("register_yes", default="ja"), _("register_no", default="nee")


class RegisterBase(RegisterView):
    """Base: closed to all but who may read the register, and kept by no browser."""

    def __call__(self):
        """Show it."""
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.render()

    @cached_property
    def rows(self):
        """Return all kinds of data in words, by name."""
        return [self.row(activity) for activity in self.register.activities]

    @cached_property
    def unused(self):
        """Return the purposes for which nothing is kept, in words."""
        return [
            {"id": aim.id, "title": self.say(aim.title), "text": self.say(aim.text)} for aim in self.register.unused()
        ]


class RegisterPage(RegisterBase):
    """The page "Verwerkingsregister"."""

    sb_page = True
    sb_title = _("register_title", default="Verwerkingsregister")

    def render(self):
        """Return the page."""
        return self.index()

    @cached_property
    def gaps(self):
        """Return what is not in order: a list of texts."""
        found = []
        for activity in self.register.activities:
            name = {"what": self.say(activity.title)}
            if not activity.aim.known:
                found.append(_("register_gap_aim", default="${what}: er is geen doel vastgelegd.", mapping=name))
            elif activity.special and not activity.aim.exception:
                found.append(
                    _("register_gap_special", default="${what}: bijzonder, maar zonder uitzondering.", mapping=name)
                )
        if not self.register.controller.email:
            found.append(_("register_gap_email", default="Er is geen e-mailadres voor vragen over gegevens."))
        return found


class RegisterTable(RegisterBase):
    """The register as CSV."""

    def render(self):
        """Return the table, with one line for each kind of data."""
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="verwerkingsregister.csv"')
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(self.say(title) for title in COLUMNS.values())
        for row in self.rows:
            writer.writerow(_cell(self._text(row[name])) for name in COLUMNS)
        for aim in self.unused:
            known = {"id": aim["id"], "why": aim["title"], "description": aim["text"]}
            writer.writerow(_cell(known.get(name, "")) for name in COLUMNS)
        # spreadsheets take a file without a mark for another alphabet
        return ("\ufeff" + out.getvalue()).encode("utf-8")

    def _text(self, value):
        if isinstance(value, bool):
            return self.say(YES if value else NO)
        return value


def _cell(text):
    return f"'{text}" if text.startswith(FORMULA) else text


class DpiaStart(RegisterBase):
    """The start of a data protection impact assessment, as a text file."""

    def render(self):
        """Return the text."""
        response = self.request.response
        response.setHeader("Content-Type", "text/markdown; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="dpia.md"')
        return dpia.text(self.register.controller, self.rows, self.unused, self.say).encode("utf-8")
