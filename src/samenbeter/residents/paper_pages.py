"""Codes on paper: the page of who hands them out, and that of who has one."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.residents import log_in_names
from samenbeter.residents import members
from samenbeter.residents import paper
from samenbeter.residents.arriving import Arriving
from samenbeter.residents.passwords import problem
from samenbeter.shared import guard_rate
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.transactions import committed

import segno


class PaperCodes(PrivatePage):
    """Makes slips. A slip is shown once: in the answer to the press of the button."""

    title = _("paper_title", default="Codes op papier")
    parts = ViewPageTemplateFile("templates/parts.pt")
    code = ""
    until = None

    @property
    def open(self):
        """Return whether residents may make an account now."""
        return paper.sign_up_is_open()

    @cached_property
    def rows(self):
        """Return the codes that were handed out and not used."""
        return paper.still_open()

    @property
    def address(self):
        """Return the address that stands on the slip, as short as it can be typed."""
        return f"{api.portal.get().absolute_url()}/account-met-code"

    @property
    def typed(self):
        """Return the same address as it is typed."""
        return self.address.partition("://")[2]

    @property
    def square(self):
        """Return the same address as a square for a phone; the code is not in it."""
        return segno.make(self.address, error="m").svg_inline(scale=4, border=2, dark="#000", light="#fff")

    def act(self):
        """Make a slip, or let one not work any more."""
        if self.field("do") == "make" and self.open:
            if not paper.made.count(api.user.get_current().getId()):
                self.errors["make"] = _("paper_many", default="Je maakte er net veel. Wacht een uur.")
                return None
            self.code, self.until = committed(paper.make)
            self.title = _("paper_slip_title", default="Een briefje met een code")
            return None
        if self.field("do") == "withdraw":
            record = self.field("record", 64)
            if committed(lambda: paper.withdraw(record)):
                self.tell(_("paper_withdrawn", default="Deze code werkt niet meer."))
            return self.back("papieren-code")
        return None


class WithPaperCode(Arriving):
    """Makes an account with a code on paper: a log-in name and a password, no mail address."""

    own_title = _("paper_sign_up", default="Maak een account met een code")
    instead = ""

    @cached_property
    def login(self):
        """Return the log-in name that was typed, or a proposal that says nothing about anybody."""
        return self.field("login", 60) if "login" in self.request.form else log_in_names.proposal()

    def act(self):
        """Make the account, and log in."""
        if self.field("do") == "young":
            self.instead = "young"
            self.now = _("residents_young_title", default="Je kunt hier alles lezen")
            return None
        if not self.open:
            return None
        code, password = self.field("code", 60), self.field("password", 500, strip=False)
        self._check(code, password)
        if self.errors:
            return None
        login = self.login
        userid = committed(lambda: self._make(code, login, password))
        if userid is None:
            return None
        return self.arrive(userid, new=True)

    def _check(self, code, password):
        place = guard_rate.place_of(self.request)
        if place and paper.tries.reached(place):
            self.errors["code"] = _("paper_wait", default="Het ging vaak mis. Probeer het over een uur nog eens.")
            return
        if paper.find(code) is None:
            paper.tries.count(place)
            self.errors["code"] = _(
                "paper_wrong", default="Deze code werkt niet. Kijk elke letter na. Of vraag een nieuw briefje."
            )
            return
        if wrong := log_in_names.refusal(self.login):
            self.errors["login"] = wrong
        if wrong := problem(password):
            self.errors["password"] = wrong

    def _make(self, code, login, password):
        """Use the code up and make the account, both or none; None when one of them could not be."""
        if members.by_login(login) is not None:
            self.errors["login"] = log_in_names.TAKEN
            return None
        if not paper.use(code):
            self.errors["code"] = _("paper_used", default="Deze code is al gebruikt.")
            return None
        return members.make(login, password=password)
