"""The page on which the Privacy Officer handles requests: by the time that is left, closed until opened."""

from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.privacy import asking
from samenbeter.privacy.pages import PrivatePage
from samenbeter.privacy.showing import TYPES
from samenbeter.shared import clock
from samenbeter.shared import mail
from samenbeter.shared.transactions import committed
from samenbeter.shared.vault import NoRecord
from samenbeter.shared.vault import Staff
from zExceptions import NotFound
from zope.i18n import translate
from zope.i18nmessageid import Message

import csv
import io


SHOWN = 50  # finished requests
SOON = 7  # days
ACCESS = Staff(asking.PURPOSE, section="privacy.request")

# why there may be more time (GDPR art. 12(3)), and why something may be refused: words that name nobody
EXTENSIONS = {
    "complex": _("requests_extend_complex", default="Het is veel uitzoekwerk."),
    "many": _("requests_extend_many", default="Er zijn nu veel verzoeken tegelijk."),
}
REFUSALS = {
    "unknown": _("requests_refuse_unknown", default="Wij weten niet zeker van wie dit verzoek komt."),
    "repeated": _("requests_refuse_repeated", default="Hetzelfde is al een paar keer gevraagd en beantwoord."),
    "others": _("requests_refuse_others", default="Wat je vraagt, gaat ook over een ander."),
    "duty": _("requests_refuse_duty", default="Wij moeten dit bewaren van de wet."),
}
OUTCOMES = {
    asking.DONE: _("requests_done", default="Klaar"),
    asking.REFUSED: _("requests_refused", default="Nee gezegd"),
    asking.BEGUN: _("requests_begun", default="Begonnen"),
}
MAIL_TITLE = _("requests_mail_title", default="Over je verzoek")
MAILS = {
    "done": _(
        "requests_mail_done",
        default="Je verzoek ${number} is klaar. Meer zeggen wij niet in een mail. Heb je nog een vraag? Bel ons.",
    ),
    "extend": _(
        "requests_mail_extend",
        default="Wij hebben meer tijd nodig voor je verzoek ${number}. ${why} Je hebt antwoord vóór ${due}.",
    ),
    "refuse": _(
        "requests_mail_refuse",
        default="Wij kunnen je verzoek ${number} niet doen. ${why} Ben je het er niet mee eens? Bel ons. "
        "Je mag ook klagen bij de Autoriteit Persoonsgegevens, of naar de rechter gaan.",
    ),
}
CHOOSE = _("requests_choose", default="Kies een reden.")


def state(due):
    """Return how much time is left: {text, icon, state} of a tag.

    :param due: the last day, a date.
    """
    days = (due - clock.today()).days
    if days < 0:
        text = _("requests_late", default="${days} dagen te laat", mapping={"days": -days})
        if days == -1:
            text = _("requests_late_one", default="Eén dag te laat")
        return {"text": text, "icon": "warning", "state": "late"}
    if days == 0:
        return {"text": _("requests_today", default="Vandaag"), "icon": "warning", "state": "warn"}
    text = _("requests_left", default="Nog ${days} dagen", mapping={"days": days})
    if days == 1:
        text = _("requests_tomorrow", default="Morgen")
    return {"text": text, "icon": "clock", "state": "warn" if days <= SOON else "info"}


class Requests(PrivatePage):
    """The open requests, and the proofs of those that are finished."""

    title = _("requests_title", default="Verzoeken over gegevens")
    extensions = EXTENSIONS
    refusals = REFUSALS
    opened = ""
    text = None

    def act(self):
        """Open what was written, finish a request, give it more time, or hand out the list."""
        wish = self.field("do")
        if wish == "csv":
            return self._csv()
        acts = {"show": self._show, "done": self._done, "extend": self._extend, "refuse": self._refuse}
        if wish in acts:
            try:
                return acts[wish](self.field("request"))
            except NoRecord:
                raise NotFound(self.here) from None
        return None

    # -- looking

    @cached_property
    def rows(self):
        """Return the open requests: {id, number, type, due, tag, frozen, extended}."""
        return [
            {
                "id": request.id,
                "number": request.number,
                "type": TYPES[request.type],
                "received": self.sb.date(request.received),
                "due": self.sb.date(request.due),
                "tag": state(request.due),
                "extended": EXTENSIONS.get(request.extended),
                "open": request.id == self.opened,
            }
            for request in asking.open_requests()
        ]

    @property
    def late(self):
        """Return how many are too late."""
        return sum(row["tag"]["state"] == "late" for row in self.rows)

    @cached_property
    def finished(self):
        """Return the proofs for the page, newest first."""
        return [
            {
                **proof,
                "type": TYPES[proof["type"]],
                "outcome": OUTCOMES[proof["outcome"]],
                "why": REFUSALS.get(proof["why"]),
                "done": self.sb.date(asking.date.fromisoformat(proof["done"])),
            }
            for proof in asking.proofs(SHOWN)
        ]

    @cached_property
    def count(self):
        """Return how many were finished, also those that are not shown."""
        return asking.count_proofs()

    # -- acting

    def _show(self, request_id):
        self.text = committed(lambda: asking.text_of(request_id, ACCESS))
        self.opened = request_id

    def _done(self, request_id):
        def act():
            data = asking.data_of(request_id)
            proof = asking.finish(request_id)
            self._mail(data, "done", {"number": proof["number"]})

        committed(act)
        self.tell(_("requests_said_done", default="Dit verzoek is klaar. Wat erin stond, is gewist."))
        return self.back("verzoeken")

    def _extend(self, request_id):
        why = self.field("why")
        if why not in EXTENSIONS:
            return self._wrong(request_id)

        def act():
            if not asking.extend(request_id, why):
                return False
            data = asking.data_of(request_id)
            due = asking.look(request_id).due
            self._mail(data, "extend", {"number": data["number"], "why": EXTENSIONS[why], "due": self.sb.date(due)})
            return True

        if committed(act):
            self.tell(_("requests_said_extended", default="Dit verzoek heeft twee maanden meer."))
        else:
            self.tell(
                _("requests_said_extended_before", default="Dit verzoek had al meer tijd. Nog een keer kan niet.")
            )
        return self.back("verzoeken")

    def _refuse(self, request_id):
        why = self.field("why")
        if why not in REFUSALS:
            return self._wrong(request_id)

        def act():
            data = asking.data_of(request_id)
            asking.finish(request_id, outcome=asking.REFUSED, why=why)
            self._mail(data, "refuse", {"number": data["number"], "why": REFUSALS[why]})

        committed(act)
        self.tell(
            _("requests_said_refused", default="Je zei nee. De reden staat in de mail. Wat erin stond, is gewist.")
        )
        return self.back("verzoeken")

    def _wrong(self, request_id):
        asking.look(request_id)
        self.errors[f"{self.field('do')}-{request_id}"] = CHOOSE

    def _mail(self, data, name, values):
        """Mail the person, in the language of the request: nothing of what was asked."""
        subject = asking.who(data)
        member = api.user.get(userid=subject.userid) if subject.userid else None
        address = subject.email or ((member.getProperty("email", "") or "") if member is not None else "")
        if not address:
            return

        language = data["language"] or self.language
        filled = {key: translate(value, target_language=language) for key, value in values.items()}
        body = Message(MAILS[name], mapping=filled)
        title, body = (translate(text, target_language=language) for text in (MAIL_TITLE, body))
        mail.send(address, title, body, about=subject.key)

    # -- the list as a file

    def _csv(self):
        text = io.StringIO()
        rows = csv.writer(text)
        rows.writerow(("number", "type", "received", "due", "done", "state", "why", "removed", "retained"))
        for request in asking.open_requests():
            tag = "late" if request.due < clock.today() else "open"
            rows.writerow(
                (request.number, request.type, request.received, request.due, "", tag, request.extended, "", "")
            )
        for proof in asking.proofs():
            counts = proof["counts"]
            rows.writerow(
                (
                    *(proof[name] for name in ("number", "type", "received")),
                    "",
                    *(proof[name] for name in ("done", "outcome", "why")),
                    counts.get("removed", ""),
                    counts.get("retained", ""),
                )
            )
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="verzoeken.csv"')
        return text.getvalue()
