"""The page of a link that was mailed: a button, and what follows when it is pressed.

To look changes nothing. A link that was used, is too old or never was gives one and the same answer.
"""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.privacy import links
from samenbeter.privacy.correcting import change_address
from samenbeter.privacy.fresh import MINUTES
from samenbeter.privacy.fresh import USE
from samenbeter.privacy.pages import PrivatePage
from samenbeter.shared import proofs
from samenbeter.shared.transactions import committed


# where a fresh log-in leads to: act, page
PAGES = {"export": "mijn-download", "email": "mijn-gegevens-kloppen", "erase": "wis-mijn-gegevens"}
TEXTS = {
    links.DOOR: _("rights_link_door", default="Druk op de knop. Dan zie je wat wij van je weten."),
    links.FRESH: _("rights_link_fresh", default="Druk op de knop. Dan weten wij dat jij het bent."),
    links.MAIL: _("rights_link_mail", default="Druk op de knop. Dan gebruiken wij voortaan dit mailadres."),
}


class LinkPage(PrivatePage):
    """The button of a link, and what it does."""

    onward = ViewPageTemplateFile("templates/onward.pt")
    done = False

    @property
    def title(self):
        """Return what the page is."""
        if self.done:
            return _("rights_onward_title", default="Gelukt")
        if self.link is None:
            return _("rights_link_gone", default="Deze link werkt niet meer")
        return _("rights_link_title", default="Verder met je link")

    @property
    def code(self):
        """Return the code of the link: it comes in the address, and goes on in the form."""
        return self.field("code", 200)

    @cached_property
    def link(self):
        """Return the link, or None when it does not hold."""
        return links.look(self.code)

    @property
    def text(self):
        """Return what the button does."""
        return TEXTS[self.link.use]

    @property
    def other_person(self):
        """Return whether the link is for an account, and this person is not logged in with it."""
        return self.link.use == links.FRESH and self.link.subject.userid != api.user.get_current().getId()

    def show(self):
        """Return the page; also its status says when the link does not hold."""
        if self.link is None:
            self.request.response.setStatus(404)
        return super().show()

    def act(self):
        """Use the link up, and go on."""
        if self.link is None or self.other_person:
            return None
        acts = {links.DOOR: self._door, links.FRESH: self._fresh, links.MAIL: self._mail}
        return acts[self.link.use]()

    def _used(self, more=lambda link: True):
        def act():
            link = links.use_up(self.code)
            return link is not None and more(link)

        done = committed(act)
        if not done:
            # somebody else was first
            self.link = None
        return done

    def _door(self):
        if not self._used():
            return None
        return self._go_on("gegevens-zonder-account", links.proof_of(self.link))

    def _fresh(self):
        act, userid = self.link.data["act"], self.link.subject.userid
        if not self._used():
            return None
        return self._go_on(PAGES[act], proofs.sign(USE, userid, act, minutes=MINUTES))

    def _go_on(self, page, proof):
        self.done = True
        self.target, self.proof = f"{self.url}/@@{page}", proof
        return self.onward()

    def _mail(self):
        if not self._used(lambda link: change_address(link.subject.userid, link.data["address"])):
            return None
        self.tell(_("rights_email_changed", default="Je nieuwe mailadres geldt nu."))
        self.request.response.redirect(self.url, status=303)
        return ""
