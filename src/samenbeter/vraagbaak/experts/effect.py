"""What the answers of experts do: counted without anybody's data, by partner and by question.

Counters: ("vraagbaak", "outcome", what, partner UID) and ("vraagbaak", "read", question UID).
"""

from plone import api
from plone.uuid.interfaces import IUUID
from samenbeter.interfaces import IVraagbaakAnswer
from samenbeter.shared import clock
from samenbeter.shared import counters
from samenbeter.vraagbaak.cases.case import ACTED
from samenbeter.vraagbaak.cases.case import HELPED
from samenbeter.vraagbaak.experts import contributing
from samenbeter.vraagbaak.experts import people


ROOM, OUTCOME, READ = "vraagbaak", "outcome", "read"
COUNTED = (HELPED, ACTED)
# a smaller number could be about one person
LEAST = 5
MONTHS = 12


def count_outcome(question, what):
    """Count that an asker was helped, for each partner whose contribution was taken over.

    Call it once the act is sure to be done: what is counted stays counted, whatever becomes of the transaction.

    :param question: the VraagbaakQuestion; None counts nothing.
    :param what: what the asker said; others than HELPED and ACTED are not counted.
    """
    if question is None or what not in COUNTED:
        return
    answers = [one for one in question.objectValues() if IVraagbaakAnswer.providedBy(one)]
    taken = [one for one in answers if api.content.get_state(one, default="") == "accepted"]
    for partner in sorted({contributing.partner_of(one) for one in taken} - {""}):
        counters.count(ROOM, OUTCOME, what, partner)


def count_read(question):
    """Count that somebody read the page of a question."""
    counters.count(ROOM, READ, IUUID(question))


def shown(number):
    """Return a number that can be shown; None for one that is too small to be about nobody."""
    return number if number >= LEAST else None


class Effect:
    """What one expert brought about.

    :param userid: of the expert.
    """

    def __init__(self, userid):
        self.userid = userid
        catalog = api.portal.get_tool("portal_catalog")
        query = {"portal_type": "VraagbaakAnswer", "review_state": "accepted", "Creator": userid}
        self.brains = list(catalog.unrestrictedSearchResults(**query))

    @property
    def answered(self):
        """Return how many contributions were taken over."""
        return len(self.brains)

    def months(self):
        """Return [(first day of a month, how many contributions of then were taken over)] of the last twelve months."""
        month, found = clock.today().replace(day=1), {}
        for _number in range(MONTHS):
            found[month] = 0
            month = (
                month.replace(month=month.month - 1)
                if month.month > 1
                else month.replace(year=month.year - 1, month=12)
            )
        for brain in self.brains:
            made = brain.created.asdatetime().date().replace(day=1)
            if made in found:
                found[made] += 1
        return sorted(found.items())

    def helped(self):
        """Return {HELPED: number, ACTED: number} of the askers whose question this expert's partners answered too."""
        partners = people.partners_of(self.userid)
        return {
            what: shown(sum(counters.total(ROOM, OUTCOME, what, partner) for partner in partners)) for what in COUNTED
        }

    def read(self):
        """Return how often the pages with these contributions were read; None for few."""
        paths = sorted({brain.getPath().rpartition("/")[0] for brain in self.brains})
        if not paths:
            return None
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog.unrestrictedSearchResults({"path": {"query": paths, "depth": 0}})
        uids = {brain.UID for brain in found}
        series = counters.series(ROOM, READ)
        return shown(sum(sum(periods.values()) for key, periods in series.items() if key[-1] in uids))
