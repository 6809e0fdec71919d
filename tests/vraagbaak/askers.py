"""Cases of people who are known by an account, a mail address or a receipt, and what is kept of them."""

from at_the_case import Room
from io import BytesIO
from samenbeter.privacy import following
from samenbeter.shared import vault
from samenbeter.shared.records import Payload
from samenbeter.shared.records import Record
from samenbeter.shared.rights import Subject
from samenbeter.vraagbaak.asking import asking
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.desk import asking_back
from samenbeter.vraagbaak.personal_data_cases import Cases
from zipfile import ZipFile

import json
import transaction


ANNA, YARA = Subject(userid="anna"), Subject(email="Yara@Example.org")
OWN, OTHERS = "zilverreiger", "ijsvogelhoed"


class Askers(Room):
    """A desk with a case that is known by an account, an address and a receipt, and one of somebody else."""

    def keep(self, desk, text=f"Mijn woord is {OWN}."):
        """Ask as both; return the id of the first."""
        self.others = ask(desk, f"Mijn woord is {OTHERS}.", "ander@example.org", "siem")
        return ask(desk, text, "yara@example.org", "anna")

    @property
    def of_others(self):
        """Return what the vault calls somebody else, by each way."""
        box = vault.get()
        names = {box.pseudonym(name) for name in ("member:siem", "mail:ander@example.org")}
        return {*names, store.load(self.others).subject}


def ask(desk, text, email="", userid=""):
    """Ask something, and let the desk ask back; return the id of the case."""
    _code, case = asking.ask(desk, asking.Asked(text=text, email=email, userid=userid))
    asking_back.ask_back(case, "Hoe lang al?", "anouk")
    store.save(case)
    return case.id


def subject_by(way, case):
    """Return how somebody is known who comes by a way."""
    return {
        "account": ANNA,
        "mail": YARA,
        "receipt": Subject(pseudonym=case.subject),
        # as when an erasure is replayed
        "account that is gone": Subject(pseudonym=vault.get().pseudonym("member:anna")),
    }[way]


def told(subject, provider=None):
    """Return all that a provider tells somebody, as one text."""
    return repr((provider or Cases()).export(subject).items)


def kept():
    """Return the ids of all that the room keeps."""
    transaction.begin()
    return set(vault.get().find(room=store.ROOM))


def copies(ids):
    """Return the records as a backup has them."""
    found = []
    for old in map(vault.get().record, sorted(ids)):
        record = Record(old.id, old.room, old.kind, old.purpose, old.subject, old.party, old.expires)
        record.created, record.key, record.frozen = old.created, old.key, old.frozen
        record.payload = Payload(old.payload.sealed)
        found.append(record)
    return found


def put_back(records):
    """Put a backup back that is older than the journal."""
    for record in records:
        vault.get()._shard(record.id).put(record)
    for record in records:
        if record.kind == store.CASE:
            store.save(store.load(record.id))
    following.start_over()
    transaction.commit()


def opened(whole):
    """Return (names, data, page) of a ZIP that somebody takes along."""
    archive = ZipFile(BytesIO(whole))
    return archive.namelist(), json.loads(archive.read("data.json")), archive.read("index.html").decode()
