"""Two desks with editors of their own, cases, and the people who have nothing to do there."""

from at_the_desk import make
from datetime import datetime
from datetime import timezone
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from samenbeter.shared import clock
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.working_time import ZONE


PASSWORD = "een-lang-wachtwoord"
OURS, THEIRS = "redactie-hier", "redactie-daar"
ANOUK, SAMIR, CHIEF, OTHER = "anouk", "samir", "carla", "otto"
MONDAY = (2026, 11, 23, 9, 0)


def set_time(monkeypatch, *moment):
    """Set the time for all, as it is in the neighbourhood."""
    now = datetime(*moment, tzinfo=ZONE).astimezone(timezone.utc)
    monkeypatch.setattr(clock, "now", lambda: now)


def people(names):
    """Make accounts: {user id: group or None}."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        for name, group in names.items():
            api.user.create(
                username=name, email=f"{name}@example.org", password=PASSWORD, properties={"fullname": name.title()}
            )
            if group:
                api.group.add_user(groupname=group, username=name)


class Queue:
    """Anouk and Samir work at this desk, Carla is in chief; Otto works at the other one."""

    def __init__(self, portal):
        self.portal = portal
        api.portal.set_registry_record("plone.portal_timezone", "Europe/Amsterdam")
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            for group in (OURS, THEIRS, "hoofd"):
                api.group.create(groupname=group)
        people({ANOUK: OURS, SAMIR: OURS, CHIEF: "hoofd", OTHER: THEIRS})
        self.desk = make(portal, "Vraagbaak", "open", title="Hier", editors_group=OURS, chief_group="hoofd")
        self.other = make(portal, "Vraagbaak", "open", title="Daar", editors_group=THEIRS)
        self.one = make(portal, "PartnerOrganisation", "activate", title="De Linde")

    def new(self, owner=ANOUK, desk=None, **fields):
        """Keep a case whose promise runs."""
        desk = desk or self.desk
        case = store.new(desk, store.new_code(), "Mijn geheime woord is bloemkool.", publish="yes")
        case.owner = owner
        promise.start(case, desk)
        case.note_event("received", "asker")
        for name, value in fields.items():
            setattr(case, name, value)
        store.save(case)
        return case

    def question(self, case, title="Hulp bij traplift"):
        """Let a case be redacted."""
        question = make(store.desk_of(case), "VraagbaakQuestion", title=title, question="Tekst.")
        case.question = IUUID(question)
        case.move("redact")
        store.save(case)
        return question

    def answer(self, case):
        """Let a case be answered, as far as its state goes."""
        if case.state == states.RECEIVED:
            case.move("redact")
        case.move("answer")
        case.answered = clock.now().isoformat()
        promise.stop(case, self.desk)
        store.save(case)

    def as_kept(self, case):
        """Return a case as it is kept."""
        return store.load(case.id)
