"""The pages by which somebody comes in: the code of a mail, its link, and the second step."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.residents import mailing
from samenbeter.residents import second_step
from samenbeter.residents.arriving import Arriving
from samenbeter.residents.arriving import PROOF
from samenbeter.residents.arriving import safe
from samenbeter.shared import proofs
from samenbeter.shared.transactions import committed


class TypedCode(Arriving):
    """Takes the code of a mail, typed on the page that was left open. Who only has its address begins anew."""

    own_title = _("residents_sent_title", default="Kijk in je mail")

    def show(self):
        """Send on: without a ticket there is nothing here."""
        self.request.response.redirect(self.sign_up_url, status=303)
        return ""

    def act(self):
        """Log in, and make the account when it is a new one."""
        ticket, address = self.field("ticket", 64), self.field("email", 254)
        link = mailing.by_typed(ticket, self.field("code", 40))
        userid = committed(lambda: mailing.use_up(link)) if link is not None else None
        if userid is None:
            self.errors["code"] = _(
                "residents_code_wrong",
                default="Deze code klopt niet, of hij is te oud. Kijk hem na. Of gebruik de link in de mail.",
            )
            return self.sent(ticket, address)
        return self.arrive(userid, new=link.use == mailing.SIGN_UP)


class LinkFromMail(Arriving):
    """The page of a mailed link: a button that uses it up. To look changes nothing."""

    @property
    def own_title(self):
        """Return what the button does."""
        if self.link is None:
            return _("rights_link_gone", default="Deze link werkt niet meer")
        if self.is_password:
            return _("new_password_title", default="Kies een wachtwoord")
        if self.is_new:
            return _("residents_link_new", default="Maak je account")
        return _("nav_login", default="Inloggen")

    @property
    def code(self):
        """Return the code of the link: it comes in the address, and goes on in the form."""
        return self.field("code", 200)

    @cached_property
    def link(self):
        """Return the link, or None when it does not hold."""
        return mailing.by_link(self.code)

    @property
    def is_new(self):
        """Return whether the link makes an account."""
        return self.link.use == mailing.SIGN_UP

    @property
    def login(self):
        """Return the name of the account that the link leads to: only who has the link sees it."""
        user = api.user.get(userid=self.link.subject.userid)
        return user.getUserName() if user is not None else ""

    @property
    def is_known(self):
        """Return whether the link logs in who has an account."""
        return self.link.use == mailing.LOG_IN

    @property
    def is_password(self):
        """Return whether the link leads to choosing a password."""
        return self.link.use == mailing.PASSWORD

    @cached_property
    def came_from(self):
        """Return where somebody was when they asked for the link."""
        return safe(self.link.data["came_from"], self.context, self.request) if self.link is not None else ""

    def show(self):
        """Return the page; also its status says when the link does not hold."""
        if self.link is None:
            self.request.response.setStatus(404)
        return super().show()

    def act(self):
        """Use the link up, and go on."""
        link, _where = self.link, self.came_from
        userid = committed(lambda: mailing.use_up(link)) if link is not None else None
        if userid is None:
            self.link = None
            return None
        if link.use == mailing.PASSWORD:
            return self.ask_password(userid)
        return self.arrive(userid, new=link.use == mailing.SIGN_UP)


class SecondStep(Arriving):
    """Takes the code of the second step. Who only has its address begins at the log-in page."""

    own_title = _("second_step_title", default="Nog één stap")
    codes_page = ViewPageTemplateFile("templates/second_step_codes.pt")
    codes = ()

    def show(self):
        """Send on: without the first step there is nothing here."""
        self.request.response.redirect(f"{self.url}/login", status=303)
        return ""

    def act(self):
        """Log in; or set the app up, show the codes for on paper once, and log in."""
        userid = self.field("user", 200)
        if not proofs.holds(self.field("proof", 200), PROOF, userid) or api.user.get(userid=userid) is None:
            self.tell(_("second_step_late", default="De tijd is om. Log opnieuw in."))
            return self.show()
        typed = self.field("code", 40)
        if second_step.is_set_up(userid):
            if second_step.passes(userid, typed):
                return self.enter(userid)
        else:
            codes = second_step.confirm(userid, typed)
            if codes is not None:
                return self._set_up(userid, codes)
        self.errors["code"] = second_step.why_not(userid)
        return self.ask_second_step(userid)

    def _set_up(self, userid, codes):
        self.codes = codes
        self.let_in(userid)
        # the codes come first: they are shown once
        self.now = _("second_step_codes_title", default="Bewaar je noodcodes")
        return self.codes_page()
