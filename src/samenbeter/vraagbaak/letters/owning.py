"""Who sees to a case when its owner cannot: nothing at a desk is ever of nobody.

The functions change a case and mail; who calls them saves it.
"""

from datetime import timedelta
from plone import api
from samenbeter.shared import audit
from samenbeter.shared import clock
from samenbeter.vraagbaak.cases import index
from samenbeter.vraagbaak.cases import store
from samenbeter.vraagbaak.cases.case import PLATFORM
from samenbeter.vraagbaak.letters import letters
from samenbeter.vraagbaak.letters import people


ROOM = "vraagbaak"
# who is away today and so many days more is away for long
LONG = timedelta(days=3)


def editors(desk):
    """Return the user ids of the editors of a desk that have an account, in order."""
    from samenbeter.vraagbaak.desk import triage  # triage writes mails, and so asks for letters

    return sorted(filter(people.member_of, triage.editors_of(desk)))


def chiefs(desk):
    """Return the user ids of the editors-in-chief of a desk; of all its editors when it has none."""
    from samenbeter.vraagbaak.desk import triage  # triage writes mails, and so asks for letters

    return sorted(filter(people.member_of, triage.chiefs_of(desk))) or editors(desk)


def able(desk):
    """Return the user ids of all who can see to the cases of a desk, also those who only help out."""
    from samenbeter.vraagbaak.desk import triage  # triage writes mails, and so asks for letters

    everywhere = api.group.get(groupname=triage.ALL_EDITORS)
    helpers = everywhere.getGroupMemberIds() if everywhere is not None else ()
    return {*editors(desk), *chiefs(desk), *filter(people.member_of, helpers)}


def is_away(userid):
    """Return whether somebody is away today."""
    from samenbeter.vraagbaak.desk import absence  # triage writes mails, and so asks for letters

    return absence.is_absent(userid, clock.today())


def is_away_long(userid):
    """Return whether somebody is away today and for some days more."""
    from samenbeter.vraagbaak.desk import absence  # triage writes mails, and so asks for letters

    last = absence.until(userid, clock.today())
    return last is not None and last >= clock.today() + LONG


def choose(userids, but=""):
    """Return who of these people is there and has the fewest open cases; "" when nobody is.

    :param but: a user id that is not chosen.
    """
    there = [userid for userid in userids if userid != but and not is_away(userid)]
    return min(there, key=lambda userid: (index.get().size(index.word("owner", userid)), userid), default="")


def give(case, userid, section):
    """Let a case be of somebody else, by the platform; return whether anything changed.

    :param userid: of an editor; "" or the owner: it stays as it is.
    :param section: last part of the name of the job that does it, for the audit log.
    """
    if userid in ("", case.owner):
        return False
    case.owner = userid
    if "owner" in case.undo.get("before", {}):
        # undone now, it would go back to who could not see to it
        case.undo = {}
    audit.note(
        "edit",
        subject=case.subject,
        object=case.id,
        section=f"{ROOM}.{section}",
        basis=store.PURPOSE,
        actor=f"job:samenbeter.{ROOM}.{section}",
    )
    return True


def tell(userids, what, case):
    """Mail to editors about a case; the same person once."""
    for userid in dict.fromkeys(userids):
        letters.to_editor(userid, what, case)


def no_longer_theirs(case, desk):
    """Return whether the owner of a case can see to it no more: gone, no editor any more, or away for long."""
    return case.owner not in able(desk) or is_away_long(case.owner)


def give_away(case, desk, section):
    """Give a case to who is there: an editor, else an editor-in-chief, else who helps out; return whether it changed."""
    groups = (editors(desk), chiefs(desk), sorted(able(desk)))
    found = next(filter(None, (choose(userids, case.owner) for userids in groups)), "")
    if not found and case.owner not in able(desk):
        # all are away, and that is better than nobody
        found = next((userids[0] for userids in groups if userids), "")
    if not give(case, found, section):
        return False
    case.note_event("assigned", PLATFORM)
    letters.to_editor(found, "assigned", case)
    return True
