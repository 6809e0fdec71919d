"""The personal data of a case: what somebody asked, by which mail address and account it is known.

Somebody is known by an account, a proven mail address or a receipt code; each finds whole cases, and a case goes
as a whole. What experts wrote and what became public are not in it: neither says who asked.
"""

from samenbeter import _
from samenbeter.shared import keys
from samenbeter.shared import rights
from samenbeter.shared import vault
from samenbeter.shared.personal_data import VaultPersonalData
from samenbeter.vraagbaak.cases import events
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.case import YES


KINDS = (store.CASE, store.WORDS, store.ACCOUNT)
STATES = {
    states.RECEIVED: _("receipt_state_received", default="De redactie leest je vraag"),
    states.REDACTED: _("receipt_state_redacted", default="De redactie zoekt wie kan helpen"),
    states.ANSWERING: _("receipt_state_answering", default="Mensen denken mee"),
    states.WAITING: _("receipt_state_waiting", default="Wij wachten op jou"),
    states.ANSWERED: _("receipt_state_answered", default="Je antwoord is er"),
    states.CLOSED: _("receipt_state_closed", default="Klaar"),
    states.REJECTED: _("receipt_state_rejected", default="Wij konden hier niet mee verder"),
}
ALLOWED = {True: _("receipt_yes", default="Ja"), False: _("receipt_no", default="Nee")}


class Cases(VaultPersonalData):
    """Questions to the desk, with what the asker wrote and all that happened with it."""

    room, kind = store.ROOM, store.CASE
    kinds = tuple((store.ROOM, kind) for kind in KINDS)
    title = _("data_cases", default="Je vragen aan de Vraagbaak")
    description = _("data_cases_text", default="Wat je vroeg, in je eigen woorden, en wat wij ermee deden.")
    categories = ("pd:Health", "pd:Communication")
    special = True
    purpose = store.PURPOSE
    recipients = "SamenBeter vraagbaak: Open what the asker wrote"
    period = 180
    clock = _(
        "data_cases_clock", default="Vanaf de dag van je antwoord. Is er geen antwoord: vanaf de dag dat je vroeg."
    )

    def export(self, subject, page=1):
        """Return a Page of the cases of somebody: their words, and what the desk noted about them."""
        ids = sorted(self._own(subject))
        start = (page - 1) * rights.SIZE
        items = tuple(filter(None, map(self._exported, ids[start : start + rights.SIZE])))
        return rights.Page(items, done=start + rights.SIZE >= len(ids))

    def _exported(self, case_id):
        try:
            record, case = vault.get().record(case_id), store.load(case_id)
            words = store.words(case, store.MACHINE)
        except vault.NoRecord:
            return None
        except keys.VaultProblem as problem:
            # the others are still good
            label = _("export_unreadable", default="Dit kunnen wij niet lezen")
            return rights.Item(id=case_id, title=self.title, values=((label, problem.message),))
        return rights.Item(
            id=case_id,
            title=self.title,
            values=tuple(_values(case, words)),
            data=_for_machines(case, words),
            created=moment(case.received),
            expires=record.expires,
        )

    def erase(self, subject, before=None):
        """Take the cases of somebody away, each with all that belongs to it."""
        box = vault.get()
        found = [case_id for case_id in self._own(subject) if _is_there(box, case_id)]
        found = [case_id for case_id in found if before is None or box.record(case_id).created <= before]
        return rights.Erased(removed=sum(map(store.erase, found)))

    def restrict(self, subject, on):
        """Hide the cases of somebody from the desk, or show them again; the clock stands still meanwhile."""
        box, count = vault.get(), 0
        for case in store.of_subject(subject.key) if self._is_ours(subject) else ():
            if box.record(case.id).frozen == on:
                continue
            for record_id in filter(None, (case.id, store.words_id(case), case.contact, *case.accounts)):
                if _is_there(box, record_id):
                    box.freeze(record_id, on)
                    count += 1
            desk = store.desk_of(case)
            if case.state in states.RUNNING and desk is not None:
                (promise.pause if on else promise.resume)(case, desk)
            store.save(case)
        return count

    def expired(self, now):
        """Return how many cases have had their time, and records that were left of one."""
        return len(self._over(now))

    def purge(self, now, limit):
        """Take at most so many away; return how many."""
        box, count = vault.get(), 0
        for record_id in self._over(now)[:limit]:
            if not _is_there(box, record_id):
                # it went with its case
                count += 1
            elif box.record(record_id).kind == store.CASE:
                count += store.erase(record_id)
            else:
                count += box.erase(record_id)
        return count

    def _over(self, now):
        box = vault.get()
        found = [box.record(record_id) for record_id in box.expired(now.date())]
        ours = [one for one in found if (one.room, one.kind) in self.kinds and not one.frozen]
        # a case first: it takes along what belongs to it
        return [one.id for one in sorted(ours, key=lambda one: (one.kind != store.CASE, one.id))]

    def verify_erased(self, subject):
        """Return one text for each case that is left."""
        return ["vraagbaak.case" for case_id in self._own(subject) if _is_there(vault.get(), case_id)]

    def also_known_as(self, subject):
        """Return how the vault, and so the audit log, knows the cases of somebody."""
        box = vault.get()
        return [box.record(case_id).subject for case_id in self._own(subject) if _is_there(box, case_id)]

    def _own(self, subject):
        return store.ids_of(subject.key) if self._is_ours(subject) else set()

    @staticmethod
    def _is_ours(subject):
        return subject.party in ("", vault.PLATFORM)


class Contacts(VaultPersonalData):
    """The mail address that somebody left with a question."""

    room, kind = store.ROOM, store.CONTACT
    title = _("data_contacts", default="Je mailadres bij een vraag")
    description = _("data_contacts_text", default="Waar wij je een bericht sturen als er iets is met je vraag.")
    categories = ("pd:EmailAddress",)
    purpose = store.PURPOSE
    period = 30
    clock = _("data_contacts_clock", default="Vanaf de dag van je antwoord.")

    def values(self, data):
        """Return the address."""
        yield _("data_access_address", default="Mailadres"), data["email"]

    def values_for_machines(self, data):
        """Return the address; the id of the case is not the asker's."""
        return {"email": data["email"]}

    def erase(self, subject, before=None):
        """Take the addresses of somebody away; their cases know it."""
        box = vault.get()
        found = list(self._ids(box, subject))
        found = [record_id for record_id in found if before is None or box.record(record_id).created <= before]
        return rights.Erased(removed=sum(map(_forget_contact, found)))

    def purge(self, now, limit):
        """Take at most so many addresses away that have had their time; return how many."""
        found = [record_id for record_id, _n in zip(self._expired(vault.get(), now), range(limit), strict=False)]
        return sum(map(_forget_contact, found))


def _forget_contact(record_id):
    box = vault.get()
    try:
        case = store.load(box.read(record_id, store.MACHINE)["case"])
    except (vault.NoRecord, keys.VaultProblem):
        return box.erase(record_id)
    case.contact = ""
    store.save(case)
    return box.erase(record_id)


def _is_there(box, record_id):
    try:
        box.record(record_id)
    except vault.NoRecord:
        return False
    return True


def _values(case, words):
    yield _("receipt_words", default="Wat je vroeg"), words["text"]
    for reply in words["replies"]:
        yield _("receipt_reply", default="Wat je later schreef"), reply["text"]
    for asked in case.asked_back:
        yield _("receipt_asked", default="Wat wij je vroegen"), asked["text"]
    yield _("receipt_state", default="Hoe het staat"), STATES[case.state]
    yield _("receipt_publish", default="Mag zonder jouw gegevens op de site"), ALLOWED[case.publish == YES]
    for note in case.notes:
        yield _("receipt_note", default="Notitie van de redactie"), note["text"]


def _for_machines(case, words):
    return {
        "words": words["text"],
        "replies": [reply["text"] for reply in words["replies"]],
        "questions_back": [asked["text"] for asked in case.asked_back],
        "state": case.state,
        "publish": case.publish,
        "channel": case.channel,
        "for_whom": case.for_whom,
        "notes": [note["text"] for note in case.notes],
        "timeline": [
            {"t": event["t"], "what": event["what"]}
            for event in case.timeline
            if events.EVENTS.get(event["what"], ("", False))[1]
        ],
    }
