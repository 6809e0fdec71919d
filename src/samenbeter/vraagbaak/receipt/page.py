"""The pages on which an asker sees how it goes: by the receipt code, or with an account.

The code goes along in the forms and stands in no address, no cookie and no redirect. A wrong code, a question that is
not there and one that was hidden look the same.
"""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared import audit_words
from samenbeter.shared import guard_rate
from samenbeter.shared.limits import Limit
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.relations import may_view
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import case as words
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk.refusing import Refused
from samenbeter.vraagbaak.receipt import erasing
from samenbeter.vraagbaak.receipt import receiving
from samenbeter.vraagbaak.receipt.showing import Status
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


MINUTES = 10
# wrong codes from one network; a right one is never counted
wrong = Limit(20, MINUTES * 60)
UNKNOWN = _("receipt_unknown", default="Deze code kennen wij niet. Kijk of alle letters kloppen.")
CHANGED = _("receipt_changed", default="Er is intussen iets veranderd. Kijk hoe het nu is.")
TICK = _("receipt_erase_tick", default="Zet eerst een vinkje. Wissen kan niet ongedaan.")
SAID = {
    "reply": _("receipt_said_reply", default="Dank je. Wij gaan verder met je vraag."),
    words.HELPED: _("receipt_said_helped", default="Fijn dat je geholpen bent."),
    words.ACTED: _("receipt_said_acted", default="Mooi dat je iets deed."),
    words.STUCK: _("receipt_said_stuck", default="Jammer. Wij kijken er nog een keer naar."),
    "approve": _("receipt_said_approve", default="Dank je. De redactie mag deze woorden op de site zetten."),
    "refuse": _("receipt_said_refuse", default="Goed. Je vraag komt niet op de site."),
    "claim": _("receipt_said_claim", default="Je vraag hangt nu aan je account."),
}


class StatusPage(PrivatePage):
    """What both pages do once it is known which question it is."""

    status_page = ViewPageTemplateFile("templates/status.pt")
    erased_page = ViewPageTemplateFile("templates/erased.pt")
    parts = ViewPageTemplateFile("templates/parts.pt")
    # a message, after something was done
    said = None
    case = None
    # what goes along in the forms: (name, value)
    along = ("code", "")
    erasing = False
    backups_until = None

    @property
    def here(self):
        """Return the address of this page."""
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @cached_property
    def userid(self):
        """Return the user id of who is logged in; "" for a visitor."""
        return "" if api.user.is_anonymous() else api.user.get_current().getId()

    @property
    def status(self):
        """Return what there is to show."""
        return Status(self.case, self.sb, self.request)

    @property
    def may_claim(self):
        """Return whether the account that is logged in has not got this question yet."""
        return bool(self.userid) and self.userid not in store.account_ids(self.case)

    @property
    def readers(self):
        """Return who opened it: {when, who, what}."""
        found = audit_words.seen_by(self.case.subject, None, me=self.userid)
        return [{**row, "when": self.sb.date(row["when"])} for row in found]

    def refuse(self):
        """Show the question again with what was written, but for a number that may not be here."""
        self.case = self.found()
        return self.status_page() if self.case is not None else None

    def do(self):
        """Do what one of the forms asks, and show the question as it is then."""
        acts = {
            "reply": lambda case: receiving.reply(case, self.field("asked", 50), self.field("reply")),
            "approve": lambda case: receiving.approve(case, self.field("hash", 100)),
            "refuse": receiving.refuse,
            **{what: self._outcome(what) for what in receiving.OUTCOMES},
        }
        wanted = self.field("do")
        if self.userid:
            acts["claim"] = lambda case: receiving.claim(case, self.userid)
        if wanted == "erase":
            return self._erase()
        self.erasing = wanted == "erase_ask"
        if wanted in acts:
            self._change(wanted, acts[wanted])
        return self.status_page()

    def _outcome(self, what):
        return lambda case: receiving.outcome(case, what, self.field("outcome_text"))

    def _change(self, wanted, act):
        def once():
            case = store.load(self.case.id)
            act(case)
            store.save(case)

        try:
            committed(once)
            self.said = SAID[wanted]
        except Refused as refused:
            self.errors[refused.field or "sb-words"] = refused.message
        except (states.WrongStep, store.vault.NoRecord):
            self.said = CHANGED
        self.case = store.load(self.case.id)

    def _erase(self):
        if not self.field("sure"):
            self.erasing = True
            self.errors["sure"] = TICK
            return self.status_page()
        if self.field("from_site"):
            self._change("refuse", receiving.refuse)
            if self.said is not SAID["refuse"]:
                # it is still on the site: nothing is erased before the asker knows
                return self.status_page()
        self.backups_until = erasing.erase(self.case)
        self.case = None
        self.title = _("receipt_erased", default="Alles is gewist")
        return self.erased_page()


class ByCode(StatusPage):
    """Asks for the code of a receipt, and shows the question behind it."""

    title = _("receipt_title", default="Kijk hoe het staat met je vraag")
    too_often = False

    def __call__(self):
        """A desk that is hidden has this page too, for who has a code; it says so to nobody else."""
        if self.request.method != "POST" and not may_view(self.context):
            self.request.response.setStatus(404)
        return super().__call__()

    def found(self):
        """Return the Case of the code that came along; None for a wrong or hidden one."""
        code = self.field("code", 100)
        case = store.by_code(code)
        if case is None or store.is_frozen(case):
            return None
        self.along = ("code", store.tidy_code(code))
        return case

    def act(self):
        """Look the code up, and do what the form asks."""
        place = guard_rate.place_of(self.request)
        if place and wrong.reached(place):
            self.too_often = True
            self.request.response.setStatus(429)
            self.request.response.setHeader("Retry-After", str(MINUTES * 60))
            return None
        self.case = self.found()
        if self.case is None:
            if place:
                wrong.count(place)
            self.errors["code"] = UNKNOWN
            return None
        return self.do()


@implementer(IPublishTraverse)
class ByAccount(StatusPage):
    """Shows a question of who is logged in, "@@mijn-vraag/<id>"."""

    title = _("receipt_title_mine", default="Je vraag")
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

    def __call__(self):
        """Show it to its owner; to all others it is not there."""
        self.case = store.by_account_link(self.link, self.userid) if self.link and self.userid else None
        if self.case is None or self.case.desk != api.content.get_uuid(self.context) or store.is_frozen(self.case):
            raise NotFound(self.link)
        self.along = ("link", self.link)
        return super().__call__()

    def found(self):
        """Return the Case: its owner is known."""
        return self.case

    def act(self):
        """Do what the form asks."""
        return self.do()

    def show(self):
        """Return the page."""
        return self.status_page()
