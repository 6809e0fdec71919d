"""Work for the vault over HTTP, in a process of the tests only: the view, and the clients that ask it.

``POST @@vault-work`` with ``act`` and what that needs; it answers with JSON.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import json
import requests
import resource


CLIENTS = 16
ADDED, ERASED = 2000, 500
KIND = {"room": "privacy", "kind": "load"}
PURPOSE = "samenbeter.rights"
ZCML = """\
<configure xmlns="http://namespaces.zope.org/zope" xmlns:browser="http://namespaces.zope.org/browser">
  <include package="Products.Five.browser" file="meta.zcml" />
  <browser:page
      name="vault-work"
      for="plone.base.interfaces.IPloneSiteRoot"
      class="vault_work.Work"
      permission="zope.Public"
      />
</configure>
"""


# -- in the server


class Work:
    """Does one thing with the vault, as a page of ours does."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self):
        from samenbeter.shared import audit
        from samenbeter.shared import vault
        from samenbeter.shared.transactions import committed

        self.vault, self.audit, self.committed = vault, audit, committed
        form = self.request.form
        answer = getattr(self, f"do_{form['act']}")(**{name: form[name] for name in form if name != "act"})
        self.request.response.setHeader("Content-Type", "application/json")
        return json.dumps(answer)

    def _add(self, text):
        return self.vault.get().add(**KIND, data={"text": text}, purpose=PURPOSE, subject=f"member:{text}")

    def do_fill(self, count):
        """Add many at once."""
        return self.committed(lambda: [self._add(f"before {n}") for n in range(int(count))])

    def do_add(self, text):
        """Add a record, and read it as somebody who works here."""

        def act():
            found = self._add(text)
            self.vault.get().read(found, self.vault.Staff(PURPOSE))
            return found

        return self.committed(act)

    def do_erase(self, record):
        """Erase a record."""

        def act():
            box = self.vault.get()
            self.audit.note("delete", subject=box.record(record).subject, object=record, basis=PURPOSE)
            return box.erase(record)

        return self.committed(act)

    def do_state(self):
        """Say what is in the vault and in the log."""
        box, store = self.vault.get(), self.audit.store()
        notes = [(entry.action, entry.object) for segment in store.segments() for entry in segment.entries()]
        notes = [note for note in notes if note[0] in ("view", "delete")]
        return {
            "texts": {found: box.read(found, self.vault.Machine("test"))["text"] for found in box.find(**KIND)},
            "records": len(box),
            "notes": notes,
        }

    def do_seal(self):
        """Seal the log as if it were a week later; return how many days, and what is wrong with it."""
        from samenbeter.shared import clock
        from samenbeter.shared import seals
        from samenbeter.shared import seals_file

        store, later = self.audit.store(), clock.now() + timedelta(days=7)
        self.committed(lambda: seals.close(store, later))
        sealed = self.committed(lambda: seals.seal_days(store, later))
        return sealed, [str(problem) for problem in seals.check(store, seals_file.place())]

    def do_questions(self):
        """Say what was asked at the desks, what waits for a person to look at, and what is due."""
        from samenbeter.shared import clock
        from samenbeter.shared import jobs
        from samenbeter.vraagbaak.cases import index
        from samenbeter.vraagbaak.cases import promise

        box, later = self.vault.get(), clock.now() + timedelta(days=99)
        words = list(box.find(room="vraagbaak", kind="words"))
        return {
            "cases": box.count("vraagbaak", "case"),
            "texts": [box.read(found, self.vault.Machine("test"))["text"] for found in words],
            "rows": sum(len(shard.rows) for shard in index.get().shards),
            "pile": box.count("shared", "doubtful"),
            "due": len(jobs.store().due(promise.JOB, later)),
        }

    def do_limit(self, size):
        """Let no file grow beyond so many bytes, as on a full disk; 0: let them."""
        _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(size) or hard, hard))


def register():
    """Register the view; after Zope has started."""
    from samenbeter.shared import vault
    from zope.configuration import xmlconfig

    vault.UNANSWERED.add(tuple(KIND.values()))
    xmlconfig.string(ZCML)


# -- outside


def ask(base, session=requests, **form):
    """Send one request."""
    headers = {"Accept": "text/html"}
    return session.post(f"{base}/@@vault-work", data=form, headers=headers, timeout=120, allow_redirects=False)


def load(bases):
    """Let all clients write and erase at the same time, over these addresses of the same site.

    :returns: what came of it: (answers to adding, by text; answers to erasing, by id; what was there before).
    """
    before = ask(bases[0], act="fill", count=str(ERASED)).json()
    jobs = [("add", f"load {n}") for n in range(ADDED)]
    # an erasure after each fourth record
    for place, record in enumerate(before):
        jobs.insert(place * 5, ("erase", record))
    sessions = [requests.Session() for _client in range(CLIENTS)]

    def work(client):
        base = bases[client % len(bases)]
        done = []
        for act, what in jobs[client::CLIENTS]:
            name = "text" if act == "add" else "record"
            done.append((act, what, ask(base, sessions[client], act=act, **{name: what})))
        return done

    with ThreadPoolExecutor(CLIENTS) as pool:
        done = [one for some in pool.map(work, range(CLIENTS)) for one in some]
    added = {what: answer for act, what, answer in done if act == "add"}
    erased = {what: answer for act, what, answer in done if act == "erase"}
    return added, erased, before


def problems(bases):
    """Do the whole work, look at what is there, and return all that is not as it must be."""
    # what the demo neighbourhood keeps there
    others = ask(bases[0], act="state").json()["records"]
    added, erased, before = load(bases)
    found = [f"{text[:200]}" for text in _refused([*added.values(), *erased.values()])]
    ids = {answer.json(): text for text, answer in added.items() if answer.ok}
    states = [ask(base, act="state").json() for base in bases]
    for state in states:
        expected = {**ids}
        texts = state["texts"]
        found += [f"lost: {record}" for record in expected if texts.get(record) != expected[record]]
        found += [f"not asked for, or doubled: {texts[record]}" for record in texts if record not in expected]
        found += [f"still there: {record}" for record in before if record in texts]
        records = state["records"] - others
        if records != len(texts) or len(set(texts.values())) != len(texts):
            found.append(f"{records} records, {len(texts)} found, {len(set(texts.values()))} texts")
        notes = sorted(map(tuple, state["notes"]))
        wanted = sorted([*(("view", record) for record in expected), *(("delete", record) for record in before)])
        mine = [note for note in notes if note[1] in expected or note[1] in set(before)]
        if mine != wanted:
            found.append(f"{len(mine)} notes in the log, not {len(wanted)}")
    sealed, wrong = ask(bases[0], act="seal").json()
    found += wrong
    if len(added) != ADDED or len(before) != ERASED or not sealed:
        found.append("not all of the work was done")
    return found


def _refused(answers):
    return [f"{answer.status_code} {answer.text}" for answer in answers if answer.status_code != 200]
