"""The page on which an expert sees what came of it, and the request by which a browser says that a page was read."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from samenbeter import _
from samenbeter.shared import charts
from samenbeter.shared import guard_rate
from samenbeter.shared import visits
from samenbeter.shared.limits import Limit
from samenbeter.shared.pages import PrivatePage
from samenbeter.vraagbaak.cases.case import ACTED
from samenbeter.vraagbaak.cases.case import HELPED
from samenbeter.vraagbaak.experts import effect
from samenbeter.vraagbaak.views import month_text
from zExceptions import NotFound


# so many readers come from one place, such as a library; more is a program
readers = Limit(120, 60 * 60)


class MyEffect(PrivatePage):
    """How much this expert answered, how often that helped, and how often it was read."""

    title = _("expert_effect", default="Wat jouw antwoorden doen")

    @cached_property
    def effect(self):
        """Return the Effect of who is logged in."""
        return effect.Effect(api.user.get_current().getId())

    @property
    def least(self):
        """Return the smallest number that is shown."""
        return effect.LEAST

    @cached_property
    def numbers(self):
        """Return {title, text, number} of what was counted; no number for few."""
        helped = self.effect.helped()
        return [
            {
                "title": _("expert_effect_helped", default="Geholpen"),
                "text": _(
                    "expert_effect_helped_text",
                    default="Zo vaak zei een vrager: dit hielp. Geteld voor je organisatie.",
                ),
                "number": helped[HELPED],
            },
            {
                "title": _("expert_effect_acted", default="Iets gedaan"),
                "text": _(
                    "expert_effect_acted_text",
                    default="Zo vaak zei een vrager: ik deed er iets mee. Geteld voor je organisatie.",
                ),
                "number": helped[ACTED],
            },
            {
                "title": _("expert_effect_read", default="Gelezen"),
                "text": _(
                    "expert_effect_read_text", default="Zo vaak lazen bewoners een antwoord waar jij aan meeschreef."
                ),
                "number": self.effect.read(),
            },
        ]

    @cached_property
    def months(self):
        """Return [(month in words, number)], oldest first."""
        return [(month_text(day, self.request), number) for day, number in self.effect.months()]

    @property
    def chart(self):
        """Return the months as a chart; nothing while there is nothing."""
        if not any(number for _words, number in self.months):
            return ""
        return charts.bars(self.months, self.say(_("expert_effect_chart", default="Jouw bijdragen per maand")), "us")


class Read(BrowserView):
    """Counts a reader: asked by the script of a public page, once it was on the screen for a while.

    No cookie, no key of a visitor; who asks to be left out is, and so are programs and who is logged in.
    """

    def __call__(self):
        """Count, and answer nothing."""
        if self.request.method != "POST" or api.content.get_state(self.context, default="") != "published":
            raise NotFound(self.__name__)
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        response.setStatus(204)
        if self._counts():
            effect.count_read(self.context)
        return ""

    def _counts(self):
        if self.request.getHeader("Sec-Fetch-Site") != "same-origin" or not api.user.is_anonymous():
            return False
        return visits.kind_of(self.request) == visits.PEOPLE and readers.count(
            guard_rate.place_of(self.request) or "unknown"
        )
