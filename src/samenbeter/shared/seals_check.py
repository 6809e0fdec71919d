"""Look whether anybody changed the audit log, its seals or their file: read all, change nothing."""

from datetime import date
from samenbeter import _
from samenbeter.shared import seals_file
from samenbeter.shared.audit_store import digest
from samenbeter.shared.audit_store import genesis
from samenbeter.shared.audit_store import place
from samenbeter.shared.seals_chain import root_of
from samenbeter.shared.seals_chain import START


def problems(store, path, site):
    """Return all that is not as it was left, as messages.

    :param path: of the file of seals.
    :param site: how the site is called in that file.
    :raises keys.VaultProblem: when there is no key.
    """
    return [*_seals(store), *_segments(store), *_file(store, path, site)]


def _words(day, **more):
    return {"day": date.fromordinal(day).isoformat(), **more}


# -- the row of seals


def _seals(store):
    prev, due = START, store.began
    for day, seal in store.seals.items():
        for missing in range(due, day):
            yield _("seals_seal_missing", default="${day}: het zegel is weg.", mapping=_words(missing))
        if day < store.began or seal.day != day or seal.prev != prev or seal.seal != seal.value():
            yield _("seals_seal_changed", default="${day}: het zegel is veranderd.", mapping=_words(day))
        prev, due = seal.seal, day + 1


# -- the segments


def _segments(store):
    found = _lookups(store)
    expired = store.seals[store.seals.maxKey()].expired if store.seals else 0
    sealed_until = store.seals.maxKey() if store.seals else 0
    present = {}
    for segment in store.segments():
        present.setdefault(segment.day, {})[segment.writer] = segment
    for day, seal in store.seals.items():
        yield from _day(found, seal, present.pop(day, {}), day <= expired)
    for day, segments in present.items():
        if day <= sealed_until:
            yield _added(day)
        for segment in segments.values():
            found_here = sum(_row(*row) for row in segment.subjects)
            yield from list(_chain(segment, segment.count, segment.head)) or _hidden(segment, found_here)


def _added(day):
    return _("seals_segment_added", default="${day}: er is later iets bij geschreven.", mapping=_words(day))


def _day(found, seal, present, expired):
    day = seal.day
    if seal.segments is None:
        if not expired:
            yield _("seals_gone_early", default="${day}: alle regels zijn te vroeg gewist.", mapping=_words(day))
        if present:
            yield _added(day)
        return
    if root_of(seal.segments) != seal.root:
        yield _("seals_seal_changed", default="${day}: het zegel is veranderd.", mapping=_words(day))
    listed = set()
    for writer, count, head in seal.segments:
        listed.add(writer)
        segment = present.get(writer)
        if segment is None:
            if not expired:
                yield _(
                    "seals_segment_missing",
                    default="${day}: er zijn regels weg (${count}).",
                    mapping=_words(day, count=count),
                )
            continue
        yield from list(_chain(segment, count, head)) or _hidden(segment, found.get((day, writer), 0))
    if set(present) - listed:
        yield _added(day)


def _chain(segment, count, head):
    """Yield what is wrong in a segment that had so many entries, and this digest at its end."""
    day = segment.day
    before, number = genesis(day, segment.writer), 0
    try:
        for line, kept in segment.rows():
            if digest(before, line) != kept:
                yield _(
                    "seals_entry_changed",
                    default="${day}: regel ${number} is veranderd.",
                    mapping=_words(day, number=f"{segment.writer}.{number}"),
                )
                return
            before, number = kept, number + 1
    except (KeyError, AttributeError, TypeError, ValueError):
        # an object of the database is gone, or is something else
        number = 0
    if number < count:
        lost = _words(day, count=count - number)
        yield _("seals_entry_missing", default="${day}: er zijn regels weg (${count}).", mapping=lost)
    elif number > count:
        yield _added(day)
    elif before != head:
        yield _("seals_chain_changed", default="${day}: de regels zijn niet die van toen.", mapping=_words(day))


def _lookups(store):
    """Return {(day, writer): what ``_row`` gives for all rows of the lookup of sealed days}, in one pass."""
    found = {}
    for subject, day, writer, number in store.by_subject:
        found[(day, writer)] = found.get((day, writer), 0) + _row(subject, number)
    return found


def _hidden(segment, found):
    """Yield what cannot be found in a segment that is whole; then it is not needed in memory any more.

    :param found: what ``_row`` gives for all that the lookup has of it.
    """
    if found != sum(_row(entry.subject, place(entry)[-1]) for entry in segment.entries()):
        yield _(
            "seals_index_changed",
            default="${day}: wie het aangaat, vindt niet alle regels.",
            mapping=_words(segment.day),
        )
    if segment._p_jar is not None:
        segment._p_jar.cacheGC()


def _row(subject, number):
    """Return a number for a row of a lookup: nobody can make the same sum with other rows."""
    return hash((subject, number)) if subject else 0


# -- the file


def _file(store, path, site):
    kept = {day: seals_file.Line.of(seal, site) for day, seal in store.seals.items()}
    try:
        lines, bad = seals_file.read(path, site)
    except OSError:
        if store.filed.day >= store.began:
            yield _("seals_file_missing", default="Het bestand met zegels is weg, of het is niet te lezen.")
        return
    for number in bad:
        yield _(
            "seals_file_bad",
            default="Regel ${number} van het bestand met zegels is beschadigd.",
            mapping={"number": number},
        )
    for line in lines:
        if line.day not in kept:
            yield _(
                "seals_file_longer",
                default="${day}: het zegel staat in het bestand, maar niet in de database. "
                "Is er een reservekopie teruggezet?",
                mapping=_words(line.day),
            )
        elif kept[line.day] != line:
            yield _(
                "seals_file_differs", default="${day}: in het bestand staat een ander zegel.", mapping=_words(line.day)
            )
    written = {line.day for line in lines}
    for day in kept:
        if day <= store.filed.day and day not in written:
            yield _("seals_file_shorter", default="${day}: het zegel is weg uit het bestand.", mapping=_words(day))
