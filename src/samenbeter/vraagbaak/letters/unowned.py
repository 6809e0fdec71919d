"""Once a day: no open case without an editor who can see to it, and none whose clock was forgotten.

It counts in the index first, without opening anything; only what does not add up is looked for.
"""

from datetime import timedelta
from plone import api
from samenbeter import _
from samenbeter.interfaces import IJob
from samenbeter.shared import clock
from samenbeter.shared import jobs
from samenbeter.shared import jobs_store
from samenbeter.shared import vault
from samenbeter.shared.transactions import committed
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import promise
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.letters import escalating
from samenbeter.vraagbaak.letters import owning
from zope.interface import implementer


SECTION = "unowned"


@implementer(IJob)
class Unowned:
    """The job "samenbeter.vraagbaak.unowned"."""

    title = _("job_unowned", default="Vragen zonder redacteur verdelen")
    every = timedelta(days=1)
    at = 4
    words = {
        "given": _("job_unowned_given", default="aan een ander gegeven"),
        "nobody": _("job_unowned_nobody", default="zonder redacteur: zet iemand in de groep van de redactie"),
        "planned": _("job_unowned_planned", default="opnieuw gepland"),
    }

    def run(self, argument, until):
        """Give away what is of nobody, and plan what was not planned; what is left is done the next time."""
        counts = {"given": 0, "nobody": 0, "planned": 0}
        found = [(give_one, case_id) for desk in desks() for case_id in unowned(desk)]
        found += [(plan_one, case_id) for case_id in unplanned()]
        for act, case_id in found:
            if until is not None and clock.now() >= until:
                return False, counts
            done = committed(lambda act=act, case_id=case_id: act(case_id))
            if done:
                counts[done] += 1
        return True, counts


def desks():
    """Return all desks of the site, also closed ones."""
    catalog = api.portal.get_tool("portal_catalog")
    return [brain._unrestrictedGetObject() for brain in catalog.unrestrictedSearchResults(portal_type="Vraagbaak")]


def unowned(desk):
    """Return the ids of the open cases of a desk whose owner can see to them no more; opens none."""
    uid, rows = api.content.get_uuid(desk), index.get()
    opened = index.word("desk", uid, "open")
    able = [userid for userid in owning.able(desk) if not owning.is_away_long(userid)]
    words = [index.word("desk", uid, "owner", userid) for userid in able]
    if rows.size(opened) == sum(map(rows.size, words)):
        return []
    fine = {case_id for word in words for case_id in rows.ids([word], limit=None)}
    return [case_id for case_id in rows.ids([opened], limit=None) if case_id not in fine]


def give_one(case_id):
    """Give a case away, when that is still needed; return what was done, "" for nothing."""
    try:
        case = store.load(case_id)
    except vault.NoRecord:
        return ""
    desk = store.desk_of(case)
    if desk is None or not case.is_open or not owning.no_longer_theirs(case, desk):
        return ""
    if owning.give_away(case, desk, SECTION):
        store.save(case)
        return "given"
    return "" if case.owner in owning.able(desk) else "nobody"


def unplanned():
    """Return the ids of the cases whose clock runs, and for which nothing is planned; opens none."""
    due = jobs.store()
    # what was given up is planned, but will not happen
    ids = due.due(promise.JOB, jobs_store.GIVEN_UP - timedelta(days=1))
    planned = {due.get(record_id).argument for record_id in ids}
    running = [
        case_id
        for desk in desks()
        for rank in (index.URGENT, index.RUNNING)
        for case_id in index.get().ids([index.word("desk", api.content.get_uuid(desk), "open")], limit=None, rank=rank)
    ]
    return [case_id for case_id in running if case_id not in planned]


def plan_one(case_id):
    """Plan the next rung of a case, when there is one; return what was done, "" for nothing."""
    try:
        case = store.load(case_id)
    except vault.NoRecord:
        return ""
    desk = store.desk_of(case)
    if desk is None or escalating.next_rung(case) is None or store.is_frozen(case):
        return ""
    promise.plan(case, desk)
    store.save(case)
    return "planned"
