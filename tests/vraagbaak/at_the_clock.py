"""A desk with people, a case, a clock that the test moves, and mails that can be read: for the tests of the clock."""

from at_the_desk import make
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.working_time import ZONE

import transaction


HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
WORDS = "Mijn geheime woord is bloemkool."
GROUP = "Vraagbaak Editor"


class Time:
    """The time of the platform."""

    def __init__(self, monkeypatch, moment=MONDAY):
        self.moment = moment
        monkeypatch.setattr(clock, "now", lambda: self.moment.astimezone(timezone.utc))

    def go(self, moment):
        """Move it to a moment, and let the platform do what is due."""
        self.moment = moment
        return work()


def work(only=promise.JOB):
    """Let the platform do what is due; return how many jobs ran."""
    found = jobs.run_due(only=only)
    assert found["failed"] == 0
    transaction.begin()
    return found["ran"]


def member(userid, *groups, language=""):
    """Make an account, in groups."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        properties = {"language": language} if language else {}
        api.user.create(
            username=userid, email=f"{userid}@example.org", password="vier-stille-reigers", properties=properties
        )
        for group in groups:
            api.group.add_user(groupname=group, username=userid)


def ask(desk, owner="", email="", **known):
    """Let somebody ask something; return the Case."""
    case = store.new(desk, store.new_code(), WORDS, **known)
    if email:
        store.add_contact(case, email)
    case.owner = owner
    promise.start(case, desk)
    store.save(case)
    transaction.commit()
    return case


def now_as(case):
    """Return a case as it is kept now."""
    transaction.begin()
    return store.load(case.id)


def change(case, act):
    """Change a case as a page does; return it."""

    def once():
        found = store.load(case.id)
        act(found)
        store.save(found)
        return found

    return committed(once)


def done_by_clock(case):
    """Return what the platform did with a case, in the order of time."""
    rungs = ("reminded", "backed_up", "chief")
    return [event["what"] for event in now_as(case).timeline if event["what"] in rungs]


def mails(to=None):
    """Return the (address, subject, text) of the mails that wait to be sent, oldest first."""
    transaction.begin()
    box = vault.get()
    records = sorted(map(box.record, list(box.find(room="shared", kind="mail"))), key=lambda record: record.created)
    found = [box.read(record.id, vault.Machine("test")) for record in records]
    return [(one["to"], one["subject"], one["body"]) for one in found if to in (None, one["to"])]


def told():
    """Return the first paragraph of each mail to whom: {address: [texts]}."""
    found = {}
    for address, _subject, body in mails():
        found.setdefault(address.partition("@")[0], []).append(body.partition("\n")[0])
    return found


def partner(site, title, *experts):
    """Make an active partner with experts; return its UID."""
    from samenbeter.interfaces import IPartnerGroups
    from zope.component import getUtility

    item = make(site, "PartnerOrganisation", title=title, kind="municipality")
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        if api.content.get_state(item) != "active":
            api.content.transition(item, "activate")
    for userid in experts:
        member(userid, getUtility(IPartnerGroups).experts(item.UID()))
    return item.UID()
