"""The personal data of a case: what somebody asked, by which mail address and account it is known.

Somebody is known by an account, a proven mail address or a receipt code; each finds whole cases, and a case goes
as a whole, with what became of it that is not on the site. What became public is not in it: it does not say who asked.
"""

from samenbeter import _
from samenbeter.shared import keys
from samenbeter.shared import rights
from samenbeter.shared import vault
from samenbeter.shared.personal_data import VaultPersonalData
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import ASKER
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.damaged import unless_damaged
from samenbeter.vraagbaak.receipt import telling
from samenbeter.vraagbaak.receipt.telling import STATES


__all__ = ("STATES", "Cases", "Contacts")

KINDS = (store.CASE, store.WORDS, store.ACCOUNT)


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
        found = sorted(self._records(subject), key=lambda record: (record.created, record.id))
        start = (page - 1) * rights.SIZE
        items = tuple(map(self._exported, found[start : start + rights.SIZE]))
        return rights.Page(items, done=start + rights.SIZE >= len(found))

    def _exported(self, record):
        known = {"id": record.id, "title": self.title, "created": record.created, "expires": record.expires}
        try:
            case = store.load(record.id)
            words = store.words(case, store.MACHINE)
        except (vault.NoRecord, keys.VaultProblem) as problem:
            # the others are still good
            label = _("export_unreadable", default="Dit kunnen wij niet lezen")
            return rights.Item(values=((label, getattr(problem, "message", "")),), **known)
        values, data = tuple(telling.values(case, words)), telling.for_machines(case, words)
        return rights.Item(values=values, data=data, **{**known, "created": moment(case.received)})

    def erase(self, subject, before=None):
        """Take the cases of somebody away, each with all that belongs to it."""
        if not self._is_ours(subject):
            return rights.Erased()
        removed = sum(map(store.erase, store.ids_of(subject.key, before)))
        # of a case that is damaged, or not there any more
        left = [record for record in self._left(subject) if before is None or record.created <= before]
        return rights.Erased(removed=removed + sum(vault.get().erase(record.id) for record in left))

    def restrict(self, subject, on):
        """Hide the cases of somebody from the desk, or show them again; the clock stands still meanwhile.

        What was hidden by an account and by a mail address goes on once both let it.
        """
        who = vault.get().pseudonym(subject.key)
        return sum(self._restrict(record, who, on) for record in self._records(subject))

    def _restrict(self, record, who, on):
        case = unless_damaged(store.load, record.id)
        if case is None:
            # nobody reads it anyhow
            vault.get().freeze(record.id, on)
            return 1
        if on == (who in case.hidden_by) and on == record.frozen:
            return 0
        case.hidden_by = [other for other in case.hidden_by if other != who] + ([who] if on else [])
        hidden = bool(case.hidden_by)
        changed = self._hide(case, hidden) if hidden != record.frozen else 0
        store.save(case)
        return changed

    @staticmethod
    def _hide(case, on):
        box = vault.get()
        belongs = [found for found in (store.words_id(case), case.contact, *case.accounts) if _is_there(found)]
        for record_id in (case.id, *belongs):
            box.freeze(record_id, on)
        desk = store.desk_of(case)
        if case.state in states.RUNNING and desk is not None:
            (promise.pause if on else promise.resume)(case, desk)
        case.note_event("hidden" if on else "shown", ASKER)
        # it would wind the clock back
        case.undo = {}
        return 1 + len(belongs)

    def expired(self, now):
        """Return how many cases have had their time, and records that were left of one."""
        return len(self._over(now))

    def purge(self, now, limit):
        """Take at most so many away; return how many."""
        return sum(map(self._purge, self._over(now)[:limit]))

    @staticmethod
    def _purge(record):
        if not _is_there(record.id):
            # it went with its case
            return 1
        return store.erase(record.id) if record.kind == store.CASE else vault.get().erase(record.id)

    def _over(self, now):
        box = vault.get()
        found = [box.record(record_id) for record_id in box.expired(now.date())]
        ours = [one for one in found if (one.room, one.kind) in self.kinds and not one.frozen]
        # a case first: it takes along what belongs to it
        return sorted(ours, key=lambda one: (one.kind != store.CASE, one.id))

    def verify_erased(self, subject):
        """Return one text for each record that is left."""
        left = {record.id: record.kind for record in (*self._records(subject), *self._left(subject))}
        return [f"{self.room}.{kind}" for kind in left.values()]

    def also_known_as(self, subject):
        """Return how the vault, and so the audit log, knows the cases of somebody."""
        return [record.subject for record in self._records(subject)]

    def _records(self, subject):
        """Return the Records of the cases of somebody, closed."""
        found = store.ids_of(subject.key) if self._is_ours(subject) else ()
        return [vault.get().record(case_id) for case_id in sorted(found) if _is_there(case_id)]

    def _left(self, subject):
        """Return the Records of these kinds that are about somebody by themselves."""
        box = vault.get()
        found = [box.record(record_id) for record_id in box.find(subject=subject.key, room=self.room)]
        return [record for record in found if record.kind in KINDS]

    @staticmethod
    def _is_ours(subject):
        return subject.party in ("", vault.PLATFORM)


class Contacts(VaultPersonalData):
    """The mail address that somebody left with a question. It is told to who proved it, not to who has the code."""

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

    def restrict(self, subject, on):
        """Hide the addresses of somebody, or show them again; one whose case stays hidden stays so too."""
        box = vault.get()
        found = [one for one in self._ids(box, subject) if on or not _case_is_hidden(one)]
        for record_id in found:
            box.freeze(record_id, on)
        return len(found)

    def erase(self, subject, before=None):
        """Take the addresses of somebody away; their cases know it."""
        box = vault.get()
        found = [box.record(record_id) for record_id in self._ids(box, subject)]
        found = [record.id for record in found if before is None or record.created <= before]
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


def _case_is_hidden(record_id):
    link = unless_damaged(vault.get().read, record_id, store.MACHINE)
    return link is not None and _is_there(link["case"]) and vault.get().record(link["case"]).frozen


def _is_there(record_id):
    try:
        vault.get().record(record_id)
    except vault.NoRecord:
        return False
    return True
