"""The desk over REST: ``@cases`` of a desk. Asking is open to all; all else is for who works at the desk."""

from datetime import timezone
from samenbeter.shared import clock
from samenbeter.shared import rest
from samenbeter.shared import vault
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.rest import asking
from samenbeter.vraagbaak.rest import base
from samenbeter.vraagbaak.rest import shapes
from samenbeter.vraagbaak.rest.acts import Acts


OPEN, LIVE = "open", "live"
FILTERS = ("owner", "theme", "partner")


class CasesGet(base.CaseService):
    """GET @cases: the queue; GET @cases/<number>: one of them, without what the asker wrote."""

    longest = 1

    def act(self):
        """Return the queue, or a case."""
        if not self.steps:
            return self._queue()
        if store.is_frozen(self.case):
            raise rest.not_found()
        return shapes.whole(self.case, self.url_of("@cases", self.case.number), self.request)

    def _queue(self):
        start, size = self.page_of()
        found = self._found()
        cases = [case for case in map(_loaded, found[start : start + size]) if case is not None]
        return {
            "@id": self.url_of("@cases"),
            "items_total": len(found),
            "b_start": start,
            "b_size": size,
            "items": [
                shapes.short(case, self.url_of("@cases", case.number)) for case in cases if not store.is_frozen(case)
            ],
        }

    def _found(self):
        """Return the ids of all cases that fit, in the order of the desk; opens none."""
        form, desk = self.request.form, self.desk_uid
        state = rest.Body({"state": form.get("state", LIVE)}, ("state",)).choice("state", (OPEN, LIVE, *states.STATES))
        words = [index.word("desk", desk, *((state,) if state in (OPEN, LIVE) else ("state", state)))]
        for name in FILTERS:
            if name in form:
                words.append(
                    index.word("desk", desk, name, self._owner(form[name]) if name == "owner" else str(form[name]))
                )
        if form.get("overdue") not in ("1", "true"):
            return index.get().ids(words, limit=None)
        minute = int(clock.now().astimezone(timezone.utc).timestamp() // 60)
        ranks = (index.URGENT, index.RUNNING)
        return [one for rank in ranks for one in index.get().ids(words, limit=None, rank=rank, before=minute)]

    def _owner(self, value):
        return self.me if value == "me" else str(value)


class CasesPost(Acts):
    """POST @cases asks a question; POST @cases/<number>/<what> does something with a case."""

    changes = True
    longest = 3

    def act(self):
        """Ask, or do what the address says."""
        if not self.steps:
            return asking.ask(self)
        self.need(base.WORK)
        return self.dispatch(self.posts)


class CasesPatch(Acts):
    """PATCH @cases/<number> {"owner", "themes", "urgency"}."""

    changes = True
    longest = 1

    def act(self):
        """Change what was sent, all of it or nothing; return the case."""
        from samenbeter.vraagbaak.desk import triage
        from samenbeter.vraagbaak.desk import undoing

        if not self.steps:
            raise rest.not_found()
        body = self.body("owner", "themes", "urgency")
        owner = body.text("owner", 200) if "owner" in body else None
        themes = body.texts("themes") if "themes" in body else None
        urgency = body.choice("urgency", triage.URGENCIES) if "urgency" in body else None

        acts = []
        if owner is not None:
            acts.append(lambda case: triage.assign(case, self.me if owner == "me" else owner, self.me))
        if themes is not None:
            acts.append(lambda case: triage.set_themes(case, themes, self.me))
        if urgency is not None:
            acts.append(lambda case: triage.set_urgency(case, urgency, self.me))
        self.change(undoing.as_one, *acts)
        return self.whole()


class CasesDelete(Acts):
    """DELETE @cases/<number>/<what>: the opposite of a POST."""

    changes = True
    longest = 3

    def act(self):
        """Do what the address says."""
        if not self.steps:
            raise rest.not_found()
        return self.dispatch(self.deletes)


def _loaded(case_id):
    try:
        return store.load(case_id)
    except vault.NoRecord:
        return None
