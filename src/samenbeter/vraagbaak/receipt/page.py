"""The pages on which an asker sees how it goes: by the receipt code, or with an account.

The code goes along in the forms and stands in no address, no cookie and no redirect. A wrong code, a question that is
not there and one that was hidden look the same.
"""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared import guard_rate
from samenbeter.shared.limits import Limit
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.relations import may_view
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.receipt.acts import Acts
from samenbeter.vraagbaak.receipt.showing import Status
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

import math


FOLLOW = "SamenBeter vraagbaak: Follow own questions"
# wrong codes from one network; a right one is never counted
wrong = Limit(20, 10 * 60)
UNKNOWN = _("receipt_unknown", default="Deze code kennen wij niet. Kijk of alle letters kloppen.")


class StatusPage(Acts, PrivatePage):
    """What both pages show once it is known which question it is."""

    status_page = ViewPageTemplateFile("templates/status.pt")
    erased_page = ViewPageTemplateFile("templates/erased.pt")
    parts = ViewPageTemplateFile("templates/parts.pt")
    answer_parts = ViewPageTemplateFile("templates/answer.pt")
    # the Case; None before it is known, and once it is gone
    case = None
    # what goes along in the forms: (name, value)
    along = ("code", "")

    @cached_property
    def userid(self):
        """Return the user id of who is logged in; "" for a visitor."""
        return "" if api.user.is_anonymous() else api.user.get_current().getId()

    @property
    def title(self):
        """Return the title of the page."""
        if self.erased:
            return _("receipt_erased", default="Alles is gewist")
        if self.case is not None:
            return _("receipt_status", default="Zo staat het met je vraag")
        return _("receipt_title", default="Kijk hoe het staat met je vraag")

    @property
    def status(self):
        """Return what there is to show."""
        return self.status_of(self.case)

    def status_of(self, case):
        """Return what a Case shows."""
        return Status(self, case)

    @property
    def may_claim(self):
        """Return whether the account that is logged in can have this question and has not got it yet."""
        if not self.userid or not api.user.has_permission(FOLLOW, obj=self.context):
            return False
        return self.userid not in store.account_ids(self.case)

    def kept(self, field, name=""):
        """Return what was written in a field that has to be filled in anew; "" when it was taken.

        :param field: its id.
        :param name: when that is not its id.
        """
        return self.field(name or field, self.longest) if field in self.errors else ""


class ByCode(StatusPage):
    """Asks for the code of a receipt, and shows the question behind it."""

    # minutes that somebody has to wait who tried too many; 0 for nobody
    wait = 0

    def __call__(self):
        """A desk that is hidden has this page too, for who has a code; it says so to nobody else."""
        if self.request.method != "POST" and not may_view(self.context):
            self.request.response.setStatus(404)
        return super().__call__()

    @cached_property
    def here(self):
        """Return the address of this page."""
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @cached_property
    def code(self):
        """Return the code that was sent; nothing that stands in an address."""
        return "" if self.request.get("QUERY_STRING") else self.field("code", 100)

    def find(self):
        """Return the Case of the code, as it is now; None when there is no such question for who asks."""
        case = store.by_code(self.code)
        return None if case is None or store.is_frozen(case) else case

    def act(self):
        """Look the code up, and do what the form asks."""
        return self.do() if self._opens() else None

    def refuse(self):
        """Show the question again with what was written, but for a number that may not be here."""
        return self.refused() if self._opens() else None

    def _opens(self):
        """Return whether the code opens a question; a wrong one is counted, and after too many none is looked at."""
        # nobody knows where it is from behind an unknown proxy: then nobody is kept out
        place = guard_rate.place_of(self.request)
        if place and wrong.reached(place):
            self._too_often(wrong.wait(place))
            return False
        self.case = self.find()
        if self.case is None:
            if place:
                wrong.count(place)
            self.gone()
            return False
        self.along = ("code", store.tidy_code(self.code))
        return True

    def _too_often(self, seconds):
        self.errors = {}
        self.wait = math.ceil(seconds / 60)
        self.request.response.setStatus(429)
        self.request.response.setHeader("Retry-After", str(seconds))

    def gone(self):
        """Say of a question that went meanwhile what is said of a wrong code."""
        self.errors = {"code": UNKNOWN}


@implementer(IPublishTraverse)
class ByAccount(StatusPage):
    """Shows a question of who is logged in, "@@mijn-vraag/<id>"."""

    link = ""

    def publishTraverse(self, request, name):
        """Take the id from the address; nothing stands below it."""
        if self.link:
            raise NotFound(name)
        self.link = name
        return self

    @property
    def here(self):
        """Return the address of this page."""
        return f"{self.context.absolute_url()}/@@mijn-vraag/{self.link}"

    def find(self):
        """Return the Case of the account, as it is now; None when it is of another one, elsewhere or hidden."""
        case = store.by_account_link(self.link, self.userid) if self.link and self.userid else None
        if case is None or case.desk != api.content.get_uuid(self.context) or store.is_frozen(case):
            return None
        return case

    def __call__(self):
        """Show it to its owner; to all others it is not there."""
        self.case = self.find()
        if self.case is None:
            self.gone()
        self.along = ("link", self.link)
        return super().__call__()

    def act(self):
        """Do what the form asks."""
        return self.do()

    def refuse(self):
        """Show the question again with what was written, but for a number that may not be here."""
        return self.refused()

    def show(self):
        """Return the page."""
        return self.status_page()

    def gone(self):
        """Say that there is nothing here.

        :raises NotFound: always.
        """
        raise NotFound(self.link)
