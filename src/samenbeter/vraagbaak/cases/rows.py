"""What the index of the desk says of a case: where it stands in a list, and by which words it is found."""

from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import states
from samenbeter.vraagbaak.cases.case import moment
from samenbeter.vraagbaak.cases.case import URGENT


def put(case):
    """Let the desk find a case as it is now."""
    rank, minute = _place(case)
    index.get().put(case.id, rank, minute, _words(case))


def _place(case):
    if case.due is not None:
        rank = index.URGENT if case.urgency == URGENT else index.RUNNING
        return rank, int(case.due.timestamp() // 60)
    return (index.STILL if case.is_open else index.OVER), int(moment(case.received).timestamp() // 60)


def _words(case):
    found = {("desk", case.desk), ("desk", case.desk, "number", case.number), ("desk", case.desk, "state", case.state)}
    if case.question:
        found.add(("question", case.question))
    if case.is_open or case.state == states.ANSWERED:
        found.add(("desk", case.desk, "live"))
    if case.is_ready:
        found.add(("desk", case.desk, "ready"))
    if case.is_open:
        found.add(("desk", case.desk, "open"))
        found.add(("desk", case.desk, "owner", case.owner))
        found.update(("desk", case.desk, "theme", theme) for theme in case.themes)
        found.update(("partner", partner) for partner in case.partners)
        found.update(("desk", case.desk, "partner", partner) for partner in case.partners)
        found.add(("owner", case.owner))
    return {index.word(*parts) for parts in found}
