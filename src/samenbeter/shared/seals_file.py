"""The file of seals: outside the database, so that who changes that one does not reach this one.

A line is: date, seal, the seal before it, number of entries, path of the site. Lines are only added.
"""

from dataclasses import dataclass
from datetime import date
from plone import api
from samenbeter.shared import keys

import os


NAME = "samenbeter.seals"


@dataclass(frozen=True)
class Line:
    """A line of the file; ``day`` is the ordinal of a date."""

    day: int
    seal: str
    prev: str
    count: int
    site: str

    @classmethod
    def of(cls, seal, site):
        """Return the line that belongs to a Seal."""
        return cls(seal.day, seal.seal, seal.prev, seal.count, site)

    @classmethod
    def parse(cls, text):
        """Return what is in a line.

        :raises ValueError: when it is none.
        """
        day, seal, prev, count, site = text.split(" ", 4)
        return cls(date.fromisoformat(day).toordinal(), seal, prev, int(count), site)

    def __str__(self):
        return f"{date.fromordinal(self.day).isoformat()} {self.seal} {self.prev} {self.count} {self.site}"


def place():
    """Return the path of the file: beside the keys."""
    return keys.beside(NAME)


def site_path():
    """Return how this site is called in the file."""
    return "/".join(api.portal.get().getPhysicalPath())


def read(path, site):
    """Return (lines of this site, numbers of the lines that are none).

    :raises OSError: when there is no such file, or it cannot be read.
    """
    found, bad = [], []
    with open(path, encoding="ascii", errors="replace") as stream:
        for number, text in enumerate(stream, 1):
            try:
                line = Line.parse(text.rstrip("\n"))
            except ValueError:
                bad.append(number)
                continue
            if line.site == site:
                found.append(line)
    return found, bad


def append(path, lines):
    """Add lines at the end, all or none; they are on the disk when this returns.

    :raises OSError: when that cannot be done.
    """
    if not lines:
        return
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with open(handle, "r+b", buffering=0) as stream:
        size = stream.seek(0, os.SEEK_END)
        text = "".join(f"{line}\n" for line in lines).encode("ascii", "backslashreplace")
        if size and os.pread(handle, 1, size - 1) != b"\n":
            text = b"\n" + text
        try:
            if stream.write(text) != len(text):
                raise OSError("the disk is full")
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, size)
            raise
