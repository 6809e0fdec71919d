"""Work for the clock of a desk over HTTP, in a process of the tests only: the view, and the clients that ask it.

``POST @@clock-work`` with ``act`` and what that needs; it answers with JSON. The time of a process is what it was
told last, and stands still.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from itertools import cycle
from itertools import islice

import json
import requests
import threading
import time


CASES = 10
HOUR = timedelta(hours=1)
# of a promise of four hours that is made at nine: three quarters, the end, a quarter later
RUNGS = {"reminded": 3 * HOUR, "backed_up": 4 * HOUR, "chief": 5 * HOUR}
EDITORS, CHIEFS = ("els", "omar", "yara"), ("anna", "chris")
# how many clients of a process let it work at the same moment
CLIENTS = 2
PATIENCE = 240  # seconds
# how long a process works before it is killed
DYING = 0.4  # seconds
ZCML = """\
<configure xmlns="http://namespaces.zope.org/zope" xmlns:browser="http://namespaces.zope.org/browser">
  <include package="Products.Five.browser" file="meta.zcml" />
  <browser:page
      name="clock-work"
      for="plone.base.interfaces.IPloneSiteRoot"
      class="clock_work.Work"
      permission="zope.Public"
      />
</configure>
"""


# -- in the server


class Work:
    """Does one thing with the clock, as a page or the ticker does."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self):
        form = self.request.form
        answer = getattr(self, f"do_{form['act']}")(**{name: form[name] for name in form if name != "act"})
        self.request.response.setHeader("Content-Type", "application/json")
        return json.dumps(answer)

    def do_monday(self):
        """Return nine o'clock of the next Monday of which people work three days."""
        from samenbeter.shared import clock
        from samenbeter.vraagbaak.cases import working_time

        day = clock.now().astimezone(working_time.ZONE).replace(hour=9, minute=0, second=0, microsecond=0)
        day += timedelta(days=7 - day.weekday())
        while any(working_time.public_holiday(day.date() + timedelta(days=number)) for number in range(3)):
            day += timedelta(days=7)
        return day.isoformat()

    def do_freeze(self, moment):
        """Let it be a moment in this process, from now on."""
        from samenbeter.shared import clock

        now = datetime.fromisoformat(moment).astimezone(timezone.utc)
        clock.now = lambda: now

    def do_begin(self):
        """Make a desk with editors and chiefs, and let people ask; return the numbers of their cases."""
        from samenbeter.shared.system import as_system
        from samenbeter.shared.transactions import committed

        with as_system():
            committed(self._people)
            desk = committed(self._desk)
            return [committed(lambda owner=owner: self._case(desk, owner)) for owner in islice(cycle(EDITORS), CASES)]

    def _people(self):
        from plone import api

        for name, members in (("klok", EDITORS), ("klok-chef", CHIEFS)):
            api.group.create(groupname=name)
            for userid in members:
                api.user.create(username=userid, email=f"{userid}@samenbeter.example", password="acht-stille-reigers")
                api.group.add_user(groupname=name, username=userid)

    def _desk(self):
        from plone import api

        desk = api.content.create(self.context, "Vraagbaak", "klok", title="Klok", promise_hours="ma-vr 9.00-17.00")
        desk.promise_working_hours, desk.editors_group, desk.chief_group = 4, "klok", "klok-chef"
        return desk

    def _case(self, desk, owner):
        from samenbeter.vraagbaak.cases import promise
        from samenbeter.vraagbaak.cases import store

        case = store.new(desk, store.new_code(), "Wie helpt mij de trap op?")
        case.owner = owner
        promise.start(case, desk)
        store.save(case)
        return case.number

    def do_work(self):
        """Do all that is due, as the ticker lets a process do."""
        from samenbeter.shared import jobs

        return jobs.run_due()

    def do_state(self):
        """Say what became of each case, and which mails wait: {"cases", "mails", "planned"}."""
        from samenbeter.shared import jobs
        from samenbeter.shared import vault
        from samenbeter.vraagbaak.cases import promise
        from samenbeter.vraagbaak.cases import store

        box = vault.get()
        cases = map(store.load, list(box.find(room="vraagbaak", kind="case")))
        mails = [box.read(found, vault.Machine("test")) for found in list(box.find(room="shared", kind="mail"))]
        return {
            "cases": {case.number: self._told(case) for case in cases},
            "mails": [(mail["to"].partition("@")[0], mail["subject"], mail["body"]) for mail in mails],
            "planned": jobs.store().summary(promise.JOB)[0],
        }

    def _told(self, case):
        from samenbeter.shared import audit

        entries = [entry for segment in audit.store().segments() for entry in segment.entries()]
        return {
            "owner": case.owner,
            "rungs": [event["what"] for event in case.timeline if event["what"] in RUNGS],
            "given": [entry.actor for entry in entries if entry.object == case.id and entry.action == "edit"],
        }


def register():
    """Register the view; after Zope has started."""
    from zope.configuration import xmlconfig

    xmlconfig.string(ZCML)


# -- outside


def ask(base, **form):
    """Send one request; return its answer."""
    headers = {"Accept": "text/html"}
    answer = requests.post(f"{base}/@@clock-work", data=form, headers=headers, timeout=PATIENCE, allow_redirects=False)
    assert answer.status_code == 200, answer.text[:500]
    return answer.json()


class Stepped:
    """A desk with cases, asked for through processes of one site, and how far its time is.

    :param bases: the addresses of the processes.
    """

    def __init__(self, bases):
        self.bases = bases
        self.start = datetime.fromisoformat(ask(bases[0], act="monday"))
        self.freeze(self.start)
        self.numbers = ask(bases[0], act="begin")

    def freeze(self, moment):
        """Let it be the same moment in all processes."""
        for base in self.bases:
            ask(base, act="freeze", moment=moment.isoformat())

    def go(self, after, die=None):
        """Let all processes do what is due so long after the start, all at the same moment, by more clients each.

        :param die: a Zope that is killed while it works.
        """
        self.freeze(self.start + after)
        gate = threading.Barrier(CLIENTS * len(self.bases) + bool(die))

        def work(base):
            gate.wait(60)
            try:
                return ask(base, act="work")
            except requests.ConnectionError:
                assert die is not None and base == die.base
                return None

        with ThreadPoolExecutor(gate.parties) as pool:
            working = [pool.submit(work, base) for base in self.bases * CLIENTS]
            if die:
                gate.wait(60)
                time.sleep(DYING)
                die.process.kill()
                die.process.wait()
            return [one.result() for one in working]

    def state(self):
        """Return what became of it; the processes say the same."""
        first, *others = (ask(base, act="state") for base in self.bases)
        for other in others:
            assert sorted(other["mails"]) == sorted(first["mails"])
            assert other["cases"] == first["cases"]
        return first

    def problems(self, rungs):
        """Return what is not as it must be when these rungs were done, each once for each case."""
        state, found = self.state(), []
        for number in self.numbers:
            case = state["cases"][number]
            if case["rungs"] != rungs:
                found.append(f"rungs {case['rungs']}")
            # the end and the chief: each time somebody else has it
            if case["given"] != ["job:samenbeter.vraagbaak.clock"] * max(len(rungs) - 1, 0):
                found.append(f"given {case['given']}")
        if sorted(state["cases"]) != sorted(self.numbers):
            found.append(f"{len(state['cases'])} cases")
        # one to the owner, one to who has it next, one to each chief
        expected = min(len(rungs), 2) + (len(CHIEFS) if len(rungs) == len(RUNGS) else 0)
        found += [f"mails {said}" for said in self._mails(state) if not len(set(said)) == len(said) == expected]
        if state["planned"] != (len(self.numbers) if len(rungs) < len(RUNGS) else 0):
            found.append(f"{state['planned']} planned")
        return found

    def _mails(self, state):
        """Return what was mailed about each case: [[(to whom, first paragraph)]]."""
        return [
            [(to, body.partition("\n")[0]) for to, _subject, body in state["mails"] if f"/{number}\n" in body]
            for number in self.numbers
        ]

    def digests(self):
        """Return to whom the mail of the morning went, in order."""
        return sorted(to for to, subject, _body in self.state()["mails"] if subject == "Wat er vandaag ligt")
