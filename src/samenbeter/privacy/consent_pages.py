"""The page "Mijn toestemmingen": what was asked and answered, the exact text, and one button to take it back."""

from functools import cached_property
from plone import api
from samenbeter import _
from samenbeter.interfaces import IConsents
from samenbeter.privacy import answering
from samenbeter.privacy import consent_events as events
from samenbeter.privacy import consent_receipts
from samenbeter.privacy import consent_words
from samenbeter.privacy import texts
from samenbeter.privacy.collecting import party_title
from samenbeter.privacy.consents import is_current
from samenbeter.privacy.pages import PrivatePage
from samenbeter.privacy.policy_words import category_words
from samenbeter.privacy.purposes import purpose_of
from samenbeter.shared.rights import Subject
from samenbeter.shared.vault import NoRecord
from zExceptions import NotFound
from zope.component import getUtility
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

import json
import re


ID = re.compile(r"[0-9a-f]{32}")
DOWNLOAD = "bewijs.jsonld"
JSON_LD = "application/ld+json"


@implementer(IPublishTraverse)
class MyConsents(PrivatePage):
    """All consents of who asks; below it the receipt of one: ``@@mijn-toestemmingen/<id>[/bewijs.jsonld]``."""

    title = _("consents_title", default="Jouw keuzes")
    consent_id = None
    download = False
    receipt = None
    empty = {
        "title": _("consents_empty", default="Hier staat nog niets"),
        "text": _("consents_empty_text", default="Wij vroegen je nog niets. Zonder jouw ja doen wij het niet."),
    }

    def publishTraverse(self, request, name):
        """Take the id of a consent from the address, and the name of its receipt."""
        if self.consent_id is None and ID.fullmatch(name):
            self.consent_id = name
        elif self.consent_id is not None and not self.download and name == DOWNLOAD:
            self.download = True
        else:
            raise NotFound(name)
        return self

    @cached_property
    def subject(self):
        """Return who asks."""
        return Subject(userid=api.user.get_current().getId())

    @property
    def language(self):
        """Return the language of the page."""
        return api.portal.get_current_language()

    # -- doing

    def act(self):
        """Answer, or take an answer back, and come back to the page."""
        if self.consent_id is not None:
            raise NotFound("a receipt is only read")
        address = self._address() if self.field("receipt") else ""
        try:
            if self.field("withdraw"):
                found = answering.withdraw(
                    self.subject, self.field("withdraw"), language=self.language, address=address
                )
            else:
                found = self._answer(address)
        except (NoRecord, KeyError) as unknown:
            # not there, or of somebody else: nobody can tell which
            raise NotFound("consent") from unknown
        self.tell(self._told(found))
        return self.back("mijn-toestemmingen")

    def _answer(self, address):
        yes = {"yes": True, "no": False}[self.field("answer")]
        return answering.answer(
            self.subject,
            self.field("purpose"),
            yes,
            method="web-button",
            language=self.language,
            address=address,
        )

    def _address(self):
        return (api.user.get_current().getProperty("email") or "").strip()

    @staticmethod
    def _told(found):
        if found.agreed:
            return _("consents_told_yes", default="Dank je wel. Je zei ja. Je mag je altijd bedenken.")
        return _("consents_told_no", default="Goed. Wij doen het niet.")

    # -- showing

    def show(self):
        """Return the page, the receipt of one consent, or that as a file."""
        if self.consent_id is None:
            return self.index()
        try:
            found = getUtility(IConsents).get(self.subject, self.consent_id)
        except NoRecord as unknown:
            raise NotFound("consent") from unknown
        self.receipt = self._shown(found)
        if not self.download:
            return self.index()
        response = self.request.response
        response.setHeader("Content-Type", JSON_LD)
        response.setHeader("Content-Disposition", f'attachment; filename="{DOWNLOAD}"')
        return json.dumps(consent_receipts.receipt(found), ensure_ascii=False, indent=2)

    @property
    def sb_title(self):
        """Return the title of the page, or of the receipt."""
        return _("consent_receipt_title", default="Bewijs van je keuze") if self.receipt else super().sb_title

    @cached_property
    def can_mail(self):
        """True when there is an address to send a receipt to."""
        return bool(self._address())

    @cached_property
    def choices(self):
        """Return what can be answered now, each with what was said before."""
        return [
            {
                **choice,
                "title": choice["purpose"].title,
                "paragraphs": self.sb.paragraphs(self.say(choice["purpose"].text)),
                "state": self._state(choice),
                "consent_id": choice["consent"].id if choice["holds"] else "",
            }
            for choice in answering.choices(self.subject)
        ]

    def _state(self, choice):
        last = choice["consent"]
        if last is None or last.state == events.REQUESTED:
            return _("consents_state_none", default="Je hebt nog niets gekozen. Dan doen wij het niet.")
        on = {"date": self.sb.date(last.changed)}
        if choice["holds"]:
            return _("consents_state_yes", default="Je zei ja op ${date}.", mapping=on)
        if choice["answered"]:
            return _("consents_state_no", default="Je zei nee op ${date}. Wij doen het niet.", mapping=on)
        return _("consents_state_again", default="Wij vragen het je opnieuw. Tot je ja zegt, doen wij het niet.")

    @cached_property
    def consents(self):
        """Return all consents for the page, the one that changed last first."""
        return [self._shown(found) for found in getUtility(IConsents).of(self.subject)]

    def _shown(self, found):
        data, purpose = found.worded, purpose_of(found.purpose)
        text = texts.read(data["notice"]["sha256"])
        title, _empty, body = text.partition("\n\n")
        return {
            "id": found.id,
            "number": _in_groups(found.id),
            "url": f"{self.here}/{found.id}",
            "title": title or (purpose.title if purpose else found.purpose),
            "party": party_title(found.party),
            "paragraphs": self.sb.paragraphs(body),
            "lang": data["notice"]["language"],
            "version": data["notice"]["version"],
            "sha256": _in_groups(data["notice"]["sha256"]),
            "agreed": found.agreed,
            # what is asked above has its button there
            "stops": found.agreed and found.id not in {choice["consent_id"] for choice in self.choices},
            # a yes to words that are not the words any more
            "outdated": found.agreed and not is_current(found),
            "state": consent_words.EVENTS[found.state],
            "changed": found.changed,
            "valid_until": found.valid_until,
            "method": consent_words.METHODS.get(data["method"], data["method"]),
            "recorded_by": data["recorded_by"],
            "controller": data["controller"],
            "categories": self.sb.sentence(self.say(word) for word in category_words(data["categories"])),
            "history": [{"what": consent_words.EVENTS[what], "when": when} for what, when in reversed(found.history)],
        }


def _in_groups(code):
    """Return a long code in groups of eight: a phone can break it, and people can compare it."""
    return " ".join(code[start : start + 8] for start in range(0, len(code), 8))
