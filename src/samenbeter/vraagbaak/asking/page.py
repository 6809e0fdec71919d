"""The page "Stel je vraag": a form, the same text once more, and a receipt as the answer to sending it.

Nothing of it stands in an address or a cookie: what was written goes along in the form.
"""

from dataclasses import asdict
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.shared import doubtful
from samenbeter.shared import guard
from samenbeter.shared import keys
from samenbeter.shared import periods
from samenbeter.shared import proofs
from samenbeter.shared.pages import PrivatePage
from samenbeter.shared.relations import may_view
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.asking import asking
from samenbeter.vraagbaak.asking import calling
from samenbeter.vraagbaak.asking import crisis
from samenbeter.vraagbaak.asking import pointing
from samenbeter.vraagbaak.asking import words
from samenbeter.vraagbaak.asking.bon import Bon
from samenbeter.vraagbaak.asking.doors import Doors
from samenbeter.vraagbaak.asking.pile import FORM
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import MYSELF
from samenbeter.vraagbaak.voices import html


# more than may be asked: who wrote too much loses nothing of it
LONGEST_SHOWN = 100_000
FOLLOW = "SamenBeter vraagbaak: Follow own questions"
CANNOT = _(
    "ask_cannot",
    default="Wij kunnen nu niets bewaren. Je tekst staat er nog. Probeer het straks nog eens, of bel ons.",
)
# what the page is now
WRITE, CHECK, CLOSED = "write", "check", "closed"


class AskPage(Doors, PrivatePage):
    """Asks what somebody wants to know; who they are need not be said."""

    guard_form = FORM
    # True where somebody enters it for a resident
    intake = False
    step = WRITE
    own_title = _("ask_title", default="Stel je vraag")
    check_page = ViewPageTemplateFile("templates/check.pt")
    closed_page = ViewPageTemplateFile("templates/closed.pt")
    receipt_page = ViewPageTemplateFile("templates/receipt.pt")
    bon = None

    def __call__(self):
        """Show what belongs to now; a desk that is closed takes nothing."""
        if not asking.is_open(self.context):
            self.step = CLOSED
            if not may_view(self.context):
                # for programs there is nothing here; a person reads why
                self.request.response.setStatus(404)
        return super().__call__()

    def act(self):
        """Look at it once more, go back to the form, or send it."""
        if self.step == CLOSED:
            return None
        do = self.field("do")
        if do in ("check", "send"):
            self.errors = self.problems()
        if self.errors or do not in ("check", "send"):
            return None
        self.step = CHECK
        return self.send() if do == "send" else None

    def show(self):
        """Return the page of this step."""
        if self.again and self.field("do") == "send" and not self.problems():
            self.step = CHECK
        pages = {WRITE: self.index, CHECK: self.check_page, CLOSED: self.closed_page}
        return pages[CLOSED if self.step == CLOSED else WRITE if self.errors else self.step]()

    @property
    def title(self):
        """Return what the page is now."""
        if self.bon is not None:
            return self.bon.title
        if self.step == CLOSED:
            return _("ask_closed_title", default="Vragen stellen kan hier nu niet")
        if self.step == CHECK and not self.errors:
            return calling.FIRST if self.worrying else _("ask_check_title", default="Kijk je vraag nog even na")
        return self.own_title

    @cached_property
    def here(self):
        """Return the address of this page."""
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    # -- what was filled in

    @cached_property
    def text(self):
        """Return what was written, with one kind of line ends."""
        return asking.tidy(self._sent("text", LONGEST_SHOWN))

    def _sent(self, name, longest=20):
        """Return what was sent in a field; nothing that stands in an address."""
        return self.field(name, longest) if self.request.method == "POST" else ""

    @property
    def publish(self):
        """Return what was chosen; "" for nothing yet."""
        return self._sent("publish")

    @property
    def for_whom(self):
        """Return what was chosen; most people ask for themselves."""
        return self._sent("for_whom") if self.request.method == "POST" else MYSELF

    @property
    def email(self):
        """Return the mail address that was filled in; until then that of the account, as a suggestion."""
        return self._sent("email", 300) if self.request.method == "POST" else self.own_email

    @cached_property
    def own_email(self):
        """Return the mail address of the account that asks; "" for none."""
        member = self.member
        return (member.getProperty("email", "") or "") if member is not None else ""

    @cached_property
    def member(self):
        """Return the member who can follow a question with the account, or None."""
        if api.user.is_anonymous() or not api.user.has_permission(FOLLOW, obj=self.context):
            return None
        return api.user.get_current()

    @cached_property
    def asked(self):
        """Return the Asked of what was filled in."""
        return asking.Asked(
            text=self.text,
            for_whom=self.for_whom,
            publish=self.publish,
            email=self.email,
            userid=self.member.getId() if self.member is not None else "",
            language=self.language,
        )

    def problems(self):
        """Return {field: message} of what has to be different."""
        return asking.problems(self.asked)

    @property
    def carried(self):
        """Return [(name, value)] of what goes along to the next page, unchanged."""
        return [("text", self.text), ("publish", self.publish), ("for_whom", self.for_whom), ("email", self.email)]

    # -- what the form says

    publish_words = words.PUBLISH
    for_whom_words = words.FOR_WHOM

    @cached_property
    def promised(self):
        """Return until when an answer is promised to who asks now: "dinsdag 24 november, 17.00 uur"."""
        moment = promise.promised(self.context)
        return f"{self.sb.day(moment)}, {self.sb.time(moment)}"

    @property
    def days(self):
        """Return for how many days what was written is kept after the answer; None: until something else ends it."""
        return periods.days(store.PROVIDER)

    @property
    def email_days(self):
        """Return the same of the mail address."""
        return periods.days(store.CONTACTS) or self.days

    # -- looking once more

    @cached_property
    def worrying(self):
        """Return whether there are words in it that may mean haste."""
        return crisis.words_found(self.text)

    @property
    def crisis_text(self):
        """Return what the desk says in haste, as HTML; "" for the numbers that we know."""
        return html(self.context, "crisis_text")

    @property
    def crisis_numbers(self):
        """Return the numbers to call."""
        return calling.numbers(self.sb)

    @property
    def chosen(self):
        """Return [{"label", "text"}] of what goes along with the text."""
        rows = [
            {"label": words.FOR_WHOM_LABEL, "text": self.for_whom_words[self.for_whom]},
            {"label": words.PUBLISH_LABEL, "text": self.publish_words[self.publish]},
        ]
        return [*rows, {"label": words.EMAIL_LABEL, "text": self.email or words.NO_EMAIL}]

    @cached_property
    def marks(self):
        """Return where the text seems to say who somebody is."""
        name = self.member.getProperty("fullname", "") if self.member is not None else ""
        return pointing.marks_in(self.text, (name, self.email))

    @property
    def pointed(self):
        """Return what to say about it, as messages."""
        return pointing.sentences(self.marks)

    @property
    def text_shown(self):
        """Return the text as HTML, with the places marked."""
        return pointing.shown(self.text, self.marks, self.request)

    # -- sending

    def send(self):
        """Keep it and show the receipt; what is doubted goes to a person, with a receipt too."""
        verdict = self.judge()
        code = code_of(verdict)
        if verdict.doubtful and doubtful.is_full() and not verdict.again:
            self.errors["text"] = doubtful.FULL
            return None
        try:
            case = committed(lambda: self._keep(verdict, code))
        except asking.Refused:
            # the desk closed just now
            self.step = CLOSED
            return None
        except keys.VaultProblem:
            self.request.response.setStatus(503)
            self.errors["text"] = CANNOT
            return None
        self.bon = Bon(self, code, case)
        return self.receipt_page()

    def judge(self):
        """Return what the guard says of what was sent."""
        return guard.judge(self.request, self.guard_form, text_fields=("text",))

    def _keep(self, verdict, code):
        if not verdict.once():
            return store.by_code(code)
        if not verdict.doubtful:
            return asking.ask(self.context, self.asked, code)[1]
        if not asking.is_open(self.context):
            raise asking.Refused("", asking.CLOSED)
        data = {"desk": api.content.get_uuid(self.context), "code": code, "asked": asdict(self.asked)}
        asked = self.asked
        doubtful.put(FORM, data, verdict.reasons, email=asked.email, userid=asked.userid, language=asked.language)
        return None


def code_of(verdict):
    """Return the receipt code of a form that came in: the same for the same form with the same in it."""
    return store.code_from(proofs.hashed("receipt", verdict.key)) if verdict.key else store.new_code()
