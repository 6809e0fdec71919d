"""When an editor or an expert is away: no question goes to them, and others can see why it is quiet.

In the vault, a record for each period, known by the account. It says from when to when and nothing else: no reason.
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import vault
from samenbeter.vraagbaak.desk.refusing import Refused


ROOM, KIND = "vraagbaak", "absence"
PROVIDER = "samenbeter.vraagbaak.absences"
PURPOSE = "samenbeter.vraagbaak.absence"
MACHINE = vault.Machine(PROVIDER)
LONGEST = timedelta(days=366)
AHEAD = timedelta(days=2 * 366)
MOST = 20
FIRST, LAST = "first", "last"

NO_DAY = _("desk_absence_day", default="Schrijf een dag zoals 2026-12-24.")
BACKWARDS = _("desk_absence_backwards", default="De laatste dag komt na de eerste. Draai ze om.")
PAST = _("desk_absence_past", default="Deze dagen zijn voorbij. Kies een dag van vandaag of later.")
FAR = _("desk_absence_far", default="Kies dagen binnen twee jaar, en hooguit een jaar achter elkaar.")
MANY = _("desk_absence_many", default="Je hebt al veel periodes. Haal er eerst een weg.")


@dataclass(frozen=True)
class Away:
    """A period in which somebody is away.

    :param id: of its record.
    :param first: the first day, a date.
    :param last: the last day, a date; it is in it.
    """

    id: str
    first: date
    last: date


def get(userid):
    """Return the periods of somebody, in order; what cannot be read is left out."""
    if not userid:
        return []
    box, found = vault.get(), []
    for record_id in list(box.find(subject=f"member:{userid}", room=ROOM, kind=KIND)):
        try:
            data = box.read(record_id, MACHINE)
        except (vault.NoRecord, keys.VaultProblem):
            continue
        found.append(Away(record_id, date.fromisoformat(data[FIRST]), date.fromisoformat(data[LAST])))
    return sorted(found, key=lambda away: (away.first, away.last))


def is_absent(userid, day):
    """Return whether somebody is away on a date."""
    return any(away.first <= day <= away.last for away in get(userid))


def until(userid, day):
    """Return the last day of an absence that a date is in, also when periods join; None when somebody is there."""
    found = None
    for away in get(userid):
        if away.first <= day <= away.last and (found is None or away.last > found):
            found, day = away.last, max(day, away.last + timedelta(days=1))
    return found


def add(userid, first, last):
    """Say that somebody is away; return the id of the record.

    :param first: the first day, a date.
    :param last: the last day, a date.
    :raises Refused: when the days are over, turned round or too far, or there are many periods already.
    """
    today = clock.today()
    if last < first:
        raise Refused(LAST, BACKWARDS)
    if last < today:
        raise Refused(LAST, PAST)
    if last - first > LONGEST or last > today + AHEAD:
        raise Refused(LAST, FAR)
    known = get(userid)
    if len(known) >= MOST:
        raise Refused(FIRST, MANY)
    same = next((away.id for away in known if (away.first, away.last) == (first, last)), None)
    return same or vault.get().add(
        ROOM,
        KIND,
        {FIRST: first.isoformat(), LAST: last.isoformat()},
        purpose=PURPOSE,
        subject=f"member:{userid}",
        expires=last,
    )


def remove(userid, record_id):
    """Take a period of somebody away; return whether it was there."""
    if record_id not in [away.id for away in get(userid)]:
        return False
    return vault.get().erase(record_id)


def day_of(text, field):
    """Return the date that somebody wrote.

    :raises Refused: when it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(field, NO_DAY) from None
