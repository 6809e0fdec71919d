"""Who agreed to what: each thing that happens to a consent is a record of its own in the vault.

A record is written once. How a consent stands follows from its records; nothing here
changes or deletes one. They go when the person asks us to forget all (what they proved
is gone then too), or when their time is over: that is the provider's work.
"""

from dataclasses import dataclass
from plone import api
from samenbeter.interfaces import IConsents
from samenbeter.interfaces import IConsentWithdrawn
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.privacy import consent_events as events
from samenbeter.privacy import texts
from samenbeter.privacy.controller import controller
from samenbeter.privacy.purposes import fingerprint
from samenbeter.privacy.purposes import purpose_of
from samenbeter.privacy.purposes import wording
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.shared import periods
from samenbeter.shared import sealing
from samenbeter.shared import vault
from zope.component import getUtilitiesFor
from zope.event import notify
from zope.interface import implementer


ROOM, KIND = "privacy", "consent"
PROVIDER = "samenbeter.privacy.consents"
# why the records are kept: to be able to show it
KEPT_FOR = "samenbeter.consent"
OWN_PAGE, PAGE_WITHOUT_ACCOUNT = "@@mijn-toestemmingen", "@@gegevens-zonder-account"


class UnknownPurpose(ValueError):
    """Nobody registered this purpose: there is no text to agree to."""


@implementer(IConsentWithdrawn)
@dataclass(frozen=True)
class ConsentWithdrawn:
    """Somebody took a consent back."""

    subject: str
    purpose: str
    party: str
    consent: str


def key_of(subject):
    """Return how the vault knows a Subject; a text is that already."""
    return subject if isinstance(subject, str) else subject.key


@implementer(IConsents)
class Consents:
    """All consents of the site. Each method works in the current transaction."""

    # -- asking and answering

    def ask(self, subject, purpose, *, party, method, language):
        """Write down that somebody was asked; return the id of the consent. What holds already is not asked again.

        :param subject: a Subject, or how the vault knows it.
        :param party: with whom, as in the vault.
        :param method: how, a code: "web-button", "paper-signed", "spoken".
        :param language: of the text that was shown, "nl".
        """
        found = self._current(subject, purpose, party)
        if found is not None and (found.state == events.REQUESTED or self._holds(found)):
            return found.id
        return self._worded(events.REQUESTED, subject, purpose, found, party=party, method=method, language=language)

    def give(self, subject, purpose, *, party, method, language, recorded_by="", valid_until=None):
        """Write down that somebody agreed to the text of a purpose as it stands; return the id of the consent.

        When the same already holds nothing is written.

        :param recorded_by: who wrote it down when it was on paper or spoken, an id or code.
        :param valid_until: the last day on which it holds, or None.
        :raises UnknownPurpose: when there is no such purpose.
        """
        found = self._current(subject, purpose, party)
        if found is not None and self._holds(found) and found.valid_until == valid_until:
            return found.id
        event = events.RENEWED if found is not None and found.agreed else events.GIVEN
        return self._worded(
            event,
            subject,
            purpose,
            found,
            party=party,
            method=method,
            language=language,
            recorded_by=recorded_by,
            valid_until=valid_until,
        )

    def refuse(self, subject, purpose, *, party, method, language, recorded_by=""):
        """Write down that somebody said no; return the id of the consent. What was agreed to before is taken back."""
        found = self._current(subject, purpose, party)
        if found is not None and found.agreed:
            self.withdraw(subject, found.id, recorded_by=recorded_by)
            return found.id
        return self._worded(
            events.REFUSED,
            subject,
            purpose,
            found,
            party=party,
            method=method,
            language=language,
            recorded_by=recorded_by,
        )

    def withdraw(self, subject, consent_id, *, recorded_by=""):
        """Write down that somebody takes a consent back; what follows from it happens in the same transaction.

        Done twice, it is done once.

        :raises vault.NoRecord: when this person has no such consent.
        """
        found = self.get(subject, consent_id)
        if found.state not in events.OPEN:
            return
        self._write(events.WITHDRAWN, subject, found.purpose, found.party, found, {"recorded_by": recorded_by})
        notify(ConsentWithdrawn(key_of(subject), found.purpose, found.party, found.id))

    # -- looking

    def allowed(self, subject, purpose, party):
        """Return the id of the consent that holds now for this text, or None; also while the person lets all rest."""
        if any(party == closed.party for closed in self._read(subject)[1]):
            # it may be what took it back
            return None
        found = self._current(subject, purpose, party)
        if found is None or not self._holds(found) or vault.get().record(found.id).frozen:
            return None
        return found.id

    def of(self, subject):
        """Return the consents of somebody, the one that changed last first, each with its history (Consent)."""
        return events.consents(self._read(subject)[0].items())

    def _read(self, subject):
        """Return ({record id: event}, the records that are damaged)."""
        key, box = key_of(subject), vault.get()
        found, damaged = {}, []
        for record_id in list(box.find(subject=key, room=ROOM, kind=KIND)):
            try:
                found[record_id] = box.read(record_id, vault.Own(key))
            except sealing.Damaged:
                damaged.append(box.record(record_id))
        return found, damaged

    def get(self, subject, consent_id):
        """Return one consent of somebody.

        :raises vault.NoRecord: when this person has no such consent: nobody can tell whether somebody else has.
        """
        for found in self.of(subject):
            if found.id == consent_id:
                return found
        raise vault.NoRecord

    def _current(self, subject, purpose, party):
        """Return the consent of this purpose and party that changed last; None when there was never one."""
        return next((one for one in self.of(subject) if (one.purpose, one.party) == (purpose, party)), None)

    def _holds(self, found):
        return found.agreed and is_current(found)

    # -- writing

    def _worded(self, event, subject, purpose, found, *, party, method, language, recorded_by="", valid_until=None):
        """Write an event in which somebody read the text; a consent that is over is followed by a new one."""
        known = purpose_of(purpose)
        if known is None:
            raise UnknownPurpose("no such purpose")
        if found is not None and found.state == events.EXPIRED and found.events[-1]["event"] != events.EXPIRED:
            at = events.moment(found.valid_until)
            self._write(events.EXPIRED, subject, purpose, party, found, {}, at=at)
        going_on = found if found is not None and found.state in events.OPEN else None
        text_hash = texts.keep(wording(known, language))
        page = OWN_PAGE if key_of(subject).startswith("member:") else PAGE_WITHOUT_ACCOUNT
        address = f"{api.portal.get().absolute_url()}/{page}"
        data = {
            "notice": {"version": known.version, "sha256": text_hash, "language": language, "address": address},
            "controller": controller().as_dict(),
            "recipients": [party],
            "categories": categories(purpose),
            "basis": known.basis,
            "exception": known.exception,
            "method": method,
            "recorded_by": recorded_by,
            "valid_until": valid_until.isoformat() if valid_until else None,
            "withdrawal": address,
        }
        return self._write(event, subject, purpose, party, going_on, data)

    def _write(self, event, subject, purpose, party, found, data, at=None):
        """Add a record in the vault; return the id of the consent."""
        key, box = key_of(subject), vault.get()
        data = {
            "schema": events.SCHEMA,
            "schema_version": events.SCHEMA_VERSION,
            # the id of the first record of this consent; "" is this one
            "consent": found.id if found is not None else "",
            "event": event,
            "number": events.next_number(self.of(key)),
            "at": (at or clock.now()).isoformat(),
            "purpose": purpose,
            "party": party,
            **data,
        }
        record_id = box.add(ROOM, KIND, data, purpose=KEPT_FOR, subject=key, party=party)
        consent_id = data["consent"] or record_id
        self._keep_until(key, consent_id)
        if data.get("recorded_by"):
            audit.note(
                "edit",
                subject=box.pseudonym(key),
                party=party,
                object=record_id,
                section=f"{ROOM}.{KIND}",
                basis=KEPT_FOR,
                consent=consent_id,
                on_behalf_of=box.pseudonym(key),
            )
        return consent_id

    def _keep_until(self, key, consent_id):
        """Let all records of a consent go together: so long after its end; never while it holds for good."""
        records = self._read(key)[0]
        chain = {one: data for one, data in records.items() if consent_id in (one, data["consent"])}
        (found,) = events.consents(chain.items())
        ends = found.valid_until if found.agreed else found.changed.date()
        until = periods.until(PROVIDER, ends) if ends else None
        for record_id in chain:
            vault.get().set_expires(record_id, until)


def is_current(found):
    """True when the text that somebody read last is still the text of the purpose, and its version too."""
    known = purpose_of(found.purpose)
    if known is None:
        return False
    notice = found.worded["notice"]
    same = found.is_about(fingerprint(wording(known, notice["language"])))
    return same and notice["version"] == known.version


def categories(purpose):
    """Return the kinds of data that a purpose uses now, as it says itself and as the providers say."""
    found = set(getattr(purpose_of(purpose), "uses", ()))
    for _name, provider in getUtilitiesFor(IPersonalDataProvider):
        if provider.purpose == purpose:
            found.update(provider.categories)
    return sorted(found)
