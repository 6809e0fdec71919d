"""The panels in which editors say who sees to a case, what it is about, that it is over, and take the last act back."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases.case import URGENT
from samenbeter.vraagbaak.desk import people
from samenbeter.vraagbaak.desk import triage
from samenbeter.vraagbaak.desk import undoing
from samenbeter.vraagbaak.desk.case_page import Panel
from samenbeter.vraagbaak.desk.case_page import SIDE
from samenbeter.vraagbaak.desk.refusing import Refused


class TriagePanel(Panel):
    """Who does it, about what, and whether it goes on."""

    name = "triage"
    place = SIDE
    order = 20
    template = ViewPageTemplateFile("templates/triage.pt")

    @property
    def owner(self):
        """Return who sees to it."""
        return people.name_of(self.case.owner)

    @property
    def reads(self):
        """Return who else works on it now; "" for nobody."""
        holder = self.case.holds
        return people.name_of(holder) if holder and holder != self.page.me else ""

    @property
    def holds(self):
        """Return whether this editor holds it."""
        return self.case.holds == self.page.me

    @property
    def goes_on(self):
        """Return whether somebody sees to it still: it is not over."""
        return self.case.is_open or self.case.state == states.ANSWERED

    @property
    def is_mine(self):
        """Return whether this editor sees to it."""
        return self.case.owner == self.page.me

    @property
    def editors(self):
        """Return the others who could: [(user id, name)]."""
        found = triage.editors_of(self.context)
        return [(userid, people.name_of(userid)) for userid in found if userid != self.case.owner]

    @property
    def themes(self):
        """Return the themes: [(token, title, chosen)]."""
        return [(token, title, token in self.case.themes) for token, title in triage.themes_of(self.context)]

    @property
    def urgent(self):
        """Return whether there is haste."""
        return self.case.urgency == URGENT

    @property
    def reasons(self):
        """Return why a case may not be taken up: [(word, title)]."""
        return list(triage.REASONS.items())

    @property
    def steps(self):
        """Return what can be done now: words of ``states.STEPS``."""
        return states.allowed(self.case.state)

    @property
    def undo(self):
        """Return the last act, in words, when it can be undone; else None."""
        return undoing.what(self.case)

    def _do(self, said, act, *args, **kw):
        try:
            self.page.change(act, *args, **kw)
        except Refused as refused:
            self.page.errors[refused.field or "case-triage"] = refused.message
            return None
        return said

    def do_take(self):
        """Take it on."""
        return self._do(
            _("table_said_owner", default="De eigenaar is veranderd."), triage.assign, self.page.me, self.page.me
        )

    def do_give(self):
        """Give it to another editor."""
        said = _("table_said_owner", default="De eigenaar is veranderd.")
        return self._do(said, triage.assign, self.page.field("owner"), self.page.me)

    def do_hold(self):
        """Let others see that this editor works on it: every change does that."""
        return self._do(
            _("table_said_hold", default="Anderen zien nu dat jij ermee bezig bent."), triage.hold, self.page.me
        )

    def do_release(self):
        """Let others see that this editor works on it no more."""
        said = _("table_said_release", default="Anderen zien dat jij klaar bent met deze vraag.")
        return self._do(said, self._release, holds=False)

    def _release(self, case):
        if case.holds in ("", self.page.me):
            triage.release(case)

    def do_about(self):
        """Say what it is about, and whether there is haste."""
        sent = self.request.form.get("themes", [])
        themes = [sent] if isinstance(sent, str) else [one for one in sent if isinstance(one, str)]
        urgency = URGENT if self.page.field("urgent") else "normal"

        def set_urgency(case):
            # of what is answered there is no haste any more
            if case.is_open:
                triage.set_urgency(case, urgency, self.page.me)

        def act(case):
            undoing.as_one(case, set_urgency, lambda case: triage.set_themes(case, themes, self.page.me))

        return self._do(_("table_said_about", default="Onderwerp en haast zijn bewaard."), act)

    def do_close(self):
        """Let it be over."""
        return self._do(_("table_said_closed", default="De vraag is gesloten."), triage.close, self.page.me)

    def do_reject(self):
        """Do not take it up."""
        said = _("table_said_rejected", default="De vraag gaat niet verder. Je kunt hem nog terugnemen.")
        return self._do(said, triage.reject, self.page.field("reason"), self.page.me)

    def do_take_back(self):
        """Take it up after all."""
        return self._do(_("table_said_back", default="De vraag gaat weer verder."), triage.take_back, self.page.me)

    def do_reopen(self):
        """Begin anew."""
        return self._do(_("table_said_reopened", default="De vraag is weer open."), triage.reopen, self.page.me)

    def do_undo(self):
        """Take the last act back."""
        return self._do(_("table_said_undone", default="Het is ongedaan gemaakt."), undoing.undo, self.page.me)
