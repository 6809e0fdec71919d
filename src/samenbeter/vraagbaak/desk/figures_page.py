"""The page "@@cijfers" of a desk: what was counted, for editors and who runs the site. Nobody is known by any of it."""

from functools import cached_property
from samenbeter import _
from samenbeter.shared import charts
from samenbeter.shared import csv_text
from samenbeter.shared import referral_counts
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.small_cells import LEAST
from samenbeter.vraagbaak.desk import counting
from samenbeter.vraagbaak.desk import figure_tables
from samenbeter.vraagbaak.desk import figures
from samenbeter.vraagbaak.desk.gaps import gaps
from samenbeter.vraagbaak.views import month_text

import datetime


NAME = "cijfers"
NO_THEME = _("figures_theme_none", default="Geen onderwerp")
TITLES = {
    counting.ASKED: _("figures_asked", default="Vragen"),
    counting.FIRST_THEME: _("figures_first", default="Eerste antwoorden"),
    counting.HELPED: _("figures_helped", default="Geholpen"),
    counting.ACTED: _("figures_acted", default="Iets gedaan"),
    counting.STUCK: _("figures_stuck", default="Nog niet"),
    **{f"{figure_tables.REFERRAL}{name}": title for name, title in referral_counts.OUTCOMES.items()},
    counting.DEFLECTED: _("figures_deflected", default="Gevonden, niet verstuurd"),
}
SHARE = _("figures_in_time", default="Op tijd")
MEDIAN = _("figures_median", default="Helft binnen")
P90 = _("figures_p90", default="90 % binnen")
REFERRALS = tuple(f"{figure_tables.REFERRAL}{name}" for name in referral_counts.OUTCOMES)
ANSWERS = (counting.FIRST_THEME, *counting.OUTCOMES)


class FiguresPage(PrivatePage):
    """The figures of a desk."""

    title = _("figures_title", default="Cijfers")
    least = LEAST
    least_share = figures.LEAST

    @cached_property
    def here(self):
        """Return the address of this page."""
        return f"{self.context.absolute_url()}/@@{NAME}"

    @cached_property
    def figures(self):
        """Return the Figures."""
        return figure_tables.Figures(self.context)

    def act(self):
        """Hand out the figures."""
        if self.field("do") != "csv":
            return None
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="cijfers.csv"')
        return csv_text.table(self.figures.table())

    # -- the last ninety days

    @cached_property
    def recent(self):
        """Return [(title, words)] of the last ninety days; no words for too few."""
        found = self.figures.recent
        return [
            (_("figures_recent_time", default="Op tijd antwoord"), self.percent(found[figure_tables.SHARE])),
            (
                _("figures_recent_median", default="Helft van de vragen had antwoord binnen"),
                self.hours(found[figure_tables.MEDIAN]),
            ),
            (
                _("figures_recent_p90", default="90 % van de vragen had antwoord binnen"),
                self.hours(found[figure_tables.P90]),
            ),
        ]

    def percent(self, number):
        """Return "86 %"; "" for too few."""
        return "" if number is None else f"{number} %"

    def hours(self, number):
        """Return "1,5 werkuur" or "3 werkuren", a text; "" for too few."""
        if number is None:
            return ""
        words = f"{number:g}".replace(".", ",") if self.language == "nl" else f"{number:g}"
        if number <= 1 or number % 1:
            return self.say(_("figures_hour", default="${hours} werkuur", mapping={"hours": words}))
        return self.say(_("figures_hours", default="${hours} werkuren", mapping={"hours": words}))

    # -- by month

    @cached_property
    def months(self):
        """Return {"token", "words", "cells": [(title, words)]} for each month, the last first."""
        return [
            {"token": row["month"], "words": self._month(row["month"]), "cells": self._cells(row)}
            for row in self.figures.rows[::-1]
        ]

    def _cells(self, row):
        plain = (counting.ASKED, *ANSWERS, counting.DEFLECTED)
        return [
            *((TITLES[name], number(row[name])) for name in plain),
            (SHARE, self.percent(row[figure_tables.SHARE])),
            (MEDIAN, self.hours(row[figure_tables.MEDIAN])),
            (P90, self.hours(row[figure_tables.P90])),
        ]

    @cached_property
    def referrals(self):
        """Return the same of the referrals, without months in which nothing can be shown."""
        rows = [
            {
                "token": row["month"],
                "words": self._month(row["month"]),
                "cells": [(TITLES[name], number(row[name])) for name in REFERRALS],
            }
            for row in self.figures.rows[::-1]
        ]
        return [row for row in rows if any(words for _title, words in row["cells"])]

    def _month(self, token):
        return month_text(datetime.date.fromisoformat(f"{token}-01"), self.request)

    @cached_property
    def asked(self):
        """Return [(month in words, number of questions or None)], oldest first."""
        return [(self._month(row["month"]), row[counting.ASKED]) for row in self.figures.rows]

    @property
    def chart(self):
        """Return the questions of each month as a chart; nothing while no number can be shown."""
        if not any(found for _words, found in self.asked):
            return ""
        return charts.bars(self.asked, self.say(_("figures_chart", default="Vragen per maand")))

    # -- by theme

    @cached_property
    def chosen(self):
        """Return the month whose themes are shown, "2026-10": the one that was asked for, else the last."""
        tokens = [row["month"] for row in self.figures.rows]
        wanted = self.field("maand", 7)
        return wanted if wanted in tokens else tokens[-1]

    @property
    def chosen_words(self):
        """Return that month in words."""
        return self._month(self.chosen)

    @cached_property
    def themes(self):
        """Return {"words", "cells": [(title, words)]} for each theme in that month."""
        row = next(row for row in self.figures.rows if row["month"] == self.chosen)
        return [
            {
                "words": self.theme(token),
                "cells": [(TITLES[name], number(cells[name])) for name in (*ANSWERS, *REFERRALS)],
            }
            for token, cells in row["themes"].items()
        ]

    def theme(self, token):
        """Return what a theme is called, a text."""
        if token == referral_counts.OTHER:
            return self.say(NO_THEME)
        return self.sb.term("samenbeter.themes", token)

    @cached_property
    def gaps(self):
        """Return the themes that lack an expert or an offer, each with its words."""
        return [
            {**row, "words": self.theme(row["theme"])}
            for row in gaps(self.context, self.sb.vocabulary("samenbeter.themes"))
        ]


def number(found):
    """Return a number as text; "" for one that is not shown."""
    return "" if found is None else str(found)
