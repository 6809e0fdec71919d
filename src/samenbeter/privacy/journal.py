"""The journal of erasures: a file beside the key, outside the database.

A line is in it, and on the disk, before anything is erased. So an erasure that was
broken off is gone on with, and a backup that is put back is erased again. A line
names nobody: it says a number, the moment, the site, the scope and what the vault calls
the person. Lines are only added.
"""

from contextlib import suppress
from datetime import datetime
from datetime import timezone
from pathlib import Path
from plone import api
from samenbeter import _
from samenbeter.shared import clock
from samenbeter.shared import keys
from samenbeter.shared import vault
from typing import NamedTuple

import errno
import fcntl
import os
import secrets


NAME = "samenbeter.erasures"
HEAD = "samenbeter-erasures-1"
ALL = "all"


class JournalProblem(keys.VaultProblem):
    """The journal cannot be used; ``message`` says why and what to do, and names nobody."""


class NotWritten(JournalProblem):
    """Nothing could be added, so nothing may be erased."""

    message = _(
        "journal_not_written",
        default="Wij kunnen nu niets wissen. Het logboek van wissingen kan niet worden opgeslagen. "
        "Kijk of de schijf vol is, of alleen te lezen. Er is niets veranderd.",
    )


class Missing(JournalProblem):
    """There was a journal, and it is not there any more."""

    message = _(
        "journal_missing",
        default="Het logboek van wissingen is weg. Zet het terug naast het sleutelbestand. Tot dan wissen wij niets.",
    )


class Other(JournalProblem):
    """The file is another one, or lines of it are gone."""

    message = _(
        "journal_other",
        default="Het logboek van wissingen hoort niet bij deze site, of er missen regels. "
        "Zet het laatste terug naast het sleutelbestand. Tot dan wissen wij niets.",
    )


class Line(NamedTuple):
    """One erasure."""

    number: int
    moment: datetime
    site: str
    scope: str
    pseudonym: str


def place():
    """Return the path of the file."""
    return keys.beside(NAME)


def this_site():
    """Return how the journal calls the current site: sites can share a key file."""
    path = "/".join(api.portal.get().getPhysicalPath())
    return vault.get().usable_keys().pseudonym("site", path)[:8]


def read():
    """Return (id of the journal, its whole Lines), or None when there is no file.

    :raises Other: when it is no journal, or not a whole one.
    """
    try:
        return _parse(place().read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as problem:
        raise Other from problem


def _parse(data):
    # what comes after the last end of a line was never confirmed
    head, *rows = data.decode("ascii")[: data.rfind(b"\n") + 1].splitlines()
    word, journal = head.split(" ")
    if word != HEAD or len(journal) != 32:
        raise ValueError("no journal")
    lines = [_line(row) for row in rows]
    if [line.number for line in lines] != list(range(1, len(lines) + 1)):
        raise ValueError("lines are missing")
    return journal, lines


def _line(row):
    number, moment, *words = row.split(" ")
    return Line(int(number), datetime.fromisoformat(moment), *words)


def add(scope, pseudonym):
    """Add a line, wait until it is on the disk, and return (id of the journal, Line).

    :param scope: ALL, or a party as in the vault.
    :raises NotWritten: when it cannot be; nothing changed then.
    :raises Other: when the file is no journal.
    """
    site = this_site()
    try:
        _make()
        # without a buffer: what could not be written must not be written later by closing the file
        with open(place(), "r+b", buffering=0) as stream:
            # freed when the file is closed, also by a process that dies
            fcntl.flock(stream, fcntl.LOCK_EX)
            data = stream.read()
            try:
                journal, lines = _parse(data)
            except ValueError as problem:
                raise Other from problem
            line = Line(len(lines) + 1, clock.now().astimezone(timezone.utc), site, scope, pseudonym)
            _append(stream, data.rfind(b"\n") + 1, _text(line))
    except OSError as problem:
        raise NotWritten from problem
    return journal, line


def _text(line):
    return f"{line.number} {line.moment.isoformat()} {line.site} {line.scope} {line.pseudonym}\n".encode("ascii")


def _append(stream, end, text):
    try:
        # over what a crash left half
        stream.truncate(end)
        stream.seek(end)
        if stream.write(text) != len(text):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(stream.fileno())
    except OSError:
        # a line that was not confirmed must not come true later
        with suppress(OSError):
            stream.truncate(end)
        raise


def _make():
    if place().exists():
        return
    path = Path(f"{place()}.{secrets.token_hex(4)}")
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(handle, "w", encoding="ascii") as stream:
            stream.write(f"{HEAD} {secrets.token_hex(16)}\n")
            stream.flush()
            os.fsync(stream.fileno())
        # whole or not at all, and never over another one
        os.link(path, place())
        _sync_folder()
    except FileExistsError:
        pass
    finally:
        path.unlink()


def _sync_folder():
    handle = os.open(place().parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
