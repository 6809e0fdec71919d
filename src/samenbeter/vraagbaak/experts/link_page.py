"""The page behind a mailed link: one expert answers one question, on a phone, without logging in. @@antwoord-geven

It opens nothing else, and nobody is logged in by it. To look changes nothing: programs that read mail open links.
"""

from functools import cached_property
from samenbeter import _
from samenbeter.shared import guard_rate
from samenbeter.shared.limits import Limit
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.too_often import TooManyRequests
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.experts import consulting
from samenbeter.vraagbaak.experts import links
from samenbeter.vraagbaak.experts.contribution_form import ContributionForm
from samenbeter.vraagbaak.experts.contribution_form import FIELDS


FORM = "vraagbaak.answer_link"
LONGEST_CODE = 100
# codes that do not hold, from one place and from all together; nobody can guess one, but looking costs something
wrong = Limit(30, 10 * 60)
wrong_of_all = Limit(1000, 10 * 60)


class _Gone(Exception):
    """The link does not hold any more."""


class AnswerByLink(PrivatePage):
    """The redacted question, and a form for the answer."""

    guard_form = FORM
    # "contributed", "declined": what was done
    done = ""

    @property
    def title(self):
        """Return what the page is called now."""
        if self.done:
            return _("expert_thanks", default="Dank je wel")
        if self.opened is None:
            return _("expert_link_gone", default="Deze link werkt niet meer")
        return _("expert_answer", default="Geef antwoord")

    @property
    def code(self):
        """Return the code that came along."""
        return self.field("code", longest=LONGEST_CODE)

    @cached_property
    def opened(self):
        """Return what the code opens, or None."""
        return links.look(self.code)

    @cached_property
    def form(self):
        """Return what the form shows."""
        return ContributionForm(self, self.opened.question, self.opened.userid, [self.opened.partner])

    @property
    def typed(self):
        """Return what was written while the link stopped working: it is not lost."""
        sent = [self.field(name) for name in (*FIELDS, "reason_text") if name != "discipline"]
        return "\n\n".join(filter(None, sent)) if self.request.method == "POST" else ""

    def __call__(self):
        """Show it, or do what was asked; a code that does not hold is answered the same, whatever is wrong with it."""
        place = guard_rate.place_of(self.request) or "unknown"
        if wrong.reached(place) or wrong_of_all.reached("all"):
            raise TooManyRequests(60)
        if self.opened is None:
            wrong.count(place)
            wrong_of_all.count("all")
        return super().__call__()

    def show(self):
        """Return the page."""
        if self.opened is None and not self.done:
            self.request.response.setStatus(404)
        return super().show()

    def act(self):
        """Keep the contribution, or that there will be none; the link is used up by it."""
        act = {"contribute": self._contribute, "decline": self._decline}.get(self.field("do"))
        if self.opened is None or act is None:
            return None
        # the form fills itself in from the database, so it is asked before
        act = act()
        try:
            self.done = committed(lambda: self._once(act))
        except consulting.Refused as problem:
            self.errors[problem.field] = problem.message
        except (_Gone, states.WrongStep):
            self.__dict__["opened"] = None
        return None

    def _once(self, act):
        opened = links.look(self.code)
        if opened is None:
            raise _Gone
        said = act(opened)
        links.use_up(opened)
        return said

    def _contribute(self):
        fields = self.form.fields()

        def act(opened):
            consulting.contribute(opened.question, opened.userid, opened.partner, fields)
            return "contributed"

        return act

    def _decline(self):
        reason, text = self.field("reason"), self.field("reason_text")

        def act(opened):
            consulting.decline(opened.consultation.id, opened.userid, reason, text)
            return "declined"

        return act
