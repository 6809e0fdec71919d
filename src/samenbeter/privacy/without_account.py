"""The same rights for who has no account: by a link to their mail address.

Nobody learns by this page what we know of an address: the answer is always the same, and
a mail goes to each address, also to one that we do not know. What proves who somebody is
goes along in the forms for half an hour; no cookie, and nothing in an address.
"""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from samenbeter import _
from samenbeter.interfaces import IConsents
from samenbeter.privacy import asking
from samenbeter.privacy import collecting
from samenbeter.privacy import erasing
from samenbeter.privacy import exports
from samenbeter.privacy import links
from samenbeter.privacy.correcting import EMAIL_WRONG
from samenbeter.privacy.correcting import TEXT_EMPTY
from samenbeter.privacy.door_form import FORM
from samenbeter.privacy.door_form import mail_link
from samenbeter.privacy.downloading import fetched
from samenbeter.privacy.erase_me import erase
from samenbeter.privacy.erase_me import Kinds
from samenbeter.privacy.erase_me import Receipt
from samenbeter.privacy.erase_me import TICK
from samenbeter.privacy.my_data import freeze
from samenbeter.privacy.my_data import THAWED
from samenbeter.privacy.pages import PrivatePage
from samenbeter.privacy.showing import Showing
from samenbeter.privacy.showing import TYPES
from samenbeter.shared import doubtful
from samenbeter.shared import guard
from samenbeter.shared.limits import Limit
from samenbeter.shared.mailed_links import is_address
from samenbeter.shared.rights import Subject
from samenbeter.shared.transactions import committed
from zope.component import queryUtility


# mails to one address, and to all together: we are no machine to bother people with
to_one = Limit(3, 60 * 60)
to_all = Limit(200, 60 * 60)


class WithoutAccount(Kinds, Receipt, Showing, PrivatePage):
    """Asks for a mail address; behind the link, what we know of it and what can be done."""

    title = _("rights_mail_title", default="Wat weten wij van jou, zonder account?")
    guard_form = FORM
    door_page = ViewPageTemplateFile("templates/door.pt")
    sent = False
    # a person looks first
    looks = False
    said = None
    closed = False
    stop_url = None
    nothing_title = _("rights_nothing_mail", default="Wij weten niets van dit mailadres")
    nothing_text = _(
        "rights_nothing_mail_text", default="Heb je een account? Log dan in. Daar staat wat daarbij hoort."
    )

    @cached_property
    def subject(self):
        """Return for whom the door was opened, or None."""
        return links.inside(self.proof)

    @property
    def proof(self):
        """Return what the forms carry along."""
        return self.field("proof", 500)

    def act(self):
        """Mail a link; or, behind the door, what the form asks."""
        if not self.proof:
            return self._ask_link()
        if self.subject is None or not self.subject.email:
            self.closed = True
            return None
        acts = {
            "make": self._make,
            "fetch": lambda: fetched(self, self.subject),
            "freeze": lambda: self._freeze(True),
            "thaw": lambda: self._freeze(False),
            "ask": self._ask,
            "withdraw": self._withdraw,
            "erase": self._erase,
            "leave": self._leave,
        }
        act = acts.get(self.field("do"))
        answer = act() if act else None
        if answer is not None:
            return answer
        self.title = _("rights_title", default="Dit weten wij van je")
        return self.door_page()

    def refuse(self):
        """Show the page again that the form was on."""
        self.request.form.pop("do", None)
        return self.act() if self.proof else None

    def _ask_link(self):
        address = self.field("email")
        if not is_address(address):
            self.errors["email"] = EMAIL_WRONG
            return None
        verdict = guard.judge(self.request, FORM)
        if verdict.doubtful and not verdict.again and doubtful.is_full():
            self.errors["email"] = doubtful.FULL
            return None
        # what is doubted is no mail yet: a program does not use up what there is for all
        if verdict.again or (to_one.count(Subject(email=address).key) and (verdict.doubtful or to_all.count("all"))):
            committed(lambda: self._pass_on(address, verdict))
        self.sent, self.looks = verdict.ok, verdict.doubtful
        return None

    def _pass_on(self, address, verdict):
        if not verdict.once():
            return
        if verdict.doubtful:
            data = {"email": address, "language": self.language}
            doubtful.put(FORM, data, verdict.reasons, email=address, language=self.language)
        else:
            mail_link(address, self.language)

    # -- behind the door

    @cached_property
    def frozen(self):
        """Return whether what we know of this address is hidden from others."""
        return erasing.is_restricted(self.subject)

    @property
    def kinds_of_question(self):
        """Return what a question can be."""
        return [{"value": kind, "title": TYPES[kind], "chosen": kind == asking.BY_HAND[0]} for kind in asking.BY_HAND]

    @cached_property
    def consents(self):
        """Return the consents that hold: {id, title}."""
        found = queryUtility(IConsents)
        agreed = [one for one in found.of(self.subject.key) if one.agreed] if found is not None else ()
        return [{"id": one.id, "title": collecting.purpose_title(one.purpose)} for one in agreed]

    def _make(self):
        exports.try_to_build(exports.ask(self.subject, self.language))

    def _freeze(self, on):
        freeze(self.subject, on)
        self.said = None if on else THAWED

    def _ask(self):
        text, kind = self.field("text"), self.field("kind")
        if not text:
            self.errors["text"] = TEXT_EMPTY
            return
        kind = kind if kind in asking.BY_HAND else asking.BY_HAND[0]
        committed(lambda: asking.begin(self.subject, kind, text=text, language=self.language))
        self.said = _("rights_asked_saved", default="Je vraag is binnen. Je hebt antwoord binnen een maand.")

    def _withdraw(self):
        consent = self.field("consent")
        if consent in [one["id"] for one in self.consents]:
            committed(lambda: queryUtility(IConsents).withdraw(self.subject.key, consent))
            del self.consents
            self.said = _("rights_withdrawn", default="Je zei nee. Het is meteen gestopt.")

    def _erase(self):
        if self.field("sure") != "yes":
            self.errors["sure"] = TICK
            return None
        return self.receipt(erase(self.subject, self.language))

    def _leave(self):
        committed(lambda: links.close(self.proof))
        self.request.response.redirect(self.url, status=303)
        return ""
