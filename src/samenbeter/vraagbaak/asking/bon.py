"""The receipt: the code, the promised moment, and when what was written is erased."""

from plone import api
from samenbeter import _
from samenbeter.shared import doubtful
from samenbeter.shared import periods
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.states import ANSWERED
from samenbeter.vraagbaak.cases.states import RECEIVED
from zope.component import queryMultiAdapter


class Bon:
    """What the page of a receipt shows.

    :param page: the page that was sent.
    :param code: the receipt code.
    :param case: the Case; None while a person looks first.
    """

    def __init__(self, page, code, case):
        self.page = page
        self.sb = page.sb
        self.code = code
        self.case = case

    @property
    def title(self):
        """Return the title of the page."""
        if self.page.intake:
            return _("ask_bon_title_entered", default="De vraag is binnen")
        return _("ask_bon_title", default="Je vraag is binnen")

    @property
    def waits(self):
        """Return whether a person looks at it first."""
        return self.case is None

    @property
    def steps(self):
        """Return [{"text", "done", "current"}] of the way to an answer."""
        names = [
            _("ask_bon_step_received", default="Ontvangen"),
            _("ask_bon_step_read", default="Redactie leest"),
            _("ask_bon_step_think", default="Mensen denken mee"),
            _("ask_bon_step_answer", default="Jouw antwoord"),
        ]
        now = 0 if self.waits else 1
        return [{"text": text, "done": at < now, "current": at == now} for at, text in enumerate(names)]

    @property
    def promised(self):
        """Return until when there is an answer, in words; "" when that is not known."""
        due = self.case.due if self.case is not None else None
        return f"{self.sb.day(due)}, {self.sb.time(due)}" if due is not None else ""

    @property
    def is_fresh(self):
        """Return whether nothing happened with it yet."""
        return self.case is None or self.case.state == RECEIVED

    @property
    def words_erased(self):
        """Return when what was written is erased, a message."""
        if self.waits:
            return _when_not_looked(doubtful.PROVIDER, self.sb)
        return self._erased(store.PROVIDER, store.erased_on(self.case))

    @property
    def email_erased(self):
        """Return when the mail address is erased, a message; None when there is none."""
        if self.waits or not self.case.contact:
            return None
        return self._erased(store.CONTACTS, store.contact_erased_on(self.case))

    def _erased(self, provider, day):
        days = periods.days(provider) or periods.days(store.PROVIDER)
        if days is None or day is None:
            return periods.sentence(store.PROVIDER)
        if self.case.state == ANSWERED or self.case.answered:
            return _("ask_bon_erased_on", default="op ${date}", mapping={"date": self.sb.date(day)})
        return _(
            "ask_bon_erased",
            default="${days} dagen na het antwoord. Komt er geen antwoord: op ${date}.",
            mapping={"days": days, "date": self.sb.date(day)},
        )

    @property
    def may_sign_up(self):
        """Return whether who has no account can make one."""
        if self.page.member is not None or self.page.intake:
            return False
        return queryMultiAdapter((api.portal.get(), self.page.request), name="account-maken") is not None


def _when_not_looked(provider, sb):
    day = periods.until(provider)
    if day is None:
        return periods.sentence(provider)
    return _(
        "ask_bon_pile_erased", default="uiterlijk op ${date} als niemand ernaar keek", mapping={"date": sb.date(day)}
    )
